"""The headers a host should send with the site, written the way that common hosts read them.

The policy in each page works on every host. A header does what a page cannot say of itself: that no other site may
frame it, that files are what their type says, that a link does not tell where its reader came from.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

Host = Literal["netlify", "apache", "nginx", "caddy", "vercel"]
HOSTS: tuple[Host, ...] = get_args(Host)

Headers = tuple[tuple[str, str], ...]

_ONLY_IN_HEADER = "frame-ancestors 'none'"
_OTHERS: Headers = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)


def headers(policy: str) -> Headers:
    """Name and value of every header; `policy` is the one that stands in the pages."""
    return (("Content-Security-Policy", f"{policy}; {_ONLY_IN_HEADER}"), *_OTHERS)


def write_headers(site: Path, policy: str, hosts: Iterable[Host]) -> None:
    """Write one file for each of `hosts` into `site`, under the name that the host looks for."""
    for host in hosts:
        name, write = _WRITERS[host]
        (site / name).write_text(write(headers(policy)), encoding="utf-8", newline="\n")


def _netlify(pairs: Headers) -> str:
    """`_headers` of Netlify and Cloudflare Pages: a path, then its headers, indented."""
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in pairs)])


def _apache(pairs: Headers) -> str:
    """`.htaccess`: needs mod_headers and `AllowOverride FileInfo`; without the module it does nothing."""
    lines = (f'  Header always set {name} "{value}"\n' for name, value in pairs)
    return "".join(["<IfModule mod_headers.c>\n", *lines, "</IfModule>\n"])


def _nginx(pairs: Headers) -> str:
    """A file to `include` in the `server` block; a `location` with headers of its own has to include it again."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in pairs)


def _caddy(pairs: Headers) -> str:
    """A file to `import` in the site block of a Caddyfile."""
    return "".join(["header {\n", *(f'\t{name} "{value}"\n' for name, value in pairs), "}\n"])


def _vercel(pairs: Headers) -> str:
    """`vercel.json`."""
    listed = [{"key": name, "value": value} for name, value in pairs]
    return json.dumps({"headers": [{"source": "/(.*)", "headers": listed}]}, indent=2) + "\n"


_WRITERS: dict[Host, tuple[str, Callable[[Headers], str]]] = {
    "netlify": ("_headers", _netlify),
    "apache": (".htaccess", _apache),
    "nginx": ("headers.nginx.conf", _nginx),
    "caddy": ("headers.caddy", _caddy),
    "vercel": ("vercel.json", _vercel),
}

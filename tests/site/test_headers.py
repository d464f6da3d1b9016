"""What a host is told, read as the host would read it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from generator.site.headers import HOSTS, headers, write_headers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

POLICY = "default-src 'none'; script-src 'self' 'sha256-abc='"


def netlify(text: str) -> dict[str, str]:
    first, *lines = text.splitlines()
    assert first == "/*"
    return dict(re.fullmatch(r"  ([\w-]+): (.+)", line).groups() for line in lines)  # type: ignore[union-attr,misc]


def quoted(pattern: str) -> Callable[[str], dict[str, str]]:
    return lambda text: dict(re.findall(pattern, text, re.MULTILINE))


def vercel(text: str) -> dict[str, str]:
    (rule,) = json.loads(text)["headers"]
    assert re.fullmatch(rule["source"], "/quellen/bericht.html")
    return {pair["key"]: pair["value"] for pair in rule["headers"]}


READ = {
    "netlify": ("_headers", netlify),
    "apache": (".htaccess", quoted(r'^  Header always set ([\w-]+) "([^"]+)"$')),
    "nginx": ("headers.nginx.conf", quoted(r'^add_header ([\w-]+) "([^"]+)" always;$')),
    "caddy": ("headers.caddy", quoted(r'^\t([\w-]+) "([^"]+)"$')),
    "vercel": ("vercel.json", vercel),
}


@pytest.mark.parametrize("host", HOSTS)
def test_each_host_reads_the_same_headers(tmp_path: Path, host: str) -> None:
    name, read = READ[host]
    write_headers(tmp_path, POLICY, [host])  # type: ignore[list-item]
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert read((tmp_path / name).read_text(encoding="utf-8")) == dict(headers(POLICY))


def test_the_policy_of_the_pages_is_sent_and_framing_forbidden() -> None:
    sent = dict(headers(POLICY))
    assert sent["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert sent["X-Content-Type-Options"] == "nosniff"


def test_no_host_no_file(tmp_path: Path) -> None:
    write_headers(tmp_path, POLICY, ())
    assert not list(tmp_path.iterdir())

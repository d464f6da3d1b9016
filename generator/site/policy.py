"""The content security policy: the browser itself refuses what no page of ours may do.

A policy in the page works on every host. It names the theme's few inline scripts by their hash; everything else
comes from the site's own files. Styles are the one thing that may stand inline: the theme and drawings need it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.site.page import Tree

_PLACEHOLDER = "content-security-policy-of-this-site"
_DEPTH = re.compile(r'new URL\("[^"]*",location\)')
_DATA = frozenset({"application/json", "application/ld+json"})


def inline_scripts(tree: Tree) -> list[str]:
    """Text of every script of a page that would run and stands in the page."""
    return [
        script.text or ""
        for script in tree.iter("script")
        if script.get("src") is None and script.get("type") not in _DATA
    ]


def shape(script: str) -> str:
    """`script` without the one thing that differs between a theme's pages: the way up to the start page."""
    return _DEPTH.sub("new URL(…)", script)


def reserve(tree: Tree) -> None:
    """Put a policy into the head of a page, to be filled in when all pages are known."""
    head = tree.find("head")
    meta = etree.Element("meta", {"http-equiv": "Content-Security-Policy", "content": _PLACEHOLDER})
    charset = head.xpath("./meta[@charset]")
    head.insert(head.index(charset[0]) + 1 if charset else 0, meta)


def fill(page: bytes, policy: str) -> bytes:
    """Write `policy` where `reserve` left room for it."""
    return page.replace(_PLACEHOLDER.encode(), policy.encode(), 1)


def policy(scripts: Iterable[str]) -> str:
    """Write the policy that lets exactly `scripts` run inline."""
    allowed = " ".join(f"'sha256-{digest}'" for digest in sorted({_digest(script) for script in scripts}))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {allowed}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

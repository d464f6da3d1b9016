"""From one page to another, relative, so that the dossier can be moved as a whole."""

from __future__ import annotations


def relative(start: str, target: str) -> str:
    """The way from the page `start` to `target` (a page, with or without `#anchor`), both relative to `docs/`.

    `relative("akteure/a.md", "quellen/b.md#s-1")` → `../quellen/b.md#s-1`; within one page only the anchor is left.
    """
    page, hash_sign, anchor = target.partition("#")
    if page == start and hash_sign:
        return f"#{anchor}"
    here, there = start.split("/")[:-1], page.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) + hash_sign + anchor


def built(start: str, target: str) -> str:
    """The same way on the built site: raw HTML needs it, whose links no site generator rewrites."""
    page, hash_sign, anchor = relative(start, target).partition("#")
    return page.removesuffix(".md") + (".html" if page.endswith(".md") else "") + hash_sign + anchor

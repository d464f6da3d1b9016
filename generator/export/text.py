"""Text and addresses that every format can hold."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow or discourages, and halves of surrogate pairs; control characters that separate words
(tab, line feed, U+001C to U+001F, U+0085) are white space and not among them."""
_NOT_IN_IRI = re.compile(r"""[ "<>\\^`{|}]|%(?![0-9A-Fa-f]{2})""")
_ADDRESS = re.compile(r"(https?://[^/?#]*)([^#]*)(#?)(.*)", re.IGNORECASE)
_NOT_BEHIND_HOST = re.compile(r"[\[\]#]")


def utf8(text: str) -> bytes:
    """`text` as it is written; JSON may hold anything that a string can."""
    return text.encode("utf-8", "surrogatepass")


def plain(text: str) -> str:
    r"""`text` with each run of white space as one space and without unfit characters.

    `plain("Anna\n  Berg\x00")` → `Anna Berg`.
    """
    if text.isprintable() and "  " not in text and text.strip(" ") == text:
        return text
    return " ".join(_UNFIT.sub("", text).split())


def web_address(text: str | None) -> str | None:
    """`text` if it is an address of the web; anything else (`javascript:`) is no link in any format.

    What an IRI may not contain (RFC 3987: spaces, quotes, brackets, a second `#`) is percent-encoded.
    """
    found = _ADDRESS.fullmatch(_NOT_IN_IRI.sub(_percent, plain(text or "")))
    if not found:
        return None
    host, path, hash_sign, fragment = found.groups()
    return host + _NOT_BEHIND_HOST.sub(_percent, path) + hash_sign + _NOT_BEHIND_HOST.sub(_percent, fragment)


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"

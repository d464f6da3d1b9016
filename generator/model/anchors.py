"""The permanent address of a sentence within the page of its source."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.model.address import digest

if TYPE_CHECKING:
    from generator.model.annotation import Parse


def sentence_anchors(parse: Parse) -> tuple[str, ...]:
    """An anchor for each sentence, which depends on its words and not on its place: `s-1a2b3c4d5e`.

    The second and later sentences of the same words get `-2`, `-3` and so on.
    """
    seen: dict[str, int] = {}
    anchors = []
    text = parse.document.text
    for sentence in parse.sentences:
        words = " ".join(unicodedata.normalize("NFC", sentence.span.of(text)).split())
        anchor = f"s-{digest(words)}"
        seen[anchor] = count = seen.get(anchor, 0) + 1
        anchors.append(anchor if count == 1 else f"{anchor}-{count}")
    return tuple(anchors)

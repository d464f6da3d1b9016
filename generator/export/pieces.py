"""Files in pieces: what each part of the dossier adds to each list of each file, put together in its order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.page import Bytes

    Parts = Mapping[str, Bytes]
    """What one part of the dossier adds, by the file and the list in it: `dossier.json events`."""
    Pieces = Mapping[str, Sequence[Bytes]]
    """What all parts add, one behind the other; nothing in it is empty."""


def between(separator: bytes, pieces: Iterable[Bytes]) -> Iterator[Bytes]:
    """The pieces that hold anything, and what stands between them."""
    for number, piece in enumerate(piece for piece in pieces if piece):
        if number:
            yield separator
        yield piece


def collected(found: Iterable[Parts]) -> Pieces:
    """The parts in the order given; of a list to which nobody adds anything there are none."""
    pieces: defaultdict[str, list[Bytes]] = defaultdict(list)
    for parts in found:
        for name, part in parts.items():
            if part:
                pieces[name].append(part)
    return pieces

"""A list under its sources, and what can be found in it: a part of it is only read when somebody asks for its nouns."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, TypeVar, overload

from generator.model.postings import DIGITS, Key, bits_of, hashed, places, posting

if TYPE_CHECKING:
    from generator.model.ids import SourceId
    from generator.model.postings import Index, Part, Posting

T = TypeVar("T")


class Found(Sequence[T]):
    """The nouns of a list that have something in common, in the order of the list.

    `postings` tell by the number of a part which ones of it.
    """

    def __init__(self, parts: Sequence[Part[T]], postings: Mapping[int, Posting]) -> None:
        self.parts = parts
        self._postings = postings
        self._by: dict[str, dict[Key, Found[T]]] = {}

    @classmethod
    def of(cls, parts: Sequence[Part[T]], bits: Mapping[int, int]) -> Found[T]:
        """Those whose bits are set, by the number of their part; what was put together so has no hash."""
        found = cls(parts, {})
        found.bits = {number: some for number, some in bits.items() if some}
        return found

    @cached_property
    def bits(self) -> dict[int, int]:
        """Which nouns they are, by the number of their part."""
        return {number: int(found[DIGITS:], 16) for number, found in self._postings.items()}

    @property
    def digest(self) -> str:
        """Another one whenever one of the nouns is; ValueError for what was put together of several."""
        if not self._postings and self.bits:
            raise ValueError(self)
        digests = [found[:DIGITS] for found in self._postings.values()]
        return digests[0] if len(digests) == 1 else hashed(digests)

    @property
    def counts(self) -> dict[SourceId, int]:
        """How many there are in each source that has some."""
        return {self.parts[number].source: bits.bit_count() for number, bits in self.bits.items()}

    def __len__(self) -> int:
        return sum(map(int.bit_count, self.bits.values()))

    def __bool__(self) -> bool:
        return bool(self._postings or self.bits)

    def __iter__(self) -> Iterator[T]:
        for number, bits in self.bits.items():
            nouns = self.parts[number].nouns
            yield from (nouns[place] for place in places(bits))

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return tuple(self)[place]

    def first(self, number: int) -> list[T]:
        """The first `number` of them."""
        return [noun for noun, _ in zip(self, range(number), strict=False)]

    def __or__(self, other: Found[T]) -> Found[T]:
        """Those in either."""
        return self.union((self, other))

    @staticmethod
    def union(found: Iterable[Found[T]]) -> Found[T]:
        """Those in any of `found`, which are all of one list."""
        parts: Sequence[Part[T]] = ()
        bits: dict[int, int] = {}
        for each in found:
            parts = each.parts or parts
            for number, some in each.bits.items():
                bits[number] = bits.get(number, 0) | some
        return Found.of(parts, dict(sorted(bits.items())))

    def __sub__(self, other: Found[T]) -> Found[T]:
        """Those that are not in `other`."""
        return Found.of(self.parts, {n: bits & ~other.bits.get(n, 0) for n, bits in self.bits.items()})

    def by(self, index: Index[T]) -> dict[Key, Found[T]]:
        """Those of each key, in the order of the first."""
        if index.name not in self._by:
            found: dict[Key, dict[int, int]] = {}
            for number, bits in self.bits.items():
                common = [(key, bits & each) for key, each in self.parts[number].bits(index).items() if bits & each]
                for key, some in sorted(common, key=_first) if len(common) > 1 else common:
                    found.setdefault(key, {})[number] = some
            self._by[index.name] = {key: Found.of(self.parts, some) for key, some in found.items()}
        return self._by[index.name]

    def removed_from(self, postings: Mapping[int, Posting]) -> dict[int, Posting]:
        """`postings` without these; the hash of what is left is made of the old one and of what is left."""
        found: dict[int, Posting] = {}
        for number, each in postings.items():
            rest = bits_of(each) & ~self.bits.get(number, 0)
            if rest:
                same = number not in self.bits
                found[number] = each if same else posting(rest, hashed([each, str(rest)])[:DIGITS])
        return found


def _first(entry: tuple[Key, int]) -> int:
    """Where the first noun stands."""
    return entry[1] & -entry[1]


class Inverted(Mapping[Key, Found[T]]):
    """The nouns of each key; for a key that nothing has, none."""

    def __init__(self, parts: Sequence[Part[T]], postings: Mapping[Key, Mapping[int, Posting]]) -> None:
        self.parts = parts
        self._postings = postings
        self._found: dict[Key, Found[T]] = {}

    def __getitem__(self, key: Key) -> Found[T]:
        if key not in self._found:
            self._found[key] = Found(self.parts, self._postings.get(key, {}))
        return self._found[key]

    def without(self, left_out: Found[T]) -> Inverted[T]:
        """The same without some nouns."""
        if not left_out:
            return self
        found = {key: left_out.removed_from(postings) for key, postings in self._postings.items()}
        return Inverted(self.parts, {key: postings for key, postings in found.items() if postings})

    def __iter__(self) -> Iterator[Key]:
        return iter(self._postings)

    def __len__(self) -> int:
        return len(self._postings)

    def __contains__(self, key: object) -> bool:
        return key in self._postings


class Listed(Sequence[T]):
    """A list, part by part."""

    def __init__(self, parts: Iterable[Part[T]]) -> None:
        self.parts = tuple(parts)
        self._inverted: dict[str, Inverted[T]] = {}

    @cached_property
    def of(self) -> Mapping[SourceId, Part[T]]:
        """The parts of the sources that have any."""
        return {part.source: part for part in self.parts if part}

    @property
    def digest(self) -> str:
        """Another one whenever one of the nouns is."""
        return hashed(part.digest for part in self.parts)

    @cached_property
    def all(self) -> Found[T]:
        """All of them."""
        return Found.of(self.parts, {number: (1 << len(part)) - 1 for number, part in enumerate(self.parts)})

    def by(self, index: Index[T]) -> Inverted[T]:
        """Those of each key."""
        if index.name not in self._inverted:
            merged: defaultdict[Key, dict[int, Posting]] = defaultdict(dict)
            for number, part in enumerate(self.parts):
                for key, found in part.postings(index).items():
                    merged[key][number] = found
            self._inverted[index.name] = Inverted(self.parts, merged)
        return self._inverted[index.name]

    def key_at(self, index: Index[T], place: int) -> Key | None:
        """The first key of the noun at `place`."""
        part = bisect_right(self._ends, place)
        bit = 1 << place - self._ends[part] + len(self.parts[part])
        return next((key for key, bits in self.parts[part].bits(index).items() if bits & bit), None)

    @cached_property
    def _ends(self) -> list[int]:
        return [*accumulate(map(len, self.parts))]

    def __len__(self) -> int:
        return self._ends[-1] if self.parts else 0

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(part.nouns for part in self.parts)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return tuple(self)[place]
        number = range(len(self))[place]
        part = bisect_right(self._ends, number)
        return self.parts[part].nouns[number - self._ends[part]]

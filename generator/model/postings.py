"""Lists of nouns under their sources, and which of the nouns have a key: known without making a single noun.

An inverted index, as search engines have: for every key (an entity, a status, a date) each source has a posting, which
says which nouns of its list have that key. Most questions about a long list can be answered from postings: how many, in
which sources, how many of each status. The nouns themselves are made when somebody asks for one.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from generator.model.document import Document
    from generator.model.dossier import Section
    from generator.model.ids import SourceId

T = TypeVar("T")
Key = str
Posting = str
"""A hash of the nouns (16 hex digits), and which they are: bit n for the noun at n."""
DIGITS = 16


def posting(bits: int, digest: str) -> Posting:
    """The posting of the nouns whose bits are set."""
    return f"{digest}{bits:x}"


def bits_of(found: Posting) -> int:
    """Which nouns a posting means."""
    return int(found[DIGITS:], 16)


def places(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


@dataclass(frozen=True, slots=True)
class Around:
    """What the keys of a noun may depend on beside the noun itself."""

    document: Document
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """What nouns of a list can be found by: a name, and the keys of a noun."""

    name: str
    keys: Callable[[T, Around], Iterable[Key]]

    def of(self, nouns: Sequence[T], around: Around) -> dict[Key, int]:
        """For each key which of `nouns` have it, in the order of the first."""
        found: dict[Key, int] = {}
        for number, noun in enumerate(nouns):
            for key in self.keys(noun, around):
                found[key] = found.get(key, 0) | 1 << number
        return found


class Part(Sequence[T]):
    """What one source adds to a list; `proven` tells that it was found to keep its promises."""

    source: SourceId
    proven: bool

    def __init__(self) -> None:
        self._found: dict[str, Mapping[Key, int]] = {}

    @property
    @abstractmethod
    def nouns(self) -> Sequence[T]:
        """All of it."""

    @property
    @abstractmethod
    def digest(self) -> str:
        """A hash of it."""

    @abstractmethod
    def postings(self, index: Index[T]) -> Mapping[Key, Posting]:
        """The posting of each key, in the order of the first noun that has it."""

    def bits(self, index: Index[T]) -> Mapping[Key, int]:
        """Which nouns have each key."""
        if index.name not in self._found:
            self._found[index.name] = {key: int(found[DIGITS:], 16) for key, found in self.postings(index).items()}
        return self._found[index.name]

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self.nouns[place]

    def __iter__(self) -> Iterator[T]:
        return iter(self.nouns)


class Made(Part[T]):
    """A part whose nouns are at hand; `indexes` are all that they can be found by."""

    proven = False

    def __init__(self, nouns: Sequence[T], around: Around, indexes: Iterable[Index[T]]) -> None:
        super().__init__()
        self._indexes = tuple(indexes)
        self.source = around.document.id
        self._nouns = nouns
        self._around = around

    @property
    def nouns(self) -> Sequence[T]:
        """All of it."""
        return self._nouns

    def __len__(self) -> int:
        return len(self._nouns)

    def postings(self, index: Index[T]) -> Mapping[Key, Posting]:
        """As `Part`."""
        return {key: posting(bits, self._hash(bits)) for key, bits in index.of(self._nouns, self._around).items()}

    @property
    def digest(self) -> str:
        """A hash of it."""
        return hashed(self._hashes)

    @cached_property
    def _hashes(self) -> list[str]:
        """A hash of each noun with all its keys: they may change while the noun stays as it is."""
        return [hashed([repr(noun), *self._keys(noun)])[:DIGITS] for noun in self._nouns]

    def _keys(self, noun: T) -> Iterator[str]:
        for index in self._indexes:
            yield from (f"{index.name} {key}" for key in index.keys(noun, self._around))

    def _hash(self, bits: int) -> str:
        """The hash of the nouns whose bits are set."""
        found = [self._hashes[place] for place in places(bits)]
        return found[0] if len(found) == 1 else hashed(found)[:DIGITS]


def hashed(parts: Iterable[str]) -> str:
    """A hash of `parts`, in hex."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

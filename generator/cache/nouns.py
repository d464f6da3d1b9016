"""Nouns as JSON and back, as the types of their fields tell: `msgspec` writes them and checks each value it reads."""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

from msgspec import DecodeError
from msgspec.json import Decoder, Encoder

from generator.assemble import contribution, names, unresolved
from generator.errors import InputError, Problem
from generator.model import annotation, document, dossier, ids, ledger, postings, span

if TYPE_CHECKING:
    from collections.abc import Hashable

    from generator.model.page import Bytes

T = TypeVar("T")
_MODULES = (annotation, contribution, document, dossier, ids, ledger, names, postings, span, unresolved)
_NAMES = {name: value for module in _MODULES for name, value in vars(module).items()}
_encoder = Encoder()


class DamagedError(InputError):
    """What was read cannot have been written by `encode`, and yet its checksum was right.

    Who reads it first does its work again; where that is too late, the message says what to do.
    """

    def __init__(self) -> None:
        message = "something in it was not written by this program"
        super().__init__([Problem(".cache/", 0, "CAC001", message, "delete the folder .cache/")])


def encode(value: object) -> bytes:
    """`value`, made of nouns, as one line of JSON; UnicodeEncodeError for half a surrogate pair."""
    return _encoder.encode(value)


def decode(type_: type[T], line: Bytes) -> T:
    """The value of the type `type_` in `line`; DamagedError if there is none."""
    try:
        found: T = _decoder(cast("Hashable", type_)).decode(line)
    except (DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise DamagedError from error
    return found


@cache
def _decoder(type_: Any) -> Decoder[Any]:  # noqa: ANN401  types have no narrower type
    _tell(type_)
    return Decoder(type_)


@cache
def _tell(type_: Any) -> None:  # noqa: ANN401  as above
    """Write the types of fields where `msgspec` looks for them: modules import them for the type checker only."""
    for inner in get_args(type_):
        _tell(inner)
    if is_dataclass(type_):
        type_.__annotations__ = get_type_hints(type_, localns=_NAMES)
        for field in type_.__annotations__.values():
            _tell(field)

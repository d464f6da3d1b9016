"""Temporal expressions of German news, read as EDTF against the date of publication.

`finder` tries the rules of `days`, `seasons`, `years`, `relative`, `offsets`, `anchored` and `clock` on every
sentence; `direction` tells from the verb whether "am Montag" is the last or the next one.
"""

from generator.annotate.temporal.finder import find_dates

__all__ = ["find_dates"]

"""What can go wrong: catch `RussianRevError` for all of it, or the built-in class that each error also is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from russianrev.text import counted


class RussianRevError(Exception):
    """The base of every error that the library raises of its own accord."""

    __str__ = Exception.__str__  # the message as it is: a `KeyError` would put it in quotation marks


class DateError(RussianRevError, ValueError):
    """A date that cannot be read, or could be read in two ways; the message says what is accepted."""


class NameLookupError(RussianRevError, LookupError):
    """A name that does not lead to one thing."""


class UnknownNameError(NameLookupError, KeyError):
    """Nothing has that name; `suggestions` are names that are spelled like it."""

    def __init__(self, message: str, suggestions: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.suggestions = tuple(suggestions)


class AmbiguousNameError(NameLookupError):
    """Two things or more have that name; `candidates` are the things."""

    def __init__(self, message: str, candidates: Sequence[Any]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class DocumentError(RussianRevError, KeyError):
    """A document that is not there, or whose text is not the one that was cited."""


class UnreadableError(RussianRevError, ValueError):
    """A file from which no text can be read; `reason` says why (`russianrev.passages.files.folder.Reason`)."""

    def __init__(self, reason: Any, detail: str = "") -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason} ({detail})" if detail else str(reason))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.reason, self.detail)


class MissingExtraError(RussianRevError, ImportError):
    """A library that is not installed, and the extra that brings it."""


class Fault(NamedTuple):
    """One thing wrong in a data file: where it stands, what is there, and what is wanted."""

    file: str
    record: str
    field: str
    value: Any
    wanted: str

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.record, self.field) if part)
        shown = repr(self.value)
        return f"{place}: {shown if len(shown) <= 80 else shown[:77] + '...'}: {self.wanted}"


class DataError(RussianRevError, ValueError):
    """Data that cannot be loaded; `faults` has everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n  ".join([f"the data has {counted(len(self.faults), 'fault')}:", *map(str, self.faults)]))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.faults,)

"""What a column is: its name, what it means, the type of its cells, and how a cell is read.

A cell is read from the item that its row is made of: a record, or a value that belongs to one (`tabular.schema`). The
functions here make columns of the sorts that tables are built of; `read` says what of the item a cell holds.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import chain
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from attrs import frozen

from russianrev.dates import Calendar, HistoricalDate, Precision
from russianrev.records.model import Citation

T = TypeVar("T")
P = TypeVar("P")
T_contra = TypeVar("T_contra", contravariant=True)

Cell: TypeAlias = str | int | float | bool | datetime.date | None


class ColumnType(StrEnum):
    """What the cells of a column are, in the words of the Frictionless Table Schema."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"  #: double precision
    BOOLEAN = "boolean"
    DATE = "date"  #: of the Gregorian calendar


@frozen
class Column(Generic[T_contra]):
    """A column, whose `cell` reads that of an item.

    `words` are all that its cells may hold, if it has a vocabulary; `refers_to` is the table of its ids.
    """

    name: str
    description: str
    cell: Callable[[T_contra], Cell]
    type: ColumnType = ColumnType.TEXT
    required: bool = False
    words: tuple[str, ...] = ()
    refers_to: str = ""


class Identified(Protocol):
    """What a row of another table can refer to."""

    @property
    def id(self) -> str:
        """The id of its row."""
        ...


# Columns of one sort each.


def label(name: str, description: str, read: Callable[[T], str]) -> Column[T]:
    """Make a column of texts that are always there."""
    return Column(name, description, read, required=True)


def text(name: str, description: str, read: Callable[[T], str | None]) -> Column[T]:
    """Make a column of texts that are null where they are empty."""
    return Column(name, description, lambda item: read(item) or None)


def integer(name: str, description: str, read: Callable[[T], int]) -> Column[T]:
    """Make a column of whole numbers that are always there."""
    return Column(name, description, read, ColumnType.INTEGER, required=True)


def word(name: str, vocabulary: Iterable[str], description: str, read: Callable[[T], str]) -> Column[T]:
    """Make a column of words of a vocabulary, such as an enumeration, whose members become plain texts."""
    words = tuple(map(str, vocabulary))
    return Column(name, description, lambda item: str(read(item)), required=True, words=words)


def optional_word(name: str, vocabulary: Iterable[str], description: str, read: Callable[[T], str | None]) -> Column[T]:
    """Make a column of words of a vocabulary that are null where there is none."""
    words = tuple(map(str, vocabulary))
    return Column(name, description, lambda item: None if (given := read(item)) is None else str(given), words=words)


def reference(name: str, table: str, description: str, read: Callable[[T], Identified]) -> Column[T]:
    """Make a column of ids of the rows of a table."""
    return Column(name, description, lambda item: read(item).id, required=True, refers_to=table)


def optional_reference(name: str, table: str, description: str, read: Callable[[T], Identified | None]) -> Column[T]:
    """Make a column of ids of the rows of a table that are null where nothing is referred to."""
    return Column(name, description, lambda item: None if (to := read(item)) is None else to.id, refers_to=table)


# Columns that belong together.

Columns: TypeAlias = Column[T] | tuple[Column[T], ...]
"""A column, or some that belong together."""


def flat(*columns: Columns[T]) -> tuple[Column[T], ...]:
    """Put columns one after the other."""
    return tuple(chain.from_iterable((each,) if isinstance(each, Column) else each for each in columns))


def of_part(read: Callable[[T], P | None], *columns: Columns[P], prefix: str = "") -> tuple[Column[T], ...]:
    """Make columns of a part, such as a date, into columns of the whole, from which `read` leads to the part.

    Their cells are null where there is no such part.
    """

    def of_whole(column: Column[P]) -> Column[T]:
        cell_of_part = column.cell

        def cell(whole: T) -> Cell:
            part = read(whole)
            return None if part is None else cell_of_part(part)

        return Column(
            prefix + column.name, column.description, cell, column.type, column.required, column.words, column.refers_to
        )

    return tuple(map(of_whole, flat(*columns)))


_DATE: tuple[Column[HistoricalDate], ...] = (
    Column("start", "Its first day, Gregorian; null if it is open or not known", lambda d: d.start, ColumnType.DATE),
    Column(
        "end", "Its last day, Gregorian, inclusive; null if it is open or not known", lambda d: d.end, ColumnType.DATE
    ),
    optional_word(
        "precision", Precision, "How closely it is known; a span is the whole of its days", lambda d: d.precision
    ),
    optional_word("calendar", Calendar, "The calendar it was given in", lambda d: d.calendar),
    text("edtf", "As EDTF level 1, which is Gregorian", lambda d: d.edtf),
    text("old_style", "In words, by the Julian calendar", lambda d: d.old_style),
    text("new_style", "In words, by the Gregorian calendar", lambda d: d.new_style),
    Column("approximate", "Whether it is only about right", lambda d: d.approximate, ColumnType.BOOLEAN),
    Column("uncertain", "Whether it is doubted", lambda d: d.uncertain, ColumnType.BOOLEAN),
    text("time", "The time of day: T21:45, T02, evening", lambda d: d.time.notation if d.time else None),
)


def date_columns(prefix: str, what: str, read: Callable[[T], HistoricalDate | None]) -> tuple[Column[T], ...]:
    """Make the columns of a date; all are null where there is none.

    >>> [column.name for column in date_columns("birth", "birth", lambda person: person.birth)][:3]
    ['birth_notation', 'birth_start', 'birth_end']
    """
    meaning = f"The date of {what} as the data files write it, in the calendar it was given in"
    notation: Column[HistoricalDate] = text("notation", meaning, lambda date: date.notation)
    return of_part(read, notation, _DATE, prefix=f"{prefix}_")


STRETCH: tuple[Column[Any], ...] = flat(
    date_columns("since", "the beginning", lambda stretch: stretch.start),
    date_columns("until", "the end", lambda stretch: stretch.end),
)
"""The columns of what held for a time, a `Stretch` of any kind."""

PASSAGE: tuple[Column[Citation], ...] = (
    integer("paragraph", "The paragraph of the document: its n-th non-blank line, from 1", lambda c: c.paragraph),
    integer("char_start", "Where the passage begins in the paragraph, in characters, from 0", lambda c: c.start),
    integer("char_end", "Where it ends, exclusive", lambda c: c.end),
    label("digest", "The first 16 hexadecimal digits of the SHA-256 of the passage in UTF-8", lambda c: c.digest),
    label("opening", "Its first words", lambda c: c.opening),
    label("locator", "The citation, short enough for a footnote", lambda c: c.locator),
    text("url", "The address at which a browser opens the document at the passage", lambda c: c.url),
)
"""The columns of a citation."""

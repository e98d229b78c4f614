"""What a table is: its columns, and the items that its rows are made of.

The items of a table of records are the records; those of any other table are `Belonging`s, each a value that belongs
to a record, or to another such value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from attrs import frozen

from russianrev.records.base import ByKind, Record
from russianrev.records.model import RECORDS
from russianrev.tabular.columns import Cell, Column, Columns, Identified, flat, integer, label, of_part, reference

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R", bound=Record)
Owner = TypeVar("Owner", bound=Identified)

Row: TypeAlias = dict[str, Cell]
Find: TypeAlias = Callable[[ByKind], Iterable[T]]
"""Finds the items of a table among all records."""


@frozen
class Schema:
    """What a table holds; `primary_key` are the columns that tell its rows apart.

    `find` gives the items of its rows, which are the records of a `kind`, if it is a table of records.
    """

    name: str
    description: str
    columns: tuple[Column[Any], ...]
    find: Find[Any]
    primary_key: tuple[str, ...] = ("id",)
    kind: type[Record] | None = None

    @property
    def foreign_keys(self) -> dict[str, str]:
        """The columns that hold ids of a table, each with that table.

        >>> from russianrev.tabular import SCHEMAS
        >>> SCHEMAS["participants"].foreign_keys
        {'event_id': 'events', 'who_id': 'things'}
        """
        return {column.name: column.refers_to for column in self.columns if column.refers_to}


@frozen(slots=False)
class Table:
    """The items of a table, each a row; a cell is read when it is asked for, so that a table is small."""

    schema: Schema
    items: Sequence[Any]

    @property
    def name(self) -> str:
        """The name of the table."""
        return self.schema.name

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """The columns, in order."""
        return self.schema.columns

    def cells(self, column: str) -> list[Cell]:
        """Read the cells of a column, row by row.

        >>> import russianrev as rr
        >>> from russianrev.tabular import table_of
        >>> table_of([rr.places["kazan"], rr.places["petrograd"]]).cells("name")
        ['Kazan', 'Petrograd']
        """
        read = {each.name: each.cell for each in self.columns}[column]
        return [read(item) for item in self.items]

    def lines(self) -> Iterator[list[Cell]]:
        """Read the cells of each row, in the order of the columns."""
        reads = [column.cell for column in self.columns]
        return ([read(item) for read in reads] for item in self.items)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows, each a dict with every column, in order."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, line, strict=True)) for line in self.lines()]


class Belonging(NamedTuple, Generic[T_co]):
    """A value that belongs to a record, or to another such value: the `position`-th of its `attribute`, from 1."""

    owner: Identified
    attribute: str
    position: int
    value: T_co

    @property
    def id(self) -> str:
        """The id of its row, such as `trotsky/offices/2`, where it has one of its own."""
        return f"{self.owner.id}/{self.attribute}/{self.position}"


# Where the items are.


def all_of(kind: type[R]) -> Find[R]:
    """Make the finder of all records of a kind."""
    word = next(word for word, each in RECORDS.items() if each is kind)
    return lambda records: (record for record in records[word] if isinstance(record, kind))


def belongings(owners: Find[Owner], attribute: str, values: Callable[[Owner], Iterable[T]]) -> Find[Belonging[T]]:
    """Make the finder of what belongs to some owners: of the `values` of an attribute of each."""
    return lambda records: (
        Belonging(owner, attribute, position, value)
        for owner in owners(records)
        for position, value in enumerate(values(owner), 1)
    )


# The columns by which rows are told apart and joined.

ID: Column[Identified] = label("id", "Its id", lambda item: item.id)
POSITION: Column[Belonging[Any]] = integer(
    "position", "Its place among those of the same, from 1", lambda b: b.position
)


def owned_by(record: str, table: str, description: str = "") -> Column[Belonging[Any]]:
    """Make the column of the ids of the owners, which are rows of a table."""
    meaning = description or f"The {record} that it belongs to"
    return reference(f"{record}_id", table, meaning, lambda belonging: belonging.owner)


# Tables of one sort each. Columns that belong together are given as a tuple.


def table_of_records(name: str, description: str, kind: type[R], *columns: Columns[R]) -> Schema:
    """Make the schema of a table of records, whose columns are read from a record."""
    return Schema(name, description, flat(*columns), all_of(kind), kind=kind)


def table_of_values(
    name: str,
    description: str,
    owner: Column[Belonging[Any]],
    find: Find[Belonging[T]],
    *columns: Columns[T],
    position: Column[Belonging[Any]] | None = POSITION,
) -> Schema:
    """Make the schema of a table of values, told apart by owner and position; `columns` are read from a value.

    Without a `position` there is one value at most of each owner.
    """
    key = (owner, position) if position else (owner,)
    return Schema(name, description, (*key, *_of_value(*columns)), find, tuple(column.name for column in key))


def table_of_identified_values(
    name: str,
    description: str,
    owner: Column[Belonging[Any]],
    find: Find[Belonging[T]],
    *columns: Columns[T],
) -> Schema:
    """Make the schema of a table of values that have an id each, by which others refer to them."""
    return Schema(name, description, (ID, owner, POSITION, *_of_value(*columns)), find)


def _of_value(*columns: Columns[T]) -> tuple[Column[Belonging[T]], ...]:
    return of_part(attrgetter("value"), *columns)

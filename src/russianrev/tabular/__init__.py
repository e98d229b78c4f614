"""The data set as related tables: every record and value a row, so that nothing is lost and all can be joined.

One row is one record, or one value that belongs to a record. An `id` is that of the record; a column whose name ends
in `_id` holds the id of a row of another table. What belongs to a record in an order has its `position`, from 1. A row
that is no record of its own, but is referred to, has an id made of the record's, the attribute and the position:
`trotsky/offices/2`. Such an id holds for one version of the data; the id of a record is never reused.

The whole data set can be made again from these rows. What it works out by itself is not in them, since a join gives it:
an event's parts, a body's people. A text that is empty is null, and a number is of double precision.

Each column is said once, with its name, its type, what it means and how its cells are read:

- `tabular.documents` has the tables of the documents and of what they say;
- `tabular.things` those of events, persons and whatever else statements are about;
- `tabular.editorial` those of disputes, and of what no document states;
- `tabular.columns` says what a column is, and `tabular.schema` what a table is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from russianrev.queries.timeline import Timeline
from russianrev.records.base import ByKind, Record
from russianrev.tabular.columns import Cell, Column, ColumnType
from russianrev.tabular.documents import DOCUMENT_TABLES
from russianrev.tabular.editorial import EDITORIAL_TABLES
from russianrev.tabular.schema import Row, Schema, Table
from russianrev.tabular.things import EVENTS, THING_TABLES

__all__ = ["SCHEMAS", "Cell", "Column", "ColumnType", "Row", "Schema", "Table", "table_of", "tables"]

SCHEMAS: dict[str, Schema] = {schema.name: schema for schema in (*DOCUMENT_TABLES, *THING_TABLES, *EDITORIAL_TABLES)}
"""The tables, by name."""

_OF_KIND = {schema.kind: schema for schema in SCHEMAS.values() if schema.kind}
_WITHOUT_COLUMNS = Schema("", "", (), lambda records: (), primary_key=())


class HasRecords(Protocol):
    """A data set."""

    @property
    def records(self) -> ByKind:
        """Its records by kind."""
        ...


def tables(dataset: HasRecords) -> dict[str, Table]:
    """Make the tables of the whole of a data set, by name, in the order of the schemas.

    >>> import russianrev as rr
    >>> notes = rr.according_to("figes-notes")
    >>> len(tables(notes)["events"].rows) == len(notes.events)
    True
    """
    return {name: Table(schema, tuple(schema.find(dataset.records))) for name, schema in SCHEMAS.items()}


def table_of(records: Iterable[Record]) -> Table:
    """Make the table of records of one kind; of none, unless it is a timeline, a table without columns.

    Raises `TypeError` if they are of several kinds.

    >>> import russianrev as rr
    >>> table_of(rr.between("1934-12")).rows[0]["date_old_style"]
    '18 November 1934 (O.S.)'
    """
    each = tuple(records)
    kinds: set[type[Record]] = {type(record) for record in each}
    if len(kinds) > 1:
        named = ", ".join(sorted(kind.__name__ for kind in kinds))
        raise TypeError(f"a table has records of one kind, not {named}; make one of each")
    if kinds:
        return Table(_OF_KIND[kinds.pop()], each)
    return Table(EVENTS if isinstance(records, Timeline) else _WITHOUT_COLUMNS, ())

"""From the rows of related tables to the tables of data files: what `export` wrote as CSV or Parquet is data again.

Nothing but the columns is needed that `russianrev.tabular` documents. What a join or another column gives is not read:
the parts of a date beside its notation, an address made of others, what a statement touches otherwise than it is about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Rows: TypeAlias = Mapping[str, Iterable[Row]]
"""The rows of tables, by the name of the table, in any order."""

_Table: TypeAlias = dict[str, Any]

KINDS = {
    "sources": "source",
    "events": "event",
    "persons": "person",
    "parties": "party",
    "bodies": "body",
    "places": "place",
    "works": "work",
    "ideas": "idea",
    "statements": "statement",
    "disputes": "dispute",
}
"""The tables of records, each with the word that data files use for their kind."""

OWNERS = {
    "source_authors": "source_id",
    "source_translators": "source_id",
    "addresses": "source_id",
    "paragraphs": "source_id",
    "skipped": "source_id",
    "names": "thing_id",
    "name_sources": "name_id",
    "editorial": "record_id",
    "participants": "event_id",
    "event_places": "event_id",
    "memberships": "person_id",
    "membership_statements": "membership_id",
    "offices": "person_id",
    "office_statements": "office_id",
    "confinements": "person_id",
    "confinement_statements": "confinement_id",
    "capitals": "place_id",
    "capital_statements": "capital_id",
    "work_authors": "work_id",
    "statement_things": "statement_id",
    "figures": "statement_id",
    "readings": "statement_id",
    "relations": "statement_id",
    "claims": "dispute_id",
    "claim_statements": "claim_id",
}
"""The tables of what belongs to a row of another, each with the column that holds the id of that."""

_SINCE_UNTIL = {"since": "start", "until": "end"}
_POINT = ("latitude", "longitude")
_RIGHTS = ("status", "holder", "note")
_PASSAGE = ("paragraph", "char_start", "char_end", "digest", "locator", "url")


class Stray(NamedTuple):
    """A row that belongs to none of the rows that it should belong to: its table, its column, and what is there."""

    table: str
    column: str
    id: Any


class Whole:
    """All the rows of a data set, of which its records are made again."""

    def __init__(self, rows: Rows) -> None:
        """Take the rows of some tables; one that is not there has none."""
        self._rows = {name: [defaultdict(lambda: None, row) for row in each] for name, each in rows.items()}
        self._owned: dict[str, dict[Any, list[Row]]] = {}
        for table, column in OWNERS.items():
            groups = self._owned[table] = defaultdict(list)
            for row in self._rows.get(table, ()):
                groups[row[column]].append(row)
        self._met: dict[str, set[Any]] = defaultdict(set)

    def records(self) -> Iterator[tuple[str, str, _Table]]:
        """Make each record as a data file has it, with the table that it is from and its kind."""
        for table, kind in KINDS.items():
            for row in self._rows.get(table, ()):
                yield table, kind, self._make(table, row)

    def strays(self) -> Iterator[Stray]:
        """Find the rows that belong to no record that was made."""
        for table, groups in self._owned.items():
            yield from (Stray(table, OWNERS[table], id) for id in groups if id not in self._met[table])

    def _of(self, table: str, id: Any, order: str = "position") -> list[Row]:
        """Find the rows that belong to the one with an id, in order."""
        self._met[table].add(id)
        return sorted(self._owned[table].get(id, ()), key=lambda row: (row[order] is None, row[order] or 0))

    def _ids(self, table: str, id: Any, column: str) -> list[Any]:
        return [row[column] for row in self._of(table, id)]

    def _notes(self, table: str, id: Any) -> _Table:
        notes = self._of("editorial", id)
        return {row["attribute"]: row["authority"] for row in notes if row["table_name"] == table}

    def _make(self, table: str, row: Row) -> _Table:
        """Make a record."""
        match table:
            case "statements":
                return self._make_statement(row)
            case "disputes":
                claims = [self._make_claim(each) for each in self._of("claims", row["id"])]
                return _own(row, texts=("attribute", "reason")) | {"values": claims}
            case "sources":
                return self._make_source(row)
            case _:
                names = [self._make_name(each) for each in self._of("names", row["id"])]
                notes = self._notes(table, row["id"])
                return _own(row, *_POINT) | {"names": names, "editorial": notes} | dict(self._list_held(table, row))

    def _list_held(self, table: str, row: Row) -> Iterator[tuple[str, Any]]:
        """Make what some kinds of things have."""
        id = row["id"]
        match table:
            case "events":
                present = self._of("participants", id)
                yield "participants", [{"who": each["who_id"], "role": each["role"]} for each in present]
                yield "places", self._ids("event_places", id, "place_id")
            case "persons":
                yield "memberships", self._make_stretches("memberships", "membership", id)
                yield "offices", self._make_stretches("offices", "office", id)
                yield "confinements", self._make_stretches("confinements", "confinement", id)
            case "places":
                yield "capitals", self._make_stretches("capitals", "capital", id)
                if row["latitude"] is not None or row["longitude"] is not None:
                    yield "coordinates", {key: row[key] for key in _POINT}
            case "works":
                yield "authors", self._ids("work_authors", id, "author_id")

    def _make_source(self, row: Row) -> _Table:
        id = row["id"]
        rights = {name: row[f"rights_{name}"] for name in _RIGHTS if row[f"rights_{name}"] is not None}
        return _own(row, "url", *(f"rights_{name}" for name in _RIGHTS), texts=("language",)) | {
            **({"rights": rights} if rights else {}),
            "authors": self._ids("source_authors", id, "person_id"),
            "translators": self._ids("source_translators", id, "person_id"),
            "addresses": [_own(each, "source", "position") for each in self._of("addresses", id)],
            "paragraphs": [each["length"] for each in self._of("paragraphs", id, "paragraph")],
            "skipped": [
                _own(each, "source", "position", *_PASSAGE) | _passage(each) for each in self._of("skipped", id)
            ],
            "editorial": self._notes("sources", id),
        }

    def _make_statement(self, row: Row) -> _Table:
        id = row["id"]
        figures, readings = self._of("figures", id), self._of("readings", id)
        made = _own(row, "source", "number", *_PASSAGE) | _passage(row)
        made["about"] = [each["thing_id"] for each in self._of("statement_things", id) if each["link"] == "about"]
        made["figures"] = [_own(each, "statement", "position", texts=("unit", "of", "printed")) for each in figures]
        made["readings"] = [
            _own(each, "statement", "position", texts=("printed", "read_as", "reason")) for each in readings
        ]
        for relation in self._of("relations", id):
            made["relation"] = _own(relation, "statement")
        return made

    def _make_stretches(self, table: str, word: str, id: Any) -> list[_Table]:
        """Make what held of a person or a country for a time."""
        texts = ("office",) if table == "offices" else ()
        holder = OWNERS[table].removesuffix("_id")
        return [
            {_SINCE_UNTIL.get(key, key): cell for key, cell in _own(row, "id", holder, "position", texts=texts).items()}
            | {
                "statements": self._ids(f"{word}_statements", row["id"], "statement_id"),
                "editorial": self._notes(table, row["id"]),
            }
            for row in self._of(table, id)
        ]

    def _make_claim(self, row: Row) -> _Table:
        statements = self._ids("claim_statements", row["id"], "statement_id")
        return _own(row, "id", "dispute", "position", texts=("value",)) | {"statements": statements}

    def _make_name(self, row: Row) -> _Table:
        sources = self._ids("name_sources", row["id"], "source_id")
        return _own(row, "id", "thing", "position", texts=("text", "language")) | {"sources": sources}


def _passage(row: Row) -> _Table:
    return {"passage": f"{row['paragraph']}:{row['char_start']}-{row['char_end']} {row['digest']}"}


def _own(row: Row, *without: str, texts: Iterable[str] = ()) -> _Table:
    """Take what is in a row itself but for some attributes: a date by its notation, a reference by its id.

    What is null is left out, or, among the texts that a data file must have, empty.
    """
    dates = tuple(column.removesuffix("notation") for column in row if column.endswith("_notation"))
    made: _Table = dict.fromkeys(texts, "")
    for column, cell in row.items():
        attribute = column.removesuffix("_notation").removesuffix("_id")
        part_of_date = column.startswith(dates) and column not in ("date_printed", f"{attribute}_notation")
        if cell is not None and not part_of_date and attribute not in without:
            made[attribute] = cell
    return made

"""A data set made again from the rows of its tables: `from rebuilding import rebuilt`.

It reads nothing but the rows, by the columns that the schemas document, so that whatever they lack is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from factories import Tables, owner

from russianrev.dataset import Dataset

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = Mapping[str, Iterable[Mapping[str, Any]]]
"""The rows of all tables, by the name of the table, in any order."""

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
"""The tables of records, each with the word that data files use."""

_SINCE_UNTIL = {"since": "start", "until": "end"}
_POINT = ("latitude", "longitude")
_RIGHTS = ("status", "holder", "note")
_PASSAGE = ("paragraph", "char_start", "char_end", "digest", "locator")


def rebuilt(rows: Rows, folder: Path) -> Dataset:
    """The data set that these rows are of, loaded as a user's own by way of a file in a folder, and so checked."""
    return Dataset(owner(folder, data_files(rows)))


def data_files(rows: Rows) -> Tables:
    """The rows as the tables of data files."""
    whole = _Whole(rows)
    return {kind: [whole.fields(table, row) for row in whole.rows[table]] for table, kind in KINDS.items()}


class _Whole:
    def __init__(self, rows: Rows) -> None:
        self.rows = {name: [dict(row) for row in each] for name, each in rows.items()}
        self.groups: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def of(self, table: str, column: str, id: str, order: str = "position") -> list[Row]:
        """The rows of a table with an id in a column, in order."""
        if (table, column) not in self.groups:
            groups = self.groups[table, column] = defaultdict(list)
            for row in sorted(self.rows[table], key=lambda row: row[order]):
                groups[row[column]].append(row)
        return self.groups[table, column][id]

    def ids(self, table: str, owner: str, id: str, column: str) -> list[str]:
        return [row[column] for row in self.of(table, owner, id)]

    def notes(self, table: str, id: str) -> dict[str, str]:
        notes = self.of("editorial", "record_id", id)
        return {row["attribute"]: row["authority"] for row in notes if row["table_name"] == table}

    def fields(self, table: str, row: Row) -> Row:
        """A record as a data file has it."""
        id = row["id"]
        match table:
            case "statements":
                return self.statement(row)
            case "disputes":
                claims = [self.claim(each) for each in self.of("claims", "dispute_id", id)]
                return _plain(row, texts=("attribute", "reason")) | {"values": claims}
            case "sources":
                rights = {name: row[f"rights_{name}"] for name in _RIGHTS if row[f"rights_{name}"] is not None}
                return _plain(row, "url", *(f"rights_{name}" for name in _RIGHTS), texts=("language",)) | {
                    **({"rights": rights} if rights else {}),
                    "authors": self.ids("source_authors", "source_id", id, "person_id"),
                    "translators": self.ids("source_translators", "source_id", id, "person_id"),
                    "addresses": [_plain(each, "source", "position") for each in self.of("addresses", "source_id", id)],
                    "paragraphs": [each["length"] for each in self.of("paragraphs", "source_id", id, "paragraph")],
                    "skipped": [
                        _plain(each, "source", "position", "url") | _passage(each)
                        for each in self.of("skipped", "source_id", id)
                    ],
                    "editorial": self.notes(table, id),
                }
            case _:
                names = [self.name(each) for each in self.of("names", "thing_id", id)]
                more = dict(self.of_thing(table, row))
                return _plain(row, *_POINT) | {"names": names, "editorial": self.notes(table, id)} | more

    def of_thing(self, table: str, row: Row) -> Iterator[tuple[str, Any]]:
        """What some kinds of things have."""
        id = row["id"]
        match table:
            case "events":
                present = self.of("participants", "event_id", id)
                yield "participants", [{"who": each["who_id"], "role": each["role"]} for each in present]
                yield "places", self.ids("event_places", "event_id", id, "place_id")
            case "persons":
                yield "memberships", self.stretches("memberships", "membership", "person", id)
                yield "offices", self.stretches("offices", "office", "person", id)
                yield "confinements", self.stretches("confinements", "confinement", "person", id)
            case "places":
                yield "capitals", self.stretches("capitals", "capital", "place", id)
                if row["latitude"] is not None:
                    yield "coordinates", {key: row[key] for key in _POINT}
            case "works":
                yield "authors", self.ids("work_authors", "work_id", id, "author_id")

    def statement(self, row: Row) -> Row:
        id = row["id"]
        about = [each for each in self.of("statement_things", "statement_id", id) if each["link"] == "about"]
        figures = self.of("figures", "statement_id", id)
        readings = self.of("readings", "statement_id", id)
        made = _plain(row, "source", "number", "url") | _passage(row)
        made["about"] = [each["thing_id"] for each in about]
        made["figures"] = [_plain(f, "statement", "position", texts=("unit", "of", "printed")) for f in figures]
        made["readings"] = [
            _plain(r, "statement", "position", texts=("printed", "read_as", "reason")) for r in readings
        ]
        for relation in self.of("relations", "statement_id", id, "statement_id"):
            made["relation"] = _plain(relation, "statement")
        return made

    def stretches(self, table: str, word: str, owner: str, id: str) -> list[Row]:
        """What held of a person or a country for a time."""
        texts = ("office",) if table == "offices" else ()
        return [
            {
                _SINCE_UNTIL.get(key, key): value
                for key, value in _plain(row, "id", owner, "position", texts=texts).items()
            }
            | {
                "statements": self.ids(f"{word}_statements", f"{word}_id", row["id"], "statement_id"),
                "editorial": self.notes(table, row["id"]),
            }
            for row in self.of(table, f"{owner}_id", id)
        ]

    def claim(self, row: Row) -> Row:
        statements = self.ids("claim_statements", "claim_id", row["id"], "statement_id")
        return _plain(row, "id", "dispute", "position", texts=("value",)) | {"statements": statements}

    def name(self, row: Row) -> Row:
        sources = self.ids("name_sources", "name_id", row["id"], "source_id")
        return _plain(row, "id", "thing", "position", texts=("text", "language")) | {"sources": sources}


def _passage(row: Row) -> Row:
    return {"passage": f"{row['paragraph']}:{row['char_start']}-{row['char_end']} {row['digest']}"}


def _plain(row: Row, *without: str, texts: Iterable[str] = ()) -> Row:
    """What is in a row itself but for some attributes: a date by its notation, a reference by its id.

    What is null is left out, or, among the texts that a data file must have, empty.
    """
    dates = tuple(column.removesuffix("notation") for column in row if column.endswith("_notation"))
    made: Row = dict.fromkeys(texts, "")
    for column, cell in row.items():
        attribute = column.removesuffix("_notation").removesuffix("_id")
        part_of_date = column.startswith(dates) and column not in ("date_printed", f"{attribute}_notation")
        if cell is not None and not part_of_date and attribute not in (*without, *_PASSAGE):
            made[attribute] = cell
    return made

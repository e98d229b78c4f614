"""The data set as related tables: what each table and each column of it holds.

One row is one record, or one value that belongs to a record. An `id` is that of the record; a column whose name ends
in `_id` holds the id of a row of another table. What belongs to a record in an order has its `position`, from 1. A row
that is no record of its own, but is referred to, has an id made of the record's, the attribute and the position:
`trotsky/offices/2`. Such an id holds for one version of the data; the id of a record is never reused.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from russianrev.dates import Calendar, Precision
from russianrev.vocabulary import (
    Authority,
    BodyKind,
    Certainty,
    ConfinementKind,
    EventKind,
    IdeaKind,
    NameKind,
    PartyKind,
    Predicate,
    Role,
    SkipReason,
    SourceKind,
    WorkKind,
)


class ColumnType(StrEnum):
    """What the cells of a column are, in the words of the Frictionless Table Schema."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"  #: double precision
    BOOLEAN = "boolean"
    DATE = "date"  #: of the Gregorian calendar


class Link(StrEnum):
    """How a statement touches a thing."""

    EVENT = "event"  #: the event that it tells of
    ABOUT = "about"
    SAID_BY = "said-by"  #: whose words or view it reports
    SUBJECT = "subject"  #: of the relation that it asserts
    OBJECT = "object"  #: of the relation that it asserts


@frozen
class Column:
    """A column: `words` are all that its cells may hold, if it has a vocabulary; `refers_to` the table of its ids."""

    name: str
    description: str
    type: ColumnType = ColumnType.TEXT
    required: bool = False
    words: tuple[str, ...] = ()
    refers_to: str = ""


@frozen
class Schema:
    """What a table holds; `primary_key` are the columns that tell its rows apart."""

    name: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ("id",)

    @property
    def foreign_keys(self) -> dict[str, str]:
        """The columns that hold ids of a table, each with that table.

        >>> SCHEMAS["participants"].foreign_keys
        {'event_id': 'events', 'who_id': 'things'}
        """
        return {column.name: column.refers_to for column in self.columns if column.refers_to}


def date_columns(prefix: str, what: str) -> tuple[Column, ...]:
    """The columns of a date; all are null where there is none.

    >>> [column.name for column in date_columns("birth", "birth")][:3]
    ['birth_notation', 'birth_start', 'birth_end']
    """
    return (
        Column(f"{prefix}_notation", f"The date of {what} as the data files write it, in the calendar it was given in"),
        Column(f"{prefix}_start", "Its first day, Gregorian; null if it is open or not known", ColumnType.DATE),
        Column(f"{prefix}_end", "Its last day, Gregorian, inclusive; null if it is open or not known", ColumnType.DATE),
        _word(f"{prefix}_precision", Precision, "How closely it is known; a span is the whole of its days", False),
        _word(f"{prefix}_calendar", Calendar, "The calendar it was given in", False),
        Column(f"{prefix}_edtf", "As EDTF level 1, which is Gregorian"),
        Column(f"{prefix}_old_style", "In words, by the Julian calendar"),
        Column(f"{prefix}_new_style", "In words, by the Gregorian calendar"),
        Column(f"{prefix}_approximate", "Whether it is only about right", ColumnType.BOOLEAN),
        Column(f"{prefix}_uncertain", "Whether it is doubted", ColumnType.BOOLEAN),
        Column(f"{prefix}_time", "The time of day: T21:45, T02, evening"),
    )


def _word(name: str, vocabulary: Iterable[str], description: str, required: bool = True) -> Column:
    return Column(name, description, required=required, words=tuple(map(str, vocabulary)))


def _reference(name: str, table: str, description: str, *, required: bool = True) -> Column:
    return Column(name, description, required=required, refers_to=table)


def _may_refer(name: str, table: str, description: str) -> Column:
    return _reference(name, table, description, required=False)


def _number(name: str, description: str) -> Column:
    return Column(name, description, ColumnType.INTEGER, required=True)


def _label(name: str, description: str) -> Column:
    return Column(name, description, required=True)


_ID = _label("id", "Its id")
_THING_ID = _reference("id", "things", "Its id")
_POSITION = _number("position", "Its place among those of the same, from 1")
_STRETCH = (*date_columns("since", "the beginning"), *date_columns("until", "the end"))
_PASSAGE = (
    _number("paragraph", "The paragraph of the document: its n-th non-blank line, from 1"),
    _number("char_start", "Where the passage begins in the paragraph, in characters, from 0"),
    _number("char_end", "Where it ends, exclusive"),
    _label("digest", "The first 16 hexadecimal digits of the SHA-256 of the passage in UTF-8"),
    _label("opening", "Its first words"),
    _label("locator", "The citation, short enough for a footnote"),
)


def _of(table: str, record: str, *columns: Column, key: str = "position") -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """The columns and the primary key of a table of what belongs to the rows of another."""
    owner = f"{record}_id"
    return (_reference(owner, table, f"The {record} that it belongs to"), *columns), (owner, key)


def _behind(table: str, record: str) -> Schema:
    """The table of the statements behind the rows of another."""
    statement = _reference("statement_id", "statements", "The statement")
    return Schema(
        f"{record}_statements", f"The statements behind the {table}.", *_of(table, record, _POSITION, statement)
    )


_THINGS = ("events", "persons", "parties", "bodies", "places", "works", "ideas")
_WITH_EDITORIAL = (*_THINGS, "sources", "memberships", "offices", "confinements", "capitals")

_TABLES = (
    Schema(
        "sources",
        "The documents.",
        (
            _ID,
            _label("title", "The title"),
            _word("kind", SourceKind, "What sort of document it is"),
            Column("language", "Its language, a BCP 47 tag"),
            _may_refer("work_id", "works", "The work that it speaks of"),
            Column("container", "The journal or catalogue it stands in"),
            Column("publisher", "The publisher"),
            *date_columns("date", "publication"),
            Column("note", "A note"),
            _label("sha256", "The SHA-256 of the whole text, in hexadecimal digits"),
            _number("length", "The length of the text, in characters"),
        ),
    ),
    Schema(
        "source_authors",
        "Who wrote the documents.",
        *_of("sources", "source", _POSITION, _reference("person_id", "persons", "The author")),
    ),
    Schema(
        "paragraphs",
        "The paragraphs of the documents.",
        *_of(
            "sources",
            "source",
            _number("paragraph", "Its number, from 1"),
            _number("length", "Its length, in characters"),
            key="paragraph",
        ),
    ),
    Schema(
        "skipped",
        "The stretches of the documents that need no statement.",
        *_of(
            "sources",
            "source",
            _POSITION,
            *_PASSAGE,
            _word("reason", SkipReason, "Why"),
            Column("repeats", "The paragraph that it repeats", ColumnType.INTEGER),
        ),
    ),
    Schema(
        "statements",
        "What one document says at one passage.",
        (
            _ID,
            _reference("source_id", "sources", "The document"),
            _number("number", "Its number among those of the paragraph, from 1"),
            _label("text", "What it says, in plain English"),
            *_PASSAGE,
            _may_refer("event_id", "events", "The event that it tells of"),
            _may_refer("said_by_id", "things", "Whose words or view it reports, if not the document's own"),
            *date_columns("date", "what it says"),
            Column("date_printed", "That date as printed"),
        ),
    ),
    Schema(
        "statement_things",
        "What each statement touches, and how.",
        (
            _reference("statement_id", "statements", "The statement"),
            _word("link", Link, "How it touches the thing"),
            _POSITION,
            _reference("thing_id", "things", "The thing"),
        ),
        ("statement_id", "link", "position"),
    ),
    Schema(
        "figures",
        "The quantities that the documents give.",
        *_of(
            "statements",
            "statement",
            _POSITION,
            Column("value", "The quantity, or the least of a range", ColumnType.NUMBER, required=True),
            Column("value_max", "The greatest of a range", ColumnType.NUMBER),
            Column("unit", "What is counted or measured"),
            Column("of", "What it is the number of"),
            Column("printed", "The quantity as printed"),
            Column("approximate", "Whether it is only about right", ColumnType.BOOLEAN, required=True),
        ),
    ),
    Schema(
        "relations",
        "The relations that statements assert, read subject predicate object.",
        (
            _reference("statement_id", "statements", "The statement that asserts it"),
            _reference("subject_id", "things", "The subject"),
            _word("predicate", Predicate, "What the subject did to the object, or was to it"),
            _reference("object_id", "things", "The object"),
            *date_columns("date", "the relation"),
        ),
        ("statement_id",),
    ),
    Schema(
        "readings",
        "How the editors read misprints and slips.",
        *_of(
            "statements",
            "statement",
            _POSITION,
            Column("printed", "What is printed"),
            Column("read_as", "What it should be"),
            Column("reason", "Why"),
            _word("certainty", Certainty, "How sure the editors are"),
        ),
    ),
    Schema(
        "things",
        "Everything that statements are about, whatever its kind: where to look up an id.",
        (
            _ID,
            _word("table_name", _THINGS, "The table with more about it"),
            _label("label", "What to call it in English"),
        ),
    ),
    Schema(
        "events",
        "What happened.",
        (
            _THING_ID,
            _label("title", "The title"),
            _word("kind", EventKind, "What sort of happening it is"),
            *date_columns("date", "the event"),
            _may_refer("part_of_id", "events", "The event that it is part of"),
            Column("summary", "What happened, in a sentence or two"),
        ),
    ),
    Schema(
        "participants",
        "Who took part in the events.",
        *_of(
            "events",
            "event",
            _POSITION,
            _reference("who_id", "things", "The person, party or body"),
            _word("role", Role, "In which role"),
        ),
    ),
    Schema(
        "event_places",
        "Where the events happened.",
        *_of("events", "event", _POSITION, _reference("place_id", "places", "The place")),
    ),
    Schema(
        "persons",
        "The persons.",
        (
            _THING_ID,
            _label("name", "The usual English name"),
            *date_columns("birth", "birth"),
            *date_columns("death", "death"),
        ),
    ),
    Schema(
        "memberships",
        "Who belonged to which party, and when.",
        (
            _ID,
            _reference("person_id", "persons", "The person"),
            _POSITION,
            _reference("party_id", "parties", "The party"),
            *_STRETCH,
        ),
    ),
    _behind("memberships", "membership"),
    Schema(
        "offices",
        "Who held which office, or sat in which body, and when.",
        (
            _ID,
            _reference("person_id", "persons", "The person"),
            _POSITION,
            Column("office", "The office"),
            _reference("body_id", "things", "The body or party"),
            *_STRETCH,
        ),
    ),
    _behind("offices", "office"),
    Schema(
        "confinements",
        "Who was in prison, in exile or in hiding, where and when.",
        (
            _ID,
            _reference("person_id", "persons", "The person"),
            _POSITION,
            _word("kind", ConfinementKind, "How the person was confined"),
            _may_refer("place_id", "places", "Where"),
            *_STRETCH,
        ),
    ),
    _behind("confinements", "confinement"),
    Schema(
        "parties",
        "The parties, factions and blocs.",
        (
            _THING_ID,
            _label("name", "The usual English name"),
            _word("kind", PartyKind, "What sort of grouping it is"),
            *date_columns("founded", "the founding"),
            *date_columns("dissolved", "the end"),
            _may_refer("split_from_id", "parties", "The party that it split from"),
            _may_refer("merged_into_id", "parties", "The party that it merged into"),
            Column("position", "What it stood for, in a sentence"),
        ),
    ),
    Schema(
        "bodies",
        "The governments, soviets, committees, armies, newspapers and other institutions and groups.",
        (
            _THING_ID,
            _label("name", "The usual English name"),
            _word("kind", BodyKind, "What sort of institution it is"),
            _may_refer("part_of_id", "things", "The body or party that it is part of"),
        ),
    ),
    Schema(
        "places",
        "The towns, regions, countries and buildings.",
        (
            _THING_ID,
            _label("name", "The usual English name"),
            _may_refer("within_id", "places", "The place that it lies in"),
            Column("latitude", "In degrees of WGS 84, north positive", ColumnType.NUMBER),
            Column("longitude", "In degrees of WGS 84, east positive", ColumnType.NUMBER),
        ),
    ),
    Schema(
        "capitals",
        "Which city was the capital of which country, and when.",
        (
            _ID,
            _reference("place_id", "places", "The country"),
            _POSITION,
            _reference("city_id", "places", "The capital"),
            *_STRETCH,
        ),
    ),
    _behind("capitals", "capital"),
    Schema(
        "works",
        "What was written or proclaimed.",
        (
            _THING_ID,
            _label("title", "The title"),
            _word("kind", WorkKind, "What sort of writing it is"),
            *date_columns("date", "first publication, or of writing if there was none"),
        ),
    ),
    Schema(
        "work_authors",
        "Who wrote the works.",
        *_of("works", "work", _POSITION, _reference("author_id", "things", "The person, party or body")),
    ),
    Schema(
        "ideas",
        "The doctrines, policies, slogans and movements.",
        (_THING_ID, _label("name", "The usual English name"), _word("kind", IdeaKind, "What sort of thought it is")),
    ),
    Schema(
        "names",
        "The forms of the names of things.",
        (
            _ID,
            _reference("thing_id", "things", "What is so named"),
            _POSITION,
            Column("text", "The name"),
            Column("language", "Its language, a BCP 47 tag"),
            _word("kind", NameKind, "How it stands to the thing"),
            *date_columns("date", "its use"),
        ),
    ),
    Schema(
        "name_sources",
        "The documents that print a form of a name.",
        *_of("names", "name", _POSITION, _reference("source_id", "sources", "The document")),
    ),
    Schema(
        "disputes",
        "Where documents differ, or one differs from what is established.",
        (
            _ID,
            _reference("thing_id", "things", "The thing in dispute"),
            Column("attribute", "What of it is in dispute"),
            Column("chosen", "The value that the editors take; null where they leave it open"),
            Column("reason", "Why"),
            _word("certainty", Certainty, "How sure the editors are"),
        ),
    ),
    Schema(
        "claims",
        "The values that a dispute weighs.",
        (
            _ID,
            _reference("dispute_id", "disputes", "The dispute"),
            _POSITION,
            Column("value", "The value"),
            _word("authority", Authority, "What kind of authority the editors have it from, if any", False),
        ),
    ),
    _behind("claims", "claim"),
    Schema(
        "editorial",
        "What the editors say and no document does.",
        (
            _word("table_name", _WITH_EDITORIAL, "The table that the record is in"),
            _label("record_id", "The id of the record, in that table"),
            _POSITION,
            _label("attribute", "What of the record is editorial"),
            _word("authority", Authority, "What kind of authority it is from"),
        ),
        ("record_id", "attribute"),
    ),
)

SCHEMAS: dict[str, Schema] = {schema.name: schema for schema in _TABLES}
"""The tables, by name."""

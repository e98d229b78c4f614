"""The tables of the documents, and of what they say: sources and statements."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from russianrev.records.base import ByKind
from russianrev.records.model import Rights, Source, Statement, Thing
from russianrev.tabular.columns import (
    PASSAGE,
    Column,
    ColumnType,
    date_columns,
    flat,
    integer,
    label,
    of_part,
    optional_reference,
    optional_word,
    reference,
    text,
    word,
)
from russianrev.tabular.schema import (
    ID,
    POSITION,
    Belonging,
    Schema,
    all_of,
    belongings,
    owned_by,
    table_of_records,
    table_of_values,
)
from russianrev.vocabulary import AddressKind, Certainty, Predicate, RightsStatus, SkipReason, SourceKind

_RIGHTS: tuple[Column[Rights], ...] = flat(
    optional_word("status", RightsStatus, "Whether its text may be copied", lambda rights: rights.status),
    text("holder", "Who holds the rights", lambda rights: rights.holder),
    text("note", "What the rights follow from", lambda rights: rights.note),
)

SOURCES = table_of_records(
    "sources",
    "The documents.",
    Source,
    ID,
    label("title", "The title", lambda source: source.title),
    word("kind", SourceKind, "What sort of document it is", lambda source: source.kind),
    text("language", "Its language, a BCP 47 tag", lambda source: source.language),
    optional_reference("work_id", "works", "The work that it is part of", lambda source: source.work),
    text("part", "Which part of the work", lambda source: source.part),
    text("container", "The journal or catalogue it stands in", lambda source: source.container),
    text("publisher", "The publisher", lambda source: source.publisher),
    date_columns("date", "publication", lambda source: source.date),
    optional_reference("about_id", "works", "The work that it speaks of", lambda source: source.about),
    of_part(lambda source: source.rights, _RIGHTS, prefix="rights_"),
    text("url", "The first of its addresses that has its text", lambda source: source.url),
    text("note", "A note", lambda source: source.note),
    label("sha256", "The SHA-256 of the whole text, in hexadecimal digits", lambda source: source.sha256),
    integer("length", "The length of the text, in characters", lambda source: source.length),
)

SOURCE_AUTHORS = table_of_values(
    "source_authors",
    "Who wrote the documents.",
    owned_by("source", "sources"),
    belongings(all_of(Source), "authors", lambda source: source.authors),
    reference("person_id", "persons", "The author", lambda author: author),
)

SOURCE_TRANSLATORS = table_of_values(
    "source_translators",
    "Who translated the documents.",
    owned_by("source", "sources"),
    belongings(all_of(Source), "translators", lambda source: source.translators),
    reference("person_id", "persons", "The translator", lambda translator: translator),
)

ADDRESSES = table_of_values(
    "addresses",
    "Where the documents are on the web, the best address first.",
    owned_by("source", "sources"),
    belongings(all_of(Source), "addresses", lambda source: source.addresses),
    label("url", "The address, of the scheme http or https", lambda address: address.url),
    word("holds", AddressKind, "What is there", lambda address: address.holds),
    date_columns("opened", "an editor's visit", lambda address: address.opened),
    text("note", "A note", lambda address: address.note),
)

PARAGRAPHS = table_of_values(
    "paragraphs",
    "The paragraphs of the documents.",
    owned_by("source", "sources"),
    belongings(all_of(Source), "paragraphs", lambda source: source.paragraphs),
    integer("length", "Its length, in characters", lambda length: length),
    position=integer("paragraph", "Its number, from 1", lambda paragraph: paragraph.position),
)

SKIPPED = table_of_values(
    "skipped",
    "The stretches of the documents that need no statement.",
    owned_by("source", "sources"),
    belongings(all_of(Source), "skipped", lambda source: source.skipped),
    of_part(lambda skipped: skipped.citation, PASSAGE),
    word("reason", SkipReason, "Why", lambda skipped: skipped.reason),
    Column("repeats", "The paragraph that it repeats", lambda skipped: skipped.repeats, ColumnType.INTEGER),
)

STATEMENTS = table_of_records(
    "statements",
    "What one document says at one passage.",
    Statement,
    ID,
    reference("source_id", "sources", "The document", lambda statement: statement.source),
    integer("number", "Its number among those of the paragraph, from 1", lambda statement: statement.place[-1]),
    label("text", "What it says, in plain English", lambda statement: statement.text),
    of_part(lambda statement: statement.citation, PASSAGE),
    optional_reference("event_id", "events", "The event that it tells of", lambda statement: statement.event),
    optional_reference(
        "said_by_id",
        "things",
        "Whose words or view it reports, if not the document's own",
        lambda statement: statement.said_by,
    ),
    date_columns("date", "what it says", lambda statement: statement.date),
    text("date_printed", "That date as printed", lambda statement: statement.date_printed),
)


class Link(StrEnum):
    """How a statement touches a thing."""

    EVENT = "event"  #: the event that it tells of
    ABOUT = "about"
    SAID_BY = "said-by"  #: whose words or view it reports
    SUBJECT = "subject"  #: of the relation that it asserts
    OBJECT = "object"  #: of the relation that it asserts


def _find_touched(records: ByKind) -> Iterator[Belonging[Thing]]:
    """Find what each statement touches; the attribute that it belongs to is the link."""
    for statement in all_of(Statement)(records):
        relation = statement.relation
        linked: dict[Link, tuple[Thing | None, ...]] = {
            Link.EVENT: (statement.event,),
            Link.ABOUT: statement.about,
            Link.SAID_BY: (statement.said_by,),
            Link.SUBJECT: (relation.subject if relation else None,),
            Link.OBJECT: (relation.object if relation else None,),
        }
        for link, things in linked.items():
            for position, thing in enumerate(filter(None, things), 1):
                yield Belonging(statement, link, position, thing)


STATEMENT_THINGS = Schema(
    "statement_things",
    "What each statement touches, and how.",
    (
        owned_by("statement", "statements", "The statement"),
        word("link", Link, "How it touches the thing", lambda touched: touched.attribute),
        POSITION,
        reference("thing_id", "things", "The thing", lambda touched: touched.value),
    ),
    _find_touched,
    ("statement_id", "link", "position"),
)

FIGURES = table_of_values(
    "figures",
    "The quantities that the documents give.",
    owned_by("statement", "statements"),
    belongings(all_of(Statement), "figures", lambda statement: statement.figures),
    Column(
        "value",
        "The quantity, or the least of a range",
        lambda figure: float(figure.value),
        ColumnType.NUMBER,
        required=True,
    ),
    Column(
        "value_max",
        "The greatest of a range",
        lambda figure: None if figure.value_max is None else float(figure.value_max),
        ColumnType.NUMBER,
    ),
    text("unit", "What is counted or measured", lambda figure: figure.unit),
    text("of", "What it is the number of", lambda figure: figure.of),
    text("printed", "The quantity as printed", lambda figure: figure.printed),
    Column(
        "approximate",
        "Whether it is only about right",
        lambda figure: figure.approximate,
        ColumnType.BOOLEAN,
        required=True,
    ),
)

RELATIONS = table_of_values(
    "relations",
    "The relations that statements assert, read subject predicate object.",
    owned_by("statement", "statements", "The statement that asserts it"),
    belongings(all_of(Statement), "relation", lambda statement: (statement.relation,) if statement.relation else ()),
    reference("subject_id", "things", "The subject", lambda relation: relation.subject),
    word(
        "predicate",
        Predicate,
        "What the subject did to the object, or was to it",
        lambda relation: relation.predicate,
    ),
    reference("object_id", "things", "The object", lambda relation: relation.object),
    date_columns("date", "the relation", lambda relation: relation.date),
    position=None,
)

READINGS = table_of_values(
    "readings",
    "How the editors read misprints and slips.",
    owned_by("statement", "statements"),
    belongings(all_of(Statement), "readings", lambda statement: statement.readings),
    text("printed", "What is printed", lambda reading: reading.printed),
    text("read_as", "What it should be", lambda reading: reading.read_as),
    text("reason", "Why", lambda reading: reading.reason),
    word("certainty", Certainty, "How sure the editors are", lambda reading: reading.certainty),
)

DOCUMENT_TABLES = (
    SOURCES,
    SOURCE_AUTHORS,
    SOURCE_TRANSLATORS,
    ADDRESSES,
    PARAGRAPHS,
    SKIPPED,
    STATEMENTS,
    STATEMENT_THINGS,
    FIGURES,
    RELATIONS,
    READINGS,
)

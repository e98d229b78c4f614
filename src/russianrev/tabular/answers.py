"""The tables of answers that are no records: accounts, hits, tenures, links, citations, comparisons and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from russianrev.queries.answers import Account, Link, Situation
from russianrev.queries.comparison import Comparison, Standing
from russianrev.queries.fulltext import Hit
from russianrev.queries.reading import Paragraph
from russianrev.records.model import RECORDS, Citation, Claim, Statement, Stretch
from russianrev.tabular.columns import (
    PASSAGE,
    STRETCH,
    Column,
    Columns,
    ColumnType,
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
from russianrev.tabular.schema import Schema, Table
from russianrev.vocabulary import Authority


class _Part(NamedTuple):
    """One of the several things that an answer has, of which each is a row."""

    whole: Any
    part: Any


def _make_schema(name: str, description: str, *columns: Columns[Any]) -> Schema:
    return Schema(name, description, flat(*columns), lambda records: (), primary_key=())


def _join(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(words))


_STATEMENT: tuple[Column[Statement], ...] = (
    label("statement_id", "The statement", lambda statement: statement.id),
    label("text", "What it says, in plain English", lambda statement: statement.text),
    label("locator", "The citation, short enough for a footnote", lambda statement: statement.citation.locator),
)

ACCOUNTS = _make_schema(
    "accounts",
    "What each source says of an event, a row a statement.",
    reference("event_id", "events", "The event", lambda row: row.whole.event),
    reference("source_id", "sources", "The source", lambda row: row.whole.source),
    of_part(lambda row: row.part, _STATEMENT),
)

HITS = _make_schema(
    "hits",
    "What a search found, the best first.",
    Column("score", "How good a match it is, comparable within a search", lambda hit: hit.score, ColumnType.NUMBER),
    word("kind", RECORDS, "The kind of the record", lambda hit: type(hit.record).__name__.lower()),
    label("id", "The id of the record", lambda hit: hit.record.id),
    label("label", "What to call it in English", lambda hit: hit.record.label),
)

HOLDINGS = _make_schema(
    "holdings",
    "Who held what, and when.",
    reference("holder_id", "things", "The person; or, of a capital, the country", lambda row: row.whole),
    label("kind", "What sort of holding it is: tenure, membership, …", lambda row: type(row.part).__name__.lower()),
    label("held", "What was held", lambda row: str(row.part)),
    of_part(lambda row: row.part, STRETCH),
    text("locators", "The passages behind it", lambda row: _join(each.locator for each in row.part.citations)),
)

LINKS = _make_schema(
    "links",
    "What led to what, a row a statement that says so.",
    reference("cause_id", "events", "The cause", lambda row: row.whole.cause),
    reference("effect_id", "events", "The effect", lambda row: row.whole.effect),
    integer("depth", "How many links away it lies", lambda row: row.whole.depth),
    of_part(lambda row: row.part, _STATEMENT),
)

CITATIONS = _make_schema(
    "citations",
    "Passages of sources.",
    reference("source_id", "sources", "The source", lambda citation: citation.source),
    PASSAGE,
)

COMPARISONS = _make_schema(
    "comparisons",
    "What the sources give for an attribute of a thing, a row a value.",
    reference("thing_id", "things", "The thing", lambda row: row.whole.thing),
    label("attribute", "The attribute", lambda row: row.whole.attribute),
    text("of", "Which, where the thing has several", lambda row: row.whole.of),
    word("standing", Standing, "How what they give stands to each other", lambda row: row.whole.standing),
    text("value", "A value", lambda row: row.part and row.part.value),
    text("sources", "Who gives it", lambda row: _join(s.source.id for s in row.part.statements) if row.part else None),
    optional_word(
        "authority", Authority, "What it is from, if it is the editors'", lambda row: row.part and row.part.authority
    ),
    optional_reference("dispute_id", "disputes", "What the editors say of it", lambda row: row.whole.dispute),
)

PARAGRAPHS = _make_schema(
    "paragraphs",
    "Paragraphs of a document.",
    reference("source_id", "sources", "The document", lambda paragraph: paragraph.source),
    integer("number", "Its number, from 1", lambda paragraph: paragraph.number),
    text("text", "Its text, if it is at hand", lambda paragraph: paragraph.text),
    integer("statements", "How many statements are read from it", lambda paragraph: len(paragraph.statements)),
    integer("disputes", "How many disputes they have a say in", lambda paragraph: len(paragraph.disputes)),
)


def _by_statement(answer: Account | Link) -> Iterator[_Part]:
    return (_Part(answer, statement) for statement in answer.statements)


def _by_value(comparison: Comparison) -> Iterator[_Part]:
    values: tuple[Claim | None, ...] = comparison.values or (None,)
    return (_Part(comparison, claim) for claim in values)


_OF_CLASS: dict[type, tuple[Schema, Callable[[Any], Iterable[Any]]]] = {
    Account: (ACCOUNTS, _by_statement),
    Link: (LINKS, _by_statement),
    Comparison: (COMPARISONS, _by_value),
    Hit: (HITS, lambda hit: (hit,)),
    Citation: (CITATIONS, lambda citation: (citation,)),
    Paragraph: (PARAGRAPHS, lambda paragraph: (paragraph,)),
    tuple: (HOLDINGS, lambda pair: (_Part(*pair),)),
}


def table_of_answers(answers: Iterable[Any]) -> Table | None:
    """Make the table of what a question was answered with; None if there is none of such answers.

    >>> import russianrev as rr
    >>> table_of_answers(rr.causes("february-revolution")).cells("depth")[0]
    1
    """
    each = list(answers)
    kinds = {type(answer) for answer in each}
    if len(kinds) != 1 or (kind := kinds.pop()) not in _OF_CLASS:
        return None
    schema, rows = _OF_CLASS[kind]
    return Table(schema, tuple(chain.from_iterable(map(rows, each))))


def holdings(situation: Situation) -> list[tuple[Any, Stretch]]:
    """List who held what as things stood on a date."""
    return [*situation.capitals, *situation.offices, *situation.memberships, *situation.confinements]

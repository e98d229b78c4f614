"""The data's statements: how they read, what they are tied to, and that what they print is printed."""

from __future__ import annotations

from collections import Counter

from bundled_data import DATASET, documents, listed, needs_documents

from russianrev.names import fold
from russianrev.records.model import Statement

STATEMENTS = tuple(DATASET.statements)


def test_every_statement_is_a_sentence_that_ends_with_a_full_stop() -> None:
    offenders = [s.id for s in STATEMENTS if not s.text.endswith((".", ".”")) or not s.text[0].isupper()]
    assert not offenders, listed(offenders)


def test_no_passage_has_two_statements_that_say_the_same() -> None:
    said = Counter(
        (s.source.id, s.citation.paragraph, s.citation.start, s.citation.end, fold(s.text)) for s in STATEMENTS
    )
    offenders = [place for place, times in said.items() if times > 1]
    assert not offenders, listed(offenders)


def test_no_document_is_made_to_say_the_same_words_twice_of_one_paragraph() -> None:
    said = Counter((s.source.id, s.citation.paragraph, fold(s.text)) for s in STATEMENTS)
    offenders = [place for place, times in said.items() if times > 1]
    assert not offenders, listed(offenders)


def test_every_statement_is_about_something() -> None:
    offenders = [s.id for s in STATEMENTS if not s.things]
    assert not offenders, listed(offenders)


def test_what_a_statement_is_about_is_listed_once_and_without_its_event() -> None:
    offenders = [s.id for s in STATEMENTS if s.event in s.about or len(set(s.about)) != len(s.about)]
    assert not offenders, listed(offenders)


def test_what_a_relation_joins_is_what_the_statement_is_about() -> None:
    offenders = []
    for s in STATEMENTS:
        if s.relation:
            ends = (s.relation.subject, s.relation.object)
            offenders += [f"{s.id}: {end.id}" for end in ends if end not in (s.event, s.said_by, *s.about)]
    assert not offenders, listed(offenders)


def test_a_relation_joins_two_different_things() -> None:
    offenders = [s.id for s in STATEMENTS if s.relation and s.relation.subject == s.relation.object]
    assert not offenders, listed(offenders)


def test_a_printed_date_is_read() -> None:
    offenders = [s.id for s in STATEMENTS if s.date_printed and not s.date]
    assert not offenders, listed(offenders)


def printed_in(words: str, statement: Statement) -> bool:
    """Whether the passage prints these words, or, with an ellipsis between them, these parts in this order."""
    passage = " ".join(statement.citation.passage(documents()).split())
    at = 0
    for part in (part.strip() for part in words.split("…")):
        at = passage.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def in_paragraph(words: str, statement: Statement) -> bool:
    """Whether the paragraph prints these words: a date may stand before the passage that it dates."""
    text = documents()[statement.source].paragraphs[statement.citation.paragraph - 1]
    return all(part.strip() in text for part in words.split("…"))


@needs_documents
def test_every_printed_date_stands_in_the_paragraph_of_its_passage() -> None:
    offenders = [f"{s.id}: {s.date_printed}" for s in STATEMENTS if not in_paragraph(s.date_printed, s)]
    assert not offenders, listed(offenders)


@needs_documents
def test_every_printed_figure_stands_in_its_passage() -> None:
    offenders = [
        f"{s.id}: {f.printed}" for s in STATEMENTS for f in s.figures if not f.printed or not printed_in(f.printed, s)
    ]
    assert not offenders, listed(offenders)


@needs_documents
def test_everything_that_is_read_otherwise_stands_in_its_passage() -> None:
    offenders = [f"{s.id}: {r.printed}" for s in STATEMENTS for r in s.readings if not printed_in(r.printed, s)]
    assert not offenders, listed(offenders)

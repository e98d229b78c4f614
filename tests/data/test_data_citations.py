"""The data's citations: all hold, they cover the documents, and they give away no more than a few opening words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bundled_data import DATASET, FOLDER, documents, listed, needs_documents

from russianrev.records.model import Citation

MOST_WORDS = 4
MOST_CHARACTERS = 8  # of Chinese, which does not space its words


def citations() -> Iterator[tuple[str, Citation]]:
    """Every citation, and whose it is."""
    for statement in DATASET.statements:
        yield statement.id, statement.citation
    for source in DATASET.sources:
        for skipped in source.skipped:
            yield f"{source.id} (skipped)", skipped.citation


@needs_documents
def test_every_citation_holds() -> None:
    verification = DATASET.verify(FOLDER)
    assert verification, str(verification)
    assert verification.checked == len(list(citations()))


@needs_documents
def test_every_letter_and_digit_of_every_document_is_cited_or_skipped() -> None:
    gaps = DATASET.coverage(FOLDER)
    assert set(gaps) == set(DATASET.sources)
    offenders = [gap for found in gaps.values() for gap in found]
    assert not offenders, listed(offenders)


def test_an_opening_has_four_words_at_most_or_eight_characters_of_chinese() -> None:
    offenders = [
        f"{owner}: {citation.opening}"
        for owner, citation in citations()
        if len(citation.opening.split()) > MOST_WORDS
        or (citation.source.language == "zh" and len(citation.opening) > MOST_CHARACTERS)
    ]
    assert not offenders, listed(offenders)


def test_an_opening_is_no_longer_than_its_passage() -> None:
    offenders = [
        f"{owner}: {citation.opening}"
        for owner, citation in citations()
        if len(citation.opening) > citation.end - citation.start
    ]
    assert not offenders, listed(offenders)


def plain(text: str) -> str:
    """A text with its blanks made even, as some documents have several in a row."""
    return " ".join(text.split())


@needs_documents
def test_an_opening_is_how_its_passage_begins() -> None:
    offenders = [
        f"{owner}: {citation.opening}"
        for owner, citation in citations()
        if not plain(citation.passage(documents())).startswith(plain(citation.opening))
    ]
    assert not offenders, listed(offenders)


@needs_documents
def test_a_passage_has_no_blank_at_either_end() -> None:
    offenders = [
        f"{owner}: {citation}"
        for owner, citation in citations()
        if citation.passage(documents()) != citation.passage(documents()).strip()
    ]
    assert not offenders, listed(offenders)


def test_statements_are_numbered_in_the_order_of_the_text() -> None:
    # Passages may lie one in the other, and then either may come first.
    offenders = [
        f"{later.id} stands before {earlier.id}"
        for earlier, later in pairwise(DATASET.statements)
        if earlier.source == later.source
        and earlier.citation.paragraph == later.citation.paragraph
        and later.citation.start < earlier.citation.start
        and later.citation.end < earlier.citation.end
    ]
    assert not offenders, listed(offenders)


def test_what_is_skipped_as_a_repetition_says_of_which_paragraph() -> None:
    offenders = [
        f"{source.id}: {skipped.citation}"
        for source in DATASET.sources
        for skipped in source.skipped
        if (skipped.reason == "repeats") != (skipped.repeats is not None)
    ]
    assert not offenders, listed(offenders)

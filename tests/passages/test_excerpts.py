"""Of a copy the lines that hold a document are taken: what is found in the whole is found in them, and little else."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_texts import invented, noisy, spans, tracked

from russianrev.passages.document import Document
from russianrev.passages.fetching.excerpts import excerpt
from russianrev.passages.tracks.alignment import Verdict
from russianrev.passages.tracks.track import Span, Track, make_track

COPIES, DOCUMENTS = os.environ.get("RUSSIANREV_COPIES"), os.environ.get("RUSSIANREV_DOCUMENTS")

PARAGRAPHS = invented(31)
TRACK = tracked(PARAGRAPHS)
OTHERS = invented(32, 200)


def found(document: Document, track: Track, *verdicts: Verdict) -> set[Span]:
    """The passages of a document that a text has, to the letter or also changed."""
    return {span for span, place in document.alignment(track).places.items() if place.verdict in verdicts}


@settings(max_examples=12)
@given(
    cuts=st.sets(st.integers(3, len(PARAGRAPHS) - 3), max_size=2),
    order=st.randoms(use_true_random=False),
    noise=st.sampled_from([0, 0, 0.002, 0.01]),
    end=st.sampled_from(["\n", "\r\n", "\n\n", "\r"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_what_is_found_to_the_letter_is_found_in_its_lines(
    cuts: set[int], order: Random, noise: float, end: str, mark: str
) -> None:
    at = [0, *sorted(cuts), len(PARAGRAPHS)]
    pieces = [PARAGRAPHS[start:stop] for start, stop in pairwise(at)]
    order.shuffle(pieces)
    lines = OTHERS[:4]
    for number, piece in enumerate(pieces, 1):
        lines = [*lines, *noisy("\n".join(piece), noise, number).split("\n"), *OTHERS[8 * number : 8 * number + 8]]
    whole = Document(None, "", mark + end.join(lines))
    text = excerpt(whole, TRACK)
    assert found(whole, TRACK, Verdict.SAME) <= found(Document(None, "", text), TRACK, Verdict.SAME)
    assert len(text) < 1.2 * len("\n".join(PARAGRAPHS))
    assert "\r" not in text
    assert "\ufeff" not in text


def test_of_a_text_that_holds_nothing_there_are_no_lines() -> None:
    assert excerpt(Document(None, "", "\n".join(OTHERS)), TRACK) == ""


@pytest.mark.slow
@pytest.mark.skipif(not (COPIES and DOCUMENTS), reason="RUSSIANREV_COPIES and RUSSIANREV_DOCUMENTS name no folders")
def test_a_chapter_is_taken_from_a_book_as_people_have_it() -> None:
    assert COPIES
    assert DOCUMENTS
    documents = {path.stem: Document.open(path) for path in sorted(Path(DOCUMENTS).glob("*.txt"))}
    books = [Document.open(path) for path in sorted(Path(COPIES).glob("*.txt"))]
    taken = []
    for document in documents.values():
        track = make_track(document.paragraphs, spans([*document.paragraphs]))
        for book in books:
            if book.alignment(track).holds:
                text = excerpt(book, track)
                part = Document(None, "", text)
                for verdicts in ([Verdict.SAME], [Verdict.SAME, Verdict.CHANGED]):
                    assert found(book, track, *verdicts) <= found(part, track, *verdicts)
                assert len(text) < 1.2 * len(document.content) + 1000
                taken.append(text)
    assert taken
    assert sum(map(len, taken)) < 0.1 * sum(len(book.content) for book in books)

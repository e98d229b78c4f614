"""The tracks of the data set: made from the documents and from nothing else, whole, and thin."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from bundled_data import DATASET, ROOT, documents, listed, needs_documents

from russianrev.loading.tracks import track_files
from russianrev.passages.document import Document
from russianrev.passages.tracks.fingerprints import BITS
from russianrev.passages.tracks.track import Track, citations_of, make_track, span_of, track_of, written_track
from russianrev.records.model import Source

COPIES = os.environ.get("RUSSIANREV_COPIES")

needs_copies = pytest.mark.skipif(not COPIES, reason="RUSSIANREV_COPIES names no folder of texts as people have them")


def tracks() -> Iterator[tuple[Source, Track]]:
    for source in DATASET.sources:
        track = track_of(source)
        assert track, source.id
        yield source, track


def test_every_source_has_a_track() -> None:
    assert [path.stem for path in track_files(ROOT / "data")] == sorted(source.id for source in DATASET.sources)


def test_every_citation_is_in_its_track_and_nothing_else() -> None:
    for source, track in tracks():
        assert set(track.traces) == set(map(span_of, citations_of(source)))


def test_a_track_is_too_thin_to_tell_the_text() -> None:
    for source, track in tracks():
        assert len(track.fingerprints) * BITS / track.letters < 0.6, source.id


@needs_documents
def test_the_documents_make_the_very_tracks_that_are_there() -> None:
    offenders = [
        f"{source.id}: run `russianrev track` with the documents and `--data data`"
        for source in DATASET.sources
        if written_track(make_track(documents()[source].paragraphs, map(span_of, citations_of(source))))
        != (ROOT / "data" / "tracks" / f"{source.id}.track").read_text(encoding="utf-8")
    ]
    assert not offenders, listed(offenders)


@needs_documents
def test_a_copy_holds_to_the_letter_though_no_byte_of_its_ends_of_line_and_header_does(tmp_path: Path) -> None:
    for source, document in documents().items():
        text = "\r\n\r\n".join(["A header", *document.paragraphs])
        (tmp_path / f"{source.id}.txt").write_bytes(text.encode("utf-8-sig"))
    verification = DATASET.verify(tmp_path)
    assert verification, str(verification)
    assert not any(DATASET.coverage(tmp_path).values())


@needs_copies
def test_books_as_people_have_them_are_none_of_the_documents() -> None:
    assert COPIES
    copies = [Document.open(path) for path in sorted(Path(COPIES).glob("*.txt"))]
    assert copies
    assert not [(source.id, copy.where) for source, track in tracks() for copy in copies if copy.alignment(track).holds]

"""A track: what it keeps of a document, and how it is written and read."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_texts import invented, spans, tracked

from russianrev.passages.tracks.fingerprints import BITS
from russianrev.passages.tracks.letters import digest_letters, letters
from russianrev.passages.tracks.track import Trace, make_track, plain_track, read_track, written_track


@given(st.integers(0, 1000), st.booleans())
@settings(max_examples=30)
def test_a_track_that_was_written_is_read_as_it_was(seed: int, chinese: bool) -> None:
    track = tracked(invented(seed, chinese=chinese))
    assert read_track(plain_track(track)) == track
    assert read_track(json.loads(written_track(track))) == track
    assert hash(read_track(plain_track(track))) == hash(track)


@given(st.integers(0, 1000), st.booleans())
@settings(max_examples=30)
def test_a_track_has_about_half_a_bit_of_fingerprint_for_a_letter(seed: int, chinese: bool) -> None:
    track = tracked(invented(seed, 200, chinese=chinese))
    assert len(track.fingerprints) * BITS / track.letters < 0.6


def test_a_track_keeps_where_the_letters_of_a_passage_are_and_their_digest() -> None:
    paragraphs = ["  A header.", "He said: “No 1!” And left."]
    track = make_track(paragraphs, [(2, 9, 16), (2, 9, 16), (1, 2, 11)])
    assert track.letters == 7 + 16
    assert track.traces == {
        (1, 2, 11): Trace(0, 7, 0, 1, digest_letters("aheader")),
        (2, 9, 16): Trace(13, 16, 1, 2, digest_letters("no1")),
    }


def test_a_passage_without_letters_has_a_place() -> None:
    trace = make_track(["One * * * two"], [(1, 4, 9)]).traces[1, 4, 9]
    assert (trace.start, trace.end, trace.digest) == (3, 3, digest_letters(""))


@pytest.mark.parametrize("paragraphs", [[], ["x"], ["* * *"]])
def test_the_least_documents_have_a_track(paragraphs: list[str]) -> None:
    track = make_track(paragraphs, [])
    assert track.fingerprints == ()
    assert read_track(json.loads(written_track(track))) == track


def test_a_file_has_a_passage_a_line_and_no_word_of_the_text() -> None:
    paragraphs = invented(3)
    written = written_track(tracked(paragraphs))
    assert len(re.findall(r"(?m)^\[.*\],?$", written)) == len(spans(paragraphs))
    words = {word for text in paragraphs for word in text.split() if len(letters(word)) > 6}
    assert not [word for word in words if word in written]

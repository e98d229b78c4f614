"""The letters of a text: the same in every copy of it, and a map back to where they stand."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from russianrev.passages.tracks.letters import digest_letters, letters

FORMS: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = ("NFC", "NFD", "NFKC", "NFKD")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@given(texts)
def test_each_letter_has_a_place_and_these_go_up(text: str) -> None:
    found = letters(text)
    assert len(found.positions) == len(found) == len(found.text)
    assert all(earlier <= later for earlier, later in pairwise(found.positions))
    assert all(letter in letters(text[at]).text for letter, at in zip(found.text, found.positions, strict=True))


@given(texts)
def test_letters_are_letters_and_their_own_letters(text: str) -> None:
    found = letters(text).text
    assert all(map(str.isalnum, found))
    assert letters(found).text == found


@given(texts, st.data())
def test_the_letters_before_a_place_are_those_of_the_text_before_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    found = letters(text)
    assert found.text[: found.place(at)] == letters(text[:at]).text


@given(texts, st.data())
def test_a_span_of_letters_is_the_stretch_that_has_them(text: str, data: st.DataObject) -> None:
    whole = letters(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = whole.place(start), whole.place(end)
    begin, stop = whole.span(first, last)
    assert letters(text[begin:stop]).text == letters(text[start:end]).text
    assert first == last or start <= begin < stop <= end


def test_no_letters_are_what_stands_between_two() -> None:
    assert letters("«a» *** b").span(1, 1) == (2, 8)
    assert letters("*** b").span(0, 0) == (0, 4)
    assert letters("b ***").span(1, 1) == (1, 1)


@given(texts, st.sampled_from(FORMS))
def test_letters_are_the_same_however_they_are_composed(text: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]) -> None:
    assert letters(normalize(form, text)).text == letters(text).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Pravda” – 5½ kopeks…", '"Pravda" -- 5 1/2 KOPEKS...'),
        ("a revolu-\r\n  tion", "a revolution"),
        ("Đảng Cộng sản", normalize("NFD", "đảng cộng sản")),
        ("«Правда», №\N{NO-BREAK SPACE}1", "Правда No1"),
        ("彼得格勒，苏维埃。", "彼得格勒 苏维埃"),
    ],
)
def test_marks_blanks_and_case_are_no_difference(one: str, other: str) -> None:
    assert letters(one).text == letters(other).text


def test_other_letters_are_a_difference() -> None:
    assert letters("Trotzky").text != letters("Trotsky").text
    assert digest_letters("trotzky") != digest_letters("trotsky")

"""Passages are found in any copy that has their letters, those that changed a little too, and no others."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_texts import aligned, invented, noisy, spans

from russianrev.passages.tracks.alignment import LIKE, Verdict, align
from russianrev.passages.tracks.fingerprints import ALPHABETIC, IDEOGRAPHIC, fingerprinted
from russianrev.passages.tracks.letters import letters
from russianrev.passages.tracks.track import make_track

seeds = st.integers(0, 10_000)
chinese = st.booleans()
copied = settings(max_examples=12)

FORMS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "wrapped": lambda text: "\r\n\r\n".join("\r\n".join(textwrap.wrap(line, 50)) for line in text.split("\n")),
    "in capitals": str.upper,
    "decomposed": lambda text: normalize("NFD", text),
    "without marks": lambda text: "".join(c for c in text if c.isalnum() or c.isspace()),
    "in one line": lambda text: text.replace("\n", " "),
    "within a book": lambda text: "\n".join([*invented(-1), text, *invented(-2)]),
}


def verdicts(paragraphs: list[str], copy: str) -> Counter[Verdict]:
    return Counter(place.verdict for place in aligned(paragraphs, copy).places.values())


@pytest.mark.parametrize("form", FORMS)
@given(seeds, chinese)
@copied
def test_a_change_of_form_changes_no_letters(form: str, seed: int, chinese: bool) -> None:
    paragraphs = invented(seed, chinese=chinese)
    assert verdicts(paragraphs, FORMS[form]("\n".join(paragraphs))) == {Verdict.SAME: len(spans(paragraphs))}


@given(seeds, chinese, st.data())
@copied
def test_what_is_left_out_is_lost_and_the_rest_is_found(seed: int, chinese: bool, data: st.DataObject) -> None:
    paragraphs = invented(seed, chinese=chinese)
    gone = data.draw(st.integers(1, len(paragraphs)))
    copy = "\n".join(text for number, text in enumerate(paragraphs, 1) if number != gone)
    for (number, start, end), place in aligned(paragraphs, copy).places.items():
        elsewhere = letters(paragraphs[number - 1][start:end]).text in letters(copy).text
        assert place.verdict is (Verdict.SAME if elsewhere else Verdict.LOST) or (number == gone and elsewhere)


@given(seeds, chinese)
@copied
def test_what_is_found_has_the_letters_that_are_sought(seed: int, chinese: bool) -> None:
    paragraphs = invented(seed, chinese=chinese)
    copy = "\n".join([*invented(-1), *reversed(paragraphs), *paragraphs[:3]])
    text = letters(copy).text
    places = aligned(paragraphs, copy).places
    assert sum(place.verdict is Verdict.SAME for place in places.values()) > len(places) // 2
    for (number, start, end), place in places.items():
        if place.verdict is Verdict.SAME:
            assert text[place.start : place.end] == letters(paragraphs[number - 1][start:end]).text


@given(seeds)
@copied
def test_a_few_changed_letters_change_passages_and_lose_hardly_any(seed: int) -> None:
    paragraphs = invented(seed)
    copy = noisy("\n".join(paragraphs), 0.01, seed)
    found = aligned(paragraphs, copy).places
    assert sum(place.verdict is Verdict.LOST for place in found.values()) <= len(found) * 0.1
    lines, text = copy.split("\n"), letters(copy)
    offsets = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    for (number, start, end), place in found.items():
        if place.verdict is not Verdict.LOST:
            assert text.place(offsets[number - 1] + start) == place.start
            assert text.place(offsets[number - 1] + end) == place.end


def test_a_changed_passage_has_a_score_by_what_is_left_of_it() -> None:
    paragraphs = invented(7, 30)
    whole = next(iter(aligned(paragraphs, "\n".join(paragraphs)).places.values()))
    assert (whole.verdict, whole.score) == (Verdict.SAME, 1)
    some = [
        place
        for place in aligned(paragraphs, noisy("\n".join(paragraphs), 0.02, 1)).places.values()
        if place.verdict is Verdict.CHANGED
    ]
    assert some
    assert all(0.2 <= place.score < 1 for place in some)


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_passage_at_an_end_of_the_document_is_changed_if_something_of_it_is_left(place: str) -> None:
    long = " ".join(re.findall(r"\w+", " ".join(invented(21, 5)))) + "."
    paragraphs = [long, *invented(7), long[::-1].strip(".") + "."]
    first, *_, last = spans(paragraphs)
    text = "\n".join(paragraphs)
    copy = "x" + text[1:] if place == "first" else text[:-2] + "x."
    found = aligned(paragraphs, f"A header. {copy} A footer.").places
    changed = {span: place for span, place in found.items() if place.verdict is not Verdict.SAME}
    assert list(changed) == [first if place == "first" else last]
    assert {place.verdict for place in changed.values()} == {Verdict.CHANGED}


@pytest.mark.parametrize("chinese", [False, True])
def test_another_book_is_no_copy(chinese: bool) -> None:
    assert not aligned(invented(1, chinese=chinese), "\n".join(invented(2, 3000, chinese=chinese))).holds


def test_a_book_that_quotes_a_little_is_no_copy() -> None:
    paragraphs = invented(1)
    found = aligned(paragraphs, "\n".join([*invented(2), paragraphs[3], *invented(3)]))
    assert 0 < found.share < LIKE
    assert not found.holds
    assert not found.places


def test_of_two_places_each_piece_is_found_in_the_better() -> None:
    paragraphs = invented(4)
    middle = len(paragraphs) // 2
    halves = ["\n".join(paragraphs[:middle]), "\n".join(paragraphs[middle:])]
    worse = [noisy(half, 0.03, 1) for half in halves]
    copy = "\n".join([halves[0], worse[1], *invented(5), worse[0], halves[1]])
    assert verdicts(paragraphs, copy) == {Verdict.SAME: len(spans(paragraphs))}


def test_a_sentence_that_stands_twice_is_found_twice() -> None:
    paragraphs = invented(4)
    paragraphs.insert(7, paragraphs[2])
    assert verdicts(paragraphs, "\n".join(paragraphs)) == {Verdict.SAME: len(spans(paragraphs))}


def test_inserted_words_move_what_comes_after_them_only() -> None:
    paragraphs = invented(8)
    copy = "\n".join(text.replace(". ", ". and so on. ") for text in paragraphs)
    assert verdicts(paragraphs, copy) == {Verdict.SAME: len(spans(paragraphs))}


@given(st.text(max_size=300), st.text(max_size=300), st.data())
def test_any_texts_can_be_aligned(one: str, other: str, data: st.DataObject) -> None:
    paragraphs = [line for line in one.split("\n") if line] or ["x"]
    number = data.draw(st.integers(1, len(paragraphs)))
    start = data.draw(st.integers(0, len(paragraphs[number - 1])))
    track = make_track(paragraphs, [(number, start, len(paragraphs[number - 1])), (1, 0, 0)])
    for grain in (ALPHABETIC, IDEOGRAPHIC):
        align(track, fingerprinted(letters(other * 20).text, grain))


def test_a_passage_before_a_longer_stretch_that_is_gone_is_lost_if_nothing_of_it_is_left() -> None:
    paragraphs = invented(11)
    _, second, *_ = spans(paragraphs)
    copy = "\n".join([paragraphs[0][second[1] :], *paragraphs[1:]])
    assert aligned(paragraphs, copy).places[spans(paragraphs)[0]].verdict is Verdict.LOST


@pytest.mark.parametrize("unit", ["a", "ab", "the same again and again "])
def test_a_text_that_repeats_itself_takes_no_longer(unit: str) -> None:
    paragraphs = [unit * 500] * 20
    track = make_track(paragraphs, [(number, 0, 40) for number in range(1, 21)])
    found = align(track, fingerprinted(letters(unit * 20_000).text, track.grain))
    assert found.share <= 1


def test_no_letters_are_where_their_neighbours_are() -> None:
    paragraphs = ["* * *", *invented(3)]
    track = make_track(paragraphs, [(1, 0, 5), *spans(paragraphs)])
    found = align(track, fingerprinted(letters("\n".join(["Header", *paragraphs])).text, track.grain))
    place = found.places[1, 0, 5]
    assert (place.verdict, place.start, place.end) == (Verdict.SAME, 6, 6)

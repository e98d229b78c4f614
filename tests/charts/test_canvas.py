from __future__ import annotations

from bundled_data import DATASET
from charts_drawn import measured
from hypothesis import given, settings
from hypothesis import strategies as st

from russianrev.charts.canvas import cut, lines, width_of


def test_texts_take_no_more_room_than_is_reckoned_for_them() -> None:
    titles = [event.title_in(language) for event in DATASET.events[::5] for language in ("en", "ru", "vi")]
    widths = measured([(title, 11, False) for title in titles])
    assert [t for t, wide in zip(titles, widths, strict=True) if width_of(t) < wide] == []


def test_an_accent_takes_no_room_of_its_own() -> None:
    assert width_of("e\u0301") == width_of("e")


@settings(max_examples=50)
@given(st.text(max_size=60), st.floats(1, 500))
def test_what_is_cut_fits_and_begins_as_it_did(text: str, room: float) -> None:
    plain, made = " ".join(text.split()), cut(text, room)
    assert made == plain or plain.startswith(made.removesuffix(" …"))
    assert width_of(made) <= max(room, width_of(" …"))


@settings(max_examples=50)
@given(st.text(max_size=60), st.floats(30, 500))
def test_lines_fit_and_hold_the_words_in_order(text: str, room: float) -> None:
    made = lines(text, room)
    assert all(width_of(line) <= room for line in made)
    assert made

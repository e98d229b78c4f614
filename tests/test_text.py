from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from russianrev.text import columns, table, wrap

CHARACTERS = "ab  列宁\u0301-"
texts = st.text(CHARACTERS, max_size=60)
widths = st.integers(4, 30)


def letters(text: str) -> str:
    return "".join(text.split())


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_columns_of_two_texts_are_those_of_their_sum(one: str, other: str) -> None:
    assert columns(one + other) == columns(one) + columns(other)


@given(st.text(st.characters(max_codepoint=0x2FF, min_codepoint=0x20)))
def test_a_latin_letter_is_one_column_wide(text: str) -> None:
    assert columns(text) == len(text)


@given(texts, widths)
def test_a_line_is_never_wider_than_asked(text: str, width: int) -> None:
    assert all(columns(line) <= width for line in wrap(text, width))


@given(texts, widths, st.sampled_from(["", "- ", "列"]), st.sampled_from(["", " ", "  "]))
def test_a_line_with_its_beginning_is_never_wider_than_asked(text: str, width: int, first: str, rest: str) -> None:
    assert all(columns(line) <= width for line in wrap(text, width, first=first, rest=rest))


@given(texts, widths)
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    assert letters("".join(wrap(text, width))) == letters(text)


@given(st.lists(st.text("ab列\u0301", min_size=1, max_size=4)), st.integers(8, 30))
def test_wrapping_loses_no_word_that_fits(words: list[str], width: int) -> None:
    assert " ".join(wrap(" ".join(words), width)).split() == words


@given(st.lists(st.text("ab列\u0301", min_size=1, max_size=4)), st.integers(8, 30))
def test_a_line_takes_as_many_words_as_fit(words: list[str], width: int) -> None:
    for line, following in pairwise(wrap(" ".join(words), width)):
        assert columns(line) + 1 + columns(following.split()[0]) > width


@given(texts, widths, st.sampled_from(["", "- "]), st.sampled_from(["", "  "]))
def test_the_lines_begin_as_asked(text: str, width: int, first: str, rest: str) -> None:
    begun, *others = wrap(text, width, first=first, rest=rest)
    assert (begun + " ").startswith(first)
    assert all(line.startswith(rest) for line in others)


def test_a_text_without_words_is_one_line() -> None:
    assert wrap(" ", first="- ") == ["-"]


def test_a_word_that_is_wider_than_a_line_is_cut() -> None:
    assert wrap("an internationale", 5) == ["an", "inter", "natio", "nale"]


def test_a_wide_character_is_not_cut_in_half() -> None:
    assert wrap("列宁列宁", 5) == ["列宁", "列宁"]


def test_an_accent_stays_on_its_letter() -> None:
    assert wrap("a\u0301" * 5, 3) == ["a\u0301" * 3, "a\u0301" * 2]


def test_a_width_too_narrow_for_a_character_is_as_wide_as_it_must_be() -> None:
    assert wrap("列宁", 1) == ["列", "宁"]


cells = st.text("ab列", max_size=4)


@given(st.lists(st.tuples(cells, cells, texts)), st.integers(24, 40))
def test_a_table_is_never_wider_than_asked(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(columns(line) <= width for line in table(rows, width, indent="  "))


@given(st.lists(st.tuples(cells, cells, texts)), st.integers(24, 40))
def test_a_table_loses_no_letter(rows: list[tuple[str, str, str]], width: int) -> None:
    assert letters("".join(table(rows, width))) == letters("".join("".join(row) for row in rows))


@given(st.lists(st.tuples(cells, st.just("x")), min_size=1), st.integers(1, 4))
def test_the_last_column_of_a_table_is_aligned(rows: list[tuple[str, str]], gap: int) -> None:
    lines = table(rows, 80, gap=gap)
    assert {columns(line) for line in lines} == {max(columns(row[0]) for row in rows) + gap + 1}


def test_a_table_of_one_column_is_its_cells() -> None:
    assert table([("one",), ("two",)]) == ["one", "two"]


def test_a_table_without_rows_has_no_lines() -> None:
    assert table([]) == []


def test_the_last_column_is_wrapped_under_itself() -> None:
    assert table([("1917", "all power to the soviets")], 16, indent=" ") == [
        " 1917  all power",
        "       to the",
        "       soviets",
    ]


def test_no_line_of_a_table_ends_in_blanks() -> None:
    assert table([("a", ""), ("long", "b")]) == ["a", "long  b"]


def test_rows_whose_cells_leave_no_room_for_the_last_are_running_text() -> None:
    rows = [("Extraordinary Commission", "Cheka"), ("Police", "Okhrana")]
    assert table(rows, 24, indent=" ") == [" Extraordinary", "   Commission Cheka", " Police Okhrana"]


@given(st.lists(st.tuples(texts, texts, texts)), widths)
def test_a_table_of_cells_of_any_width_is_never_wider_than_asked(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(columns(line) <= width for line in table(rows, width))

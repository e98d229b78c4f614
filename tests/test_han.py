"""The tables of Chinese characters are those that OpenCC and pypinyin make of the names in the data."""

from __future__ import annotations

import pytest
from han_tables import MODULE, made, names
from hypothesis import given
from hypothesis import strategies as st

from russianrev.han import SIMPLIFIED, pinyin
from russianrev.names import fold


def test_the_tables_are_made_anew_after_a_change_of_the_data() -> None:
    assert MODULE.read_text("utf-8") == made(), "run: python tests/han_tables.py"


def test_every_chinese_name_has_its_pinyin_and_one_simplified_form() -> None:
    every = [name for name in names() if all("\u4e00" <= each <= "\u9fff" or each == "·" for each in name)]
    assert len(every) > 500
    for name in every:
        assert pinyin(name)
        assert fold(name) == fold(fold(name))


def test_each_character_of_a_traditional_name_is_folded_as_opencc_does_it() -> None:
    from opencc import OpenCC

    traditional, simplified = OpenCC("s2t").convert, OpenCC("t2s").convert
    for name in names():
        assert fold(traditional(name)) == fold("".join(map(simplified, traditional(name))))


@given(st.text(st.sampled_from("列宁斯大林·"), max_size=6))
def test_what_is_known_is_read_character_by_character(text: str) -> None:
    read = pinyin(text)
    assert read is not None
    assert read.replace(" ", "") == "".join(pinyin(each) or "" for each in text if each != "·")


@pytest.mark.parametrize("name", ["Lenin", "列宁!", "列丂"])
def test_a_character_that_is_not_known_has_no_reading(name: str) -> None:
    assert pinyin(name) is None


def test_no_simplified_form_is_a_traditional_one() -> None:
    assert not SIMPLIFIED.keys() & set(SIMPLIFIED.values())

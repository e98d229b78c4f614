from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from russianrev.names import bare, fold, loose, numeral, words

ACCENTS = "".join(map(chr, range(0x300, 0x315))) + "\u0328\u0331\u0335"
letters = st.characters(min_codepoint=0x20, max_codepoint=0x17F) | st.characters(
    min_codepoint=0x400, max_codepoint=0x45F
)
names = st.text(letters | st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_words_of_a_text_joined_are_its_folded_form(text: str) -> None:
    assert "".join(words(text)) == fold(text)


@given(st.text())
def test_the_words_of_the_words_are_the_words(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@given(st.text())
def test_every_word_is_letters_and_digits(text: str) -> None:
    assert all(word.isalnum() for word in words(text))


@given(names)
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text.swapcase()) == fold(text)


@given(names, st.data())
def test_accents_make_no_difference(text: str, data: st.DataObject) -> None:
    accented = "".join(c + data.draw(st.text(ACCENTS, max_size=2)) for c in text)
    assert fold(accented) == fold(text)


@given(st.text())
def test_composed_and_decomposed_forms_make_no_difference(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)


@given(st.text(st.sampled_from("abcабв列宁"), min_size=1), st.data())
def test_punctuation_and_spacing_make_no_difference(text: str, data: st.DataObject) -> None:
    spaced = "".join(c + data.draw(st.text(" .,-–’'“”«»()\u00a0\u200b", max_size=2)) for c in text)
    assert fold(spaced) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("V. I. Lenin", "VI Lenin"),
        ("Jean-Jacques", "Jean Jacques"),
        ("Lvov", "LVOV"),
        ("Львов", "Лвов"),
        ("Съезд", "Сезд"),
        ("Đảng Bôn-sê-vích", "dang bon se vich"),
        ("Wałęsa", "Walesa"),
        ("Øystein", "Oystein"),
        ("Æsop", "aesop"),
        ("œuvre", "OEUVRE"),
        ("Königsberg", "KONIGSBERG"),
        ("Weiß", "WEISS"),
        ("ＬＥＮＩＮ", "lenin"),
        ("𝐋𝐞𝐧𝐢𝐧", "lenin"),
        ("Пётр", "Петр"),
        ("No. ５", "no 5"),
        ("列寧", "列宁"),
        ("聯共（布）", "联共（布）"),
        ("Троцкій", "Троцкий"),
        ("Совѣтъ", "Совет"),
        ("Ѳедоръ", "Федор"),
        ("Мѵро", "Миро"),
    ],
)
def test_two_spellings_count_as_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Lenin", "Lenina"), ("列宁", "列强"), ("1905", "1917"), ("Ленин", "Lenin")]
)
def test_other_letters_make_another_name(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_what_has_no_letters_folds_to_nothing() -> None:
    assert (fold("— … !"), words("— … !")) == ("", [])


@pytest.mark.parametrize(
    "name",
    ["Trotsky", " Trotsky ", "Trotsky's", "Trotsky’s", "the Trotsky", "The Trotsky", "a Trotsky’s", "an  Trotsky"],
)
def test_a_bare_name_has_no_article_and_no_possessive_ending(name: str) -> None:
    assert bare(name) == "Trotsky"


@pytest.mark.parametrize("name", ["Theodore", "Anna", "Thebes", "Marx", "Soviets", "the", "Rus'", "O'Neill"])
def test_what_only_looks_like_an_article_or_an_ending_is_kept(name: str) -> None:
    assert bare(name) == name.removesuffix("'") if name.endswith("s'") else name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Red Guards", "Red Guard"),
        ("Assassination of Stolypin", "Stolypin's assassination"),
        ("Assassination of Stolypin", "Stolypin’s assassinations"),
        ("1905 Revolution", "the Revolution of 1905"),
        ("World War I", "First World War"),
        ("XII съезд РКП(б)", "двенадцатый съезд РКП(б)"),
        ("12-й съезд", "XII съезд"),
        ("Second All-Russian Congress of the Soviets", "2nd Soviets’ all-Russian congress"),
    ],
)
def test_names_that_say_the_same_have_one_loose_form(one: str, other: str) -> None:
    assert loose(one) == loose(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Alexander II", "Alexander III"), ("Nicholas", "Nicholas I"), ("XII congress", "XIII congress"), ("I", "II")],
)
def test_a_numeral_is_part_of_a_name(one: str, other: str) -> None:
    assert loose(one) != loose(other)


@pytest.mark.parametrize("number", range(1, 40))
def test_a_roman_numeral_is_read(number: int) -> None:
    units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    assert numeral("X" * (number // 10) + units[number % 10]) == (str(number) if number < 30 else "")


@pytest.mark.parametrize("word", ["Vi", "i", "x", "Lenin", "", "IIII", "VX", "-"])
def test_what_only_looks_like_a_numeral_is_none(word: str) -> None:
    assert numeral(word) == ""


@given(st.text())
def test_a_loose_form_is_made_of_any_text(text: str) -> None:
    assert " " not in loose(text)

"""The parts of persons' names, and Russian names in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from russianrev.personal import (
    Parts,
    fits,
    is_patronymic,
    parts,
    romanise,
    sound,
    sounds,
    tokens_of,
    untitled,
    untitled_chinese,
)


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Vladimir Lenin", "Vladimir", "Lenin"),
        ("Владимир Ильич Ленин", "Владимир Ильич", "Ленин"),
        ("Vyacheslav von Plehve", "Vyacheslav", "Plehve"),
        ("Prince Georgy Lvov", "Georgy", "Lvov"),
        ("великий князь Михаил Александрович", "Михаил Александрович", ""),
        ("Vladimir Ilyich", "Vladimir Ilyich", ""),
        ("Empress Alexandra", "Alexandra", ""),
        ("Tsar Nicholas II", "Nicholas", ""),
        ("Nikolai Yudenich", "Nikolai", "Yudenich"),
        ("Nikolai Ivanovich Kibalchich", "Nikolai Ivanovich", "Kibalchich"),
        ("Grigorii Zinov’ev", "Grigorii", "Zinov’ev"),
        ("Vladimir Antonov-Ovseenko", "Vladimir", "Antonov-Ovseenko"),
        ("L. Martov", "L.", "Martov"),
    ],
)
def test_a_name_has_given_names_and_a_surname(name: str, given: str, surname: str) -> None:
    assert parts(name) == Parts(tuple(given.split()), surname)


@pytest.mark.parametrize(
    "name",
    ["Lenin", "the leader", "Alix of Hesse", "Brusilov (son)", "Николай Николаевич Младший", "II", "Old man", "1917"],
)
def test_what_is_not_made_so_has_no_parts(name: str) -> None:
    assert parts(name) is None


@pytest.mark.parametrize(
    "word", ["Ilyich", "Ivanovich", "Yevgenyevich", "Alexandrovna", "Ilyinichna", "Ильич", "Сергеевич", "Davidovitch"]
)
def test_a_patronymic_is_known_by_its_ending(word: str) -> None:
    assert is_patronymic(word)


@pytest.mark.parametrize("word", ["Yudenich", "Kibalchich", "Tkachev", "Юденич", "Lenin", "Kollontai", "Ulyanova"])
def test_a_surname_is_no_patronymic(word: str) -> None:
    assert not is_patronymic(word)


@pytest.mark.parametrize(
    ("asked", "known", "answer"),
    [
        ("V.", "Vladimir", True),
        ("v", "Vladimir", True),
        ("В.", "Владимир", True),
        ("Ya.", "Яков", True),
        ("Kh.", "Христиан", True),
        ("P.", "Юрий", False),
        ("Wladimir", "Владимир", True),
        ("Vladimir", "Vasily", False),
        ("Владимир", "Vladimir", False),
    ],
)
def test_a_given_name_fits_in_any_spelling_or_as_an_initial(asked: str, known: str, answer: bool) -> None:
    assert fits(asked, known) is answer


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("V.I.Lenin", "V. I. Lenin"),
        ("VI Lenin", "V I Lenin"),
        ("V. Lenin", "V. Lenin"),
        ("Lenin, Vladimir Ilyich", "Vladimir Ilyich Lenin"),
        ("Ленин В. И.", "Ленин В. И."),
        ("II", "II"),
        ("", ""),
        ("…", ""),
    ],
)
def test_a_name_is_divided_into_words(name: str, tokens: str) -> None:
    assert tokens_of(name) == tokens.split()


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("General Kornilov", "Kornilov"),
        ("Grand Duke Michael", "Michael"),
        ("đại tướng Kornilov", "Kornilov"),
        ("великий князь Михаил", "Михаил"),
        ("Comrade General Brusilov", "Brusilov"),
        ("Tsar", "Tsar"),
        ("Generally Speaking", "Generally Speaking"),
    ],
)
def test_a_title_is_stripped(name: str, bare: str) -> None:
    assert untitled(name.split()) == bare.split()


@pytest.mark.parametrize(
    ("name", "bare"), [("列宁同志", "列宁"), ("沙皇尼古拉二世", "尼古拉二世"), ("克伦斯基总理", "克伦斯基"), ("", "")]
)
def test_a_chinese_title_is_stripped_before_and_after(name: str, bare: str) -> None:
    assert untitled_chinese(name) == bare


@pytest.mark.parametrize(
    "spellings",
    [
        "Trotsky Trotskii Trotski Trotzki Trockij Trotzky Троцкий",
        "Zinoviev Zinovyev Zinovieff Sinowjew Zinov'ev Зиновьев",
        "Chicherin Tchitcherine Tschitscherin Čičerin Чичерин",
        "Milyukov Miliukov Milioukov Miljukow Милюков",
        "Dzhugashvili Djugashvili Джугашвили",
        "Axelrod Akselrod Аксельрод",
    ],
)
def test_one_name_has_one_sound(spellings: str) -> None:
    assert len({sound(romanise(spelling)) for spelling in spellings.split()}) == 1


def test_a_russian_name_is_heard_as_a_surname_in_full_and_with_the_patronymic() -> None:
    assert list(sounds(Parts(("Иван", "Ильич"), "Петров"))) == ["petrov", "ivanilihpetrov", "ivanilih"]
    assert list(sounds(Parts(("Ivan",)))) == []


@given(st.text())
def test_any_text_has_tokens_a_sound_and_parts_or_none(text: str) -> None:
    assert all(tokens_of(text))
    assert isinstance(sound(text), str)
    assert parts(text) is None or parts(text)


@given(st.text(st.characters(codec="ascii")))
def test_what_is_not_russian_is_not_romanised(text: str) -> None:
    assert romanise(text) == text

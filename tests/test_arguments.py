"""Whole numbers and languages, wherever one is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
from bundled_data import DATASET
from factories import example, owner, record
from hypothesis import given
from hypothesis import strategies as st

from russianrev.arguments import choose_language, language_ranges, whole_number
from russianrev.dataset import Dataset
from russianrev.records.model import Idea
from russianrev.vocabulary import IdeaKind

ASKED: dict[str, Callable[[Dataset, object], object]] = {
    "quiz": lambda dataset, n: dataset.quiz(n),  # type: ignore[arg-type]
    "search": lambda dataset, n: dataset.search("strike", limit=n),  # type: ignore[arg-type]
    "read": lambda dataset, n: dataset.read("union-letter", n),  # type: ignore[arg-type]
    "read to": lambda dataset, n: dataset.read("union-letter", 1, n),  # type: ignore[arg-type]
    "causes": lambda dataset, n: dataset.causes("owners-give-way", depth=n),  # type: ignore[arg-type]
    "sample": lambda dataset, n: dataset.events.sample(n),  # type: ignore[arg-type]
    "chart": lambda dataset, n: dataset.events.chart(labels=n),  # type: ignore[arg-type]
    "life": lambda dataset, n: dataset.persons[0].chart(labels=n),  # type: ignore[arg-type]
    "network": lambda dataset, n: dataset.network_chart(most=n),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("value", [3.0, "3", 1.5])
def test_what_is_no_whole_number_is_refused_wherever_one_is_asked_for(
    wharf: Dataset, asked: str, value: object
) -> None:
    with pytest.raises(TypeError, match=f"wanted: .*, as a whole number, not {value!r}"):
        ASKED[asked](wharf, value)


def test_a_whole_number_of_another_library_is_one(wharf: Dataset) -> None:
    one = numpy.int64(1)
    assert wharf.search("strike", limit=one) == wharf.search("strike", limit=1)  # type: ignore[arg-type]
    assert wharf.causes("owners-give-way", depth=one) == wharf.causes("owners-give-way", depth=1)  # type: ignore[arg-type]
    assert len(wharf.events.sample(one)) == len(DATASET.quiz(one)) == 1  # type: ignore[arg-type]


@given(st.integers())
def test_every_integer_is_a_whole_number(number: int) -> None:
    assert whole_number(number, "a number") == number


# Languages.


@pytest.mark.parametrize("language", ["ru", "ru-RU", "ru_RU", "RU", " ru-x-private ", "ru-Cyrl-RU"])
def test_a_language_is_read_with_its_country_and_script(language: str) -> None:
    trotsky = DATASET.persons["trotsky"]
    assert trotsky.name_in(language) == trotsky.name_in("ru") == "Лев Троцкий"


@pytest.mark.parametrize("language", ["en", "en-GB", "en_US"])
def test_english_is_the_label(language: str) -> None:
    assert DATASET.events["october-revolution"].title_in(language) == DATASET.events["october-revolution"].title


@pytest.mark.parametrize("language", ["xx", "", "russian", "zz-RU", "-"])
def test_a_language_of_which_the_data_know_nothing_is_refused(language: str) -> None:
    asked: list[Callable[[], object]] = [
        lambda: DATASET.persons["trotsky"].name_in(language),
        lambda: DATASET.quiz(1, language=language),
        lambda: DATASET.flashcards(about="lenin", language=language),
        lambda: DATASET.between("1917-03").chart(language=language),
        lambda: DATASET.accounts_chart("october-revolution", language=language),
        lambda: DATASET.persons["trotsky"].chart(language=language),
    ]
    for ask in asked:
        with pytest.raises(ValueError, match=r"wanted: a language of .*en.*, not "):
            ask()


def test_what_is_no_text_is_no_language() -> None:
    with pytest.raises(TypeError, match="wanted: a language as a BCP 47 tag"):
        DATASET.persons["trotsky"].name_in(None)  # type: ignore[arg-type]


def test_a_quiz_is_asked_in_the_language_of_a_country() -> None:
    assert DATASET.quiz(3, seed=1, language="zh-CN") == DATASET.quiz(3, seed=1, language="zh")
    assert DATASET.flashcards(about="lenin", language="ru_RU") == DATASET.flashcards(about="lenin", language="ru")


def test_a_language_that_only_some_have_names_in_gives_the_others_by_their_english_names(tmp_path: Path) -> None:
    tables = example()
    record(tables, "eight-hour-day")["names"] = [{"text": "Achtstundentag", "language": "de-AT"}]
    dataset = Dataset(owner(tmp_path, tables))
    assert dataset.ideas[0].name_in("de-AT") == "Achtstundentag"
    assert dataset.persons[0].name_in("DE-at-1996") == "Anna Sorokina"
    with pytest.raises(ValueError, match="wanted: a language of de-at, en, ru, vi, zh, not 'de'"):
        dataset.persons[0].name_in("de")


def test_a_record_of_no_data_set_is_called_by_its_label() -> None:
    assert Idea(id="peace", name="peace", kind=IdeaKind.SLOGAN).name_in("xx") == "peace"


@pytest.mark.parametrize(
    ("language", "ranges"), [("zh-Hant-CN-x-a", ("zh-hant-cn-x-a", "zh-hant-cn", "zh-hant", "zh"))]
)
def test_a_tag_is_cut_as_rfc_4647_says(language: str, ranges: tuple[str, ...]) -> None:
    assert language_ranges(language) == ranges


def test_a_tag_keeps_its_case_among_those_to_choose_from() -> None:
    assert choose_language("ZH-hant-TW", ("en", "zh-Hant")) == "zh-Hant"

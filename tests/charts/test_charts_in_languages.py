"""Charts in Chinese, Vietnamese and Russian: not a word of them is English, but for what the data have in no other."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from bundled_data import DATASET
from charts_drawn import overlaps, rows, texts

from russianrev.charts.palette import ACTORS, FAMILIES, STANDINGS
from russianrev.charts.words import speaker
from russianrev.dates import Precision
from russianrev.translations import LANGUAGES, is_translated, word_in
from russianrev.vocabulary import Authority, ConfinementKind, EventKind, Role

CHARTS: dict[str, Callable[[str], Any]] = {
    "timeline": lambda x: DATASET.between("1917-02 OS", "1917-03-03 OS").chart(language=x),
    "years": lambda x: DATASET.between("1905", "1921").chart(language=x),
    "parties": lambda x: DATASET.between("1917").chart(by="party", language=x, width=1200),
    "life": lambda x: DATASET.persons["trotsky"].chart(language=x),
    "accounts": lambda x: DATASET.accounts_chart("october-revolution", language=x),
    "network": lambda x: DATASET.network_chart(language=x),
    "sources": lambda x: DATASET.sources_chart(language=x),
}
WORDS = {
    *EventKind, *Role, *ConfinementKind, *Authority, *Precision, *FAMILIES, *ACTORS, *STANDINGS,
    *(tenure.office for person in DATASET.persons for tenure in person.offices),
}  # fmt: skip
FIELDS = {"x", "x2", "y", "y2", "colour", "text"}


def known_in(language: str) -> set[str]:
    """The Latin words of what the data name so in this language, and of the ids of documents."""
    things = [*DATASET.events, *DATASET.persons, *DATASET.parties, *DATASET.bodies, *DATASET.places]
    named = [thing.label_in(language) for thing in things]
    return {word for name in [*named, *DATASET.sources.ids] for word in re.findall("[A-Za-z]+", name)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_vocabulary_and_every_office_has_a_translation(language: str) -> None:
    assert not [word for word in WORDS if not is_translated(word, language)]
    assert len({word_in(kind, language) for kind in EventKind}) == len(EventKind)
    assert len({word_in(role, language) for role in Role}) == len(Role)


@pytest.mark.parametrize("language", ["zh", "ru"])
@pytest.mark.parametrize("name", CHARTS)
def test_no_word_is_english(name: str, language: str) -> None:
    chart, known = CHARTS[name](language), known_in(language) | {"CC", "BY", "russianrev"}
    headings = {heading for row in rows(chart) for heading in row} - FIELDS
    shown = " ".join([chart.title, chart.subtitle, *headings, *(row["text"] for row in rows(chart, "text"))])
    assert not [word for word in re.findall("[A-Za-z]+", shown) if word not in known]


@pytest.mark.parametrize("name", CHARTS)
def test_vietnamese_charts_have_no_english_heading(name: str) -> None:
    english, vietnamese = CHARTS[name]("en"), CHARTS[name]("vi")
    headings = [{heading for row in rows(chart) for heading in row} - FIELDS for chart in (english, vietnamese)]
    assert not headings[0] & headings[1]
    assert english.subtitle != vietnamese.subtitle


@pytest.mark.parametrize("language", ["vi", "ru"])
@pytest.mark.parametrize("name", CHARTS)
def test_no_two_texts_run_into_each_other(name: str, language: str) -> None:
    chart = CHARTS[name](language)
    found = texts(chart)
    assert overlaps(found) == []
    assert all(text.left >= 0 and text.right <= chart.width + 29 for text in found)


def test_another_language_has_the_english_words() -> None:
    assert speaker("de")("Data: {}", "x") == "Data: x"
    assert DATASET.between("1917-10 OS").chart(language="de").subtitle == DATASET.between("1917-10 OS").chart().subtitle

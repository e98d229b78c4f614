"""Answers as JSON text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from factories import TEXTS, write_documents

from russianrev.dataset import Dataset
from russianrev.exports.json import to_json


def plain(answer: Any) -> Any:
    return json.loads(to_json(answer))


def test_an_answer_is_as_to_dict_makes_it(wharf: Dataset) -> None:
    assert plain(wharf.events) == wharf.events.to_dict()
    assert json.loads(to_json(wharf.events[0], full=True)) == wharf.events[0].to_dict(full=True)


def test_what_is_by_source_is_by_the_sources_id(wharf: Dataset, empty: Path) -> None:
    write_documents(empty)
    gaps = plain(wharf.coverage(empty))
    assert set(gaps) == set(TEXTS)
    assert {gap["source"]["id"] for each in gaps.values() for gap in each} <= set(TEXTS)


@pytest.mark.parametrize("value", [None, True, 5, 0.5, "Петроград", [], {}])
def test_what_is_plain_stays_so(value: object) -> None:
    assert plain(value) == value


def test_a_path_is_its_text() -> None:
    assert plain({"written": Path("a.json")}) == {"written": "a.json"}


def test_what_of_the_library_has_attributes_is_a_table_of_them(wharf: Dataset) -> None:
    (made,) = plain([Dataset.bundled().metadata])
    assert made["licence"] == "CC-BY-4.0"


def test_letters_of_every_script_stay_themselves(wharf: Dataset) -> None:
    assert "Анна Сорокина" in to_json(wharf.persons["anna-sorokina"])

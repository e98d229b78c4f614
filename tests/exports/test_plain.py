"""Records and answers as plain values, and the schema of their shapes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bundled_data import DATASET, DISPUTES, FINDABLE
from dates_strategies import dates
from factories import write_documents
from hypothesis import given
from jsonschema import Draft202012Validator

import russianrev as rr
from russianrev.dataset import Dataset
from russianrev.dates import parse_date
from russianrev.exports.shapes import ANSWERS, VALUES, schema
from russianrev.records.base import Comparable, Record, attributes_of
from russianrev.records.model import RECORDS
from russianrev.views import Plain, view

SCHEMA = schema()


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def assert_fits(value: Any) -> None:
    """What is made of it is JSON, and has the shape that the schema gives its class."""
    for full in (False, True):
        made = value.to_dict(full=full)
        assert json.loads(json.dumps(made)) == made
        errors = [error.message[:300] for error in validator(type(value).__name__).iter_errors(made)]
        assert errors == [], (value, errors)


def answers(dataset: Dataset, folder: Path) -> Iterator[Any]:
    """Answers of every class."""
    write_documents(folder)
    yield from (dataset, dataset.events, dataset.persons, dataset.statements)
    yield from (dataset.disputes(), dataset.accounts("wharf-strike"), *dataset.accounts("wharf-strike"))
    yield from (dataset.as_of("1917-06-01"), dataset.as_of("1917-04-18", possible=True))
    yield from (dataset.tenures("union-board"), dataset.tenures("dockers-union"))
    yield from (dataset.causes("owners-give-way"), *dataset.consequences("wharf-strike"))
    yield from (dataset.compare(), *dataset.compare("wharf-strike"))
    yield from (dataset.search("strike"), *dataset.search("strike"))
    yield from (dataset.read("union-letter"), *dataset.read("union-letter"))
    yield from (dataset.sources_for("wharf-strike"), dataset.sources_for("anna-sorokina", "birth"))
    yield from (dataset.verify(folder), *dataset.parties["dockers-union"].lineage())
    for gaps in dataset.coverage(folder).values():
        yield from gaps


def values_in(value: Any) -> Iterator[Any]:
    """The values that a record or a value has."""
    for name in attributes_of(value):
        held = getattr(value, name)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, Comparable) and not isinstance(each, Record):
                yield each
                yield from values_in(each)


# Shapes.


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_in_the_repository_is_that_of_the_classes() -> None:
    stored = json.loads((Path(__file__).parents[2] / "answers.schema.json").read_text(encoding="utf-8"))
    assert stored == SCHEMA, "the classes have changed; run: russianrev schema --answers > answers.schema.json"


def test_the_schema_has_every_public_class_that_is_made_plain() -> None:
    public = {getattr(rr, name) for name in rr.__all__}
    made = {cls for cls in public if isinstance(cls, type) and issubclass(cls, Plain)}
    others = {rr.Dataset, rr.HistoricalDate, rr.Stretch}
    assert made - others - {*RECORDS.values(), *VALUES, *ANSWERS} == set()


@pytest.mark.slow
def test_every_record_fits_the_schema() -> None:
    for record in (*FINDABLE, *DATASET.statements, *DISPUTES):
        assert_fits(record)


def test_every_record_of_a_data_set_with_a_value_in_every_field_fits_the_schema(wharf: Dataset) -> None:
    for records in wharf.records.values():
        for record in records:
            assert_fits(record)
            for value in values_in(record):
                assert_fits(value)


def test_every_answer_fits_the_schema(wharf: Dataset, empty: Path) -> None:
    for answer in answers(wharf, empty):
        assert_fits(answer)


def test_a_quiz_fits_the_schema() -> None:
    quiz = DATASET.quiz(20, seed=1)
    for value in (quiz, *quiz):
        assert_fits(value)


@given(dates())
def test_every_date_fits_the_schema(date: rr.HistoricalDate) -> None:
    assert_fits(date)


# Dates.


def test_a_date_has_its_days_in_both_styles() -> None:
    made = parse_date("1917-10-25T21:45 OS").to_dict()
    assert made["old_style"] == {"start": "1917-10-25", "end": "1917-10-25", "label": "25 October 1917, 21:45 (O.S.)"}
    assert (made["new_style"]["start"], made["edtf"], made["time"]) == ("1917-11-07", "1917-11-07T21:45:00", "T21:45")


@given(dates())
def test_new_style_days_are_the_days_of_the_date(date: rr.HistoricalDate) -> None:
    days = date.to_dict()["new_style"]
    read = [day and datetime.date.fromisoformat(day) for day in (days["start"], days["end"])]
    assert read == [date.start, date.end]


# Records and answers.


def test_a_record_within_another_is_a_reference(wharf: Dataset) -> None:
    strike = wharf.events["wharf-strike"].to_dict()
    assert strike["places"] == [{"type": "place", "id": "krasny-bor", "label": "Krasny Bor"}]
    assert strike["participants"][0]["who"]["id"] == "anna-sorokina"


def test_what_others_tell_is_counted_and_in_full_is_there(wharf: Dataset) -> None:
    strike = wharf.events["wharf-strike"]
    assert strike.to_dict()["counts"] == {"statements": 6, "disputes": 1, "parts": 0, "led_to": 1}
    full = strike.to_dict(full=True)
    assert "counts" not in full
    assert [each["id"] for each in full["statements"]] == [each.id for each in strike.statements]
    assert full["statements"][0]["citation"]["source"]["type"] == "source"
    assert full["led_to"] == [{"type": "event", "id": "owners-give-way", "label": "The owners give way"}]


def test_a_citation_has_its_locator_place_and_url(wharf: Dataset) -> None:
    citation = wharf.statements["wharf-chronicle:2.2"].citation
    made = citation.to_dict()
    assert (made["locator"], made["place"], made["url"]) == (citation.locator, citation.place, citation.url)


def test_who_held_what_says_how_it_prints_and_in_full_all_of_it(wharf: Dataset) -> None:
    (holding,) = wharf.as_of("1917-06-01").to_dict()["offices"]
    assert (holding["holder"]["id"], holding["label"]) == ("anna-sorokina", "member, Board of the Dockers' Union")
    assert "held" not in holding
    (holding,) = wharf.as_of("1917-06-01").to_dict(full=True)["offices"]
    assert holding["held"]["body"]["id"] == "union-board"


def test_a_hit_refers_to_its_record_and_in_full_has_it(wharf: Dataset) -> None:
    hit = wharf.search("sorokina")[0]
    assert hit.to_dict()["record"].keys() == {"type", "id", "label"}
    assert hit.to_dict(full=True)["record"] == hit.record.to_dict()


def test_editorial_notes_are_a_table(wharf: Dataset) -> None:
    assert wharf.persons["anna-sorokina"].to_dict()["editorial"] == {"birth": "reference-works", "death": "context"}
    assert wharf.persons["pavel-ilyin"].to_dict()["editorial"] == {}


def test_what_is_no_part_of_the_house_is_refused() -> None:
    with pytest.raises(TypeError, match="nothing makes the view 'dict' of a"):
        view(3, "dict")


# In formatted texts.


def test_a_date_and_a_record_stand_in_a_field_as_they_print(wharf: Dataset) -> None:
    strike = wharf.events["wharf-strike"]
    assert f"{strike.date:>30}" == f"{strike.date!s:>30}"
    assert f"{wharf.persons[0]:*^20}" == f"{wharf.persons[0]!s:*^20}"
    with pytest.raises(ValueError, match="format"):
        f"{strike.date:d}"

"""The JSON Schema of the data files."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from russianrev.loading.schema import schema

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(schema())


def errors(**tables: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(tables)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_schema_in_the_repository_is_that_of_the_classes() -> None:
    stored = json.loads((ROOT / "data.schema.json").read_text(encoding="utf-8"))
    assert stored == schema(), "the classes have changed; run: russianrev schema > data.schema.json"


def test_every_data_file_fits_the_schema() -> None:
    files = (ROOT / "data").rglob("*.toml")
    found = {file.name: errors(**tomllib.loads(file.read_text(encoding="utf-8"))) for file in files}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_record_may_leave_out_what_has_a_default() -> None:
    assert errors(person=[{"id": "lenin", "name": "Lenin"}]) == []


@pytest.mark.parametrize(
    "person",
    [
        {"id": "lenin"},
        {"id": "lenin", "name": 5},
        {"id": "lenin", "name": "Lenin", "names": "Lenin"},
        {"id": "lenin", "name": "Lenin", "nickname": "Ilyich"},
        {"id": "lenin", "name": "Lenin", "editorial": {"birth": "hearsay"}},
        {"id": "lenin", "name": "Lenin", "memberships": [{"party": 3}]},
    ],
)
def test_what_the_loader_rejects_the_schema_rejects(person: dict[str, Any]) -> None:
    assert errors(person=[person])


def test_a_statement_has_a_passage_and_an_opening_for_its_citation() -> None:
    statement = {"id": "a:1.1", "text": "It rained.", "passage": "1:0-2 0123456789abcdef", "opening": "It"}
    assert errors(statement=[statement]) == []
    assert errors(statement=[statement | {"passage": "page 3"}])
    assert errors(statement=[{key: value for key, value in statement.items() if key != "opening"}])


def test_what_is_derived_is_not_for_files_to_say() -> None:
    event = {"id": "a", "title": "A", "kind": "congress"}
    assert errors(event=[event]) == []
    assert errors(event=[event | {"led_to": []}])

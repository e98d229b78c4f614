from __future__ import annotations

from pathlib import Path

import pytest
from dataset_strategies import datasets
from factories import Tables, example, record, write_json, write_toml
from hypothesis import HealthCheck, given, settings
from hypothesis import example as given_example

from russianrev.errors import DataError
from russianrev.indexes.building import INDEXES
from russianrev.loading.bundle import Bundle
from russianrev.loading.compile import compiled, data_digest
from russianrev.loading.files import load_records
from russianrev.records.base import attributes_of
from russianrev.records.model import RECORDS

a_few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


def test_a_bundle_has_the_digest_of_the_files_it_was_compiled_from(tmp_path: Path) -> None:
    folder = write_toml(tmp_path, example())
    assert Bundle(compiled(folder)).digest == data_digest(folder)


@a_few
@given(datasets())
@given_example(example())
def test_what_is_compiled_is_what_was_loaded(tmp_path: Path, tables: Tables) -> None:
    """Every attribute of every record, with what is derived, and every index under every key."""
    file = write_json(tmp_path / "data.json", tables)
    loaded, bundled = load_records(file), Bundle(compiled(file))
    for kind in RECORDS:
        assert list(bundled.records[kind].ids) == list(loaded.records[kind].ids)
        for one, other in zip(bundled.records[kind], loaded.records[kind], strict=True):
            for name in attributes_of(one):
                assert getattr(one, name) == getattr(other, name)
    for index in INDEXES:
        assert dict(bundled.entries(index)) == plain(dict(loaded.entries(index)))
        for key, value in loaded.entries(index):
            assert bundled.look_up(index, key) == plain(value)
    assert bundled.look_up("name", "no such name") is None


def plain(value: object) -> object:
    """What JSON makes of a value: all that is in order is a list."""
    match value:
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case str() | int() | float():
            return value
        case _:
            return [plain(each) for each in value]  # type: ignore[attr-defined]


def test_a_data_set_that_breaks_a_rule_is_not_compiled(tmp_path: Path) -> None:
    tables = example()
    record(tables, "pavel-ilyin")["name"] = ""
    with pytest.raises(DataError):
        compiled(write_toml(tmp_path, tables))


def test_the_digest_of_a_folder_changes_with_a_letter_of_a_file(tmp_path: Path) -> None:
    folder = write_toml(tmp_path, example())
    before = data_digest(folder)
    file = folder / "place" / "krasny-bor.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("Red Wood", "Red Food"), encoding="utf-8")
    assert data_digest(folder) != before


def test_the_digest_of_a_folder_changes_with_a_new_file(tmp_path: Path) -> None:
    folder = write_toml(tmp_path, example())
    before = data_digest(folder)
    (folder / "empty.toml").touch()
    assert data_digest(folder) != before


def test_the_digest_of_a_folder_changes_with_the_name_of_a_file(tmp_path: Path) -> None:
    folder = write_toml(tmp_path, example())
    before = data_digest(folder)
    (folder / "place" / "krasny-bor.toml").rename(folder / "place" / "kronstadt.toml")
    assert data_digest(folder) != before


def test_the_digest_is_the_same_in_another_folder_with_other_ends_of_line_and_files_that_are_not_data(
    tmp_path: Path,
) -> None:
    one, other = (write_toml(tmp_path / name, example()) for name in ("one", "other"))
    (other / "README.md").write_text("Not data.", encoding="utf-8")
    for file in other.rglob("*.toml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert data_digest(one) == data_digest(other)

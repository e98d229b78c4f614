"""Tables that `export` wrote, loaded again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from bundled_data import DATASET
from dataset_strategies import datasets
from factories import Tables, owner
from hypothesis import HealthCheck, given, settings

from russianrev.dataset import Dataset, load
from russianrev.errors import DataError

FORMS = ("csv", "parquet")


@pytest.fixture
def folder(wharf: Dataset, tmp_path: Path) -> Path:
    """The small data set as CSV."""
    wharf.export("csv", tmp_path / "tables")
    return tmp_path / "tables"


def faults(folder: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(folder)
    return [str(fault) for fault in caught.value.faults]


def edit(folder: Path, table: str, change: Callable[[list[list[str]]], Any]) -> None:
    """Change the rows of a CSV file."""
    file = folder / f"{table}.csv"
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    change(rows)
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


def edit_package(folder: Path, change: Callable[[Any], Any]) -> None:
    file = folder / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    change(package)
    file.write_text(json.dumps(package), encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_the_bundled_data_set_is_loaded_from_its_tables(form: str, tmp_path: Path) -> None:
    DATASET.export(form, tmp_path)
    again = load(tmp_path)
    assert again == DATASET
    assert again.events.ids == DATASET.events.ids


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_of_tables_or_its_package_is_loaded(wharf: Dataset, form: str, tmp_path: Path) -> None:
    wharf.export(form, tmp_path)
    assert load(tmp_path) == load(tmp_path / "datapackage.json") == wharf


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(datasets())
def test_any_data_set_is_loaded_from_its_tables(data: Tables) -> None:
    with TemporaryDirectory() as folder:
        dataset = Dataset(owner(Path(folder), data))
        for form in FORMS:
            dataset.export(form, Path(folder) / form)
            assert load(Path(folder) / form) == dataset


def test_what_a_spreadsheet_has_saved_is_loaded(wharf: Dataset, folder: Path) -> None:
    """With a byte-order mark, flags in capitals, and a blank line at the end."""
    file = folder / "figures.csv"
    text = file.read_text(encoding="utf-8").replace("false", "FALSE").replace("true", "TRUE")
    file.write_text(text + "\n", encoding="utf-8-sig")
    assert load(folder) == wharf


def test_the_order_of_the_rows_does_not_matter(wharf: Dataset, folder: Path) -> None:
    for file in folder.glob("*.csv"):
        edit(folder, file.stem, lambda rows: rows.__setitem__(slice(1, None), rows[:0:-1]))
    assert load(folder) == wharf


def test_tables_that_are_not_the_library_s_and_fields_without_a_type_are_passed_over(
    wharf: Dataset, folder: Path
) -> None:
    edit_package(folder, lambda package: package["resources"].append({"name": "mine", "path": "mine.csv"}))
    assert load(folder) == wharf


def test_a_table_without_a_schema_has_texts(folder: Path) -> None:
    edit_package(
        folder, lambda package: [each.pop("schema") for each in package["resources"] if each["name"] == "figures"]
    )
    assert "figures[0].value: '400.0': wanted: a number" in "; ".join(faults(folder))


def test_a_fault_of_a_record_names_its_file(folder: Path) -> None:
    edit(folder, "ideas", lambda rows: rows[1].__setitem__(rows[0].index("kind"), "wish"))
    (fault,) = faults(folder)
    assert fault.startswith("ideas.csv: idea 'eight-hour-day': kind: 'wish': wanted: one of")


def test_a_cell_of_another_type_is_a_fault(folder: Path) -> None:
    edit(folder, "figures", lambda rows: rows[1].__setitem__(rows[0].index("approximate"), "perhaps"))
    assert faults(folder)[0] == "figures.csv: line 2: approximate: 'perhaps': wanted: true or false"


def test_a_row_of_another_length_is_a_fault(folder: Path) -> None:
    edit(folder, "ideas", lambda rows: rows[1].append("more"))
    assert "wanted: 3 cells, as in the heading" in faults(folder)[0]


def test_a_row_that_belongs_to_nothing_is_a_fault(folder: Path) -> None:
    edit(folder, "participants", lambda rows: rows[1].__setitem__(rows[0].index("event_id"), "no-such-strike"))
    assert faults(folder) == [
        "participants.csv: event_id: 'no-such-strike': wanted: the id of a row that this one belongs to; there is none"
    ]


def test_a_record_without_an_id_is_a_fault(folder: Path) -> None:
    edit(folder, "ideas", lambda rows: rows[1].__setitem__(rows[0].index("id"), ""))
    assert any(fault.startswith("ideas.csv: idea without an id: id") for fault in faults(folder))


def test_a_column_that_was_taken_away_is_as_if_it_were_empty(folder: Path) -> None:
    edit(folder, "places", lambda rows: [row.pop(rows[0].index("latitude")) for row in reversed(rows)])
    assert any("coordinates.latitude" in fault for fault in faults(folder))


@pytest.mark.parametrize("content", [b"\xff", b'id,name\r\n"a'])
def test_a_file_that_is_no_csv_is_a_fault(folder: Path, content: bytes) -> None:
    (folder / "ideas.csv").write_bytes(content)
    assert any(fault.startswith("ideas.csv: 'CSV': wanted: a readable file") for fault in faults(folder))


def test_a_file_without_a_heading_has_no_rows(folder: Path) -> None:
    (folder / "disputes.csv").write_bytes(b"")
    assert {fault.partition(":")[0] for fault in faults(folder)} == {"claims.csv", "claim_statements.csv"}


def test_a_file_that_is_no_parquet_is_a_fault(wharf: Dataset, tmp_path: Path) -> None:
    wharf.export("parquet", tmp_path)
    (tmp_path / "ideas.parquet").write_bytes(b"PAR1")
    assert any(fault.startswith("ideas.parquet: 'Parquet': wanted: a readable file") for fault in faults(tmp_path))


@pytest.mark.parametrize("path", ["gone.csv", "../ideas.csv", "/etc/passwd", None])
def test_a_table_stands_beside_its_package(folder: Path, path: str | None) -> None:
    edit_package(
        folder, lambda package: [each.update(path=path) for each in package["resources"] if each["name"] == "ideas"]
    )
    assert any(str(fault).startswith("datapackage.json: resource 'ideas': path") for fault in faults(folder))


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"resources": [1]}', '{"resources": [{}]}'])
def test_what_is_no_package_is_a_fault(folder: Path, content: str) -> None:
    (folder / "datapackage.json").write_text(content, encoding="utf-8")
    (fault,) = faults(folder)
    assert fault.startswith("datapackage.json: 'JSON': wanted: a data package with its resources")


def test_a_package_of_other_tables_is_a_fault(folder: Path) -> None:
    edit_package(folder, lambda package: package["resources"].clear())
    assert faults(folder)[0].startswith("datapackage.json: resources: []: wanted: tables such as sources")

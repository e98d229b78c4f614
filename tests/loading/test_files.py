from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from dataset_strategies import datasets
from factories import Tables, example, loaded, owner, record, write_json, write_toml
from hypothesis import HealthCheck, given, settings
from hypothesis import example as given_example

from russianrev.errors import DataError
from russianrev.loading.files import load_records, pasteable
from russianrev.loading.structure import written
from russianrev.records.base import Record
from russianrev.records.model import RECORDS, Statement

a_few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def in_any_order(records: Mapping[str, Iterable[Record]]) -> dict[str, set[object]]:
    return {kind: set(each) for kind, each in records.items()}


def test_the_records_of_a_kind_come_in_order_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    tables = example()
    for unsorted in tables.values():
        unsorted.reverse()
    records = loaded(tmp_path, tables)
    assert [event.id for event in records["event"]] == ["revolution-in-krasny-bor", "wharf-strike", "owners-give-way"]
    assert [statement.place for statement in records["statement"]] == sorted(s.place for s in records["statement"])
    for kind in RECORDS.keys() - {"event", "statement"}:
        assert [each.id for each in records[kind]] == sorted(table["id"] for table in example()[kind])


def test_a_data_set_may_lack_any_kind_of_record(tmp_path: Path) -> None:
    assert set(loaded(tmp_path, {}).values()) == {()}


@a_few
@given(datasets())
@given_example(example())
def test_a_folder_of_toml_and_one_json_file_give_the_same(tables: Tables) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        one = load_records(write_json(folder / "one.json", tables))
        if not any(tables.values()):
            return
        many = load_records(write_toml(folder / "many", tables))
    assert in_any_order(one.records) == in_any_order(many.records)


@a_few
@given(datasets())
@given_example(example())
def test_a_data_set_that_is_written_and_read_back_is_equal(tables: Tables) -> None:
    with TemporaryDirectory() as name:
        file = write_json(Path(name) / "data.json", tables)
        records = load_records(file).records
        file.write_text(written(records), encoding="utf-8")
        assert in_any_order(load_records(file).records) == in_any_order(records)


def test_what_is_written_is_what_people_write(tmp_path: Path) -> None:
    content = json.loads(written(owner(tmp_path).records))
    for kind, tables in example().items():
        assert sorted(content[kind], key=itemgetter("id")) == sorted(tables, key=itemgetter("id"))


def test_files_of_both_forms_and_in_any_depth_are_one_data_set(tmp_path: Path) -> None:
    tables = example()
    places = {"place": tables.pop("place")}
    write_toml(tmp_path / "data" / "deep" / "deeper", tables)
    write_json(tmp_path / "data" / "places.json", places)
    assert in_any_order(load_records(tmp_path / "data").records) == in_any_order(loaded(tmp_path))


# What a file cannot do.


def test_nothing_in_a_data_file_runs_code(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    code = f"__import__('pathlib').Path({str(mark)!r}).touch()"
    tables = example()
    for table in (person := record(tables, "pavel-ilyin"), record(tables, "eight-hour-day")):
        table["name"] = code
    person["names"] = [{"text": f"{{{code}}}"}, {"text": f"${{{code}}}"}, {"text": f"!!python/object/apply:{code}"}]
    person["birth"] = code
    person["py/object"] = "os.system"
    person["__class__"] = code
    with pytest.raises(DataError):
        loaded(tmp_path, tables)
    assert not mark.exists()


def test_keys_that_mean_something_to_python_are_unknown_keys(tmp_path: Path) -> None:
    tables = example()
    record(tables, "pavel-ilyin").update({"__class__": "x", "__init__": "y", "_complete": "z"})
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, tables)
    assert [fault.field for fault in caught.value.faults] == ["__class__", "__init__", "_complete"]


def test_files_of_other_forms_are_not_read(tmp_path: Path) -> None:
    write_toml(tmp_path, example())
    for name in ("conftest.py", "data.yaml", "data.pickle", "notes.txt", ".toml"):
        (tmp_path / name).write_text("raise SystemExit", encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    assert len(load_records(tmp_path).records["person"]) == 2


# One fault does not hide another, and does not make others.


def faults_in(folder: Path, tables: Tables) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        loaded(folder, tables)
    return [(fault.record, fault.field) for fault in caught.value.faults]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_that_cannot_be_made_causes_no_reports_where_it_is_referred_to(tmp_path: Path, kind: str) -> None:
    tables = example()
    broken = tables[kind][0]
    broken["surplus"] = broken.pop(next(key for key in ("kind", "name", "text", "attribute") if key in broken))
    faults = faults_in(tmp_path, tables)
    assert {record for record, _ in faults} == {f"{kind} {broken['id']!r}"}
    assert len(faults) == 2


@pytest.mark.parametrize("id", ["anna-sorokina", "krasny-bor", "wharf-strike", "wharf-chronicle"])
def test_two_records_of_one_id_cause_no_reports_where_it_is_referred_to(tmp_path: Path, id: str) -> None:
    tables = {"idea": [{"id": id, "name": "Idea", "kind": "slogan"}], **example()}
    tables["idea"] += example()["idea"]
    ((_, field),) = faults_in(tmp_path, tables)
    assert field == "id"


def test_records_of_an_unknown_kind_cause_no_reports_where_they_are_referred_to(tmp_path: Path) -> None:
    tables = example()
    tables["persons"] = tables.pop("person")
    assert faults_in(tmp_path, tables) == [("", "persons")]


@pytest.mark.parametrize("name", ["place/krasny-bor.toml", "source/wharf-chronicle.toml"])
def test_a_file_that_cannot_be_read_causes_no_reports_where_its_records_are_referred_to(
    tmp_path: Path, name: str
) -> None:
    file = write_toml(tmp_path, example()) / name
    file.write_text(file.read_text(encoding="utf-8") + "= [", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_records(tmp_path)
    assert [fault.file for fault in caught.value.faults] == [name]


def test_an_unreadable_file_does_not_hide_the_faults_of_others(tmp_path: Path) -> None:
    tables = example()
    record(tables, "pavel-ilyin")["birth"] = "1890-13"
    folder = write_toml(tmp_path, tables)
    (folder / "other.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_records(folder)
    assert [fault.file for fault in caught.value.faults] == ["other.json", "person/pavel-ilyin.toml"]


def test_a_bad_field_does_not_hide_another_of_the_same_record(tmp_path: Path) -> None:
    tables = example()
    record(tables, "wharf-strike").update(date="1917-02-30", summary=5, part_of="nothing", colour="red")
    assert sorted(faults_in(tmp_path, tables)) == [
        ("event 'wharf-strike'", field) for field in ("colour", "date", "part_of", "summary")
    ]


def test_a_duplicate_id_does_not_hide_what_else_is_wrong_with_the_record(tmp_path: Path) -> None:
    tables = example()
    tables["idea"].append({"id": "eight-hour-day", "name": "Eight hours", "kind": "wish"})
    assert sorted(faults_in(tmp_path, tables)) == [("idea 'eight-hour-day'", field) for field in ("id", "kind")]


def test_two_records_without_an_id_are_each_reported(tmp_path: Path) -> None:
    tables = example()
    tables["idea"] += [{"name": "One", "kind": "slogan"}, {"name": "Two", "kind": "slogan"}]
    assert faults_in(tmp_path, tables) == [("idea without an id", "id")] * 2


def test_an_empty_id_is_malformed(tmp_path: Path) -> None:
    tables = example()
    tables["idea"].append({"id": "", "name": "One", "kind": "slogan"})
    assert [field for _, field in faults_in(tmp_path, tables)] == ["id"]


def test_a_broken_reading_causes_no_report_that_there_is_none(tmp_path: Path) -> None:
    tables = example()
    record(tables, "wharf-chronicle:4.1")["date"] = "1918"
    record(tables, "wharf-chronicle:4.1")["readings"][0]["certainty"] = "sure"
    assert faults_in(tmp_path, tables) == [("statement 'wharf-chronicle:4.1'", "readings[0].certainty")]


def test_a_broken_dispute_causes_no_report_that_there_is_none(tmp_path: Path) -> None:
    tables = example()
    record(tables, "first-day-of-the-strike").update(attribute="date", certainty="sure")
    record(tables, "union-letter:1.1")["date"] = "1916"
    assert faults_in(tmp_path, tables) == [("dispute 'first-day-of-the-strike'", "certainty")]


def test_a_dangling_statement_of_a_claim_causes_no_report_that_the_claim_has_none(tmp_path: Path) -> None:
    tables = example()
    record(tables, "first-day-of-the-strike")["values"][0]["statements"] = ["wharf-chronicle:2.9"]
    assert faults_in(tmp_path, tables) == [("dispute 'first-day-of-the-strike'", "values[0].statements[0]")]


# What has been pasted.


def test_a_citation_to_paste_is_the_lines_of_a_toml_file(tmp_path: Path) -> None:
    statement = next(
        s for s in loaded(tmp_path)["statement"] if isinstance(s, Statement) and s.source.id == "union-letter"
    )
    lines = tomllib.loads(pasteable(statement.citation))
    assert lines == {key: record(example(), statement.id)[key] for key in ("passage", "opening")}

from __future__ import annotations

from pathlib import Path

import pytest
from factories import write_json

from russianrev.errors import DataError
from russianrev.loading.files import load_records


def test_a_path_without_anything_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nothing"):
        load_records(tmp_path / "nothing")


def test_a_folder_without_data_files_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(FileNotFoundError, match=r"no \.toml or \.json file in"):
        load_records(tmp_path)


def test_an_empty_file_is_an_empty_data_set(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").touch()
    assert not any(map(len, load_records(tmp_path).records.values()))


@pytest.mark.parametrize("name", ["ideas.toml", "ideas.json"])
def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path, name: str) -> None:
    text = '{"idea": []}' if name.endswith("json") else "idea = []"
    (tmp_path / name).write_text(text, encoding="utf-8-sig")
    assert not any(map(len, load_records(tmp_path / name).records.values()))


def test_a_file_alone_is_named_without_its_folder(tmp_path: Path) -> None:
    file = write_json(tmp_path / "one.json", {"person": [{"id": "nameless"}]})
    with pytest.raises(DataError) as caught:
        load_records(file)
    assert [fault.file for fault in caught.value.faults] == ["one.json"]


@pytest.mark.parametrize("open", ["[", '{"person":'])
def test_a_file_that_is_nested_too_deeply_is_a_fault(tmp_path: Path, open: str) -> None:
    (tmp_path / "deep.json").write_text(open * 100_000, encoding="utf-8")
    with pytest.raises(DataError, match=r"deep\.json: 'JSON': wanted: a readable file"):
        load_records(tmp_path)


def test_a_number_of_too_many_digits_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "long.json").write_text('{"person": ' + "9" * 10_000 + "}", encoding="utf-8")
    with pytest.raises(DataError, match="a readable file"):
        load_records(tmp_path)


def test_every_table_of_a_list_that_is_none_is_a_fault(tmp_path: Path) -> None:
    file = write_json(tmp_path / "data.json", {"idea": [1, "two", None]})  # type: ignore[list-item]
    with pytest.raises(DataError) as caught:
        load_records(file)
    assert [fault.value for fault in caught.value.faults] == [1, "two", None]

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from factories import write_json
from hypothesis import given
from hypothesis import strategies as st

from russianrev.errors import DataError
from russianrev.loading.files import load_records
from russianrev.loading.tables import Item, json_entries
from russianrev.records.model import RECORDS


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


# JSON, record by record.

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
contents = st.dictionaries(st.sampled_from(["idea", "place", "else"]), values)


def whole(entries: Iterable[tuple[str, object]]) -> dict[str, object]:
    """What was read item by item, as the parser reads it at once; an empty list of records leaves no trace."""
    found: dict[str, object] = {}
    for kind, value in entries:
        if isinstance(value, Item):
            found.setdefault(kind, []).append(value.table)  # type: ignore[attr-defined]
        else:
            found[kind] = value
    return found


@given(contents, st.sampled_from([None, 0, 2]))
def test_reading_item_by_item_gives_what_reading_at_once_does(content: dict[str, object], indent: int | None) -> None:
    text = f" {json.dumps(content, indent=indent)}\n"
    kept = {kind: value for kind, value in content.items() if value != [] or kind not in RECORDS}
    assert whole(json_entries(text)) == kept


@given(contents, st.data())
def test_what_is_no_json_is_an_error_read_item_by_item_as_it_is_read_at_once(
    content: dict[str, object], data: st.DataObject
) -> None:
    text = json.dumps(content, indent=1)
    at = data.draw(st.integers(0, len(text)))
    other = data.draw(st.sampled_from(["", ",", "]", "}", "{", "[", ":", '"', "x", " ", "1"]))
    text = text[:at] + other + text[at + 1 :]
    try:
        json.loads(text)
    except ValueError:
        with pytest.raises(ValueError, match=r"line \d+ column \d+"):
            list(json_entries(text))
    else:
        list(json_entries(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{1: 2}", "Expecting property name enclosed in double quotes: line 1 column 2"),
        ('{"idea" 2}', "Expecting ':' delimiter: line 1 column 9"),
        ('{"idea": [1 2]}', "Expecting ',' delimiter: line 1 column 12"),
        ('{"idea": [1,]}', "Expecting ',' delimiter: line 1 column 12"),
        ('{"idea": []} 1', "Extra data: line 1 column 14"),
        ('{"idea": [}', "Expecting value: line 1 column 11"),
    ],
)
def test_what_is_malformed_is_said_with_its_place(text: str, wanted: str) -> None:
    with pytest.raises(ValueError, match=re.escape(wanted)):
        list(json_entries(text))


def test_a_kind_that_is_there_twice_is_read_twice() -> None:
    assert list(json_entries('{"idea": [1], "idea": [2]}')) == [("idea", Item(1)), ("idea", Item(2))]

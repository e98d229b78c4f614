from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from factories import example, record, write_json
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


# What people bring.


def faults(path: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load_records(path)
    return [str(fault) for fault in caught.value.faults]


def test_a_key_that_stands_twice_is_a_fault_of_its_record(tmp_path: Path) -> None:
    text = (
        '{"idea": [{"id": "peace", "name": "a", "name": "b", "kind": "slogan", "names": [{"text": "t", "text": "u"}]}]}'
    )
    (tmp_path / "ideas.json").write_text(text, encoding="utf-8")
    assert faults(tmp_path) == [
        "ideas.json: idea 'peace': text: 'text': this key stands twice in one object; keep one",
        "ideas.json: idea 'peace': name: 'name': this key stands twice in one object; keep one",
    ]


def test_a_key_is_twice_only_in_the_item_that_has_it_twice() -> None:
    entries = json_entries('{"else": {"a": 1, "a": 2}, "idea": [{"a": 1}, {"b": 1, "b": 2}]}')
    assert [value.twice for _, value in entries if isinstance(value, Item)] == [(), ("b",)]


@pytest.mark.parametrize("name", ["IDEAS.TOML", "Ideas.Json", "ideas.toml"])
def test_a_suffix_may_be_in_any_case(tmp_path: Path, name: str) -> None:
    toml = '[[idea]]\nid = "peace"\nname = "peace"\nkind = "slogan"\n'
    content = '{"idea": [{"id": "peace", "name": "peace", "kind": "slogan"}]}'
    (tmp_path / name).write_text(toml if name.lower().endswith("toml") else content, encoding="utf-8")
    assert load_records(tmp_path).records["idea"].ids == ("peace",)
    assert load_records(tmp_path / name).records["idea"].ids == ("peace",)


@pytest.mark.parametrize(
    "name",
    [
        ".vscode/settings.json",
        "._ideas.toml",
        ".ipynb_checkpoints/ideas-checkpoint.json",
        "__MACOSX/._ideas.json",
        "__pycache__/a.json",
        "desktop.ini",
        "Thumbs.db",
        "tracks/._a.track",
        "documents/.a.txt",
    ],
)
def test_what_the_system_and_other_programs_leave_there_is_left_alone(tmp_path: Path, name: str) -> None:
    write_json(tmp_path / "ideas.json", {"idea": [{"id": "peace", "name": "peace", "kind": "slogan"}]})
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"\0not for us")
    assert load_records(tmp_path).records["idea"].ids == ("peace",)


def test_a_folder_may_itself_lie_in_a_hidden_one(tmp_path: Path) -> None:
    (tmp_path / ".data").mkdir()
    write_json(tmp_path / ".data" / "ideas.json", {"idea": [{"id": "peace", "name": "peace", "kind": "slogan"}]})
    assert load_records(tmp_path / ".data").records["idea"].ids == ("peace",)


@given(st.characters())
def test_a_character_is_read_as_it_is_or_is_a_fault(character: str) -> None:
    control = unicodedata.category(character) in ("Cs", "Cc") and character not in "\t\n\r"
    tables = example()
    record(tables, "eight-hour-day")["name"] = f"a{character}"
    record(tables, "wharf-chronicle:2.1")["opening"] = f"a{character}"
    with TemporaryDirectory() as folder:
        file = Path(folder) / "data.json"
        file.write_text(json.dumps(tables), encoding="utf-8")
        if control or character in "\ufffe\uffff":
            wanted = f"wanted: the characters of a text; U+{ord(character):04X}, character 2, is none"
            value = repr(f"a{character}")
            assert faults(file) == [
                f"data.json: idea 'eight-hour-day': name: {value}: {wanted}",
                f"data.json: statement 'wharf-chronicle:2.1': opening: {value}: {wanted}",
            ]
        else:
            assert load_records(file)["eight-hour-day"].label == f"a{character}"

"""From files to raw records: every TOML or JSON file is a mapping from a kind of record to a list of tables."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from json import JSONDecoder
from pathlib import Path
from typing import Any, NamedTuple

from attrs import frozen

from russianrev.errors import Fault
from russianrev.loading.listing import list_files
from russianrev.records.model import RECORDS

SUFFIXES = (".toml", ".json")
"""How the names of data files end, in any case."""

_SPACE = re.compile(r"[ \t\n\r]*")  # what JSON may have between its parts
_BETWEEN = re.compile(r"[ \t\n\r]*([,\]}])[ \t\n\r]*")  # two items, or the last and the end
_GIVEN_ID = re.compile(r"""\bid["']?\s*[=:]\s*["']([^"']+)["']""")  # in either form, for files that cannot be read


@frozen
class Origin:
    """Where a record comes from, and what to call it in a message: its kind, and its id if that is text."""

    file: str
    kind: str
    id: str | None

    def fault(self, field: str, value: Any, wanted: str) -> Fault:
        """Make a fault of this record."""
        name = f"{self.kind} {self.id!r}" if self.id else f"{self.kind} without an id"
        return Fault(self.file, name, field, value, wanted)


class Raw(NamedTuple):
    """A record as a file has it."""

    origin: Origin
    table: dict[str, Any]


def data_files(path: Path) -> list[Path]:
    """List the data files at a path: itself, or every TOML and JSON file in the folder and below, in order of name."""
    if path.is_dir():
        return list_files(path, *SUFFIXES, below=True)
    return [path]


def read_files(path: Path, faults: list[Fault], lost: set[str]) -> Iterator[Raw]:
    """Read the raw records of a file or folder; what is no record is added to the faults, the ids in it to the lost.

    Raises `FileNotFoundError` if there is no such file or folder, or the folder holds no data file.
    """
    files = data_files(path)
    if not files:
        raise FileNotFoundError(f"no .toml or .json file in {str(path)!r}")
    for file in files:
        name = str(file.relative_to(path)) if path.is_dir() else file.name
        known, found = len(faults), set()
        try:
            for raw in _read_records(file, name, faults):
                found.add(raw.origin.id or "")
                yield raw
        except (ValueError, RecursionError) as error:  # both parsers' errors are, and so is bad UTF-8
            faults.append(Fault(name, "", "", file.suffix[1:].upper(), f"wanted: a readable file: {error}"))
        if len(faults) > known:
            given = _GIVEN_ID.findall(file.read_text(encoding="utf-8", errors="replace"))
            lost.update(set(given) - found)


def _read_records(file: Path, name: str, faults: list[Fault]) -> Iterator[Raw]:
    """Read the raw records of one file, as far as it can be read."""
    text = file.read_bytes().decode("utf-8-sig")
    entries = _read_toml(text) if file.suffix.lower() == ".toml" else json_entries(text)
    for kind, value in entries:
        if kind not in RECORDS:
            known = ", ".join(RECORDS)
            wanted = f"no such kind of record; there are {known}" if kind else f"a table whose keys are among {known}"
            faults.append(Fault(name, "", kind, value, wanted))
        elif not isinstance(value, Item):
            faults.append(Fault(name, "", kind, value, f"a list of tables, each headed [[{kind}]]"))
        elif not isinstance(value.table, dict):
            faults.append(Fault(name, "", kind, value.table, f"a table headed [[{kind}]]"))
        else:
            id = value.table.get("id")
            origin = Origin(name, kind, id if isinstance(id, str) else None)
            faults += [origin.fault(key, key, "this key stands twice in one object; keep one") for key in value.twice]
            yield Raw(origin, value.table)


class Item(NamedTuple):
    """What stands in a list of records, and the keys that an object in it has `twice`, so that a value is lost."""

    table: Any
    twice: tuple[str, ...] = ()


def _read_toml(text: str) -> Iterator[tuple[str, Any]]:
    """Read what a TOML file has of each kind: each item of a list, or whatever stands in the list's place."""
    for kind, value in tomllib.loads(text).items():
        if kind in RECORDS and isinstance(value, list):
            yield from ((kind, Item(each)) for each in value)
        else:
            yield kind, value


def json_entries(text: str) -> Iterator[tuple[str, Any]]:
    """Read what a JSON file has of each kind: each item of a list, or whatever stands in the list's place.

    An item is read when the one before it is done with, for as Python's objects a file takes many times the room that
    it takes as text. If the whole is no object, it is under no kind. Raises `ValueError` where the text is no JSON.

    >>> list(json_entries('{"idea": [{"id": "peace"}, 1], "place": 2}'))
    [('idea', Item(table={'id': 'peace'}, twice=())), ('idea', Item(table=1, twice=())), ('place', 2)]
    """
    at = _skip_space(text, 0)
    if not text.startswith("{", at):
        yield "", json.loads(text)
        return
    twice: list[str] = []
    read = JSONDecoder(object_pairs_hook=partial(_make_table, twice)).raw_decode
    at, closed = _step(text, at + 1, "}")
    while not closed:
        if not text.startswith('"', at):
            raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        kind, at = read(text, at)
        at = _skip_space(text, at)
        if not text.startswith(":", at):
            raise json.JSONDecodeError("Expecting ':' delimiter", text, at)
        at = _skip_space(text, at + 1)
        if kind in RECORDS and text.startswith("[", at):
            at, ended = _step(text, at + 1, "]")
            while not ended:
                twice.clear()
                item, at = read(text, at)
                yield kind, Item(item, tuple(twice))
                at, ended = _next(text, at, "]")
        else:
            value, at = read(text, at)
            yield kind, value
        at, closed = _next(text, at, "}")
    if (rest := _skip_space(text, at)) < len(text):
        raise json.JSONDecodeError("Extra data", text, rest)


def _make_table(twice: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make the table of a JSON object, and note the keys that it has twice."""
    table = dict(pairs)
    if len(table) < len(pairs):
        twice += [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    return table


def _skip_space(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]


def _step(text: str, at: int, closing: str) -> tuple[int, bool]:
    """Go on to the first item of a list or an object, or past its end."""
    at = _skip_space(text, at)
    return (at + 1, True) if text.startswith(closing, at) else (at, False)


def _next(text: str, at: int, closing: str) -> tuple[int, bool]:
    """Go on to the next item of a list or an object, or past its end."""
    mark = _BETWEEN.match(text, at)
    if mark is None or (mark[1] != closing and (mark[1] != "," or text.startswith(closing, mark.end()))):
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    return mark.end(), mark[1] == closing

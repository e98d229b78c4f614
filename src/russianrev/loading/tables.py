"""From files to raw records: every TOML or JSON file is a mapping from a kind of record to a list of tables."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from russianrev.errors import Fault
from russianrev.records.model import RECORDS

_GIVEN_ID = re.compile(r"""\bid["']?\s*[=:]\s*["']([^"']+)["']""")  # in either form, for files that cannot be read


@frozen
class Raw:
    """A record as a file has it."""

    file: str
    kind: str
    table: dict[str, Any]

    @property
    def id(self) -> str | None:
        """The id it gives, if that is text."""
        given = self.table.get("id")
        return given if isinstance(given, str) else None

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return f"{self.kind} {self.id!r}" if self.id else f"{self.kind} without an id"

    def fault(self, field: str, value: Any, wanted: str) -> Fault:
        """A fault of this record."""
        return Fault(self.file, self.name, field, value, wanted)


def data_files(path: Path) -> list[Path]:
    """The data files at a path: itself, or every TOML and JSON file in the folder and below, in order of name."""
    if path.is_dir():
        return sorted(f for f in path.rglob("*") if f.suffix in (".toml", ".json") and f.is_file())
    return [path]


def read_files(path: Path, faults: list[Fault], lost: set[str]) -> Iterator[Raw]:
    """The raw records of a file or folder; what is no record is added to the faults, and the ids in it to the lost.

    Raises `FileNotFoundError` if there is no such file or folder, or the folder holds no data file.
    """
    files = data_files(path)
    if not files:
        raise FileNotFoundError(f"no .toml or .json file in {str(path)!r}")
    for file in files:
        name = str(file.relative_to(path)) if path.is_dir() else file.name
        content = file.read_bytes()
        known = len(faults)
        raws: list[Raw] = []
        try:
            raws += records_in(_parse(content, file.suffix), name, faults)
        except (ValueError, RecursionError) as error:  # both parsers' errors are, and so is bad UTF-8
            faults.append(Fault(name, "", "", file.suffix[1:].upper(), f"wanted: a readable file: {error}"))
        if len(faults) > known:
            given = _GIVEN_ID.findall(content.decode("utf-8", errors="replace"))
            lost.update(set(given).difference(raw.id or "" for raw in raws))
        yield from raws


def records_in(content: Any, file: str, faults: list[Fault]) -> Iterator[Raw]:
    """The raw records of one file's content."""
    if not isinstance(content, dict):
        faults.append(Fault(file, "", "", content, f"a table whose keys are among {', '.join(RECORDS)}"))
        return
    for kind, tables in content.items():
        if kind not in RECORDS:
            faults.append(Fault(file, "", kind, tables, f"no such kind of record; there are {', '.join(RECORDS)}"))
        elif not isinstance(tables, list):
            faults.append(Fault(file, "", kind, tables, f"a list of tables, each headed [[{kind}]]"))
        else:
            for table in tables:
                if isinstance(table, dict):
                    yield Raw(file, kind, table)
                else:
                    faults.append(Fault(file, "", kind, table, f"a table headed [[{kind}]]"))


def _parse(content: bytes, suffix: str) -> Any:
    text = content.decode("utf-8-sig")
    return tomllib.loads(text) if suffix == ".toml" else json.loads(text)

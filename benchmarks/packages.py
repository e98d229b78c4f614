"""Build wheels of the package, with its own data or with several times as many, and lay them out to be imported."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

from attrs import frozen

ROOT = Path(__file__).parents[1]

_PROGRAM = (
    "import sys, russianrev as rr\n"
    "rr.load(sys.argv[1]).save(sys.argv[2])"  # as one file, whatever the form of the data folder
)
_NEEDED = ("pyproject.toml", "build_hook.py", "README.md", "LICENSE", "LICENSE-DATA")

# The fields that refer to other records; a text elsewhere may look like an id and be none.
_REFERENCES = frozenset(
    "about authors body city event id merged_into object part_of party place places said_by sources split_from"
    " statements subject thing who within work".split()
)
_NAMES = frozenset(("name", "title"))
_DATES = frozenset("birth chosen date death dissolved end founded start value".split())
_YEAR = re.compile(r"(?<![0-9-])([0-9]{3})(?=X|[0-9])")  # its first three digits: a year's or a decade's
_CYCLE = 400  # years after which the Gregorian calendar repeats itself, and the Julian has slipped by three days


@frozen
class Package:
    """A built wheel, and the folder in which it is laid out."""

    wheel: Path
    folder: Path


def build(times: int, scratch: Path) -> Package:
    """Build a wheel whose data set is so many times the project's own."""
    source = scratch / f"source-{times}"
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in _NEEDED:
        shutil.copy(ROOT / name, source)
    if times == 1:
        shutil.copytree(ROOT / "data", source / "data")
    else:
        (source / "data").mkdir()
        multiply(times, source / "data" / "all.json")
    options = ("--no-deps", "--no-build-isolation", "--quiet", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "-w", source / "dist", source], check=True)
    (wheel,) = (source / "dist").glob("*.whl")
    folder = scratch / f"package-{times}"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    subprocess.run([sys.executable, "-m", "compileall", "-q", folder], check=True)  # as pip does when it installs
    return Package(wheel, folder)


def multiply(times: int, output: Path) -> None:
    """Write the project's data so many times over: itself, and copies with other ids and names, in other centuries.

    A copy is as the original in all else, so every index has so many times the entries, and a question about 1917
    has the answer that it had.
    """
    once = output.with_suffix(".once")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", _PROGRAM, ROOT / "data", once], check=True, env=environment)
    tables = json.loads(once.read_text(encoding="utf-8"))
    once.unlink()
    ids = {table["id"] for each in tables.values() for table in each}
    whole = {kind: list(each) for kind, each in tables.items()}
    _drop_mixed_dates(tables)
    for number, (kind, each) in product(range(1, times), tables.items()):
        whole[kind] += [_copy(table, number, ids) for table in each]
    output.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")


def _drop_mixed_dates(tables: dict[str, list[dict[str, Any]]]) -> None:
    """Leave out a statement's date in another calendar than its event's: in another century the two would not agree."""
    dates = {event["id"]: event.get("date", "") for event in tables["event"]}
    tables["statement"] = [
        {
            k: v
            for k, v in statement.items()
            if k != "date" or _is_old_style(v) == _is_old_style(dates.get(statement.get("event"), v))
        }
        for statement in tables["statement"]
    ]


def _is_old_style(date: str) -> bool:
    return date.endswith(" OS")


def _copy(value: Any, number: int, ids: set[str], key: str = "") -> Any:
    """Make of a value that in the copy with a number; the key is that under which it stands."""
    match value:
        case dict() if key == "editorial":
            return value  # attributes, each with its authority
        case dict():
            named = "text" if key == "names" else ""
            return {k: _copy(v, number, ids, "name" if k == named else k) for k, v in value.items()}
        case list():
            return [_copy(each, number, ids, key) for each in value]
        case str() if key in _REFERENCES and value in ids:
            source, colon, place = value.partition(":")
            return f"{source}-{number}{colon}{place}"
        case str() if key == "passage":
            position, _, digest = value.partition(" ")
            return f"{position} {sha256(f'{digest} {number}'.encode()).hexdigest()[:16]}"
        case str() if key in _NAMES:
            return f"{value}{number}"
        case str() if key in _DATES:
            return _YEAR.sub(lambda digits: f"{int(digits[1]) + number * _CYCLE // 10:03}", value)
        case _:
            return value


def sizes(wheel: Path) -> Iterator[tuple[str, int]]:
    """Weigh each part of a wheel in bytes, as it is in it: the code, the metadata, and every file of data by name."""
    parts: dict[str, int] = {}
    with zipfile.ZipFile(wheel) as archive:
        for file in archive.infolist():
            path = Path(file.filename)
            code = path.suffix in (".py", ".typed")
            part = "metadata" if ".dist-info" in file.filename else "code" if code else path.name
            parts[part] = parts.get(part, 0) + file.compress_size
    parts["the archive's own index"] = wheel.stat().st_size - sum(parts.values())
    yield from sorted(parts.items(), key=lambda part: -part[1])

"""A small data set for the tests, documents for it, and the means to make others: `from factories import ...`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import attrs
import pytest

from russianrev.loading.files import load_records
from russianrev.loading.memory import Loaded
from russianrev.passages.document import Document, digest
from russianrev.passages.files.passed_over import Room
from russianrev.records.base import Record

R = TypeVar("R", bound=Record)

Tables: TypeAlias = dict[str, list[dict[str, Any]]]
"""A data set as plain tables, by kind of record."""

CHRONICLE = """The strike at the wharf

On 3 March 1917 (old style) the dockers of Krasny Bor stopped work. Four hundred men walked out.
Anna Sorokina spoke for them, and the Dockers' Union elected her to its board.
   \t
The owners gave way on 12 Marhc 1917.
"""
"""An invented document of four paragraphs."""

LETTER = "Comrades! The strike began on 4 March.\n\nSome 380 of us went; 350 came back.\n"
"""Another, of two paragraphs, which differs from the first."""

TEXTS = {"wharf-chronicle": CHRONICLE, "union-letter": LETTER}


def lines(text: str) -> list[str]:
    """The paragraphs of a document."""
    return [line for line in text.split("\n") if line.strip()]


def facts_of(text: str) -> dict[str, Any]:
    """What a source says of its text."""
    return {
        "sha256": sha256(text.encode()).hexdigest(),
        "length": len(text),
        "paragraphs": [len(line) for line in lines(text)],
    }


def passage(source: str, paragraph: int, words: str) -> dict[str, str]:
    """The passage that these words are, as a statement has it."""
    start = lines(TEXTS[source])[paragraph - 1].index(words)
    return {
        "passage": f"{paragraph}:{start}-{start + len(words)} {digest(words)}",
        "opening": " ".join(words.split()[:4]),
    }


_EXAMPLE = """
[[source]]
id = "wharf-chronicle"
title = "A Chronicle of the Wharf"
kind = "chapter"
language = "en"
authors = ["pavel-ilyin"]
translators = ["anna-sorokina"]
work = "wharf-book"
part = "ch. III"
container = "Harbour Library, vol. 2"
publisher = "Harbour Press"
date = "1921"
about = "quay-memoir"
rights = { status = "in-copyright", holder = "Harbour Press", note = "Published in 1921." }
addresses = [
  { url = "https://wharf.example/scan", holds = "scan" },
  { url = "https://wharf.example/chronicle?page=3", holds = "page", opened = "2026-11-30", note = "With the notes." },
]
note = "Invented."
editorial = { publisher = "context" }

[[source]]
id = "union-letter"
title = "A Letter from the Union"
kind = "notes"
language = "en"

[[event]]
id = "wharf-strike"
title = "Strike at the wharf"
kind = "strike"
date = "1917-03-03/1917-03-12 OS"
places = ["krasny-bor"]
participants = [
  { who = "anna-sorokina", role = "speaker" },
  { who = "dockers-union", role = "organiser" },
  { who = "union-board" },
]
part_of = "revolution-in-krasny-bor"
summary = "The dockers stopped work until the owners gave way."

[[event]]
id = "revolution-in-krasny-bor"
title = "Revolution in Krasny Bor"
kind = "revolution"
date = "1917"
names = [{ text = "Революция в Красном Бору", language = "ru", kind = "usual" }]

[[event]]
id = "owners-give-way"
title = "The owners give way"
kind = "process"

[[person]]
id = "anna-sorokina"
name = "Anna Sorokina"
birth = "1890-02-10 OS"
death = "1950~"
names = [
  { text = "Анна Сорокина", language = "ru", kind = "native" },
  { text = "Sorokina", sources = ["wharf-chronicle"] },
]
editorial = { birth = "reference-works", death = "context" }

[[person.memberships]]
party = "dockers-union"
start = "1917-03"
statements = ["wharf-chronicle:3.1"]
editorial = { start = "context" }

[[person.offices]]
office = "member"
body = "union-board"
start = "1917-03"
end = "1918"
statements = ["wharf-chronicle:3.2"]

[[person.confinements]]
kind = "exile"
place = "northern-coast"
start = "1917-03-04 OS"
end = "1917-03-10 OS"
statements = ["wharf-chronicle:3.1"]
editorial = { start = "context", end = "context" }

[[person]]
id = "pavel-ilyin"
name = "Pavel Ilyin"

[[party]]
id = "dockers-union"
name = "Dockers' Union"
kind = "party"
founded = "1905?"
dissolved = "1921-03"
split_from = "port-league"
merged_into = "port-league"
position = "Shorter hours."

[[party]]
id = "port-league"
name = "Port League"
kind = "bloc"

[[body]]
id = "union-board"
name = "Board of the Dockers' Union"
kind = "committee"
part_of = "dockers-union"

[[place]]
id = "krasny-bor"
name = "Krasny Bor"
within = "northern-coast"
coordinates = { latitude = 59.7, longitude = 30 }
names = [{ text = "Red Wood", kind = "variant", date = "1917/1924" }]
editorial = { coordinates = "gazetteer" }

[[place]]
id = "northern-coast"
name = "Northern Coast"

[[place.capitals]]
city = "krasny-bor"
start = "1905"
end = "1918-03-12"
editorial = { start = "context", end = "context" }

[[work]]
id = "wharf-book"
title = "Wharves of the World"
kind = "book"
authors = ["pavel-ilyin", "dockers-union"]
date = "192X"

[[work]]
id = "quay-memoir"
title = "Memoir of a Quay"
kind = "book"

[[idea]]
id = "eight-hour-day"
name = "eight-hour day"
kind = "slogan"

[[statement]]
id = "wharf-chronicle:2.1"
event = "wharf-strike"
about = ["krasny-bor"]
date = "1917-03-03 OS"
date_printed = "3 March 1917 (old style)"
text = "The dockers of Krasny Bor stopped work."

[[statement]]
id = "wharf-chronicle:2.2"
event = "wharf-strike"
figures = [{ value = 400, unit = "persons", of = "dockers who walked out", printed = "Four hundred" }]
text = "Four hundred dockers walked out."

[[statement]]
id = "wharf-chronicle:3.1"
event = "wharf-strike"
about = ["anna-sorokina", "eight-hour-day"]
text = "Anna Sorokina was the dockers' speaker."

[[statement]]
id = "wharf-chronicle:3.2"
about = ["anna-sorokina"]
relation = { subject = "anna-sorokina", predicate = "member-of", object = "union-board", date = "1917-03" }
text = "The union elected Anna Sorokina to its board."

[[statement]]
id = "wharf-chronicle:4.1"
event = "wharf-strike"
date = "1917-03-12 OS"
readings = [{ printed = "Marhc", read_as = "March", reason = "Two letters changed places.", certainty = "certain" }]
relation = { subject = "wharf-strike", predicate = "led-to", object = "owners-give-way" }
text = "The owners gave way on 12 March."

[[statement]]
id = "union-letter:1.1"
event = "wharf-strike"
said_by = "dockers-union"
date = "1917-03-04 OS"
text = "According to the union, the strike began on 4 March."

[[statement]]
id = "union-letter:2.1"
event = "wharf-strike"
about = ["dockers-union"]
text = "Some 350 to 380 dockers took part."

[[statement.figures]]
value = 350
value_max = 380
unit = "persons"
of = "dockers who walked out"
printed = "Some 380 … 350"
approximate = true

[[dispute]]
id = "first-day-of-the-strike"
thing = "wharf-strike"
attribute = "start"
values = [
  { value = "1917-03-03 OS", statements = ["wharf-chronicle:2.1"] },
  { value = "1917-03-04 OS", statements = ["union-letter:1.1"], authority = "primary-text" },
]
chosen = "1917-03-03 OS"
reason = "The chronicle gives the year."
certainty = "probable"
"""

_PASSAGES = {
    "wharf-chronicle:2.1": "On 3 March 1917 (old style) the dockers of Krasny Bor stopped work.",
    "wharf-chronicle:2.2": "Four hundred men walked out.",
    "wharf-chronicle:3.1": "Anna Sorokina spoke for them",
    "wharf-chronicle:3.2": "the Dockers' Union elected her to its board.",
    "wharf-chronicle:4.1": "The owners gave way on 12 Marhc 1917.",
    "union-letter:1.1": "The strike began on 4 March.",
    "union-letter:2.1": "Some 380 of us went; 350 came back.",
}


def example() -> Tables:
    """A small data set with a record of every kind and a value in every field, which keeps every rule."""
    tables: Tables = tomllib.loads(_EXAMPLE)
    for statement in tables["statement"]:
        source, _, place = statement["id"].partition(":")
        statement |= passage(source, int(place.partition(".")[0]), _PASSAGES[statement["id"]])
    for source in tables["source"]:
        source |= facts_of(TEXTS[source["id"]])
    heading = {**passage("wharf-chronicle", 1, "The strike at the wharf"), "reason": "heading"}
    conjunction = {**passage("wharf-chronicle", 3, "and"), "reason": "connective"}
    again = {**passage("union-letter", 1, "Comrades!"), "reason": "repeats", "repeats": 1}
    tables["source"][0]["skipped"] = [heading, conjunction]
    tables["source"][1]["skipped"] = [again]
    return tables


def record(tables: Tables, id: str) -> dict[str, Any]:
    """The record with an id, to be changed."""
    return next(table for each in tables.values() for table in each if table["id"] == id)


def toml(tables: Mapping[str, list[dict[str, Any]]]) -> str:
    """Plain tables as TOML."""
    parts = [
        f"[[{kind}]]\n" + "".join(f"{key} = {_value(value)}\n" for key, value in table.items())
        for kind, each in tables.items()
        for table in each
    ]
    return "\n".join(parts)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def write_toml(folder: Path, tables: Tables) -> Path:
    """Write a data set as people do: a folder a kind, a file a record, and the statements of a source in one."""
    for kind, each in tables.items():
        where = folder / kind
        where.mkdir(parents=True, exist_ok=True)
        for table in each:
            with (where / f"{table['id'].partition(':')[0]}.toml").open("a", encoding="utf-8") as file:
                file.write(toml({kind: [table]}) + "\n")
    return folder


def write_json(file: Path, tables: Tables) -> Path:
    """Write a data set as one JSON file."""
    file.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    return file


def write_documents(folder: Path, texts: Mapping[str, str] = TEXTS) -> Path:
    """Write the documents under names that say nothing."""
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts.values()):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8", newline="")
    return folder


def files_opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Watch which documents are read from now on, and how often."""
    opened: list[Path] = []
    open = Document.open

    def remember(path: Path, room: Room | None = None) -> Document:
        opened.append(path)
        return open(path, room)

    monkeypatch.setattr(Document, "open", remember)
    return opened


def owner(folder: Path, tables: Tables | None = None) -> Loaded:
    """A data set's records and who owns them, by way of a JSON file in a folder."""
    return load_records(write_json(folder / "data.json", example() if tables is None else tables))


def loaded(folder: Path, tables: Tables | None = None) -> dict[str, tuple[Record, ...]]:
    """A data set's records, by way of a JSON file in a folder."""
    return {kind: tuple(records) for kind, records in owner(folder, tables).records.items()}


def changed(record: R, **values: Any) -> R:
    """A copy of a record with other values."""
    return attrs.evolve(record, **values)  # type: ignore[misc]

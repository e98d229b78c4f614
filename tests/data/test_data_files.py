"""The data's files: where each record stands, and that what the package holds is compiled from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from bundled_data import DATASET, ROOT, documents, listed, needs_documents

from russianrev.loading.bundle import load_bundle
from russianrev.loading.compile import data_digest

DATA = ROOT / "data"
FOLDERS = {
    "source": "sources",
    "event": "events",
    "person": "persons",
    "party": "parties",
    "body": "bodies",
    "place": "places",
    "work": "works",
    "idea": "ideas",
    "dispute": "disputes",
    "statement": "statements",
}


@cache
def files() -> dict[Path, dict[str, list[dict[str, Any]]]]:
    """The content of every data file, by its path below `data/`."""
    paths = sorted(DATA.rglob("*.toml"))
    return {path.relative_to(DATA): tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


def test_the_package_holds_what_the_data_files_say() -> None:
    compiled = load_bundle().digest == data_digest(DATA)
    assert compiled, "the files in data/ have changed since the package was built; run: pip install -e ."


def test_each_file_holds_one_kind_of_record_in_the_folder_of_that_kind() -> None:
    offenders = [
        f"{path}: {', '.join(tables)}"
        for path, tables in files().items()
        if [FOLDERS[kind] for kind in tables] != [path.parent.as_posix()]
    ]
    assert not offenders, listed(offenders)


def test_each_file_is_named_by_its_one_record_or_by_the_source_of_its_statements() -> None:
    offenders = [
        f"{path}: {record['id']}"
        for path, tables in files().items()
        for kind, records in tables.items()
        for record in records
        if path.stem != (record["id"].partition(":")[0] if kind == "statement" else record["id"])
        or (kind != "statement" and len(records) > 1)
    ]
    assert not offenders, listed(offenders)


def test_the_statements_of_a_file_stand_in_the_order_of_their_ids() -> None:
    def place(id: str) -> list[int]:
        return [int(number) for number in re.findall(r"\d+", id.partition(":")[2])]

    offenders = []
    for tables in files().values():
        ids = [record["id"] for record in tables.get("statement", [])]
        offenders += [f"{later} after {earlier}" for earlier, later in pairwise(ids) if place(later) <= place(earlier)]
    assert not offenders, listed(offenders)


def test_no_text_in_the_data_has_blanks_around_it_or_doubled() -> None:
    offenders = [
        f"{path}: {text!r}"
        for path, tables in files().items()
        for text in strings(tables)
        if text != " ".join(text.split())
    ]
    assert not offenders, listed(offenders)


def strings(value: Any) -> Iterator[str]:
    """Every text in a value."""
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from strings(each)
        case list():
            for each in value:
                yield from strings(each)
        case _:
            pass


@needs_documents
def test_each_source_describes_its_document() -> None:
    for source in DATASET.sources:
        document = documents()[source]
        assert source.sha256 == document.sha256
        assert source.length == len(document.content)
        assert source.paragraphs == tuple(map(len, document.paragraphs))


NAME = re.compile(r'(?m)^  \{ text = ".*?"')
WORDS_IN_A_ROW = 7  # or this many and four characters in Chinese: what the project may not share with a document


def tokens(text: str) -> list[tuple[str, int]]:
    """The words of a text, and single Chinese characters, without case; and where each begins."""
    return [(m.group().casefold(), m.start()) for m in re.finditer(r"[\u4e00-\u9fff]|[^\W_]+", text)]


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Each run of words that is too long to share, or of Chinese characters."""
    for i, word in enumerate(words):
        size = WORDS_IN_A_ROW + 4 if "\u4e00" <= word <= "\u9fff" else WORDS_IN_A_ROW
        if i + size <= len(words):
            yield tuple(words[i : i + size])


@needs_documents
def test_nothing_in_the_project_repeats_seven_words_of_a_document() -> None:
    taken = {
        run
        for document in documents().values()
        for paragraph in document.paragraphs
        for run in runs([word for word, _ in tokens(paragraph)])
    }
    kept = [ROOT.glob("*.md"), *((ROOT / d).rglob("*.*") for d in ("data", "src", "tests", "docs", "benchmarks"))]
    offenders = []
    for path in (path for paths in kept for path in paths if path.suffix in (".toml", ".py", ".md", ".ipynb")):
        text = NAME.sub("", path.read_text(encoding="utf-8"))  # a name may be as long as it is
        found = tokens(text)
        words = [word for word, _ in found]
        offenders += [
            f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, start) + 1}: {' '.join(run)}"
            for run, (_, start) in zip(_from_each(words), found, strict=True)
            if run in taken
        ]
    assert not offenders, listed(offenders)


def _from_each(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The run that begins with each word; an empty one where too few words follow."""
    for i in range(len(words)):
        yield next(runs(words[i : i + WORDS_IN_A_ROW + 4]), ())

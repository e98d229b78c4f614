"""`views.sql` answers in DuckDB as the library does; `test_views_at_scale.py` has Spark, and a million events."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest
from asking_sql import CITED, Engine, between, firsts, involved, shown, sources_for, sources_for_date, statements
from bundled_data import DATASET, FINDABLE
from dates_strategies import dates
from factories import Tables, owner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.dates import Calendar, HistoricalDate, parse_date
from russianrev.exports.parquet import VIEWS, export
from russianrev.records.model import Citation
from russianrev.vocabulary import Role

AGENTS = (*DATASET.persons, *DATASET.parties, *DATASET.bodies)

PERIODS = [
    *(f"{year}" for year in range(1870, 1941)),
    *(f"{year}-{month:02}" for year in range(1914, 1919) for month in range(1, 13)),
    *(f"1917-{month:02}-{day:02}" for month in (2, 3, 7, 10, 11) for day in range(1, 29)),
    *("1917-02-23/1917-03-03", "1917-10/1918-01", "1905/1917", "191X", "1918-22", "../1917-02", "1921-03/.."),
]


def duckdb_on(dataset: Dataset, folder: Path) -> Engine:
    """DuckDB with the tables and the views of a data set."""
    export(dataset, folder)
    connection = duckdb.connect()
    for file in folder.glob("*.parquet"):
        connection.execute(f"create view {file.stem} as from '{file}'")
    connection.execute((folder / "views.sql").read_text("utf-8"))
    return lambda question: connection.execute(question).fetchall()


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """DuckDB on the bundled data set."""
    return duckdb_on(DATASET, tmp_path_factory.mktemp("tables"))


def cited(citations: Iterable[Citation]) -> list[tuple[Any, ...]]:
    return [(c.source.id, c.paragraph, c.start, c.end, c.digest, c.locator, c.url) for c in citations]


# The bundled data.


@pytest.mark.parametrize("possible", [False, True], ids=["certain", "possible"])
@pytest.mark.parametrize("calendar", Calendar)
def test_between_is_what_the_library_answers(ask: Engine, calendar: Calendar, possible: bool) -> None:
    for words in PERIODS:
        period = parse_date(words, calendar)
        found = DATASET.between(period, possible=possible)
        assert firsts(ask(between(period, possible=possible))) == list(found.ids), words


def test_all_events_are_in_the_order_of_the_library(ask: Engine) -> None:
    assert firsts(ask("SELECT event_id FROM event_days ORDER BY sort_key")) == list(DATASET.events.ids)


def test_involved_is_what_the_library_answers(ask: Engine) -> None:
    answers = defaultdict(list)
    for who, event, _ in ask("SELECT DISTINCT who_id, event_id, sort_key FROM involved ORDER BY sort_key"):
        answers[who].append(event)
    assert answers == {who.id: list(found.ids) for who in AGENTS if (found := DATASET.involved(who))}


def test_involved_in_a_role_is_what_the_library_answers(ask: Engine) -> None:
    parts = {(p.who.id, p.role.value) for event in DATASET.events for p in event.participants}
    answers = defaultdict(list)
    for who, role, event in ask("SELECT who_id, role, event_id FROM involved ORDER BY sort_key"):
        answers[who, role].append(event)
    assert answers == {(who, role): list(DATASET.involved(who, role=role).ids) for who, role in parts}


@pytest.mark.parametrize("role", ["", "leader"])
@pytest.mark.parametrize("how", ["all", "any"])
def test_involved_of_several_is_what_the_library_answers(ask: Engine, how: Any, role: str) -> None:
    busiest = sorted(AGENTS, key=lambda who: -len(who.events))[:12]
    for one, other in pairwise(busiest):
        found = DATASET.involved(one, other, how=how, role=role or None)
        assert firsts(ask(involved(one.id, other.id, how=how, role=role))) == list(found.ids)


def test_sources_for_is_what_the_library_answers(ask: Engine) -> None:
    answers = defaultdict(list)
    for thing, *citation in ask(f"SELECT thing_id, {CITED} FROM sources_for ORDER BY source_id, paragraph, number"):
        answers[thing].append(tuple(citation))
    assert answers == {found.id: cited(citations) for found in FINDABLE if (citations := DATASET.sources_for(found))}


def test_sources_for_a_date_is_what_the_library_answers(ask: Engine) -> None:
    for event in DATASET.events:
        assert ask(sources_for_date(event.id)) == cited(DATASET.sources_for(event, "date"))


def test_a_condition_picks_the_passages_of_one_thing(ask: Engine) -> None:
    assert ask(sources_for("smilga")) == cited(DATASET.sources_for("smilga"))


# Any data.


@st.composite
def events_told(draw: st.DrawFn) -> Tables:
    """Events of which several have the same date, told in whatever order by statements in two documents."""
    some = [date.notation for date in draw(st.lists(dates(), min_size=1, max_size=4))]
    ids = [f"e-{number}" for number in range(draw(st.integers(1, 7)))]
    who = st.fixed_dictionaries({"who": st.sampled_from(["a", "b"]), "role": st.sampled_from(list(map(str, Role))[:3])})
    free = {"date": st.sampled_from(some), "participants": st.lists(who, max_size=3)}
    event = st.fixed_dictionaries({"title": st.just("An event"), "kind": st.just("process")}, optional=free)
    events = [{"id": id, **draw(event)} for id in ids]
    statements = [
        {
            "id": f"{source}:{draw(st.integers(1, 12))}.{number}",
            "text": "Something happened.",
            "event": draw(st.sampled_from(ids)),
            "opening": "Something",
        }
        for source in ("s", "s-2")
        for number in range(1, draw(st.integers(1, 12)))
    ]
    for statement in statements:
        paragraph = statement["id"].partition(":")[2].partition(".")[0]
        start = draw(st.integers(0, 2))  # so that some are of the same passage
        statement["passage"] = f"{paragraph}:{start}-9 0123456789abcdef"
    source: dict[str, Any] = {"title": "Notes", "kind": "notes", "language": "en", "sha256": "0" * 64, "length": 120}
    source["paragraphs"] = [10] * 12
    return {
        "event": events,
        "person": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "source": [{"id": "s", **source}, {"id": "s-2", **source}],
        "statement": statements,
    }


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(events_told(), st.lists(dates(), max_size=4))
def test_any_data_set_is_asked_alike(data: Tables, periods: list[HistoricalDate]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        dataset = Dataset(owner(folder, data))
        ask = duckdb_on(dataset, folder)
        assert firsts(ask("SELECT event_id FROM event_days ORDER BY sort_key")) == list(dataset.events.ids)
        dated = [event.date for event in dataset.events if event.date]
        for period in (*periods, *dated):
            if datetime.date.min == period.start or datetime.date.max == period.end:
                continue  # in the views these days are the open ends
            for possible in (False, True):
                found = dataset.between(period, possible=possible)
                assert firsts(ask(between(period, possible=possible))) == list(found.ids)
        assert firsts(ask(involved("a", "b"))) == list(dataset.involved("a", "b").ids)
        for thing in (*dataset.events, *dataset.sources):
            assert ask(sources_for(thing.id)) == cited(dataset.sources_for(thing))


def test_no_days_are_sooner_or_later_than_open_ends(empty: Path) -> None:
    data = {
        "event": [
            {"id": "whole", "title": "Whole", "kind": "process", "date": "../1917"},
            {"id": "on", "title": "On", "kind": "process", "date": "1917/.."},
            {"id": "undated", "title": "Undated", "kind": "process"},
        ]
    }
    ask = duckdb_on(Dataset(owner(empty, data)), empty)
    assert ask("SELECT event_id, first_day, last_day FROM event_days ORDER BY sort_key") == [
        ("whole", datetime.date.min, datetime.date(1917, 12, 31)),
        ("on", datetime.date(1917, 1, 1), datetime.date.max),
        ("undated", None, None),
    ]


# The page and the file.


@pytest.mark.parametrize(("question", "answer"), statements())
def test_the_page_shows_what_duckdb_answers(ask: Engine, question: str, answer: list[str] | None) -> None:
    rows = ask(question)
    assert answer is None or shown(rows) == answer


def test_a_semicolon_ends_a_statement_and_is_nowhere_else() -> None:
    *each, rest = VIEWS.read_text("utf-8").split(";")
    assert rest.strip() == ""
    for statement in each:
        lines = [line for line in statement.splitlines() if line and not line.startswith("--")]
        assert lines[0].startswith("CREATE OR REPLACE TEMPORARY VIEW ")

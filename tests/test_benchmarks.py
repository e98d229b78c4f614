"""The benchmarks measure what they say they do: data of the shape promised, and a page that has every figure."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from arguments import ABOUT, choose
from packages import ROOT, multiply
from report import Line
from run import GROUPS, PAGE, ROWS
from synthetic import COMMON_EVERY, COMMON_WORD, RARE, RARE_KIND, Synthetic
from warm import calls_of

import russianrev as rr

EVENTS, STATEMENTS = 1200, 2400


@pytest.fixture(scope="module")
def tables() -> dict[str, list[dict[str, Any]]]:
    return {kind: list(each) for kind, each in Synthetic(EVENTS, STATEMENTS).tables().items()}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> rr.Dataset:
    return rr.load(Synthetic(EVENTS, STATEMENTS).write(tmp_path_factory.mktemp("synthetic") / "data.json"))


def test_a_seed_makes_the_same_data_again_and_another_seed_others(tmp_path: Path) -> None:
    first, again, other = (
        Synthetic(50, 100, seed).write(tmp_path / f"{number}.json").read_bytes()
        for number, seed in enumerate((7, 7, 8))
    )
    assert first == again != other


@pytest.mark.parametrize(("events", "statements"), [(0, 40), (1, 1), (30, 0), (40, 901)])
@pytest.mark.parametrize("seed", range(3))
def test_data_of_any_size_load_without_faults(tmp_path: Path, events: int, statements: int, seed: int) -> None:
    made = rr.load(Synthetic(events, statements, seed).write(tmp_path / "data.json"))
    assert (len(made.events), len(made.statements)) == (events, statements)


def test_a_few_days_of_1917_hold_most_events(dataset: rr.Dataset) -> None:
    days = Counter(event.date.start for event in dataset.events if event.date and event.date.start == event.date.end)
    fullest = days.most_common(16)
    assert sum(count for _, count in fullest) > EVENTS / 2
    assert all(day and day.year == 1917 for day, _ in fullest)


def test_a_few_persons_and_bodies_have_most_roles(tables: dict[str, list[dict[str, Any]]]) -> None:
    who = Counter(part["who"] for event in tables["event"] for part in event["participants"])
    actors = len(tables["person"]) + len(tables["body"])
    assert sum(count for _, count in who.most_common(actors // 8)) > who.total() / 2


def test_dates_are_of_every_precision_in_both_calendars_with_times_and_open_ends(dataset: rr.Dataset) -> None:
    dates = [event.date for event in dataset.events]
    assert {date.precision for date in dates if date} == set(rr.Precision) - {rr.Precision.PERIOD}
    assert {date.calendar for date in dates if date} == set(rr.Calendar)
    assert {(date.start is None, date.end is None) for date in dates if date} >= {(True, False), (False, True)}
    assert None in dates
    assert any("T" in date.notation for date in dates if date)


def test_a_word_is_as_frequent_as_it_is_said_to_be(dataset: rr.Dataset) -> None:
    assert len(dataset.search(COMMON_WORD, limit=STATEMENTS)) == STATEMENTS // COMMON_EVERY


def test_every_warm_question_has_about_ten_answers(dataset: rr.Dataset) -> None:
    given = choose(Synthetic(EVENTS, STATEMENTS))
    for name, calls in calls_of(dataset, given).items():
        assert calls, name
        low = 1 if name.startswith("chained") else ABOUT.start  # a date may lie outside the second filter's period
        assert all(low <= len(call()) < ABOUT.stop for call in calls), name


def test_ten_events_are_of_a_rare_kind(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert sum(event["kind"] == RARE_KIND for event in tables["event"]) == RARE


@pytest.mark.slow
def test_the_data_many_times_over_answer_about_1917_as_they_are(tmp_path: Path) -> None:
    multiply(3, tmp_path / "all.json")
    thrice = rr.load(tmp_path / "all.json")
    assert len(thrice.statements) == 3 * len(rr.statements)
    assert thrice.find("Lenin").id == "lenin"
    assert thrice.involved("trotsky").ids == rr.involved("trotsky").ids
    assert thrice.between("1917-10-24", "1917-10-26").ids == rr.between("1917-10-24", "1917-10-26").ids


def test_the_page_has_every_benchmark_under_its_name() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"\n| `{row.name}` | {row.title}: " in text for row in ROWS.values())
    assert all(f"\n## {group.title}\n" in text for group in GROUPS)


def test_a_goal_is_met_or_the_page_says_by_how_much_it_is_missed() -> None:
    assert Line("import", 2.5, "ms", 3).cells[1:4] == ("2.5 ms", "≤ 3 ms", "met")
    assert Line("import", 4.5, "ms", 3).cells[3] == "missed by a factor of 1.5"
    assert Line("pandas", 5, "×", 20, at_least=True).cells[2:4] == ("≥ 20 ×", "missed by a factor of 4")
    assert Line("attrs", 30, "ms").cells[1:4] == ("30 ms", "", "")


def test_the_read_me_names_every_option() -> None:
    text = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    assert all(option in text for option in ("--python", "--rounds", "--largest", "--rdf-events", "--write"))


def test_what_is_written_is_the_library_s_own_form(tmp_path: Path) -> None:
    content = json.loads(Synthetic(20, 20).write(tmp_path / "data.json").read_text(encoding="utf-8"))
    assert list(content) == ["source", "place", "person", "body", "event", "statement"]

from __future__ import annotations

import pytest
from bundled_data import DATASET
from charts_drawn import rows, with_tooltip
from factories import changed

from russianrev.dataset import Dataset
from russianrev.records.model import Membership, Person

LENIN = DATASET.persons["lenin"]


def test_a_life_has_all_that_is_dated_with_its_sources() -> None:
    chart = LENIN.chart()
    held = with_tooltip(chart, "held")
    stretches = (*LENIN.memberships, *LENIN.offices, *LENIN.confinements)
    assert sorted(row["held"] for row in held) == sorted(str(stretch) for stretch in stretches if stretch.start)
    office = next(row for row in held if row["held"].startswith("chairman"))
    (tenure,) = (each for each in LENIN.offices if each.office == "chairman")
    assert (office["from"], office["until"]) == (str(tenure.start), str(tenure.end))
    assert tenure.citations[0].locator in office["sources"]
    assert {row["event"] for row in with_tooltip(chart, "event")} == {
        event.title for event in LENIN.events if event.date
    }
    (life,) = with_tooltip(chart, "life")
    assert life["life"] == f"{LENIN.birth} – {LENIN.death}"


def test_some_events_are_labelled_and_the_subtitle_says_which() -> None:
    chart = LENIN.chart(labels=2)
    subtitle = chart.subtitle
    assert "labelled: the 2 of which, with their parts, most is said" in subtitle
    labels = {row["text"] for row in rows(chart, "text")}
    assert sum(event.title in labels for event in LENIN.events) == 2


def test_names_in_another_language() -> None:
    chart = LENIN.chart(language="ru")
    assert chart.title == "Владимир Ленин"
    assert "большевики" in {row["text"].casefold() for row in rows(chart, "text")}


def test_what_has_no_end_is_pale_until_death(wharf: Dataset) -> None:
    anna = wharf.persons["anna-sorokina"]
    (union,) = (row for row in with_tooltip(anna.chart(), "held") if row["held"] == "Dockers' Union")
    (life,) = with_tooltip(anna.chart(), "life")
    assert union["until"] == "no end is known"
    assert union["editorial"] == "start (context)"
    assert union["x2"] == life["x2"]


def test_without_death_an_open_end_is_a_stub_and_without_any_date_nothing(wharf: Dataset) -> None:
    anna: Person = changed(wharf.persons["anna-sorokina"], death=None)
    (union,) = (row for row in with_tooltip(anna.chart(), "held") if row["held"] == "Dockers' Union")
    assert with_tooltip(anna.chart(), "life")[0]["life"].endswith(" – ?")
    assert union["x2"] < 960
    timeless: Person = changed(anna, memberships=(Membership(party=wharf.parties["port-league"]),))
    assert "Port League" not in {row["held"] for row in with_tooltip(timeless.chart(), "held")}


def test_a_person_of_whom_no_date_is_known_cannot_be_drawn(wharf: Dataset) -> None:
    with pytest.raises(ValueError, match="no date is known of Pavel Ilyin"):
        wharf.persons["pavel-ilyin"].chart()


def test_a_person_of_dates_unknown_but_for_an_event_is_drawn_and_undated_ones_are_counted(wharf: Dataset) -> None:
    strike, undated = wharf.events["wharf-strike"], wharf.events["owners-give-way"]
    ilyin: Person = changed(wharf.persons["pavel-ilyin"], events=(strike, undated))
    chart = ilyin.chart()
    assert [row["event"] for row in with_tooltip(chart, "event")] == ["Strike at the wharf"]
    assert "not shown, for want of a date: 1" in chart.subtitle

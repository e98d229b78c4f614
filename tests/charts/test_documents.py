"""Which document covers what, and how the documents stand to each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from bundled_data import DATASET
from charts_drawn import rows, with_tooltip
from factories import example, owner, passage

from russianrev.charts.palette import STANDINGS, by_source
from russianrev.dataset import Dataset
from russianrev.dates.translation import date_in


def test_each_account_of_an_event_and_its_parts_is_a_dot_with_its_number() -> None:
    event = DATASET.events["february-revolution"]
    drawn = {
        (r["event"], r["document"].partition(":")[0]): r
        for r in with_tooltip(DATASET.accounts_chart(event), "document")
    }
    accounts = {(part.title, each.source.id): each for part in event.branch for each in DATASET.accounts(part)}
    assert drawn.keys() == accounts.keys()
    for key, account in accounts.items():
        assert drawn[key]["statements"] == str(len(account.statements))
        assert drawn[key]["date"] == str(account.event.date)
        assert drawn[key]["sources"].startswith(account.citations[0].locator)


def test_totals_silent_documents_and_parts_are_named(wharf: Dataset) -> None:
    chart = wharf.accounts_chart("revolution-in-krasny-bor", language="ru")
    assert chart.title == "Революция в Красном Бору: кто что рассказывает"
    told_of = {row["text"] for row in rows(chart, "text")}
    assert {"Strike at the wharf", "wharf chronicle", "union letter", "4", "2"} <= told_of
    subtitle = DATASET.accounts_chart("february-revolution").subtitle
    telling = {account.source.id for account in DATASET.accounts("february-revolution", parts=True)}
    assert all((source.id in subtitle) == (source.id not in telling) for source in DATASET.sources)


def test_an_event_of_which_no_document_tells_cannot_be_drawn(tmp_path: Path) -> None:
    tables = example()
    tables["statement"] = [each for each in tables["statement"] if each["id"] != "wharf-chronicle:4.1"]
    data = Dataset(owner(tmp_path, tables))
    with pytest.raises(ValueError, match="no document tells of 'The owners give way'"):
        data.accounts_chart("owners-give-way")


def test_the_sources_chart_counts_every_statement() -> None:
    cells = with_tooltip(DATASET.sources_chart(), "year")
    assert sum(int(row["statements"]) for row in cells) == len(DATASET.statements)
    for source in DATASET.sources:
        assert sum(int(row["statements"]) for row in cells if row["document"] == source.id) == len(source.statements)


def test_a_julian_year_is_a_year_and_what_is_longer_is_told_apart(wharf: Dataset) -> None:
    cells = {(row["document"], row["year"]): row["statements"] for row in with_tooltip(wharf.sources_chart(), "year")}
    assert cells == {
        ("wharf-chronicle", "1917"): "4",
        ("wharf-chronicle", "a longer time, or none"): "1",
        ("union-letter", "1917"): "2",
    }


def test_overlap_and_standing_are_those_of_compare() -> None:
    chart, comparisons = DATASET.sources_chart(), DATASET.compare()
    shared = {row["documents"]: int(row["give"]) for row in with_tooltip(chart, "documents")}
    for (first, second), number in comparisons.shared.items():
        assert shared[f"{first.id} and {second.id}"] == number
    for source, number in comparisons.unique_to.items():
        assert shared[source.id] == number
    whole = {
        row["standing"]: int(row["number"]) for row in with_tooltip(chart, "standing") if row["attribute"] == "all"
    }
    assert whole == {str(standing): n for standing, n in comparisons.totals.items() if n and standing in STANDINGS}
    attributes = {row["attribute"] for row in with_tooltip(chart, "standing")}
    parts = [int(row["number"]) for row in with_tooltip(chart, "standing") if row["attribute"] != "all"]
    assert sum(parts) == sum(whole.values())
    assert len(attributes) <= 10


def test_few_attributes_are_all_shown(tmp_path: Path) -> None:
    tables = example() | {"dispute": []}
    for each in (*tables["person"], *tables["place"]):
        for stretches in ("memberships", "offices", "confinements", "capitals"):
            each.pop(stretches, None)
    chart = Dataset(owner(tmp_path, tables)).sources_chart()
    attributes = {row["attribute"] for row in with_tooltip(chart, "standing")}
    assert {"all", "account", "date", "figures"} <= attributes
    assert not any("others" in attribute for attribute in attributes)


def test_many_years_are_decades(tmp_path: Path) -> None:
    tables = example()
    for number in range(60):
        tables["statement"].append(
            {
                **passage("wharf-chronicle", 3, "Anna"),
                "id": f"wharf-chronicle:3.{number + 3}",
                "date": str(1800 + 2 * number),
                "about": ["anna-sorokina"],
                "text": "Anna was there.",
            }
        )
    chart = Dataset(owner(tmp_path, tables)).sources_chart()
    assert {"1800s", "1910s"} <= {row["year"] for row in with_tooltip(chart, "year")}
    assert "1800" not in {row["year"] for row in with_tooltip(chart, "year")}


def test_without_statements_there_is_nothing_to_draw(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there are no statements"):
        Dataset(owner(tmp_path, {})).sources_chart()


def test_a_document_has_its_colour_in_every_chart() -> None:
    colours = by_source(DATASET.sources)
    for row in with_tooltip(DATASET.accounts_chart("october-revolution"), "document"):
        assert row["colour"] == colours[DATASET.sources[row["document"].partition(":")[0]]]
    for row in with_tooltip(DATASET.sources_chart(), "year"):
        assert row["colour"] == colours[DATASET.sources[row["document"]]]


@pytest.mark.parametrize(("language", "width"), [("en", 480), ("ru", 640), ("vi", 700)])
def test_every_date_is_shown_whatever_the_width(language: str, width: float) -> None:
    chart = DATASET.accounts_chart("october-revolution", language=language, width=width)
    shown = " ".join(row["text"] for row in rows(chart, "text"))
    dates = {date_in(event.date, language) for event in DATASET.events["october-revolution"].branch if event.date}
    assert not [date for date in dates if not all(word in shown for word in date.split())]


def test_of_many_documents_the_largest_are_set_beside_each_other(tmp_path: Path) -> None:
    tables = example()
    for number in range(20):
        source = {**next(each for each in tables["source"] if each["id"] == "union-letter"), "id": f"letter-{number}"}
        tables["source"].append(source)
    chart = Dataset(owner(tmp_path, tables)).sources_chart()
    named = {row["documents"] for row in with_tooltip(chart, "documents") if " and " not in row["documents"]}
    assert len(named) == 12
    assert {"wharf-chronicle", "union-letter"} <= named
    assert any("the 12 largest documents" in row["text"] for row in rows(chart, "text"))

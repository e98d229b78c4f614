"""How the documents stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from bundled_data import DATASET
from factories import example, owner, record

from russianrev.dataset import Dataset
from russianrev.queries.comparison import Comparison, Comparisons, Standing
from russianrev.records.model import THINGS


def comparisons(folder: Path, attribute: str | None = None, **changes: Mapping[str, object]) -> Comparisons:
    """Of the strike in the example, with changes to records by id (hyphens as underscores)."""
    tables = example()
    for id, values in changes.items():
        record(tables, id.replace("_", "-")).update(values)
    return Dataset(owner(folder, tables)).compare("wharf-strike", attribute=attribute)


def values(comparison: Comparison) -> dict[str, list[str]]:
    """Each value, and who gives it."""
    return {claim.value: sorted({s.source.id for s in claim.statements}) for claim in comparison.values}


def test_what_all_give_alike_is_confirmed(tmp_path: Path) -> None:
    (account,) = comparisons(tmp_path, "account")
    assert account.standing is Standing.CONFIRMED
    assert [source.id for source in account.sources] == ["union-letter", "wharf-chronicle"]


def test_what_one_gives_is_unique(tmp_path: Path) -> None:
    anna, union, _ = comparisons(tmp_path, "participants")
    assert (anna.of, anna.standing, values(anna)) == (
        "Anna Sorokina",
        Standing.UNIQUE,
        {"speaker": ["wharf-chronicle"]},
    )
    assert values(union) == {"organiser": ["union-letter"]}


def test_what_none_gives_is_missing_and_the_editors_authority_is_named(tmp_path: Path) -> None:
    *_, board = comparisons(tmp_path, "participants", wharf_strike={"editorial": {"participants": "context"}})
    assert (board.standing, board.sources, board.citations) == (Standing.MISSING, (), ())
    assert (
        str(board)
        == "Strike at the wharf: participants (Board of the Dockers' Union): missing\n  participant: editorial, context"
    )


def test_a_date_within_another_is_alike(tmp_path: Path) -> None:
    (date,) = comparisons(tmp_path, "date")
    assert values(date) == {"4 (17) March 1917": ["union-letter", "wharf-chronicle"]}
    assert date.standing is Standing.CONFIRMED


_APART = {
    "union-letter:1.1": {
        "date": "1917-04-04 OS",
        "readings": [{"printed": "March", "read_as": "April", "reason": "invented", "certainty": "certain"}],
    }
}


def test_dates_that_differ_are_in_conflict(tmp_path: Path) -> None:
    (date,) = comparisons(tmp_path, "date", **_APART)
    assert date.standing is Standing.CONFLICT
    assert sorted(values(date).values()) == [["union-letter"], ["wharf-chronicle"]]


def test_a_dispute_about_the_date_stands_with_it_and_so_does_what_is_established(tmp_path: Path) -> None:
    dispute = {
        "attribute": "date",
        "chosen": "",
        "values": [
            {"value": "3 March", "statements": ["wharf-chronicle:2.1"]},
            {"value": "2 March", "authority": "primary-text"},
        ],
    }
    (date,) = comparisons(tmp_path, "date", first_day_of_the_strike=dispute)
    assert date.dispute is not None
    assert values(date)["2 March"] == []


def test_an_editorial_date_is_missing_from_the_documents(tmp_path: Path) -> None:
    tables = example()
    record(tables, "revolution-in-krasny-bor")["editorial"] = {"date": "reference-works"}
    (date,) = Dataset(owner(tmp_path, tables)).compare("revolution-in-krasny-bor", attribute="date")[:1]
    assert (date.standing, values(date)) == (Standing.MISSING, {"1917": []})


def test_figures_of_the_same_are_compared(tmp_path: Path) -> None:
    (figures,) = comparisons(tmp_path, "figures")
    assert figures.standing is Standing.CONFLICT
    assert values(figures) == {"about 350–380 persons": ["union-letter"], "400 persons": ["wharf-chronicle"]}


def test_a_source_that_contradicts_itself_is_in_conflict(tmp_path: Path) -> None:
    other = [{"value": 300, "unit": "persons", "of": "dockers who walked out", "printed": "x", "approximate": True}]
    tables = example()
    record(tables, "union-letter:2.1").pop("figures")
    record(tables, "wharf-chronicle:3.1")["figures"] = other
    (figures,) = Dataset(owner(tmp_path, tables)).compare("wharf-strike", attribute="figures")
    assert figures.standing is Standing.CONFLICT


def test_what_more_than_half_give_is_the_majority(tmp_path: Path) -> None:
    again = {"value": 400, "unit": "persons", "of": "dockers who walked out", "printed": "x", "approximate": True}
    tables = example()
    record(tables, "union-letter:2.1")["figures"].append(again)
    (figures,) = Dataset(owner(tmp_path, tables)).compare("wharf-strike", attribute="figures")
    assert figures.standing is Standing.MAJORITY


def test_what_is_disputed_is_compared(wharf: Dataset) -> None:
    (start,) = wharf.compare("wharf-strike", attribute="start")
    assert start.standing is Standing.CONFLICT
    assert start.dispute == wharf.disputes()[0]
    assert len(start.citations) == 2


def test_offices_and_memberships_are_compared(wharf: Dataset) -> None:
    found = {c.attribute: c for c in wharf.compare("anna-sorokina")}
    assert found.keys() == {"account", "memberships", "offices", "confinements"}
    assert found["offices"].of == "member, Board of the Dockers' Union"
    assert found["offices"].standing is Standing.UNIQUE


def test_an_event_is_compared_with_its_parts(wharf: Dataset) -> None:
    assert {c.thing.id for c in wharf.compare("revolution-in-krasny-bor")} == {
        "revolution-in-krasny-bor",
        "wharf-strike",
    }


def test_the_whole_is_compared_unless_a_thing_is_named(wharf: Dataset) -> None:
    assert {c.thing for c in wharf.compare()} == {each for kind in THINGS for each in wharf.records[kind]}


def test_an_attribute_that_nothing_has_is_an_error_that_names_those_there_are(wharf: Dataset) -> None:
    with pytest.raises(ValueError, match=r"nothing to compare by 'colour'; there are account, .*start"):
        wharf.compare(attribute="colour")


def test_totals_count_each_standing_what_one_alone_gives_and_what_two_share(wharf: Dataset) -> None:
    found = wharf.compare("wharf-strike")
    assert found.totals == {
        Standing.CONFIRMED: 2,
        Standing.MAJORITY: 0,
        Standing.UNIQUE: 3,
        Standing.CONFLICT: 2,
        Standing.MISSING: 1,
    }
    assert {source.id: number for source, number in found.unique_to.items()} == {
        "wharf-chronicle": 2,
        "union-letter": 1,
    }
    assert {(a.id, b.id): number for (a, b), number in found.shared.items()} == {("union-letter", "wharf-chronicle"): 4}


def test_the_comparisons_are_shown_as_totals_and_what_differs(wharf: Dataset) -> None:
    lines = str(wharf.compare("wharf-strike")).splitlines()
    assert lines[0] == "8 comparisons"
    assert "  unique     3" in lines
    assert "Strike at the wharf: start: conflict" in lines
    assert "  4 (17) March 1917: union-letter" in lines


def test_every_comparison_of_the_data_has_the_standing_that_its_sources_give_it() -> None:
    for each in DATASET.compare():
        givers = [claim for claim in each.values if claim.statements]
        number = len(each.sources)
        assert (each.standing is Standing.MISSING) == (number == 0)
        assert (each.standing is Standing.UNIQUE) == (number == 1 and len(givers) == 1)
        assert (each.standing is Standing.CONFIRMED) == (number > 1 and len(givers) == 1)

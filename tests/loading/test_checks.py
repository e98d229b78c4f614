from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from factories import Tables, example, loaded, passage, record

from russianrev.errors import DataError, Fault


def faults_in(folder: Path, tables: Tables) -> list[Fault]:
    try:
        loaded(folder, tables)
    except DataError as error:
        return list(error.faults)
    return []


def figure(value: float, **more: Any) -> dict[str, Any]:
    return {"value": value, "unit": "persons", "of": "dockers who walked out", "printed": "some", **more}


def reading() -> dict[str, str]:
    return {"printed": "a", "read_as": "b", "reason": "A slip.", "certainty": "certain"}


def dispute(attribute: str) -> dict[str, Any]:
    values = [{"value": "a", "authority": "context"}, {"value": "b", "statements": ["union-letter:1.1"]}]
    return {
        "id": "another-dispute",
        "thing": "wharf-strike",
        "attribute": attribute,
        "values": values,
        "reason": "Unknown.",
        "certainty": "possible",
    }


def test_a_data_set_that_keeps_every_rule_has_no_faults(tmp_path: Path) -> None:
    assert faults_in(tmp_path, example()) == []


# Dates outside their event's.


def dated_outside(date: str = "1917-04-04 OS") -> Tables:
    tables = example()
    record(tables, "union-letter:1.1")["date"] = date
    return tables


def test_a_statement_dated_outside_its_event_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults_in(tmp_path, dated_outside())
    assert (fault.record, fault.field) == ("statement 'union-letter:1.1'", "date")


def test_a_statement_with_a_reading_may_be_dated_outside_its_event(tmp_path: Path) -> None:
    tables = dated_outside()
    record(tables, "union-letter:1.1")["readings"] = [reading()]
    assert faults_in(tmp_path, tables) == []


def test_a_statement_may_be_dated_outside_an_event_whose_date_is_disputed(tmp_path: Path) -> None:
    tables = dated_outside()
    tables["dispute"].append(dispute("date"))
    assert faults_in(tmp_path, tables) == []


def test_a_dispute_about_something_else_does_not_let_a_statement_be_dated_outside_its_event(tmp_path: Path) -> None:
    tables = dated_outside()
    tables["dispute"].append(dispute("places"))
    assert len(faults_in(tmp_path, tables)) == 1


def test_a_date_in_the_other_style_is_compared_by_its_day(tmp_path: Path) -> None:
    assert faults_in(tmp_path, dated_outside("1917-03-25")) == []
    assert len(faults_in(tmp_path, dated_outside("1917-03-12"))) == 1


def test_a_date_that_may_lie_within_the_events_date_is_no_fault(tmp_path: Path) -> None:
    assert faults_in(tmp_path, dated_outside("1917")) == []


@pytest.mark.parametrize("absent", ["date", "event"])
def test_nothing_is_outside_what_has_no_date(tmp_path: Path, absent: str) -> None:
    tables = dated_outside()
    del record(tables, "union-letter:1.1" if absent == "event" else "wharf-strike")[absent]
    assert faults_in(tmp_path, tables) == []


# Figures that differ.


def with_figures(*figures: dict[str, Any]) -> Tables:
    tables = example()
    record(tables, "union-letter:1.1")["figures"] = list(figures)
    return tables


def test_figures_of_the_same_thing_that_differ_are_a_fault(tmp_path: Path) -> None:
    (fault,) = faults_in(tmp_path, with_figures(figure(401)))
    assert (fault.record, fault.field, fault.value) == ("statement 'union-letter:1.1'", "figures[0].value", 401)


def test_figures_that_are_equal_are_no_fault(tmp_path: Path) -> None:
    assert faults_in(tmp_path, with_figures(figure(400.0))) == []


def test_a_range_differs_from_a_number(tmp_path: Path) -> None:
    assert len(faults_in(tmp_path, with_figures(figure(400, value_max=500)))) == 1


def test_the_range_that_a_figure_differs_from_is_named(tmp_path: Path) -> None:
    tables = with_figures(figure(1234567))
    record(tables, "wharf-chronicle:2.2")["figures"] = [figure(1234568, value_max=2000000)]
    (fault,) = faults_in(tmp_path, tables)
    assert fault.wanted.startswith("differs from 1234568 to 2000000 in 'wharf-chronicle:2.2'")


@pytest.mark.parametrize("more", [{"unit": "votes"}, {"of": "dockers"}, {"approximate": True}])
def test_figures_of_other_things_or_approximate_ones_may_differ(tmp_path: Path, more: dict[str, Any]) -> None:
    assert faults_in(tmp_path, with_figures(figure(401, **more))) == []


def test_figures_of_another_event_or_of_none_may_differ(tmp_path: Path) -> None:
    for event in ({"event": "revolution-in-krasny-bor"}, {}):
        tables = with_figures(figure(401))
        del record(tables, "union-letter:1.1")["event"]
        record(tables, "union-letter:1.1").update(event)
        assert faults_in(tmp_path, tables) == []


def test_an_approximate_figure_does_not_hide_that_two_exact_ones_differ(tmp_path: Path) -> None:
    tables = with_figures(figure(401))
    record(tables, "wharf-chronicle:2.1")["figures"] = [figure(390, approximate=True)]
    assert len(faults_in(tmp_path, tables)) == 1


@pytest.mark.parametrize("id", ["union-letter:1.1", "wharf-chronicle:2.2"])
def test_figures_of_a_statement_with_a_reading_may_differ(tmp_path: Path, id: str) -> None:
    tables = with_figures(figure(401))
    record(tables, id)["readings"] = [reading()]
    assert faults_in(tmp_path, tables) == []


def test_figures_that_are_disputed_may_differ(tmp_path: Path) -> None:
    tables = with_figures(figure(401))
    tables["dispute"].append(dispute("figures"))
    assert faults_in(tmp_path, tables) == []


# What lies at the bounds.


@pytest.mark.parametrize(("least", "most"), [(5, 5), (5, 4)])
def test_a_range_ends_above_its_beginning(tmp_path: Path, least: int, most: int) -> None:
    (fault,) = faults_in(tmp_path, with_figures(figure(least, value_max=most, of="x")))
    assert fault.field == "figures[0].value_max"


def test_a_passage_may_be_a_whole_paragraph(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter:2.1").update(passage("union-letter", 2, "Some 380 of us went; 350 came back."))
    assert faults_in(tmp_path, tables) == []


def test_a_place_may_lie_at_a_pole_on_the_date_line(tmp_path: Path) -> None:
    tables = example()
    record(tables, "krasny-bor")["coordinates"] = {"latitude": -90, "longitude": 180}
    assert faults_in(tmp_path, tables) == []


def test_a_life_may_begin_and_end_in_the_same_year(tmp_path: Path) -> None:
    tables = example()
    record(tables, "anna-sorokina").update(birth="1890-02", death="1890")
    assert faults_in(tmp_path, tables) == []


def test_a_dispute_may_be_left_open(tmp_path: Path) -> None:
    tables = example()
    del record(tables, "first-day-of-the-strike")["chosen"]
    assert faults_in(tmp_path, tables) == []


# Circles.


def test_a_record_that_leads_into_a_circle_is_not_in_it(tmp_path: Path) -> None:
    tables = example()
    record(tables, "owners-give-way")["part_of"] = "wharf-strike"
    record(tables, "revolution-in-krasny-bor")["part_of"] = "wharf-strike"
    (fault,) = faults_in(tmp_path, tables)
    assert fault.record == "event 'revolution-in-krasny-bor'"


def test_two_circles_are_two_faults(tmp_path: Path) -> None:
    tables = example()
    record(tables, "port-league").update(split_from="dockers-union", merged_into="port-league")
    assert [(fault.record, fault.field) for fault in faults_in(tmp_path, tables)] == [
        ("party 'dockers-union'", "split_from"),
        ("party 'port-league'", "merged_into"),
    ]


def test_what_split_from_a_party_may_merge_into_it_again(tmp_path: Path) -> None:
    union = record(example(), "dockers-union")
    assert union["split_from"] == union["merged_into"]
    assert faults_in(tmp_path, example()) == []


def test_a_body_may_be_part_of_a_party_which_is_part_of_nothing(tmp_path: Path) -> None:
    assert record(example(), "union-board")["part_of"] == "dockers-union"
    assert faults_in(tmp_path, example()) == []


def test_an_attribute_of_an_office_may_be_editorial(tmp_path: Path) -> None:
    tables = example()
    record(tables, "anna-sorokina")["offices"][0]["editorial"] = {"office": "context", "body": "context"}
    assert faults_in(tmp_path, tables) == []


# Addresses.


def with_address(url: str) -> Tables:
    tables = example()
    record(tables, "wharf-chronicle")["addresses"] = [{"url": url, "holds": "page"}]
    return tables


@pytest.mark.parametrize(
    "url",
    [
        "http://x",
        "https://wharf.example/a/b.html?c=d&e=f#g",
        "https://wharf.example/#!/a",
        "https://wharf.example:8080/%E6%88%91/(a)'b;c,d",
        "https://пример.испытание/главная",
        "https://[2001:db8::1]/",
    ],
)
def test_an_address_of_the_web_is_no_fault(tmp_path: Path, url: str) -> None:
    assert faults_in(tmp_path, with_address(url)) == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "wharf.example/a",
        "//wharf.example/a",
        "https://",
        "https:///a",
        "https://?a",
        "https://#a",
        "ftp://wharf.example/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        " https://wharf.example",
        "https://wharf.example/a b",
        "https://wharf.example/a\nb",
        "https://wharf.example/a\u00a0b",
        "https://wharf.example/a\u2028b",
        "https://wharf.example/\n",
        "https://wharf.example/<b>",
        'https://wharf.example/"onclick',
        'https://wharf.example">x',
    ],
)
def test_what_is_no_address_of_the_web_or_has_blanks_or_markup_is_a_fault(tmp_path: Path, url: str) -> None:
    (fault,) = faults_in(tmp_path, with_address(url))
    assert (fault.record, fault.field) == ("source 'wharf-chronicle'", "addresses[0].url")
    assert fault.value == url
    assert "http or https" in fault.wanted

"""The data set as one document tells it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bundled_data import DATASET
from dataset_strategies import datasets
from dates_strategies import dates
from factories import Tables, example, owner, record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from russianrev.dataset import Dataset, load
from russianrev.dates import HistoricalDate, parse_date


def told(folder: Path, source: str, **changes: Mapping[str, object]) -> Dataset:
    """The example, with changes to records by id (hyphens as underscores), as one of its sources tells it."""
    tables = example()
    for id, values in changes.items():
        record(tables, id.replace("_", "-")).update(values)
    return Dataset(owner(folder, tables)).according_to(source)


# A statement may give a date that is not its event's if it has a reading.
_NOTE = {"readings": [{"printed": "some", "read_as": "few", "reason": "invented", "certainty": "certain"}]}
_NOTED = {"wharf-chronicle:2.1": _NOTE, "union-letter:1.1": _NOTE}


def test_only_the_statements_of_the_document_are_left(tmp_path: Path) -> None:
    letter = told(tmp_path, "union-letter")
    assert letter.sources.ids == ("union-letter",)
    assert letter.statements.ids == ("union-letter:1.1", "union-letter:2.1")


def test_only_the_things_that_the_document_touches_are_left(tmp_path: Path) -> None:
    letter = told(tmp_path, "union-letter")
    assert (letter.events.ids, letter.persons.ids, letter.parties.ids) == (("wharf-strike",), (), ("dockers-union",))


def test_what_a_place_lies_in_is_left_with_it(tmp_path: Path) -> None:
    chronicle = told(tmp_path, "wharf-chronicle")
    assert chronicle.places["krasny-bor"].within == chronicle.places["northern-coast"]


def test_an_event_has_the_date_that_the_document_gives_it(tmp_path: Path) -> None:
    assert told(tmp_path, "union-letter").events["wharf-strike"].date == parse_date("1917-03-04 OS")
    assert told(tmp_path, "wharf-chronicle").events["wharf-strike"].date == parse_date("1917-03-03/1917-03-12 OS")


def test_an_event_that_the_document_does_not_date_has_no_date(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter:1.1").pop("date")
    letter = Dataset(owner(tmp_path, tables)).according_to("union-letter")
    assert letter.events["wharf-strike"].date is None


def test_an_event_of_which_the_document_gives_the_date_that_the_editors_take_has_it(tmp_path: Path) -> None:
    chronicle = told(tmp_path, "wharf-chronicle", wharf_strike={"date": "1917-03-12 OS"}, **_NOTED)
    assert chronicle.events["wharf-strike"].date == parse_date("1917-03-12 OS")


def test_a_disputed_date_is_that_of_the_documents_claim(tmp_path: Path) -> None:
    claim = {
        "attribute": "date",
        "chosen": "3 March",
        "values": [
            {"value": "3 March", "statements": ["wharf-chronicle:2.1"]},
            {"value": "4 March", "statements": ["union-letter:1.1"]},
        ],
    }
    chronicle = told(tmp_path, "wharf-chronicle", first_day_of_the_strike=claim)
    assert chronicle.events["wharf-strike"].date == parse_date("1917-03-03 OS")


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("1917-03-04 evening OS", "1917-03-06 OS", "1917-03-04/1917-03-06 OS"),
        ("1917-03-04 OS", "1917-03-20", "1917-03-17/1917-03-20"),
        ("1917-03 OS", "1917-04-20", "1917-03-14/1917-04-20"),
        ("../1917-03-04 OS", "1917-03-20", "../1917-03-20"),
        ("../1917-03-04 OS", "1917-03-20/..", None),
    ],
)
def test_several_dates_are_one_stretch(tmp_path: Path, first: str, last: str, whole: str | None) -> None:
    changes = {"union-letter:1.1": {"date": first, **_NOTE}, "union-letter:2.1": {"date": last, **_NOTE}}
    assert told(tmp_path, "union-letter", **changes).events["wharf-strike"].date == (
        parse_date(whole) if whole else None
    )


def test_those_took_part_whom_the_document_names(tmp_path: Path) -> None:
    strike = told(tmp_path, "union-letter").events["wharf-strike"]
    assert [participant.who.id for participant in strike.participants] == ["dockers-union"]
    assert strike.places == ()


def test_an_event_is_part_of_the_nearest_whole_that_the_document_tells_of(tmp_path: Path) -> None:
    tables = example()
    tables["event"].append(
        {"id": "spring", "title": "Spring", "kind": "process", "part_of": "revolution-in-krasny-bor"}
    )
    record(tables, "wharf-strike")["part_of"] = "spring"
    record(tables, "wharf-chronicle:2.2")["event"] = "revolution-in-krasny-bor"
    dataset = Dataset(owner(tmp_path, tables))
    whole = dataset.according_to("wharf-chronicle").events["wharf-strike"].part_of
    assert whole is not None
    assert whole.id == "revolution-in-krasny-bor"
    assert dataset.according_to("union-letter").events["wharf-strike"].part_of is None


def test_what_led_to_what_is_as_the_document_says(tmp_path: Path) -> None:
    assert [e.id for e in told(tmp_path, "wharf-chronicle").events["wharf-strike"].led_to] == ["owners-give-way"]
    assert told(tmp_path, "union-letter").events["wharf-strike"].led_to == ()


def test_what_is_editorial_is_gone(tmp_path: Path) -> None:
    anna = told(tmp_path, "wharf-chronicle").persons["anna-sorokina"]
    assert anna.birth is None
    assert anna.death is None
    assert all(not stretch.editorial for stretch in (*anna.memberships, *anna.offices, *anna.confinements))


def test_an_office_has_the_limits_that_the_document_dates(tmp_path: Path) -> None:
    (office,) = told(tmp_path, "wharf-chronicle").persons["anna-sorokina"].offices
    assert office.start == parse_date("1917-03")
    assert office.end is None


def test_names_that_only_others_print_are_gone(tmp_path: Path) -> None:
    names = [{"text": "Sorokina", "sources": ["union-letter"]}, {"text": "Анна", "language": "ru", "kind": "usual"}]
    anna = told(tmp_path, "wharf-chronicle", anna_sorokina={"names": names}).persons["anna-sorokina"]
    assert [name.text for name in anna.names] == ["Анна"]


def test_a_dispute_is_left_if_the_document_differs_from_what_is_established(tmp_path: Path) -> None:
    values = [
        {"value": "3 March", "statements": ["wharf-chronicle:2.1"]},
        {"value": "4 March", "statements": ["union-letter:1.1"]},
        {"value": "2 March", "authority": "primary-text"},
    ]
    (dispute,) = told(
        tmp_path, "union-letter", first_day_of_the_strike={"values": values, "chosen": "3 March"}
    ).disputes()
    assert [claim.value for claim in dispute.values] == ["4 March", "2 March"]
    assert dispute.chosen == ""


def test_a_dispute_between_documents_is_not_left(tmp_path: Path) -> None:
    tables = example()
    del record(tables, "first-day-of-the-strike")["values"][1]["authority"]
    assert Dataset(owner(tmp_path, tables)).according_to("wharf-chronicle").disputes() == ()


def test_it_is_made_once(wharf: Dataset) -> None:
    assert wharf.according_to("union-letter") is wharf.according_to(wharf.sources["union-letter"])


@pytest.mark.parametrize("source", DATASET.sources.ids)
def test_the_whole_as_each_document_tells_it_holds_together(source: str) -> None:
    account = DATASET.according_to(source)
    assert account.statements.ids == tuple(s.id for s in DATASET.statements if s.source.id == source)
    for statement in account.statements:
        assert all(account.find(thing) is account.find(thing.id) for thing in statement.things)
    for event in account.events:
        assert all(
            account.find(participant.who) is account.find(participant.who.id) for participant in event.participants
        )
        assert event.part_of is None or event.part_of is account.events[event.part_of.id]


# What an account is, can be saved and loaded: it keeps the rules.


def assert_accounts_can_be_loaded(tables: Tables) -> None:
    with TemporaryDirectory() as folder:
        whole = Dataset(owner(Path(folder), tables))
        for source in whole.sources:
            account = whole.according_to(source)
            account.save(Path(folder) / "account.json")
            assert load(Path(folder) / "account.json") == account


def test_every_account_of_the_bundled_data_set_can_be_saved_and_loaded(tmp_path: Path) -> None:
    for source in DATASET.sources:
        account = DATASET.according_to(source)
        account.save(tmp_path / "account.json")
        assert load(tmp_path / "account.json") == account


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(datasets())
def test_every_account_can_be_saved_and_loaded(tables: Tables) -> None:
    assert_accounts_can_be_loaded(tables)


_TELLING = ("wharf-chronicle:2.1", "wharf-chronicle:2.2", "wharf-chronicle:4.1", "union-letter:1.1", "union-letter:2.1")


@st.composite
def contradictions(draw: st.DrawFn) -> Tables:
    """The example with other dates and figures, and disputes about them that may or may not touch those who differ."""
    tables = example()
    numbers = {"value": st.sampled_from([1, 2, 3]), "unit": st.sampled_from("uv"), "of": st.just("x")}
    figure = st.fixed_dictionaries({**numbers, "printed": st.just("p"), "approximate": st.booleans()})
    for id in _TELLING:
        told = record(tables, id)
        told["figures"] = draw(st.lists(figure, max_size=2))
        if draw(st.booleans()):
            told["date"] = draw(dates()).notation
        if draw(st.booleans()):
            told |= _NOTE
    weighed = st.lists(st.sampled_from(_TELLING), unique=True, max_size=2)
    claim = st.fixed_dictionaries(
        {"value": st.sampled_from("abc"), "statements": weighed, "authority": st.just("context")}
    )
    tables["dispute"] = [
        {
            "id": f"disputed-{attribute}",
            "thing": "wharf-strike",
            "attribute": attribute,
            "values": draw(st.lists(claim, min_size=2, max_size=3)),
            "reason": "They differ.",
            "certainty": "probable",
        }
        for attribute in ("date", "figures")
    ]
    return tables


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(contradictions())
def test_a_document_that_contradicts_itself_can_be_saved_and_loaded(tables: Tables) -> None:
    assert_accounts_can_be_loaded(tables)


def test_an_event_that_the_document_dates_twice_lasted_from_the_first_to_the_last(tmp_path: Path) -> None:
    tables = example()
    record(tables, "wharf-strike")["date"] = "1917-03-03 OS"
    record(tables, "wharf-chronicle:4.1").pop("readings")
    tables["dispute"] = [
        {
            "id": "day-of-the-strike",
            "thing": "wharf-strike",
            "attribute": "date",
            "values": [
                {"value": "1917-03-03 OS", "statements": ["wharf-chronicle:2.1", "wharf-chronicle:4.1"]},
                {"value": "1917-03-04 OS", "statements": ["union-letter:1.1"]},
            ],
            "reason": "They differ.",
            "certainty": "probable",
        }
    ]
    chronicle = Dataset(owner(tmp_path, tables)).according_to("wharf-chronicle")
    assert str(chronicle.events["wharf-strike"].date) == "3–12 (16–25) March 1917"


def test_an_event_that_the_document_puts_in_two_times_of_a_day_is_dated_to_the_day(tmp_path: Path) -> None:
    tables = example()
    for id, time in (("wharf-chronicle:2.1", "night"), ("wharf-chronicle:4.1", "evening")):
        record(tables, id)["date"] = f"1917-03-03 {time} OS"
    record(tables, "wharf-strike")["date"] = "1917-03-03 night OS"
    record(tables, "wharf-chronicle:4.1").pop("readings")
    claims = [{"value": time, "authority": "context"} for time in ("night", "evening")]
    weighed = {"thing": "wharf-strike", "attribute": "date", "reason": "?", "certainty": "probable"}
    tables["dispute"] = [{"id": "time-of-the-strike", "values": claims, **weighed}]
    chronicle = Dataset(owner(tmp_path, tables)).according_to("wharf-chronicle")
    assert chronicle.events["wharf-strike"].date == HistoricalDate.span(*[parse_date("1917-03-03 OS")] * 2)


def test_figures_of_the_document_that_differ_are_weighed_by_its_own_statements(tmp_path: Path) -> None:
    tables = example()
    for id, value in (("wharf-chronicle:2.1", 300), ("wharf-chronicle:2.2", 400)):
        record(tables, id)["figures"] = [{"value": value, "unit": "persons", "of": "dockers", "printed": "some"}]
    tables["dispute"] = [
        {
            "id": "number-of-dockers",
            "thing": "wharf-strike",
            "attribute": "figures",
            "values": [
                {"value": "300 to 400", "statements": ["wharf-chronicle:2.1", "wharf-chronicle:2.2"]},
                {"value": "350", "statements": ["union-letter:2.1"]},
            ],
            "chosen": "350",
            "reason": "They differ.",
            "certainty": "probable",
        }
    ]
    (dispute,) = Dataset(owner(tmp_path, tables)).according_to("wharf-chronicle").disputes()
    assert [claim.value for claim in dispute.values] == ["300 persons", "400 persons"]
    assert [[each.id for each in claim.statements] for claim in dispute.values] == [
        ["wharf-chronicle:2.1"],
        ["wharf-chronicle:2.2"],
    ]
    assert dispute.chosen == ""


def test_a_country_has_no_capital_of_which_the_document_does_not_speak(tmp_path: Path) -> None:
    tables = example()
    record(tables, "northern-coast")["capitals"] = [{"city": "krasny-bor", "statements": ["union-letter:2.1"]}]
    record(tables, "union-letter:2.1")["about"] = ["northern-coast"]
    letter = Dataset(owner(tmp_path, tables)).according_to("union-letter")
    assert letter.places["northern-coast"].capitals == ()

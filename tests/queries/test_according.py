"""The data set as one document tells it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from bundled_data import DATASET
from factories import example, owner, record

from russianrev.dataset import Dataset
from russianrev.dates import parse_date


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

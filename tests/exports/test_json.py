from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from factories import TEXTS, example, record, write_documents

from russianrev.dataset import Dataset
from russianrev.exports.json import to_json


def plain(answer: Any) -> Any:
    return json.loads(to_json(answer))


def test_a_date_is_its_notation(wharf: Dataset) -> None:
    assert plain(wharf.events["wharf-strike"].date) == "1917-03-03/1917-03-12 OS"


@pytest.mark.parametrize("id", ["anna-sorokina", "krasny-bor", "wharf-chronicle", "eight-hour-day", "wharf-book"])
def test_a_record_is_as_in_the_files_with_its_kind(wharf: Dataset, id: str) -> None:
    found = wharf.find(id)
    assert plain(found) == {"record": type(found).__name__.lower(), **record(example(), id)}


def test_a_statement_is_as_in_the_files(wharf: Dataset) -> None:
    id = "wharf-chronicle:4.1"
    assert plain(wharf.statements[id]) == {"record": "statement", **record(example(), id)}


def test_a_citation_has_its_source_and_locator(wharf: Dataset) -> None:
    statement = record(example(), "union-letter:1.1")
    assert plain(wharf.statements["union-letter:1.1"].citation) == {
        "source": "union-letter",
        "passage": statement["passage"],
        "opening": statement["opening"],
        "locator": wharf.statements["union-letter:1.1"].citation.locator,
        "url": None,
    }


def test_a_citation_has_the_address_of_its_passage(wharf: Dataset) -> None:
    url = plain(wharf.statements["wharf-chronicle:2.1"].citation)["url"]
    assert url == "https://wharf.example/chronicle?page=3#:~:text=On%203%20March%201917"


def test_a_timeline_has_its_period_and_its_events(wharf: Dataset) -> None:
    timeline = plain(wharf.between("1917-03", "1917-03"))
    assert timeline["period"] == "1917-03-01/1917-03-31"
    assert [event["id"] for event in timeline["events"]] == ["wharf-strike"]


def test_a_timeline_that_no_period_was_asked_of_has_none(wharf: Dataset) -> None:
    assert plain(wharf.events)["period"] is None


def test_a_tuple_is_a_list(wharf: Dataset) -> None:
    assert [each["id"] for each in plain(wharf.disputes())] == ["first-day-of-the-strike"]


def test_a_value_of_a_record_is_as_in_the_files(wharf: Dataset) -> None:
    person = wharf.persons["anna-sorokina"]
    assert plain(person.offices) == record(example(), "anna-sorokina")["offices"]


def test_an_account_names_its_event_and_source_and_gives_its_statements(wharf: Dataset) -> None:
    account = plain(wharf.accounts("wharf-strike"))[0]
    assert (account["event"], account["source"]) == ("wharf-strike", "union-letter")
    assert [statement["id"] for statement in account["statements"]] == ["union-letter:1.1", "union-letter:2.1"]


def test_a_situation_is_the_date_and_who_held_what(wharf: Dataset) -> None:
    situation = plain(wharf.as_of("1917-06-01"))
    assert (situation["date"], situation["calendar"]) == ("1917-06-01", "julian")
    ((person, office),) = situation["offices"]
    assert (person["id"], office["body"]) == ("anna-sorokina", "union-board")


def test_what_is_by_source_is_by_the_sources_id(wharf: Dataset, empty: Path) -> None:
    write_documents(empty)
    gaps = plain(wharf.coverage(empty))
    assert set(gaps) == set(TEXTS)
    assert {gap["source"] for each in gaps.values() for gap in each} <= set(TEXTS)


@pytest.mark.parametrize("value", [None, True, 5, 0.5, "Петроград", [], {}])
def test_what_is_plain_stays_so(value: object) -> None:
    assert plain(value) == value


def test_letters_of_every_script_stay_themselves(wharf: Dataset) -> None:
    assert "Анна Сорокина" in to_json(wharf.persons["anna-sorokina"])

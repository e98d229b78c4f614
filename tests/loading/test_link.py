from __future__ import annotations

from pathlib import Path

import pytest
from factories import example, loaded, record

from russianrev.errors import DataError
from russianrev.records.base import Record


def records_by_id(folder: Path) -> dict[str, Record]:
    return {each.id: each for kind in loaded(folder).values() for each in kind}


def test_a_reference_is_the_record_itself(tmp_path: Path) -> None:
    records = records_by_id(tmp_path)
    assert records["krasny-bor"].within is records["northern-coast"]


def test_a_list_of_references_is_a_tuple_of_records_in_its_order(tmp_path: Path) -> None:
    records = records_by_id(tmp_path)
    authors = records["wharf-book"].authors
    assert authors == (records["pavel-ilyin"], records["dockers-union"])


def test_references_within_values_are_followed(tmp_path: Path) -> None:
    records = records_by_id(tmp_path)
    (office,) = records["anna-sorokina"].offices
    assert (office.body, *office.statements) == (records["union-board"], records["wharf-chronicle:3.2"])


def test_references_within_a_value_that_is_no_list_are_followed(tmp_path: Path) -> None:
    records = records_by_id(tmp_path)
    relation = records["wharf-chronicle:3.2"].relation
    assert (relation.subject, relation.object) == (records["anna-sorokina"], records["union-board"])


def test_records_may_refer_to_each_other(tmp_path: Path) -> None:
    records = records_by_id(tmp_path)
    person = records["anna-sorokina"]
    assert person.memberships[0].statements[0].about[0] is person


def test_every_passage_is_of_its_source(tmp_path: Path) -> None:
    records = records_by_id(tmp_path)
    assert records["union-letter:2.1"].citation.source is records["union-letter"]
    skipped = records["union-letter"].skipped[0]
    assert skipped.citation.source is records["union-letter"]


def test_an_event_led_to_what_statements_say_it_led_to(tmp_path: Path) -> None:
    records = records_by_id(tmp_path)
    assert records["wharf-strike"].led_to == (records["owners-give-way"],)


def test_an_event_led_to_another_once_though_two_statements_say_it(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter:1.1")["relation"] = record(tables, "wharf-chronicle:4.1")["relation"]
    event = next(each for each in loaded(tmp_path, tables)["event"] if each.id == "wharf-strike")
    assert [outcome.id for outcome in event.led_to] == ["owners-give-way"]


@pytest.mark.parametrize(
    ("subject", "predicate", "object"),
    [
        ("wharf-strike", "opposed", "revolution-in-krasny-bor"),
        ("eight-hour-day", "led-to", "revolution-in-krasny-bor"),
        ("revolution-in-krasny-bor", "led-to", "eight-hour-day"),
    ],
)
def test_other_relations_make_no_event_lead_to_another(
    tmp_path: Path, subject: str, predicate: str, object: str
) -> None:
    tables = example()
    relation = {"subject": subject, "predicate": predicate, "object": object}
    record(tables, "wharf-chronicle:4.1")["relation"] = relation
    assert not any(event.led_to for event in loaded(tmp_path, tables)["event"])


def test_every_broken_reference_of_a_record_is_reported(tmp_path: Path) -> None:
    tables = example()
    record(tables, "anna-sorokina")["offices"] = [{"office": "x", "body": "krasny-bor", "statements": ["a", "b"]}]
    record(tables, "anna-sorokina")["names"] = [{"text": "X", "sources": ["c"]}]
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, tables)
    assert sorted(fault.field for fault in caught.value.faults) == [
        "names[0].sources[0]",
        "offices[0].body",
        "offices[0].statements[0]",
        "offices[0].statements[1]",
    ]


def test_a_statement_of_an_unknown_source_is_reported_at_its_id(tmp_path: Path) -> None:
    tables = example()
    tables["source"] = tables["source"][:1]
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, tables)
    assert [(fault.field, fault.value) for fault in caught.value.faults if fault.record.startswith("statement")] == [
        ("id", "union-letter")
    ] * 2

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from factories import Tables, example, loaded, record

from russianrev.dates import read_notation
from russianrev.errors import DataError, Fault
from russianrev.records.base import Record
from russianrev.records.model import Citation, Editorial, Event, Participant, Person, Place, Source, Statement
from russianrev.vocabulary import Authority, Certainty, EventKind, NameKind, Role, SkipReason


def read(folder: Path, id: str) -> Any:
    """The record of the example with an id."""
    return next(each for kind in loaded(folder).values() for each in kind if each.id == id)


def faults_in(folder: Path, tables: Tables) -> tuple[Fault, ...]:
    with pytest.raises(DataError) as caught:
        loaded(folder, tables)
    return caught.value.faults


def test_a_word_of_a_vocabulary_is_its_member(tmp_path: Path) -> None:
    event: Event = read(tmp_path, "wharf-strike")
    assert event.kind is EventKind.STRIKE
    assert [participant.role for participant in event.participants] == [Role.SPEAKER, Role.ORGANISER, Role.PARTICIPANT]
    assert all(type(participant.role) is Role for participant in event.participants)


def test_a_date_is_read_from_its_notation(tmp_path: Path) -> None:
    event: Event = read(tmp_path, "wharf-strike")
    assert event.date == read_notation("1917-03-03/1917-03-12 OS")


def test_editorial_is_read_from_a_table(tmp_path: Path) -> None:
    person: Person = read(tmp_path, "anna-sorokina")
    assert person.editorial == (
        Editorial(attribute="birth", authority=Authority.REFERENCE_WORKS),
        Editorial(attribute="death", authority=Authority.CONTEXT),
    )


def test_a_statement_cites_the_source_that_its_id_names(tmp_path: Path) -> None:
    statement: Statement = read(tmp_path, "union-letter:1.1")
    source: Source = read(tmp_path, "union-letter")
    assert statement.citation == Citation(
        source=source, paragraph=1, start=10, end=38, digest=statement.citation.digest, opening="The strike began on"
    )


def test_what_is_skipped_cites_the_source_that_skips_it(tmp_path: Path) -> None:
    source: Source = read(tmp_path, "union-letter")
    (skipped,) = source.skipped
    assert (skipped.citation.source.id, skipped.reason, skipped.repeats) == ("union-letter", SkipReason.REPEATS, 1)


def test_a_whole_number_stays_one_where_any_number_will_do(tmp_path: Path) -> None:
    statement: Statement = read(tmp_path, "wharf-chronicle:2.2")
    place: Place = read(tmp_path, "krasny-bor")
    assert repr(statement.figures[0].value) == "400"
    assert place.coordinates
    assert repr((place.coordinates.latitude, place.coordinates.longitude)) == "(59.7, 30)"


def test_what_a_table_lacks_has_its_default(tmp_path: Path) -> None:
    person: Person = read(tmp_path, "pavel-ilyin")
    assert (person.names, person.birth, person.memberships) == ((), None, ())
    assert Participant(who=person).role is Role.PARTICIPANT
    reading = read(tmp_path, "wharf-chronicle:4.1").readings[0]
    assert reading.certainty is Certainty.CERTAIN


def test_the_kind_of_a_name_is_printed_unless_it_is_given(tmp_path: Path) -> None:
    person: Person = read(tmp_path, "anna-sorokina")
    assert [(name.kind, name.language) for name in person.names] == [(NameKind.NATIVE, "ru"), (NameKind.PRINTED, "en")]


def test_what_is_derived_is_no_key_of_a_file(tmp_path: Path) -> None:
    tables = example()
    record(tables, "wharf-strike")["led_to"] = ["owners-give-way"]
    (fault,) = faults_in(tmp_path, tables)
    assert fault.field == "led_to"
    assert "led_to" not in fault.wanted.removeprefix("unknown key; accepted: ")


def test_the_keys_accepted_of_a_statement_are_those_that_files_have(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter:1.1")["citation"] = "1:0-5"
    (fault,) = faults_in(tmp_path, tables)
    accepted = fault.wanted.removeprefix("unknown key; accepted: ").split(", ")
    assert {"passage", "opening"} < set(accepted)
    assert "citation" not in accepted


def test_a_passage_and_an_opening_that_are_both_missing_are_two_faults(tmp_path: Path) -> None:
    tables = example()
    del record(tables, "union-letter:1.1")["passage"], record(tables, "union-letter:1.1")["opening"]
    assert [fault.field for fault in faults_in(tmp_path, tables)] == ["passage", "opening"]


@pytest.mark.parametrize(
    "place", ["٣:0-4 0123456789abcdef", "1:0-4 0123456789ABCDEF", "1:0-4", f"{'1' * 5000}:0-4 0123456789abcdef", 5]
)
def test_a_passage_in_another_form_is_a_fault(tmp_path: Path, place: object) -> None:
    tables = example()
    record(tables, "union-letter:1.1")["passage"] = place
    (fault,) = faults_in(tmp_path, tables)
    assert (fault.field, fault.value) == ("passage", place)


def test_every_authority_that_is_unknown_is_a_fault(tmp_path: Path) -> None:
    tables = example()
    record(tables, "anna-sorokina")["editorial"] = {"birth": "hearsay", "name": "context", "death": ["context"]}
    assert [(fault.field, fault.value) for fault in faults_in(tmp_path, tables)] == [
        ("editorial.birth", "hearsay"),
        ("editorial.death", ["context"]),
    ]


def test_faults_within_an_item_of_a_list_are_each_given_their_place(tmp_path: Path) -> None:
    tables = example()
    record(tables, "anna-sorokina")["memberships"].append({"party": ["x"], "start": 5, "editorial": {"start": "y"}})
    assert [fault.field for fault in faults_in(tmp_path, tables)] == [
        "memberships[1].start",
        "memberships[1].editorial.start",
        "memberships[1].party",
    ]


def test_faults_within_what_is_skipped_are_each_given_their_place(tmp_path: Path) -> None:
    tables = example()
    record(tables, "union-letter")["skipped"] = [5, {"passage": 1, "reason": "dull"}]
    assert sorted(fault.field for fault in faults_in(tmp_path, tables)) == [
        "skipped[0]",
        "skipped[1].opening",
        "skipped[1].passage",
        "skipped[1].reason",
    ]


@pytest.mark.parametrize("value", [True, float("inf"), "5", None, [5]])
def test_a_number_is_a_finite_one(tmp_path: Path, value: object) -> None:
    tables = example()
    record(tables, "wharf-chronicle:2.2")["figures"][0]["value"] = value
    (fault,) = faults_in(tmp_path, tables)
    assert (fault.field, fault.wanted) == ("figures[0].value", "wanted: a number")


@pytest.mark.parametrize("value", [5.0, "5", True])
def test_a_whole_number_is_written_as_one(tmp_path: Path, value: object) -> None:
    tables = example()
    record(tables, "union-letter")["length"] = value
    (fault,) = faults_in(tmp_path, tables)
    assert (fault.field, fault.wanted) == ("length", "wanted: a whole number")


@pytest.mark.parametrize("value", ["anna-sorokina", ["anna-sorokina", 5], {"a": "b"}])
def test_a_list_of_references_is_one_of_ids(tmp_path: Path, value: object) -> None:
    tables = example()
    record(tables, "union-letter:1.1")["about"] = value
    (fault,) = faults_in(tmp_path, tables)
    assert (fault.field, fault.wanted) == ("about", "wanted: a list of the ids of records")


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> Record:
        raise ZeroDivisionError(text)

    monkeypatch.setattr("russianrev.loading.structure.read_notation", fail)
    with pytest.raises(ZeroDivisionError):
        loaded(tmp_path)

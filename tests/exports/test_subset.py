from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from bundled_data import DATASET
from factories import example, owner

from russianrev.cli import main
from russianrev.dataset import Dataset, load
from russianrev.errors import UnknownNameError
from russianrev.exports import FILES, FOLDERS
from russianrev.exports.subset import subset
from russianrev.queries.timeline import Timeline
from russianrev.records.base import Record
from russianrev.records.model import Findable

THINGS = ["trotsky", "bolsheviks", "petrograd-soviet", "russia", "civil-war", "october-revolution"]


def part(of: Timeline | Findable | str, dataset: Dataset = DATASET) -> Dataset:
    return Dataset(subset(dataset, of))


def ids(records: Iterable[Record | None]) -> set[str]:
    return {each.id for each in records if each}


# What is in it.


def test_of_a_timeline_there_are_its_events_and_no_others() -> None:
    events = DATASET.between("1917-10", "1918-03")
    assert set(part(events).events.ids) == set(events.ids)


def test_of_an_event_there_are_its_parts() -> None:
    war = DATASET.events["civil-war"]
    assert set(part("civil-war").events.ids) == {event.id for event in war.branch}


def test_of_anyone_there_are_the_events_that_concern_him() -> None:
    trotsky = DATASET.persons["trotsky"]
    told = {statement.event for statement in trotsky.statements} - {None}
    made = part(trotsky)
    assert set(made.events.ids) == {event.id for event in (*trotsky.events, *told) if event}
    assert {s.id for s in trotsky.statements} <= set(made.statements.ids)
    assert made.persons["trotsky"].offices == trotsky.offices


def test_of_a_place_there_is_what_happened_anywhere_within_it() -> None:
    assert set(DATASET.events.at("russia").ids) <= set(part("russia").events.ids)


def test_of_a_document_there_is_its_account() -> None:
    assert part("boden-review") == DATASET.according_to("boden-review")


@pytest.mark.parametrize("of", THINGS)
def test_all_that_is_said_of_the_events_stays_with_its_document(of: str) -> None:
    made = part(of)
    for event in made.events:
        whole = DATASET.events[event.id]
        assert ids(s for s in event.statements if s.event == event) == ids(
            s for s in whole.statements if s.event == whole
        )
        assert (event.date, event.participants) == (whole.date, whole.participants)
        assert ids(event.places) == ids(whole.places)
    assert {s.source.id for s in made.statements} <= set(made.sources.ids)
    for source in made.sources:
        assert source.csl() == DATASET.sources[source.id].csl()


@pytest.mark.parametrize("of", THINGS)
def test_it_is_a_data_set_that_loads_again(of: str, tmp_path: Path) -> None:
    made = part(of)
    made.save(tmp_path / "part.json")
    assert load(tmp_path / "part.json") == made


def test_an_event_is_part_of_the_nearest_whole_that_stays() -> None:
    event = next(e for e in DATASET.events if e.part_of and e.part_of.part_of)
    assert event.part_of
    assert event.part_of.part_of
    chosen = Timeline([event, event.part_of.part_of], DATASET.find)
    assert ids([part(chosen).events[event.id].part_of]) == ids([event.part_of.part_of])
    assert part(Timeline([event], DATASET.find)).events[event.id].part_of is None


def test_what_rests_on_nothing_that_stays_goes(tmp_path: Path) -> None:
    data = example()
    dataset = Dataset(owner(tmp_path, data))
    made = part(Timeline([dataset.events["owners-give-way"]], dataset.find), dataset)
    assert ids(made.events) == {"owners-give-way"}
    assert made.disputes() == ()
    assert all(s.event in (None, made.events["owners-give-way"]) for s in made.statements)


def test_what_is_not_known_is_an_error() -> None:
    with pytest.raises(UnknownNameError):
        part("no such thing")


# Every form takes it.


@pytest.mark.parametrize("form", FILES)
def test_every_form_takes_a_timeline_and_a_thing(form: str) -> None:
    whole = DATASET.export(form) if form not in ("turtle", "jsonld") else None
    for of in (DATASET.between("1934-12"), "kirov-assassination", DATASET.events["kirov-assassination"]):
        text = DATASET.export(form, of=of)
        assert text
        assert whole is None or len(text) < len(whole)


@pytest.mark.parametrize("form", FOLDERS)
def test_the_folders_take_it_too(form: str, tmp_path: Path) -> None:
    DATASET.export(form, tmp_path / "part", of="kirov-assassination")
    assert load(tmp_path / "part") == part("kirov-assassination")


def test_a_timeline_of_a_period_has_its_slides() -> None:
    events = DATASET.between("1917-10")
    slides = json.loads(DATASET.export("timelinejs", of=events) or "")["events"]
    assert {slide["unique_id"] for slide in slides} == set(events.ids)


# Files.


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_file_that_is_there_is_replaced_only_on_demand(wharf: Dataset, tmp_path: Path, form: str) -> None:
    output = tmp_path / "out"
    wharf.export(form, output)
    before = sorted((file, file.read_bytes()) for file in tmp_path.rglob("*") if file.is_file())
    with pytest.raises(FileExistsError, match="is there already"):
        DATASET.export(form, output)
    assert sorted((file, file.read_bytes()) for file in tmp_path.rglob("*") if file.is_file()) == before
    DATASET.export(form, output, overwrite=True)
    assert load(output) == DATASET


@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_output_without_a_name_is_an_error(
    wharf: Dataset, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="wanted: the name of a file or a folder"):
        wharf.export(form, "")
    assert main(["export", form, "--output", ""]) == 2
    assert list(tmp_path.iterdir()) == []


def test_an_option_that_a_form_has_not_is_an_error(wharf: Dataset) -> None:
    with pytest.raises(ValueError, match="the form json has no option 'excel'; it has none"):
        wharf.export("json", excel=True)
    with pytest.raises(ValueError, match="no option 'excel'; it has located, namespace"):
        wharf.export("geojson", excel=True)


def test_the_command_line_replaces_files_by_force_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = str(tmp_path / "tables")
    command = ["export", "csv", "--output", output, "--of", "kirov-assassination", "--excel"]
    assert main(command) == 0
    assert main(command) != 0
    assert "--force" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0
    assert (tmp_path / "tables" / "events.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_command_line_leaves_out_what_has_no_coordinates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "geojson", "--located", "--namespace", "https://wharf.example/"]) == 0
    features = json.loads(capsys.readouterr().out)["features"]
    assert all(each["geometry"] and each["@id"].startswith("https://wharf.example/") for each in features)

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from russianrev.dataset import Dataset
from russianrev.loading.bundled import bundled_digest, load_bundled
from russianrev.loading.files import data_digest, load_records
from russianrev.records.model import RECORDS

DATA = Path(__file__).parents[2] / "data"

in_a_checkout = pytest.mark.skipif(not (DATA / "sources").is_dir(), reason="the data files are in a checkout only")


@in_a_checkout
def test_the_data_have_not_changed_since_they_were_compiled() -> None:
    if data_digest(DATA) != bundled_digest():
        pytest.fail("data/ has changed since it was compiled; run: pip install -e .", pytrace=False)


@in_a_checkout
def test_the_bundled_data_set_is_that_of_the_data_files() -> None:
    checked = load_records(DATA)
    bundled = load_bundled()
    for kind in RECORDS:
        assert {each.id: each for each in bundled[kind]} == {each.id: each for each in checked[kind]}


@in_a_checkout
def test_records_of_the_bundled_data_set_refer_to_each_other_as_those_of_the_files_do() -> None:
    checked = {event.id: event for event in load_records(DATA)["event"]}
    for event in load_bundled()["event"]:
        assert event.led_to == checked[event.id].led_to
        assert type(event.kind) is type(checked[event.id].kind)


def test_a_record_knows_its_id_before_the_rest_is_read() -> None:
    records = load_bundled()
    assert all(each.id for kind in records.values() for each in kind)


def test_a_record_that_has_been_read_is_the_one_that_others_refer_to() -> None:
    records = load_bundled()
    sources = {source.id: source for source in records["source"]}
    statement = records["statement"][0]
    assert statement.source is sources[statement.source.id]


def test_a_record_that_has_not_been_read_equals_one_that_has() -> None:
    (one, *_), (other, *_) = load_bundled()["person"], load_bundled()["person"]
    assert str(one)
    assert one == other


def test_a_record_can_be_pickled_before_it_is_read() -> None:
    person = load_bundled()["person"][0]
    assert pickle.loads(pickle.dumps(person)) == person


def test_records_that_are_pickled_together_stay_together() -> None:
    records = load_bundled()
    statements = pickle.loads(pickle.dumps(records["statement"]))
    assert statements == records["statement"]
    assert statements[0].source is statements[1].source


def test_an_attribute_that_is_none_is_named_in_the_error_before_and_after_a_record_is_read() -> None:
    person = load_bundled()["person"][0]
    for _ in range(2):
        with pytest.raises(AttributeError, match="'Person' object has no attribute 'nme'"):
            person.nme  # noqa: B018
        assert person.label


def test_records_may_be_read_by_many_threads_at_once() -> None:
    records = load_bundled()
    everything = [each for kind in records.values() for each in kind]
    with ThreadPoolExecutor(8) as pool:
        labels = list(pool.map(lambda _: [str(each) for each in everything], range(8)))
    assert all(each == labels[0] for each in labels)


def test_two_loads_give_equal_data_sets() -> None:
    assert Dataset(load_bundled()) == Dataset(load_bundled())

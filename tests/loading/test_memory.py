from __future__ import annotations

import copy
import gc
import pickle
from pathlib import Path

import pytest
from factories import owner

from russianrev.loading.bundle import load_bundle
from russianrev.loading.memory import reload
from russianrev.metadata import about_bundled
from russianrev.queries.according import according_to


def test_a_record_of_a_loaded_data_set_is_unpickled_with_it_once(tmp_path: Path) -> None:
    pickles = [pickle.dumps(event) for event in owner(tmp_path).records["event"]]
    gc.collect()
    events = [pickle.loads(each) for each in pickles]
    assert len({id(event.owner) for event in events}) == 1


def test_a_data_set_that_is_still_there_is_not_made_again(tmp_path: Path) -> None:
    loaded = owner(tmp_path)
    event = loaded.records["event"][0]
    assert pickle.loads(pickle.dumps(event)) is event
    assert copy.deepcopy(event) is event


def test_what_is_unpickled_is_equal_to_what_was_pickled(tmp_path: Path) -> None:
    loaded = owner(tmp_path)
    function, arguments = loaded.__reduce__()
    expected = {kind: list(records) for kind, records in loaded.records.items()}
    del loaded
    gc.collect()
    assert function is reload
    assert {kind: list(records) for kind, records in reload(*arguments).records.items()} == expected


def test_what_exports_say_of_a_data_set_is_pickled_with_it() -> None:
    function, (content, about, tracks) = according_to(load_bundle().records["source"][0], load_bundle()).__reduce__()
    gc.collect()
    assert function(content, about, tracks).about == about_bundled()
    assert function(content, None, tracks).about is None


def test_an_attribute_that_was_taken_away_is_named(tmp_path: Path) -> None:
    person = owner(tmp_path).records["person"][0]
    object.__delattr__(person, "birth")
    with pytest.raises(AttributeError, match=r"<Person .*> was made without 'birth'"):
        person.birth  # noqa: B018


@pytest.mark.parametrize("on", [True, False])
def test_loading_leaves_the_garbage_collector_as_it_was(tmp_path: Path, on: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        owner(tmp_path)
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import attrs
import pytest
from factories import example, write_toml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import russianrev
import russianrev as rr
from russianrev.dataset import Dataset
from russianrev.errors import DataError, UnknownNameError
from russianrev.loading.bundle import BUNDLE, Bundle, load_bundle, open_bundle
from russianrev.loading.compile import compiled, data_digest
from russianrev.loading.files import load_records
from russianrev.records.model import RECORDS

DATA = Path(__file__).parents[2] / "data"

in_a_checkout = pytest.mark.skipif(not (DATA / "sources").is_dir(), reason="the data files are in a checkout only")


@in_a_checkout
def test_the_data_have_not_changed_since_they_were_compiled() -> None:
    if data_digest(DATA) != load_bundle().digest:
        pytest.fail("data/ has changed since it was compiled; run: pip install -e .", pytrace=False)


@in_a_checkout
def test_the_bundled_data_set_is_that_of_the_data_files() -> None:
    checked = load_records(DATA).records
    bundled = load_bundle().records
    for kind in RECORDS:
        assert {each.id: each for each in bundled[kind]} == {each.id: each for each in checked[kind]}


@in_a_checkout
def test_records_of_the_bundled_data_set_refer_to_each_other_as_those_of_the_files_do() -> None:
    checked = {event.id: event for event in load_records(DATA).records["event"]}
    for event in load_bundle().records["event"]:
        assert event.led_to == checked[event.id].led_to
        assert type(event.kind) is type(checked[event.id].kind)


def test_a_record_knows_its_id_before_the_rest_is_read() -> None:
    records = open_bundle().records
    assert all(each.id for kind in records.values() for each in kind)


def test_a_record_that_has_been_read_is_the_one_that_others_refer_to() -> None:
    records = open_bundle().records
    sources = {source.id: source for source in records["source"]}
    statement = records["statement"][0]
    assert statement.source is sources[statement.source.id]


def test_a_record_that_has_not_been_read_equals_one_that_has() -> None:
    one, other = (open_bundle().records["person"][0] for _ in range(2))
    assert str(one)
    assert one == other


def test_a_record_can_be_pickled_before_it_is_read() -> None:
    person = open_bundle().records["person"][0]
    assert pickle.loads(pickle.dumps(person)) == person


def test_records_that_are_pickled_together_stay_together() -> None:
    records = open_bundle().records
    statements = pickle.loads(pickle.dumps(records["statement"]))
    assert tuple(statements) == tuple(records["statement"])
    assert statements[0].source is statements[1].source


def test_an_attribute_that_is_none_is_named_in_the_error_before_and_after_a_record_is_read() -> None:
    person = open_bundle().records["person"][0]
    for _ in range(2):
        with pytest.raises(AttributeError, match="'Person' object has no attribute 'nme'"):
            person.nme  # noqa: B018
        assert person.label


def test_records_may_be_read_by_many_threads_at_once() -> None:
    records = open_bundle().records
    everything = [each for kind in records.values() for each in kind]
    with ThreadPoolExecutor(8) as pool:
        labels = list(pool.map(lambda _: [str(each) for each in everything], range(8)))
    assert all(each == labels[0] for each in labels)


def test_two_loads_give_equal_data_sets() -> None:
    assert Dataset(open_bundle()) == Dataset(open_bundle())


# A bundle that is not whole.


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What is compiled of the small data set of the tests."""
    return compiled(write_toml(tmp_path_factory.mktemp("whole"), example()))


def test_a_bundle_is_lines_of_json_in_order_each_with_its_key(whole: bytes) -> None:
    lines = whole.splitlines()
    assert sorted(lines) == lines
    keys = [key for key, _ in map(json.loads, lines)]
    assert keys[0] == ""
    assert len(set(keys)) == len(keys)


def test_a_bundle_whose_lines_end_otherwise_is_an_error_and_not_an_empty_data_set(whole: bytes) -> None:
    with pytest.raises(DataError, match="wanted: the whole of it"):
        Bundle(whole.replace(b"\n", b"\r\n"))


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_bundle_that_is_cut_short_anywhere_is_an_error(whole: bytes, data: st.DataObject) -> None:
    with pytest.raises(DataError, match=r"bundle\.jsonl"):
        Bundle(whole[: data.draw(st.integers(0, len(whole) - 1))])


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}\n", b"[]\n", b'["",{}]\n', b'["",{"digest":"","sizes":[]}]\n', b"\xff\n"]
)
def test_what_is_no_bundle_is_an_error(content: bytes) -> None:
    with pytest.raises(DataError, match="wanted: a bundle"):
        Bundle(content)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"Strike at the wharf"', b'"Strike at the wharf '),  # a string does not end
        ("Анна".encode(), "Анна".encode()[:-1] + b"\xff"),  # this is not UTF-8
        (b'"kind":"strike"', b'"kind":"strake"'),  # there is no such word
        (b'["record 0000002"', b'["record 9000002"'),  # a record is lost
        (b'\n["name annasorokina",', b'\n["name annasorokina";'),
    ],
)
def test_a_bundle_that_is_damaged_within_is_an_error_where_the_damage_is_met(
    whole: bytes, before: bytes, after: bytes
) -> None:
    assert before in whole
    assert len(before) == len(after)
    with pytest.raises(DataError, match="install the package again"):
        _look_at_everything(Dataset(Bundle(whole.replace(before, after))))


def _look_at_everything(dataset: Dataset) -> None:
    for kind in dataset.records.values():
        for record in kind:
            attrs.asdict(record, recurse=False)
    with suppress(UnknownNameError):
        dataset.find("nobody of this name")


def test_what_is_asked_for_in_vain_does_not_fill_the_memory(whole: bytes) -> None:
    bundle = Bundle(whole)
    tracemalloc.start()
    try:
        for number in range(10_000):
            assert bundle.look_up("name", f"nobody{number}") is None
        assert tracemalloc.get_traced_memory()[0] < 500_000
    finally:
        tracemalloc.stop()


def test_a_name_that_no_file_can_hold_is_one_that_nothing_has() -> None:
    assert "\ud800" not in Dataset(open_bundle()).events
    with pytest.raises(UnknownNameError):
        rr.find("\udcff")


def test_a_bundle_is_written_as_bytes_wherever_it_is_built(whole: bytes) -> None:
    assert b"\r" not in whole


# Pickles.


def test_records_that_are_pickled_one_by_one_share_a_data_set() -> None:
    pickles = [pickle.dumps(event) for event in list(open_bundle().records["event"])[:100]]
    events = [pickle.loads(each) for each in pickles]
    assert {id(event.owner) for event in events} == {id(load_bundle())}


def test_a_package_in_an_archive_finds_its_bundle(tmp_path: Path) -> None:
    package = Path(russianrev.__file__).parent
    with ZipFile(tmp_path / "package.zip", "w") as archive:
        for file in (*package.rglob("*.py"), package / BUNDLE):
            archive.write(file, Path("russianrev") / file.relative_to(package))
    script = "import russianrev as rr; print(rr.__file__, rr.find('Lenin').id, len(rr.between('1917-10 OS')))"
    path = os.pathsep.join([str(tmp_path / "package.zip"), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | {"PYTHONPATH": path}, capture_output=True, check=True
    )
    where, who, number = done.stdout.decode().split()
    assert "package.zip" in where
    assert (who, int(number)) == ("lenin", len(rr.between("1917-10 OS")))


def test_a_bundle_that_cannot_be_mapped_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise ValueError("cannot mmap an empty file")

    monkeypatch.setattr("mmap.mmap", fail)
    assert open_bundle().digest == load_bundle().digest


def test_a_package_without_its_bundle_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("russianrev.loading.bundle.BUNDLE", "nothing.jsonl")
    with pytest.raises((DataError, OSError), match="nothing"):
        open_bundle()

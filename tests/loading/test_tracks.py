"""Tracks are read beside the records, and what is wrong with them is named with all other faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import example, owner, write_json

from russianrev.errors import DataError
from russianrev.loading.bundle import Bundle
from russianrev.loading.compile import compiled, data_digest
from russianrev.loading.files import load_records
from russianrev.loading.tracks import track_files

TRACK = '{"letters": 0, "gram": 16, "window": 32, "gaps": [], "fingerprints": "", "passages": []}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of data with a folder for tracks."""
    write_json(tmp_path / "data.json", example())
    (tmp_path / "tracks").mkdir()
    return tmp_path


def put(folder: Path, name: str, content: str) -> None:
    (folder / "tracks" / name).write_text(content, encoding="utf-8")


def test_a_track_is_looked_up_by_its_source(folder: Path) -> None:
    put(folder, "union-letter.track", TRACK)
    loaded = load_records(folder)
    assert loaded.look_up("track", "union-letter")["gram"] == 16
    assert loaded.look_up("track", "wharf-chronicle") is None
    assert [key for key, _ in loaded.entries("track")] == ["union-letter"]


def test_a_bundle_has_the_tracks_and_its_digest_tells_of_them(folder: Path) -> None:
    before = data_digest(folder)
    put(folder, "union-letter.track", TRACK)
    made = Bundle(compiled(folder))
    assert made.look_up("track", "union-letter") == load_records(folder).look_up("track", "union-letter")
    assert made.look_up("track", "wharf-chronicle") is None
    assert made.digest == data_digest(folder) != before


def test_a_single_file_of_data_has_no_tracks(tmp_path: Path) -> None:
    assert owner(tmp_path).look_up("track", "union-letter") is None
    assert track_files(tmp_path / "data.json") == []


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        ("nobody.track", TRACK, "the id of a source"),
        ("union-letter.track", "{", "wanted: a track; write it again"),
        ("union-letter.track", "[1]", "wanted: a track; write it again"),
        ("union-letter.track", '{"letters": 1}', "wanted: a track; write it again"),
    ],
)
def test_what_is_no_track_is_a_fault(folder: Path, name: str, content: str, wanted: str) -> None:
    put(folder, name, content)
    with pytest.raises(DataError, match=wanted) as caught:
        load_records(folder)
    assert [fault.file for fault in caught.value.faults] == [f"tracks/{name}"]

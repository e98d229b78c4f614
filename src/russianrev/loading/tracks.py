"""The tracks of documents, by which passages are found in copies: files that a command writes, and nobody else.

They lie beside the records, in a folder `tracks`, each under its source's id. What is in them only
`russianrev.passages` needs to know.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from russianrev.errors import Fault
from russianrev.loading.listing import list_files

FOLDER = "tracks"
"""The name of the folder."""

SUFFIX = ".track"
"""How the names of the files end."""

_PARTS = {"letters", "gram", "window", "gaps", "fingerprints", "passages"}


def track_files(path: Path) -> list[Path]:
    """List the files of tracks in a folder of data, in order of name; a single file of data has none."""
    return list_files(path / FOLDER, SUFFIX) if path.is_dir() else []


def read_tracks(path: Path, sources: Collection[str], faults: list[Fault]) -> dict[str, Any]:
    """Read the tracks in a folder of data, by source; what is none is added to the faults."""
    tracks: dict[str, Any] = {}
    for file in track_files(path):
        name = f"{FOLDER}/{file.name}"
        if file.stem not in sources:
            faults.append(Fault(name, "", "", file.stem, "wanted: the id of a source; remove the file, or name it so"))
        try:
            track = json.loads(file.read_bytes())
        except (ValueError, RecursionError) as error:
            faults.append(Fault(name, "", "", "JSON", f"wanted: a track; write it again: {error}"))
            continue
        if isinstance(track, dict) and track.keys() >= _PARTS:
            tracks[file.stem] = track
        else:
            faults.append(
                Fault(name, "", "", track, f"wanted: a track; write it again; it has {', '.join(sorted(_PARTS))}")
            )
    return tracks

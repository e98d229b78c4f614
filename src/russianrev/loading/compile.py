"""The data set in the package, compiled from the files as people write them, with all its indexes."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from russianrev.indexes.building import INDEXES, build
from russianrev.loading.bundle import bundle, record_key
from russianrev.loading.files import load_records
from russianrev.loading.memory import Loaded
from russianrev.loading.structure import make_converter
from russianrev.loading.tables import data_files
from russianrev.loading.texts import text_files
from russianrev.loading.tracks import track_files
from russianrev.records.base import derived_fields
from russianrev.records.model import RECORDS
from russianrev.records.numbers import numbered


def compiled(folder: Path) -> bytes:
    """Compile a folder's data set into a bundle. Raises what `load_records` raises."""
    loaded = load_records(folder)
    sizes = {kind: len(records) for kind, records in loaded.records.items()}
    return bundle(data_digest(folder), _make_lines(loaded), sizes)


def _make_lines(loaded: Loaded) -> Iterator[tuple[str, Any]]:
    """Tell each key of the bundle, with what is known under it."""
    records = list(numbered(loaded.records, *RECORDS))
    numbers = {record.id: number for number, record in records}
    converter = make_converter(numbers)
    for number, record in records:
        yield record_key(number), converter.unstructure(record)
        yield f"id {record.id}", number
        for field in derived_fields(type(record)):
            if those := getattr(record, field):
                yield f"{field} {number}", [numbers[each.id] for each in those]
    for kind, each in loaded.records.items():
        yield f"ids {kind}", each.ids
    for index in INDEXES:
        for key, value in build(index, loaded.records).items():
            yield f"{index} {key}", value
    for index, values in loaded.beside.items():
        for source, value in values.items():
            yield f"{index} {source}", value


def data_digest(folder: Path) -> str:
    """Digest a folder's data files, tracks and texts: it tells whether what was compiled from it is still as it is."""
    digest = sha256()
    for file in (*data_files(folder), *track_files(folder), *text_files(folder)):
        digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        digest.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()

"""Data sets from files, whole, with everything that is wrong with them collected and raised at once."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from russianrev.errors import DataError, Fault
from russianrev.loading.checks import check
from russianrev.loading.form import written_citation
from russianrev.loading.link import link, top
from russianrev.loading.memory import Loaded
from russianrev.loading.package import package_at, read_package
from russianrev.loading.structure import make_converter, stand_ins, unfit_fields
from russianrev.loading.tables import Origin, read_files
from russianrev.loading.texts import read_texts
from russianrev.loading.tracks import read_tracks
from russianrev.records.base import Record
from russianrev.records.model import RECORDS, Citation


def load_records(path: Path) -> Loaded:
    """Load a data set: a folder of TOML and JSON files, with tracks and texts of its documents, or one file.

    A folder of tables with their `datapackage.json` is one too.

    Raises `FileNotFoundError` if there is nothing at the path, and `DataError`, with everything that is wrong,
    if the data break the rules.
    """
    with _without_collecting_garbage():
        records, beside = _read_checked(path)
        return Loaded(records, beside=beside)


@contextmanager
def _without_collecting_garbage() -> Iterator[None]:
    """Do without the search for garbage: nothing that is loaded is any, and searching takes a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read_checked(path: Path) -> tuple[Iterable[Record], dict[str, dict[str, Any]]]:
    """Read linked records that keep the rules, and what lies beside them, by index and source."""
    faults: list[Fault] = []
    made: dict[str, Record] = {}
    origins: dict[str, Origin] = {}
    quick = make_converter(thorough=False)
    hooks = {kind: quick.get_structure_hook(cls) for kind, cls in RECORDS.items()}
    # What is reported where it is, and must not be reported again where another rule would meet with it:
    lost: set[str] = set()  # the ids that do not lead to one record
    emptied: set[tuple[str, str]] = set()  # the fields, each with its record's id, from which something is missing
    package = package_at(path)
    for origin, table in read_package(package, faults) if package else read_files(path, faults, lost):
        id = origin.id
        try:
            record: Record | None = hooks[origin.kind](table, RECORDS[origin.kind])
        except Exception:  # of whatever kind: the thorough converter tells
            known = len(faults)
            record = _make(origin, table, faults)
            emptied.update((id or "", top(fault.field)) for fault in faults[known:])
        if id in origins:
            wanted = f"an id must be unique; it is also that of a {origins[id].kind} in {origins[id].file}"
            faults.append(origin.fault("id", id, wanted))
            lost.add(id)
        elif id is not None:
            origins[id] = origin
            if record:
                made[id] = record
    linked = link(made, excused=lost | (origins.keys() - made.keys()))
    breaches = [
        breach
        for breach in check(made.values(), emptied | linked.emptied)
        if (breach.record.id, top(breach.field)) not in emptied
    ]
    bad_ids = {breach.record.id for breach in breaches if breach.field == "id"}
    for record, field, id, wanted in linked.broken:
        if field != "citation.source":
            faults.append(origins[record.id].fault(field, id, wanted))
        elif record.id not in bad_ids:  # a statement's id names its source
            faults.append(origins[record.id].fault("id", id, wanted))
    faults += [origins[record.id].fault(*breach) for record, *breach in breaches]
    sources = {id for id, origin in origins.items() if origin.kind == "source"}
    sound = {id: record for id, record in made.items() if id not in {id for id, _ in emptied}}
    beside = {"track": read_tracks(path, sources, faults), "text": read_texts(path, sources, sound, faults)}
    if faults:
        raise DataError(sorted(faults, key=lambda fault: (fault.file, fault.record)))
    return made.values(), beside


_thorough = cache(make_converter)


def _make(origin: Origin, table: dict[str, Any], faults: list[Fault]) -> Record | None:
    """Make a faulty record, and list its faults; what is at fault is left out of it, or something stands in for it.

    So one bad field does not hide another fault, which only shows when the record is linked and checked.
    """
    converter = _thorough()
    try:
        return converter.structure(table, RECORDS[origin.kind])
    except Exception as error:
        unfit = list(unfit_fields(error))
    faults += [origin.fault(*each) for each in unfit]
    bad = {top(field) for field, _, _ in unfit}
    rest = {key: value for key, value in table.items() if key not in bad}
    rest |= stand_ins(RECORDS[origin.kind], bad, origin.id or "")
    try:
        return converter.structure(rest, RECORDS[origin.kind])
    except Exception as error:
        list(unfit_fields(error))  # raises what is not a matter of the data
        return None


def pasteable(citation: Citation) -> str:
    """Write a citation as the lines of a statement in a TOML file; JSON's quoting of text is TOML's too."""
    lines = written_citation(citation).items()
    return "\n".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in lines)

"""Data sets from files, whole, with everything that is wrong with them collected and raised at once."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from russianrev.errors import DataError, Fault
from russianrev.loading.checks import check
from russianrev.loading.form import written_citation
from russianrev.loading.link import link, top
from russianrev.loading.memory import Loaded
from russianrev.loading.structure import make_converter, stand_ins, unfit_fields
from russianrev.loading.tables import Raw, read_files
from russianrev.records.base import Record
from russianrev.records.model import RECORDS, Citation


def load_records(path: Path) -> Loaded:
    """Load a data set: a folder of TOML and JSON files, or one file.

    Raises `FileNotFoundError` if there is nothing at the path, and `DataError`, with everything that is wrong,
    if the data break the rules.
    """
    with _without_collecting_garbage():
        return Loaded(_checked(path))


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


def _checked(path: Path) -> Iterable[Record]:
    """Read linked records that keep the rules."""
    faults: list[Fault] = []
    made: dict[str, Record] = {}
    origin: dict[str, Raw] = {}
    quick = make_converter(thorough=False)
    hooks = {kind: quick.get_structure_hook(cls) for kind, cls in RECORDS.items()}
    # What is reported where it is, and must not be reported again where another rule would meet with it:
    lost: set[str] = set()  # the ids that do not lead to one record
    emptied: set[tuple[str, str]] = set()  # the fields, each with its record's id, from which something is missing
    for raw in read_files(path, faults, lost):
        try:
            record: Record | None = hooks[raw.kind](raw.table, RECORDS[raw.kind])
        except Exception:  # of whatever kind: the thorough converter tells
            known = len(faults)
            record = _make(raw, faults)
            emptied.update((raw.id or "", top(fault.field)) for fault in faults[known:])
        id = raw.id
        if id in origin:
            wanted = f"an id must be unique; it is also that of a {origin[id].kind} in {origin[id].file}"
            faults.append(raw.fault("id", id, wanted))
            lost.add(id)
        elif id is not None:
            origin[id] = raw
            if record:
                made[id] = record
    linked = link(made, excused=lost | (origin.keys() - made.keys()))
    breaches = [
        breach
        for breach in check(made.values(), emptied | linked.emptied)
        if (breach.record.id, top(breach.field)) not in emptied
    ]
    bad_ids = {breach.record.id for breach in breaches if breach.field == "id"}
    for record, field, id, wanted in linked.broken:
        if field != "citation.source":
            faults.append(origin[record.id].fault(field, id, wanted))
        elif record.id not in bad_ids:  # a statement's id names its source
            faults.append(origin[record.id].fault("id", id, wanted))
    faults += [origin[record.id].fault(*breach) for record, *breach in breaches]
    if faults:
        raise DataError(sorted(faults, key=lambda fault: (fault.file, fault.record)))
    return made.values()


_thorough = cache(make_converter)


def _make(raw: Raw, faults: list[Fault]) -> Record | None:
    """Make a faulty record, and list its faults; what is at fault is left out of it, or something stands in for it.

    So one bad field does not hide another fault, which only shows when the record is linked and checked.
    """
    converter = _thorough()
    try:
        return converter.structure(raw.table, RECORDS[raw.kind])
    except Exception as error:
        unfit = list(unfit_fields(error))
    faults += [raw.fault(*each) for each in unfit]
    bad = {top(field) for field, _, _ in unfit}
    rest = {key: value for key, value in raw.table.items() if key not in bad}
    rest |= stand_ins(RECORDS[raw.kind], bad, raw.id or "")
    try:
        return converter.structure(rest, RECORDS[raw.kind])
    except Exception as error:
        list(unfit_fields(error))  # raises what is not a matter of the data
        return None


def pasteable(citation: Citation) -> str:
    """Write a citation as the lines of a statement in a TOML file; JSON's quoting of text is TOML's too."""
    lines = written_citation(citation).items()
    return "\n".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in lines)

"""Reading data sets from files and writing them: from a path to linked, checked records, and back.

The stages, each a module: `tables` (as the files have them), `structure` (to the model's classes), `link` (ids to objects),
`checks` (the rules across records). Everything wrong is collected on the way and raised at once.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from russianrev.errors import DataError, Fault
from russianrev.loading.bundled import Records, by_kind
from russianrev.loading.checks import check
from russianrev.loading.tables import Raw, data_files, read_files
from russianrev.loading.link import link
from russianrev.loading.structure import make_converter, unfit_fields, written_citation
from russianrev.model import RECORDS, Citation, Record


def load_records(path: Path) -> Records:
    """The records of a data set: a folder of TOML and JSON files, or one file.

    Raises `FileNotFoundError` if there is nothing at the path, and `DataError`, with everything that is wrong,
    if the data break the rules.
    """
    faults: list[Fault] = []
    made: dict[str, Record] = {}
    origin: dict[str, Raw] = {}
    converter = make_converter()
    for raw in read_files(path, faults):
        if raw.id in origin:
            wanted = f"an id must be unique; it is also that of a {origin[raw.id].kind} in {origin[raw.id].file}"
            faults.append(raw.fault("id", raw.id, wanted))
            continue
        if raw.id:
            origin[raw.id] = raw
        record = _make(raw, converter, faults)
        if record:
            made[record.id] = record
    for broken in link(made, excused=origin.keys() - made.keys()):
        faults.append(origin[broken.record.id].fault(broken.field, broken.id, broken.wanted))
    for breach in check(made.values()):
        faults.append(origin[breach.record.id].fault(breach.field, breach.value, breach.wanted))
    if faults:
        raise DataError(faults)
    return by_kind(made.values())


def _make(raw: Raw, converter: Any, faults: list[Fault]) -> Record | None:
    """The record, with its faults added to the list; what is at fault is left out of it where it can be.

    So that one bad field does not hide another fault that only shows when the record is linked and checked.
    """
    try:
        return converter.structure(raw.table, RECORDS[raw.kind])  # type: ignore[no-any-return]
    except Exception as error:
        unfit = list(unfit_fields(error))
    faults += [raw.fault(*each) for each in unfit]
    bad = {field.partition(".")[0].partition("[")[0] for field, _, _ in unfit}
    rest = {key: value for key, value in raw.table.items() if key not in bad}
    try:
        return converter.structure(rest, RECORDS[raw.kind])  # type: ignore[no-any-return]
    except Exception as error:
        list(unfit_fields(error))  # raises what is not a matter of the data
        return None


def written(records: Records, **heading: str) -> str:
    """A data set as JSON: what `load_records` reads, under a heading that it passes over."""
    converter = make_converter()
    content: dict[str, Any] = {"russianrev": heading}
    content |= {kind: [converter.unstructure(record) for record in records[kind]] for kind in RECORDS}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def data_digest(folder: Path) -> str:
    """A digest of a folder's data files: it tells whether what was compiled from it is still what it says."""
    digest = sha256()
    for file in data_files(folder):
        digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        digest.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def pasteable(citation: Citation) -> str:
    """A citation as the lines of a statement in a TOML file; JSON's quoting of text is TOML's too."""
    lines = written_citation(citation).items()
    return "\n".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in lines)

"""The texts that a data set has itself, such as its editors' own: its readers have them always at hand.

They lie beside the records, in a folder `documents`, each under its source's id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from russianrev.errors import Fault
from russianrev.loading.listing import list_files
from russianrev.records.base import Record
from russianrev.records.model import Source

FOLDER = "documents"
"""The name of the folder."""

SUFFIX = ".txt"
"""How the names of the files end."""


def text_files(path: Path) -> list[Path]:
    """List the files of texts in a folder of data, in order of name; a single file of data has none."""
    return list_files(path / FOLDER, SUFFIX) if path.is_dir() else []


def read_texts(
    path: Path, sources: Collection[str], records: Mapping[str, Record], faults: list[Fault]
) -> dict[str, str]:
    """Read the texts in a folder of data, by source; what is not the text of its source is added to the faults.

    `sources` are the ids of all, `records` those of them in which nothing is wrong.
    """
    texts: dict[str, str] = {}
    for file in text_files(path):
        name = f"{FOLDER}/{file.name}"
        if file.stem not in sources:
            faults.append(Fault(name, "", "", file.stem, "wanted: the id of a source; remove the file, or name it so"))
        content = file.read_bytes()
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            faults.append(Fault(name, "", "", "UTF-8", f"wanted: a text in UTF-8: {error}"))
            continue
        if "\r" in text:
            faults.append(Fault(name, "", "", "CR", "wanted: lines that end with LF alone"))
            continue
        source = records.get(file.stem)
        if isinstance(source, Source):
            faults += [
                Fault(
                    name, f"source {source.id!r}", field, value, "is what the text has; wanted: the same of the source"
                )
                for field, value in _facts(content, text)
                if value != getattr(source, field)
            ]
        texts[file.stem] = text
    return texts


def _facts(content: bytes, text: str) -> Iterator[tuple[str, Any]]:
    """Tell what a source says of its text."""
    yield "sha256", sha256(content).hexdigest()
    yield "length", len(text)
    yield "paragraphs", tuple(len(line) for line in text.split("\n") if line.strip())

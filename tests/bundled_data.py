"""The bundled data set, and the documents behind it where the machine has them: `from bundled_data import ...`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from russianrev.dataset import Dataset
from russianrev.passages.documents import Documents
from russianrev.passages.store import DOCUMENTS_VARIABLE
from russianrev.records.model import Dispute, Findable, Source, Thing

ROOT = Path(__file__).parents[1]
"""The checkout."""

DATASET = Dataset.bundled()

THINGS: tuple[Thing, ...] = (
    *DATASET.events,
    *DATASET.persons,
    *DATASET.parties,
    *DATASET.bodies,
    *DATASET.places,
    *DATASET.works,
    *DATASET.ideas,
)
FINDABLE: tuple[Findable, ...] = (*THINGS, *DATASET.sources)
DISPUTES: tuple[Dispute, ...] = DATASET.disputes()


def documents_folder() -> Path | None:
    """The folder of documents: the one that the environment names, or else the one that lies beside the checkout."""
    named = os.environ.get(DOCUMENTS_VARIABLE)
    folder = Path(named) if named else ROOT.parent / "shared" / "documents"
    return folder if folder.is_dir() else None


FOLDER = documents_folder()

needs_documents = pytest.mark.skipif(
    FOLDER is None, reason=f"the documents are not on this machine; name their folder in {DOCUMENTS_VARIABLE}"
)


@cache
def documents() -> Documents:
    """The documents, for a test that needs them."""
    assert FOLDER is not None
    return DATASET.documents(FOLDER)


def text_of(source: Source) -> str:
    """A document's whole text, its paragraphs a line each."""
    return "\n".join(documents()[source].paragraphs)


def listed(offenders: Iterable[object]) -> str:
    """Everything that breaks a rule, one to a line, for the message of an assertion."""
    return "\n".join(map(str, offenders))

"""Where texts are at hand: the place that the environment names, and the user's own store of documents."""

from __future__ import annotations

import os
from pathlib import Path

from russianrev.errors import MissingExtraError
from russianrev.extras import needs

DOCUMENTS_VARIABLE = "RUSSIANREV_DOCUMENTS"
"""The environment variable that names the documents, a folder or a file."""

STORE_VARIABLE = "RUSSIANREV_STORE"
"""The environment variable that names the folder of the user's own store, where that is to be another."""


def store() -> Path | None:
    """Tell the folder in which fetched documents are kept, which need not be there yet.

    It is the one that RUSSIANREV_STORE names, or else `documents` in the user's data folder for this library, as the
    system has it; None without the extra `documents`, which knows where that is.
    """
    if named := os.environ.get(STORE_VARIABLE):
        return Path(named)
    try:
        folder: Path = needs("documents", "platformdirs").user_data_path("russianrev")
    except MissingExtraError:
        return None
    return folder / "documents"


def places() -> list[Path]:
    """List where texts are looked for if nobody says where: what the environment names, then the store if there is one.

    What the environment names may not be there: whoever looks into it complains.
    """
    named = os.environ.get(DOCUMENTS_VARIABLE)
    kept = store()
    return [*([Path(named)] if named else []), *([kept] if kept and kept.is_dir() else [])]

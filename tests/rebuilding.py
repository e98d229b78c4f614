"""A data set made again from the rows of its tables: `from rebuilding import rebuilt`."""

from __future__ import annotations

from pathlib import Path

from factories import Tables, owner

from russianrev.dataset import Dataset
from russianrev.loading.rows import KINDS, Rows, Whole


def rebuilt(rows: Rows, folder: Path) -> Dataset:
    """The data set that these rows are of, loaded as a user's own by way of a file in a folder, and so checked."""
    tables: Tables = {kind: [] for kind in KINDS.values()}
    for _, kind, made in Whole(rows).records():
        tables[kind].append(made)
    return Dataset(owner(folder, tables))

from __future__ import annotations

from pathlib import Path

import pytest
from factories import owner
from hypothesis import settings

from russianrev.dataset import Dataset

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def wharf(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The small data set of the tests, loaded."""
    return Dataset(owner(tmp_path_factory.mktemp("wharf")))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder

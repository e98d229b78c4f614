from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from factories import owner
from hypothesis import settings

from russianrev.dataset import Dataset
from russianrev.passages.store import STORE_VARIABLE

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
settings.register_profile("quick", deadline=None, max_examples=15)  # for the other Pythons: see noxfile.py
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    """No test looks into the store of whoever runs it."""
    folder = TemporaryDirectory()
    config.add_cleanup(folder.cleanup)
    os.environ[STORE_VARIABLE] = folder.name


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

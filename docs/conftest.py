"""What pytest passes over here, and where the pages run."""

from __future__ import annotations

from pathlib import Path

import pytest

collect_ignore = ["conf.py"]  # Sphinx's, which the tests do not need


@pytest.fixture(autouse=True)
def folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page writes does not stay."""
    monkeypatch.chdir(tmp_path)

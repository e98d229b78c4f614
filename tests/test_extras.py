"""Libraries that only some users need."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from russianrev.errors import MissingExtraError, RussianRevError
from russianrev.extras import needs


def test_a_library_that_is_there_is_imported() -> None:
    assert needs("frames", "json.decoder").JSONDecoder


def test_a_library_that_is_not_there_is_an_error_that_names_the_extra() -> None:
    with pytest.raises(MissingExtraError) as caught:
        needs("frames", "no_such_library.chart")
    assert str(caught.value) == "this needs no_such_library; install it with: pip install 'russianrev[frames]'"
    assert isinstance(caught.value, RussianRevError)
    assert isinstance(caught.value, ImportError)


def test_a_library_that_lacks_something_of_its_own_is_its_own_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half_a_library.py").write_text("import the_other_half", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="the_other_half"):
        needs("frames", "half_a_library")
    assert "half_a_library" not in sys.modules

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import EntryPoint
from pathlib import Path
from threading import Barrier

import pytest

from russianrev.views import Shown, register, view


class Base(Shown):
    pass


class Derived(Base):
    pass


def test_the_maker_for_the_nearer_class_makes_the_view() -> None:
    register("nearness", Base)(lambda value: "base")
    register("nearness", Derived)(lambda value: "derived")
    assert (view(Base(), "nearness"), view(Derived(), "nearness")) == ("base", "derived")


def test_the_maker_registered_last_replaces_one_for_the_same_class() -> None:
    register("lateness", Base)(lambda value: "first")
    register("lateness", Base)(lambda value: "last")
    assert view(Derived(), "lateness") == "last"


def test_makers_that_are_registered_at_the_same_time_are_all_known() -> None:
    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-7)
    try:
        with ThreadPoolExecutor(4) as pool:
            for number in range(100):
                together = Barrier(4)
                classes = [type(f"Class{i}", (), {}) for i in range(4)]
                list(pool.map(partial(_register_together, f"crowd-{number}", together), classes))
                assert [view(cls(), f"crowd-{number}") for cls in classes] == classes
    finally:
        sys.setswitchinterval(switching)


def _register_together(name: str, together: Barrier, cls: type) -> None:
    together.wait()
    register(name, cls)(type)


@pytest.fixture
def guests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for modules, each of which makes the view that a test asks for."""

    def found(*, group: str, name: str) -> list[EntryPoint]:
        return [EntryPoint(name, path.stem, group) for path in sorted(tmp_path.iterdir(), reverse=True)]

    monkeypatch.setattr("importlib.metadata.entry_points", found)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_a_guest_that_cannot_be_imported_spoils_the_view_of_nothing_else(guests: Path) -> None:
    (guests / "guest_that_breaks.py").write_text("import no_such_module", encoding="utf-8")
    register("visited", Base)(lambda value: "made at home")
    with pytest.warns(UserWarning, match=r"guest_that_breaks, .* 'visited', .*no_such_module"):
        assert view(Base(), "visited") == "made at home"


def test_a_module_of_the_library_that_cannot_be_imported_is_no_guest_to_be_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def found(*, group: str, name: str) -> list[EntryPoint]:
        return [EntryPoint(name, "russianrev.no_such_module", group)]

    monkeypatch.setattr("importlib.metadata.entry_points", found)
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        view(Base(), "unbuilt")


def test_of_two_guests_for_one_class_the_last_in_the_alphabet_makes_the_view(guests: Path) -> None:
    for name in ("guest_a", "guest_b"):
        script = f"import russianrev.views\nrussianrev.views.register('rivalled', str)(lambda value: {name!r})"
        (guests / f"{name}.py").write_text(script, encoding="utf-8")
    assert view("", "rivalled") == "guest_b"


def test_options_are_handed_over() -> None:
    register("choice", Base)(lambda value, *, size: size)
    assert view(Base(), "choice", size=3) == 3


def test_a_maker_is_left_as_it_is() -> None:
    def make(value: Base) -> str:
        return "made"

    assert register("plain", Base)(make) is make


def test_what_nobody_makes_is_an_error_that_names_it() -> None:
    with pytest.raises(TypeError, match="nothing makes the view 'statue' of a derived"):
        view(Derived(), "statue")


def test_a_value_shows_itself_in_a_notebook_by_the_view_html() -> None:
    register("html", Derived)(lambda value: "<p>shown</p>")
    assert Derived()._repr_html_() == "<p>shown</p>"

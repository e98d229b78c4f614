"""The house has one way up: what stands on a floor imports only what stands below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import russianrev

PACKAGE = Path(russianrev.__file__).parent

FLOORS = (
    ("_version", "arguments", "vocabulary", "han", "text"),
    ("names",),
    ("personal",),
    ("errors", "metadata", "views"),
    ("dates", "extras", "translations"),
    ("picture",),
    ("records",),
    ("indexes",),
    ("loading",),
    ("passages",),
    ("queries",),
    ("facts", "tabular", "quizzes", "charts"),
    ("frames", "terminal", "html", "exports"),
    ("dataset",),
    ("cli", "__init__", "__pyinstaller"),
    ("__main__",),
)
"""The rooms, from the ground up: the modules and packages of the library."""

LONGEST = 400
"""Lines of a module, but for the record types, which refer to each other."""

FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

MODULES = {
    ".".join(("russianrev", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def room_of(module: str) -> str:
    """The room of a module: the first name after the library's own."""
    return [*module.split("."), "__init__"][1]


def imported(module: str, source: str) -> Iterator[str]:
    """What of the library a module imports: at its top, within functions, for type checkers only, or by name."""
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module=origin, names=names, level=level):
                above = package.split(".")[: len(package.split(".")) + 1 - level] if level else []
                origin = ".".join([*above, *([origin] if origin else [])])
                yield from (
                    f"{origin}.{alias.name}" if f"{origin}.{alias.name}" in MODULES else origin for alias in names
                )
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.Call(func=ast.Name(id="import_module" | "__import__"), args=[ast.Constant(value=str(name)), *_]):
                yield name
            case _:
                pass


def imports_of(module: str) -> set[str]:
    """The other modules of the library that a module imports."""
    found = {name for name in imported(module, MODULES[module].read_text(encoding="utf-8")) if name in MODULES}
    return found - {module}


def test_every_room_has_its_floor() -> None:
    assert {room_of(module) for module in MODULES} == FLOOR_OF.keys()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_stands_below_it_or_in_its_own_room(module: str) -> None:
    here = room_of(module)
    above = {
        other for other in imports_of(module) if room_of(other) != here and FLOOR_OF[room_of(other)] >= FLOOR_OF[here]
    }
    assert not above


def test_no_modules_import_each_other_in_a_circle() -> None:
    TopologicalSorter({module: imports_of(module) for module in MODULES}).prepare()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_can_be_read_at_a_sitting(module: str) -> None:
    lines = len(MODULES[module].read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST or module == "russianrev.records.model"


@pytest.mark.parametrize(
    "source",
    [
        "from russianrev.dataset import Dataset",
        "from russianrev import dataset",
        "import russianrev.dataset",
        "def f():\n    from russianrev.dataset import load",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from russianrev.dataset import Dataset",
        "from importlib import import_module\nimport_module('russianrev.dataset')",
        "from ..dataset import Dataset",
        "from .. import dataset",
    ],
)
def test_no_way_of_importing_escapes_the_test(source: str) -> None:
    assert "russianrev.dataset" in set(imported("russianrev.queries.corpus", source))


@pytest.mark.parametrize("module", MODULES)
def test_no_file_is_written_with_the_ends_of_line_of_the_machine(module: str) -> None:
    """Bytes are bytes: what is written on Windows is read anywhere, and the other way round."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "write_text":
            assert "newline" in {keyword.arg for keyword in node.keywords}

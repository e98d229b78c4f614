"""Another package adds a view, replaces a page and adds an export: the one in the how-to, installed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "howto" / "extending.md"
NAME = "red_letter_days"


def block(language: str) -> str:
    """The first block of the page in a language."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the package of the page."""
    folder = tmp_path_factory.mktemp("site")
    groups = tomllib.loads(block("toml"))["project"]["entry-points"]
    doors = "".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in doors.items())
        for group, doors in groups.items()
    )
    wheel = folder / f"{NAME}-1.0-py3-none-any.whl"
    files = {
        f"{NAME}.py": block("py"),
        f"{NAME}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n",
        f"{NAME}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{NAME}-1.0.dist-info/entry_points.txt": doors,
    }
    with ZipFile(wheel, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr(f"{NAME}-1.0.dist-info/RECORD", "".join(f"{name},,\n" for name in files))
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", str(folder / "site")]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return folder / "site"


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python where the package is installed."""
    path = os.pathsep.join([str(site), *sys.path])
    environment = os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def test_another_package_adds_a_view(site: Path) -> None:
    script = """
import russianrev as rr
from russianrev.views import view
print(view(rr.events["kirov-assassination"], "post"))
"""
    assert run(site, "-c", script).stdout == "On 1 December 1934: Assassination of Sergei Kirov.\n"


def test_another_package_replaces_the_page_of_one_class_and_no_other(site: Path) -> None:
    script = """
import russianrev as rr
from russianrev.html import to_html
print(rr.events["kirov-assassination"]._repr_html_())
print(to_html(rr.events["kirov-assassination"]))
print("<article" in rr.persons["kirov"]._repr_html_())
"""
    page, same, other = run(site, "-c", script).stdout.splitlines()
    assert page == same
    assert page.startswith("<h3>Assassination of Sergei Kirov</h3><p>")
    assert other == "True"


def test_another_package_adds_an_export_which_is_on_the_command_line_too(site: Path) -> None:
    done = run(site, "-m", "russianrev", "export", "headlines")
    assert "1 December 1934\tAssassination of Sergei Kirov" in done.stdout.splitlines()


def test_the_forms_that_another_package_adds_are_named_with_the_others(site: Path) -> None:
    done = run(site, "-m", "russianrev", "export", "xml")
    assert done.returncode == 2
    assert done.stderr.endswith("csv, parquet, headlines\n")

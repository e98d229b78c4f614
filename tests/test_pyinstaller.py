"""A program that PyInstaller makes has the data, the views and what is imported by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json
import russianrev as rr

print(rr.find("Троцкий").id, len(rr.statements))
print(rr.events["kirov-assassination"].to_dict()["date"]["old_style"]["start"])
print(len(rr.events._repr_html_()) > 0, len(rr.export("geojson")) > 0)
"""


@pytest.mark.slow
def test_a_program_finds_the_data_the_views_and_the_forms(tmp_path: Path) -> None:
    pytest.importorskip("PyInstaller")
    (tmp_path / "program.py").write_text(SCRIPT, encoding="utf-8")
    options = ["--noconfirm", "--clean", "--log-level=ERROR", "--distpath=dist", "--workpath=build", "--specpath=."]
    unwanted = ["altair", "duckdb", "jupyterlab", "numpy", "pandas", "polars", "pyarrow", "rdflib", "networkx", "lxml"]
    excluded = [f"--exclude-module={module}" for module in unwanted]
    command = [sys.executable, "-m", "PyInstaller", *options, *excluded, "program.py"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    printed = subprocess.run([tmp_path / "dist" / "program" / "program"], check=True, capture_output=True, text=True)
    import russianrev as rr

    expected = [f"trotsky {len(rr.statements)}", "1934-11-18", "True True"]
    assert printed.stdout.splitlines() == expected

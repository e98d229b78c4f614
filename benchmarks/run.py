"""Measure the library beside its goals and its peers; `README.md` says what is needed and how it is done."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import cold
import loading
import peers
import warm
import weight
from notes import WHY
from packages import ROOT
from report import Group, Line, Row, page, show
from scratch import Scratch

PAGE = ROOT / "docs" / "performance.md"

GROUPS = (
    Group(
        "Cold questions",
        "A new process imports the library and asks one thing. Processor time, the least of several runs, with the"
        " wheel laid out as pip installs it; pycountry's cold first look-up is the measure.",
        (
            Row("import", "The import, above an empty Python", cold.measure_import),
            *(
                Row(f"cold-{name}", f"First `{name.replace('-', '_')}`", cold.measure_question(name))
                for name in cold.QUESTIONS
            ),
            Row("tenfold", "Ten times the data in the package", cold.measure_tenfold),
        ),
    ),
    Group(
        "Warm questions",
        "About ten events answer, out of more and more. All answers are looked at, id by id. The first call may build"
        " an index, unless a question before it has.",
        (
            Row("between", "`between`, ten results", warm.measure_events("between")),
            Row("involved", "`involved`, ten results", warm.measure_events("involved")),
            Row("at", "`events.at`, ten results", warm.measure_events("at")),
            Row("of-kind", "`events.of_kind`, ten results", warm.measure_events("of-kind")),
            Row("on-day", "`events.on_day`, ten results", warm.measure_events("on-day")),
            Row("chained", "`events.at(…).between(…)`, ten results of ten", warm.measure_events("chained")),
            Row("chained-wide", "`events.between(…).at(…)`, ten of nearly all", warm.measure_events("chained-wide")),
            Row("search", "`search`, its worst query of four", warm.measure_search),
        ),
    ),
    Group(
        "A user's own data",
        "JSON files of synthetic data, loaded by `rr.load`, which checks every rule. Processor time; memory is by how"
        " much the process has grown.",
        (
            Row("load-plain", "Plain statements", loading.measure_loading(loading.plain)),
            Row("load-shaped", "With events, participants and places", loading.measure_loading(loading.shaped)),
            Row("load-dense", "With an event to each statement", loading.measure_loading(loading.dense)),
            Row("unpickle", "A hundred single records from pickles", loading.measure_unpickling),
        ),
    ),
    Group(
        "The wheel",
        "What is downloaded.",
        (Row("wheel", "The wheel and its parts", weight.measure_wheel),),
    ),
    Group(
        "Side by side",
        "The same questions, with about ten results, put in turn to the library, sqlite3, pandas and rdflib, each with"
        " the data in memory; the answers were compared first. What SPARQL takes grows with the events, and so would"
        " its ratio.",
        (
            Row("peers-between", "`between` beside the others", peers.measure_beside("between")),
            Row("peers-involved", "`involved` beside the others", peers.measure_beside("involved")),
        ),
    ),
)
ROWS = {row.name: row for group in GROUPS for row in group.rows}


def main() -> None:
    """Run all benchmarks, or those that are named."""
    parser = argparse.ArgumentParser(description="Measure the library beside its goals and its peers.")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"any of {', '.join(ROWS)}; all, if none is named")
    parser.add_argument("--python", default=sys.executable, help="the interpreter of the cold processes")
    parser.add_argument("--rounds", type=int, default=15, help="how many cold processes are started for a figure")
    parser.add_argument("--largest", type=int, default=100_000, help="up to how many events or statements, to 1000000")
    parser.add_argument("--rdf-events", type=int, default=2000, help="how many events are put into RDF")
    parser.add_argument("--write", action="store_true", help=f"write the figures to {PAGE.relative_to(ROOT)}")
    given = parser.parse_args()
    if unknown := set(given.rows) - set(ROWS):
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(ROWS)}")
    if given.write and given.rows:
        parser.error("the page is written from a run of all rows")
    sizes = tuple(size for size in (1000, 10_000, 100_000, 1_000_000) if size <= given.largest)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder), given.python, given.rounds, sizes, given.rdf_events)
        found: dict[str, list[Line]] = {}
        for row in [ROWS[name] for name in given.rows or ROWS]:
            found[row.name] = list(row.measure(scratch))
            show(row, found[row.name])
    if given.write:
        PAGE.write_text(page(GROUPS, found, WHY), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

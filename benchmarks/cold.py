"""Cold questions: whole processes that import the library and ask it one thing.

What is measured is processor time, the user's and the system's, and of several runs the least: what else the machine
does can only add to it. Processes that are compared take turns.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import frozen
from report import Line
from scratch import Scratch

PYCOUNTRY = "import pycountry; pycountry.countries.lookup('France')"


@frozen
class Question:
    """What is asked of the library, and how many times pycountry's cold first look-up it may take."""

    call: str
    goal: float

    @property
    def program(self) -> str:
        """A program that asks it, and looks at the answer."""
        return f"import russianrev as rr; len(str(rr.{self.call}))"


QUESTIONS = {
    "between": Question("between('1917-10-24', '1917-10-26', calendar='julian').ids", 1.25),
    "find": Question("find('Lenin').id", 1.4),
    "search": Question("search('bread')[0].record.id", 2),
    "involved": Question("involved('trotsky').ids", 1.5),
    "as-of": Question("as_of('1917-07-24').offices[0][0].id", 1.5),
    "sources-for": Question("sources_for('trotsky')[0].paragraph", 1.5),
    "on-this-day": Question("on_this_day(11, 7).ids", 1.5),
}


def measure_import(scratch: Scratch) -> Iterator[Line]:
    """Measure the import of the library, above an empty Python; and those of what it is built on, for comparison."""
    modules = ("sys", "russianrev", "typing", "attrs", "cattrs")
    folder = scratch.package(1).folder
    took = race(scratch, {name: (f"import {name}", folder) for name in modules})
    empty = took.pop("sys")  # which is there before the program begins
    for name, time in took.items():
        detail = f"{time * 1e3:.1f} − {empty * 1e3:.1f} ms"
        yield Line(f"`import {name}`", (time - empty) * 1e3, "ms", 3 if name == "russianrev" else None, detail=detail)


def measure_question(name: str) -> Callable[[Scratch], Iterator[Line]]:
    """Make a measure of one cold question, beside pycountry's."""
    question = QUESTIONS[name]

    def measure(scratch: Scratch) -> Iterator[Line]:
        folder = scratch.package(1).folder
        took = race(scratch, {"ours": (question.program, folder), "pycountry": (PYCOUNTRY, folder)})
        ours, theirs = took["ours"], took["pycountry"]
        yield Line(f"`{question.call}`", ours / theirs, "×", question.goal, detail=_write_quotient(ours, theirs))

    return measure


def measure_tenfold(scratch: Scratch) -> Iterator[Line]:
    """Measure all of these with ten times the data in the package, beside the package as it is."""
    once, tenfold = scratch.package(1).folder, scratch.package(10).folder
    programs = {"import": "import russianrev", **{name: question.program for name, question in QUESTIONS.items()}}
    for name, program in programs.items():
        took = race(scratch, {"once": (program, once), "tenfold": (program, tenfold)})
        ratio = took["tenfold"] / took["once"]
        yield Line(name, ratio, "×", 1.3, detail=_write_quotient(took["tenfold"], took["once"]))


def race(scratch: Scratch, programs: Mapping[str, tuple[str, Path]]) -> dict[str, float]:
    """Measure the least processor time, in seconds, of each program, which finds the library in its folder."""
    least = dict.fromkeys(programs, float("inf"))
    for number in range(scratch.rounds + 1):
        for name, (program, folder) in programs.items():
            took = _time_process(scratch.python, program, folder)
            if number:  # the first round warms up
                least[name] = min(least[name], took)
    return least


def _time_process(python: str, program: str, folder: Path) -> float:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    pid = os.posix_spawn(python, [python, "-c", program], environment)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"this failed in a new process: {program}")
    return usage.ru_utime + usage.ru_stime


def _write_quotient(one: float, other: float) -> str:
    return f"{one * 1e3:.0f} ÷ {other * 1e3:.0f} ms"

"""Measure the library beside its peers and print the ratios; `README.md` says what is measured and how."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pycountry

import russianrev as rr

ROUNDS = 15
TIMES = 200  # how often a quick call is made in a round
QUERY = "SELECT id FROM event WHERE first >= ? AND last <= ? ORDER BY first, last, id"
PERIOD = ("1927-01-01", "1927-12-31")


def main() -> None:
    """Run all benchmarks."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "events.db"
        database = make_database(file)
        report("cold start", cold_start(file), unit="ms", scale=1e3)
        compare_between(database)
        database.close()
    compare_find()


def make_database(file: Path) -> sqlite3.Connection:
    """The events of the data set in an SQLite table, indexed by date."""
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE event (id TEXT, first TEXT, last TEXT)")
    dated = [(event.id, event.date.start, event.date.end) for event in rr.events if event.date]
    closed = [(id, str(first), str(last)) for id, first, last in dated if first and last]
    database.executemany("INSERT INTO event VALUES (?, ?, ?)", closed)
    database.execute("CREATE INDEX by_date ON event (first, last)")
    database.commit()
    return database


def cold_start(file: Path) -> dict[str, Callable[[], object]]:
    """New processes that each ask one question."""
    programs = {
        "russianrev": f"import russianrev as rr; rr.between{PERIOD}",
        "import attrs, cattrs": "import attrs, cattrs",
        "pycountry": "import pycountry; pycountry.countries.lookup('France')",
        "sqlite3": f"import sqlite3; sqlite3.connect({str(file)!r}).execute({QUERY!r}, {PERIOD}).fetchall()",
    }
    return {name: process(program) for name, program in programs.items()}


def process(program: str) -> Callable[[], object]:
    """A call that runs a program in a new interpreter."""
    return lambda: subprocess.run([sys.executable, "-c", program], check=True)


def compare_between(database: sqlite3.Connection) -> None:
    """The events of a year, from each."""
    asked: dict[str, Callable[[], tuple[str, ...]]] = {
        "russianrev": lambda: rr.between(*PERIOD).ids,
        "sqlite3": lambda: tuple(row[0] for row in database.execute(QUERY, PERIOD)),
    }
    if len({frozenset(call()) for call in asked.values()}) > 1:
        raise SystemExit("the two do not answer alike, so their speed cannot be compared")
    report("between", {name: repeated(call) for name, call in asked.items()}, unit="µs", scale=1e6 / TIMES)


def compare_find() -> None:
    """A thing by a name that is not its id."""
    asked = {
        "russianrev": lambda: rr.find("sergei m kirov"),
        "pycountry": lambda: pycountry.countries.lookup("russian federation"),
    }
    report("find", {name: repeated(call) for name, call in asked.items()}, unit="µs", scale=1e6 / TIMES)


def repeated(call: Callable[[], object]) -> Callable[[], None]:
    """A call that is long enough to be timed."""

    def run() -> None:
        for _ in range(TIMES):
            call()

    return run


def report(title: str, calls: dict[str, Callable[[], object]], *, unit: str, scale: float) -> None:
    """Time the calls in turn, round by round, and print each one's median and how many of it the first takes."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(ROUNDS + 1):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            if number:  # the first round warms up
                times[name].append(time.perf_counter() - start)
    print(title)
    first = next(iter(times.values()))
    for name, rounds in times.items():
        ratio = median(a / b for a, b in zip(first, rounds, strict=True))
        print(f"  {name:22}{median(rounds) * scale:10.1f} {unit}   russianrev takes {ratio:6.2f} of it")


if __name__ == "__main__":
    main()

"""A user's own data: what it costs to load them, in time and memory, and to take single records out of pickles."""

from __future__ import annotations

import gc
import json
import pickle
import resource
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from report import Line, number
from scratch import Scratch, isolated
from synthetic import Synthetic

import russianrev as rr

RECORDS = 100
"""How many single records are unpickled."""


def plain(statements: int) -> Synthetic:
    """Shape statements, and the persons and bodies that they are about."""
    return Synthetic(events=0, statements=statements)


def shaped(statements: int) -> Synthetic:
    """Shape statements with as many events, persons and places as the real data have: an event to every four."""
    return Synthetic(events=statements // 4, statements=statements)


def dense(statements: int) -> Synthetic:
    """Shape as many events as statements, each event with its participants, places, names and summary."""
    return Synthetic(events=statements, statements=statements)


def measure_loading(shape_of: Callable[[int], Synthetic]) -> Callable[[Scratch], Iterator[Line]]:
    """Make a measure of the loading of data sets of a shape: for each statement, with all that comes with it."""

    def measure(scratch: Scratch) -> Iterator[Line]:
        sizes = [size for size in scratch.sizes if size >= 10_000] or scratch.sizes[-1:]
        files = {size: scratch.data(shape_of(size)) for size in sizes}
        loaded = {size: isolated(time_loading, file) for size, file in files.items()}
        least, most = sizes[0], sizes[-1]
        ratio = (loaded[most][0] / most) / (loaded[least][0] / least)
        yield Line(f"time for each, {number(most)} statements ÷ {number(least)}", ratio, "×", 1.25)
        for size, (seconds, grown) in loaded.items():
            at = f"{number(size)} statements"
            detail = f"of it {number(isolated(time_reading, files[size]) / size * 1e6)} µs for Python's `json` alone"
            yield Line(f"{at}: time for each", seconds / size * 1e6, "µs", 60, detail=detail)
            detail = f"of it {number(isolated(weigh_loading, files[size]) / size / 1e3)} kB in objects that are held"
            yield Line(f"{at}: memory for each", grown / size / 1e3, "kB", 2, detail=detail)

    return measure


def time_loading(file: Path) -> tuple[float, int]:
    """Measure in seconds the processor time that a file takes to load, and in bytes by how much the process grows."""
    load = rr.load
    load(_write_nothing())  # the import of what loads is not part of it, nor the making of its converters
    before = _measure_resident()
    start = time.process_time()
    dataset = load(file)
    seconds = time.process_time() - start
    gc.collect()
    grown = _measure_resident() - before
    del dataset
    return seconds, grown


def _write_nothing() -> Path:
    """Write a file without any record."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        file.write("{}")
    return Path(file.name)


def time_reading(file: Path) -> float:
    """Measure in seconds the processor time that it takes to read a file as JSON and do no more."""
    start = time.process_time()
    json.loads(file.read_text(encoding="utf-8"))
    return time.process_time() - start


def _measure_resident() -> int:
    """Measure in bytes the memory that the process has, as Linux tells it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def weigh_loading(file: Path) -> int:
    """Measure in bytes what a loaded file holds."""
    load = rr.load
    tracemalloc.start()
    dataset = load(file)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    del dataset
    return held


def measure_unpickling(scratch: Scratch) -> Iterator[Line]:
    """Measure a hundred of the package's events, each from a pickle of its own, in a process that had none."""
    source = max(rr.sources, key=lambda source: len(source.statements))
    events = list(dict.fromkeys(statement.event for statement in source.statements if statement.event))[:RECORDS]
    memory, copies = isolated(weigh_unpickling, [pickle.dumps(event) for event in events], source.id)
    yield Line("data sets made", copies, "", 1)
    yield Line("memory", memory / 1e6, "MB")


def weigh_unpickling(pickles: list[bytes], source: str) -> tuple[int, int]:
    """Measure in bytes what the events in these pickles hold, and count the copies of the source that tells of all."""
    tracemalloc.start()
    events = [pickle.loads(each) for each in pickles]
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    sources = [statement.source for event in events for statement in event.statements]
    return held, len({id(each) for each in sources if each.id == source})

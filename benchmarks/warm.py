"""Warm questions: the same question of data sets of growing size, with an answer that does not grow.

Each data set is asked in a process of its own. A question is put with up to thirty different arguments in turn; the
first call, which may build an index if no question before it has, is told apart from those that follow. Of these each
argument's least time counts, without the garbage collector, as `timeit` does it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from statistics import mean
from typing import Any

from arguments import Arguments, choose
from attrs import frozen
from report import Line, number
from scratch import Scratch, isolated
from synthetic import COMMON_WORD, RARE_KIND, RARE_WORD, Synthetic

import russianrev as rr

Call = Callable[[], Sequence[str]]

_ENOUGH = 1.0  # seconds after which a question has been asked often enough
_WIDE = ("1901", "1938")

QUERIES = (RARE_WORD, COMMON_WORD, "soviet government", "the war in russia")
"""A rare word, one of a half per cent of the statements, two common ones, and two beside two that do not count."""


COMMON = "war revolution party soviet"
"""Four words of which each is in a twentieth of the statements or more."""


@frozen
class Timing:
    """Seconds that the first call took, and those after it: on average, and with the worst of the arguments."""

    first: float
    usual: float
    worst: float


def measure_events(question: str) -> Callable[[Scratch], Iterator[Line]]:
    """Make a measure of a question about events, at each size, and of how its cost grows with these."""

    def measure(scratch: Scratch) -> Iterator[Line]:
        yield from _show_growth({size: time_size(scratch, size)[question] for size in scratch.sizes})

    return measure


def measure_search(scratch: Scratch) -> Iterator[Line]:
    """Measure the search in plain statements, best hits first: its worst query at each size."""
    for size in scratch.sizes:
        timing = isolated(time_search, scratch.data(Synthetic(events=0, statements=size)))
        worst = max(timing.values(), key=lambda each: each.usual)
        at = f"{number(size)} statements"
        detail = ", ".join(f"{query}: {number(each.usual * 1e3)}" for query, each in timing.items())
        yield Line(
            at, worst.usual * 1e3, "ms", 5 if size == 100_000 else None, detail=f"{detail}; {_write_first(worst)}"
        )
    common = isolated(time_search, scratch.data(Synthetic(events=0, statements=size)), (COMMON,))[COMMON]
    yield Line(f"{at}, four common words", common.usual * 1e3, "ms", detail=f"{COMMON}; {_write_first(common)}")


@cache
def time_size(scratch: Scratch, size: int) -> dict[str, Timing]:
    """Time every question about so many events; they are measured once in a run."""
    shape = Synthetic(events=size, statements=size)
    return isolated(time_events, scratch.data(shape), choose(shape))


def time_events(file: Path, given: Arguments) -> dict[str, Timing]:
    """Time every question about the events in a file."""
    return {question: _time_calls(calls) for question, calls in calls_of(rr.load(file), given).items()}


def time_search(file: Path, queries: Sequence[str] = QUERIES) -> dict[str, Timing]:
    """Time each query for the statements in a file."""
    dataset = rr.load(file)
    return {query: _time_calls([partial(_find, dataset, query)]) for query in queries}


def _find(dataset: rr.Dataset, query: str) -> list[str]:
    return [hit.record.id for hit in dataset.search(query)]


def calls_of(dataset: rr.Dataset, given: Arguments) -> dict[str, list[Call]]:
    """List each question, with all its arguments. What it looks at of the answer are the ids.

    A chain of filters begins with the few events of a place, or with nearly all there are.
    """
    events = dataset.events
    asked: dict[str, tuple[Callable[[Any], rr.Timeline], Sequence[Any]]] = {
        "between": (lambda period: dataset.between(*period), given.periods),
        "involved": (dataset.involved, given.actors),
        "at": (events.at, given.places),
        "of-kind": (events.of_kind, (RARE_KIND,)),
        "on-day": (lambda day: events.on_day(*day), ((2, 29),)),
        "chained": (lambda place: events.at(place).between(*_WIDE), given.places),
        "chained-wide": (lambda place: events.between(*_WIDE).at(place), given.places),
    }
    return {name: [partial(_ask, ask, argument) for argument in those] for name, (ask, those) in asked.items()}


def _ask(ask: Callable[[Any], rr.Timeline], argument: Any) -> tuple[str, ...]:
    return ask(argument).ids


def _time_calls(calls: Sequence[Call]) -> Timing:
    first = _time_call(calls[0])
    least = dict.fromkeys(range(len(calls)), float("inf"))
    end = time.perf_counter() + _ENOUGH
    gc.disable()
    try:
        while time.perf_counter() < end:
            for number, call in enumerate(calls):
                least[number] = min(least[number], _time_call(call))
    finally:
        gc.enable()
    return Timing(first, mean(least.values()), max(least.values()))


def _time_call(call: Call) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _show_growth(found: dict[int, Timing]) -> Iterator[Line]:
    smallest, *_, largest = found
    ratio = found[largest].usual / found[smallest].usual
    yield Line(f"{number(largest)} events ÷ {number(smallest)}", ratio, "×", 2)
    for size, each in found.items():
        detail = f"worst {number(each.worst * 1e6)} µs; {_write_first(each)}"
        yield Line(f"{number(size)} events", each.usual * 1e6, "µs", detail=detail)


def _write_first(timing: Timing) -> str:
    return f"first call {number(timing.first * 1e3)} ms"

"""What the benchmarks of one run share: its settings, and the packages and data sets that were made for it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

from attrs import field, frozen
from packages import Package, build
from synthetic import Synthetic

P = ParamSpec("P")
T = TypeVar("T")


@frozen(eq=False)
class Scratch:
    """A folder to work in, and how much is to be measured."""

    folder: Path
    python: str
    """The interpreter of the cold processes."""
    rounds: int
    """How many cold processes are started for each figure."""
    sizes: tuple[int, ...]
    """How many events or statements the data sets have whose answers are timed."""
    rdf_events: int
    """How many events are put into RDF."""
    _packages: dict[int, Package] = field(factory=dict)

    def package(self, times: int) -> Package:
        """Build the package, with so many times its data, when it is first wanted."""
        if times not in self._packages:
            self._packages[times] = build(times, self.folder)
        return self._packages[times]

    def data(self, shape: Synthetic) -> Path:
        """Write a file with a synthetic data set when it is first wanted."""
        file = self.folder / f"{shape.events}-{shape.statements}-{shape.seed}.json"
        return file if file.exists() else shape.write(file)


def isolated(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function in a new process, whose memory and indexes nothing else has touched; return what it does."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *args, **kwargs).result()

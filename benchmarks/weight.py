"""What the wheel weighs, by its parts, and what it would weigh with three times the data."""

from __future__ import annotations

from collections.abc import Iterator

from packages import sizes
from report import Line
from scratch import Scratch


def measure_wheel(scratch: Scratch) -> Iterator[Line]:
    """Weigh the wheel as it is, and one that is built with three times the data, all of it new but for the texts."""
    for times, what in ((3, "three times the data"), (1, "the data as they are")):
        wheel = scratch.package(times).wheel
        parts = ", ".join(f"{part} {size / 1e3:.0f}" for part, size in sizes(wheel))
        yield Line(what, wheel.stat().st_size / 1e3, "kB", 2000 if times == 3 else None, detail=parts)

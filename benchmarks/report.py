"""What a benchmark finds, and how it is shown: in the terminal as it comes, and as the page of the documentation."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen
from scratch import Scratch


@frozen
class Line:
    """A figure that was measured; `goal` is the most it may be, or the least, and `detail` what it is worked out of."""

    what: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = False
    detail: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None if there is none."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """The figure, the goal, and whether it is met or by how much it is missed, as they are shown."""
        wanted = "" if self.goal is None else f"{'≥' if self.at_least else '≤'} {number(self.goal)} {self.unit}"
        match self.met:
            case None:
                verdict = ""
            case True:
                verdict = "met"
            case False:
                assert self.goal
                off = self.goal / self.value if self.at_least else self.value / self.goal
                verdict = f"missed by a factor of {number(off)}"
        return self.what, f"{number(self.value)} {self.unit}", wanted, verdict, self.detail


@frozen
class Row:
    """A benchmark that can be run alone, under its name."""

    name: str
    title: str
    measure: Callable[[Scratch], Iterable[Line]]


@frozen
class Group:
    """Benchmarks of one subject, and how they are made."""

    title: str
    method: str
    rows: tuple[Row, ...]


def show(row: Row, lines: Iterable[Line]) -> None:
    """Print a benchmark's figures."""
    print(f"\n{row.name}: {row.title}")
    for line in lines:
        what, value, wanted, verdict, detail = line.cells
        print(f"  {what:44}{value:>12}  {wanted:>12}  {verdict:30}{detail}", flush=True)


def page(groups: Iterable[Group], found: Mapping[str, Sequence[Line]], why: Mapping[str, str]) -> str:
    """Write the page of the documentation, from the figures of each benchmark, and why a goal may be missed."""
    parts = [_HEAD.format(cores=os.cpu_count(), python=platform.python_version())]
    for group in groups:
        parts.append(f"## {group.title}\n\n{group.method}\n")
        parts.append("| row | what | measured | goal | | from |\n|---|---|--:|--:|---|---|")
        parts += [_write_row(cells) for row in group.rows for cells in _write_cells(row, found[row.name])]
        parts.append("")
        missed = [row.name for row in group.rows if any(line.met is False for line in found[row.name])]
        reasons: dict[str, list[str]] = {}
        for name in missed:
            reasons.setdefault(why.get(name, ""), []).append(f"`{name}`")
        parts += [f"- {', '.join(names)}: {reason}" for reason, names in reasons.items() if reason]
        parts += [""] if any(reasons) else []
    return "\n".join(parts)


def _write_cells(row: Row, lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """Write the cells of a benchmark's lines, the first of which has its name and title."""
    for number, line in enumerate(lines):
        what, *cells = line.cells
        yield ("", what, *cells) if number else (f"`{row.name}`", f"{row.title}: {what}", *cells)


def _write_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def number(value: float) -> str:
    """Write three figures of it, or as many as it has before the point, with thousands set apart."""
    if value >= 100:
        return f"{value:,.0f}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{value:.3g}"


_HEAD = """\
# Performance

What the library costs, measured and set beside its peers and its goals. This page is written by a run of
`python benchmarks/run.py --write`; with the name of a row instead, such as `python benchmarks/run.py between`, it
measures that one again, and `benchmarks/README.md` says what is needed for it. Seconds differ from machine to machine,
so look at the ratios: what is compared was measured in turn, in one run, here on {cores} cores with Python {python}.
"""

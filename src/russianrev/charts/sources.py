"""What the documents cover, how far they overlap, and how far they agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log
from typing import TYPE_CHECKING, Any

from russianrev.charts.canvas import FAINT, GREY, INK, Canvas, credit
from russianrev.charts.palette import STANDINGS, by_source
from russianrev.queries.comparison import Comparisons, Standing
from russianrev.records.model import Source, Statement
from russianrev.text import counted

if TYPE_CHECKING:
    import altair

    from russianrev.queries.corpus import Corpus

_LEFT, _ROW = 128.0, 26.0  # pixels: of the headings, and of a row
_YEARS = 45  # columns; if there were more years, they are decades
_ATTRIBUTES = 8  # rows of attributes; what else is compared goes together

_INKS = {standing: "white" if standing is Standing.CONFIRMED else INK for standing in STANDINGS}


def sources_chart(data: Corpus, *, width: float = 960, title: str | None = None) -> altair.LayerChart:
    """Draw what the documents cover, how far they overlap, and how far they agree: see `Dataset.sources_chart`."""
    if not data.statements:
        raise ValueError("nothing to draw: there are no statements")
    canvas, colours, comparisons = Canvas(width), by_source(data.sources), data.compare()
    y = _draw_years(canvas, data.statements, colours, 0)
    half = width * 0.46
    below = _draw_overlap(canvas, comparisons, list(colours), half, y + 40)
    bottom = max(below, _draw_standings(canvas, comparisons, half + 24, y + 40))
    given = sum(comparisons.totals[standing] for standing in STANDINGS)
    subtitle = (
        f"{len(data.statements):,} statements of {counted(len(data.sources), 'document')}, "
        f"and {given:,} things that can be compared; one that only one document gives is unique."
    )
    return canvas.chart(
        bottom, title or "What the documents cover, and how far they agree", subtitle, credit(data.metadata)
    )


def _draw_years(canvas: Canvas, statements: Iterable[Statement], colours: Mapping[Source, str], y: float) -> float:
    """Draw a table of documents and years, a cell the darker the more it counts."""
    counts: dict[Source, Counter[str]] = defaultdict(Counter)
    years = {statement: _find_year(statement) for statement in statements}
    decades = len(set(years.values())) > _YEARS
    for statement, year in years.items():
        counts[statement.source][f"{year // 10 * 10}s" if year and decades else str(year or "")] += 1
    columns = sorted({column for each in counts.values() for column in each if column})
    wide = (canvas.width - _LEFT - 50) / max(len(columns), 1)
    most = max(max(each.values()) for each in counts.values())
    y = _draw_heading(
        canvas,
        0,
        y,
        "Statements by the year they are dated to (dashes: years without any); last, those of a longer time or of none",
    )
    places = {column: _LEFT + wide * number for number, column in enumerate(columns)} | {"": canvas.width - 42}
    for number, (column, x) in enumerate(places.items()):
        gap = number and column and int(column[:4]) - int(columns[number - 1][:4]) > (10 if decades else 1)
        canvas.text(x + min(wide, 36) / 2, y + 20, column or "other", GREY, align="left", size=9, angle=305)
        if gap:
            canvas.line(x, x, y + 28, y + 28 + _ROW * len(colours), GREY, strokeDash=[2, 2])
    y += 28
    for source, colour in colours.items():
        canvas.text(0, y + _ROW / 2, source.id, bold=True)
        for column, count in counts[source].items():
            x, room = places[column], wide if column else 42.0
            depth = round(0.12 + 0.6 * log(count + 1) / log(most + 1), 2)
            tooltip = {"document": source.id, "year": column or "a longer time, or none", "statements": str(count)}
            canvas.bar(x + 0.5, x + room - 0.5, y + 1, y + _ROW - 1, colour, tooltip, fillOpacity=depth)
            canvas.text(x + room / 2, y + _ROW / 2, str(count), align="center", size=9.5)
        y += _ROW
    return y


def _find_year(statement: Statement) -> int | None:
    """Find the year in which what a statement tells of lies, if it is one."""
    date = statement.date or (statement.event.date if statement.event else None)
    if not date or not date.first or not date.last or date.first.decade or date.first.year != date.last.year:
        return None
    return date.first.year


def _draw_overlap(canvas: Canvas, comparisons: Comparisons, sources: list[Source], width: float, y: float) -> float:
    """Draw a triangle: how much any two documents both give, and each alone."""
    y = _draw_heading(canvas, 0, y, "What two documents both give; framed, what one alone gives")
    shared = comparisons.shared | {(s, s): n for s, n in comparisons.unique_to.items()}
    wide, most = (width - _LEFT) / max(len(sources), 1), max(comparisons.shared.values(), default=1)
    for row, source in enumerate(sources):
        canvas.text(0, y + _ROW / 2, source.id, bold=True)
        for column, other in enumerate(sources[: row + 1]):
            count = shared.get((other, source), 0)
            x, own = _LEFT + wide * column, other == source
            depth = 0 if own else round(0.08 + 0.5 * count / most, 2)
            tooltip = {"documents": source.id if own else f"{other.id} and {source.id}", "give": str(count)}
            frame: dict[str, Any] = {"stroke": GREY, "strokeWidth": 0.8} if own else {}
            canvas.bar(x + 1, x + wide - 1, y + 1, y + _ROW - 1, "#444444", tooltip, fillOpacity=depth, **frame)
            canvas.text(x + wide / 2, y + _ROW / 2, f"{count:,}", align="center", size=10)
        y += _ROW
    for column, source in enumerate(sources):
        canvas.text(_LEFT + wide * (column + 0.5), y + 10, source.id.partition("-")[0], GREY, align="center", size=10)
    return y + 20


def _draw_standings(canvas: Canvas, comparisons: Comparisons, left: float, y: float) -> float:
    """Draw a bar an attribute, divided by how what the documents give for it stands."""
    y = _draw_heading(canvas, left, y, "Of what they give, how much is confirmed, unique or in conflict")
    rows: dict[str, Counter[Standing]] = defaultdict(Counter)
    for each in comparisons:
        if each.standing is not Standing.MISSING:
            rows["all"][each.standing] += 1
            rows[each.attribute][each.standing] += 1
    ordered = sorted(rows, key=lambda name: -rows[name].total())
    shown = {name: rows[name] for name in ordered[: _ATTRIBUTES + 1]}
    if rest := ordered[_ATTRIBUTES + 1 :]:
        shown[f"{len(rest)} others"] = sum((rows[name] for name in rest), Counter())
    start, end = left + 96, canvas.width - 44
    for name, counts in shown.items():
        bold = name == "all"
        canvas.text(left, y + 10, name, bold=bold)
        canvas.text(canvas.width, y + 10, f"{counts.total():,}", align="right", bold=bold)
        x = start
        for standing, colour in STANDINGS.items():
            share = counts[standing] / counts.total()
            room = share * (end - start)
            tooltip = {
                "attribute": name,
                "standing": str(standing),
                "number": str(counts[standing]),
                "share": f"{share:.0%}",
            }
            if counts[standing]:
                canvas.bar(x, x + room, y + 2, y + 18, colour, tooltip)
            if room > 22:
                canvas.text(x + room / 2, y + 10, str(counts[standing]), _INKS[standing], align="center", size=9.5)
            x += room
        y += 20
    x = start
    for standing, colour in STANDINGS.items():
        canvas.bar(x, x + 10, y + 8, y + 18, colour)
        canvas.text(x + 15, y + 13, str(standing), GREY, size=10)
        x += 88
    canvas.line(start, start, y, y, FAINT)
    return y + 24


def _draw_heading(canvas: Canvas, x: float, y: float, text: str) -> float:
    canvas.text(x, y + 8, text, size=12, fontStyle="italic")
    return y + 24

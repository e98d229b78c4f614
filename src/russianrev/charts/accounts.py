"""Which document covers what: an event and its parts, by document."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from russianrev.charts.canvas import BOLD, GREY, Canvas, credit, cut, lines, list_locators, width_of
from russianrev.charts.palette import by_source
from russianrev.records.model import Event
from russianrev.text import counted

if TYPE_CHECKING:
    import altair

    from russianrev.queries.corpus import Corpus

_ROW, _COLUMN, _RADIUS = 22.0, 104.0, 10.0  # pixels


def accounts_chart(
    data: Corpus, event: Event | str, *, language: str = "en", width: float = 960, title: str | None = None
) -> altair.LayerChart:
    """Draw how many statements each document makes on an event and its parts: see `Dataset.accounts_chart`."""
    whole = data.find(event, Event)
    rows = {part: {each.source: each for each in data.accounts(part)} for part in whole.branch}
    sources = sorted({source for row in rows.values() for source in row}, key=lambda source: source.id)
    if not sources:
        raise ValueError(f"nothing to draw: no document tells of {whole.title!r}")
    colours = by_source(data.sources)
    canvas, most = Canvas(width), max(len(each.statements) for row in rows.values() for each in row.values())
    wide = min(_COLUMN, width * 0.5 / len(sources))
    left = width - wide * len(sources)
    columns = {source: left + wide * (number + 0.5) for number, source in enumerate(sources)}
    headings = {source: lines(source.id.replace("-", " "), wide - 8, BOLD) for source in sources}
    top = 8.0 + 14 * max(map(len, headings.values()))
    for source, heading in headings.items():
        for number, line in enumerate(reversed(heading)):
            canvas.text(columns[source], top - 11 - 14 * number, line, align="center", bold=True)
    for number, (part, row) in enumerate(rows.items()):
        y = top + _ROW * (number + 0.5)
        canvas.line(0, width, y - _ROW / 2, y - _ROW / 2)
        _draw_heading(canvas, part, _find_depth(part, whole) * 14, y, left, language)
        for source, account in row.items():
            tooltip = {
                "event": part.title_in(language),
                "date": str(part.date or "undated"),
                "document": f"{source.id}: {source.title}",
                "statements": str(len(account.statements)),
                "sources": list_locators(account.citations),
            }
            radius = max(_RADIUS * sqrt(len(account.statements) / most), 2)
            x = columns[source]
            canvas.point(x, y, colours[source], tooltip, size=round(3.1416 * radius**2, 1), opacity=0.9)
            canvas.text(x + _RADIUS + 4, y, str(len(account.statements)))
    bottom = top + _ROW * len(rows)
    canvas.line(0, width, bottom, bottom, GREY)
    canvas.text(left - 12, bottom + 12, "all", align="right", bold=True)
    for account in data.accounts(whole, parts=True):
        x, total = columns[account.source], str(len(account.statements))
        canvas.text(x + _RADIUS + 4, bottom + 12, total, bold=True)
    silent = [source.id for source in data.sources if source not in sources]
    parts = counted(len(rows) - 1, "part")
    subtitle = f"How many statements each document makes on the event and {parts} of it, in all each once"
    subtitle += f"; silent: {', '.join(silent)}." if silent else "."
    return canvas.chart(
        bottom + 24, title or f"{whole.title_in(language)}: who tells what", subtitle, credit(data.metadata)
    )


def _find_depth(event: Event, whole: Event) -> int:
    return 0 if event == whole or event.part_of is None else 1 + _find_depth(event.part_of, whole)


def _draw_heading(canvas: Canvas, event: Event, indent: float, y: float, left: float, language: str) -> None:
    """Draw the title of an event, and its date if there is room for it."""
    title = cut(event.title_in(language), left - indent - 12, BOLD)
    canvas.text(indent, y, title, bold=not indent)
    date = str(event.date or "")
    if indent + width_of(title, BOLD) + width_of(date, 10) + 32 < left:
        canvas.text(left - 12, y, date, GREY, align="right", size=10)

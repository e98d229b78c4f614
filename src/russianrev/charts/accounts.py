"""Which document covers what: an event and its parts, by document."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from russianrev.charts.canvas import BOLD, GREY, SIZE, Canvas, credit, lines, list_locators, sentence, width_of
from russianrev.charts.palette import by_source
from russianrev.charts.words import speaker
from russianrev.dates.translation import date_in
from russianrev.picture import Chart
from russianrev.records.model import Event

if TYPE_CHECKING:
    from russianrev.queries.corpus import Corpus

_ROW, _LINE, _COLUMN, _RADIUS = 22.0, 13.0, 104.0, 10.0  # pixels
_INDENT, _DEEPEST = 14, 6  # pixels of a part within its whole, and steps beyond which it moves in no more


def accounts_chart(
    data: Corpus, event: Event | str, *, language: str = "en", width: float = 960, title: str | None = None
) -> Chart:
    """Draw how many statements each document makes on an event and its parts: see `Dataset.accounts_chart`."""
    say, whole = speaker(language), data.find(event, Event)
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
    y = 8.0 + 14 * max(map(len, headings.values()))
    for source, heading in headings.items():
        for number, line in enumerate(reversed(heading)):
            canvas.text(columns[source], y - 11 - 14 * number, line, align="center", bold=True)
    for part, row in rows.items():
        canvas.guide(0, width, y, y)
        high = _draw_heading(canvas, part, _find_depth(part, whole) * _INDENT, y, left, language)
        for source, account in row.items():
            tooltip = {
                say("event"): part.title_in(language),
                say("date"): date_in(part.date, language) if part.date else say("undated"),
                say("document"): f"{source.id}: {source.title}",
                say("statements"): str(len(account.statements)),
                say("sources"): list_locators(account.citations, say),
            }
            radius = max(_RADIUS * sqrt(len(account.statements) / most), 2)
            x, middle = columns[source], y + _ROW / 2
            canvas.point(x, middle, colours[source], tooltip, size=round(3.1416 * radius**2, 1), opacity=0.9)
            canvas.text(x + _RADIUS + 4, middle, str(len(account.statements)))
        y += high
    canvas.line(0, width, y, y)
    canvas.text(left - 12, y + 12, say("all"), align="right", bold=True)
    for account in data.accounts(whole, parts=True):
        x, total = columns[account.source], str(len(account.statements))
        canvas.text(x + _RADIUS + 4, y + 12, total, bold=True)
    notes = [
        say("How many statements each document makes on the event and its parts ({}); in all, each once", len(rows) - 1)
    ]
    if silent := [source.id for source in data.sources if source not in sources]:
        notes.append(say("silent: {}", ", ".join(silent)))
    shown = title or say("{}: who tells what", whole.title_in(language))
    return canvas.chart(y + 24, shown, sentence(notes, language), credit(data.metadata, say))


def _find_depth(event: Event, whole: Event) -> int:
    return 0 if event == whole or event.part_of is None else min(1 + _find_depth(event.part_of, whole), _DEEPEST)


def _draw_heading(canvas: Canvas, event: Event, indent: float, y: float, left: float, language: str) -> float:
    """Draw the title of an event with its date, below it if there is no room beside; answers how high the row is."""
    size, middle, room = (SIZE, BOLD)[not indent], y + _ROW / 2, left - indent - 12
    title = event.title_in(language)
    date = date_in(event.date, language) if event.date else ""
    if indent + width_of(title, size) + width_of(date, 10) + 32 < left:
        canvas.text(indent, middle, title, bold=not indent)
        canvas.text(left - 12, middle, date, GREY, align="right", size=10)
        return _ROW
    titles, dates = lines(title, room, size), lines(date, room, 10) if date else []
    for number, line in enumerate(titles):
        canvas.text(indent, middle + _LINE * number, line, bold=not indent)
    for number, line in enumerate(dates, len(titles)):
        canvas.text(indent, middle + _LINE * number, line, GREY, size=10)
    return _ROW + _LINE * (len(titles) + len(dates) - 1)

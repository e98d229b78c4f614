"""What the documents cover, how far they overlap, and how far they agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log
from typing import TYPE_CHECKING, Any

from russianrev.charts.canvas import BOLD, GREY, Canvas, credit, cut, lines, width_of
from russianrev.charts.palette import STANDINGS, by_source
from russianrev.charts.words import Say, speaker
from russianrev.picture import Chart
from russianrev.queries.comparison import Comparisons, Standing
from russianrev.records.model import Source, Statement
from russianrev.translations import word_in

if TYPE_CHECKING:
    from russianrev.queries.corpus import Corpus

_LEFT, _WIDEST, _ROW = 128.0, 140.0, 26.0  # pixels: of the headings, on the left and the right, and of a row
_YEARS = 45  # columns; if there were more years, they are decades
_DOCUMENTS = 12  # of which it is told how much any two both give; of more, the largest
_ATTRIBUTES = 8  # rows of attributes; what else is compared goes together

_INKS = {standing: "#ffffff" if standing is Standing.CONFIRMED else "#000000" for standing in STANDINGS}


def sources_chart(data: Corpus, *, language: str = "en", width: float = 960, title: str | None = None) -> Chart:
    """Draw what the documents cover, how far they overlap, and how far they agree: see `Dataset.sources_chart`."""
    if not data.statements:
        raise ValueError("nothing to draw: there are no statements")
    canvas, colours, comparisons = Canvas(width), by_source(data.sources), data.compare()
    say = speaker(language)
    y = _draw_years(canvas, data.statements, colours, say)
    half = width * 0.46
    below = _draw_overlap(canvas, comparisons, list(colours), half, y + 40, say)
    bottom = max(below, _draw_standings(canvas, comparisons, half + 24, y + 40, language))
    given = sum(comparisons.totals[standing] for standing in STANDINGS)
    subtitle = say(
        "{} statements of {} documents, and {} things that can be compared; what one alone gives is unique.",
        f"{len(data.statements):,}",
        len(data.sources),
        f"{given:,}",
    )
    heading = title or say("What the documents cover, and how far they agree")
    return canvas.chart(bottom, heading, subtitle, credit(data.metadata, say))


def _draw_years(canvas: Canvas, statements: Iterable[Statement], colours: Mapping[Source, str], say: Say) -> float:
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
        0,
        canvas.width,
        say(
            "Statements by the year they are dated to (dashes: years without any); "
            "last, those of a longer time or of none"
        ),
    )
    places = {column: _LEFT + wide * number for number, column in enumerate(columns)} | {"": canvas.width - 42}
    for number, (column, x) in enumerate(places.items()):
        gap = number and column and int(column[:4]) - int(columns[number - 1][:4]) > (10 if decades else 1)
        canvas.text(x + min(wide, 36) / 2, y + 20, column or say("other"), GREY, align="left", size=9, angle=305)
        if gap:
            canvas.line(x, x, y + 28, y + 28 + _ROW * len(colours), strokeDash=[2, 2])
    y += 28
    for source, colour in colours.items():
        canvas.text(0, y + _ROW / 2, cut(source.id, _LEFT - 6, BOLD), bold=True)
        for column, count in counts[source].items():
            x, room = places[column], wide if column else 42.0
            depth = round(0.12 + 0.38 * log(count + 1) / log(most + 1), 2)
            tooltip = {
                say("document"): source.id,
                say("year"): column or say("a longer time, or none"),
                say("statements"): str(count),
            }
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


def _draw_overlap(
    canvas: Canvas, comparisons: Comparisons, sources: list[Source], width: float, y: float, say: Say
) -> float:
    """Draw a triangle: how much any two documents both give, and each alone; of many documents, of the largest."""
    shared = comparisons.shared | {(s, s): n for s, n in comparisons.unique_to.items()}
    if len(sources) > _DOCUMENTS:
        largest = sorted(sources, key=lambda source: (-len(source.statements), source.id))[:_DOCUMENTS]
        sources = [source for source in sources if source in largest]
        told = say("What two of the {} largest documents both give; framed, what one alone gives", _DOCUMENTS)
    else:
        told = say("What two documents both give; framed, what one alone gives")
    y = _draw_heading(canvas, 0, y, width, told)
    wide, most = (width - _LEFT) / max(len(sources), 1), max(comparisons.shared.values(), default=1)
    for row, source in enumerate(sources):
        canvas.text(0, y + _ROW / 2, cut(source.id, _LEFT - 6, BOLD), bold=True)
        for column, other in enumerate(sources[: row + 1]):
            count = shared.get((other, source), 0)
            x, own = _LEFT + wide * column, other == source
            depth = 0 if own else round(0.08 + 0.4 * count / most, 2)
            both = source.id if own else say("{} and {}", other.id, source.id)
            tooltip = {say("documents"): both, say("give"): str(count)}
            frame: dict[str, Any] = {"stroke": GREY, "strokeWidth": 0.8} if own else {}
            canvas.bar(x + 1, x + wide - 1, y + 1, y + _ROW - 1, GREY, tooltip, fillOpacity=depth, **frame)
            canvas.text(x + wide / 2, y + _ROW / 2, f"{count:,}", align="center", size=10)
        y += _ROW
    for column, source in enumerate(sources):
        name = cut(source.id.partition("-")[0], wide - 2, 10)
        canvas.text(_LEFT + wide * (column + 0.5), y + 10, name, GREY, align="center", size=10)
    return y + 20


def _draw_standings(canvas: Canvas, comparisons: Comparisons, left: float, y: float, language: str) -> float:
    """Draw a bar an attribute, divided by how what the documents give for it stands."""
    say = speaker(language)
    told = say("Of what they give, how much is confirmed, unique or in conflict")
    y = _draw_heading(canvas, left, y, canvas.width - left, told)
    whole: Counter[Standing] = Counter()
    rows: dict[str, Counter[Standing]] = defaultdict(Counter)
    for each in comparisons:
        if each.standing is not Standing.MISSING:
            whole[each.standing] += 1
            rows[each.attribute][each.standing] += 1
    ordered = sorted(rows, key=lambda name: -rows[name].total())
    shown = {say("all"): whole} | {word_in(name, language): rows[name] for name in ordered[:_ATTRIBUTES]}
    if rest := ordered[_ATTRIBUTES:]:
        shown[say("others: {}", len(rest))] = sum((rows[name] for name in rest), Counter())
    start = left + min(max(width_of(name, BOLD) for name in shown) + 10, _WIDEST)
    end = canvas.width - 44
    for name, counts in shown.items():
        bold = counts is whole
        canvas.text(left, y + 10, cut(name, start - left - 6, BOLD), bold=bold)
        canvas.text(canvas.width, y + 10, f"{counts.total():,}", align="right", bold=bold)
        x = start
        for standing, colour in STANDINGS.items():
            share = counts[standing] / counts.total()
            room = share * (end - start)
            tooltip = {
                say("attribute"): name,
                say("standing"): word_in(standing, language),
                say("number"): str(counts[standing]),
                say("share"): f"{share:.0%}",
            }
            if counts[standing]:
                canvas.bar(x, x + room, y + 2, y + 18, colour, tooltip)
            if room > 22:
                canvas.text(x + room / 2, y + 10, str(counts[standing]), _INKS[standing], align="center", size=9.5)
            x += room
        y += 20
    x = left
    for standing, colour in STANDINGS.items():
        if whole[standing]:
            canvas.bar(x, x + 10, y + 8, y + 18, colour)
            canvas.text(x + 15, y + 13, word_in(standing, language), GREY, size=10)
            x += 30 + width_of(word_in(standing, language), 10)
    return y + 24


def _draw_heading(canvas: Canvas, x: float, y: float, width: float, text: str) -> float:
    for line in lines(text, width, 12):
        canvas.text(x, y + 8, line, size=12, fontStyle="italic")
        y += 15
    return y + 9

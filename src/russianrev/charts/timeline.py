"""Events over time, in rows by kind or by party."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

from russianrev.charts.canvas import Canvas, Tooltip, about_of, credit, list_locators
from russianrev.charts.lanes import Item, draw_key, draw_rows
from russianrev.charts.palette import FAMILIES, KINDS
from russianrev.charts.timescale import Extent, Scale
from russianrev.dates import Calendar, HistoricalDate
from russianrev.queries.timeline import Timeline
from russianrev.records.model import Event, Party, Person
from russianrev.text import counted

if TYPE_CHECKING:
    import altair

By: TypeAlias = Literal["kind", "party"]
"""What the rows of a timeline may be."""

_ALL, _MOST = 80, 40  # so many events are all labelled; of more than those, so many


def timeline_chart(
    events: Timeline,
    *,
    by: By = "kind",
    labels: int | None = None,
    language: str = "en",
    width: float = 960,
    title: str | None = None,
) -> altair.LayerChart:
    """Draw events over time, in rows by kind or by party: see `Timeline.chart`."""
    if by not in ("kind", "party"):
        raise ValueError(f"the rows of a timeline are by 'kind' or by 'party', not {by!r}")
    dated = {event: Extent.of(event.date) for event in events if event.date}
    rows = _group_by_kind(dated) if by == "kind" else _group_by_party(dated, language)
    drawn = list(dict.fromkeys(event for row in rows.values() for event in row))
    if not drawn:
        raise ValueError(f"nothing to draw: of {counted(len(events), 'event')} {_describe_lack(by)}")
    most = labels if labels is not None else len(drawn) if len(drawn) <= _ALL else _MOST
    labelled = set(sorted(drawn, key=statements_on, reverse=True)[:most])
    items = {
        heading: [event_item(event, language, labelled=event in labelled) for event in row]
        for heading, row in rows.items()
    }
    canvas = Canvas(width)
    bottom = draw_rows(canvas, items, lambda left: _make_scale(events.period, list(dated.values()), left, width))
    used = {KINDS[event.kind][0] for event in drawn}
    bottom = draw_key(canvas, {family: colour for family, (colour, _) in FAMILIES.items() if family in used}, bottom)
    notes = [f"{counted(len(drawn), 'event')} by {by}"]
    if events.period and events.period.calendar is Calendar.JULIAN:
        notes.insert(0, f"{events.period.new_style} in the new style")
    if by == "party":
        notes.append("those in which a party itself took part, or someone who then belonged to it")
    if most < len(drawn):
        notes.append(f"the {most} of which most is said have labels, the others are small")
    if len(events) > len(drawn):
        notes.append(f"{len(events) - len(drawn)} not shown, {_describe_lack(by)}")
    heading = title or (in_its_style(events.period) if events.period else "Timeline")
    return canvas.chart(bottom, heading, "; ".join(notes) + ".", credit(about_of(drawn[0])))


def event_item(event: Event, language: str, *, labelled: bool) -> Item:
    """Make the item that draws an event, which has a date."""
    assert event.date
    title = event.title_in(language)
    who = ", ".join(f"{p.who.name_in(language)} ({p.role})" for p in event.participants) or "nobody is named"
    tooltip = {
        "event": title,
        "kind": event.kind,
        **_describe_date(event.date),
        "who": who,
        "sources": list_locators(s.citation for s in event.statements if s.event == event),
    }
    return Item(title if labelled else "", Extent.of(event.date), KINDS[event.kind][1], tooltip)


def _describe_date(date: HistoricalDate) -> Tooltip:
    """Describe a date for a tooltip: as it was given, in both styles, and how closely it is known."""
    flags = [word for word in ("approximate", "uncertain") if getattr(date, word)]
    precision = ", ".join([str(date.precision), *flags])
    return {"date": str(date), "old style": date.old_style, "new style": date.new_style, "known": precision}


def statements_on(event: Event) -> int:
    """Count the statements that tell of an event."""
    return sum(statement.event == event for statement in event.statements)


def _group_by_kind(events: dict[Event, Extent]) -> dict[str, list[Event]]:
    rows = {str(kind): [event for event in events if event.kind is kind] for kind in KINDS}
    return {kind: row for kind, row in rows.items() if row}


def _group_by_party(events: dict[Event, Extent], language: str) -> dict[str, list[Event]]:
    rows: dict[Party, list[Event]] = {}
    for event in events:
        for party in dict.fromkeys(_find_parties(event)):
            rows.setdefault(party, []).append(event)
    return {party.name_in(language): rows[party] for party in sorted(rows, key=lambda p: (-len(rows[p]), p.name))}


def _find_parties(event: Event) -> Iterator[Party]:
    for participant in event.participants:
        match participant.who:
            case Party() as party:
                yield party
            case Person(memberships=memberships) if event.date:
                yield from (m.party for m in memberships if m.holds(event.date))


def _make_scale(period: HistoricalDate | None, extents: list[Extent], left: float, right: float) -> Scale:
    """Make the scale of the period that was asked for; else of all there is."""
    if period and period.start and period.end:
        return Scale(period.start.toordinal(), period.end.toordinal() + 1, left, right)
    return Scale.fit(extents, left, right)


def in_its_style(period: HistoricalDate) -> str:
    """Write a period in the style in which it was asked for."""
    return period.old_style if period.calendar is Calendar.JULIAN else period.new_style


def _describe_lack(by: By) -> str:
    return "which have no date" if by == "kind" else "which have no date or no party"

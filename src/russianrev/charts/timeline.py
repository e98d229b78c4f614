"""Events over time, in rows by kind or by party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from russianrev.charts.canvas import Canvas, Tooltip, about_of, credit, list_locators, sentence
from russianrev.charts.lanes import Item, draw_key, draw_rows
from russianrev.charts.palette import FAMILIES, KINDS
from russianrev.charts.timescale import Extent, Scale
from russianrev.charts.words import speaker
from russianrev.dates import Calendar, CalendarUnit, HistoricalDate
from russianrev.dates.display import Style
from russianrev.dates.translation import date_in
from russianrev.picture import Chart
from russianrev.queries.timeline import Timeline
from russianrev.records.model import Event, Party, Person
from russianrev.text import counted
from russianrev.translations import word_in

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
) -> Chart:
    """Draw events over time, in rows by kind or by party: see `Timeline.chart`."""
    if by not in ("kind", "party"):
        raise ValueError(f"the rows of a timeline are by 'kind' or by 'party', not {by!r}")
    say = speaker(language)
    dated = {event: Extent.of(event.date) for event in events if event.date}
    rows = _group_by_kind(dated, language) if by == "kind" else _group_by_party(dated, language)
    drawn = list(dict.fromkeys(event for row in rows.values() for event in row))
    if not drawn:
        lack = "which have no date" if by == "kind" else "which have no date or no party"
        raise ValueError(f"nothing to draw: of {counted(len(events), 'event')} {lack}")
    most = labels if labels is not None else len(drawn) if len(drawn) <= _ALL else _MOST
    labelled = set(sorted(drawn, key=statements_on, reverse=True)[:most])
    items = {
        heading: [event_item(event, language, labelled=event in labelled) for event in row]
        for heading, row in rows.items()
    }
    canvas = Canvas(width)
    extents = list(dated.values())
    bottom, marks = draw_rows(canvas, items, lambda left: _make_scale(events.period, extents, left, width), language)
    bottom = draw_key(canvas, name_families(drawn, language), marks, bottom, language)
    notes = [say(f"events by {by}: {{}}", len(drawn))]
    if events.period and events.period.calendar is Calendar.JULIAN:
        notes.insert(0, say("{} in the new style", date_in(events.period, language, "new")))
    if by == "party":
        notes.append(say("those in which a party itself took part, or someone who then belonged to it"))
    if most < len(drawn):
        notes.append(say(MOST_SAID, most))
    if hidden := len(events) - len(drawn):
        want = "a date" if by == "kind" else "a date or a party"
        notes.append(say(f"not shown, for want of {want}: {{}}", hidden))
    heading = title or write_title("Events", events, language)
    return canvas.chart(bottom, heading, sentence(notes, language), credit(about_of(drawn[0]), say))


MOST_SAID = "labelled: the {} of which, with their parts, most is said; the others are small"
"""What is said below the title where not all events have labels."""


def event_item(event: Event, language: str, *, labelled: bool) -> Item:
    """Make the item that draws an event, which has a date."""
    assert event.date
    say, title = speaker(language), event.title_in(language)
    who = [f"{p.who.name_in(language)} ({word_in(p.role, language)})" for p in event.participants]
    tooltip = {
        say("event"): title,
        say("kind"): word_in(event.kind, language),
        **_describe_date(event.date, language),
        say("who"): ", ".join(who) or say("nobody is named"),
        say("sources"): list_locators((s.citation for s in event.statements if s.event == event), say),
    }
    return Item(title if labelled else "", Extent.of(event.date), KINDS[event.kind][1], tooltip)


def _describe_date(date: HistoricalDate, language: str) -> Tooltip:
    """Describe a date for a tooltip: as it was given, in both styles, and how closely it is known."""
    say = speaker(language)
    flags = [word for word in ("approximate", "uncertain") if getattr(date, word)]
    return {
        say("date"): date_in(date, language),
        say("old style"): date_in(date, language, "old"),
        say("new style"): date_in(date, language, "new"),
        say("known"): ", ".join(word_in(word, language) for word in (date.precision, *flags)),
    }


def statements_on(event: Event) -> int:
    """Count the statements that tell of an event or of its parts."""
    return sum(statement.event == part for part in event.branch for statement in part.statements)


def name_families(events: Iterable[Event], language: str) -> dict[str, str]:
    """Name the colours that these events have, by the families of their kinds."""
    used = {KINDS[event.kind][0] for event in events}
    return {word_in(family, language): colour for family, (colour, _) in FAMILIES.items() if family in used}


def write_title(subject: str, events: Timeline, language: str) -> str:
    """Write what is shown: the subject, whom and what was asked for, and the period in the style of the question."""
    say, parts = speaker(language), [speaker(language)(subject)]
    for name, wanted in events.asked:
        match name, wanted:
            case "all" | "any", _:
                *names, last = (one.name_in(language) for one in wanted)
                link = "{} and {}" if name == "all" else "{} or {}"
                parts.append(say("with {}", say(link, say(", ").join(names), last) if names else last))
            case "role", (role,):
                parts[-1] += f" ({word_in(role, language)})"
            case "place", (place,):
                parts.append(say("at {}", place.name_in(language)))
            case "kind", _:
                parts.append(say("kind: {}", say(", ").join(word_in(kind, language) for kind in wanted)))
            case _:
                month, day, calendar = wanted
                date = HistoricalDate.moment(CalendarUnit(_LEAP, month, day, calendar=calendar))
                parts.append(say("{} of any year", _drop_year(date_in(date, language, _STYLES[calendar]))))
    if events.period:
        parts.append(date_in(_shorten(events.period), language, _STYLES[events.period.calendar]))
    return say(", ").join(parts)


_STYLES: dict[Calendar, Style] = {Calendar.JULIAN: "old", Calendar.GREGORIAN: "new"}


def _shorten(period: HistoricalDate) -> HistoricalDate:
    """Give whole months and years as such, rather than by their days."""
    if not period.start or not period.end:
        return period
    calendar = period.calendar
    (year, month, day), (last_year, last_month, last_day) = map(calendar.year_month_day, (period.start, period.end))
    if day != 1 or last_day != calendar.days_in_month(last_year, last_month):
        return period
    whole = (month, last_month) == (1, 12)
    first = CalendarUnit(year, None if whole else month, calendar=calendar)
    last = CalendarUnit(last_year, None if whole else last_month, calendar=calendar)
    return HistoricalDate(first, last, is_span=True) if first != last else HistoricalDate.moment(first)


_LEAP = 1904  # a year of which both calendars have every day
_YEAR_WORDS = re.compile(rf" ?(?:năm )?{_LEAP}(?:年| года)?")


def _drop_year(text: str) -> str:
    return _YEAR_WORDS.sub("", text)


def _group_by_kind(events: dict[Event, Extent], language: str) -> dict[str, list[Event]]:
    rows = {word_in(kind, language): [event for event in events if event.kind is kind] for kind in KINDS}
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

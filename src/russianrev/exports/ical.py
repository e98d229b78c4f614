"""The events as an iCalendar file, which calendars (Apple, Google, Outlook, Thunderbird) subscribe to or import.

Needs the extra `calendar`. Rules: RFC 5545, RFC 7986. Each event that is dated to the day is an entry that lasts all
day, falls on the new-style day, begins in the year itself and comes back every year. The entry has the date in both
styles, the summary, what each source says with the citations and the addresses of the passages, and the disputes that
touch the event; its kind is a category, its places are the location, and the event that it is part of is its parent, if
that has an entry. Its `UID` is the event's id with `@russianrev`, which stays, so that a later version takes the place
of an earlier one. The calendar has the version, the licence and the sources.

What the format cannot hold:

- events without a date, or dated less closely than to the day: they have no anniversary, and are left out;
- the time of day, and whether a date is approximate or uncertain, except in the words of the description;
- an anniversary of 29 February in a year that has none: RFC 5545 passes over it;
- a place's coordinates, if the event has several places;
- control characters;
- the digest of a cited passage.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from russianrev._version import __version__
from russianrev.dates import Precision
from russianrev.extras import needs
from russianrev.facts import facts_of, lines_of, name_places
from russianrev.queries.corpus import Corpus
from russianrev.records.description import attribution_of, corrections_of, description_of
from russianrev.records.model import Event


def export(dataset: Corpus, *, created: datetime.datetime | None = None) -> str:
    """Write the anniversaries of a data set as the text of one iCalendar file; its lines end in CR LF.

    `created` is when the file was made, which each entry has to say: a datetime with a time zone, or else now.
    Raises `MissingExtraError`, and `ValueError` for a datetime without a time zone.

    >>> import russianrev as rr
    >>> calendar = export(rr.according_to("roberts-excerpt"))
    >>> "DTSTART;VALUE=DATE:19341216" in calendar, "UID:arrest-of-kamenev-and-zinoviev@russianrev" in calendar
    (True, True)
    """
    stamp = created or datetime.datetime.now(datetime.UTC)
    if stamp.tzinfo is None:
        raise ValueError(f"wanted: a datetime with a time zone, not {stamp!r}")
    icalendar = needs("calendar", "icalendar")
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//The russianrev authors//russianrev {__version__}//EN")
    calendar.add("version", "2.0")
    # RFC 7986 has a name and a description for a calendar; what is older knows them under names of its own.
    for name in ("name", "x-wr-calname"):
        calendar.add(name, icalendar.vText(dataset.metadata.title if dataset.metadata else str(dataset)))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, icalendar.vText(_strip_controls(_describe_dataset(dataset))))
    for event in dataset.events:
        if day := _find_day(event):
            calendar.add_component(_make_entry(icalendar, event, day, stamp.astimezone(datetime.UTC)))
    content: bytes = calendar.to_ical()
    return content.decode()


def uid(event: Event) -> str:
    """Make the `UID` of an event's entry.

    >>> import russianrev as rr
    >>> uid(rr.events["kirov-assassination"])
    'kirov-assassination@russianrev'
    """
    return f"{event.id}@russianrev"


def _find_day(event: Event) -> datetime.date | None:
    """Find the new-style day of an event that is dated to the day."""
    return event.date.start if event.date and event.date.precision is Precision.DAY else None


def _describe_dataset(dataset: Corpus) -> str:
    sources = [f"{source.id}: {description_of(source)}" for source in dataset.sources]
    about = dataset.metadata
    lines = (
        [f"{about.creator}, version {about.version}", f"Licence: {about.licence}, {about.licence_url}"] if about else []
    )
    return "\n".join([*lines, "", *sources])


def _make_entry(icalendar: Any, event: Event, day: datetime.date, stamp: datetime.datetime) -> Any:
    entry = icalendar.Event()
    entry.add("uid", uid(event))
    entry.add("dtstamp", stamp)
    entry.add("dtstart", day)
    entry.add("dtend", day + datetime.timedelta(days=1))  # RFC 5545: the first day on which it is over
    entry.add("rrule", {"freq": "yearly"})
    entry.add("summary", icalendar.vText(_strip_controls(f"{event.title} ({day.year})")))
    entry.add("description", icalendar.vText(_strip_controls("\n".join(_describe_event(event)))))
    entry.add("categories", [event.kind.value])
    entry.add("transp", "TRANSPARENT")  # an anniversary keeps nobody busy
    if event.places:
        entry.add("location", icalendar.vText(_strip_controls(", ".join(name_places(event)))))
    points = [place.coordinates for place in event.places]
    if len(points) == 1 and points[0]:
        entry.add("geo", (points[0].latitude, points[0].longitude))
    if event.part_of and _find_day(event.part_of):
        entry.add("related-to", uid(event.part_of), parameters={"reltype": "PARENT"})
    return entry


def _describe_event(event: Event) -> Iterator[str]:
    known = facts_of(event)
    yield str(event.date)
    if event.summary:
        yield event.summary
    for source, statements in known.accounts.items():
        yield ""
        yield f"{source.title}:"
        for statement in statements:
            yield f"- {statement.text} [{statement.citation.locator}]"
            notes = (attribution_of(statement), *corrections_of(statement))
            yield from filter(None, [*notes, statement.citation.url])
    for dispute in known.disputes:
        yield ""
        first, *rest = lines_of(dispute)
        yield from (f"In dispute (* what the editors take): {first}", *rest)


def _strip_controls(text: str) -> str:
    """Strip a text of what RFC 5545 lets stand in none: control characters but for tabs and the ends of lines."""
    return "".join(c for c in "\n".join(text.splitlines()) if c in "\t\n" or c not in _CONTROL)


_CONTROL = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0))))

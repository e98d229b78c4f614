"""The events by what they are asked for: time, participants, places, kinds, days of the year.

An event is known by its place in order of time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from russianrev.dates import Calendar, Precision
from russianrev.indexes.keys import day_key, participant_key
from russianrev.records.model import Event, Place

Places: TypeAlias = Sequence[int]
"""Where events stand in order of time."""


def by_time(events: Sequence[Event]) -> dict[str, dict[str, list[int]]]:
    """Take the beginnings and the ends of the events that have a date, as `HistoricalDate.sort_key` counts them."""
    keys = [event.date.sort_key for event in events if event.date]
    return {"events": {"begins": [key[0] for key in keys], "ends": [key[1] for key in keys]}}


def _index_by(keys_of: Callable[[Event], Iterator[str]]) -> Callable[[Sequence[Event]], dict[str, Places]]:
    def index(events: Sequence[Event]) -> dict[str, Places]:
        found: dict[str, list[int]] = {}
        for place, event in enumerate(events):
            for key in dict.fromkeys(keys_of(event)):
                found.setdefault(key, []).append(place)
        return dict(found)

    return index


def _list_participants(event: Event) -> Iterator[str]:
    for participant in event.participants:
        yield participant_key(participant.who.id)
        yield participant_key(participant.who.id, participant.role)


def _list_places(event: Event) -> Iterator[str]:
    for place in event.places:
        within: Place | None = place
        while within:
            yield within.id
            within = within.within


def _list_kind(event: Event) -> Iterator[str]:
    yield event.kind


def _list_days(event: Event) -> Iterator[str]:
    if event.date and event.date.start and event.date.precision is Precision.DAY:
        for calendar in Calendar:
            yield day_key(calendar, *calendar.year_month_day(event.date.start)[1:])


BUILDERS: Mapping[str, Callable[[Sequence[Event]], dict[str, Any]]] = {
    "time": by_time,
    "participant": _index_by(_list_participants),
    "place": _index_by(_list_places),
    "kind": _index_by(_list_kind),
    "day": _index_by(_list_days),
}
"""How each index of events is made from them, in order of time."""

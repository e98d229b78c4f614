"""Some events of many, chosen by what the indexes know of them.

A selection tells how many events it has at the most, lists their places in order of time, and tells of any place
whether it has it. So of several selections the smallest is listed, and the others are only asked: what they have in
common takes a time in proportion to the smallest, not to the data set.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from russianrev.dates import Calendar, HistoricalDate
from russianrev.indexes.intervals import Intervals
from russianrev.indexes.keys import day_key, participant_key
from russianrev.records.base import Records

if TYPE_CHECKING:
    from russianrev.records.model import Event


class Selection(Protocol):
    """Places of events in order of time."""

    def most(self) -> int:
        """Count how many there are, or a few more."""
        ...

    def __iter__(self) -> Iterator[int]: ...

    def __contains__(self, place: int, /) -> bool: ...


class Among:
    """The places that an index lists."""

    def __init__(self, places: Sequence[int]) -> None:
        """Take them in order."""
        self._places = places

    def most(self) -> int:
        """Count how many there are."""
        return len(self._places)

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __contains__(self, place: int) -> bool:
        at = bisect_left(self._places, place)
        return at < len(self._places) and self._places[at] == place


def union(several: Iterable[Among]) -> Among:
    """Put several selections together."""
    each = list(several)
    return each[0] if len(each) == 1 else Among(sorted({place for one in each for place in one}))


class Period:
    """The events that certainly lie in a period, or that possibly do."""

    def __init__(self, times: Intervals, period: HistoricalDate, *, possible: bool) -> None:
        """Take the times of all events, and the period."""
        self._times, self._possible = times, possible
        self._begin, self._end = period.sort_key[:2]

    def most(self) -> int:
        """Count how many there are; of those that certainly lie in it, how many begin in it."""
        count = self._times.number_overlapping if self._possible else self._times.most_within
        return count(self._begin, self._end)

    def __iter__(self) -> Iterator[int]:
        find = self._times.overlapping if self._possible else self._times.within
        return iter(find(self._begin, self._end))

    def __contains__(self, place: int) -> bool:
        fits = self._times.overlaps if self._possible else self._times.lies_within
        return fits(place, self._begin, self._end)


class Selected(Records[Any]):
    """The events of a data set that are in all of some selections; which they are is found out when first needed."""

    def __init__(self, events: Records[Event], selections: Iterable[Selection]) -> None:
        """Take all the events, and the selections."""
        self._events, self._selections = events, tuple(selections)

    @classmethod
    def of(cls, events: Records[Event], selections: Iterable[Selection]) -> Selected:
        """Take those of the events that are in these selections, whose places are those among all events."""
        if isinstance(events, Selected):
            return cls(events._events, (*events._selections, *selections))
        return cls(events, selections)

    @cached_property
    def _places(self) -> Sequence[int]:
        if not self._selections:
            return range(len(self._events))
        if len(self._selections) == 1:
            return list(self._selections[0])
        smallest, *others = sorted(self._selections, key=lambda selection: selection.most())
        return [place for place in smallest if all(place in other for other in others)]

    @property
    def ids(self) -> Sequence[str]:
        """The ids, in order."""
        every = self._events.ids
        return [every[place] for place in self._places]

    def place(self, id: str) -> int | None:
        """Tell where the event with an id stands among those selected, from 0; None if it is not among them."""
        place = self._events.place(id)
        if place is None:
            return None
        at = bisect_left(self._places, place)
        return at if at < len(self._places) and self._places[at] == place else None

    def __getitem__(self, place: Any) -> Any:
        chosen = self._places[place]
        return self._events[chosen] if isinstance(chosen, int) else tuple(self._events[each] for each in chosen)

    def __len__(self) -> int:
        return len(self._places)

    def __reduce__(self) -> tuple[Any, ...]:
        return _select_places, (self._events, list(self._places))


def _select_places(events: Records[Event], places: list[int]) -> Selected:
    return Selected(events, [Among(places)])


class EventIndex:
    """What a timeline's events are filtered by: the indexes of a data set, or such as are made for these events."""

    def __init__(self, events: Records[Event], look_up: Callable[[str, str], Any] | None = None) -> None:
        """Take all the events of the timeline in order of time, and where its indexes are looked up, if there are."""
        self._events = events
        self._look_up = look_up or self._look_up_own
        self._made: dict[str, dict[str, Any]] = {}

    @cached_property
    def times(self) -> Intervals:
        """When the events were, of those that have a date."""
        return Intervals(**self._look_up("time", "events"))

    def under(self, index: str, key: str) -> Among:
        """Select what an index has under a key."""
        return Among(self._look_up(index, key) or ())

    def with_participant(self, id: str, role: str | None) -> Among:
        """Select the events in which someone took part, in a role or in any."""
        return self.under("participant", participant_key(id, role))

    def on_day(self, calendar: Calendar, month: int, day: int) -> Among:
        """Select the events of a day of the year."""
        return self.under("day", day_key(calendar, month, day))

    def _look_up_own(self, index: str, key: str) -> Any:
        if index not in self._made:
            from russianrev.indexes.events import BUILDERS

            self._made[index] = BUILDERS[index](self._events)
        return self._made[index].get(key)

    def __reduce__(self) -> tuple[Any, ...]:
        return EventIndex, (self._events,) if self._look_up == self._look_up_own else (self._events, self._look_up)

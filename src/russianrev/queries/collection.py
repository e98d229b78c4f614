"""Ordered, immutable collections of records, keyed by id; a `Timeline` is one of events in order of time."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar, overload

from russianrev.dates import REFORM, Calendar, DateLike, HistoricalDate, Precision, as_calendar, as_period
from russianrev.errors import DateError, UnknownNameError
from russianrev.records.model import Body, Event, Findable, Party, Person, Place, Record
from russianrev.text import counted, table, wrap
from russianrev.vocabulary import EventKind, Role

if TYPE_CHECKING:
    import altair
    import networkx
    import pandas
    import polars

R_co = TypeVar("R_co", bound=Record, covariant=True)
E = TypeVar("E", bound=StrEnum)

Resolver: TypeAlias = Callable[..., Findable]
"""Finds the one thing of some kinds that a name, an id or the thing itself means."""


class Collection(Generic[R_co]):
    """Records in order, keyed by id.

    >>> import russianrev as rr
    >>> rr.persons["lenin"].name
    'Vladimir Lenin'
    >>> "lenin" in rr.persons, rr.persons["lenin"] in rr.persons
    (True, True)
    """

    __slots__ = ("_by_id",)

    def __init__(self, records: Iterable[R_co]) -> None:
        self._by_id = {record.id: record for record in records}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(self._by_id)

    def __iter__(self) -> Iterator[R_co]:
        return iter(self._by_id.values())

    def __reversed__(self) -> Iterator[R_co]:
        return reversed(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, item: object) -> bool:
        """Whether a record, or the record with an id, is among these."""
        return item in self._by_id if isinstance(item, str) else item in self._by_id.values()

    @overload
    def __getitem__(self, key: str | int) -> R_co: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[R_co, ...]: ...
    def __getitem__(self, key: str | int | slice) -> R_co | tuple[R_co, ...]:
        """The record with an id, or at a position; a slice gives a tuple.

        Raises `UnknownNameError` (which is a `KeyError`), with suggestions, and `IndexError`.
        """
        if not isinstance(key, str):
            return tuple(self)[key]
        try:
            return self._by_id[key]
        except KeyError:
            from difflib import get_close_matches  # only for those who mistype: it is slow to import

            close = get_close_matches(key, self._by_id)
            meant = f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
            raise UnknownNameError(f"no record has the id {key!r} here{meant}", close) from None

    def get(self, id: str) -> R_co | None:
        """The record with an id, or None."""
        return self._by_id.get(id)

    @overload
    def to_frame(self, library: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
    @overload
    def to_frame(self, library: Literal["polars"]) -> polars.DataFrame: ...
    def to_frame(self, library: Literal["pandas", "polars"] = "pandas") -> pandas.DataFrame | polars.DataFrame:
        """The records as a data frame of pandas or polars, a row each; the columns are those of `tables()`.

        Raises `MissingExtraError` without the extra `frames`, `ValueError` for another library.

        >>> import russianrev as rr
        >>> rr.places.to_frame()["id"].to_list() == list(rr.places.ids)
        True
        """
        from russianrev.frames import to_frame

        return to_frame(self, library)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.ids)

    def __repr__(self) -> str:
        shown = ", ".join(self.ids[:3]) + (", …" if len(self) > 3 else "")
        return f"<{type(self).__name__} of {len(self)}{': ' if shown else ''}{shown}>"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from russianrev.html import to_html

        return to_html(self)


class Timeline(Collection[Event]):
    """Events in order of time, the undated last; a filter gives a new timeline.

    What time does not tell apart stands in the order in which the documents tell it.

    `period` is what the last `between()` asked for, if there was one.
    """

    __slots__ = ("_hint", "_resolve", "period")

    def __init__(
        self, events: Iterable[Event], resolve: Resolver, *, period: HistoricalDate | None = None, hint: str = ""
    ) -> None:
        super().__init__(events)
        self._resolve = resolve
        self.period = period
        self._hint = hint

    def _only(self, keep: Callable[[Event], bool]) -> Timeline:
        return Timeline(filter(keep, self), self._resolve, period=self.period, hint=self._hint)

    def between(
        self,
        start: DateLike,
        end: DateLike | None = None,
        *,
        calendar: Calendar | str | None = None,
        possible: bool = False,
    ) -> Timeline:
        """The events of a period, from the first day of `start` to the last day of `end`.

        `end` may be left out for the period that `start` itself is (`"1917-10 OS"`). A date without a mark of style
        is read in `calendar` ("julian" or "gregorian", the default). An event counts if its whole interval certainly
        lies in the period; with `possible`, also one that may lie in it, or that overlaps it. Raises `DateError`.

        >>> import russianrev as rr
        >>> rr.events.between("1934-12-01", "1934-12-31").ids[0]
        'kirov-assassination'
        """

        def within(period: HistoricalDate) -> list[Event]:
            events = self._in_reach(period, possible=possible)
            return [e for e in events if e.date and e.date.within(period, possible=possible)]

        period = as_period(start, start if end is None else end, calendar)
        found = within(period)
        hint = ""
        if not found:
            other = Calendar.GREGORIAN if period.calendar is Calendar.JULIAN else Calendar.JULIAN
            with suppress(DateError):  # where the words say which style they are in
                hint = _hint(other, len(within(as_period(start, start if end is None else end, other))))
        return Timeline(found, self._resolve, period=period, hint=hint)

    def _in_reach(self, period: HistoricalDate, *, possible: bool) -> tuple[Event, ...]:
        """Those that begin in a period, or before its end if they may reach into it: no others need be looked at."""
        events = tuple(self)
        last = bisect_right(events, period.end or datetime.date.max, key=_begin)
        first = 0 if possible else bisect_left(events, period.start or datetime.date.min, hi=last, key=_begin)
        return events[first:last]

    def involving(
        self,
        *who: Person | Party | Body | str,
        role: Role | str | None = None,
        how: Literal["all", "any"] = "all",
    ) -> Timeline:
        """The events in which all of these (or any) took part, in a role if one is named.

        Raises `UnknownNameError` or `AmbiguousNameError` for a name, `ValueError` for a role or a `how` that is none.
        """
        if how not in ("all", "any"):
            raise ValueError(f"how is 'all' or 'any', not {how!r}")
        wanted = {self._resolve(one, Person, Party, Body) for one in who}
        part = None if role is None else _member(role, Role)

        def keep(event: Event) -> bool:
            present = {p.who for p in event.participants if part in (None, p.role)}
            return wanted <= present if how == "all" else bool(wanted & present)

        return self._only(keep)

    def at(self, place: Place | str) -> Timeline:
        """The events at a place, or anywhere within it."""
        wanted = self._resolve(place, Place)

        def lies(found: Place | None) -> bool:
            return found is not None and (found == wanted or lies(found.within))

        return self._only(lambda event: any(map(lies, event.places)))

    def of_kind(self, *kinds: EventKind | str) -> Timeline:
        """The events of these kinds. Raises `ValueError` for a word that is no kind of event."""
        wanted = {_member(kind, EventKind) for kind in kinds}
        return self._only(lambda event: event.kind in wanted)

    def on_day(self, month: int, day: int, *, calendar: Calendar | str = Calendar.GREGORIAN) -> Timeline:
        """The events of this day of the year, of all years, in a calendar; only those dated to the day."""
        wanted = as_calendar(calendar)

        def falls(event: Event) -> bool:
            date = event.date
            return bool(
                date
                and date.start
                and date.precision is Precision.DAY
                and wanted.year_month_day(date.start)[1:] == (month, day)
            )

        return self._only(falls)

    def network(self) -> networkx.Graph:
        """Who took part in these events with whom, as a graph of networkx.

        A node is the id of a person, a party or a body, with a `label` (the English name), a `kind` ("person", "party"
        or "body") and the ids of its `events`. An edge has the ids of the `events` that both took part in, their number
        as its `weight`, the `roles` as (event, who, role), and as `citations` the passages on those events that touch
        one of the two. Who took part alone is there without an edge. `rr.write_graph` writes it to a file.
        Raises `MissingExtraError` without the extra `graph`.

        >>> import russianrev as rr
        >>> together = rr.events.network()
        >>> together.edges["zinoviev", "kamenev"]["weight"] > together.edges["zinoviev", "martov"]["weight"]
        True
        """
        from russianrev.queries.networks import network

        return network(self)

    def chart(
        self,
        *,
        by: Literal["kind", "party"] = "kind",
        labels: int | None = None,
        language: str = "en",
        width: float = 960,
        title: str | None = None,
    ) -> altair.LayerChart:
        """A picture of the events: a dot for a day, a bar for what lasted, paler as far as a date is less exact.

        The rows are the kinds of event, or the parties that took part (or to which someone who did then belonged); the
        axes have both calendars, as far as they can be told apart. `labels` is how many events are labelled, those of
        which most is said; if it is left out, all of them, or 40 of more than 80. Titles are in `language` where the
        data have one. `width` is in pixels. Raises `ValueError` if nothing has a date, and `MissingExtraError` without
        the extra `charts`.

        >>> import russianrev as rr
        >>> chart = rr.between("1917-02-23", "1917-03-03", calendar="julian").chart(language="ru")
        >>> print(*chart.title.text)
        23 February – 3 March 1917 (O.S.)
        """
        if not self:
            raise ValueError(f"nothing to draw: the timeline is empty. {self._hint}".rstrip())
        from russianrev.charts import timeline_chart

        return timeline_chart(self, by=by, labels=labels, language=language, width=width, title=title)

    def network_chart(self, *, most: int = 40, width: float = 960, title: str | None = None) -> altair.LayerChart:
        """A picture of who took part in these events with whom: the `most` connected persons, parties and bodies.

        `width` is in pixels. Raises `ValueError` if no two took part in the same event, and `MissingExtraError` without
        the extras `charts` and `graph`.

        >>> import russianrev as rr
        >>> print(*rr.between("1917-10 OS").network_chart(most=20).title.text)
        Who took part with whom, 1–31 October 1917 (O.S.)
        """
        from russianrev.charts import timeline_network_chart

        return timeline_network_chart(self, most=most, width=width, title=title)

    def __str__(self) -> str:
        """A table by date; after `between()` headed by the days it covers in both calendars."""
        lines = [] if self.period is None else wrap(f"{counted(len(self), 'event')}, {_covered(self.period)}")
        lines += table([(str(event.date or "undated"), event.title) for event in self])
        return "\n".join([*lines, *wrap(self._hint)] if self._hint else lines)


def _begin(event: Event) -> datetime.date:
    if not event.date:
        return datetime.date.max
    return event.date.start or datetime.date.min


def _member(word: E | str, vocabulary: type[E]) -> E:
    try:
        return vocabulary(word)
    except ValueError:
        name = vocabulary.__name__
        raise ValueError(f"{word!r} is no russianrev.{name}; there are {', '.join(vocabulary)}") from None


def _covered(period: HistoricalDate) -> str:
    """The days of a period; in each style by name, as long as Russia used the old one."""
    if period.before(REFORM, possible=True):
        return f"{period.old_style} = {period.new_style}"
    return period.new_style


def _hint(other: Calendar, count: int) -> str:
    """What to say of an empty timeline whose words would not be empty in the other calendar."""
    if not count:
        return ""
    style = "Old" if other is Calendar.JULIAN else "New"
    return f"Read as {style} Style, the same words hold {counted(count, 'event')}: calendar={other.value!r}."

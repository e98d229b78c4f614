"""Events in order of time, and what they may be filtered by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

from russianrev.arguments import whole_number
from russianrev.dates import REFORM, Calendar, DateLike, HistoricalDate, as_calendar, as_period
from russianrev.errors import DateError
from russianrev.queries.collection import Collection
from russianrev.queries.selection import EventIndex, Period, Selected, Selection, union
from russianrev.text import counted
from russianrev.views import view
from russianrev.vocabulary import EventKind, Role

if TYPE_CHECKING:
    import networkx

    from russianrev.picture import Chart
    from russianrev.records.model import Body, Event, Findable, Party, Person, Place

_E = TypeVar("_E", bound=StrEnum)

Resolver: TypeAlias = "Callable[..., Findable]"
"""Finds the one thing of some kinds that a name, an id or the thing itself means."""


class Timeline(Collection["Event"]):
    """Events in order of time, the undated last; a filter gives a new timeline.

    What time does not tell apart stands in the order in which the documents tell it.

    `period` is what the last `between()` asked for, if there was one, `asked` what the other filters did, by name.
    """

    __slots__ = ("_hint", "_index", "_resolve", "asked", "period")
    period: HistoricalDate | None

    def __init__(
        self,
        events: Iterable[Event],
        resolve: Resolver,
        *,
        index: EventIndex | None = None,
        period: HistoricalDate | None = None,
        asked: tuple[tuple[str, tuple[Any, ...]], ...] = (),
        hint: Callable[[], str] | str = "",
    ) -> None:
        super().__init__(events)
        self._resolve = resolve
        self._index = index or EventIndex(self._records)
        self.period = period
        self.asked = asked
        self._hint = hint

    @property
    def hint(self) -> str:
        """What to say of a timeline that is empty, if the words of the period would hold events in the other style."""
        return self._hint if isinstance(self._hint, str) else self._hint()

    def __reduce__(self) -> tuple[Any, ...]:
        again = partial(type(self), index=self._index, period=self.period, asked=self.asked, hint=self.hint)
        return again, (self._records, self._resolve)

    def _keep_only(
        self,
        *selections: Selection,
        period: HistoricalDate | None = None,
        hint: Callable[[], str] | str = "",
        asked: Mapping[str, tuple[Any, ...]] = MappingProxyType({}),
    ) -> Timeline:
        """Keep the events that are in all of these selections, with what the filters asked for."""
        return Timeline(
            Selected.of(self._records, selections),
            self._resolve,
            index=self._index,
            period=period or self.period,
            asked=(*self.asked, *asked.items()),
            hint=hint or self._hint,
        )

    def between(
        self,
        start: DateLike,
        end: DateLike | None = None,
        *,
        calendar: Calendar | str | None = None,
        possible: bool = False,
    ) -> Timeline:
        """Find the events of a period, from the first day of `start` to the last day of `end`.

        `end` may be left out for the period that `start` itself is (`"1917-10 OS"`). A date without a mark of style
        is read in `calendar` ("julian" or "gregorian", the default). An event counts if its whole interval certainly
        lies in the period; with `possible`, also one that may lie in it, or that overlaps it. Raises `DateError`.

        >>> import russianrev as rr
        >>> rr.events.between("1934-12-01", "1934-12-31").ids[0]
        'kirov-assassination'
        """

        def asked(calendar: Calendar | str | None) -> HistoricalDate:
            return as_period(start, start if end is None else end, calendar)

        def hint() -> str:
            if found:
                return ""
            other = Calendar.GREGORIAN if period.calendar is Calendar.JULIAN else Calendar.JULIAN
            with suppress(DateError):  # where the words say which style they are in
                return _write_hint(
                    other, len(self._keep_only(Period(self._index.times, asked(other), possible=possible)))
                )
            return ""

        period = asked(calendar)
        found = self._keep_only(Period(self._index.times, period, possible=possible), period=period, hint=hint)
        return found

    def involving(
        self,
        *who: Person | Party | Body | str,
        role: Role | str | None = None,
        how: Literal["all", "any"] = "all",
    ) -> Timeline:
        """Find the events in which all of these (or any) took part, in a role if one is named.

        Raises `UnknownNameError` or `AmbiguousNameError` for a name, `ValueError` for a role or a `how` that is none.
        """
        from russianrev.records.model import Body, Party, Person

        if how not in ("all", "any"):
            raise ValueError(f"how is 'all' or 'any', not {how!r}")
        wanted = tuple(dict.fromkeys(self._resolve(one, Person, Party, Body) for one in who))
        part = None if role is None else _find_member(role, Role)
        present = [self._index.with_participant(one.id, part) for one in wanted]
        asked: dict[str, tuple[Any, ...]] = {how: wanted} if part is None else {how: wanted, "role": (part,)}
        return self._keep_only(*(present if how == "all" else [union(present)]), asked=asked)

    def at(self, place: Place | str) -> Timeline:
        """Find the events at a place, or anywhere within it."""
        from russianrev.records.model import Place

        found = self._resolve(place, Place)
        return self._keep_only(self._index.under("place", found.id), asked={"place": (found,)})

    def of_kind(self, *kinds: EventKind | str) -> Timeline:
        """Find the events of these kinds. Raises `ValueError` for a word that is no kind of event."""
        wanted = tuple(dict.fromkeys(_find_member(kind, EventKind) for kind in kinds))
        return self._keep_only(union([self._index.under("kind", kind) for kind in wanted]), asked={"kind": wanted})

    def on_day(self, month: int, day: int, *, calendar: Calendar | str = Calendar.GREGORIAN) -> Timeline:
        """Find the events of this day of the year, of all years, in a calendar; only those dated to the day."""
        style = as_calendar(calendar)
        return self._keep_only(self._index.on_day(style, month, day), asked={"day": (month, day, style)})

    def network(self) -> networkx.Graph:
        """Make a graph of networkx of who took part in these events with whom.

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
    ) -> Chart:
        """Draw a picture of the events: a dot for a day, a bar for what lasted, paler as far as a date is less exact.

        The rows are the kinds of event, or the parties that took part (or to which someone who did then belonged); the
        axes have both calendars, as far as they can be told apart. `labels` is how many events are labelled, those of
        which, with their parts, most is said; if it is left out, all of them, or 40 of more than 80. It is all in
        `language` ("en", "zh", "vi", "ru"), names where the data have one. `width` is in pixels. Raises `ValueError` if
        nothing has a date, and `MissingExtraError` without the extra `charts`.

        >>> import russianrev as rr
        >>> february = rr.between("1917-02-23", "1917-03-03", calendar="julian")
        >>> print(february.chart().title)
        Events, 23 February – 3 March 1917 (O.S.)
        >>> print(february.chart(language="ru").title)
        События, 23 февраля – 3 марта 1917 года (ст. ст.)
        """
        labels = None if labels is None else whole_number(labels, "how many labels")
        if not self:
            raise ValueError(f"nothing to draw: the timeline is empty. {self.hint}".rstrip())
        made: Chart = view(self, "chart", by=by, labels=labels, language=language, width=width, title=title)
        return made

    def network_chart(
        self, *, most: int = 40, language: str = "en", width: float = 960, title: str | None = None
    ) -> Chart:
        """Draw a picture of who took part in these events with whom: the `most` connected persons, parties and bodies.

        It is all in `language` ("en", "zh", "vi", "ru"). `width` is in pixels. Raises `ValueError` if no two took part
        in the same event, and `MissingExtraError` without the extras `charts` and `graph`.

        >>> import russianrev as rr
        >>> print(rr.between("1917-10 OS").network_chart(most=20).title)
        Who took part with whom, October 1917 (O.S.)
        """
        most = whole_number(most, "how many persons, parties and bodies at most")
        made: Chart = view(self, "network-chart", most=most, language=language, width=width, title=title)
        return made

    @property
    def nothing(self) -> str:
        """What was asked for, of a timeline that is empty."""
        asked = [_WORDS[name].format(_write_values(name, values)) for name, values in self.asked]
        return " ".join(["no events", *asked])

    @property
    def heading(self) -> str | None:
        """How many events there are, and the days that `between()` asked for, in both styles; None without any."""
        return None if self.period is None else f"{counted(len(self), 'event')}, {_write_days(self.period)}"


_WORDS = {
    "all": "in which {} took part",
    "any": "in which {} took part",
    "role": "as {}",
    "place": "at {}",
    "kind": "of the kind {}",
    "day": "on {}",
}
"""How an empty timeline says what a filter asked for, by the name in `asked`."""


def _write_values(name: str, values: tuple[Any, ...]) -> str:
    if name == "day":
        month, day, style = values
        return f"the day {day} of the month {month} ({style})"
    return (" and " if name == "all" else " or ").join(getattr(each, "label", str(each)) for each in values)


def _find_member(word: _E | str, vocabulary: type[_E]) -> _E:
    try:
        return vocabulary(word)
    except ValueError:
        name = vocabulary.__name__
        raise ValueError(f"{word!r} is no russianrev.{name}; there are {', '.join(vocabulary)}") from None


def _write_days(period: HistoricalDate) -> str:
    """Write the days of a period; in each style by name, as long as Russia used the old one."""
    if period.before(REFORM, possible=True):
        return f"{period.old_style} = {period.new_style}"
    return period.new_style


def _write_hint(other: Calendar, count: int) -> str:
    """Tell what to say of an empty timeline whose words would not be empty in the other calendar."""
    if not count:
        return ""
    style = "Old" if other is Calendar.JULIAN else "New"
    return f"Read as {style} Style, the same words hold {counted(count, 'event')}: calendar={other.value!r}."

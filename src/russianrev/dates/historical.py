"""The date of something in history: how closely and how surely it is known, and in which calendar."""

from __future__ import annotations

import datetime
from typing import Self

from attrs import Factory, evolve, field, frozen

from russianrev.dates import display, writing
from russianrev.dates.calendars import Calendar
from russianrev.dates.time_of_day import MINUTES_IN_DAY, TimeOfDay
from russianrev.dates.units import CalendarUnit, Precision
from russianrev.errors import DateError
from russianrev.text import a
from russianrev.views import Shown

# Open ends lie outside every day that datetime.date can hold.
_BEFORE_ALL = 0
_AFTER_ALL = (datetime.date.max.toordinal() + 2) * MINUTES_IN_DAY

_OF_TWO_ENDS = (Precision.PERIOD, Precision.SPAN)


def _make_sort_key(date: HistoricalDate) -> tuple[int, int, bool, str, str]:
    given = date.first or date.last
    if given is None:
        raise DateError("a span needs a beginning or an end; both are open")
    opens, closes = date.time.minutes if date.time else (0, MINUTES_IN_DAY)
    begins = date.first.start.toordinal() * MINUTES_IN_DAY + opens if date.first else _BEFORE_ALL
    ends = date.last.end.toordinal() * MINUTES_IN_DAY + closes if date.last else _AFTER_ALL
    flags = f"{date.first.flag if date.first else ''}/{date.last.flag if date.last else ''}"
    return begins, ends, date.is_span, flags, date.time.notation if date.time else ""


@frozen(repr=False, order=False)
class HistoricalDate(Shown):
    """An interval of days: one unknown moment in it, or, for a span, the whole of it.

    Dates are made by `parse_date` and `read_notation`, or by the class methods here. Two dates are equal if
    they mean the same: days, moment or span, flags, time of day. The calendar in which they were given does
    not count.

    Comparison answers what is *certain*; `possible=True` asks what may be. It takes the interval as it was
    stated: an approximate or uncertain date is compared as if it were neither, since no rule says how far off
    it may be.

    >>> from russianrev.dates import parse_date
    >>> storming = parse_date("1917-10-25 OS")
    >>> storming.start, storming.calendar, storming == parse_date("1917-11-07")
    (datetime.date(1917, 11, 7), <Calendar.JULIAN: 'julian'>, True)
    >>> print(storming)
    25 October (7 November) 1917
    """

    first: CalendarUnit | None = field(eq=False)
    """The unit with which it begins, as given; None if its beginning is open."""
    last: CalendarUnit | None = field(eq=False)
    """The unit with which it ends, as given (`first` again, if one unit is all of it); None if its end is open."""
    is_span: bool = field(eq=False, kw_only=True)
    """Whether it is the whole interval rather than one moment in it."""
    time: TimeOfDay | None = field(default=None, eq=False, kw_only=True)
    """The time of day, for a single day only."""

    sort_key: tuple[int, int, bool, str, str] = field(default=Factory(_make_sort_key, takes_self=True), init=False)
    """Orders all dates for a timeline, consistently with `<`; equal exactly when the dates are.

    By beginning (an open one before all), then by end (an open one after all): so a day comes before the
    month that begins with it, and a time before the day of unknown time that begins with it.
    """

    def __attrs_post_init__(self) -> None:
        if self.is_span:
            if self.time:
                raise DateError("a span has no time of day; only a single day has")
        elif self.time and self.precision is not Precision.DAY:
            raise DateError(f"a time of day goes with a single day, not with {a(self.precision)}")
        if self.first is self.last:
            return
        if self.start and self.end and self.start > self.end:
            raise DateError(f"the span ends ({self.end}) before it begins ({self.start})")
        if not self.is_span:
            _check_bounds(self.first, self.last)

    @classmethod
    def moment(cls, unit: CalendarUnit, time: TimeOfDay | None = None) -> Self:
        """Make the date of one unknown moment in a unit of the calendar.

        >>> HistoricalDate.moment(CalendarUnit(1917, 2, calendar=Calendar.JULIAN))
        parse_date('1917-02 OS')
        """
        return cls(unit, unit, is_span=False, time=time)

    @classmethod
    def from_date(cls, date: datetime.date, calendar: Calendar = Calendar.GREGORIAN) -> Self:
        """Take the day of a `datetime.date`, to be shown as given in `calendar`; a `datetime`'s time is left out.

        >>> HistoricalDate.from_date(datetime.date(1917, 11, 7), Calendar.JULIAN)
        parse_date('1917-10-25 OS')
        """
        return cls.moment(CalendarUnit.from_date(date, calendar))

    @classmethod
    def span(cls, first: HistoricalDate | None, last: HistoricalDate | None) -> Self:
        """Take the whole time from the beginning of `first` to the end of `last`; None leaves that end open.

        Each end keeps its precision and flags. If the ends were given in different calendars, a day is
        restated in the calendar of the other.

        Raises:
            DateError: if it ends before it begins, both ends are open, an end has a time of day, or neither
                of two ends in different calendars is a day.

        >>> from russianrev.dates import parse_date
        >>> HistoricalDate.span(parse_date("1917-02-23 OS"), parse_date("1917-11-07"))
        parse_date('1917-02-23/1917-10-25 OS')
        """
        for end in (first, last):
            if end and end.time:
                raise DateError(f"a span has no time of day, but {end.notation!r} has; leave it out")
        begins, ends = first.first if first else None, last.last if last else None
        if begins and ends and begins.calendar is not ends.calendar:
            if ends.precision is Precision.DAY:
                ends = ends.last_day(begins.calendar)
            elif begins.precision is Precision.DAY:
                begins = begins.first_day(ends.calendar)
            else:
                raise DateError(
                    f"a span has one calendar, but {begins.plain!r} is {begins.calendar} and "
                    f"{ends.plain!r} is {ends.calendar}; give one of them as a day"
                )
        return cls(begins, ends, is_span=True)

    @classmethod
    def between(cls, first: HistoricalDate | None, last: HistoricalDate | None) -> Self:
        """Take one unknown moment from the beginning of `first` to the end of `last`; None leaves that end open.

        If one end is approximate or uncertain, so is the moment. Calendars and errors are as for `span`.

        >>> from russianrev.dates import parse_date
        >>> HistoricalDate.between(parse_date("1914"), parse_date("1917"))
        parse_date('[1914..1917]')
        """
        span = cls.span(first, last)
        begins, ends = (
            unit and evolve(unit, approximate=span.approximate, uncertain=span.uncertain)
            for unit in (span.first, span.last)
        )
        return cls(begins, ends, is_span=False)

    @property
    def start(self) -> datetime.date | None:
        """The first day, Gregorian; None if open."""
        return self.first.start if self.first else None

    @property
    def end(self) -> datetime.date | None:
        """The last day, Gregorian, inclusive; None if open."""
        return self.last.end if self.last else None

    @property
    def precision(self) -> Precision:
        """How closely it is known."""
        if self.is_span:
            return Precision.SPAN
        return self._given.precision if self.first == self.last else Precision.PERIOD

    @property
    def calendar(self) -> Calendar:
        """The calendar in which it was given."""
        return self._given.calendar

    @property
    def approximate(self) -> bool:
        """Whether it, or an end of it, is only about right."""
        return any(unit.approximate for unit in (self.first, self.last) if unit)

    @property
    def uncertain(self) -> bool:
        """Whether it, or an end of it, is doubted."""
        return any(unit.uncertain for unit in (self.first, self.last) if unit)

    @property
    def _given(self) -> CalendarUnit:
        given = self.first or self.last
        assert given is not None
        return given

    def before(self, other: HistoricalDate | datetime.date, *, possible: bool = False) -> bool:
        """Tell whether it is all over before `other` begins; with `possible`, whether it may be.

        >>> from russianrev.dates import parse_date
        >>> february, revolution = parse_date("1917-02 OS"), parse_date("1917-02-23 OS")
        >>> february.before(revolution), february.before(revolution, possible=True)
        (False, True)
        """
        other = _as_historical(other)
        if not possible or (self.is_span and other.is_span):
            return self._ends <= other._begins
        # A moment may be as early as its interval begins and as late as it ends; a span is neither.
        return (self._ends if self.is_span else self._begins) < (other._begins if other.is_span else other._ends)

    def after(self, other: HistoricalDate | datetime.date, *, possible: bool = False) -> bool:
        """Tell whether it begins only when `other` is all over; with `possible`, whether it may."""
        return _as_historical(other).before(self, possible=possible)

    def within(self, period: HistoricalDate | datetime.date, *, possible: bool = False) -> bool:
        """Tell whether its interval lies in that of `period`; with `possible`, whether it shares a moment with it.

        `period` is taken whole, whether it is a span or, say, a month.

        >>> from russianrev.dates import parse_date
        >>> parse_date("1917-02 OS").within(parse_date("1917-02-14/1917-12-31"))
        True
        """
        period = _as_historical(period)
        if possible:
            return self.overlaps(period)
        return period._begins <= self._begins and self._ends <= period._ends

    def overlaps(self, other: HistoricalDate | datetime.date) -> bool:
        """Tell whether the two intervals have a moment in common."""
        other = _as_historical(other)
        return self._begins < other._ends and other._begins < self._ends

    @property
    def _begins(self) -> int:
        return self.sort_key[0]

    @property
    def _ends(self) -> int:
        return self.sort_key[1]

    def __contains__(self, date: HistoricalDate | datetime.date) -> bool:
        """Tell whether a date certainly lies within this one: `date in period`."""
        return _as_historical(date).within(self)

    def __lt__(self, other: HistoricalDate | datetime.date) -> bool:
        """Tell whether it is certainly before. `<=` adds equality: a partial order; `sort_key` orders all dates."""
        if not isinstance(other, HistoricalDate | datetime.date):
            return NotImplemented
        return self.before(other)

    def __gt__(self, other: HistoricalDate | datetime.date) -> bool:
        """Tell whether it is certainly after."""
        if not isinstance(other, HistoricalDate | datetime.date):
            return NotImplemented
        return self.after(other)

    def __le__(self, other: HistoricalDate | datetime.date) -> bool:
        """Tell whether it is certainly before, or equal."""
        if not isinstance(other, HistoricalDate | datetime.date):
            return NotImplemented
        return self.before(other) or self == _as_historical(other)

    def __ge__(self, other: HistoricalDate | datetime.date) -> bool:
        """Tell whether it is certainly after, or equal."""
        if not isinstance(other, HistoricalDate | datetime.date):
            return NotImplemented
        return self.after(other) or self == _as_historical(other)

    @property
    def notation(self) -> str:
        """As data files write it, in the calendar it was given in; `read_notation` reads it back.

        >>> from russianrev.dates import parse_date
        >>> parse_date("evening of 25 October 1917 (O.S.)").notation
        '1917-10-25 evening OS'
        """
        match self.precision:
            case Precision.SPAN:
                return writing.span_notation(self.first, self.last)
            case Precision.PERIOD:
                return writing.between_notation(self.first, self.last)
            case _:
                return writing.moment_notation(self._given, self.time)

    @property
    def edtf(self) -> str:
        """In EDTF level 1, for other tools, in the Gregorian calendar, the only one EDTF has.

        A moment which is not one unit of that calendar, such as a Julian month, or one between two dates, becomes
        an interval and can no longer be told from a span. So does a flagged season. In an interval, seasons are
        written as months and decades as years. A time of day is kept only if it has minutes and the day no flag.

        >>> from russianrev.dates import parse_date
        >>> parse_date("1917-02~ OS").edtf
        '1917-02-14~/1917-03-13~'
        """
        if self.precision in _OF_TWO_ENDS:
            return writing.span_edtf(self.first, self.last)
        return writing.moment_edtf(self._given, self.time)

    @property
    def iso(self) -> str:
        """In ISO 8601, in the Gregorian calendar; an open interval as ISO 8601-2 has it. Flags are left out.

        >>> from russianrev.dates import parse_date
        >>> parse_date("1917-02 OS").iso, parse_date("1921-03").iso, parse_date("../1917-10").iso
        ('1917-02-14/1917-03-13', '1921-03', '../1917-10-31')
        """
        if self.precision in _OF_TWO_ENDS:
            return writing.span_iso(self.first, self.last)
        return writing.moment_iso(self._given, self.time)

    def format(self, style: display.Style = "both") -> str:
        """Write it in words: in both styles where they differ and the old one was in use or given, or in one style.

        Of both, the one in which it was given comes first: `25 October (7 November) 1917`, but of a day abroad
        `5 May [O.S. 23 April] 1818`.

        A month or year is shown in the calendar it was given in; in the other style, it is the days between
        which the moment lies. `parse_date` reads all of it back.

        Raises:
            DateError: if `style` is none of "both", "old" and "new".

        >>> from russianrev.dates import parse_date
        >>> february = parse_date("February 1917 (O.S.)")
        >>> february.format(), february.format("new")
        ('February 1917 (O.S.)', 'between 14 February and 13 March 1917')
        """
        if style not in ("both", "old", "new"):
            raise DateError(f"there is no style {style!r}; accepted are 'both', 'old' (Julian) and 'new' (Gregorian)")
        match self.precision:
            case Precision.SPAN:
                return display.span_text(self.first, self.last, style)
            case Precision.PERIOD:
                return display.between_text(self.first, self.last, style)
            case _:
                return display.moment_text(self._given, self.time, style)

    @property
    def label(self) -> str:
        """In words, in both styles; the same as `str()`."""
        return self.format()

    @property
    def old_style(self) -> str:
        """In words, by the Julian calendar: `25 October 1917 (O.S.)`."""
        return self.format("old")

    @property
    def new_style(self) -> str:
        """In words, by the Gregorian calendar: `7 November 1917`."""
        return self.format("new")

    def __str__(self) -> str:
        """Write it in words, in both styles: `25 October (7 November) 1917`."""
        return self.format()

    def __format__(self, specification: str) -> str:
        """Write it as `str` does, as wide as asked for: `f"{date:>30}"`."""
        return format(str(self), specification)

    def __repr__(self) -> str:
        """Write the call that makes an equal date: `parse_date('1917-10-25 OS')`."""
        return f"parse_date({self.notation!r})"


def _check_bounds(first: CalendarUnit | None, last: CalendarUnit | None) -> None:
    """Refuse what is no one moment between two bounds, or before or after one."""
    if first and last:
        if (first.calendar, first.flag) != (last.calendar, last.flag):
            raise DateError("a moment between two dates has one calendar, and is flagged as a whole")
        return
    given = first or last
    assert given is not None
    given.shifted(1 if last else -1)  # by which it is called "before" or "after"


def _as_historical(date: HistoricalDate | datetime.date) -> HistoricalDate:
    if isinstance(date, HistoricalDate):
        return date
    if isinstance(date, datetime.date):
        return HistoricalDate.from_date(date)
    raise TypeError(f"expected a HistoricalDate or a datetime.date, not {type(date).__name__}; see parse_date")

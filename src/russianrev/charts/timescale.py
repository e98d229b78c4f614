"""Time on paper: from days to pixels, and the axes of both calendars."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import product

from attrs import frozen

from russianrev.charts.canvas import GREY, Canvas
from russianrev.charts.words import speaker
from russianrev.dates import REFORM, Calendar, HistoricalDate, Precision
from russianrev.dates.time_of_day import MINUTES_IN_DAY
from russianrev.dates.translation import months_in

AXIS = 20
"""Pixels that an axis takes."""

_FIRST_YEAR, _LAST_YEAR = 2, 9998  # years of which both calendars have all days
_BOTH = 3 * 366  # days of a chart beyond which thirteen days between the calendars are not to be seen
_YEAR, _MONTH = tuple(range(1, 13)), tuple(range(1, 32))
# Months, days of the month, years from one to the next; days between ticks, at least; pixels that a label needs.
_STEPS = (
    (_YEAR, _MONTH, 1, 1, 25),
    (_YEAR, (1, 5, 10, 15, 20, 25), 1, 4, 27),
    (_YEAR, (1, 11, 21), 1, 8, 27),
    (_YEAR, (1, 15), 1, 14, 30),
    (_YEAR, (1,), 1, 28, 44),
    ((1, 4, 7, 10), (1,), 1, 90, 44),
    *(((1,), (1,), years, 365 * years, 36) for years in (1, 2, 5, 10, 20, 50)),
    ((1,), (1,), 100, 1, 0),
)


@frozen
class Extent:
    """From when to when, in days since the year 1 (and parts of a day); None at an open end.

    It begins between `begins` and `begun`, and ends between `ceases` and `ends`; if it is a `moment`, it is one
    somewhere between the first and the last of them. `vague` is what is approximate or uncertain.
    """

    begins: float | None
    begun: float
    ceases: float
    ends: float | None
    moment: bool = False
    vague: bool = False
    day: bool = False

    @classmethod
    def of(cls, date: HistoricalDate) -> Extent:
        """Find the extent of a date."""
        if date.is_span:
            first, last = (
                _find_limits(HistoricalDate.moment(unit)) if unit else None for unit in (date.first, date.last)
            )
            return cls.between(first, last)
        begins, ends, vague = _find_limits(date)
        return cls(begins, begins, ends, ends, moment=True, vague=vague, day=date.precision is Precision.DAY)

    @classmethod
    def stretch(
        cls, start: HistoricalDate | None, end: HistoricalDate | None, death: HistoricalDate | None
    ) -> Extent | None:
        """Find the extent of what began and ended on dates, if either is known.

        Of what has no end it is not known how long before the person's death it lasted.
        """
        first, last, latest = (_find_limits(date) if date else None for date in (start, end, death))
        if first and not last and latest:
            last = (first[1], latest[1], latest[2])
        return cls.between(first, last) if first or last else None

    @classmethod
    def between(cls, first: tuple[float, float, bool] | None, last: tuple[float, float, bool] | None) -> Extent:
        """Make the extent from one known stretch of days to another, each of which is None at an open end."""
        begins, begun, about = first or (None, last[0] if last else 0, False)
        ceases, ends, vague = last or (begun, None, False)
        return cls(
            begins,
            begins if begins is not None and begun - begins <= 1 else begun,
            ends if ends is not None and ends - ceases <= 1 else ceases,
            ends,
            vague=about or vague,
        )

    @property
    def middle(self) -> float:
        """Halfway."""
        return (self.begun + self.ceases) / 2


def _find_limits(date: HistoricalDate) -> tuple[float, float, bool]:
    """Find the first moment and the last of a date, and whether it is vague; an open end is taken for the other one."""
    start, end = date.start or date.end, date.end or date.start
    assert start
    assert end
    opens, closes = date.time.minutes if date.time else (0, MINUTES_IN_DAY)
    return (
        start.toordinal() + opens / MINUTES_IN_DAY,
        end.toordinal() + closes / MINUTES_IN_DAY,
        date.approximate or date.uncertain,
    )


@frozen
class Scale:
    """Days `first` to `last` (not included), on pixels `left` to `right`."""

    first: float
    last: float
    left: float
    right: float

    @classmethod
    def fit(cls, extents: list[Extent], left: float, right: float) -> Scale:
        """Make one that all of these fit on, with a little room at both ends."""
        ends = [end for e in extents for end in (e.begins, e.ends, e.begun, e.ceases) if end is not None]
        room = max((max(ends) - min(ends)) * 0.015, 0.5)
        return cls(min(ends) - room, max(ends) + room, left, right)

    @property
    def pixels(self) -> float:
        """Pixels to a day."""
        return (self.right - self.left) / (self.last - self.first)

    def __call__(self, day: float) -> float:
        """Find the pixel of a day."""
        return self.left + (day - self.first) * self.pixels

    def clip(self, x: float) -> float:
        """Find the nearest pixel that is on it."""
        return min(max(x, self.left), self.right)

    @property
    def both(self) -> bool:
        """Whether the two calendars can be told apart on it, and both were in use."""
        return self.last - self.first < _BOTH and self.first < REFORM.toordinal()

    @property
    def daily(self) -> bool:
        """Whether its labels are days, and so have no year."""
        return len(self._step[1]) > 1

    @property
    def _step(self) -> tuple[tuple[int, ...], tuple[int, ...], int, int, int]:
        return next(step for step in _STEPS if step[3] * self.pixels >= step[4])

    def years(self, calendar: Calendar) -> str:
        """Write the years of a calendar of which it has days: `1917`, `1917–1918`."""
        first, last = (calendar.year_month_day(self._find_day(day))[0] for day in (self.first, self.last - 0.001))
        return str(first) if first == last else f"{first}–{last}"

    def ticks(self, calendar: Calendar, language: str) -> Iterator[tuple[float, str]]:
        """Find where to set which label of a calendar; of the Julian only until Russia gave it up."""
        months, days, apart, _, _ = self._step
        names = months_in(language)
        years = range(self._find_year(self.first) // apart * apart, self._find_year(self.last) + 2, apart)
        halfway = 0.5 if days is _MONTH else 0
        first = True
        for year, month, day in product(years, months, days):
            if not _FIRST_YEAR <= year <= _LAST_YEAR or day > calendar.days_in_month(year, month):
                continue
            date = calendar.day(year, month, day)
            at = date.toordinal() + halfway
            if self.first <= at < self.last and (calendar is Calendar.GREGORIAN or date < REFORM):
                if self.daily:
                    yield at, _write_day(names[month - 1], day, language) if first or day == 1 else str(day)
                elif len(months) > 1:
                    yield (
                        at,
                        _write_month(names[month - 1], year, language) if first or month == 1 else names[month - 1],
                    )
                else:
                    yield at, str(year)
                first = False

    def _find_year(self, day: float) -> int:
        """Find the year of a day, by the calendar in which it is the earlier one."""
        return self._find_day(day - 13).year

    @staticmethod
    def _find_day(day: float) -> datetime.date:
        """Find the day that calendars have next to a number of days."""
        return datetime.date.fromordinal(min(max(int(day), 1), datetime.date.max.toordinal()))


def _write_day(month: str, day: int, language: str) -> str:
    return f"{month}{day}日" if language == "zh" else f"{day} {month}"


def _write_month(month: str, year: int, language: str) -> str:
    return f"{year}年{month}" if language == "zh" else f"{month} {year}"


def draw_axes(canvas: Canvas, scale: Scale, top: float, bottom: float, language: str) -> None:
    """Draw an axis above `top` and one below `bottom`, with lines from the upper.

    If the calendars can be told apart, the upper is the old one. Where the labels are days, the years stand beside.
    """
    say = speaker(language)
    upper = Calendar.JULIAN if scale.both else Calendar.GREGORIAN
    for day, label in scale.ticks(upper, language):
        canvas.guide(scale(day), scale(day), top, bottom)
        canvas.text(scale(day), top - 9, label, GREY, align="center", size=10)
    for day, label in scale.ticks(Calendar.GREGORIAN, language):
        canvas.line(scale(day), scale(day), bottom, bottom + 4)
        canvas.text(scale(day), bottom + 12, label, GREY, align="center", size=10)
    canvas.guide(scale.left, scale.right, top, top)
    canvas.line(scale.left, scale.right, bottom, bottom)
    for y, calendar, style in ((top - 9, upper, "old style"), (bottom + 12, Calendar.GREGORIAN, "new style")):
        beside = [say(style)] * scale.both + [scale.years(calendar)] * scale.daily
        if beside:
            canvas.text(scale.left - 30, y, ", ".join(beside), GREY, align="right", size=10, fontStyle="italic")

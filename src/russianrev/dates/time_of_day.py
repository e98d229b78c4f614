"""The time at which something happened within its day: an hour, a minute, or a part of the day in words."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from russianrev.errors import DateError

MINUTES_IN_DAY = 24 * 60


class PartOfDay(StrEnum):
    """A part of the day, in order; the hours are nominal, and serve only to set it among clock times.

    The parts share the day out between them without gap or overlap. "Night" is the end of the day it is named
    with, "small hours" the beginning; midnight, which could be either, is not among them.
    """

    SMALL_HOURS = "small-hours"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


# The first minute, and the one after the last. Noon is one minute: half past twelve is in the afternoon.
_NOMINAL_MINUTES = {
    PartOfDay.SMALL_HOURS: (0, 5 * 60),
    PartOfDay.MORNING: (5 * 60, 12 * 60),
    PartOfDay.NOON: (12 * 60, 12 * 60 + 1),
    PartOfDay.AFTERNOON: (12 * 60 + 1, 18 * 60),
    PartOfDay.EVENING: (18 * 60, 22 * 60),
    PartOfDay.NIGHT: (22 * 60, MINUTES_IN_DAY),
}


@frozen
class TimeOfDay:
    """An hour (`TimeOfDay(2)`), a minute (`TimeOfDay(21, 45)`) or a part of the day (`TimeOfDay(part=...)`).

    >>> TimeOfDay(21, 45).notation, TimeOfDay(2).notation, TimeOfDay(part=PartOfDay.EVENING).notation
    ('T21:45', 'T02', 'evening')
    """

    hour: int | None = None
    minute: int | None = None
    part: PartOfDay | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if (self.hour is None) == (self.part is None):
            raise DateError("a time of day is either an hour or a part of the day")
        if self.hour is None and self.minute is not None:
            raise DateError(f"minute {self.minute} has no hour")
        if self.hour is not None and not 0 <= self.hour <= 23:
            raise DateError(f"there is no hour {self.hour}: hours are 0 to 23")
        if self.minute is not None and not 0 <= self.minute <= 59:
            raise DateError(f"there is no minute {self.minute}: minutes are 0 to 59")

    @property
    def minutes(self) -> tuple[int, int]:
        """The minutes of the day it covers, counted from midnight: the first, and the one after the last.

        >>> TimeOfDay(2).minutes
        (120, 180)
        """
        if self.part is not None:
            return _NOMINAL_MINUTES[self.part]
        assert self.hour is not None
        if self.minute is None:
            return self.hour * 60, self.hour * 60 + 60
        return self.hour * 60 + self.minute, self.hour * 60 + self.minute + 1

    @property
    def notation(self) -> str:
        """As the notation writes it: `T21:45`, `T02`, `evening`."""
        if self.part is not None:
            return self.part.value
        return f"T{self.hour:02}" if self.minute is None else f"T{self.hour:02}:{self.minute:02}"

    def __str__(self) -> str:
        """Write it as people read it: `21:45`, `02h`, `small hours`."""
        if self.part is not None:
            return self.part.replace("-", " ")
        return f"{self.hour:02}h" if self.minute is None else f"{self.hour:02}:{self.minute:02}"

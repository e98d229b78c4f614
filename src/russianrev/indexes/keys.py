"""The keys of the indexes of events: how they are written, for those who make an index and those who look in it."""

from __future__ import annotations


def participant_key(id: str, role: str | None = None) -> str:
    """Name the key of who took part, in a role or in any.

    >>> participant_key("lenin"), participant_key("lenin", "speaker")
    ('lenin', 'lenin speaker')
    """
    return id if role is None else f"{id} {role}"


def day_key(calendar: str, month: int, day: int) -> str:
    """Name the key of a day of the year.

    >>> day_key("julian", 10, 25)
    'julian 10-25'
    """
    return f"{calendar} {month:02}-{day:02}"

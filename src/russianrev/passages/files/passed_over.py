"""What is passed over in a folder, and why: nothing is left out without a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from attrs import define, frozen

from russianrev.errors import UnreadableError
from russianrev.text import counted, wrap

_NAMED = 3  # of what is passed over for the same reason


class Reason(StrEnum):
    """Why a file or a folder is passed over."""

    LINK = "a link"
    NO_FILE = "a pipe, a socket or a device"
    EMPTY = "empty"
    NO_TEXT = "not a text"
    TOO_LARGE = "too large"
    TOO_MANY = "too many files"
    BEYOND = "beyond what is read at once"
    UNREADABLE = "cannot be read"
    NEEDS_EXTRA = "needs an extra"
    DAMAGED = "damaged"


@define
class Room:
    """How many bytes may still be read; who reads takes of it before."""

    left: int

    def take(self, size: int) -> None:
        """Take room for so many bytes. Raises `UnreadableError` if there is not as much."""
        if size > self.left:
            raise UnreadableError(Reason.BEYOND, f"{size:,} bytes, and room for {self.left:,}")
        self.left -= size


@frozen
class PassedOver:
    """A file or a folder that was passed over, and why; `detail` says more, where there is more to say."""

    path: Path
    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" + (f" ({self.detail})" if self.detail else "")


def passed_over_lines(found: Iterable[PassedOver]) -> list[str]:
    """Say what was passed over, for each reason how many and the first of them by name."""
    by_reason: dict[Reason, list[PassedOver]] = defaultdict(list)
    for each in found:
        by_reason[each.reason].append(each)
    lines = []
    for reason in filter(by_reason.get, Reason):
        these = by_reason[reason]
        named = [f"{each.path}" + (f" ({each.detail})" if each.detail else "") for each in these[:_NAMED]]
        more = len(these) - len(named)
        names = ", ".join(named) + (f" and {counted(more, 'other')}" if more else "")
        lines += wrap(f"{reason}: {names}", first="  ", rest="    ")
    return lines

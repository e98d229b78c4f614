"""Why the text of a document could not be had, and what a person can do about it."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from russianrev.passages.store import DOCUMENTS_VARIABLE, STORE_VARIABLE
from russianrev.text import wrap


class Obstacle(StrEnum):
    """Why a text could not be had."""

    NO_ADDRESS = "no address is known"
    NO_TEXT = "no text is there"
    NOT_RESOLVED = "the server's name is not known"
    NOT_REACHED = "the server cannot be reached"
    NOT_TRUSTED = "the connection cannot be trusted"
    TOO_SLOW = "too slow"
    BROKEN_OFF = "broken off"
    LED_ASTRAY = "led elsewhere"
    STATUS = "refused"
    TOO_LARGE = "too large"
    UNREADABLE = "not a text that can be read"
    ANOTHER_TEXT = "another text"
    NO_TRACK = "the data set has no track by which to know the text"
    NOT_WRITABLE = "cannot be kept"
    IN_THE_WAY = "another file has its name"


_PUT = f"put it in {{store}} or name it in {DOCUMENTS_VARIABLE}"
_BY_HAND = f"open the address in a browser, save the page, and {_PUT}"
_LIBRARY = f"ask a library for {{work}}; {_PUT}"
_ADVICE = {
    Obstacle.NO_ADDRESS: _LIBRARY,
    Obstacle.NO_TEXT: f"look there, or {_LIBRARY}",
    Obstacle.NOT_RESOLVED: f"see that this machine is online and try again, or {_BY_HAND}",
    Obstacle.NOT_REACHED: f"see that this machine is online and try again, or {_BY_HAND}",
    Obstacle.NOT_TRUSTED: "see that this machine's clock is right and, if your network has certificates of its own,"
    f" name their file in SSL_CERT_FILE, or {_BY_HAND}",
    Obstacle.TOO_SLOW: f"try again later, or {_BY_HAND}",
    Obstacle.BROKEN_OFF: f"try again later, or {_BY_HAND}",
    Obstacle.NO_TRACK: f"write it with `russianrev track`, or get the very text and {_PUT}",
    Obstacle.NOT_WRITABLE: "see that there is room and that you may write there, or name another folder in"
    f" {STORE_VARIABLE}",
    Obstacle.IN_THE_WAY: "give it another name, or move it, and try again",
}


class NotHadError(Exception):
    """A text could not be had."""

    def __init__(self, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(obstacle, detail)
        self.obstacle = obstacle
        self.detail = detail


@frozen
class Failure:
    """Why a text could not be had from an address, or at all, and what to do: `advice`."""

    obstacle: Obstacle
    detail: str
    address: str | None
    advice: str

    def __str__(self) -> str:
        """Write it as it is listed; an address has a line of its own, so that it can be copied."""
        detail = f" ({self.detail})" if self.detail else ""
        told = wrap(f"{self.obstacle}{detail}: {self.advice}", first="    ", rest="    ")
        return "\n".join([f"  {self.address}", *told] if self.address else told)


def advice(obstacle: Obstacle, store: str, work: str) -> str:
    """Say what a person can do who wants a text of this work in this store.

    >>> advice(Obstacle.NOT_WRITABLE, "texts", "“A Chronicle of the Wharf”").partition(",")[0]
    'see that there is room and that you may write there'
    """
    return _ADVICE.get(obstacle, _BY_HAND).format(store=store, work=work)

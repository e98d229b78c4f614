"""What can be told of a text at a glance: whether it can hold a document at all.

To look at all the letters of a text takes a second for a megabyte. A log, a table or a program is not looked at: what
is cited is running text, in which there is little but letters, and a book that holds it is running text all over.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining

from russianrev.passages.tracks.fingerprints import Grain, grain_of

_STRETCHES = 64  # that are looked at
_LENGTH = 200  # characters of a stretch
_LETTERS = 0.85  # of what is no blank and no accent, in running text
_RUNNING = 0.5  # of the stretches, in a text that may hold a document


def grains_of(text: str) -> frozenset[Grain]:
    """Tell how finely a text may be looked at: in no way if less than half of it is running text.

    >>> len(grains_of("All power to the Soviets! " * 100)), len(grains_of("1917-10-25 21:40:00, 1;" * 100))
    (1, 0)
    """
    stretches = [*_stretches(text)]
    running = [*filter(_is_running, stretches)]
    return frozenset(map(grain_of, running)) if len(running) >= _RUNNING * len(stretches) else frozenset()


def _stretches(text: str) -> Iterator[str]:
    step = max(len(text) // _STRETCHES, _LENGTH)
    for at in range(0, len(text), step):
        yield text[at : at + _LENGTH]


def _is_running(stretch: str) -> bool:
    written = "".join(stretch.split())
    marks = 0 if written.isascii() else sum(map(bool, map(combining, written)))
    return sum(map(str.isalpha, written)) > _LETTERS * (len(written) - marks)

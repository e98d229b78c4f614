"""Plain text for terminals: wrapping and tables in which a Chinese character is two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size

WIDTH = 80
"""Columns of a page where there is no terminal that says how many it has."""

NARROWEST, WIDEST = 40, 120
"""Columns of a page at least and at most: longer lines are hard to read."""

_LEAST = 8  # columns that the last column of a table needs


def page_width() -> int:
    """Tell how many columns a page has: those of the terminal, or what the environment variable COLUMNS says."""
    return min(max(get_terminal_size((WIDTH, 24)).columns, NARROWEST), WIDEST)


def counted(number: int, noun: str) -> str:
    """Write a number of things in words.

    >>> counted(1, "event"), counted(3, "stretch"), counted(0, "event"), counted(2, "party")
    ('1 event', '3 stretches', 'no events', '2 parties')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        plural = noun[:-1] + "ies"
    else:
        plural = noun + ("es" if noun.endswith(("s", "ch")) else "s")
    return f"{number or 'no'} {noun if number == 1 else plural}"


def a(noun: str) -> str:
    """Put the article before a noun.

    >>> a("event"), a("place")
    ('an event', 'a place')
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def columns(text: str) -> int:
    """Count the terminal columns that a text takes.

    >>> columns("Lenin"), columns("列宁"), columns("Tsérételli")
    (5, 4, 10)
    """
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int | None = None, *, first: str = "", rest: str = "") -> list[str]:
    """Wrap a text in lines no wider than `width` columns; the first begins with `first`, the others with `rest`.

    If no width is given it is that of the page.

    A word that is wider than a line is cut where it must be; nothing is lost.

    >>> wrap("All power to the Soviets", 12, first="- ", rest="  ")
    ['- All power', '  to the', '  Soviets']
    """
    width = width or page_width()
    lines: list[str] = []
    line, used, empty = first, columns(first), True
    for word in text.split():
        while word:
            gap = "" if empty else " "
            if used + len(gap) + columns(word) <= width:
                line += gap + word
                used += len(gap) + columns(word)
                empty, word = False, ""
            elif not empty:
                lines.append(line)
                line, used, empty = rest, columns(rest), True
            else:
                head = _cut_off(word, max(width - used, 2))
                lines.append(line + head)
                line, used, word = rest, columns(rest), word[len(head) :]
    return lines if empty and lines else [*lines, line.rstrip()]


def wrap_lines(text: str, width: int | None = None) -> list[str]:
    r"""Wrap each line of a text, what is left of it a step further in than it begins.

    >>> wrap_lines("Slogans:\n  All power to the Soviets", 16)
    ['Slogans:', '  All power to', '    the Soviets']
    """
    lines: list[str] = []
    for line in text.splitlines():
        indent = " " * (len(line) - len(line.lstrip()))
        lines += wrap(line, width, first=indent, rest=indent + "  ")
    return lines


def _cut_off(word: str, room: int) -> str:
    """Cut off the longest beginning of a word that takes no more than `room` columns, one character at least."""
    for length in range(len(word), 1, -1):
        if columns(word[:length]) <= room:
            return word[:length]
    return word[:1]


def table(rows: Iterable[Sequence[str]], width: int | None = None, *, gap: int = 2, indent: str = "") -> list[str]:
    r"""Write rows in aligned columns; the last column is wrapped under itself to fit `width`.

    Where the others leave too little room for it, the rows are running text.

    >>> print(*table([("1917", "February"), ("1918", "Brest-Litovsk")]), sep="\n")
    1917  February
    1918  Brest-Litovsk
    """
    rows = [tuple(row) for row in rows]
    if not rows:
        return []
    width = width or page_width()
    widths = [max(columns(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    if columns(indent) + sum(widths) + gap * len(widths) > width - _LEAST:
        texts = ((" " * gap).join(row) for row in rows)
        return [line for text in texts for line in wrap(text, width, first=indent, rest=indent + " " * gap)]
    lines = []
    for row in rows:
        head = indent
        for cell, wide in zip(row[:-1], widths, strict=True):
            head += cell + " " * (wide - columns(cell) + gap)
        lines += wrap(row[-1], width, first=head, rest=" " * columns(head))
    return [line.rstrip() for line in lines]

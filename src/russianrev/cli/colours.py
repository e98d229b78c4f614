"""Colours in a terminal: headings stand out, ids and citations step back, corrections are seen.

Rule: https://no-color.org/.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping

_BOLD, _DIM, _YELLOW, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"
_RULES = (
    (re.compile(r"^(?=\S)(.+)$(?=\n[=-]+$)", re.MULTILINE), _BOLD),
    (re.compile(r"^( *— .*(?:\n {4,}(?!“).*)*)", re.MULTILINE), _DIM),
    (re.compile(r"(\[[a-z0-9]+(?:-[a-z0-9]+)*\])$", re.MULTILINE), _DIM),
    (re.compile(r"^( *“[^”\n]*” is read as .*)$", re.MULTILINE), _YELLOW),
)


def has_colours(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether what is printed goes to a terminal with colours, and the user has nothing against them."""
    return sys.stdout.isatty() and not environment.get("NO_COLOR") and environment.get("TERM", "") not in ("", "dumb")


def coloured(text: str) -> str:
    r"""Colour a page of plain text.

    >>> coloured("Lenin\n=====")
    '\x1b[1mLenin\x1b[0m\n====='
    """
    for pattern, colour in _RULES:
        text = pattern.sub(lambda found, colour=colour: f"{colour}{found[1]}{_PLAIN}", text)  # type: ignore[misc]
    return text

"""Hyperlinks in a terminal: each citation that is printed leads to its passage on the web, if that has an address.

They are written by the control sequence OSC 8, which terminals that do not know it pass over. Rule:
https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping

from russianrev.errors import RussianRevError
from russianrev.queries.corpus import Corpus

_CITATION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\s+¶[0-9]+\s+\[[0-9]+–[0-9]+\]")
_SETTING = "FORCE_HYPERLINK"
_PLAIN = ("", "dumb", "linux")


def has_links(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether what is printed goes to a terminal that can show links; FORCE_HYPERLINK (0 or 1) overrides it."""
    if forced := environment.get(_SETTING):
        return forced != "0"
    return sys.stdout.isatty() and environment.get("TERM", "") not in _PLAIN


def linked(text: str, corpus: Corpus) -> str:
    """Make links of the citations in a text, by line, so that none takes in the blanks at a line's beginning."""
    return _CITATION.sub(lambda found: _link(found[0], corpus), text)


def _link(written: str, corpus: Corpus) -> str:
    try:
        url = corpus.citation(written).url
    except (RussianRevError, ValueError):
        return written
    if url is None:
        return written
    return "\n".join(
        re.sub(r"\S.*", lambda part: f"\x1b]8;;{url}\x1b\\{part[0]}\x1b]8;;\x1b\\", line)
        for line in written.split("\n")
    )

"""The library's questions as conditions on the views of `views.sql`: `from asking_sql import ...`.

An answer is the rows, in order; an engine is whatever gives the rows of a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from russianrev.dates import HistoricalDate

Row: TypeAlias = tuple[Any, ...]
Engine: TypeAlias = Callable[[str], list[Row]]

_PAGE = Path(__file__).parents[1] / "docs" / "howto" / "at-scale.md"

_QUESTION = re.compile(r"^```sql\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?", re.DOTALL | re.MULTILINE)
_SCRIPT = re.compile(r"^```py\n(.*?)^```$", re.DOTALL | re.MULTILINE)

CITED = "source_id, paragraph, char_start, char_end, digest, locator, url"
"""The columns that are a citation."""


def between(period: HistoricalDate, *, possible: bool) -> str:
    """The events of a period, which may be open at one end."""
    first, last = ("last_day", "first_day") if possible else ("first_day", "last_day")
    limits = [f"{first} >= DATE '{period.start}'"] if period.start else []
    limits += [f"{last} <= DATE '{period.end}'"] if period.end else []
    return f"SELECT event_id FROM event_days WHERE {' AND '.join(limits)} ORDER BY sort_key"


def involved(*who: str, role: str = "", how: str = "all") -> str:
    """The events in which all of these, or any, took part."""
    in_role = f" AND role = '{role}'" if role else ""
    together = f"HAVING count(DISTINCT who_id) = {len(who)}" if how == "all" else ""
    named = ", ".join(f"'{one}'" for one in who)
    return f"""
        SELECT event_id FROM involved WHERE who_id IN ({named}){in_role}
        GROUP BY event_id, sort_key {together} ORDER BY sort_key
    """


def sources_for(thing: str) -> str:
    """The passages behind a thing."""
    return f"SELECT {CITED} FROM sources_for WHERE thing_id = '{thing}' ORDER BY source_id, paragraph, number"


def sources_for_date(event: str) -> str:
    """The passages that give an event its date."""
    return f"SELECT {CITED} FROM sources_for_date WHERE event_id = '{event}' ORDER BY source_id, paragraph, number"


def firsts(rows: list[Row]) -> list[Any]:
    """The first cell of each row."""
    return [first for first, *_ in rows]


def statements() -> list[tuple[str, list[str] | None]]:
    """What the page asks, each with the lines that it shows for an answer, or None if it shows none."""
    return [(asked, answer.splitlines() or None) for asked, answer in _QUESTION.findall(_PAGE.read_text("utf-8"))]


def session_in_spark() -> str:
    """The script with which the page begins a session in Spark."""
    (script,) = _SCRIPT.findall(_PAGE.read_text("utf-8"))
    return str(script)


def shown(rows: list[Row]) -> list[str]:
    """Rows as the page shows them."""
    return [" | ".join(map(str, row)) for row in rows]

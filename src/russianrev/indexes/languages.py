"""The languages in which things have names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any


def by_language(things: Iterable[Any]) -> dict[str, int]:
    """Count the names of these things by language, whose tag is in lower case."""
    return dict(Counter(name.language.lower() for thing in things for name in thing.names))

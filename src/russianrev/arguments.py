"""What a caller gives: a whole number or a language, read, or refused with what was wanted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import index
from typing import Any

LANGUAGES = ("en", "zh", "vi", "ru")
"""The languages that the library itself has words in."""


def whole_number(value: Any, what: str) -> int:
    """Read a whole number of any type that is one, such as numpy's. Raises `TypeError` for what is not: 3.0, "3".

    >>> whole_number(True, "how many")
    1
    >>> whole_number(3.0, "how many questions")
    Traceback (most recent call last):
    TypeError: wanted: how many questions, as a whole number, not 3.0
    """
    try:
        return index(value)
    except TypeError:
        raise TypeError(f"wanted: {what}, as a whole number, not {value!r}") from None


@lru_cache
def language_ranges(language: str) -> tuple[str, ...]:
    """List the tags that a language may stand under, in lower case, the most exact first.

    They are those of the lookup of RFC 4647, section 3.4: https://www.rfc-editor.org/rfc/rfc4647#section-3.4. An
    underscore, as in the name of a locale, counts as a hyphen. Raises `TypeError` for what is no text.

    >>> language_ranges("zh_Hant-TW")
    ('zh-hant-tw', 'zh-hant', 'zh')
    """
    if not isinstance(language, str):
        raise TypeError(f"wanted: a language as a BCP 47 tag, such as 'ru', not {language!r}")
    subtags = language.strip().replace("_", "-").lower().split("-")
    found = []
    while subtags:
        found.append("-".join(subtags))
        subtags.pop()
        if subtags and len(subtags[-1]) == 1:
            subtags.pop()
    return tuple(found)


def choose_language(language: str, among: Iterable[str]) -> str:
    """Choose the one of some languages that a tag means. Raises `ValueError` if it means none of them.

    >>> choose_language("zh-CN", ("en", "zh")), choose_language("RU", ("en", "ru"))
    ('zh', 'ru')
    """
    known = {tag.lower(): tag for tag in among}
    for tag in language_ranges(language):
        if tag in known:
            return known[tag]
    raise unknown_language(language, known.values())


def unknown_language(language: str, known: Iterable[str]) -> ValueError:
    """Make the error for a language that there is not."""
    return ValueError(f"wanted: a language of {', '.join(known)}, not {language!r}")

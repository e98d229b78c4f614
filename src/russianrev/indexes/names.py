"""Things and sources by their names, in the folding of `russianrev.names`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from russianrev.names import bare, fold, romanised
from russianrev.records.model import Findable, Person, Thing

_NUMERAL = re.compile("[IVX]+")  # of a ruler
_LATIN = re.compile("[\0-\u024f’]+")


def by_name(numbered: Iterable[tuple[int, Findable]]) -> dict[str, list[int]]:
    """Take what each folded form means: names, titles and ids, so that an id's hyphens may be spaces.

    A form without its English article is there too, where it is not the whole of another.
    """
    forms: dict[str, dict[int, None]] = {}
    without_article: dict[str, dict[int, None]] = {}
    for number, found in numbered:
        names = [name.text for name in found.names] if isinstance(found, Thing) else []
        for form in (found.id, found.label, *names):
            folded, shorter = fold(form), bare(form)
            forms.setdefault(folded, {})[number] = None
            if shorter != form:
                folded = fold(shorter)
            without_article.setdefault(folded, {})[number] = None
    return {form: list(meant) for form, meant in (without_article | forms).items()}


def by_sound(numbered: Iterable[tuple[int, Person]]) -> dict[str, list[int]]:
    """Take persons by their names and surnames in Latin letters, however these are spelled."""
    forms: dict[str, dict[int, None]] = {}
    for number, person in numbered:
        surname = person.name.split()[-1]
        names = [person.name, *(name.text for name in person.names)]
        for form in [*names, *([] if _NUMERAL.fullmatch(surname) else [surname])]:
            if _LATIN.fullmatch(form):
                forms.setdefault(romanised(form), {})[number] = None
    return {key: list(meant) for key, meant in forms.items()}

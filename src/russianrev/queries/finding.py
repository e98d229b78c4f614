"""The index of names: from any name, in any script or spelling, to the one thing so named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from russianrev.errors import AmbiguousNameError, UnknownNameError
from russianrev.names import bare, fold, romanised
from russianrev.records.model import Findable, Person, Thing
from russianrev.text import a

_NUMERAL = re.compile("[IVX]+")  # of a ruler
_LATIN = re.compile("[\0-\u024f’]+")


class NameIndex:
    """The things and sources of a data set by their names."""

    def __init__(self, findable: Iterable[Findable]) -> None:
        self.findable = {found.id: found for found in findable}

    @property
    def things(self) -> list[Thing]:
        """What statements are about: all but the sources."""
        return [found for found in self.findable.values() if isinstance(found, Thing)]

    def find(self, name: Findable | str, kinds: tuple[type[Any], ...] = ()) -> Findable:
        """The one thing of some kinds with a name: what `Dataset.find` answers with."""
        if isinstance(name, Findable):
            if not _fits(name, kinds):
                raise TypeError(f"wanted: a {_either(kinds)}, not the {type(name).__name__.lower()} {name.id!r}")
            return name
        if not isinstance(name, str):
            raise TypeError(f"wanted: a name, an id or a record, not {type(name).__name__}")
        exact = self.findable.get(name)
        if exact and _fits(exact, kinds):
            return exact
        named = self._by_name.get(fold(name)) or self._by_name.get(fold(bare(name)))
        fitting = [found for found in named or self._by_sound.get(romanised(bare(name)), []) if _fits(found, kinds)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            options = ", ".join(f"{found.id!r} ({type(found).__name__.lower()})" for found in fitting)
            raise AmbiguousNameError(f"{name!r} is the name of {len(fitting)} things; use an id: {options}", fitting)
        from difflib import get_close_matches

        labels = {form: found.label for form, meant in self._by_name.items() for found in meant if _fits(found, kinds)}
        suggestions = tuple(dict.fromkeys(labels[form] for form in get_close_matches(fold(name), labels)))
        meant = f"did you mean {' or '.join(map(repr, suggestions))}?" if suggestions else "try search()"
        if exact:
            meant = f"it is the id of {a(type(exact).__name__.lower())}"
        raise UnknownNameError(f"no {_either(kinds)} is called {name!r}; {meant}", suggestions)

    @cached_property
    def _by_sound(self) -> dict[str, list[Findable]]:
        """Persons by their names and surnames in Latin letters, however these are spelled."""
        index: dict[str, dict[Findable, None]] = defaultdict(dict)
        for person in self.findable.values():
            if isinstance(person, Person):
                surname = person.name.split()[-1]
                forms = [person.name, *(name.text for name in person.names)]
                for form in [*forms, *([] if _NUMERAL.fullmatch(surname) else [surname])]:
                    if _LATIN.fullmatch(form):
                        index[romanised(form)][person] = None
        return {key: list(meant) for key, meant in index.items()}

    @cached_property
    def _by_name(self) -> dict[str, list[Findable]]:
        """What each folded form means: names, titles and ids, so that an id's hyphens may be spaces."""
        index: dict[str, dict[Findable, None]] = defaultdict(dict)
        without_article: dict[str, dict[Findable, None]] = defaultdict(dict)
        for found in self.findable.values():
            names = [name.text for name in found.names] if isinstance(found, Thing) else []
            for form in (found.id, found.label, *names):
                index[fold(form)][found] = None
                without_article[fold(bare(form))][found] = None
        return {form: list(meant) for form, meant in (without_article | index).items()}


def _fits(found: Findable, kinds: tuple[type[Findable], ...]) -> bool:
    return not kinds or isinstance(found, kinds)


def _either(kinds: tuple[type, ...]) -> str:
    return " or ".join(kind.__name__.lower() for kind in kinds) or "thing"

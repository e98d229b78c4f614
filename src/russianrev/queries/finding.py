"""From any name, in any script or spelling, to the one thing so named."""

from __future__ import annotations

from typing import Any

from russianrev.errors import AmbiguousNameError, UnknownNameError
from russianrev.names import bare, fold, romanised
from russianrev.records.base import Owner, Record
from russianrev.records.model import Findable
from russianrev.text import a


def find(owner: Owner, name: Findable | str, kinds: tuple[type[Any], ...] = ()) -> Findable:
    """Find the one thing of some kinds with a name: what `Corpus.find` answers with."""
    if isinstance(name, Findable):
        if not _fits(name, kinds):
            raise TypeError(f"wanted: a {_list_kinds(kinds)}, not the {type(name).__name__.lower()} {name.id!r}")
        return name
    if not isinstance(name, str):
        raise TypeError(f"wanted: a name, an id or a record, not {type(name).__name__}")
    exact = _get(owner, name)
    if isinstance(exact, Findable) and _fits(exact, kinds):
        return exact
    named = owner.look_up("name", fold(name)) or owner.look_up("name", fold(bare(name)))
    meant = (owner[number] for number in named or owner.look_up("sound", romanised(bare(name))) or ())
    fitting: list[Findable] = [found for found in meant if isinstance(found, Findable) and _fits(found, kinds)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        options = ", ".join(f"{found.id!r} ({type(found).__name__.lower()})" for found in fitting)
        raise AmbiguousNameError(f"{name!r} is the name of {len(fitting)} things; use an id: {options}", fitting)
    suggestions = _find_similar(owner, fold(name), kinds)
    remedy = f"did you mean {' or '.join(map(repr, suggestions))}?" if suggestions else "try search()"
    if isinstance(exact, Findable):
        remedy = f"it is the id of {a(type(exact).__name__.lower())}"
    raise UnknownNameError(f"no {_list_kinds(kinds)} is called {name!r}; {remedy}", suggestions)


def _get(owner: Owner, id: str) -> Record | None:
    try:
        return owner[id]
    except KeyError:
        return None


def _find_similar(owner: Owner, form: str, kinds: tuple[type[Any], ...]) -> tuple[str, ...]:
    from difflib import get_close_matches  # only for those who mistype: it is slow to import

    named = ((each, owner[number]) for each, numbers in owner.entries("name") for number in numbers)
    labels = {each: found.label for each, found in named if _fits(found, kinds)}
    return tuple(dict.fromkeys(labels[close] for close in get_close_matches(form, labels)))


def _fits(found: Record, kinds: tuple[type[Any], ...]) -> bool:
    return not kinds or isinstance(found, kinds)


def _list_kinds(kinds: tuple[type, ...]) -> str:
    return " or ".join(kind.__name__.lower() for kind in kinds) or "thing"

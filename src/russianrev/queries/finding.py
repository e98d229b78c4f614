"""From any name, in any script or spelling, to the one thing so named.

The ways are tried in order, and the first that leads to anything decides. What is the name of two or more is asked
back, the likeliest first: that of which most is said. So is what might be meant, where nothing is called so.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from russianrev.errors import AmbiguousNameError, NameLookupError, UnknownNameError
from russianrev.names import bare, fold, loose, words
from russianrev.records.base import Owner, Record
from russianrev.records.model import Findable
from russianrev.text import a

_SUGGESTED = 3
_NEAR, _GIVEN, _MUCH_LESS = 0.7, 0.8, 0.15  # as `difflib` measures likeness; for a given name alone; what is no nearer


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
    fitting: list[Findable] = _choose(owner, named, kinds) if named else _guess(owner, name, kinds)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting and isinstance(exact, Findable):
        remedy = f"it is the id of {a(type(exact).__name__.lower())}"
        raise UnknownNameError(f"no {_list_kinds(kinds)} is called {name!r}; {remedy}")
    raise _ask_back(name, fitting) if fitting else _unknown(owner, name, kinds)


def _guess(owner: Owner, name: str, kinds: tuple[type[Any], ...]) -> list[Any]:
    """Find what is named in other words, by a part of its name, with a title, or as it sounds."""
    from russianrev.queries.guessing import ways  # only for what is not a name as it stands

    return next((fitting for way in ways(owner, name) if (fitting := _choose(owner, way, kinds))), [])


def _ask_back(name: str, candidates: list[Any]) -> AmbiguousNameError:
    """Ask which of several is meant."""
    options = ", ".join(f"{found.id!r} ({type(found).__name__.lower()})" for found in candidates)
    return AmbiguousNameError(f"{name!r} is the name of {len(candidates)} things; use an id: {options}", candidates)


def _unknown(owner: Owner, name: str, kinds: tuple[type[Any], ...]) -> NameLookupError:
    """Ask which of those with a given name is meant, or say that nothing is called so, and what is called nearly so."""
    namesakes = _choose(owner, owner.look_up("given", fold(name)) or (), kinds)
    if len(namesakes) > 1:
        return _ask_back(name, namesakes)
    suggestions = tuple(found.label for found in namesakes) or _find_similar(owner, name, kinds)
    remedy = f"did you mean {' or '.join(map(repr, suggestions))}?" if suggestions else "try search()"
    return UnknownNameError(f"no {_list_kinds(kinds)} is called {name!r}; {remedy}", suggestions)


def _find_similar(owner: Owner, name: str, kinds: tuple[type[Any], ...]) -> tuple[str, ...]:
    """Find the labels of what has a name spelled like one, or one of its words: the likeliest first."""
    from difflib import SequenceMatcher, get_close_matches  # only for those who mistype: it is slow to import

    from russianrev.personal import untitled

    forms: dict[str, list[int]] = {}
    for index in ("surname", "name"):
        for form, numbers in owner.entries(index):
            forms.setdefault(form, []).extend(numbers)
    called = " ".join(untitled(name.split()))
    near = [
        (round(SequenceMatcher(None, form, asked).ratio(), 1), forms[form])
        for asked in (fold(called), loose(called))
        for form in get_close_matches(asked, forms, n=10 * _SUGGESTED, cutoff=_NEAR)
    ]
    for index, ratio in (("given", _GIVEN), ("surname", 1.0)):
        near += [(ratio, owner.look_up(index, word) or []) for word in words(name)]
    likeness = {number: ratio for ratio, numbers in sorted(near, key=itemgetter(0)) for number in numbers}
    best = max(likeness.values(), default=0) - _MUCH_LESS
    found = _choose(owner, (number for number, ratio in likeness.items() if ratio > best), kinds)
    found.sort(key=lambda each: likeness[each._number], reverse=True)  # and no more: the likeliest stay first
    return tuple(dict.fromkeys(each.label for each in found))[:_SUGGESTED]


def _choose(owner: Owner, numbers: Iterable[int], kinds: tuple[type[Any], ...]) -> list[Any]:
    """Choose what is of some kinds, in the order of how much is said of it, the most first."""
    found = [each for number in numbers if _fits(each := owner[number], kinds)]
    return sorted(found, key=lambda each: len(each.statements), reverse=True) if len(found) > 1 else found


def _get(owner: Owner, id: str) -> Record | None:
    try:
        return owner[id]
    except KeyError:
        return None


def _fits(found: Record, kinds: tuple[type[Any], ...]) -> bool:
    return not kinds or isinstance(found, kinds)


def _list_kinds(kinds: tuple[type, ...]) -> str:
    return " or ".join(kind.__name__.lower() for kind in kinds) or "thing"

"""What a name may mean that is not in the data as it stands: in other words, by its parts, by its sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from russianrev.indexes.names import parts_of
from russianrev.names import bare, fold, loose, numeral
from russianrev.personal import PARTICLES, fits, is_latin, is_patronymic, sound, tokens_of, untitled, untitled_chinese
from russianrev.records.base import Owner
from russianrev.records.model import Person

_SHORTEST = 5  # letters of the key of a sound: shorter ones are those of too many words


def ways(owner: Owner, name: str) -> Iterator[list[int]]:
    """Go through the ways of reading a name, the surest first: the numbers of what each leads to."""

    def look_up(index: str, key: str) -> list[int]:
        return owner.look_up(index, key) or []

    def persons(numbers: Sequence[int]) -> list[int]:
        return [number for number in numbers if isinstance(owner[number], Person)]

    yield look_up("name", loose(name))
    tokens = tokens_of(bare(name))
    called = [token for token in untitled(tokens) if token not in PARTICLES]
    if len(called) < len(tokens):
        yield persons(look_up("name", fold(" ".join(called))) or look_up("name", loose(" ".join(called))))
    if not called or has_numeral(called):
        return
    plain = fold(untitled_chinese(name))
    yield persons(look_up("name", plain)) or look_up("surname", plain)
    yield list(_find_by_parts(owner, called, lambda surname: look_up("surname", fold(surname))))
    joined = " ".join(called)
    heard = sound(joined) if is_latin(joined) else ""
    if len(called) == 2 and is_patronymic(called[1]):
        yield list(dict.fromkeys(look_up("given", fold(joined)) + look_up("sound", heard)))
    if len(heard) >= _SHORTEST:
        yield look_up("sound", heard)
        yield list(_find_by_parts(owner, called, lambda surname: look_up("sound", sound(surname))))


def has_numeral(tokens: Sequence[str]) -> bool:
    """Tell whether the words of a name have a ruler's numeral: it stands last, or is more than a letter."""
    return bool(numeral(tokens[-1])) or any(len(token) > 1 and numeral(token) for token in tokens[1:])


def _find_by_parts(owner: Owner, tokens: list[str], look_up: Callable[[str], list[int]]) -> Iterator[int]:
    """Find the persons with a surname, which stands last or first, and the given names or initials beside it."""
    for surname, given in ((tokens[-1], tokens[:-1]), (tokens[0], tokens[1:])):
        found = [number for number in look_up(surname) if _is_called(owner[number], given)]
        if found:
            yield from found
            return


def _is_called(person: object, given: list[str]) -> bool:
    assert isinstance(person, Person)
    names = [each.given for each in parts_of(person)]
    return all(any(at < len(name) and fits(asked, name[at]) for name in names) for at, asked in enumerate(given))

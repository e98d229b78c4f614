"""Things and sources by their names, in the folding of `russianrev.names`; persons also by the parts of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from russianrev.han import pinyin
from russianrev.names import bare, fold, loose
from russianrev.personal import Parts, is_patronymic, parts, romanise, sounds
from russianrev.records.model import Findable, Name, Person, Thing
from russianrev.vocabulary import NameKind

_SURNAME_LAST = {"en", "ru", "uk", "pl", "de", "fr", "it", "lv", "cs"}
_AS_PRINTED = {NameKind.PRINTED, NameKind.MISPRINT}
_LONGEST = 12  # Chinese characters of a name that is written in pinyin


def by_name(numbered: Iterable[tuple[int, Findable]]) -> dict[str, list[int]]:
    """Take what each folded form means: names, titles and ids, so that an id's hyphens may be spaces.

    What is not the whole of another name is there too: a form without its English article, the loose form of one in
    Latin letters (`russianrev.names.loose`), and a Chinese one in pinyin.
    """
    forms: dict[str, dict[int, None]] = {}
    others: dict[str, dict[int, None]] = {}
    for number, found in numbered:
        names = found.names if isinstance(found, Thing) else ()
        for form in (found.id, found.label, *(name.text for name in names)):
            forms.setdefault(fold(form), {})[number] = None
        for form in (found.label, *(name.text for name in names if name.language in ("en", "ru"))):
            others.setdefault(fold(bare(form)), {})[number] = None
            key = loose(form)
            if not isinstance(found, Person) or "#" in key:
                others.setdefault(key, {})[number] = None
        for name in names:
            if name.language == "zh" and 1 < len(name.text) <= _LONGEST and (read := pinyin(name.text)):
                others.setdefault(fold(read), {})[number] = None
    return {form: list(meant) for form, meant in (others | forms).items()}


def by_surname(numbered: Iterable[tuple[int, Person]]) -> dict[str, list[int]]:
    """Take persons by each of their surnames: that by birth, and that under which they are known."""
    forms: dict[str, dict[int, None]] = {}
    for number, person in numbered:
        for name in person.names:
            first, _, last = name.text.rpartition("·")
            if first and name.language == "zh":
                forms.setdefault(fold(last), {})[number] = None
                if read := pinyin(last):
                    forms.setdefault(fold(read), {})[number] = None
        for each in parts_of(person):
            for surname in (each.surname, romanise(each.surname) if is_russian(person) else each.surname):
                if surname:
                    forms.setdefault(fold(surname), {})[number] = None
    return _listed(forms)


def by_given_name(numbered: Iterable[tuple[int, Person]]) -> dict[str, list[int]]:
    """Take persons by their given names, each alone and, if there is one, with the patronymic."""
    forms: dict[str, dict[int, None]] = {}
    for number, person in numbered:
        for each in parts_of(person):
            for given in (*each.given[:1], *(["".join(each.given[:2])] if any(map(is_patronymic, each.given)) else [])):
                forms.setdefault(fold(given), {})[number] = None
    return _listed(forms)


def by_sound(numbered: Iterable[tuple[int, Person]]) -> dict[str, list[int]]:
    """Take persons with a Russian name by how it sounds, so that it may be spelled in Latin letters in any way."""
    forms: dict[str, dict[int, None]] = {}
    for number, person in numbered:
        if is_russian(person):
            for each in parts_of(person):
                for key in sounds(each):
                    forms.setdefault(key, {})[number] = None
    return _listed(forms)


def is_russian(person: Person) -> bool:
    """Tell whether a person has a Russian name: one with a patronymic."""
    return any(name.language == "ru" and any(map(is_patronymic, name.text.split())) for name in person.names)


def parts_of(person: Person) -> Iterator[Parts]:
    """Go through the parts of each name of a person, as far as the surname is known to come last."""
    for name in (Name(text=person.name, kind=NameKind.USUAL), *person.names):
        if name.language in _SURNAME_LAST and name.kind not in _AS_PRINTED and (found := parts(name.text)):
            yield found


def _listed(forms: dict[str, dict[int, None]]) -> dict[str, list[int]]:
    return {form: list(meant) for form, meant in forms.items()}

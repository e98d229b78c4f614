"""The data's names: each is printed where it is said to be, and leads to what it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import iuliia
import pytest
from bundled_data import DATASET, FINDABLE, THINGS, listed, needs_documents, text_of

from russianrev.errors import AmbiguousNameError, UnknownNameError
from russianrev.names import fold
from russianrev.records.model import Findable, Name, Person, Thing
from russianrev.vocabulary import NameKind

PRINTED = (NameKind.PRINTED, NameKind.MISPRINT)

# Names that two things or more really bear, so that `find` must ask which is meant; and why.
SHARED: dict[str, str] = {
    "俄罗斯大饥荒": "the notes call both the famine of 1891 and that of 1921 so",
    "banchaphanh": "the chapter means the Soviet's executive committee, and the party's Central Committee",
    "uybansoviet": "the chapter means the Petrograd Soviet, and in places soviets in general",
    "soviet": "the chapter's word for a soviet, without its accents, is another document's for the Soviet Union",
    "苏维埃": "the notes mean the soviet of Petersburg in 1905, that of Petrograd in 1917, and soviets in general",
}


def names() -> Iterator[tuple[Thing, Name]]:
    """Every name, and what it names."""
    for thing in THINGS:
        for name in thing.names:
            yield thing, name


def bearers() -> dict[str, set[Findable]]:
    """What bears each name, by the name's folded form."""
    borne: dict[str, set[Findable]] = defaultdict(set)
    for found in FINDABLE:
        texts = [name.text for name in found.names] if isinstance(found, Thing) else []
        for form in (found.id, found.label, *texts):
            borne[fold(form)].add(found)
    return borne


def test_a_name_that_a_document_prints_says_which_and_no_other_name_does() -> None:
    offenders = [f"{thing.id}: {name}" for thing, name in names() if (name.kind in PRINTED) != bool(name.sources)]
    assert not offenders, listed(offenders)


@needs_documents
def test_every_printed_name_stands_in_each_document_that_it_names() -> None:
    offenders = [
        f"{thing.id}: {name} ({source.id})"
        for thing, name in names()
        for source in name.sources
        if " ".join(name.text.split()) not in " ".join(text_of(source).split())
    ]
    assert not offenders, listed(offenders)


def test_every_name_leads_to_its_thing_or_to_a_choice_among_those_that_bear_it() -> None:
    borne = bearers()
    offenders = []
    for thing, name in names():
        try:
            found = [DATASET.find(name.text)]
        except AmbiguousNameError as error:
            found = list(error.candidates)
        if thing not in found or set(found) - borne[fold(name.text)]:
            offenders.append(f"{thing.id}: {name} finds {found}")
    assert not offenders, listed(offenders)


def test_every_name_is_found_among_things_of_its_kind() -> None:
    offenders = []
    for thing, name in names():
        try:
            if DATASET.find(name.text, type(thing)) != thing:
                offenders.append(f"{thing.id}: {name}")
        except AmbiguousNameError as error:
            if thing not in error.candidates:
                offenders.append(f"{thing.id}: {name}")
    assert not offenders, listed(offenders)


def test_no_two_records_share_a_name_unless_it_is_listed_here_with_a_reason() -> None:
    shared = {form: sorted(found.id for found in those) for form, those in bearers().items() if len(those) > 1}
    assert {form: ids for form, ids in shared.items() if form not in SHARED} == {}
    offenders = [form for form in SHARED if form not in shared]
    assert not offenders, listed(offenders)


def test_a_thing_has_no_name_twice() -> None:
    offenders = []
    for thing in THINGS:
        texts = [(name.text, name.language) for name in thing.names]
        offenders += [f"{thing.id}: {text}" for text in set(texts) if texts.count(text) > 1]
    assert not offenders, listed(offenders)


def test_a_russian_name_is_in_cyrillic() -> None:
    offenders = [
        f"{thing.id}: {name}"
        for thing, name in names()
        if name.language == "ru" and not any("\u0400" <= letter <= "\u04ff" for letter in name.text)
    ]
    assert not offenders, listed(offenders)


SYSTEMS = ("ala_lc", "ala_lc_alt", "bgn_pcgn", "gost_7034", "icao_doc_9303", "iso_9_1954", "wikipedia")
"""Systems for Russian in Latin letters: of libraries, gazetteers, standards, passports and encyclopaedias."""

OTHERWISE = {
    "axelrod": "has a German surname",
    "michael-alexandrovich": "has no surname",
    "alexandra-feodorovna": "has no surname",
    "grand-duke-nicholas-nikolaevich": "has no surname",
    "plehve": "has a German surname",
    "steinberg": "has a German surname",
    "victor-serge": "has a French name",
}
"""Persons whose last name in Russian is not that which other languages know."""


def russian_surnames() -> Iterator[tuple[Person, str]]:
    """Each person who has a Russian name of their own, with the surname; rulers have none."""
    for person in DATASET.persons:
        native = next((n.text for n in person.names if n.language == "ru" and n.kind is NameKind.NATIVE), "")
        surname = native.partition(" (")[0].split()[-1:] or [""]
        if surname[0].isalpha() and not surname[0].isupper() and person.id not in OTHERWISE:
            yield person, surname[0].replace("ё", "е")


def meant(name: str) -> list[Findable]:
    """What a name finds: one thing, a choice, or nothing."""
    try:
        return [DATASET.find(name)]
    except AmbiguousNameError as error:
        return list(error.candidates)
    except UnknownNameError:
        return []


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_person_is_found_by_the_surname_in_any_transliteration(system: str) -> None:
    offenders = []
    for person, surname in russian_surnames():
        spelled = iuliia.schemas.get(system).translate(surname)
        if person not in meant(spelled):
            offenders.append(f"{person.id}: {spelled}")
    assert not offenders, listed(offenders)

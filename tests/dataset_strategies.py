"""A Hypothesis strategy for small data sets that keep every rule: `from dataset_strategies import datasets`."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from dates_strategies import dates
from factories import Tables
from hypothesis import strategies as st

from russianrev.records.model import RECORDS
from russianrev.vocabulary import (
    AddressKind,
    Authority,
    BodyKind,
    Certainty,
    EventKind,
    IdeaKind,
    NameKind,
    PartyKind,
    Predicate,
    RightsStatus,
    Role,
    SkipReason,
    SourceKind,
    WorkKind,
)

LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\t\n")
"""What a text may be made of."""

texts = st.text(LETTERS, min_size=1, max_size=12).filter(str.strip)
ids = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
urls = st.from_regex(r"https?://[a-z0-9.]{1,9}(/[\w%~.-]{0,9}){0,2}([?]\w{1,5})?(#\w{1,5})?", fullmatch=True)
notations = dates().map(lambda date: date.notation)
numbers = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False)
THINGS = ("event", "person", "party", "body", "place", "work", "idea")


def _word(kind: type[StrEnum]) -> st.SearchStrategy[str]:
    return st.sampled_from([member.value for member in kind])


def _some(ids: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), max_size=2, unique=True) if ids else st.just([])


@st.composite
def _maybe(draw: st.DrawFn, /, **values: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Some of these keys, for those that need not be there."""
    return {key: draw(values[key]) for key in sorted(draw(st.sets(st.sampled_from(sorted(values)))))}


@st.composite
def _passages(draw: st.DrawFn, paragraphs: list[int]) -> dict[str, str]:
    number = draw(st.integers(1, len(paragraphs)))
    start = draw(st.integers(0, paragraphs[number - 1] - 1))
    end = draw(st.integers(start + 1, paragraphs[number - 1]))
    digest = draw(st.text("0123456789abcdef", min_size=16, max_size=16))
    return {"passage": f"{number}:{start}-{end} {digest}", "opening": draw(texts)}


@st.composite
def datasets(draw: st.DrawFn) -> Tables:
    """Any small data set, with references in every direction that the rules allow."""
    kinds = st.sampled_from([kind for kind in RECORDS if kind != "statement"])
    of_kind: dict[str, list[str]] = {kind: [] for kind in RECORDS}
    for id in draw(st.lists(ids, max_size=9, unique=True)):
        of_kind[draw(kinds)].append(id)
    things = [id for kind in THINGS for id in of_kind[kind]]
    agents = [id for kind in ("person", "party", "body") for id in of_kind[kind]]
    lengths = {id: draw(st.lists(st.integers(1, 300), min_size=1, max_size=3)) for id in of_kind["source"]}
    cited: dict[str, dict[str, str]] = {}
    for source in draw(st.lists(st.sampled_from(of_kind["source"]), max_size=4)) if lengths else []:
        where = draw(_passages(lengths[source]))
        cited[f"{source}:{where['passage'].partition(':')[0]}.{len(cited) + 1}"] = where
    statements = list(cited)

    names = st.builds(
        lambda text, more: {"text": text, **more},
        texts,
        _maybe(
            language=texts,
            kind=_word(NameKind),
            sources=_some(of_kind["source"]),
            date=notations,
        ),
    )
    stretch = {"start": notations, "statements": _some(statements), "editorial": st.just({"start": "context"})}

    def above(kind: str, id: str) -> st.SearchStrategy[Any]:
        """One of those before it, so that there is no circle."""
        earlier = of_kind[kind][: of_kind[kind].index(id)]
        return st.sampled_from(earlier) if earlier else st.nothing()

    def with_above(key: str, kind: str, id: str) -> dict[str, st.SearchStrategy[Any]]:
        return {} if above(kind, id).is_empty else {key: above(kind, id)}

    authority = _word(Authority)
    common = {"names": st.lists(names, max_size=2), "editorial": st.dictionaries(st.just("names"), authority)}
    tables: Tables = {kind: [] for kind in RECORDS}

    def add(kind: str, id: str, label: str, *, word: type[StrEnum] | None = None, **more: Any) -> None:
        table = {"id": id, label: draw(texts)} | ({"kind": draw(_word(word))} if word else {})
        tables[kind].append(table | draw(_maybe(**common, **more)))

    for id in of_kind["idea"]:
        add("idea", id, "name", word=IdeaKind)
    for id in of_kind["place"]:
        point = {"latitude": st.floats(-90, 90), "longitude": st.integers(-180, 180)}
        add(
            "place",
            id,
            "name",
            word=None,
            coordinates=st.fixed_dictionaries(point),
            **with_above("within", "place", id),
        )
    for id in of_kind["party"]:
        origin = with_above("split_from", "party", id)
        add("party", id, "name", word=PartyKind, founded=notations, position=texts, **origin)
    for id in of_kind["body"]:
        add("body", id, "name", word=BodyKind, **with_above("part_of", "body", id))
    for id in of_kind["person"]:
        more: dict[str, Any] = {"birth": notations}
        if of_kind["party"]:
            party = st.sampled_from(of_kind["party"])
            more["memberships"] = st.lists(_with(_maybe(**stretch), party=party), max_size=2)
            more["offices"] = st.lists(_with(_maybe(**stretch), body=party, office=texts), max_size=2)
        add("person", id, "name", word=None, **more)
    for id in of_kind["work"]:
        add("work", id, "title", word=WorkKind, authors=_some(agents), date=notations)
    for id in of_kind["event"]:
        more = {"places": _some(of_kind["place"]), "summary": texts, **with_above("part_of", "event", id)}
        if agents:
            who = st.fixed_dictionaries({"who": st.sampled_from(agents), "role": _word(Role)})
            more["participants"] = st.lists(who, max_size=2)
        add("event", id, "title", word=EventKind, **more)
    for id, lines in lengths.items():
        skipped = _with(_passages(lines), reason=_word(SkipReason))
        given = {
            "id": id,
            "title": draw(texts),
            "kind": draw(_word(SourceKind)),
            "language": draw(texts),
            "sha256": draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
            "length": draw(st.integers(0, 10**6)),
            "paragraphs": lines,
        }
        people = _some(of_kind["person"])
        free: dict[str, st.SearchStrategy[Any]] = {"authors": people, "translators": people, "part": texts}
        free |= {"date": notations, "note": texts}
        free["rights"] = _with(_maybe(holder=texts, note=texts), status=_word(RightsStatus))
        address = _with(_maybe(opened=notations, note=texts), url=urls, holds=_word(AddressKind))
        free["addresses"] = st.lists(address, max_size=2)
        if of_kind["work"]:
            free |= {"work": st.sampled_from(of_kind["work"]), "about": st.sampled_from(of_kind["work"])}
        tables["source"].append(given | draw(_maybe(skipped=st.lists(skipped, max_size=2), **free)))
    for id, where in cited.items():
        reading = {"printed": texts, "read_as": texts, "reason": texts, "certainty": _word(Certainty)}
        figure = {"value": numbers, "unit": texts, "of": texts, "printed": texts, "approximate": st.just(True)}
        more = {
            "about": _some(things),
            "date": notations,
            "date_printed": texts,
            "figures": st.lists(st.fixed_dictionaries(figure), max_size=2),
            "readings": st.lists(st.fixed_dictionaries(reading), max_size=2),
        }
        if of_kind["event"]:
            more["event"] = st.sampled_from(of_kind["event"])
        if agents:
            more["said_by"] = st.sampled_from(agents)
        if things:
            thing = st.sampled_from(things)
            ends = {"subject": thing, "predicate": _word(Predicate), "object": thing}
            more["relation"] = _with(_maybe(date=notations), **ends)
        tables["statement"].append({"id": id, "text": draw(texts), **where} | draw(_maybe(**more)))
    for id in of_kind["dispute"] if things else []:
        claim = _with(_maybe(statements=_some(statements)), value=texts, authority=authority)
        values = draw(st.lists(claim, min_size=2, max_size=3))
        weighed = {"certainty": draw(_word(Certainty)), "reason": draw(texts), "attribute": draw(texts)}
        free = {"chosen": st.sampled_from([each["value"] for each in values])}
        thing = draw(st.sampled_from(things))
        tables["dispute"].append({"id": id, "thing": thing, "values": values, **weighed} | draw(_maybe(**free)))
    return tables


@st.composite
def _with(
    draw: st.DrawFn, /, table: st.SearchStrategy[dict[str, Any]], **more: st.SearchStrategy[Any]
) -> dict[str, Any]:
    """A table with keys that must be there."""
    return draw(table) | {key: draw(value) for key, value in more.items()}

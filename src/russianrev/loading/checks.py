"""The rules that a data set must keep across its fields and records, beyond the type of each value.

Each rule is a function from linked records to the breaches it finds. What an earlier fault has left empty is
passed over here, for it has been reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from russianrev.records.base import Record
from russianrev.records.model import (
    Body,
    Citation,
    Dispute,
    Event,
    Figure,
    Idea,
    Party,
    Person,
    Place,
    Source,
    Statement,
    Stretch,
    Thing,
    Work,
    aspects_of,
    stretches_of,
)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STATEMENT_ID = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*):([0-9]{1,9})\.[1-9][0-9]{0,8}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_URL = re.compile(r"https?://[^\s/?#<>\"]+[^\s<>\"]*")
_UPWARD: dict[type[Record], tuple[str, ...]] = {  # references that must not lead back to their start
    Event: ("part_of",),
    Body: ("part_of",),
    Place: ("within",),
    Party: ("split_from", "merged_into"),
}


_Rule: TypeAlias = "Callable[[Any], Iterator[Breach]]"


class Breach(NamedTuple):
    """A rule that a record breaks: the field, its value, and what is wanted."""

    record: Record
    field: str
    value: Any
    wanted: str


def check(records: Iterable[Record], emptied: Container[tuple[str, str]] = ()) -> Iterator[Breach]:
    """Find everything in the linked records that breaks a rule.

    `emptied` are the fields, each with its record's id, that an earlier fault has left without something.
    """
    everything = list(records)
    for record in everything:
        for rule in _RULES[type(record)]:
            yield from rule(record)
        if isinstance(record, Dispute):
            yield from _check_claims(record, supported=(record.id, "values") in emptied)
    disputes = {(d.thing.id, d.attribute) for d in everything if isinstance(d, Dispute) and d.thing}
    statements = [s for s in everything if isinstance(s, Statement) and (s.id, "readings") not in emptied]
    yield from _find_dated_outside(statements, disputes)
    yield from _find_differing_figures(statements, disputes)


def _check_label(record: Record) -> Iterator[Breach]:
    if not record.label.strip():
        field = next(f for f in ("text", "title", "name") if hasattr(record, f))
        yield Breach(record, field, record.label, "wanted: at least a word")


def _check_id(record: Record) -> Iterator[Breach]:
    if not _ID.fullmatch(record.id):
        yield Breach(record, "id", record.id, "wanted: lower-case words and digits with hyphens between them")


def _check_statement_id(statement: Statement) -> Iterator[Breach]:
    match = _STATEMENT_ID.fullmatch(statement.id)
    if not match:
        yield Breach(statement, "id", statement.id, "wanted: source:paragraph.number, such as 'boden-review:3.1'")
    elif int(match[2]) != statement.citation.paragraph:
        wanted = f"wanted: the passage's paragraph, {statement.citation.paragraph}, after the colon"
        yield Breach(statement, "id", statement.id, wanted)


def _find_circles(record: Record) -> Iterator[Breach]:
    """Find each circle, one fault that is reported at the first of its ids."""
    for field in _UPWARD.get(type(record), ()):
        path = [record]
        while (above := getattr(path[-1], field, None)) and above not in path:
            path.append(above)
        if above is record and record.id == min(step.id for step in path):
            way = " -> ".join(step.id for step in [*path, record])
            yield Breach(record, field, path[1 % len(path)].id, f"must not lead back to itself: {way}")


def _check_editorial(record: Record) -> Iterator[Breach]:
    holders: list[tuple[str, Thing | Source | Stretch]] = []
    if isinstance(record, Thing | Source) and record.editorial:
        holders.append(("", record))
    for field, held in stretches_of(record).items():
        holders += [(f"{field}[{i}].", stretch) for i, stretch in enumerate(held)]
    for place, holder in holders:
        for note in holder.editorial:
            if note.attribute not in aspects_of(holder):
                wanted = f"wanted: an attribute of the record, one of {', '.join(aspects_of(holder))}"
                yield Breach(record, f"{place}editorial", note.attribute, wanted)


def _check_passage(record: Record, field: str, citation: Citation) -> Iterator[Breach]:
    if not citation.source or not citation.source.paragraphs:
        return
    lengths = citation.source.paragraphs
    if not 1 <= citation.paragraph <= len(lengths):
        yield Breach(record, field, citation.span, f"the source has the paragraphs 1 to {len(lengths)}")
    elif citation.start >= citation.end:
        yield Breach(record, field, citation.span, "the passage is empty; its end must come after its start")
    elif citation.end > lengths[citation.paragraph - 1]:
        wanted = f"the passage runs past its paragraph, which has {lengths[citation.paragraph - 1]} characters"
        yield Breach(record, field, citation.span, wanted)


def _check_statement(statement: Statement) -> Iterator[Breach]:
    yield from _check_passage(statement, "passage", statement.citation)
    for i, figure in enumerate(statement.figures):
        if figure.value_max is not None and figure.value_max <= figure.value:
            wanted = f"wanted: more than the value, {figure.value}"
            yield Breach(statement, f"figures[{i}].value_max", figure.value_max, wanted)


def _check_source(source: Source) -> Iterator[Breach]:
    if not _SHA256.fullmatch(source.sha256):
        yield Breach(source, "sha256", source.sha256, "wanted: the SHA-256 of the text, 64 hexadecimal digits")
    if not source.paragraphs:
        yield Breach(source, "paragraphs", [], "wanted: the length of each paragraph, in characters")
    for i, skipped in enumerate(source.skipped):
        yield from _check_passage(source, f"skipped[{i}].passage", skipped.citation)
    for i, address in enumerate(source.addresses):
        if not _URL.fullmatch(address.url):
            wanted = "wanted: an address with its scheme, http or https, such as 'https://example.org/page'"
            yield Breach(source, f"addresses[{i}].url", address.url, wanted)


def _check_life(person: Person) -> Iterator[Breach]:
    if person.birth and person.death and person.death.before(person.birth):
        yield Breach(person, "death", person.death.notation, f"wanted: not before the birth, {person.birth.notation}")


def _check_stretches(record: Record) -> Iterator[Breach]:
    for field, held in stretches_of(record).items():
        for i, stretch in enumerate(held):
            if stretch.start and stretch.end and stretch.end.before(stretch.start):
                wanted = f"wanted: not before the start, {stretch.start.notation}"
                yield Breach(record, f"{field}[{i}].end", stretch.end.notation, wanted)


def _check_point(place: Place) -> Iterator[Breach]:
    point = place.coordinates
    for name, value, most in (("latitude", point.latitude, 90), ("longitude", point.longitude, 180)) if point else ():
        if abs(value) > most:
            yield Breach(place, f"coordinates.{name}", value, f"wanted: degrees from -{most} to {most}")


def _check_claims(dispute: Dispute, *, supported: bool) -> Iterator[Breach]:
    if len(dispute.values) < 2:
        wanted = "wanted: two values or more; one alone is no dispute"
        yield Breach(dispute, "values", [claim.value for claim in dispute.values], wanted)
    for i, claim in enumerate(dispute.values):
        if not (claim.statements or claim.authority or supported):
            yield Breach(dispute, f"values[{i}]", claim.value, "wanted: `statements` that give it, or an `authority`")
    if dispute.chosen and dispute.values and dispute.chosen not in [claim.value for claim in dispute.values]:
        yield Breach(dispute, "chosen", dispute.chosen, "wanted: one of the values, as it is written there")


def _find_dated_outside(statements: Iterable[Statement], disputes: set[tuple[str, str]]) -> Iterator[Breach]:
    for statement in statements:
        event, date = statement.event, statement.date
        if not event or not event.date or not date or date.overlaps(event.date):
            continue
        if not statement.readings and (event.id, "date") not in disputes:
            wanted = (
                f"outside the date of the event {event.id!r}, {event.date.notation}; wanted: a reading of the"
                " statement, or a dispute about the event's date"
            )
            yield Breach(statement, "date", date.notation, wanted)


def _find_differing_figures(statements: Iterable[Statement], disputes: set[tuple[str, str]]) -> Iterator[Breach]:
    """Find figures of the same thing in the same event that differ; approximate ones may, by what "about" allows."""
    first: dict[tuple[str, str, str], tuple[Statement, Figure]] = {}
    for statement in statements:
        event = statement.event
        if not event or statement.readings or (event.id, "figures") in disputes:
            continue
        for i, figure in enumerate(statement.figures):
            if figure.approximate:
                continue
            other, standard = first.setdefault((event.id, figure.of, figure.unit), (statement, figure))
            if (figure.value, figure.value_max) != (standard.value, standard.value_max):
                most = "" if standard.value_max is None else f" to {standard.value_max}"
                wanted = (
                    f"differs from {standard.value}{most} in {other.id!r}; wanted: a reading of the statement, or a"
                    f" dispute about the figures of {event.id!r}"
                )
                yield Breach(statement, f"figures[{i}].value", figure.value, wanted)


_THING: tuple[_Rule, ...] = (_check_label, _check_id, _check_editorial)

_RULES: dict[type[Record], tuple[_Rule, ...]] = {
    Source: (*_THING, _check_source),
    Event: (*_THING, _find_circles),
    Person: (*_THING, _check_stretches, _check_life),
    Party: (*_THING, _find_circles),
    Body: (*_THING, _find_circles),
    Place: (*_THING, _find_circles, _check_stretches, _check_point),
    Work: _THING,
    Idea: _THING,
    Statement: (_check_label, _check_statement_id, _check_statement),
    Dispute: (_check_id,),
}

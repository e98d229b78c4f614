"""How the documents stand to each other: for each thing and attribute, what each gives, and whether they agree.

The words are those of the R package manydata, which compares datasets of the same things:
https://rdrr.io/cran/manydata/man/compare_categories.html.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations

from attrs import frozen

from russianrev.dates import HistoricalDate
from russianrev.queries.evidence import date_given
from russianrev.queries.framed import Framed
from russianrev.records.model import Citation, Claim, Dispute, Event, Figure, Source, Statement, Thing, stretches_of
from russianrev.text import counted, table, wrap_lines
from russianrev.views import Shown


class Standing(StrEnum):
    """How what sources give for an attribute of a thing stands to each other; those that are silent do not count."""

    CONFIRMED = "confirmed"  #: two or more give it, and all alike
    MAJORITY = "majority"  #: more than half of those that give it give the same
    UNIQUE = "unique"  #: only one gives it
    CONFLICT = "conflict"  #: they differ, or one contradicts itself, and no value has the majority
    MISSING = "missing"  #: none gives it


@frozen
class Comparison(Shown):
    """What the sources give for one attribute of one thing.

    `of` tells apart what a thing has several of: which participant, which figure. Each of the `values` has the
    statements that give it; one that is editorial has none, and does not count. `dispute` is what the editors
    say where they differ.
    """

    thing: Thing
    attribute: str
    of: str
    standing: Standing
    values: tuple[Claim, ...]
    dispute: Dispute | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that give any of the values."""
        return tuple(dict.fromkeys(s.source for claim in self.values for s in claim.statements))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that give any of the values."""
        return tuple(dict.fromkeys(citation for claim in self.values for citation in claim.citations))

    def __str__(self) -> str:
        of = f" ({self.of})" if self.of else ""
        lines = [f"{self.thing.label}: {self.attribute}{of}: {self.standing}"]
        for claim in self.values:
            sources = dict.fromkeys(s.source.id for s in claim.statements) or [f"editorial, {claim.authority}"]
            lines.append(f"  {claim.value}: {', '.join(sources)}")
        return "\n".join(lines)


class Comparisons(Framed, Shown, tuple[Comparison, ...]):
    """Comparisons, and the totals of them."""

    __slots__ = ()

    @property
    def totals(self) -> dict[Standing, int]:
        """How many there are of each standing."""
        counts = Counter(each.standing for each in self)
        return {standing: counts[standing] for standing in Standing}

    @property
    def unique_to(self) -> dict[Source, int]:
        """How many each source alone gives."""
        return dict(Counter(each.sources[0] for each in self if each.standing is Standing.UNIQUE).most_common())

    @property
    def shared(self) -> dict[tuple[Source, Source], int]:
        """How many any two sources both give, whether they agree or not."""
        pairs = (pair for each in self for pair in combinations(sorted(each.sources, key=lambda s: s.id), 2))
        return dict(Counter(pairs).most_common())

    def __str__(self) -> str:
        """Write the totals as a table, and each comparison in which sources differ."""
        lines = [counted(len(self), "comparison")]
        lines += table([(f"  {standing}", str(number)) for standing, number in self.totals.items()])
        lines += table([(f"  only in {source.id}", str(number)) for source, number in self.unique_to.items()])
        lines += table([(f"  in {a.id} and {b.id}", str(number)) for (a, b), number in self.shared.items()])
        differ = [each for each in self if each.standing in (Standing.MAJORITY, Standing.CONFLICT)]
        return "\n".join([*lines, *wrap_lines("\n".join(map(str, differ)))])


def compare(things: Iterable[Thing], attribute: str | None) -> Comparisons:
    """Compare what the documents say of these things, by one attribute or by all.

    Raises `ValueError` for an attribute that none has.
    """
    every = [comparison for thing in things for comparison in _compare(thing)]
    if attribute is None:
        return Comparisons(every)
    attributes = {c.attribute for c in every}
    if attribute not in attributes:
        raise ValueError(f"nothing to compare by {attribute!r}; there are {', '.join(sorted(attributes))}")
    return Comparisons(c for c in every if c.attribute == attribute)


def _compare(thing: Thing) -> Iterator[Comparison]:
    """Make every comparison for one thing, from the statements that touch it and the disputes about it."""
    evidence = list(thing.statements)
    disputes = [dispute for dispute in thing.disputes if dispute.thing == thing]
    if isinstance(thing, Event):
        evidence = [s for s in evidence if s.event == thing]
        yield _compare_dates(thing, evidence, disputes)
        for participant in thing.participants:
            yield _compare_naming(thing, "participants", participant.who, str(participant.role), evidence)
        for place in thing.places:
            yield _compare_naming(thing, "places", place, place.name, evidence)
        yield from _compare_figures(thing, evidence)
    yield _make_comparison(thing, "account", "", [_make_claim("told of", evidence)])
    for field, stretches in stretches_of(thing).items():
        for stretch in stretches:
            yield _make_comparison(thing, field, str(stretch), [_make_claim(str(stretch), stretch.statements)])
    for dispute in disputes:
        if not (isinstance(thing, Event) and dispute.attribute == "date"):
            yield _make_comparison(thing, dispute.attribute, "", dispute.values, dispute)


def _compare_dates(event: Event, evidence: list[Statement], disputes: list[Dispute]) -> Comparison:
    """Compare dates; those of which one lies within the other are alike, under the more exact."""
    given = []
    for source in dict.fromkeys(s.source for s in evidence):
        own = [s for s in evidence if s.source == source]
        if date := date_given(event, source):
            given.append((date, [s for s in own if s.date]))
    given.sort(key=lambda pair: (pair[0].end or datetime.date.max) - (pair[0].start or datetime.date.min))
    groups: dict[HistoricalDate, list[Statement]] = {}
    for date, statements in given:
        alike = next((known for known in groups if known.within(date)), date)
        groups.setdefault(alike, []).extend(statements)
    claims = [_make_claim(str(date), statements) for date, statements in groups.items()]
    dispute = next((d for d in disputes if d.attribute == "date"), None)
    if dispute:
        claims += [claim for claim in dispute.values if not claim.statements]
    elif event.date and (authority := event.authority_for("date")):
        claims.append(Claim(value=str(event.date), authority=authority))
    return _make_comparison(event, "date", "", claims, dispute)


def _compare_naming(event: Event, attribute: str, thing: Thing, value: str, evidence: list[Statement]) -> Comparison:
    """Compare, for a thing in an event, who of those who tell of the event name it."""
    claim = Claim(value=value, statements=tuple(s for s in evidence if thing in s.things))
    if not claim.statements:
        claim = Claim(value=value, authority=event.authority_for(attribute))
    return _make_comparison(event, attribute, thing.label, [claim])


def _compare_figures(event: Event, evidence: list[Statement]) -> Iterator[Comparison]:
    """Compare figures of the same, in the same unit; those that are alike but for "about" are alike."""
    groups: dict[tuple[str, str], dict[tuple[float, float | None], list[tuple[Figure, Statement]]]] = {}
    for statement in evidence:
        for figure in statement.figures:
            values = groups.setdefault((figure.of, figure.unit), {})
            values.setdefault((figure.value, figure.value_max), []).append((figure, statement))
    for (of, _), values in groups.items():
        claims = [_make_claim(str(same[0][0]), [statement for _, statement in same]) for same in values.values()]
        yield _make_comparison(event, "figures", of, claims)


def _make_claim(value: str, statements: Iterable[Statement]) -> Claim:
    return Claim(value=value, statements=tuple(statements))


def _make_comparison(
    thing: Thing, attribute: str, of: str, claims: Iterable[Claim], dispute: Dispute | None = None
) -> Comparison:
    values = tuple(claim for claim in claims if claim.statements or claim.authority)
    return Comparison(thing, attribute, of, _find_standing(values), values, dispute)


def _find_standing(values: tuple[Claim, ...]) -> Standing:
    givers = [{s.source for s in claim.statements} for claim in values if claim.statements]
    sources = set().union(*givers)
    if not sources:
        return Standing.MISSING
    if len(givers) == 1:
        return Standing.UNIQUE if len(sources) == 1 else Standing.CONFIRMED
    if len(sources) > 1 and max(map(len, givers)) > len(sources) / 2:
        return Standing.MAJORITY
    return Standing.CONFLICT

"""What the queries answer with, where a plain tuple would not say enough."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

from russianrev.dates import Calendar, HistoricalDate
from russianrev.queries.framed import Framed
from russianrev.records.model import (
    Capital,
    Citation,
    Confinement,
    Event,
    Figure,
    Membership,
    Person,
    Place,
    Source,
    Statement,
    Tenure,
)
from russianrev.views import Shown
from russianrev.vocabulary import Authority

_T_co = TypeVar("_T_co", covariant=True)


class Answers(Framed, Shown, tuple[_T_co, ...]):
    """What a query found, in order: statements, accounts, disputes, hits of a search, or persons and what they held."""

    __slots__ = ()


class Citations(Framed, Shown, tuple[Citation, ...]):
    """The citations for a thing, or for one aspect of it; `authority` is set where that aspect is editorial.

    What is editorial no document states so; the citations are then those that speak of it less exactly, or otherwise.
    An aspect may have neither, where the data set says nothing.
    """

    authority: Authority | None

    def __new__(cls, citations: Iterable[Citation] = (), authority: Authority | None = None) -> Citations:
        """Make them from citations and, if the aspect is editorial, its authority."""
        made = super().__new__(cls, citations)
        made.authority = authority
        return made

    def __eq__(self, other: object) -> bool:
        """Tell whether the passages are the same and, if the other has one too, the authority."""
        if isinstance(other, Citations) and self.authority != other.authority:
            return False
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return super().__hash__()

    @property
    def editorial(self) -> bool:
        """Whether the editors state it rather than a document."""
        return self.authority is not None

    def __getnewargs__(self) -> tuple[tuple[Citation, ...], Authority | None]:
        return tuple(self), self.authority

    def __str__(self) -> str:
        lines = [f"editorial, from {self.authority}"] if self.authority else []
        return "\n".join(lines + [citation.locator for citation in self])


@frozen
class Account(Shown):
    """What one source says of an event, in the order in which it says it."""

    event: Event
    source: Source
    statements: tuple[Statement, ...]

    @property
    def dates(self) -> tuple[HistoricalDate, ...]:
        """The dates it gives, each once."""
        return tuple(dict.fromkeys(s.date for s in self.statements if s.date))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures it gives."""
        return tuple(figure for s in self.statements for figure in s.figures)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages it consists of, each once."""
        return tuple(dict.fromkeys(s.citation for s in self.statements))

    def __str__(self) -> str:
        lines = [f"{self.source.title} ({self.source.id}):"]
        return "\n".join(lines + [f"  {s.text} [{s.citation.locator}]" for s in self.statements])


@frozen
class Situation(Framed, Shown):
    """How things stood on a date: the calendar in force, the capital, and of each person what held then."""

    date: HistoricalDate
    calendar: Calendar
    capitals: tuple[tuple[Place, Capital], ...]
    offices: tuple[tuple[Person, Tenure], ...]
    memberships: tuple[tuple[Person, Membership], ...]
    confinements: tuple[tuple[Person, Confinement], ...]

    def __str__(self) -> str:
        lines = [f"{self.date}, {self.calendar} calendar in force in Russia"]
        lines += [f"  Capital of {place.name}: {capital.city.name_on(self.date)}" for place, capital in self.capitals]
        held = (*self.offices, *self.memberships, *self.confinements)
        return "\n".join([*lines, *(f"  {person.name}: {stretch}" for person, stretch in held)])


@frozen
class Link(Shown):
    """That one event led to another, by the statements that say so; `depth` is how many links away it lies."""

    cause: Event
    effect: Event
    statements: tuple[Statement, ...]
    depth: int

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that say so."""
        return tuple(dict.fromkeys(s.citation for s in self.statements))

    def __str__(self) -> str:
        sources = ", ".join(dict.fromkeys(s.source.id for s in self.statements))
        return f"{self.cause.title} → {self.effect.title} ({sources})"


class Links(Framed, Shown, tuple[Link, ...]):
    """Causes or consequences, the nearest first."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join("  " * (link.depth - 1) + str(link) for link in self)

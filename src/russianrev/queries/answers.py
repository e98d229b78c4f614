"""What the queries answer with, where a plain tuple would not say enough."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self, TypeVar

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
from russianrev.text import counted
from russianrev.views import Printed
from russianrev.vocabulary import Authority

_T_co = TypeVar("_T_co", covariant=True)


class Answers(Framed, Printed, tuple[_T_co, ...]):
    """What a query found, in order: statements, accounts, disputes, hits of a search, or persons and what they held.

    `nothing` is what an empty one says: what was looked for, where, and what would find more.
    """

    nothing: str

    def __new__(cls, found: Iterable[_T_co] = (), nothing: str = "nothing found") -> Self:
        """Make them from what was found."""
        made = super().__new__(cls, found)
        made.nothing = nothing
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self), self.nothing

    def __repr__(self) -> str:
        kinds = {type(each).__name__.lower() for each in self}
        noun = kinds.pop() if len(kinds) == 1 else "answer"
        return f"<{type(self).__name__}: {counted(len(self), 'tenure' if noun == 'tuple' else noun)}>"


class Citations(Framed, Printed, tuple[Citation, ...]):
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

    def __repr__(self) -> str:
        authority = f", editorial, from {self.authority}" if self.authority else ""
        return f"<Citations: {', '.join(each.place for each in self) or 'none'}{authority}>"


@frozen
class Account(Printed):
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


@frozen
class Situation(Framed, Printed):
    """How things stood on a date: the calendar in force, the capital, and of each person what held then."""

    date: HistoricalDate
    calendar: Calendar
    capitals: tuple[tuple[Place, Capital], ...]
    offices: tuple[tuple[Person, Tenure], ...]
    memberships: tuple[tuple[Person, Membership], ...]
    confinements: tuple[tuple[Person, Confinement], ...]


@frozen
class Link(Printed):
    """That one event led to another, by the statements that say so; `depth` is how many links away it lies."""

    cause: Event
    effect: Event
    statements: tuple[Statement, ...]
    depth: int

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that say so."""
        return tuple(dict.fromkeys(s.citation for s in self.statements))


class Links(Answers[Link]):
    """Causes or consequences, the nearest first."""

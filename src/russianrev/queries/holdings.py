"""What a data set has: its records by kind, and how the one thing is found that a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from russianrev.queries.collection import Collection
from russianrev.queries.selection import EventIndex
from russianrev.queries.statements import Statements
from russianrev.queries.timeline import Timeline
from russianrev.records.base import Owner
from russianrev.text import counted
from russianrev.views import Shown

if TYPE_CHECKING:
    from russianrev.records.model import Body, Findable, Idea, Party, Person, Place, Source, Work

F = TypeVar("F", bound="Findable")


class Holdings(Shown):
    """Events, persons, parties, bodies, places, works, ideas and the statements and sources behind them.

    A name may be given as the thing itself, its id, or any name that `find` knows; one that is unknown raises
    `UnknownNameError`, one that is ambiguous `AmbiguousNameError`, and what is no name at all `TypeError`.
    """

    def __init__(self, owner: Owner) -> None:
        """Ask an owner of records."""
        self.owner = owner
        self.records = owner.records
        self.metadata = owner.about
        self._accounts: dict[str, Self] = {}
        self.events = self._make_timeline()
        self.persons: Collection[Person] = Collection(self.records["person"])
        self.parties: Collection[Party] = Collection(self.records["party"])
        self.bodies: Collection[Body] = Collection(self.records["body"])
        self.places: Collection[Place] = Collection(self.records["place"])
        self.works: Collection[Work] = Collection(self.records["work"])
        self.ideas: Collection[Idea] = Collection(self.records["idea"])
        self.sources: Collection[Source] = Collection(self.records["source"])
        self.statements = Statements(self.records["statement"], self.find)

    def _make_timeline(self) -> Timeline:
        events = self.records["event"]
        return Timeline(events, self.find, index=EventIndex(events, self.owner.look_up))

    def __eq__(self, other: object) -> bool:
        """Tell whether two data sets have equal records, in whatever order their files had them."""
        if not isinstance(other, Holdings):
            return NotImplemented
        return {k: set(v) for k, v in self.records.items()} == {k: set(v) for k, v in other.records.items()}

    def __hash__(self) -> int:
        return hash(self.statements)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.owner,)

    def __str__(self) -> str:
        kinds = {"source": self.sources, "statement": self.statements, "event": self.events, "person": self.persons}
        return ", ".join(counted(len(records), kind) for kind, records in kinds.items())

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self}>"

    # Names.

    @overload
    def find(self, name: Findable | str) -> Findable: ...
    @overload
    def find(self, name: Findable | str, *kinds: type[F]) -> F: ...
    def find(self, name: Findable | str, *kinds: type[Any]) -> Findable:
        """Find the one thing, or source, with a name, in any script or spelling; of one of the kinds, if any are given.

        Case, accents, punctuation and spacing make no difference, nor do an English article or plural. A person is also
        found by a surname, initials, a title or a patronymic beside it, and by any way of writing a Russian name in
        Latin letters. A numeral counts, and an exact id always means that thing. Raises `UnknownNameError` with
        `suggestions`, `AmbiguousNameError` with `candidates`, the likeliest first, `TypeError`.

        >>> import russianrev as rr
        >>> rr.find("TROTSKY") is rr.find("Лев Троцкий") is rr.persons["trotsky"]
        True
        >>> rr.find("Trotzki") is rr.find("Trotskii") is rr.find("Trockij") is rr.find("Trotsky")
        True
        >>> rr.find("Kazan", rr.Place)
        <Place kazan: Kazan>
        """
        from russianrev.queries.finding import find

        return find(self.owner, name, kinds)

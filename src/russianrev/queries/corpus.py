"""What can be asked of a data set, answered from its records alone.

Each question is a method here, which finds the things that are named and hands over to the module that answers it. What
a module needs is imported when it is asked, for a cold start is the commonest start.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Self, SupportsIndex, TypeVar, overload

from russianrev.arguments import whole_number
from russianrev.dates import Calendar, DateLike, as_calendar, parse_date
from russianrev.queries.collection import Collection
from russianrev.queries.selection import EventIndex
from russianrev.queries.timeline import Timeline
from russianrev.records.base import Owner
from russianrev.text import counted
from russianrev.views import Shown
from russianrev.vocabulary import Role

if TYPE_CHECKING:
    import networkx

    from russianrev.queries.anniversaries import Anniversaries
    from russianrev.queries.answers import Account, Answers, Citations, Links, Situation
    from russianrev.queries.comparison import Comparisons
    from russianrev.queries.fulltext import Hits, Search
    from russianrev.queries.gathering import Gathered
    from russianrev.queries.quantities import Quantity
    from russianrev.records.model import (
        Body,
        Citation,
        Dispute,
        Event,
        Findable,
        Idea,
        Membership,
        Party,
        Person,
        Place,
        Source,
        Statement,
        Tenure,
        Thing,
        Work,
    )

F = TypeVar("F", bound="Findable")


class Corpus(Shown):
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
        self.statements: Collection[Statement] = Collection(self.records["statement"])

    def _make_timeline(self) -> Timeline:
        events = self.records["event"]
        return Timeline(events, self.find, index=EventIndex(events, self.owner.look_up))

    def __eq__(self, other: object) -> bool:
        """Tell whether two data sets have equal records, in whatever order their files had them."""
        if not isinstance(other, Corpus):
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

    # Events.

    def between(
        self,
        start: DateLike,
        end: DateLike | None = None,
        *,
        calendar: Calendar | str | None = None,
        possible: bool = False,
    ) -> Timeline:
        """Find the events of a period: `Timeline.between` on all events.

        >>> import russianrev as rr
        >>> print(rr.between("1926-07", "1926-12"))  # doctest: +ELLIPSIS
        1 event, 1 July – 31 December 1926
        October 1926  ...
        """
        return self.events.between(start, end, calendar=calendar, possible=possible)

    def involved(
        self,
        *who: Person | Party | Body | str,
        role: Role | str | None = None,
        how: Literal["all", "any"] = "all",
    ) -> Timeline:
        """Find the events in which all of these (or any) took part: `Timeline.involving` on all events.

        >>> import russianrev as rr
        >>> rr.involved("trotsky", "zinoviev", role="expelled")[-1].title
        'Trotsky and Zinoviev are expelled from the party'
        """
        if not who:
            raise TypeError("involved() wants at least one person, party or body")
        return self.events.involving(*who, role=role, how=how)

    def on_this_day(
        self, month: SupportsIndex, day: SupportsIndex, *, calendar: Calendar | str | None = None
    ) -> Anniversaries:
        """Find what fell on this day of the year, of all years: events, births and deaths, parties, works.

        Of an event of several days each of them counts; of one that lasted longer than 31, the first and the last. The
        day is looked for by the Gregorian calendar and, among what was given in Old Style, by the Julian, and each
        answer says by which it was found; a `calendar` ("julian" or "gregorian") asks for all by that alone. Raises
        `DateError` for a day that no year has, `TypeError` for what is not a whole number.

        >>> import russianrev as rr
        >>> print(rr.on_this_day(12, 1))  # doctest: +ELLIPSIS
        1 December 1934 (N.S.)  Assassination of Sergei Kirov [kirov-assassination]
        1 December 1934 (N.S.)  Sergei Kirov dies [kirov]
        ...
        >>> [each.style.value for each in rr.on_this_day(10, 25) if each.thing.id == "october-revolution"]
        ['julian']
        """
        from russianrev.queries.anniversaries import on_this_day

        return on_this_day(self.owner, self.find, month, day, None if calendar is None else as_calendar(calendar))

    def as_of(self, date: DateLike, *, calendar: Calendar | str | None = None, possible: bool = False) -> Situation:
        """Tell how things stood on a date, as far as the data know for certain: the calendar, capitals, who held what.

        That is each person's offices and parties, and the place of prison, exile or hiding. A change counts from the
        day on which it happened. With `possible`, also what nothing speaks against.

        >>> import russianrev as rr
        >>> [tenure.body.id for person, tenure in rr.as_of("1927-09").offices if person.id == "trotsky"]
        ['central-committee']
        """
        from russianrev.queries.situations import situation

        return situation(self.owner, parse_date(date, calendar), possible=possible)

    def tenures(self, body: Body | Party | str) -> Answers[tuple[Person, Tenure | Membership]]:
        """Find who held an office in a body or party or belonged to it, and when, in order of time.

        >>> import russianrev as rr
        >>> [str(tenure.end) for person, tenure in rr.tenures("politburo") if person.id == "trotsky"]
        ['23 October 1926']
        """
        from russianrev.queries.answers import Answers
        from russianrev.queries.tenures import tenures_of
        from russianrev.records.model import Body, Party

        group = self.find(body, Body, Party)
        assert isinstance(group, Body | Party)
        return Answers(tenures_of(group))

    # Causes.

    def consequences(self, event: Event | str, *, depth: int | None = None) -> Links:
        """Find what an event led to, and what that led to, as statements assert it; to a `depth`, if one is given.

        >>> import russianrev as rr
        >>> print(rr.consequences("russo-japanese-war", depth=1))  # doctest: +ELLIPSIS
        Russo-Japanese War → ...
        """
        from russianrev.queries.causes import follow_links
        from russianrev.records.model import Event

        return follow_links(self.find(event, Event), "cause", depth)

    def causes(self, event: Event | str, *, depth: int | None = None) -> Links:
        """Find what led to an event, and what had led to that, as statements assert it; to a `depth`, if one is given.

        >>> import russianrev as rr
        >>> rr.causes("february-revolution")[0].cause.title
        'Bread queues of Petrograd'
        """
        from russianrev.queries.causes import follow_links
        from russianrev.records.model import Event

        return follow_links(self.find(event, Event), "effect", depth)

    # What documents say.

    def citation(self, text: str) -> Citation:
        """Find a citation by how it is written: its `locator`, its `place`, or the source and its `span`.

        A paragraph alone is no citation. Raises `TypeError` or `ValueError` for what is none, `UnknownNameError` if
        there is no such source, or none of its passages is cited so; its `suggestions` are then those that are cited
        in the paragraph, the nearest first.

        >>> import russianrev as rr
        >>> rr.citation("roberts-excerpt ¶4 [310–351]").opening
        'In January 1928 he'
        >>> rr.citation("roberts-excerpt 4:310-351") == rr.citation("roberts-excerpt ¶4 [310-351]")
        True
        """
        from russianrev.queries.locating import citation
        from russianrev.records.model import Source

        return citation(lambda name: self.find(name, Source), text)

    def statements_about(self, thing: Findable | str) -> Answers[Statement]:
        """Find every statement that touches a thing, or that a source makes, in the order of the documents.

        >>> import russianrev as rr
        >>> [statement.id for statement in rr.statements_about("smilga")][:1]
        ['boden-review:13.9']
        """
        from russianrev.queries.answers import Answers

        return Answers(self.find(thing).statements)

    def sources_for(self, thing: Findable | Statement | str, aspect: str | None = None) -> Citations:
        r"""Gather the passages behind a thing, or behind one aspect of it: an attribute, such as an event's `date`.

        What is editorial has an `authority`: no document states it so, though some may speak of it, less exactly or
        otherwise; those are the citations. Raises `ValueError` for an aspect that the thing's class does not have.

        >>> import russianrev as rr
        >>> print(*rr.sources_for("kirov-assassination", "date"), sep="\n")
        roberts-excerpt ¶14 [42–122] “the shooting dead in …”
        >>> rr.sources_for("lenin", "birth").authority
        <Authority.REFERENCE_WORKS: 'reference-works'>
        """
        from russianrev.queries.evidence import sources_for
        from russianrev.records.model import Statement

        return sources_for(thing if isinstance(thing, Statement) else self.find(thing), aspect)

    def about(self, thing: Findable | str) -> Gathered:
        """Gather all that documents say of a thing, each statement once, in order of time.

        That is what touches it; of an event, what is said of its parts and its wholes, of those who took part, in its
        time, and next to what tells of it; of anyone or anything else, of the events that happened to it, and in the
        same passages. `rings` tells how near each stands, `silent` which documents do not speak of it.
        Raises what `find` raises.

        >>> import russianrev as rr
        >>> found = rr.about("stolypin")
        >>> rr.events["stolypin-assassination"] in {statement.event for statement in found}
        True
        >>> [source.id for source in found.silent]
        ['boden-review', 'roberts-excerpt', 'serge-catalogue', 'vietnamese-chapter']
        """
        from russianrev.queries.gathering import gather

        return gather(self.find(thing), self.sources)

    def figures(
        self,
        *,
        about: Findable | str | None = None,
        of: str | None = None,
        unit: str | None = None,
        within: Source | str | None = None,
    ) -> Answers[Quantity]:
        """List the quantities that documents give: of all, or on a thing, by what they count, by unit, in a source.

        `of` and `unit` are words that are among those of the figure, whatever their case.

        >>> import russianrev as rr
        >>> [str(each.figure) for each in rr.figures(of="queues")]
        ['about 40 hours']
        """
        from russianrev.queries.quantities import quantities
        from russianrev.records.model import Source

        thing = None if about is None else self.find(about)
        source = None if within is None else self.find(within, Source)
        return quantities(self.statements if thing is None else thing.statements, source, of, unit)

    def accounts(self, event: Event | str, *, parts: bool = False) -> Answers[Account]:
        """Tell what each source says of an event, source by source; with `parts`, also of those that are part of it.

        >>> import russianrev as rr
        >>> [account.source.id for account in rr.accounts("kirov-assassination")]
        ['roberts-excerpt']
        """
        from russianrev.queries.evidence import accounts
        from russianrev.records.model import Event

        return accounts(self.find(event, Event), parts=parts)

    def disputes(self, thing: Findable | str | None = None, *, parts: bool = False) -> Answers[Dispute]:
        """List where documents disagree, or one differs from what is established: in all, or in what touches a thing.

        A dispute touches the thing that it is about, and whatever the statements in it are about. With `parts`, those
        that touch an event's parts belong to it as well.

        >>> import russianrev as rr
        >>> len(rr.disputes()) >= len(rr.disputes("trotsky")) > 0
        True
        """
        from russianrev.queries.answers import Answers
        from russianrev.queries.evidence import disputes

        if thing is None:
            return Answers(self.records["dispute"])
        return disputes(self.find(thing), parts=parts)

    # How the documents relate.

    def according_to(self, source: Source | str) -> Self:
        """Tell the history as one document does: its events with its dates, participants and numbers.

        Also where the editors decided otherwise. What the document does not say of a thing is not there.

        >>> import russianrev as rr
        >>> notes = rr.according_to("figes-notes")
        >>> len(notes.sources), len(notes.events) < len(rr.events)
        (1, True)
        """
        from russianrev.queries.according import according_to
        from russianrev.records.model import Source

        found = self.find(source, Source)
        if found.id not in self._accounts:
            self._accounts[found.id] = type(self)(according_to(found, self.owner))
        return self._accounts[found.id]

    def compare(self, thing: Thing | str | None = None, *, attribute: str | None = None) -> Comparisons:
        """Compare the documents with each other: for every thing, or one (an event with its parts), each attribute.

        An attribute is confirmed by all that give it, by a majority, unique to one, missing, or in conflict. Besides
        an event's date, participants, places and figures, these are what tenures and disputes are about, and
        "account", whether a source tells of the thing at all. Raises `ValueError` for an attribute that none has.

        >>> import russianrev as rr
        >>> print(rr.compare("trotsky-exiled-to-turkey", attribute="date")[0])
        Trotsky is exiled to Turkey: date: conflict
          1927: figes-notes
          1929: roberts-excerpt
        """
        from russianrev.queries.comparison import compare
        from russianrev.records.model import THINGS, Event, Thing

        if thing is None:
            return compare((each for kind in THINGS for each in self.records[kind]), attribute)
        one = self.find(thing, Thing)
        return compare(one.branch if isinstance(one, Event) else [one], attribute)

    def search(
        self,
        words: str,
        *,
        kind: type[Any] | str | None = None,
        within: Findable | str | None = None,
        between: tuple[DateLike, DateLike] | None = None,
        limit: int = 20,
    ) -> Hits:
        """Find the statements, disputes, events, persons and other things that a question fits best.

        Titles, names in all languages, statements, readings and the reasons of disputes are read. Any of the words may
        match, whatever their endings; “the” and “who” do not count, rare words do most, and a whole name comes first.
        What is in quotation marks must stand there so. It may be narrowed to a `kind` (a class, or its word, "event"),
        to the statements and disputes `within` a source or of a thing, and to what is dated `between` two dates.
        Raises `ValueError` for a limit below 0 or a kind that there is not, and what `find` and `between` raise.

        >>> import russianrev as rr
        >>> rr.search("How did dual power work?", kind="event")[0].record.id
        'dual-power'
        """
        from russianrev.queries.narrowing import conditions

        place = None if within is None else self.find(within)
        return self._search.hits(
            words, whole_number(limit, "how many hits at most"), conditions(self.owner, kind, place, between)
        )

    @cached_property
    def _search(self) -> Search:
        from russianrev.queries.fulltext import Search

        return Search(self.owner)

    # Networks.

    def network(self) -> networkx.Graph:
        """Make a graph of who took part in what with whom: `Timeline.network` of all events.

        >>> import russianrev as rr
        >>> rr.network().edges["trotsky", "ivan-smirnov"]["citations"][0].source.id
        'boden-review'
        """
        return self.events.network()

    def lineage_graph(self) -> networkx.MultiDiGraph:
        """Make a graph of networkx of how parties came from each other: an edge from the earlier to the later.

        A node is a party's id, with its `label`, its `kind` ("party", "faction" or "bloc") and, if known, the dates
        `founded` and `dissolved`. An edge has a `kind` ("split" or "merger", which is also its key), if known a `date`,
        and as `citations` the passages that touch both parties. Dates are as data files write them:
        `1903-07/1903-08`. Time runs one way, so there is no circle, unless a party went back into the one that it had
        split from. Raises `MissingExtraError` without the extra `graph`.

        >>> import russianrev as rr
        >>> sorted(rr.lineage_graph().predecessors("left-socialist-revolutionaries"))
        ['socialist-revolutionaries']
        """
        from russianrev.queries.networks import lineage_graph

        return lineage_graph(self.parties)

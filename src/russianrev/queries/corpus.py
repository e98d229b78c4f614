"""What can be asked of a data set, answered from its records alone.

Each question is a method here, which finds the things that are named and hands over to the module that answers it. What
a module needs is imported when it is asked, for a cold start is the commonest start.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, SupportsIndex

from russianrev.arguments import whole_number
from russianrev.dates import Calendar, DateLike, as_calendar, parse_date
from russianrev.queries.testimony import Testimony
from russianrev.queries.timeline import Timeline
from russianrev.vocabulary import Role

if TYPE_CHECKING:
    import networkx

    from russianrev.queries.anniversaries import Anniversaries
    from russianrev.queries.answers import Answers, Links, Situation
    from russianrev.queries.fulltext import Hits, Search
    from russianrev.records.model import (
        Body,
        Event,
        Findable,
        Membership,
        Party,
        Person,
        Tenure,
    )


class Corpus(Testimony):
    """Events, persons, parties, bodies, places, works, ideas and the statements and sources behind them.

    A name may be given as the thing itself, its id, or any name that `find` knows; one that is unknown raises
    `UnknownNameError`, one that is ambiguous `AmbiguousNameError`, and what is no name at all `TypeError`.
    """

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
        nothing = f"no one is known to have held an office in {group.name} or to have belonged to it"
        return Answers(tenures_of(group), f"{nothing}; about() gathers what is said of it")

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

    # Words.

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

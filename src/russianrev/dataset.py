"""A data set and what can be asked of it."""

from __future__ import annotations

import datetime
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from attrs import evolve

from russianrev.about import About, about_bundled
from russianrev.dates import REFORM, Calendar, DateLike, parse_date
from russianrev.loading.link import Records
from russianrev.queries.answers import Account, Answers, Citations, Link, Links, Situation
from russianrev.queries.collection import Collection, Timeline
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
    Record,
    Relation,
    Source,
    Statement,
    Stretch,
    Tenure,
    Thing,
    Work,
    aspects_of,
    over,
)
from russianrev.text import a, counted
from russianrev.vocabulary import Predicate, Role

# A cold start is the commonest start, so what only some questions need is imported where they are answered.
if TYPE_CHECKING:
    import altair
    import networkx
    import pandas
    import polars

    from russianrev.queries.comparison import Comparisons
    from russianrev.queries.finding import NameIndex
    from russianrev.queries.fulltext import Hit, SearchIndex
    from russianrev.queries.passages import Documents, Gap, Verification
    from russianrev.quizzes import Draft, Quiz

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Findable)
S = TypeVar("S", bound=Stretch)

DOCUMENTS_VARIABLE = "RUSSIANREV_DOCUMENTS"
"""The environment variable that names the folder of documents, where no folder is given."""


class Dataset:
    """Events, persons, parties, bodies, places, works, ideas and the statements and sources behind them.

    The functions of the module `russianrev` are the methods of the bundled data set; `rr.load(path)` gives another.
    A name may be given as the thing itself, its id, or any name that `find` knows; one that is unknown raises
    `UnknownNameError`, one that is ambiguous `AmbiguousNameError`, and what is no name at all `TypeError`.
    """

    events: Timeline
    persons: Collection[Person]
    parties: Collection[Party]
    bodies: Collection[Body]
    places: Collection[Place]
    works: Collection[Work]
    ideas: Collection[Idea]
    sources: Collection[Source]
    statements: Collection[Statement]

    def __init__(self, records: Records, about: About | None = None) -> None:
        """Make it of records; `about` is what exports say of it, and is known of the data set in the package alone."""
        self.about = about
        self.records = records
        self._accounts: dict[str, Dataset] = {}
        self.events = Timeline(self._kind("event", Event), self.find)
        self.persons = Collection(self._kind("person", Person))
        self.parties = Collection(self._kind("party", Party))
        self.bodies = Collection(self._kind("body", Body))
        self.places = Collection(self._kind("place", Place))
        self.works = Collection(self._kind("work", Work))
        self.ideas = Collection(self._kind("idea", Idea))
        self.sources = Collection(self._kind("source", Source))
        self.statements = Collection(self._kind("statement", Statement))

    @classmethod
    def bundled(cls) -> Dataset:
        """The data set in the package, made anew; `russianrev`'s own functions share one."""
        from russianrev.loading.bundled import load_bundled

        return cls(load_bundled(), about_bundled())

    def _kind(self, kind: str, cls: type[R]) -> list[R]:
        return [record for record in self.records[kind] if isinstance(record, cls)]

    def __eq__(self, other: object) -> bool:
        """Whether two data sets have equal records, in whatever order their files had them."""
        if not isinstance(other, Dataset):
            return NotImplemented
        return {k: set(v) for k, v in self.records.items()} == {k: set(v) for k, v in other.records.items()}

    def __hash__(self) -> int:
        return hash(self.statements)

    def __str__(self) -> str:
        kinds = {"source": self.sources, "statement": self.statements, "event": self.events, "person": self.persons}
        return ", ".join(counted(len(records), kind) for kind, records in kinds.items())

    def __repr__(self) -> str:
        return f"<Dataset of {self}>"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from russianrev.html import to_html

        return to_html(self)

    # Names.

    @overload
    def find(self, name: Findable | str) -> Findable: ...
    @overload
    def find(self, name: Findable | str, *kinds: type[F]) -> F: ...
    def find(self, name: Findable | str, *kinds: type[Any]) -> Findable:
        """The one thing, or source, with a name, in any script or spelling; of one of the kinds, if any are given.

        Case, accents, punctuation, initials' dots and spacing make no difference; an English article before the name
        or a possessive after it is passed over. A person is also found by the surname, and by any way of writing a
        Russian name in Latin letters. A thing's exact id always means that thing.
        Raises `UnknownNameError` with `suggestions`, `AmbiguousNameError` with `candidates`, `TypeError`.

        >>> import russianrev as rr
        >>> rr.find("TROTSKY") is rr.find("Лев Троцкий") is rr.persons["trotsky"]
        True
        >>> rr.find("Trotzki") is rr.find("Trotskii") is rr.find("Trockij") is rr.find("Trotsky")
        True
        >>> rr.find("Kazan", rr.Place)
        <Place kazan: Kazan>
        """
        return self._names.find(name, kinds)

    @cached_property
    def _names(self) -> NameIndex:
        from russianrev.queries.finding import NameIndex

        kinds = (self.events, self.persons, self.parties, self.bodies, self.places, self.works, self.ideas)
        return NameIndex(found for collection in (*kinds, self.sources) for found in collection)

    # Events.

    def between(
        self,
        start: DateLike,
        end: DateLike | None = None,
        *,
        calendar: Calendar | str | None = None,
        possible: bool = False,
    ) -> Timeline:
        """The events of a period: `Timeline.between` on all events.

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
        """The events in which all of these (or any) took part: `Timeline.involving` on all events.

        >>> import russianrev as rr
        >>> rr.involved("trotsky", "zinoviev", role="expelled")[-1].title
        'Trotsky and Zinoviev are expelled from the party'
        """
        if not who:
            raise TypeError("involved() wants at least one person, party or body")
        return self.events.involving(*who, role=role, how=how)

    def on_this_day(self, month: int, day: int, *, calendar: Calendar | str = Calendar.GREGORIAN) -> Timeline:
        """The events of this day of the year, of all years; only those dated to the day.

        Raises `DateError` for a day that no year has, `TypeError` for what is not a number.

        >>> import russianrev as rr
        >>> rr.on_this_day(12, 29).ids
        ('execution-of-nikolaev-and-alleged-associates',)
        """
        if not (isinstance(month, int) and isinstance(day, int)):
            raise TypeError(f"wanted: a month and a day as whole numbers, such as (11, 7), not {(month, day)}")
        parse_date(f"2000-{month:02}-{day:02}")  # a leap year in both calendars
        return self.events.on_day(month, day, calendar=calendar)

    def as_of(self, date: DateLike, *, calendar: Calendar | str | None = None, possible: bool = False) -> Situation:
        """How things stood on a date, as far as the data know for certain: the calendar, capitals, who held what.

        That is each person's offices and parties, and the place of prison, exile or hiding. A change counts from the
        day on which it happened. With `possible`, also what nothing speaks against.

        >>> import russianrev as rr
        >>> [tenure.body.id for person, tenure in rr.as_of("1927-09").offices if person.id == "trotsky"]
        ['central-committee']
        """
        day = parse_date(date, calendar)
        living = [p for p in self.persons if not over(p.death, day, possible=possible)]

        def held(stretches: Iterable[tuple[R, Iterable[S]]]) -> tuple[tuple[R, S], ...]:
            return tuple((r, s) for r, each in stretches for s in each if s.holds(day, possible=possible))

        return Situation(
            date=day,
            calendar=Calendar.JULIAN if day.before(REFORM) else Calendar.GREGORIAN,
            capitals=held((place, place.capitals) for place in self.places),
            offices=held((person, person.offices) for person in living),
            memberships=held((person, person.memberships) for person in living),
            confinements=held((person, person.confinements) for person in living),
        )

    def tenures(self, body: Body | Party | str) -> Answers[tuple[Person, Tenure | Membership]]:
        """Who held an office in a body or party or belonged to it, and when, in order of time.

        >>> import russianrev as rr
        >>> [str(tenure.end) for person, tenure in rr.tenures("politburo") if person.id == "trotsky"]
        ['23 October 1926']
        """
        wanted = self.find(body, Body, Party)
        held: list[tuple[Person, Tenure | Membership]] = []
        for person in wanted.people:
            held += [(person, tenure) for tenure in person.offices if tenure.body == wanted]
            held += [(person, membership) for membership in person.memberships if membership.party == wanted]
        return Answers(sorted(held, key=lambda pair: _limits(pair[1])))

    # Causes.

    def consequences(self, event: Event | str, *, depth: int | None = None) -> Links:
        """What an event led to, and what that led to in turn, as statements assert it; to a `depth`, if one is given.

        >>> import russianrev as rr
        >>> print(rr.consequences("russo-japanese-war", depth=1))  # doctest: +ELLIPSIS
        Russo-Japanese War → ...
        """
        return self._follow(event, "cause", "effect", depth)

    def causes(self, event: Event | str, *, depth: int | None = None) -> Links:
        """What led to an event, and what had led to that, as statements assert it; to a `depth`, if one is given.

        >>> import russianrev as rr
        >>> rr.causes("february-revolution")[0].cause.title
        'Bread queues of Petrograd'
        """
        return self._follow(event, "effect", "cause", depth)

    def _follow(
        self, event: Event | str, near: Literal["cause", "effect"], far: Literal["cause", "effect"], depth: int | None
    ) -> Links:
        """Links from end to end, depth first, each once: an event reached again is not followed again."""
        found: list[Link] = []
        seen: set[Event] = set()

        def follow(end: Event, steps: int) -> None:
            seen.add(end)
            for link in self._links:
                if getattr(link, near) == end and (depth is None or steps <= depth):
                    found.append(evolve(link, depth=steps))
                    if getattr(link, far) not in seen:
                        follow(getattr(link, far), steps + 1)

        follow(self.find(event, Event), 1)
        return Links(found)

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        said: dict[tuple[Event, Event], list[Statement]] = defaultdict(list)
        for statement in self.statements:
            match statement.relation:
                case Relation(subject=Event() as cause, predicate=Predicate.LED_TO, object=Event() as effect):
                    said[cause, effect].append(statement)
        return tuple(Link(cause, effect, tuple(each), 1) for (cause, effect), each in said.items())

    # What documents say.

    def statements_about(self, thing: Findable | str) -> Answers[Statement]:
        """Every statement that touches a thing, or that a source makes, in the order of the documents.

        >>> import russianrev as rr
        >>> [statement.id for statement in rr.statements_about("smilga")][:1]
        ['boden-review:13.9']
        """
        return Answers(self.find(thing).statements)

    def sources_for(self, thing: Findable | Statement | str, aspect: str | None = None) -> Citations:
        r"""The passages behind a thing, or behind one aspect of it: an attribute, such as an event's `date`.

        What is editorial has an `authority`: no document states it so, though some may speak of it, less exactly or
        otherwise; those are the citations. Raises `ValueError` for an aspect that the thing's class does not have.

        >>> import russianrev as rr
        >>> print(*rr.sources_for("kirov-assassination", "date"), sep="\n")
        roberts-excerpt ¶14 “the shooting dead in …”
        >>> rr.sources_for("lenin", "birth").authority
        <Authority.REFERENCE_WORKS: 'reference-works'>
        """
        from russianrev.queries.evidence import gives

        if isinstance(thing, Statement):
            if aspect is not None:
                raise ValueError(f"a statement has one citation for all it says, not one for its {aspect!r}")
            return Citations((thing.citation,))
        found = self.find(thing)
        if aspect is None:
            return _cited(found.statements)
        if aspect not in aspects_of(found):
            has = ", ".join(aspects_of(found))
            raise ValueError(f"{a(type(found).__name__.lower())} has no {aspect!r}; it has {has}")
        given = _cited(s for s in found.statements if getattr(found, aspect) and gives(s, found, aspect))
        return Citations(given, next((note.authority for note in found.editorial if note.attribute == aspect), None))

    def accounts(self, event: Event | str, *, parts: bool = False) -> Answers[Account]:
        """What each source says of an event, source by source; with `parts`, also of the events that are part of it.

        >>> import russianrev as rr
        >>> [account.source.id for account in rr.accounts("kirov-assassination")]
        ['roberts-excerpt']
        """
        found = self.find(event, Event)
        events = found.branch if parts else (found,)
        told = sorted({s for each in events for s in each.statements}, key=lambda statement: statement.place)
        sources = dict.fromkeys(s.source for s in told)
        return Answers(Account(found, each, tuple(s for s in told if s.source == each)) for each in sources)

    def disputes(self, thing: Findable | str | None = None, *, parts: bool = False) -> Answers[Dispute]:
        """Where documents disagree, or one differs from what is established: everywhere, or in what touches a thing.

        A dispute touches the thing that it is about, and whatever the statements in it are about. With `parts`, those
        that touch an event's parts belong to it as well.

        >>> import russianrev as rr
        >>> len(rr.disputes()) >= len(rr.disputes("trotsky")) > 0
        True
        """
        if thing is None:
            return Answers(self._kind("dispute", Dispute))
        found = self.find(thing)
        touched = found.branch if parts and isinstance(found, Event) else (found,)
        return Answers(dict.fromkeys(dispute for each in touched for dispute in each.disputes))

    # How the documents relate.

    def according_to(self, source: Source | str) -> Dataset:
        """The history as one document tells it: its events with its dates, participants and numbers.

        Also where the editors decided otherwise. What the document does not say of a thing is not there.

        >>> import russianrev as rr
        >>> notes = rr.according_to("figes-notes")
        >>> len(notes.sources), len(notes.events) < len(rr.events)
        (1, True)
        """
        found = self.find(source, Source)
        if found.id not in self._accounts:
            from russianrev.queries.according import according_to

            self._accounts[found.id] = Dataset(according_to(found, self.records), self.about)
        return self._accounts[found.id]

    def compare(self, thing: Thing | str | None = None, *, attribute: str | None = None) -> Comparisons:
        """How the documents stand to each other: for every thing, or one (an event with its parts), each attribute.

        An attribute is confirmed by all that give it, by a majority, unique to one, missing, or in conflict. Besides
        an event's date, participants, places and figures, these are what tenures and disputes are about, and
        "account", whether a source tells of the thing at all. Raises `ValueError` for an attribute that none has.

        >>> import russianrev as rr
        >>> print(rr.compare("trotsky-exiled-to-turkey", attribute="date")[0])
        Trotsky is exiled to Turkey: date: conflict
          1927: figes-notes
          1929: roberts-excerpt
        """
        from russianrev.queries.comparison import Comparisons, compare

        one = None if thing is None else self.find(thing, Thing)
        things = self._names.things if one is None else one.branch if isinstance(one, Event) else [one]
        every = [comparison for each in things for comparison in compare(each)]
        if attribute is None:
            return Comparisons(every)
        attributes = {c.attribute for c in every}
        if attribute not in attributes:
            raise ValueError(f"nothing to compare by {attribute!r}; there are {', '.join(sorted(attributes))}")
        return Comparisons(c for c in every if c.attribute == attribute)

    def accounts_chart(
        self, event: Event | str, *, language: str = "en", width: float = 960, title: str | None = None
    ) -> altair.LayerChart:
        """A picture of which document covers what: an event and its parts, and how many statements each makes on them.

        Titles are in `language` where the data have one. `width` is in pixels. Raises `ValueError` if no document tells
        of it, and `MissingExtraError` without the extra `charts`.

        >>> import russianrev as rr
        >>> print(*rr.accounts_chart("october-revolution").title.text)
        October Revolution: who tells what
        """
        from russianrev.charts import accounts_chart

        return accounts_chart(self, event, language=language, width=width, title=title)

    def sources_chart(self, *, width: float = 960, title: str | None = None) -> altair.LayerChart:
        """A picture of what the documents cover by year, how far they overlap, and how far they agree (`compare`).

        `width` is in pixels. Raises `ValueError` if there are no statements, and `MissingExtraError` without the extra
        `charts`.

        >>> import russianrev as rr
        >>> rr.sources_chart(width=1200).width
        1200
        """
        from russianrev.charts import sources_chart

        return sources_chart(self, width=width, title=title)

    def network_chart(self, *, most: int = 40, width: float = 960, title: str | None = None) -> altair.LayerChart:
        """A picture of who took part in events with whom: `Timeline.network_chart` of all events.

        >>> import russianrev as rr
        >>> rr.network_chart(most=30).save("network.svg")  # doctest: +SKIP
        """
        return self.events.network_chart(most=most, width=width, title=title)

    def search(self, query: str, *, limit: int = 20) -> Answers[Hit]:
        """The statements, events, persons and other things that a few words fit best, best first.

        Accents, case and plurals make no difference. Any of the words may match; those that are rare count most.
        Raises `ValueError` for a limit below 0.

        >>> import russianrev as rr
        >>> rr.search("smirnov kazan")[0].record
        <Person ivan-smirnov: Ivan Smirnov>
        """
        if not isinstance(query, str):
            raise TypeError(f"wanted: words to look for, not {type(query).__name__}")
        if limit < 0:
            raise ValueError(f"wanted: how many hits at most, not {limit}")
        return Answers(self._search_index.search(query, limit))

    @cached_property
    def _search_index(self) -> SearchIndex:
        from russianrev.queries.fulltext import SearchIndex

        return SearchIndex([*self._names.findable.values(), *self.statements])

    # Documents.

    def documents(self, folder: str | os.PathLike[str] | None = None) -> Documents:
        """The documents in a folder, for `citation.passage(documents)`.

        Without a folder, that which the environment variable RUSSIANREV_DOCUMENTS names. Raises
        `NotADirectoryError` if it is none, and `ValueError` if nothing names one.
        """
        from russianrev.queries.passages import Documents

        named = folder or os.environ.get(DOCUMENTS_VARIABLE)
        if not named:
            raise ValueError(f"wanted: a folder of documents, as an argument or in {DOCUMENTS_VARIABLE}")
        return Documents(named, self.sources)

    def verify(self, folder: str | os.PathLike[str] | None = None) -> Verification:
        """Check every citation, of statements and of what is skipped, against the documents in a folder.

        The result is true if all hold, and names each that does not. Raises what `documents` raises.
        """
        from russianrev.queries.passages import verify

        return verify(self._citations(), self.documents(folder))

    def _citations(self) -> Iterator[tuple[str, Citation]]:
        for statement in self.statements:
            yield statement.id, statement.citation
        for source in self.sources:
            for skipped in source.skipped:
                yield "skipped", skipped.citation

    def coverage(self, folder: str | os.PathLike[str] | None = None) -> dict[Source, list[Gap]]:
        """For each document in a folder, the stretches that neither a statement nor a skipped span covers.

        Raises what `documents` raises.
        """
        from russianrev.queries.passages import gaps

        cited: dict[Source, list[Citation]] = defaultdict(list)
        for _, citation in self._citations():
            cited[citation.source].append(citation)
        return {source: gaps(source, document, cited[source]) for source, document in self.documents(folder).items()}

    def cite(
        self,
        source: Source | str,
        paragraph: int,
        first: str,
        last: str | None = None,
        *,
        folder: str | os.PathLike[str] | None = None,
    ) -> Citation:
        """The citation of the passage from the words `first` to the words `last` in a document, for editors.

        Without `last` the passage is `first` itself. Raises what `documents` raises, and `DocumentError` if the words
        are not there, or are there twice.
        """
        from russianrev.queries.passages import cite

        found = self.find(source, Source)
        return cite(found, self.documents(folder)[found], paragraph, first, last)

    # Networks.

    def network(self) -> networkx.Graph:
        """Who took part in what with whom: `Timeline.network` of all events.

        >>> import russianrev as rr
        >>> rr.network().edges["trotsky", "ivan-smirnov"]["citations"][0].source.id
        'boden-review'
        """
        return self.events.network()

    def lineage_graph(self) -> networkx.MultiDiGraph:
        """How parties came from each other, as a graph of networkx: an edge from the earlier to the later.

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

    # For the classroom.

    def quiz(
        self,
        n: int,
        *,
        seed: int | str | None = None,
        about: Findable | str | None = None,
        language: str = "en",
    ) -> Quiz:
        """`n` questions of all kinds, or on one thing: an event with its parts, one who took part, or a document.

        Each has four options, of which one is right, and the passages that settle it. No question is on what is
        disputed, misread or only reported, nor on what no passage gives. The wrong options are wrong for certain by the
        data: a date that overlaps none that is given, a person whom nothing told of the event touches. The same seed
        asks the same of the same data; without one the questions differ each time. `language` is "en", "zh", "vi" or
        "ru": what has no name in it is not asked about, and the titles of documents stay in their own.

        Raises `ValueError` for another language or if fewer than `n` questions can be asked, and what `find` raises.

        >>> import russianrev as rr
        >>> [len(question.options) for question in rr.quiz(3, seed=1917)]
        [4, 4, 4]
        """
        from russianrev.quizzes import quiz

        return quiz(self._drafts(about), n, seed, language)

    def flashcards(self, *, about: Findable | str | None = None, language: str = "en") -> str:
        """The questions that `quiz` could ask, but for those on documents, as CSV that Anki imports.

        Raises what `quiz` raises.

        >>> import russianrev as rr
        >>> rr.flashcards(about="kirov-assassination").startswith("#separator:Comma")
        True
        """
        from russianrev.exports.anki import flashcards

        return flashcards(self._drafts(about), language, self.about)

    def _drafts(self, about: Findable | str | None) -> list[Draft]:
        thing = None if about is None else self.find(about)
        return [draft for draft in self._every_draft if thing is None or draft.concerns(thing)]

    @cached_property
    def _every_draft(self) -> tuple[Draft, ...]:
        from russianrev.quizzes import drafts

        return tuple(drafts(self))

    # For other tools.

    @overload
    def tables(self, library: Literal["pandas"] = "pandas") -> dict[str, pandas.DataFrame]: ...
    @overload
    def tables(self, library: Literal["polars"]) -> dict[str, polars.DataFrame]: ...
    def tables(
        self, library: Literal["pandas", "polars"] = "pandas"
    ) -> dict[str, pandas.DataFrame] | dict[str, polars.DataFrame]:
        """The whole as related data frames, by name: those that `export` writes, which join by id.

        Raises `MissingExtraError` without the extra `frames`, `ValueError` for another library.

        >>> import russianrev as rr
        >>> len(rr.tables()["events"]) == len(rr.events)
        True
        """
        from russianrev.frames import frames
        from russianrev.tabular import tables

        return frames(tables(self), library)

    def export(self, form: str, output: str | os.PathLike[str] | None = None) -> str | None:
        """Write the whole in a form for other tools, one of `russianrev.exports`, such as `csv` or `bibtex`.

        A text is written to the file `output`, or returned if that is left out; for tables `output` is a folder.
        Raises `ValueError` for another form, or a folder that is not named, `MissingExtraError`, and `OSError`.

        >>> import russianrev as rr
        >>> print((rr.export("bibliography") or "").splitlines()[0])
        Boden, E. (1937) ‘The Twilight of Bolshevism’, Socialist Standard, no. 397. Socialist Party of Great Britain.
        """
        from pathlib import Path

        from russianrev.exports import FOLDERS, exporter

        write = exporter(form)
        if form in FOLDERS:
            if output is None:
                raise ValueError(f"wanted: the folder into which {form} is to be written")
            write(self, output)
            return None
        text: str = write(self)
        if output is None:
            return text
        Path(output).write_text(text, encoding="utf-8", newline="")
        return None

    # Files.

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the whole data set to a JSON file, which `rr.load` reads as an equal one."""
        from pathlib import Path

        from russianrev.loading.files import written

        Path(path).write_text(written(self.records), encoding="utf-8")


def load(path: str | os.PathLike[str]) -> Dataset:
    """A user's own data set: a folder of TOML or JSON files, or one file.

    Raises `FileNotFoundError`, and `DataError`, whose `faults` are everything that is wrong with the data.
    """
    from pathlib import Path

    from russianrev.loading.files import load_records

    return Dataset(load_records(Path(path)))


def _cited(statements: Iterable[Statement]) -> Citations:
    return Citations(dict.fromkeys(statement.citation for statement in statements))


def _limits(stretch: Stretch) -> tuple[datetime.date, datetime.date]:
    start, end = stretch.start and stretch.start.start, stretch.end and stretch.end.end
    return start or datetime.date.min, end or datetime.date.max

"""What can be asked of the documents: what they say of a thing, where, and how they stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from russianrev.queries.holdings import Holdings

if TYPE_CHECKING:
    from russianrev.queries.answers import Account, Answers, Citations
    from russianrev.queries.comparison import Comparisons
    from russianrev.queries.gathering import Gathered
    from russianrev.queries.quantities import Quantity
    from russianrev.records.model import Citation, Dispute, Event, Findable, Source, Statement, Thing


class Testimony(Holdings):
    """The questions that are answered by what documents say."""

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

        found = self.find(thing)
        return Answers(found.statements, f"no statement touches {found.label}; {self._documents()}")

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
        return quantities(self.statements if thing is None else thing.statements, thing, source, of, unit)

    def accounts(self, event: Event | str, *, parts: bool = False) -> Answers[Account]:
        """Tell what each source says of an event, source by source; with `parts`, also of those that are part of it.

        >>> import russianrev as rr
        >>> [account.source.id for account in rr.accounts("kirov-assassination")]
        ['roberts-excerpt']
        """
        from russianrev.queries.evidence import accounts
        from russianrev.records.model import Event

        return accounts(self.find(event, Event), self.sources, parts=parts)

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
            return Answers(self.records["dispute"], f"no disputes; {self._documents()}")
        return disputes(self.find(thing), parts=parts)

    def _documents(self) -> str:
        return f"looked for in {', '.join(self.sources.ids) or 'no document'}"

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

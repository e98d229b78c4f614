"""The classes of the data: frozen values that refer to each other as objects and know nothing of files.

A `Statement` is what one document says at one passage; events, persons, parties, bodies, places, works and
ideas are the index to the statements. Two records are equal when their own values are equal and they refer to
records of the same ids, so records that refer to each other in a circle can be compared and hashed.
"""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from russianrev.arguments import LANGUAGES, language_ranges, unknown_language, whole_number
from russianrev.dates import HistoricalDate, read_notation
from russianrev.errors import DateError
from russianrev.records.base import Comparable, Record, abstract, attributes_of, model, refers_to
from russianrev.views import view
from russianrev.vocabulary import (
    AddressKind,
    Authority,
    BodyKind,
    Certainty,
    ConfinementKind,
    DescentKind,
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

if TYPE_CHECKING:
    import os

    from russianrev.dates import DateLike
    from russianrev.picture import Chart
    from russianrev.records.reference import Reference

_DATES = {"date", "birth", "death", "founded", "dissolved", "start", "end"}
_NO_ASPECTS = {"id", "editorial", "statements", "disputes", "events", "people", "parts"}


def aspects_of(value: Any) -> tuple[str, ...]:
    """Name the attributes of a record or value that say something of it, and so may be supported or editorial."""
    return tuple(name for name in attributes_of(value) if name not in _NO_ASPECTS)


# Values that belong to a record.


@model
class Name(Comparable):
    """One form of a name.

    `language` is a BCP 47 tag; `sources` are the documents that print the form; `date` says when a name that
    was given up was in use (Petrograd, 1914–1924).
    """

    text: str
    language: str = "en"
    kind: NameKind = NameKind.PRINTED
    sources: tuple[Source, ...] = refers_to("source", default=())
    date: HistoricalDate | None = None

    def __str__(self) -> str:
        return self.text


@model
class Editorial(Comparable):
    """An attribute of a record that no document states, and the kind of authority the editors take it from."""

    attribute: str
    authority: Authority


@model
class Citation(Comparable):
    """A passage of a source: characters `start` to `end` (exclusive) of a paragraph (counted from 1).

    Offsets are Python string indices into the paragraph as it stands in the file. `digest` is the first 16 hex
    digits of the SHA-256 of the passage's UTF-8 bytes, `opening` its first words.
    """

    source: Source = refers_to("source")
    paragraph: int
    start: int
    end: int
    digest: str
    opening: str

    @property
    def locator(self) -> str:
        """Where to look, short enough for a footnote: source, paragraph, characters, first words.

        >>> import russianrev as rr
        >>> rr.statements["roberts-excerpt:4.10"].citation.locator
        'roberts-excerpt ¶4 [310–351] “In January 1928 he …”'
        """
        return f"{self.place} “{self.opening} …”"

    @property
    def place(self) -> str:
        """Source, paragraph and characters: `roberts-excerpt ¶4 [310–351]`, which `rr.citation` reads back."""
        return f"{self.source.id} ¶{self.paragraph} [{self.start}–{self.end}]"

    @property
    def url(self) -> str | None:
        """The address at which a browser opens the document at the passage, by its opening words.

        None if no address is known that holds the text. Where the page has other words, or the browser knows no text
        fragments, the page opens at its head. Rule: https://wicg.github.io/scroll-to-text-fragment/.

        >>> import russianrev as rr
        >>> rr.statements["boden-review:16.1"].citation.url.partition("#")[2]
        ':~:text=Dealing%20with%20the%20civil'
        """
        from urllib.parse import quote

        if not self.source.url:
            return None
        words = _NO_WORD.sub("", self.opening)
        directive = f":~:text={quote(words, safe='').replace('-', '%2D')}" if words else ""
        return self.source.url + ("#" if directive and "#" not in self.source.url else "") + directive

    def reference(
        self,
        style: str | os.PathLike[str] = "chicago",
        *,
        locale: str | None = None,
        accessed: DateLike | None = None,
    ) -> Reference:
        """Cite the passage as a paper does: the note, or what stands in the text, and the entry in the list of works.

        `style` is "chicago" (notes and bibliography), "mla" or "apa", the name of another style of
        https://github.com/citation-style-language/styles, or the path of one. `locale` is a language that citeproc-py
        knows, such as "de-DE"; without it, that of the style, or American English. `accessed` is the day on which the
        page was read; without it, that on which an editor opened it. The paragraph is the document's n-th line that is
        not blank. Raises `ValueError` for a style that is unknown or cannot be followed, or for what is no day, and
        `MissingExtraError` without the extra `bibliography`.

        >>> import russianrev as rr
        >>> print(rr.statements["roberts-excerpt:14.1"].citation.reference("mla").entry)
        Roberts, Geoffrey. Stalin’s Library: A Dictator and His Books. Yale University Press, 2022.
        """
        made: Reference = view(self, "reference", style=style, locale=locale, accessed=accessed)
        return made

    def passage(self, documents: Reader | None = None) -> str:
        """Read the text itself from `rr.documents(folder)`, or from what is at hand.

        Raises `DocumentError` if the document is not there, or its text is not the one that was cited.
        """
        text: str = view(self, "passage") if documents is None else documents.read(self)
        return text

    @property
    def span(self) -> str:
        """The place as data files write it: paragraph, first character, and the one after the last: `3:0-54`."""
        return f"{self.paragraph}:{self.start}-{self.end}"

    @property
    def notation(self) -> str:
        """The place and the digest as data files write them: `3:0-54 f8ad5d6c05a7e577`; `cited` reads it back."""
        return f"{self.span} {self.digest}"

    def web_annotation_target(self) -> dict[str, Any]:
        """Make a target of a W3C Web Annotation, with a TextPositionSelector refining the choice of the paragraph.

        A fragment selector of RFC 5147 cannot count non-blank lines, so the paragraph is named by an
        XPath-like `paragraph=n`; the digest is kept as `russianrev:digest`.
        Rule: https://www.w3.org/TR/annotation-model/#text-position-selector.
        """
        return view(self, "web-annotation")  # type: ignore[no-any-return]

    def __str__(self) -> str:
        """Write the locator, which `rr.citation` reads back."""
        return self.locator


_NO_WORD = re.compile(r"^\W+|\W+$")

CITATION_NOTATION = re.compile(r"([0-9]{1,9}):([0-9]{1,9})-([0-9]{1,9}) ([0-9a-f]{16})")
"""What `Citation.notation` looks like."""


def cited(source: Source, notation: str, opening: str) -> Citation:
    """Read the citation that data files write so. Raises `ValueError` for what is no `Citation.notation`.

    >>> import russianrev as rr
    >>> citation = rr.statements["roberts-excerpt:4.10"].citation
    >>> cited(citation.source, citation.notation, citation.opening) == citation
    True
    """
    match = CITATION_NOTATION.fullmatch(notation)
    if not match:
        raise ValueError("wanted: paragraph:start-end digest, such as '3:0-54 f8ad5d6c05a7e577'")
    paragraph, start, end = map(int, match.groups()[:3])
    return Citation(source=source, paragraph=paragraph, start=start, end=end, digest=match[4], opening=opening)


class Reader(Protocol):
    """Whatever can turn a citation into the passage it cites."""

    def read(self, citation: Citation) -> str:
        """Read the text of the passage that a citation cites."""
        ...


@model
class Address(Comparable):
    """Where a document is on the web: its `url`, of the scheme http or https, and what it `holds`.

    `opened` is the day on which an editor saw what is there, live or in an archive's copy; None if nobody has.
    """

    url: str
    holds: AddressKind
    opened: HistoricalDate | None = None
    note: str = ""

    @property
    def has_text(self) -> bool:
        """Whether the document's own text is there to be read by a program, alone or among others."""
        return self.holds in (AddressKind.PAGE, AddressKind.BOOK)

    def __str__(self) -> str:
        """Write it as a list of addresses has it: `https://… (page)`, `https://… (book, not opened)`."""
        return f"{self.url} ({self.holds}{'' if self.opened else ', not opened'})"


@model
class Rights(Comparable):
    """Whether a document's text may be copied, who holds the rights, and, as a `note`, what that follows from."""

    status: RightsStatus
    holder: str = ""
    note: str = ""

    def __str__(self) -> str:
        """Write status and holder: `in copyright, Yale University Press`."""
        return ", ".join(filter(None, (self.status.replace("-", " "), self.holder)))


@model
class Skipped(Comparable):
    """A stretch of a document that needs no statement, and why; `repeats` is the paragraph that it repeats."""

    citation: Citation
    reason: SkipReason
    repeats: int | None = None


@model
class Figure(Comparable):
    """A quantity as a document gives it: `printed` in its words, `value` (to `value_max`, if a range) read.

    `unit` is what is counted or measured, `of` what it is the number of.
    """

    value: float
    value_max: float | None = None
    unit: str
    of: str
    printed: str
    approximate: bool = False

    def __str__(self) -> str:
        """Write the quantity: `about 210,000 strikers`, `7–8 months`."""
        values = (value for value in (self.value, self.value_max) if value is not None)
        return f"{'about ' if self.approximate else ''}{'–'.join(f'{value:,}' for value in values)} {self.unit}"


@model
class Relation(Comparable):
    """A relation between two things that a statement asserts, read *subject predicate object*."""

    subject: Thing = refers_to("thing")
    predicate: Predicate
    object: Thing = refers_to("thing")
    date: HistoricalDate | None = None


@model
class Reading(Comparable):
    """How the editors read a misprint or a slip: what is `printed`, what it should be, why, and how sure it is."""

    printed: str
    read_as: str
    reason: str
    certainty: Certainty


@model
class Participant(Comparable):
    """Who took part in an event, and in which role."""

    who: Person | Party | Body = refers_to("person", "party", "body")
    role: Role = Role.PARTICIPANT


@abstract
class Supported(Comparable):
    """A value that rests on statements."""

    statements: tuple[Statement, ...] = refers_to("statement", default=())

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that it rests on."""
        return tuple(dict.fromkeys(statement.citation for statement in self.statements))


_ALWAYS, _NEVER = 0, datetime.date.max.toordinal() + 1  # days before and after all that a date can name


def is_over_from(end: HistoricalDate | None, *, possible: bool) -> int:
    """Find the day, as an ordinal, from which what ends at `end` is over; if it never is, one after all days.

    It must be certain that it lasts, unless `possible`: then it is over only once that is certain.
    """
    if not end:
        return _NEVER
    if possible:
        return (end.end or datetime.date.max).toordinal()
    return (end.start or datetime.date.min).toordinal()


@abstract
class Stretch(Supported):
    """What held for a time; `editorial` names what the statements do not say of it.

    Without a `start` the beginning is not known; without an `end` it lasted, as far as the data go.
    """

    start: HistoricalDate | None = None
    end: HistoricalDate | None = None
    editorial: tuple[Editorial, ...] = ()

    def days(self, *, possible: bool = False) -> tuple[int, int]:
        """Find the days, as ordinals, from which and until which it holds; the last is the first on which it does not.

        Those on which it certainly holds, unless `possible`: then those on which nothing speaks against it.
        """
        if not self.start:
            begins = _ALWAYS if possible else _NEVER
        elif possible:
            begins = (self.start.start or datetime.date.min).toordinal()
        else:
            begins = (self.start.end or datetime.date.max).toordinal()
        return begins, is_over_from(self.end, possible=possible)

    def holds(self, date: HistoricalDate, *, possible: bool = False) -> bool:
        """Tell whether it holds on a date: from the day it starts, and no more on the day it ends.

        Only if that is certain, unless `possible`: then also if nothing speaks against it.
        """
        begins, ends = self.days(possible=possible)
        return holds_on(begins, ends, date, possible=possible)


def holds_on(begins: int, ends: int, date: HistoricalDate, *, possible: bool) -> bool:
    """Tell whether what holds between two days (`Stretch.days`) holds all of a date, or, if `possible`, some."""
    first = (date.start or datetime.date.min).toordinal()
    last = (date.end or datetime.date.max).toordinal()
    return begins <= last and first < ends if possible else begins <= first and last < ends


def stretches_of(record: Record) -> dict[str, tuple[Stretch, ...]]:
    """Find what held of a record for a time, by the attribute it is in: a person's offices, a country's capitals."""
    fields = _STRETCHES.get(type(record), ())
    return {name: held for name in fields if (held := getattr(record, name))}


@model
class Membership(Stretch):
    """A person's time in a party."""

    party: Party = refers_to("party")

    def __str__(self) -> str:
        """Write the party's name."""
        return self.party.name


@model
class Tenure(Stretch):
    """A person's time in an office of a body, or as a member of it."""

    office: str
    body: Body | Party = refers_to("body", "party")

    def __str__(self) -> str:
        """Write the office, and in what: `chairman, Petrograd Soviet`."""
        return f"{self.office}, {self.body.name}"


@model
class Confinement(Stretch):
    """A person's time in prison, in exile or in hiding."""

    kind: ConfinementKind
    place: Place | None = refers_to("place", default=None)

    def __str__(self) -> str:
        """Write what it was, and where: `exile, Alma-Ata`."""
        return f"{self.kind}, {self.place.name}" if self.place else str(self.kind)


@model
class Capital(Stretch):
    """A country's time with a city as its capital."""

    city: Place = refers_to("place")

    def __str__(self) -> str:
        """Write the city's name, as it was called then."""
        return self.city.name_on(self.start or self.end)


@model
class Coordinates(Comparable):
    """A point on the map, in degrees of WGS 84, north and east positive."""

    latitude: float
    longitude: float


@model
class Claim(Supported):
    """A value that a dispute weighs: the statements that give it, or the authority the editors have it from."""

    value: str
    authority: Authority | None = None


# Records: what has an id.


@abstract
class Thing(Record):
    """What statements are about: it has names, and may have attributes that are `editorial`.

    Its `statements` are all that touch it, and its `disputes` all that are about it or about what touches it.
    """

    names: tuple[Name, ...] = ()
    editorial: tuple[Editorial, ...] = ()
    statements: tuple[Statement, ...] = refers_to("statement", default=(), derived=True)
    disputes: tuple[Dispute, ...] = refers_to("dispute", default=(), derived=True)

    def label_in(self, language: str) -> str:
        """Tell what to call it in a language (a BCP 47 tag): the usual name before the native one and those printed.

        A name in a language serves a country's too: one in `zh` for `zh-CN`. Without any it is the English label.
        Raises `ValueError` for a language in which nothing of the data set has a name.
        """
        tags = language_ranges(language)
        for tag in tags:
            called = {name.kind: name.text for name in reversed(self.names) if name.language.lower() == tag}
            for kind in (NameKind.USUAL, NameKind.NATIVE, NameKind.PRINTED):
                if kind in called and tag != "en":
                    return called[kind]
        if self.owner and not any(tag in LANGUAGES or self.owner.look_up("language", tag) for tag in tags):
            known = {*LANGUAGES, *(tag for tag, _ in self.owner.entries("language"))}
            raise unknown_language(language, sorted(known))
        return self.label

    def authority_for(self, attribute: str) -> Authority | None:
        """Tell the kind of authority for an editorial attribute; None if the attribute is not editorial."""
        return next((note.authority for note in self.editorial if note.attribute == attribute), None)


@abstract
class Titled(Thing):
    """A thing that is called by a title."""

    title: str

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    def title_in(self, language: str) -> str:
        """Choose the title in a language, given as a BCP 47 tag; the English one if the data have no other.

        Raises `ValueError` for a language in which nothing of the data set has a name.

        >>> import russianrev as rr
        >>> rr.events["february-revolution"].title_in("ru")
        'Февральская революция'
        """
        return self.label_in(language)


@abstract
class Named(Thing):
    """A thing that is called by a name."""

    name: str

    @property
    def label(self) -> str:
        """The usual English name."""
        return self.name

    def name_in(self, language: str) -> str:
        """Choose the usual name in a language, given as a BCP 47 tag; the English one if the data have no other.

        Raises `ValueError` for a language in which nothing of the data set has a name.

        >>> import russianrev as rr
        >>> rr.persons["trotsky"].name_in("ru-RU"), rr.persons["trotsky"].name_in("en-GB")
        ('Лев Троцкий', 'Leon Trotsky')
        """
        return self.label_in(language)


@model
class Idea(Named):
    """A doctrine, a policy, a slogan, a movement."""

    kind: IdeaKind


@model
class Place(Named):
    """A town, a region, a country, a building; `within` what it lies; the `events` at it."""

    within: Place | None = refers_to("place", default=None)
    coordinates: Coordinates | None = None
    capitals: tuple[Capital, ...] = ()
    events: tuple[Event, ...] = refers_to("event", default=(), derived=True)

    def name_on(self, date: HistoricalDate | None) -> str:
        """Tell what it was called in English on a date: the usual name, unless another was in use then.

        >>> import russianrev as rr
        >>> rr.places["petrograd"].name_on(rr.parse_date("1934-12-01"))
        'Leningrad'
        """
        then = (name.text for name in self.names if name.language == "en" and date and name.date and date in name.date)
        return next(then, self.name)


@model
class Party(Named):
    """A party, a faction within one, or a bloc of several; `position` is what it stood for, in a sentence.

    `splits` and `absorbed` are the parties that split from it and that merged into it, `people` those who belonged to
    it or held an office in it, `events` those in which it took part.
    """

    kind: PartyKind
    founded: HistoricalDate | None = None
    dissolved: HistoricalDate | None = None
    split_from: Party | None = refers_to("party", default=None)
    merged_into: Party | None = refers_to("party", default=None)
    position: str = ""
    splits: tuple[Party, ...] = refers_to("party", default=(), derived=True)
    absorbed: tuple[Party, ...] = refers_to("party", default=(), derived=True)
    people: tuple[Person, ...] = refers_to("person", default=(), derived=True)
    events: tuple[Event, ...] = refers_to("event", default=(), derived=True)

    def lineage(self) -> tuple[Descent, ...]:
        """Find the splits and mergers that tie this party to others, near and far, earliest first: edges of a graph.

        >>> import russianrev as rr
        >>> print(rr.parties["left-socialist-revolutionaries"].lineage()[0])
        Left Socialist Revolutionaries split from Socialist Revolutionaries
        """
        return view(self, "lineage")  # type: ignore[no-any-return]


@model
class Descent(Comparable):
    """A step in the history of parties: the later one split from the earlier, or the earlier merged into the later."""

    earlier: Party = refers_to("party")
    later: Party = refers_to("party")
    kind: DescentKind

    @property
    def date(self) -> HistoricalDate | None:
        """When: the later party's founding if it split, the earlier one's end if it merged; None if not known."""
        return self.later.founded if self.kind is DescentKind.SPLIT else self.earlier.dissolved

    def __str__(self) -> str:
        """Write it as a sentence."""
        if self.kind is DescentKind.SPLIT:
            return f"{self.later} split from {self.earlier}"
        return f"{self.earlier} merged into {self.later}"


@model
class Body(Named):
    """An institution or an organised group: a government, a soviet, a committee, an army, a police, a newspaper.

    `people` are those who held an office in it, `events` those in which it took part.
    """

    kind: BodyKind
    part_of: Body | Party | None = refers_to("body", "party", default=None)
    people: tuple[Person, ...] = refers_to("person", default=(), derived=True)
    events: tuple[Event, ...] = refers_to("event", default=(), derived=True)


@model
class Person(Named):
    """A person, with the memberships, offices and times of confinement that the data know of.

    `events` are those in which the person took part.
    """

    birth: HistoricalDate | None = None
    death: HistoricalDate | None = None
    memberships: tuple[Membership, ...] = ()
    offices: tuple[Tenure, ...] = ()
    confinements: tuple[Confinement, ...] = ()
    events: tuple[Event, ...] = refers_to("event", default=(), derived=True)

    def chart(self, *, labels: int = 30, language: str = "en", width: float = 960, title: str | None = None) -> Chart:
        """Draw a picture of the life: parties, offices, prison and exile, and the events that the person took part in.

        `labels` is how many events are labelled, those of which most is said. It is all in `language` ("en", "zh",
        "vi", "ru"), names where the data have one. `width` is in pixels. Raises `ValueError` if no date is known, and
        `MissingExtraError` without the extra `charts`.

        >>> import russianrev as rr
        >>> rr.persons["kerensky"].chart().save("kerensky.svg")  # doctest: +SKIP
        """
        labels = whole_number(labels, "how many labels")
        made: Chart = view(self, "chart", labels=labels, language=language, width=width, title=title)
        return made


@model
class Work(Titled):
    """What was written or proclaimed; `date` is that of its first publication, or of its writing if it had none."""

    kind: WorkKind
    authors: tuple[Person | Party | Body, ...] = refers_to("person", "party", "body", default=())
    date: HistoricalDate | None = None


@model
class Event(Titled):
    """Something that happened; `parts` are the events that are part of it, `led_to` those it is said to have led to."""

    kind: EventKind
    date: HistoricalDate | None = None
    places: tuple[Place, ...] = refers_to("place", default=())
    participants: tuple[Participant, ...] = ()
    part_of: Event | None = refers_to("event", default=None)
    summary: str = ""
    parts: tuple[Event, ...] = refers_to("event", default=(), derived=True)
    led_to: tuple[Event, ...] = refers_to("event", default=(), derived=True)

    @property
    def branch(self) -> tuple[Event, ...]:
        """The event, its parts, and theirs in turn."""
        return (self, *(each for part in self.parts for each in part.branch))

    def __repr__(self) -> str:
        return f"<Event {self.id}: {self.title}, {self.date or 'undated'}>"


@model
class Source(Record):
    """A document: who wrote what, when and where, how it may be had, and how to know its text when one holds it.

    It may be a `part` (a chapter, say) of a `work`, or stand in a `container`: a journal, a catalogue. What it is
    `about`, as a review is about a book, is another work. `rights` say whether the text may be copied, `addresses`
    where it is on the web, the best first. `sha256` and `length` (in characters) are of the whole file, `paragraphs`
    has each paragraph's length. Its `statements` are all that it makes, its `disputes` those in which it has a say.
    """

    title: str
    kind: SourceKind
    language: str
    authors: tuple[Person, ...] = refers_to("person", default=())
    translators: tuple[Person, ...] = refers_to("person", default=())
    work: Work | None = refers_to("work", default=None)
    part: str = ""
    container: str = ""
    publisher: str = ""
    date: HistoricalDate | None = None
    about: Work | None = refers_to("work", default=None)
    rights: Rights | None = None
    addresses: tuple[Address, ...] = ()
    note: str = ""
    sha256: str
    length: int
    paragraphs: tuple[int, ...]
    skipped: tuple[Skipped, ...] = ()
    editorial: tuple[Editorial, ...] = ()
    statements: tuple[Statement, ...] = refers_to("statement", default=(), derived=True)
    disputes: tuple[Dispute, ...] = refers_to("dispute", default=(), derived=True)

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def url(self) -> str | None:
        """The first of its addresses that has its text; None if none has."""
        return next((address.url for address in self.addresses if address.has_text), None)

    def reference(
        self,
        style: str | os.PathLike[str] = "chicago",
        *,
        locale: str | None = None,
        accessed: DateLike | None = None,
    ) -> Reference:
        """Cite the source as a whole, as `Citation.reference` cites a passage of it.

        >>> import russianrev as rr
        >>> rr.sources["roberts-excerpt"].reference("apa").text
        '(Roberts, 2022)'
        """
        made: Reference = view(self, "reference", style=style, locale=locale, accessed=accessed)
        return made

    def csl(self) -> dict[str, Any]:
        """Describe the source as an item of CSL-JSON, the form that Zotero, pandoc and citeproc read.

        Rule: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.

        >>> import russianrev as rr
        >>> item = rr.sources["boden-review"].csl()
        >>> item["author"], item["issued"]
        ([{'family': 'Boden', 'given': 'Eric'}], {'date-parts': [[1937, 9]]})
        """
        return view(self, "csl")  # type: ignore[no-any-return]


@model
class Statement(Record):
    """What one document says at one passage, in plain English.

    `about` are the things it concerns, `event` the one event it tells of, if any; `said_by` whose words or view
    it reports, if not the document's own. `date` is the date it gives, `date_printed` that date as printed.
    """

    text: str
    citation: Citation
    event: Event | None = refers_to("event", default=None)
    about: tuple[Thing, ...] = refers_to("thing", default=())
    said_by: Person | Party | Body | Work | None = refers_to("person", "party", "body", "work", default=None)
    date: HistoricalDate | None = None
    date_printed: str = ""
    figures: tuple[Figure, ...] = ()
    relation: Relation | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def label(self) -> str:
        """What it says."""
        return self.text

    @property
    def source(self) -> Source:
        """The document that says it."""
        return self.citation.source

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands among all statements: the source's id, the paragraph, and its number there."""
        source, _, place = self.id.partition(":")
        paragraph, _, number = place.partition(".")
        return source, int(paragraph), int(number)

    @property
    def things(self) -> tuple[Thing, ...]:
        """Everything the statement touches, each once: its event, what it is about, whose view, what it relates."""
        related = (self.relation.subject, self.relation.object) if self.relation else ()
        return tuple(dict.fromkeys(t for t in (self.event, *self.about, self.said_by, *related) if t))

    def __str__(self) -> str:
        """Write what it says, when, who says so, how misprints are read, where it stands, and the passage if at hand.

        >>> import russianrev as rr
        >>> print(rr.statements["roberts-excerpt:4.10"])  # doctest: +ELLIPSIS
        Trotsky was banished to Alma-Ata in January 1928.
          — January 1928, printed “In January 1928”; roberts-excerpt ¶4 [310–351] “In
            January 1928 he …”...
        """
        return view(self, "text")  # type: ignore[no-any-return]


@model
class Dispute(Record):
    """A thing's attribute on which documents differ, or a document differs from what is established.

    `chosen` is the value the editors take (empty where they leave it open), `reason` why, `certainty` how sure.
    """

    thing: Thing = refers_to("thing")
    attribute: str
    values: tuple[Claim, ...]
    chosen: str = ""
    reason: str
    certainty: Certainty

    @property
    def label(self) -> str:
        """What is disputed."""
        return f"{self.thing.label}: {self.attribute}"

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that give any of the values."""
        return tuple(dict.fromkeys(citation for claim in self.values for citation in claim.citations))

    @property
    def touches(self) -> tuple[Thing | Source, ...]:
        """The thing in dispute, and whatever the statements that give the values touch; and who says so."""
        touched: dict[Thing | Source, None] = {self.thing: None}
        for claim in self.values:
            for statement in claim.statements:
                touched |= dict.fromkeys((statement.source, *statement.things))
        return tuple(touched)

    def worded(self, value: str) -> str:
        """Write a value as a reader would: a date in both styles, a thing by its name, else as it stands.

        >>> import russianrev as rr
        >>> rr.disputes("return-of-trotsky")[0].worded("1917-05-04 OS")
        '4 (17) May 1917'
        """
        if self.attribute in _DATES:
            with suppress(DateError):
                return str(read_notation(value))
        held = getattr(self.thing, self.attribute, ())
        named = (*self.touches, *(held if isinstance(held, tuple) else (held,)))
        return next((each.label for each in named if isinstance(each, Thing | Source) and each.id == value), value)

    def __str__(self) -> str:
        """Write the values, each with who gives it, that which the editors take with a star, and why."""
        return view(self, "text")  # type: ignore[no-any-return]


RECORDS: dict[str, type[Record]] = {
    "source": Source,
    "event": Event,
    "person": Person,
    "party": Party,
    "body": Body,
    "place": Place,
    "work": Work,
    "idea": Idea,
    "statement": Statement,
    "dispute": Dispute,
}
"""The kinds of record, by the word that a data file uses for them."""

KINDS = {cls: kind for kind, cls in RECORDS.items()}
"""The word that a data file uses for each class of records."""

_STRETCHES: dict[type[Record], tuple[str, ...]] = {
    Person: ("memberships", "offices", "confinements"),
    Place: ("capitals",),
}

THINGS = ("event", "person", "party", "body", "place", "work", "idea")
"""The kinds of what statements are about."""

FINDABLE = (*THINGS, "source")
"""The kinds of what has a name."""

Findable: TypeAlias = Thing | Source
"""What `find()` can return."""

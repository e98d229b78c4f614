"""What can be asked of a data set: each question has one right answer by the data, and passages that settle it.

Dates are asked in `dated`; here are persons, parties, offices, places, roles, causes, words, figures and documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from russianrev.quizzes.connected import around, family, is_disputed, kin_of, tied_to, told_of
from russianrev.quizzes.dated import draft_dates
from russianrev.quizzes.draft import Draft
from russianrev.quizzes.questions import QuestionKind
from russianrev.quizzes.words import gap_name, gap_title
from russianrev.records.model import Event, Figure, Party, Person, Place, Source, Statement, Tenure, Thing
from russianrev.vocabulary import EventKind, PartyKind, Predicate, Role

if TYPE_CHECKING:
    from russianrev.queries.corpus import Corpus


def drafts(dataset: Corpus) -> Iterator[Draft]:
    """Draft every question that a data set allows, in the order of the data."""
    disputed = {s for dispute in dataset.disputes() for claim in dispute.values for s in claim.statements}
    doubtful = {s for s in dataset.statements if s.readings or s.said_by or s in disputed}
    years = {who: [e.date.start.year for e in who.events if e.date and e.date.start] for who in dataset.persons}
    events = [event for event in dataset.events if not is_disputed(event)]
    persons = [person for person in dataset.persons if not is_disputed(person)]
    yield from draft_dates(events, doubtful)
    for event in events:
        statements = tuple(s for s in event.statements if s.event == event and s not in doubtful)
        tied = tied_to(event)
        yield from _draft_who(event, statements, tied, years)
        yield from _draft_roles(event, statements, tied, years, dataset.parties)
        yield from _draft_place(event, statements, tied, dataset.places)
        yield from _draft_causes(event, doubtful, dataset.events)
        yield from _draft_source(event, statements, dataset.sources)
    tenures = [tenure for person in dataset.persons for tenure in person.offices]
    for person in persons:
        yield from _draft_party(person, doubtful, dataset.parties)
        yield from _draft_office(person, doubtful, tenures)
    yield from _draft_holders(persons, doubtful, dataset.persons)
    writers = {who for source in dataset.sources for who in (*source.authors, *source.translators)}
    yield from _draft_words(dataset.statements, disputed, dataset.persons, writers)
    yield from _draft_figures(dataset.statements, doubtful)


_OF_ONE = (EventKind.CAMPAIGN, EventKind.LAW, EventKind.POLICY, EventKind.PUBLICATION, EventKind.WRITING)
"""What the title of such an event tells of one person is hardly true of another, as an arrest or a journey may be."""


def _draft_who(
    event: Event, statements: Iterable[Statement], tied: set[Thing], years: dict[Person, list[int]]
) -> Iterator[Draft]:
    """Draft which one person a title names; wrong are those whom nothing told of the event or around it touches."""
    named = [p.who for p in event.participants if isinstance(p.who, Person) and gap_title(event, p.who, "en")]
    naming = tuple(s for s in statements if named and named[0] in s.things)
    if event.kind in _OF_ONE and len(named) == 1 and naming and not event.authority_for("participants"):
        others = _rank(event, tied, years)
        if others:
            yield Draft(QuestionKind.WHO, "who", (event,), named[0], others, naming)


def _rank(event: Event, tied: set[Thing], years: dict[Person, list[int]]) -> list[Person]:
    """Rank those who are not tied to an event: first those who did something at about that time."""
    start = event.date and event.date.start
    if not start:
        return []
    near = {who: min((abs(year - start.year) for year in years[who]), default=99) for who in years.keys() - tied}
    return sorted(near, key=lambda who: (near[who], who.id))


def _draft_roles(
    event: Event,
    statements: Iterable[Statement],
    tied: set[Thing],
    years: dict[Person, list[int]],
    parties: Iterable[Party],
) -> Iterator[Draft]:
    """Draft which person or party had a role that no other of them had; wrong are those that nothing ties to it."""
    if event.authority_for("participants"):
        return
    for participant in event.participants:
        who, role = participant.who, participant.role
        alone = sum(each.role == role and isinstance(each.who, Person | Party) for each in event.participants) == 1
        naming = tuple(s for s in statements if who in s.things)
        if not alone or not naming or role in (Role.PARTICIPANT, Role.SUBJECT):
            continue
        if isinstance(who, Person):
            wrong: Sequence[Person | Party] = _rank(event, tied, years)
        elif isinstance(who, Party):
            kin = kin_of([who])
            others = (p for p in parties if p.kind is PartyKind.PARTY and p not in tied | kin)
            wrong = sorted(others, key=lambda p: (-len(p.statements), p.id))
        else:
            continue
        yield Draft(QuestionKind.ROLE, "role", (event,), who, wrong, naming, role, role)


def _draft_place(
    event: Event, statements: Iterable[Statement], tied: set[Thing], places: Iterable[Place]
) -> Iterator[Draft]:
    """Draft where an event was; wrong are places that nothing told of it touches, apart from the right one."""
    if len(event.places) != 1 or event.authority_for("places"):
        return
    (right,) = event.places
    naming = tuple(s for s in statements if right in s.things)
    lying = around(right)
    known = {place for thing in tied if isinstance(thing, Place) for place in around(thing)}
    known |= {place for each in family(event) for one in each.places for place in around(one)}
    wrong = [p for p in places if p not in lying | known and right not in around(p) and not around(p) & known]
    wrong.sort(key=lambda place: (bool(place.within) != bool(right.within), -len(place.statements), place.id))
    if naming:
        yield Draft(QuestionKind.PLACE, "place", (event,), right, wrong, naming)


def _draft_causes(event: Event, doubtful: set[Statement], events: Iterable[Event]) -> Iterator[Draft]:
    """Draft what an event led to, and what led to that; wrong are causes after their effect, effects before it."""
    for effect in event.led_to:
        stating = tuple(
            s
            for s in event.statements
            if (r := s.relation) and (r.subject, r.predicate, r.object) == (event, Predicate.LED_TO, effect)
            if s not in doubtful
        )
        cause_date, effect_date = event.date, effect.date
        if not stating or is_disputed(effect) or not cause_date or not effect_date:
            continue
        near = {*family(event), *family(effect), *event.led_to, *effect.led_to}
        apart = [e for e in events if e.date and e not in near and not {event, effect} & {*e.led_to}]
        later = [e for e in apart if e.date and e.date.after(effect_date)]
        before = [e for e in apart if e.date and e.date.before(cause_date)]
        for wording, thing, right, wrong in (("cause", effect, event, later), ("consequence", event, effect, before)):
            wrong.sort(key=lambda each: (-len(each.statements), each.id))
            other = right.id  # of one effect there may be several causes
            yield Draft(QuestionKind.CAUSE, wording, (thing,), right, wrong, stating, mark=other)


def _draft_party(person: Person, doubtful: set[Statement], parties: Iterable[Party]) -> Iterator[Draft]:
    """Draft to which party a person belonged; wrong are those to which none of the person's is kin."""
    joined = {membership.party for membership in person.memberships}
    joined |= {tenure.body for tenure in person.offices if isinstance(tenure.body, Party)}
    kin = kin_of(joined)
    others = [party for party in parties if party.kind is PartyKind.PARTY and party not in kin]
    others.sort(key=lambda party: -len(party.statements))
    for membership in person.memberships:
        party = membership.party
        statements = tuple(s for s in membership.statements if party in s.things and s not in doubtful)
        if statements and party.kind is PartyKind.PARTY:
            yield Draft(QuestionKind.PARTY, "party", (person,), party, others, statements)
            return


def _draft_office(person: Person, doubtful: set[Statement], tenures: Iterable[Tenure]) -> Iterator[Draft]:
    """Draft which office a person held; wrong are those of others in what nothing ties the person to."""
    tied, words = told_of(person), {tenure.office for tenure in person.offices}
    others = (t for t in tenures if t.office not in _OF_MANY | words and t.body not in tied)
    wrong = list({(tenure.office, tenure.body): tenure for tenure in others}.values())
    wrong.sort(key=lambda tenure: (-len(tenure.body.statements), tenure.office))
    for tenure in person.offices:
        statements = tuple(s for s in tenure.statements if s not in doubtful)
        if statements and not any(note.attribute in ("office", "body") for note in tenure.editorial):
            yield Draft(QuestionKind.OFFICE, "office", (person,), tenure, wrong, statements)
            return


_OF_MANY = {
    "member", "candidate member", "leader", "commander", "officer", "soldier", "gunner", "senator", "marshal",
}  # fmt: skip
"""Offices that many have at once, so that who has one is not all told."""


def _draft_holders(persons: Iterable[Person], doubtful: set[Statement], all: Iterable[Person]) -> Iterator[Draft]:
    """Draft who held an office; wrong are those whom nothing ties to what it was an office of."""
    told = {person: told_of(person) for person in all}
    held = Counter((tenure.office, tenure.body) for person in told for tenure in person.offices)
    for person in persons:
        for tenure in person.offices:
            statements = tuple(
                s for s in tenure.statements if s not in doubtful and {person, tenure.body} <= {*s.things}
            )
            alone = tenure.office not in _OF_MANY and held[tenure.office, tenure.body] == 1
            if statements and alone and not is_disputed(tenure.body):
                wrong = [other for other in told if tenure.body not in told[other]]
                wrong.sort(key=lambda other: (-len(other.statements), other.id))
                yield Draft(
                    QuestionKind.OFFICE,
                    "holder",
                    (tenure.body,),
                    person,
                    wrong,
                    statements,
                    tenure.office,
                    tenure.office,
                )


def _draft_words(
    statements: Iterable[Statement], disputed: set[Statement], persons: Iterable[Person], writers: set[Person]
) -> Iterator[Draft]:
    """Draft whose words or view a statement reports; wrong are those of whom nothing is told, or reported, near it.

    That is, who is in no statement of its paragraph, and of whose words on any of its things nothing is reported. Those
    who wrote the documents are neither right nor wrong.
    """
    ranked = sorted((p for p in persons if p not in writers), key=lambda person: (-len(person.statements), person.id))
    spoke: dict[Thing, set[Thing]] = defaultdict(set)
    here: dict[tuple[Source, int], set[Thing]] = defaultdict(set)
    for statement in statements:
        here[statement.source, statement.citation.paragraph].update(statement.things)
        if statement.said_by:
            for thing in statement.things:
                spoke[thing].add(statement.said_by)
    for statement in statements:
        who = statement.said_by
        if not isinstance(who, Person) or who in writers or statement.readings or statement in disputed:
            continue
        text = gap_name(statement.text, who, "en")
        if text:
            near = here[statement.source, statement.citation.paragraph].union(*(spoke[t] for t in statement.things))
            wrong = [other for other in ranked if other not in near]
            mark = statement.id.replace(":", "-")
            yield Draft(QuestionKind.SAID, "said", (who,), who, wrong, (statement,), text, mark)


_FACTORS = (0.5, 2, 0.25, 4, 0.1, 10)


def _draft_figures(statements: Iterable[Statement], doubtful: set[Statement]) -> Iterator[Draft]:
    """Draft a quantity that one statement gives exactly; wrong are others, far from it, that none gives of the same."""
    given = Counter(figure.of for statement in statements for figure in statement.figures)
    for statement in statements:
        for figure in statement.figures:
            if statement in doubtful or figure.approximate or figure.value_max or given[figure.of] > 1:
                continue
            if (
                not statement.things
                or is_disputed(statement.things[0])
                or figure.value < _SMALLEST
                or any(c.isdigit() for c in figure.of)
            ):
                continue
            wrong = [
                Figure(value=value, unit=figure.unit, of=figure.of, printed=figure.printed) for value in _vary(figure)
            ]
            mark = statement.id.replace(":", "-")
            things = statement.things[:1]
            yield Draft(QuestionKind.FIGURE, "figure", things, figure, wrong, (statement,), figure.of, mark)


_SMALLEST = 4  # smaller quantities are two of this and three of that


def _vary(figure: Figure) -> Iterator[float]:
    """Vary a quantity, in numbers as round as it is; no share is more than the whole."""
    for factor in _FACTORS:
        value = figure.value * factor
        whole = round(value)
        if whole > 0 and whole != figure.value and not ("cent" in figure.unit and value > 100):
            yield whole
    if "cent" in figure.unit:
        yield 100 - figure.value


def _draft_source(event: Event, statements: Sequence[Statement], sources: Iterable[Source]) -> Iterator[Draft]:
    """Draft which document tells of an event; wrong are those that do not, nor of its parts or what it is part of."""
    if statements:
        right = statements[0].source
        telling = {s.source for each in family(event) for s in each.statements}
        others = [source for source in sources if source not in telling]
        of_right = tuple(s for s in statements if s.source == right)
        yield Draft(QuestionKind.SOURCE, "source", (event,), right, others, of_right)

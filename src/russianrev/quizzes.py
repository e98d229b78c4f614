"""Questions for the classroom: each has one right answer by the data, and the passages that settle it."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from itertools import islice, pairwise, permutations, zip_longest
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from russianrev.dates import REFORM, Calendar, CalendarUnit, HistoricalDate, Precision
from russianrev.dates.calendars import MONTHS
from russianrev.errors import DateError
from russianrev.queries.answers import Answers, Shown
from russianrev.records.model import Citation, Event, Findable, Party, Person, Source, Statement, Thing
from russianrev.vocabulary import EventKind, NameKind, PartyKind

if TYPE_CHECKING:
    from russianrev.dataset import Dataset

_WRONG = 3  # wrong options to a question
_NEAR = 8  # how many of the most plausible wrong options these are drawn from


class QuestionKind(StrEnum):
    """What a question asks for."""

    WHEN = "when"  #: the day, the month or the year of an event
    WHO = "who"  #: whose name is missing from the title of an event
    PARTY = "party"  #: to which party a person belonged
    ORDER = "order"  #: the order of three events
    SOURCE = "source"  #: which document tells of an event


Choice: TypeAlias = HistoricalDate | Person | Party | Source | tuple[Event, ...]
"""What an option stands for: a date, a person, a party, a document, or events in an order."""


@frozen
class Question(Shown):
    """A question with four options, of which one is right by the data.

    `answer` is the index of the right option, `choices` what each option stands for, `things` what the question is
    about, and `citations` the passages that settle it.
    """

    kind: QuestionKind
    language: str
    text: str
    options: tuple[str, ...]
    answer: int
    choices: tuple[Choice, ...]
    things: tuple[Thing, ...]
    citations: tuple[Citation, ...]

    @property
    def lettered(self) -> tuple[str, ...]:
        """The options as a reader is shown them: `A. 1917`."""
        return tuple(f"{letter}. {option}" for letter, option in zip("ABCD", self.options, strict=True))

    @property
    def key(self) -> str:
        """The right option, and the passages that settle it."""
        return f"{self.lettered[self.answer]} [{'; '.join(citation.locator for citation in self.citations)}]"

    def __str__(self) -> str:
        """The question and its options, without the answer."""
        return "\n".join([self.text, *(f"  {line}" for line in self.lettered)])


class Quiz(Answers[Question]):
    """Questions, in the order in which they are to be asked."""

    __slots__ = ()

    @property
    def key(self) -> str:
        """The right options, a line each, with the passages that settle them."""
        return "\n".join(f"{number}. {question.key}" for number, question in enumerate(self, 1))

    def __str__(self) -> str:
        """The questions and their options, without the answers."""
        return "\n\n".join(f"{number}. {question}" for number, question in enumerate(self, 1))


@frozen
class Draft:
    """A question in no language yet, its wrong options not yet drawn; the most plausible of these come first.

    `ask` says in which words it is to be asked: a key of `_WORDS`.
    """

    kind: QuestionKind
    ask: str
    things: tuple[Thing, ...]
    right: Choice
    wrong: Sequence[Choice]
    statements: tuple[Statement, ...]

    @property
    def id(self) -> str:
        """What tells it from all others of a data set: `year-assassination-of-plehve`."""
        return "-".join([self.ask, *(thing.id for thing in self.things)])

    def concerns(self, thing: Findable) -> bool:
        """Whether a thing, or a part of it if it is an event, comes into the question or into what settles it."""
        wanted: set[object] = set(thing.branch) if isinstance(thing, Event) else {thing}
        told = [record for s in self.statements for record in (s.source, *s.things)]
        present = [p.who for event in self.things if isinstance(event, Event) for p in event.participants]
        return not wanted.isdisjoint([*self.things, *told, *present, self.right])

    def question(self, language: str, random: Random) -> Question | None:
        """The question in a language; None if that has no names for what it is about, or for enough wrong options."""
        named = (each for each in self.wrong if _is_named(each, language))
        wrong = {_option(each, language): each for each in islice(named, _NEAR)}
        wrong.pop(_option(self.right, language), None)
        if len(wrong) < _WRONG or not (_is_named(self.things, language) and _is_named(self.right, language)):
            return None
        about = self.things[0].label_in(language)
        if isinstance(self.things[0], Event) and isinstance(self.right, Person):
            about = _gapped(self.things[0], self.right, language)
        if not about:
            return None
        choices = [self.right, *random.sample(list(wrong.values()), _WRONG)]
        random.shuffle(choices)
        return Question(
            kind=self.kind,
            language=language,
            text=_WORDS[language][self.ask].format(about.translate(_INNER)),
            options=tuple(_option(choice, language) for choice in choices),
            answer=choices.index(self.right),
            choices=tuple(choices),
            things=self.things,
            citations=tuple(dict.fromkeys(s.citation for s in self.statements)),
        )


def quiz(drafts: Iterable[Draft], n: int, seed: int | str | None, language: str) -> Quiz:
    """What `Dataset.quiz` answers with: questions in random order, the kinds in turn as long as each has any."""
    random = Random(seed)
    piles: dict[QuestionKind, list[Draft]] = defaultdict(list)
    for draft in drafts:
        piles[draft.kind].append(draft)
    for pile in piles.values():
        random.shuffle(pile)
    turns = zip_longest(*random.sample(list(piles.values()), len(piles)))
    made = Quiz(islice(put((draft for turn in turns for draft in turn if draft), language, random), max(n, 0)))
    if len(made) != n:
        raise ValueError(f"wanted: as many questions as can be asked here, which is {len(made)} of {n}")
    return made


def put(drafts: Iterable[Draft], language: str, random: Random) -> Iterator[Question]:
    """The drafts that can be put in a language. Raises `ValueError` for one that has no words for them."""
    if language not in _WORDS:
        raise ValueError(f"wanted: a language of {', '.join(_WORDS)}, not {language!r}")
    for draft in drafts:
        if question := draft.question(language, random):
            yield question


# What can be asked.


def drafts(dataset: Dataset) -> Iterator[Draft]:
    """Every question that a data set allows, in the order of the data."""
    disputed = {s for dispute in dataset.disputes() for claim in dispute.values for s in claim.statements}
    doubtful = {s for s in dataset.statements if s.readings or s.said_by or s in disputed}
    years = {who: [e.date.start.year for e in who.events if e.date and e.date.start] for who in dataset.persons}
    events = [event for event in dataset.events if not _in_dispute(event)]
    dated = [found for event in events if (found := _dated(event, doubtful))]
    yield from map(_when, dated)
    yield from _orders(dated)
    for event in events:
        told = tuple(s for s in event.statements if s.event == event and s not in doubtful)
        yield from _who(event, told, years)
        yield from _source(event, told, dataset.sources)
    for person in dataset.persons:
        yield from _party(person, doubtful, dataset.parties)


@frozen
class _Dated:
    """An event, the day, month or year that documents put it in, and the statements that do."""

    event: Event
    when: HistoricalDate
    statements: tuple[Statement, ...]


def _dated(event: Event, doubtful: set[Statement]) -> _Dated | None:
    """The day of an event, or else its month or its year, as far as statements give it.

    None if that is about right, doubted or open, if any statement on the event gives another time or a misread one, or
    if a title tells it.
    """
    date = event.date
    dating = [(s, s.date) for s in event.statements if s.event == event and s.date]
    if not date or not _is_sure(date) or any(s.readings or not date.overlaps(given) for s, given in dating):
        return None
    if any(_TELLS_TIME.search(event.title_in(language)) for language in _WORDS):
        return None
    for unit in _units(date):
        giving = tuple(s for s, given in dating if s not in doubtful and _is_sure(given) and given.within(unit))
        if giving and date.within(unit):
            return _Dated(event, unit, giving)
    return None


def _when(dated: _Dated) -> Draft:
    """Wrong are the times near it to which nothing gives the event or a part of it."""
    event, when = dated.event, dated.when
    known = [each.date for each in (*event.branch, *event.statements) if each.date and not when.within(each.date)]
    wrong = [other for other in _nearby(when) if not any(map(other.overlaps, (when, *known)))]
    return Draft(QuestionKind.WHEN, when.precision, (event,), when, wrong, dated.statements)


def _is_sure(date: HistoricalDate) -> bool:
    return bool(date.start and date.end and not date.approximate and not date.uncertain)


def _units(date: HistoricalDate) -> Iterator[HistoricalDate]:
    """The day, the month and the year in which a date begins, by its own calendar."""
    assert date.start
    year, month, day = date.calendar.year_month_day(date.start)
    for parts in ((year, month, day), (year, month), (year,)):
        yield HistoricalDate.moment(CalendarUnit(*parts, calendar=date.calendar))


def _nearby(unit: HistoricalDate) -> Iterator[HistoricalDate]:
    """Days nine days apart, months or years around one, the nearest first, as far as the calendar reaches."""
    assert unit.start
    calendar = unit.calendar
    year, month, _ = calendar.year_month_day(unit.start)
    for steps in (sign * step for step in range(1, _NEAR + 1) for sign in (1, -1)):
        with suppress(DateError, OverflowError):
            match unit.precision:
                case Precision.DAY:
                    yield HistoricalDate.from_date(unit.start + datetime.timedelta(days=9 * steps), calendar)
                case Precision.MONTH:
                    years, months = divmod(month - 1 + steps, 12)
                    yield HistoricalDate.moment(CalendarUnit(year + years, months + 1, calendar=calendar))
                case _:
                    yield HistoricalDate.moment(CalendarUnit(year + steps, calendar=calendar))


def _orders(dated: Iterable[_Dated]) -> Iterator[Draft]:
    """The order of three dated events, not too close to each other, each of which is over when the next begins."""
    in_time = sorted(dated, key=lambda each: each.when.sort_key)
    step = len(in_time) // 20 + 1
    for chain in zip(in_time, in_time[step:], in_time[2 * step :], strict=False):
        if all(earlier.when < later.when for earlier, later in pairwise(chain)):
            right, *wrong = permutations(each.event for each in chain)
            statements = tuple(s for each in chain for s in each.statements)
            yield Draft(QuestionKind.ORDER, "order", right, right, wrong, statements)


def _who(event: Event, told: Iterable[Statement], years: dict[Person, list[int]]) -> Iterator[Draft]:
    """The one person whom a title names; wrong are those whom nothing told of the event or around it touches.

    The most plausible are those who did something at about that time.
    """
    named = [p.who for p in event.participants if isinstance(p.who, Person) and _gapped(event, p.who, "en")]
    statements = tuple(s for s in told if named and named[0] in s.things)
    start = event.date and event.date.start
    if event.kind in _OF_ONE and len(named) == 1 and start and statements and not event.authority_for("participants"):
        family = [*event.branch, *_above(event)]
        tied = {thing for each in family for s in each.statements for thing in s.things}
        tied |= {participant.who for each in family for participant in each.participants}
        near = {who: min((abs(year - start.year) for year in years[who]), default=99) for who in years.keys() - tied}
        others = sorted(near, key=lambda who: (near[who], who.id))
        yield Draft(QuestionKind.WHO, "who", (event,), named[0], others, statements)


_OF_ONE = (EventKind.CAMPAIGN, EventKind.LAW, EventKind.POLICY, EventKind.PUBLICATION, EventKind.WRITING)
"""What the title of such an event tells of one person is hardly true of another, as an arrest or a journey may be."""


def _party(person: Person, doubtful: set[Statement], parties: Iterable[Party]) -> Iterator[Draft]:
    """A party that a person belonged to; wrong are those to which neither it nor another of the person's is kin."""
    joined = {membership.party for membership in person.memberships}
    joined |= {tenure.body for tenure in person.offices if isinstance(tenure.body, Party)}
    kin = {end for party in joined for d in party.lineage() for end in (d.earlier, d.later)}
    others = [party for party in parties if party.kind is PartyKind.PARTY and party not in joined | kin]
    others.sort(key=lambda party: -len(party.statements))
    for membership in [] if _in_dispute(person) else person.memberships:
        party = membership.party
        statements = tuple(s for s in membership.statements if party in s.things and s not in doubtful)
        if statements and party.kind is PartyKind.PARTY:
            yield Draft(QuestionKind.PARTY, "party", (person,), party, others, statements)
            return


def _source(event: Event, told: Sequence[Statement], sources: Iterable[Source]) -> Iterator[Draft]:
    """A document that tells of an event; wrong are those that tell nothing of it, its parts, or what it is part of."""
    if told:
        right = told[0].source
        telling = {s.source for each in (*event.branch, *_above(event)) for s in each.statements}
        others = [source for source in sources if source not in telling]
        statements = tuple(s for s in told if s.source == right)
        yield Draft(QuestionKind.SOURCE, "source", (event,), right, others, statements)


# What ties things together.


def _in_dispute(thing: Thing) -> bool:
    """Whether something is disputed of the thing itself, not only of what touches it."""
    return any(dispute.thing == thing for dispute in thing.disputes)


def _above(event: Event) -> Iterator[Event]:
    """What an event is part of, and that in turn."""
    if event.part_of:
        yield event.part_of
        yield from _above(event.part_of)


# In words.


def _is_named(choice: Choice | Thing | tuple[Thing, ...], language: str) -> bool:
    """Whether a language has a name for what an option stands for."""
    match choice:
        case tuple():
            return all(_is_named(each, language) for each in choice)
        case Thing():
            kinds = (NameKind.USUAL, NameKind.NATIVE, NameKind.PRINTED)
            return language == "en" or any(n.language == language and n.kind in kinds for n in choice.names)
        case _:
            return True


def _gapped(event: Event, who: Person, language: str) -> str:
    """A title with a gap for a person's name, in whatever case it stands; empty if the name is not in it."""
    names = [name.text for name in who.names if name.language == language != "en"]
    words = {word for name in [who.label_in(language), *names] for word in re.findall(r"\w{2,}", name)}
    if language == "zh":
        forms = sorted(words, key=len, reverse=True)
    else:
        forms = sorted(rf"\b{word[:5]}\w*" for word in words if word[0].isupper())
    title, count = re.subn(rf"(?:(?:{'|'.join(forms)})[ ·-]?)+(?<![ ·-])", "___", event.title_in(language))
    return title if count else ""


def _option(choice: Choice, language: str) -> str:
    match choice:
        case HistoricalDate():
            return _DATES[language](choice)
        case Source():
            return f"{choice.title} ({choice.id})"
        case tuple():
            return " → ".join(event.label_in(language) for event in choice)
        case _:
            return choice.label_in(language)


def _chinese(date: HistoricalDate) -> str:
    def words(year: int, month: int | None, day: int | None) -> str:
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")

    return _in_styles(date, words, both="{}（公历{}）", old="{}（旧历）")


def _vietnamese(date: HistoricalDate) -> str:
    def words(year: int, month: int | None, day: int | None) -> str:
        return (f"ngày {day} " if day else "") + (f"tháng {month} " if month else "") + f"năm {year}"

    return _in_styles(date, words, both="{} (lịch mới: {})", old="{} (lịch cũ)")


def _russian(date: HistoricalDate) -> str:
    def words(year: int, month: int | None, day: int | None) -> str:
        if not month:
            return f"{year} год"
        if not day:
            return f"{_RUSSIAN_MONTHS[month - 1]} {year} года"
        return f"{day} {_RUSSIAN_OF_MONTH[month - 1]} {year} года"

    return _in_styles(date, words, both="{} ({} н. ст.)", old="{} (ст. ст.)")


def _in_styles(
    date: HistoricalDate, words: Callable[[int, int | None, int | None], str], *, both: str, old: str
) -> str:
    """A day, month or year in words: a day of the time of the old style in both styles, the rest as it was given."""
    unit = date.first
    assert unit
    if unit.precision is Precision.DAY and (unit.calendar is Calendar.JULIAN or unit.start < REFORM):
        styles = (calendar.year_month_day(unit.start) for calendar in (Calendar.JULIAN, Calendar.GREGORIAN))
        return both.format(*(words(*parts) for parts in styles))
    text = words(unit.year, unit.month, unit.day)
    return old.format(text) if unit.calendar is Calendar.JULIAN else text


_RUSSIAN_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"
)  # fmt: skip
_RUSSIAN_OF_MONTH = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip

_DATES: dict[str, Callable[[HistoricalDate], str]] = {
    "en": str,
    "zh": _chinese,
    "vi": _vietnamese,
    "ru": _russian,
}

_TELLS_TIME = re.compile(
    rf"\d{{4}}|{'|'.join(MONTHS)}|[一二三四五六七八九十]月|[零〇一二三四五六七八九]年|tháng"
    r"|январ|феврал|\bмарт|апрел|\bма[йея]\b|июн|июл|\bавгуст|сентябр|октябр|ноябр|декабр",
    re.IGNORECASE,
)

_INNER = str.maketrans("“”«»", "‘’„“")
"""The quotation marks that stand within others."""

_WORDS = {
    "en": {
        "day": "On which day did this happen: “{}”?",
        "month": "In which month did this happen: “{}”?",
        "year": "In which year did this happen: “{}”?",
        "order": "In what order did these happen?",
        "who": "Whose name, according to the documents, is missing here: “{}”?",
        "party": "To which of these parties, according to the documents, did {} belong?",
        "source": "Which of these documents tells of “{}”?",
    },
    "zh": {
        "day": "“{}”发生在哪一天？",
        "month": "“{}”发生在哪一年哪一月？",
        "year": "“{}”发生在哪一年？",
        "order": "下列事件的先后顺序是什么？",
        "who": "根据文献，空缺处是谁的名字：“{}”？",
        "party": "根据文献，{}曾属于下列哪个政党？",
        "source": "下列哪份文献讲到“{}”？",
    },
    "vi": {
        "day": "Sự kiện “{}” xảy ra vào ngày nào?",
        "month": "Sự kiện “{}” xảy ra vào tháng nào, năm nào?",
        "year": "Sự kiện “{}” xảy ra vào năm nào?",
        "order": "Các sự kiện này xảy ra theo thứ tự nào?",
        "who": "Theo các tài liệu, tên của ai còn thiếu ở đây: “{}”?",
        "party": "Theo các tài liệu, {} từng thuộc đảng nào trong các đảng sau?",
        "source": "Tài liệu nào sau đây nói đến sự kiện “{}”?",
    },
    "ru": {
        "day": "В какой день произошло это событие: «{}»?",
        "month": "В каком месяце какого года произошло это событие: «{}»?",
        "year": "В каком году произошло это событие: «{}»?",
        "order": "В каком порядке произошли эти события?",
        "who": "Чьё имя, согласно документам, здесь пропущено: «{}»?",
        "party": "{}: к какой из этих партий, согласно документам, принадлежал этот человек?",
        "source": "В каком из этих документов говорится о событии «{}»?",
    },
}
"""How each is asked in each language."""

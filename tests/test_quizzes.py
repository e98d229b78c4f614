from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

import pytest
from bundled_data import DATASET, listed
from factories import Tables, example, owner, passage, record
from hypothesis import given, settings
from hypothesis import strategies as st

from russianrev.dataset import Dataset
from russianrev.dates import HistoricalDate, Precision
from russianrev.errors import UnknownNameError
from russianrev.quizzes import Draft, Question, QuestionKind, drafts, phrase
from russianrev.records.model import Body, Event, Figure, Party, Person, Place, Source, Statement, Tenure, Thing

LANGUAGES = ("en", "zh", "vi", "ru")
HOSTILE = '#"Anna", <b>bold</b>;\nآنا 🚩 {0} 2'


@cache
def possible(language: str) -> tuple[Question, ...]:
    """Every question that the bundled data allow."""
    return tuple(asked_of(DATASET, language))


def asked_of(dataset: Dataset, language: str = "en", seed: int = 0) -> Iterator[Question]:
    yield from phrase(drafts(dataset), language, Random(seed))


# What the data say of an option, worked out apart from the module: right, wrong, or None if they leave it open.


def statements_on(event: Thing) -> list[Statement]:
    return [s for s in event.statements if s.event == event]


def verdict(question: Question, choice: Any) -> bool | None:
    thing: Any = question.things[0]
    right = question.choices[question.answer]
    match question.kind, thing, choice:
        case QuestionKind.WHEN, Event(date=HistoricalDate() as date), HistoricalDate():
            given = [s.date for s in statements_on(thing) if s.date]
            others = [each for each in given if isinstance(right, HistoricalDate) and not right.within(each)]
            return True if date.within(choice) else None if any(map(choice.overlaps, others)) else False
        case QuestionKind.WHO, Event(), Person():
            touched = {thing for s in statements_on(thing) for thing in s.things}
            present = {p.who for p in thing.participants}
            return choice == right if choice not in touched | present or choice == right else None
        case QuestionKind.PARTY, Person(), Party():
            if any(membership.party == choice for membership in thing.memberships):
                return True
            kin = {end for d in choice.lineage() for end in (d.earlier, d.later)}
            return None if thing in choice.people or right in kin else False
        case QuestionKind.ORDER, _, tuple():
            dates = [event.date for event in choice if event.date]
            if all(a.before(b) for a, b in pairwise(dates)):
                return True
            return False if any(a.after(b) for a, b in pairwise(dates)) else None
        case QuestionKind.PLACE, Event(), Place():
            told = {x for s in statements_on(thing) for x in s.things if isinstance(x, Place)} | set(thing.places)
            near = {x for place in told for x in (place, place.within)}
            return thing.places == (choice,) if choice == right else None if choice in near else False
        case QuestionKind.ROLE, Event(), Person() | Party():
            touched = {x for s in statements_on(thing) for x in s.things} | {one.who for one in thing.participants}
            return True if choice == right and choice in touched else None if choice in touched else False
        case QuestionKind.OFFICE, Person(), Tenure():
            if choice in thing.offices:
                return True
            touched = {x for s in thing.statements for x in s.things}
            return None if choice.body in touched | {tenure.body for tenure in thing.offices} else False
        case QuestionKind.OFFICE, Body() | Party(), Person():
            if choice == right:
                return any(tenure.body == thing for tenure in choice.offices)
            return None if choice in thing.people or any(choice in s.things for s in thing.statements) else False
        case QuestionKind.CAUSE, Event(), Event():
            if choice in thing.led_to or thing in choice.led_to:
                return True
            assert choice.date
            assert thing.date
            asks_for_cause = isinstance(right, Event) and thing in right.led_to
            certain = choice.date.after(thing.date) if asks_for_cause else choice.date.before(thing.date)
            return False if certain else None
        case QuestionKind.SAID, Person(), Person():
            cited = [s for c in question.citations for s in c.source.statements if s.citation == c]
            reported = {s.said_by for x in cited for about in x.things for s in about.statements}
            return True if choice == thing == right else None if choice in reported else False
        case QuestionKind.FIGURE, _, Figure():
            return choice.value in {f.value for s in DATASET.statements for f in s.figures if f.of == choice.of}
        case QuestionKind.STYLE, Event(), HistoricalDate():
            return any(choice.start == s.date.start == s.date.end for s in statements_on(thing) if s.date)
        case QuestionKind.SOURCE, Event(), Source():
            if any(s.source == choice for s in statements_on(thing)):
                return True
            return None if any(s.source == choice for e in thing.branch for s in e.statements) else False
    raise AssertionError(question)


def is_sound(question: Question) -> bool:
    """Whether its answer is right, and every other option certainly wrong."""
    verdicts = [verdict(question, choice) for choice in question.choices]
    return verdicts == [place == question.answer for place in range(4)]


# What holds of every question on the bundled data.


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_one_option_that_is_right_and_three_that_are_certainly_wrong(language: str) -> None:
    in_english_only = {QuestionKind.SAID, QuestionKind.FIGURE} if language != "en" else set()
    assert {q.kind for q in possible(language)} == set(QuestionKind) - in_english_only
    assert not listed(q for q in possible(language) if not is_sound(q))
    assert all(len(set(q.options)) == len(q.options) == 4 for q in possible(language))


@settings(max_examples=25)
@given(st.integers() | st.text(), st.sampled_from(LANGUAGES), st.integers(0, 12))
def test_whatever_the_seed_the_questions_are_sound_and_differ(seed: int | str, language: str, n: int) -> None:
    questions = DATASET.quiz(n, seed=seed, language=language)
    assert len(questions) == len({(q.text, q.options) for q in questions}) == n
    assert all(map(is_sound, questions))


def test_every_question_is_settled_by_passages_that_touch_what_it_is_about() -> None:
    for question in possible("en"):
        statements = [s for c in question.citations for s in c.source.statements if s.citation == c]
        assert statements, question
        assert all(any(thing in s.things for s in statements) for thing in question.things), question


def test_the_passages_of_a_date_give_it_and_none_is_misread() -> None:
    for question in possible("en"):
        if question.kind is QuestionKind.WHEN:
            right = question.choices[question.answer]
            assert isinstance(right, HistoricalDate)
            dating = [s for s in statements_on(question.things[0]) if s.date]
            assert not any(s.readings for s in dating)
            assert {s.citation for s in dating if s.date and s.date.within(right)}.issuperset(question.citations)


def test_no_question_is_on_what_is_disputed() -> None:
    about = {thing for q in possible("en") for thing in q.things if q.kind is not QuestionKind.SAID}
    assert not [d for d in DATASET.disputes() if d.thing in about]


def test_a_title_that_tells_the_time_is_not_asked_for_it() -> None:
    asked = [q for language in LANGUAGES for q in possible(language) if q.kind is QuestionKind.WHEN]
    assert not listed(q for q in asked if re.search(r"\d{4}|October|十月|tháng [Mm]ười|Октябр", q.text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_leaves_nothing_of_the_name(language: str) -> None:
    for question in possible(language):
        if question.kind is QuestionKind.WHO:
            person = question.choices[question.answer]
            assert isinstance(person, Person)
            assert question.text.count("___") == 1
            assert not [word for word in re.findall(r"\w{3,}", person.name_in(language)) if word in question.text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_names_are_in_the_language_asked(language: str) -> None:
    for question in possible(language):
        for option, choice in zip(question.options, question.choices, strict=True):
            match choice:
                case Person() | Party():
                    assert option == choice.name_in(language)
                case tuple():
                    assert option == " → ".join(event.title_in(language) for event in choice)
                case Source():
                    assert option == f"{choice.title} ({choice.id})"
    letters = {"ru": "[А-я]", "zh": "[\u4e00-\u9fff]", "vi": "[đạảắộớứ]", "en": "[a-z]"}[language]
    assert all(re.search(letters, q.text) for q in possible(language))


def test_old_style_days_are_given_in_both_styles() -> None:
    event = "dissolution-of-the-first-duma"
    days = [q for x in LANGUAGES for q in possible(x) if q.kind is QuestionKind.WHEN and q.things[0].id == event]
    assert [q.options[q.answer] for q in days] == [
        "8 (21) July 1906",
        "俄历1906年7月8日（公历7月21日）",
        "ngày 8 tháng 7 (lịch mới: ngày 21 tháng 7) năm 1906",
        "8 (21) июля 1906 года",
    ]


# What is asked for.


def test_the_same_seed_asks_the_same_and_another_something_else() -> None:
    asked = [str(DATASET.quiz(10, seed=seed)) for seed in (1, 1, 2, "a class")]
    assert asked[0] == asked[1]
    assert len(set(asked)) == 3


def test_a_short_quiz_is_of_all_kinds() -> None:
    usual = set(QuestionKind) - {QuestionKind.SOURCE}
    assert {q.kind for q in DATASET.quiz(3 * len(usual), seed=3)} == usual


def test_which_document_tells_is_asked_only_if_it_is_wanted() -> None:
    assert all(q.kind is not QuestionKind.SOURCE for q in DATASET.quiz(300, seed=1))
    assert {q.kind for q in DATASET.quiz(9, kinds=["source", "office"])} == {QuestionKind.SOURCE, QuestionKind.OFFICE}
    with pytest.raises(ValueError, match="'sauce' is no kind of question; there are when, who"):
        DATASET.quiz(1, kinds=["sauce"])


@pytest.mark.parametrize(("language", "least"), [("en", 400), ("zh", 400), ("vi", 350), ("ru", 350)])
def test_there_is_enough_to_ask_for_a_year(language: str, least: int) -> None:
    asked = {(q.text, q.options) for q in possible(language) if q.kind is not QuestionKind.SOURCE}
    assert len(asked) >= least


def test_no_two_questions_are_worded_alike_with_other_answers() -> None:
    for language in LANGUAGES:
        worded = Counter(q.text for q in possible(language) if q.kind not in (QuestionKind.ORDER, QuestionKind.CAUSE))
        assert not [text for text, number in worded.items() if number > 1]


def test_the_basic_level_is_about_what_most_is_said_of() -> None:
    def fame(quiz: Iterable[Question]) -> float:
        return mean(min(len(thing.statements) for thing in question.things) for question in quiz)

    assert fame(DATASET.quiz(60, seed=1, level="basic")) > 1.2 * fame(DATASET.quiz(60, seed=1))
    with pytest.raises(ValueError, match="the level of a quiz is 'basic' or 'all', not 'hard'"):
        DATASET.quiz(1, level="hard")  # type: ignore[arg-type]


def test_the_same_seed_asks_the_same_on_every_python() -> None:
    first, *_ = DATASET.quiz(3, seed=1917, kinds=["when"])
    assert (first.text, first.options) == (
        "In which year did this happen: “Lenin overcomes opposition and revolts”?",
        ("1923", "1925", "1921", "1919"),
    )


def test_the_number_of_questions_is_whole() -> None:
    with pytest.raises(TypeError, match=r"as a whole number, not 3\.5"):
        DATASET.quiz(3.5)  # type: ignore[arg-type]


def test_a_title_names_neither_the_place_nor_the_one_it_is_asked_for() -> None:
    asked = [q for q in possible("en") if q.kind in (QuestionKind.PLACE, QuestionKind.ROLE)]
    assert not listed(q for q in asked if any(word in q.text for word in re.findall(r"\w{4,}", q.options[q.answer])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_passage_is_named_twice(language: str) -> None:
    for question in possible(language):
        assert all(question.key.count(citation.locator) == 1 for citation in question.citations), question.key


@pytest.mark.parametrize("about", ["kamenev", "october-revolution", "roberts-excerpt"])
def test_about_a_thing_every_question_touches_it(about: str) -> None:
    thing = DATASET.find(about)
    wanted = {*thing.branch} if isinstance(thing, Event) else {thing}
    questions = DATASET.quiz(5, seed=1, about=about)
    for question in questions:
        touched = {x for c in question.citations for s in c.source.statements if s.citation == c for x in s.things}
        present = {p.who for event in question.things if isinstance(event, Event) for p in event.participants}
        cited = {c.source for c in question.citations}
        assert wanted & {*question.things, *touched, *present, *cited, question.choices[question.answer]}


def test_a_quiz_shows_its_questions_and_keeps_the_answers_in_its_key() -> None:
    made = DATASET.quiz(2, seed=5)
    first, second = made
    assert str(made).splitlines()[:5] == [f"1. {first.text}", *(f"  {line}" for line in first.lettered)]
    assert str(first) == "\n".join([first.text, *(f"  {line}" for line in first.lettered)])
    assert made.key.splitlines() == [f"1. {first.key}", f"2. {second.key}"]
    assert first.key.startswith(f"{'ABCD'[first.answer]}. {first.options[first.answer]} [")
    assert all(citation.locator in first.key for citation in first.citations)


@pytest.mark.parametrize("n", [-1, 10**6])
def test_more_questions_than_there_are_or_fewer_than_none_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match=rf"as can be asked here, which is \d+ of {n}"):
        DATASET.quiz(n)


def test_another_language_or_an_unknown_name_is_refused() -> None:
    with pytest.raises(ValueError, match="wanted: a language of en, zh, vi, ru, not 'xx'"):
        DATASET.quiz(1, language="xx")
    with pytest.raises(UnknownNameError):
        DATASET.quiz(1, about="nobody by this name")


# A small data set.

CHOSEN = {"sail": "1901-05-01 OS", "loading": "1902-07", "arrival": "1903", "end-of-days": "9999-12-31"}


def classroom() -> Tables:
    """The example with events and persons enough for a quiz, each event told of by the chronicle."""
    tables = example()
    for number, (id, date) in enumerate(CHOSEN.items()):
        event: dict[str, Any] = {"id": id, "title": f"Pavel’s {id}", "kind": "campaign", "date": date}
        event["participants"] = [{"who": "pavel-ilyin", "role": "leader"}]
        tables["event"].append(event)
        statement = {"id": f"wharf-chronicle:2.{number + 10}", "event": id, "about": ["pavel-ilyin"], "date": date}
        tables["statement"].append(
            statement | passage("wharf-chronicle", 2, "Four hundred men walked out.") | {"text": f"There was {id}."}
        )
    for name in ("ivan", "olga", "vera"):
        tables["person"].append({"id": name, "name": name.title()})
    return tables


def questions(folder: Path, tables: Tables, language: str = "en") -> list[Question]:
    return list(asked_of(Dataset(owner(folder, tables)), language))


def when(folder: Path, tables: Tables) -> dict[str, Precision]:
    """How closely each event is asked for its date."""
    dates = {q.things[0].id: q.choices[q.answer] for q in questions(folder, tables) if q.kind is QuestionKind.WHEN}
    return {id: date.precision for id, date in dates.items() if isinstance(date, HistoricalDate)}


def who(folder: Path, tables: Tables) -> set[str]:
    """The events that are asked for a person."""
    return {q.things[0].id for q in questions(folder, tables) if q.kind is QuestionKind.WHO}


def test_an_event_is_asked_as_closely_as_it_is_known(tmp_path: Path) -> None:
    day, month, year = Precision.DAY, Precision.MONTH, Precision.YEAR
    assert when(tmp_path, classroom()) == {"sail": day, "loading": month, "arrival": year, "end-of-days": day}


def test_an_editorial_day_is_asked_as_closely_as_a_document_gives_it(tmp_path: Path) -> None:
    tables = classroom()
    record(tables, "sail")["editorial"] = {"date": "reference-works"}
    record(tables, "wharf-chronicle:2.10")["date"] = "1901-05 OS"
    assert when(tmp_path, tables)["sail"] is Precision.MONTH


READING = {"printed": "a", "read_as": "b", "reason": "c", "certainty": "certain"}


@pytest.mark.parametrize(
    ("id", "change"),
    [
        ("sail", {"date": "1901-05-01~ OS"}),
        ("sail", {"date": "1901-05-01? OS"}),
        ("sail", {"date": "1901-05-01/.. OS"}),
        ("sail", {"title": "The sail of May"}),
        ("sail", {"title": "The sail of 1901"}),
        ("wharf-chronicle:2.10", {"date": "1905", "readings": [READING]}),
        ("wharf-chronicle:2.10", {"said_by": "anna-sorokina"}),
        ("wharf-chronicle:2.10", {"date": "1901-05-01~ OS"}),
        ("wharf-chronicle:2.10", {"date": "1890/1910"}),
    ],
)
def test_a_date_that_is_not_sure_or_given_away_is_not_asked(tmp_path: Path, id: str, change: dict[str, Any]) -> None:
    tables = classroom()
    record(tables, id).update(change)
    assert "sail" not in when(tmp_path, tables)


def test_who_is_asked_where_the_title_names_one_person_and_a_passage_says_so(tmp_path: Path) -> None:
    tables = classroom()
    assert who(tmp_path, tables) == set(CHOSEN)
    record(tables, "sail")["title"] = "The first sail"
    record(tables, "loading")["editorial"] = {"participants": "context"}
    record(tables, "arrival")["kind"] = "journey"
    record(tables, "wharf-chronicle:2.13")["about"] = []
    assert who(tmp_path, tables) == set()


def test_whom_something_told_around_an_event_touches_is_no_wrong_option(tmp_path: Path) -> None:
    tables = classroom()
    record(tables, "sail")["part_of"] = "loading"
    record(tables, "wharf-chronicle:2.11")["about"].append("olga")
    (draft,) = (d for d in drafts(Dataset(owner(tmp_path, tables))) if d.wording == "who" and d.things[0].id == "sail")
    assert {person.id for person in draft.wrong if isinstance(person, Person)} == {"anna-sorokina", "ivan", "vera"}


def test_a_disputed_event_or_person_is_not_asked_about(tmp_path: Path) -> None:
    tables = classroom()
    for number in range(3):
        tables["party"].append({"id": f"party-{number}", "name": f"Party {number}", "kind": "party"})
    record(tables, "wharf-chronicle:3.1")["about"].append("dockers-union")
    asked = questions(tmp_path, tables)
    assert "wharf-strike" not in {thing.id for q in asked for thing in q.things}
    assert "anna-sorokina" in {thing.id for q in asked for thing in q.things}
    record(tables, "first-day-of-the-strike").update(thing="anna-sorokina", attribute="birth")
    assert "anna-sorokina" not in {thing.id for q in questions(tmp_path, tables) for thing in q.things}


def test_parties_of_which_a_person_held_an_office_are_no_wrong_options(tmp_path: Path) -> None:
    tables = classroom()
    for number in range(4):
        tables["party"].append({"id": f"party-{number}", "name": f"Party {number}", "kind": "party"})
    record(tables, "wharf-chronicle:3.1")["about"].append("dockers-union")
    record(tables, "anna-sorokina")["offices"][0]["body"] = "party-1"
    (draft,) = (d for d in drafts(Dataset(owner(tmp_path, tables))) if d.wording == "party")
    assert [party.id for party in draft.wrong if isinstance(party, Party)] == ["party-0", "party-2", "party-3"]


def test_what_has_no_name_in_the_language_is_not_asked_about(tmp_path: Path) -> None:
    tables = classroom()
    assert questions(tmp_path, tables, "ru") == []
    record(tables, "sail")["names"] = [{"text": "Плавание", "language": "ru", "kind": "usual"}]
    assert {q.text for q in questions(tmp_path, tables, "ru")} == {
        "В какой день произошло это событие: «Плавание»?",
        "«Плавание»: 1 мая 1901 года (ст. ст.). Какой это день по новому стилю?",
    }


def test_hostile_titles_and_names_survive(tmp_path: Path) -> None:
    tables = classroom()
    record(tables, "sail")["title"] = HOSTILE
    record(tables, "ivan")["name"] = HOSTILE
    asked = questions(tmp_path, tables)
    assert f"On which day did this happen: “{HOSTILE}”?" in {q.text for q in asked}
    assert any(HOSTILE in q.options for q in asked)


# What may be asked, and what would give it away, kind by kind.


def draft(folder: Path, tables: Tables, wording: str, *things: str) -> list[Draft]:
    """The drafts of a wording, about things if any are named."""
    found = drafts(Dataset(owner(folder, tables)))
    return [d for d in found if d.wording == wording and (not things or {t.id for t in d.things} == {*things})]


def names(drafted: Draft) -> set[str]:
    return {option.id for option in drafted.wrong if isinstance(option, Thing)}


def test_a_place_is_asked_where_a_passage_names_it_and_wrong_ones_lie_apart(tmp_path: Path) -> None:
    tables = classroom()
    for name, within in (("sea", None), ("bay", "sea"), ("town", None), ("hill", None), ("lake", None)):
        tables["place"].append({"id": name, "name": name.title(), **({"within": within} if within else {})})
    record(tables, "sail")["places"] = ["bay"]
    assert draft(tmp_path, tables, "place", "sail") == []
    record(tables, "wharf-chronicle:2.10")["about"].append("bay")
    (drafted,) = draft(tmp_path, tables, "place", "sail")
    assert isinstance(drafted.right, Place)
    assert drafted.right.id == "bay"
    assert {"town", "hill", "lake"} <= names(drafted)
    assert not {"sea", "bay"} & names(drafted)
    record(tables, "sail")["title"] = "The sail in the bay"
    assert not [q for q in questions(tmp_path, tables) if q.kind is QuestionKind.PLACE]
    record(tables, "sail")["editorial"] = {"places": "gazetteer"}
    assert draft(tmp_path, tables, "place", "sail") == []


def test_a_role_is_asked_where_one_alone_has_it(tmp_path: Path) -> None:
    tables = classroom()
    (drafted,) = draft(tmp_path, tables, "role", "sail")
    assert names(drafted) == {"anna-sorokina", "ivan", "olga", "vera"}
    record(tables, "sail")["participants"].append({"who": "ivan", "role": "leader"})
    assert draft(tmp_path, tables, "role", "sail") == []


def test_causes_are_asked_beside_what_came_later_and_effects_beside_what_came_before(tmp_path: Path) -> None:
    tables = classroom()
    relation = {"subject": "loading", "predicate": "led-to", "object": "arrival"}
    record(tables, "wharf-chronicle:2.11")["relation"] = relation
    (cause,), (effect,) = (draft(tmp_path, tables, wording) for wording in ("cause", "consequence"))
    assert ([t.id for t in cause.things], [t.id for t in effect.things]) == (["arrival"], ["loading"])
    assert "end-of-days" in names(cause)
    assert names(effect) == {"sail"}


def test_words_are_asked_with_a_gap_for_the_speaker(tmp_path: Path) -> None:
    tables = classroom()
    told = record(tables, "wharf-chronicle:2.11")
    told |= {"said_by": "olga", "text": "Olga called the loading a scandal."}
    (drafted,) = draft(tmp_path, tables, "said")
    assert drafted.detail == "___ called the loading a scandal."
    assert names(drafted) == {"ivan", "vera"}
    told["text"] = "The loading was called a scandal."
    assert draft(tmp_path, tables, "said") == []


@pytest.mark.parametrize(
    ("figure", "wrong"),
    [
        ({"value": 40, "unit": "persons"}, {20, 80, 10, 160, 4, 400}),
        ({"value": 54, "unit": "percent"}, {27, 14, 5, 46}),
        ({"value": 3, "unit": "persons"}, None),
        ({"value": 40, "unit": "persons", "approximate": True}, None),
        ({"value": 40, "value_max": 50, "unit": "persons"}, None),
    ],
)
def test_an_exact_quantity_is_asked_beside_others_far_from_it(
    tmp_path: Path, figure: dict[str, Any], wrong: set[float] | None
) -> None:
    tables = classroom()
    record(tables, "wharf-chronicle:2.11")["figures"] = [{"of": "loaders", "printed": "some", **figure}]
    drafted = [d for d in draft(tmp_path, tables, "figure") if "loaders" in str(d.detail)]
    assert [{w.value for w in d.wrong if isinstance(w, Figure)} for d in drafted] == ([wrong] if wrong else [])


def test_the_day_of_another_calendar_is_asked_even_where_the_new_has_none_of_its_name(tmp_path: Path) -> None:
    tables = classroom()
    for id in ("sail", "wharf-chronicle:2.10"):
        record(tables, id)["date"] = "1900-02-29 OS"
    (drafted,) = draft(tmp_path, tables, "style", "sail")
    assert str(drafted.right) == str(HistoricalDate.from_date(datetime.date(1900, 3, 13)))


def test_an_office_that_a_language_has_no_word_for_is_not_asked_about(tmp_path: Path) -> None:
    tables = classroom()
    for id in ("anna-sorokina", "ivan", "olga", "vera", "pavel-ilyin", "union-board"):
        russian = {"text": f"Имя {id}", "language": "ru", "kind": "usual"}
        record(tables, id)["names"] = [russian]
    anna = record(tables, "anna-sorokina")
    anna["offices"] = [{"office": "harbour master", "body": "union-board", "statements": ["wharf-chronicle:2.10"]}]
    record(tables, "wharf-chronicle:2.10")["about"] += ["anna-sorokina", "union-board"]
    (drafted,) = draft(tmp_path, tables, "holder")
    assert drafted.phrase("en", Random(0)) or len(drafted.wrong) < 3
    assert drafted.phrase("ru", Random(0)) is None

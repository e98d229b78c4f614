"""From a question in no language to one that can be asked, and from many to a quiz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from random import Random
from typing import Literal, TypeAlias, TypeVar

from attrs import frozen

from russianrev.arguments import choose_language, whole_number
from russianrev.dates import HistoricalDate
from russianrev.dates.display import Style
from russianrev.dates.translation import date_in
from russianrev.quizzes.questions import Choice, Question, QuestionKind, Quiz
from russianrev.quizzes.words import LANGUAGES, gap_title, has_name, has_words, name_choice, tells, word_question
from russianrev.records.model import Event, Findable, Statement, Thing
from russianrev.translations import is_translated, word_in

Level: TypeAlias = Literal["basic", "all"]
"""How much a quiz asks for: the third of each kind that is about what most is said of, or all."""

PLAUSIBLE = 8
"""How many of the most plausible wrong options those of a question are drawn from."""
_WRONG = 3  # wrong options to a question
_BASIC = 3  # of so many of a kind, one is basic

_Item = TypeVar("_Item")


@frozen
class Draft:
    """A question in no language yet, its wrong options not yet drawn; the most plausible of these come first.

    `wording` names the words in which it is to be asked: `day`, `order`, `who` and so on. `detail` is what is asked of
    the things, where they do not say it alone: a role, an office, a day of the old style, or a text, which is English.
    """

    kind: QuestionKind
    wording: str
    things: tuple[Thing, ...]
    right: Choice
    wrong: Sequence[Choice]
    statements: tuple[Statement, ...]
    detail: str | HistoricalDate = ""
    mark: str = ""

    @property
    def id(self) -> str:
        """What tells it from all others of a data set: `year-assassination-of-plehve`."""
        return "-".join([self.wording, *(thing.id for thing in self.things), *filter(None, [self.mark])])

    @property
    def fame(self) -> int:
        """How many statements touch the least known of what it is about, or its parts."""
        return min(
            sum(len(each.statements) for each in (thing.branch if isinstance(thing, Event) else (thing,)))
            for thing in self.things
        )

    def concerns(self, thing: Findable) -> bool:
        """Tell whether a thing, or a part of it if it is an event, comes into the question or into what settles it."""
        wanted: set[object] = set(thing.branch) if isinstance(thing, Event) else {thing}
        cited = [record for s in self.statements for record in (s.source, *s.things)]
        present = [p.who for event in self.things if isinstance(event, Event) for p in event.participants]
        return not wanted.isdisjoint([*self.things, *cited, *present, self.right])

    def phrase(self, language: str, random: Random) -> Question | None:
        """Phrase it in a language; None if that has no names for what it is about, or for enough wrong options."""
        style: Style = "new" if self.kind is QuestionKind.STYLE else "both"
        named = (each for each in self.wrong if has_name(each, language))
        wrong = {name_choice(each, language, style): each for each in islice(named, PLAUSIBLE)}
        wrong.pop(name_choice(self.right, language, style), None)
        if len(wrong) < _WRONG or not has_words(self.wording, language):
            return None
        if not (has_name(self.things, language) and has_name(self.right, language)):
            return None
        about, detail = self.things[0].label_in(language), self.detail
        if isinstance(detail, HistoricalDate):
            detail = date_in(detail, language, "old")
        elif self.kind in (QuestionKind.FIGURE, QuestionKind.SAID):
            about = detail
        elif detail and not is_translated(detail, language):
            return None
        elif self.kind is QuestionKind.WHO:
            about = gap_title(self.things[0], self.right, language)  # type: ignore[arg-type]
        elif self.gives_away(about, language):
            return None
        if not about:
            return None
        choices = shuffled([self.right, *shuffled(wrong.values(), random)[:_WRONG]], random)
        return Question(
            kind=self.kind,
            language=language,
            text=word_question(self.wording, about, word_in(detail, language), language),
            options=tuple(name_choice(choice, language, style) for choice in choices),
            answer=choices.index(self.right),
            choices=tuple(choices),
            things=self.things,
            citations=tuple({s.citation.locator: s.citation for s in self.statements}.values()),
        )

    def gives_away(self, about: str, language: str) -> bool:
        """Tell whether the title of what it is about names the right option."""
        asked = (QuestionKind.PLACE, QuestionKind.ROLE)
        return self.kind in asked and isinstance(self.right, Thing) and tells(about, self.right, language)


def shuffled(items: Iterable[_Item], random: Random) -> list[_Item]:
    """Put items in a random order, by the one method of `Random` of which every Python gives the same numbers."""
    return sorted(items, key=lambda _: random.random())


def quiz(
    drafts: Iterable[Draft],
    n: int,
    seed: int | str | None,
    language: str,
    *,
    kinds: Iterable[QuestionKind | str] | None = None,
    level: Level = "all",
    brief: bool = False,
) -> Quiz:
    """Make the quiz of `Dataset.quiz`: questions in random order, the kinds in turn as long as each has any."""
    number = whole_number(n, "how many questions")
    if level not in ("basic", "all"):
        raise ValueError(f"the level of a quiz is 'basic' or 'all', not {level!r}")
    wanted = set(QuestionKind) - {QuestionKind.SOURCE} if kinds is None else {_find_kind(kind) for kind in kinds}
    random = Random(seed)
    piles: dict[QuestionKind, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.kind in wanted:
            piles[draft.kind].append(draft)
    ordered = []
    for pile in piles.values():
        if level == "basic":
            pile = sorted(pile, key=lambda draft: -draft.fame)[: -(-len(pile) // _BASIC)]
        ordered.append(shuffled(pile, random))
    turns = zip_longest(*shuffled(ordered, random))
    in_turn = (draft for turn in turns for draft in turn if draft)
    asked = (question for question in phrase(in_turn, language, random) if question.is_brief or not brief)
    made = Quiz(islice(asked, max(number, 0)))
    if len(made) != number:
        raise ValueError(f"wanted: as many questions as can be asked here, which is {len(made)} of {number}")
    return made


def _find_kind(word: QuestionKind | str) -> QuestionKind:
    try:
        return QuestionKind(word)
    except ValueError:
        raise ValueError(f"{word!r} is no kind of question; there are {', '.join(QuestionKind)}") from None


def phrase(drafts: Iterable[Draft], language: str, random: Random) -> Iterator[Question]:
    """Phrase the drafts that a language has names for. Raises `ValueError` for one that has no words for questions."""
    chosen = choose_language(language, LANGUAGES)
    for draft in drafts:
        if question := draft.phrase(chosen, random):
            yield question

"""From a question in no language to one that can be asked, and from many to a quiz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from random import Random

from attrs import frozen

from russianrev.arguments import choose_language, whole_number
from russianrev.quizzes.questions import Choice, Question, QuestionKind, Quiz
from russianrev.quizzes.words import LANGUAGES, gap_title, has_name, name_choice, word_question
from russianrev.records.model import Event, Findable, Person, Statement, Thing

PLAUSIBLE = 8
"""How many of the most plausible wrong options those of a question are drawn from."""
_WRONG = 3  # wrong options to a question


@frozen
class Draft:
    """A question in no language yet, its wrong options not yet drawn; the most plausible of these come first.

    `wording` names the words in which it is to be asked: `day`, `order`, `who` and so on.
    """

    kind: QuestionKind
    wording: str
    things: tuple[Thing, ...]
    right: Choice
    wrong: Sequence[Choice]
    statements: tuple[Statement, ...]

    @property
    def id(self) -> str:
        """What tells it from all others of a data set: `year-assassination-of-plehve`."""
        return "-".join([self.wording, *(thing.id for thing in self.things)])

    def concerns(self, thing: Findable) -> bool:
        """Tell whether a thing, or a part of it if it is an event, comes into the question or into what settles it."""
        wanted: set[object] = set(thing.branch) if isinstance(thing, Event) else {thing}
        cited = [record for s in self.statements for record in (s.source, *s.things)]
        present = [p.who for event in self.things if isinstance(event, Event) for p in event.participants]
        return not wanted.isdisjoint([*self.things, *cited, *present, self.right])

    def phrase(self, language: str, random: Random) -> Question | None:
        """Phrase it in a language; None if that has no names for what it is about, or for enough wrong options."""
        named = (each for each in self.wrong if has_name(each, language))
        wrong = {name_choice(each, language): each for each in islice(named, PLAUSIBLE)}
        wrong.pop(name_choice(self.right, language), None)
        if len(wrong) < _WRONG or not (has_name(self.things, language) and has_name(self.right, language)):
            return None
        about = self.things[0].label_in(language)
        if isinstance(self.things[0], Event) and isinstance(self.right, Person):
            about = gap_title(self.things[0], self.right, language)
        if not about:
            return None
        choices = [self.right, *random.sample(list(wrong.values()), _WRONG)]
        random.shuffle(choices)
        return Question(
            kind=self.kind,
            language=language,
            text=word_question(self.wording, about, language),
            options=tuple(name_choice(choice, language) for choice in choices),
            answer=choices.index(self.right),
            choices=tuple(choices),
            things=self.things,
            citations=tuple(dict.fromkeys(s.citation for s in self.statements)),
        )


def quiz(drafts: Iterable[Draft], n: int, seed: int | str | None, language: str) -> Quiz:
    """Make the quiz of `Dataset.quiz`: questions in random order, the kinds in turn as long as each has any."""
    wanted = whole_number(n, "how many questions")
    random = Random(seed)
    piles: dict[QuestionKind, list[Draft]] = defaultdict(list)
    for draft in drafts:
        piles[draft.kind].append(draft)
    for pile in piles.values():
        random.shuffle(pile)
    turns = zip_longest(*random.sample(list(piles.values()), len(piles)))
    in_turn = (draft for turn in turns for draft in turn if draft)
    made = Quiz(islice(phrase(in_turn, language, random), max(wanted, 0)))
    if len(made) != wanted:
        raise ValueError(f"wanted: as many questions as can be asked here, which is {len(made)} of {wanted}")
    return made


def phrase(drafts: Iterable[Draft], language: str, random: Random) -> Iterator[Question]:
    """Phrase the drafts that a language has names for. Raises `ValueError` for one that has no words for questions."""
    chosen = choose_language(language, LANGUAGES)
    for draft in drafts:
        if question := draft.phrase(chosen, random):
            yield question

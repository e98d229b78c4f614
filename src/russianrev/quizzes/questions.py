"""Questions, each with one right option of four, and the quizzes that they make."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from russianrev.dates import HistoricalDate
from russianrev.queries.answers import Answers
from russianrev.records.model import Citation, Event, Figure, Party, Person, Place, Source, Tenure, Thing
from russianrev.views import Shown


class QuestionKind(StrEnum):
    """What a question asks for."""

    WHEN = "when"  #: the day, the month or the year of an event
    WHO = "who"  #: whose name is missing from the title of an event
    PARTY = "party"  #: to which party a person belonged
    OFFICE = "office"  #: which office a person held, or who held one
    PLACE = "place"  #: where an event was
    ROLE = "role"  #: who took part in an event, in a role
    CAUSE = "cause"  #: what led to an event, or what it led to
    SAID = "said"  #: whose words or view a document reports
    FIGURE = "figure"  #: how many or how much
    ORDER = "order"  #: the order of three events
    STYLE = "style"  #: which day of the new style a day of the old style is
    SOURCE = "source"  #: which document tells of an event; only if it is asked for


Choice: TypeAlias = HistoricalDate | Person | Party | Place | Source | Tenure | Figure | Event | tuple[Event, ...]
"""What an option stands for: a date, a person, a party, a place, a document, an office, a quantity, or events."""


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
        return f"{self.lettered[self.answer]} [{'; '.join(dict.fromkeys(c.locator for c in self.citations))}]"

    @property
    def is_brief(self) -> bool:
        """Whether the question has at most 120 characters and each option at most 75, as Kahoot takes them."""
        return len(self.text) <= 120 and all(len(option) <= 75 for option in self.options)

    def __str__(self) -> str:
        """Write the question and its options, without the answer."""
        return "\n".join([self.text, *(f"  {line}" for line in self.lettered)])


class Quiz(Answers[Question]):
    """Questions, in the order in which they are to be asked."""

    __slots__ = ()

    @property
    def key(self) -> str:
        """The right options, a line each, with the passages that settle them."""
        return "\n".join(f"{number}. {question.key}" for number, question in enumerate(self, 1))

    def __str__(self) -> str:
        """Write the questions and their options, without the answers."""
        return "\n\n".join(f"{number}. {question}" for number, question in enumerate(self, 1))

"""Questions for the classroom: each has one right answer by the data, and the passages that settle it."""

from russianrev.quizzes.askable import drafts
from russianrev.quizzes.draft import Draft, phrase, quiz
from russianrev.quizzes.questions import Choice, Question, QuestionKind, Quiz

__all__ = ["Choice", "Draft", "Question", "QuestionKind", "Quiz", "drafts", "phrase", "quiz"]

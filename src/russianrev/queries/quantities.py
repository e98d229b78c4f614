"""The quantities that documents give."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from russianrev.queries.answers import Answers
from russianrev.records.model import Citation, Figure, Source, Statement
from russianrev.views import Printed


@frozen
class Quantity(Printed):
    """A figure, and the statement that gives it."""

    figure: Figure
    statement: Statement

    @property
    def citation(self) -> Citation:
        """The passage that gives it."""
        return self.statement.citation


def quantities(
    statements: Iterable[Statement], source: Source | None, of: str | None, unit: str | None
) -> Answers[Quantity]:
    """List the figures of statements: what `Corpus.figures` answers with."""
    return Answers(
        (
            Quantity(figure, statement)
            for statement in statements
            if source in (None, statement.source)
            for figure in statement.figures
            if _has(figure.of, of) and _has(figure.unit, unit)
        ),
        f"no document gives a figure{f' of {of}' if of else ''}{f' in {unit}' if unit else ''}",
    )


def _has(text: str, words: str | None) -> bool:
    return words is None or words.casefold() in text.casefold()

"""The quantities that documents give."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from russianrev.queries.answers import Answers
from russianrev.records.model import Citation, Figure, Findable, Source, Statement
from russianrev.views import Printed

_SUGGESTED = 3  # of what else there are figures


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
    statements: Iterable[Statement], thing: Findable | None, source: Source | None, of: str | None, unit: str | None
) -> Answers[Quantity]:
    """List the figures of statements, those on a thing if one is given: what `Corpus.figures` answers with."""
    every = [
        Quantity(figure, statement)
        for statement in statements
        if source is None or source.id == statement.source.id
        for figure in statement.figures
    ]
    found = [each for each in every if _has(each.figure.of, of) and _has(each.figure.unit, unit)]
    where = (f" on {thing.label}" if thing else "") + (f" in {source.id}" if source else "")
    asked = (f" of {of!r}" if of else "") + (f" by the unit {unit!r}" if unit else "")
    others = list(dict.fromkeys(each.figure.of for each in every))[:_SUGGESTED]
    there = f"; there are figures of {', '.join(others)}" if others else ""
    return Answers(found, f"no document gives a figure{asked}{where}{there}")


def _has(text: str, words: str | None) -> bool:
    return words is None or words.casefold() in text.casefold()

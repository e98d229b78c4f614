"""A document paragraph by paragraph: its text, if it is at hand, and what the data have of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from attrs import frozen

from russianrev.arguments import whole_number
from russianrev.passages.documents import Documents
from russianrev.queries.answers import Answers
from russianrev.records.description import attribution_of, corrections_of
from russianrev.records.model import Citation, Dispute, Skipped, Source, Statement
from russianrev.text import wrap
from russianrev.views import Shown

_INDENT = "    "
_T = TypeVar("_T")


@frozen
class Paragraph(Shown):
    """A paragraph of a document: its `number`, from 1, and its `text`, None if the document is not at hand.

    `statements` are read from it, in order, `skipped` the stretches that need none; `disputes` are those in which one
    of the statements has a say.
    """

    source: Source
    number: int
    text: str | None
    statements: tuple[Statement, ...]
    skipped: tuple[Skipped, ...]
    disputes: tuple[Dispute, ...]

    def __str__(self) -> str:
        """Write the text, then each statement with its characters and how it is read, what is skipped, and disputes."""
        head = f"¶{self.number} "
        lines = wrap(self.text or "(the text is not at hand)", first=head, rest=" " * len(head))
        for statement in self.statements:
            lines += wrap(f"{_place(statement.citation)} {statement.text}", first="  ", rest=_INDENT)
            if attribution := attribution_of(statement):
                lines += wrap(f"— {attribution}", first=_INDENT, rest=_INDENT + "  ")
            for correction in corrections_of(statement):
                lines += wrap(correction, first=_INDENT, rest=_INDENT + "  ")
        for each in self.skipped:
            repeated = f" paragraph {each.repeats}" if each.repeats else ""
            lines += wrap(f"{_place(each.citation)} skipped: {each.reason}{repeated}", first="  ", rest=_INDENT)
        for dispute in self.disputes:
            lines += wrap(f"in dispute: {_settled(dispute)}", first="  ", rest=_INDENT)
        return "\n".join(lines)


class Paragraphs(Answers[Paragraph]):
    """Paragraphs of a document, in order."""

    def __str__(self) -> str:
        """Write them one below the other, with a blank line between."""
        return "\n\n".join(map(str, self))


def _place(citation: Citation) -> str:
    return f"[{citation.start}–{citation.end}]"


def _settled(dispute: Dispute) -> str:
    """Say what is in dispute, and what the editors take."""
    taken = f"the editors take {dispute.worded(dispute.chosen)}" if dispute.chosen else "the editors leave it open"
    return f"{dispute.label}; {taken} ({dispute.certainty}). {dispute.reason}"


def read(source: Source, first: int | None, last: int | None, documents: Documents) -> Paragraphs:
    """Go through the paragraphs of a document: what `Dataset.read` answers with."""
    count = len(source.paragraphs)
    what = f"the number of a paragraph, from 1 to {count}"
    begin = 1 if first is None else whole_number(first, what)
    end = (count if first is None else begin) if last is None else whole_number(last, what)
    if not 1 <= begin <= end <= count:
        raise ValueError(f"{source.id!r} has the paragraphs 1 to {count}, not {begin} to {end}")
    said = sorted(source.statements, key=lambda statement: statement.place)
    statements = _group((each.citation.paragraph, each) for each in said)
    skipped = _group((each.citation.paragraph, each) for each in source.skipped)
    disputes = _group(
        (statement.citation.paragraph, dispute)
        for dispute in source.disputes
        for claim in dispute.values
        for statement in claim.statements
        if statement.source == source
    )
    return Paragraphs(
        Paragraph(
            source,
            number,
            documents.paragraph(source, number),
            statements.get(number, ()),
            skipped.get(number, ()),
            disputes.get(number, ()),
        )
        for number in range(begin, end + 1)
    )


def _group(found: Iterable[tuple[int, _T]]) -> Mapping[int, tuple[_T, ...]]:
    """Group things by the paragraph that they belong to, each once."""
    groups: dict[int, dict[_T, None]] = defaultdict(dict)
    for number, each in found:
        groups[number][each] = None
    return {number: tuple(group) for number, group in groups.items()}

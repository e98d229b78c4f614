"""The check of citations against the documents that a user holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

from russianrev.errors import DocumentError
from russianrev.passages.documents import TO_DO, Documents, Problem
from russianrev.records.model import Citation, Source
from russianrev.text import counted
from russianrev.views import Plain

LEAST = 0.25
"""The score under which a changed passage counts as one that is not there."""


@frozen
class Failure(Plain):
    """A citation that does not hold, and whose it is: a statement's id, or `skipped`.

    `score`, of what is changed, is how likely a fingerprint of the passage is found in its place, from 0 to 1.
    """

    citation: Citation
    owner: str
    problem: Problem
    score: float | None = None

    def __str__(self) -> str:
        score = "" if self.score is None else f" (score {self.score:.2f})"
        return f"{self.owner}: {self.problem}{score}: {self.citation.locator}"


@frozen
class Verification(Plain):
    """What came of checking citations: how many of each source, the `failures`, and the sources not at hand: `absent`.

    True if every citation was checked and holds. A citation holds if the copy has the same letters, whatever its line
    ends, accents, quotation marks and dashes.
    """

    counts: Mapping[Source, int]
    failures: tuple[Failure, ...] = ()
    absent: tuple[Source, ...] = ()

    @property
    def checked(self) -> int:
        """How many citations were checked."""
        return sum(self.counts.values())

    @property
    def held(self) -> int:
        """How many citations hold."""
        return self.checked - len(self.failures)

    def passes(self, least: float = LEAST) -> bool:
        """Whether each citation that was checked holds or leads to a passage that is changed, with no lower score."""
        return all(failure.score is not None and failure.score >= least for failure in self.failures)

    def __bool__(self) -> bool:
        return not (self.failures or self.absent)

    def __str__(self) -> str:
        lines = []
        for source, count in self.counts.items():
            failures = [each for each in self.failures if each.citation.source == source]
            problems = Counter(each.problem for each in failures)
            kinds = [f"{problems[problem]} {problem}" for problem in Problem if problems[problem]]
            held = f"{source.id}: {count - len(failures)} of {count} citations hold"
            lines += [held + (f": {', '.join(kinds)}" if kinds else ""), *(f"  {each}" for each in failures)]
        lines += [f"{source.id}: not at hand" for source in self.absent]
        return "\n".join(lines) or "no citations"


def verify(citations: Iterable[tuple[str, Citation]], documents: Documents) -> Verification:
    """Check citations, each with its owner, against the documents.

    Raises `DocumentError` if there are citations, and not one of the documents that they are of is at hand.
    """
    counts: Counter[Source] = Counter()
    absent: dict[Source, None] = {}
    failures = []
    for owner, citation in citations:
        if citation.source not in documents:
            absent[citation.source] = None
            continue
        counts[citation.source] += 1
        found = documents.look(citation)
        if found.problem:
            failures.append(Failure(citation, owner, found.problem, found.score))
    if absent and not counts:
        raise DocumentError(f"of {counted(len(absent), 'document')} no text is at hand; {TO_DO}")
    return Verification(dict(counts), tuple(failures), tuple(absent))

"""The check of citations against the documents that a user holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from russianrev.passages.documents import Documents, Problem
from russianrev.records.model import Citation

LEAST = 0.25
"""The score under which a changed passage counts as one that is not there."""


@frozen
class Failure:
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
class Verification:
    """What came of checking citations: how many were `checked`, and the `failures`. True if all hold.

    A citation holds if the copy has the same letters, whatever its line ends, accents, quotation marks and dashes.
    """

    checked: int
    failures: tuple[Failure, ...]

    @property
    def held(self) -> int:
        """How many citations hold."""
        return self.checked - len(self.failures)

    def passes(self, least: float = LEAST) -> bool:
        """Whether each citation holds or leads at least to a passage that is changed, with no lower score."""
        return all(failure.score is not None and failure.score >= least for failure in self.failures)

    def __bool__(self) -> bool:
        return not self.failures

    def __str__(self) -> str:
        counts = Counter(failure.problem for failure in self.failures)
        parts = [f"{counts[problem]} {problem}" for problem in (Problem.CHANGED, Problem.LOST) if counts[problem]]
        first = f"{self.held} of {self.checked} citations hold" + (f": {', '.join(parts)}" if parts else "")
        return "\n".join([first, *map(str, self.failures)])


def verify(citations: Iterable[tuple[str, Citation]], documents: Documents) -> Verification:
    """Check citations, each with its owner, against the documents."""
    checked, failures = 0, []
    for owner, citation in citations:
        checked += 1
        found = documents.look(citation)
        if found.problem:
            failures.append(Failure(citation, owner, found.problem, found.score))
    return Verification(checked, tuple(failures))

"""What no citation covers of the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen

from russianrev.passages.copies import Copy
from russianrev.passages.document import Document
from russianrev.passages.documents import Documents
from russianrev.passages.tracks.track import span_of
from russianrev.records.model import Citation, Source
from russianrev.views import Plain


@frozen
class Gap(Plain):
    """A stretch of a document that no statement cites and that is not skipped; `text` is what stands there."""

    source: Source
    paragraph: int
    start: int
    end: int
    text: str


def coverage(citations: Iterable[Citation], documents: Documents) -> dict[Source, list[Gap]]:
    """Find, for each document that is at hand, the stretches that none of the citations covers."""
    cited: dict[Source, list[Citation]] = defaultdict(list)
    for citation in citations:
        cited[citation.source].append(citation)
    return {source: _find_gaps(source, documents, cited[source]) for source in documents}


def _find_gaps(source: Source, documents: Documents, citations: Iterable[Citation]) -> list[Gap]:
    copy = documents.copy(source)
    return gaps_of_copy(source, copy, citations) if copy else gaps(source, documents[source], citations)


def gaps(source: Source, document: Document, citations: Iterable[Citation]) -> list[Gap]:
    """Find the stretches of a document with letters or digits in them that none of the citations covers."""
    covered: list[set[int]] = [set() for _ in document.paragraphs]
    for citation in citations:
        if citation.paragraph <= len(covered):
            covered[citation.paragraph - 1].update(range(citation.start, citation.end))
    found = []
    for number, (paragraph, known) in enumerate(zip(document.paragraphs, covered, strict=True), 1):
        bare = [i for i, character in enumerate(paragraph) if character.isalnum() and i not in known]
        while bare:
            start = bare[0]
            stop = next((i for i in range(start, len(paragraph)) if i in known), len(paragraph))
            bare = [i for i in bare if i >= stop]
            text = paragraph[start:stop].rstrip()
            found.append(Gap(source, number, start, start + len(text), text))
    return found


def gaps_of_copy(source: Source, copy: Copy, citations: Iterable[Citation]) -> list[Gap]:
    """Find the same in a copy that is found by its letters, by its own paragraphs, as far as it has them."""
    found = []
    for first, last in copy.bare(map(span_of, citations)):
        paragraph, start, text = copy.document.stretch(first, last)
        found.append(Gap(source, paragraph, start, start + len(text), text))
    return found

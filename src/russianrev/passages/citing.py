"""How a passage of a document is cited."""

from __future__ import annotations

from unicodedata import east_asian_width

from russianrev.arguments import whole_number
from russianrev.errors import DocumentError
from russianrev.passages.document import Document, digest
from russianrev.records.model import Citation, Source


def cite(
    source: Source, document: Document, paragraph: int, first: str, last: str | None = None, *, copied: bool = False
) -> Citation:
    """Make the citation of the passage that begins with the words `first` and ends with the words `last`.

    Without `last` the passage is `first` itself. `copied` tells that the text is another copy than the editors'.
    Raises `DocumentError` if the paragraph is not there, or is not the editors', or the words are not in it, or could
    begin in two places.
    """
    paragraph = whole_number(paragraph, "the number of a paragraph")
    if not 1 <= paragraph <= len(document.paragraphs):
        raise DocumentError(f"{source.id!r} has the paragraphs 1 to {len(document.paragraphs)}, not {paragraph}")
    text = document.paragraphs[paragraph - 1]
    if copied and source.paragraphs[paragraph - 1 : paragraph] != (len(text),):
        raise DocumentError(
            f"paragraph {paragraph} of {str(document.path)!r} is not that of {source.id!r}; wanted: a text with the"
            f" SHA-256 {source.sha256}, by whose paragraphs citations count"
        )
    places = [i for i in range(len(text)) if first and text.startswith(first, i)]
    if len(places) != 1:
        times = f"{len(places)} times" if places else "not"
        raise DocumentError(
            f"{first!r} is {times} in paragraph {paragraph} of {source.id!r}; wanted: words that are once"
        )
    start = places[0]
    end = start + len(first)
    if last is not None:
        at = text.find(last, start)
        if at < 0 or not last:
            raise DocumentError(f"{last!r} does not follow {first!r} in paragraph {paragraph} of {source.id!r}")
        end = max(end, at + len(last))
    passage = text[start:end]
    return Citation(
        source=source,
        paragraph=paragraph,
        start=start,
        end=end,
        digest=digest(passage),
        opening=_opening(passage),
    )


def _opening(passage: str) -> str:
    """Take the first words of a passage, four at most, or eight characters where words are not spaced."""
    words = " ".join(passage.split()[:4])
    return words[:8].rstrip() if any(east_asian_width(c) in "WF" for c in words) else words

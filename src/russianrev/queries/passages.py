"""The documents that a user holds, the passages in them, and the check of citations against them.

A document's paragraph n is its n-th non-blank line, from 1; a passage is a stretch of a paragraph's characters.
A text is known by its content, never by its file's name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

from attrs import field, frozen

from russianrev.errors import DocumentError
from russianrev.records.model import Citation, Source

DOCUMENTS_VARIABLE = "RUSSIANREV_DOCUMENTS"
"""The environment variable that names the folder of documents, where no folder is given."""

_LIKE = 0.5  # how alike two lists of paragraph lengths must be for one to count as an altered copy of the other


def folder_of_documents() -> str | None:
    """Read from the environment which folder of documents the user has named, if any."""
    return os.environ.get(DOCUMENTS_VARIABLE) or None


def digest(passage: str) -> str:
    """Compute what a citation keeps of a passage: 16 hex digits of its SHA-256.

    >>> digest("Петроград")
    '4e2cdb516bbf242b'
    """
    return sha256(passage.encode()).hexdigest()[:16]


@frozen
class Document:
    """A text that a user holds."""

    path: Path
    sha256: str
    paragraphs: tuple[str, ...] = field(repr=False)

    @classmethod
    def open(cls, path: Path) -> Document:
        """Read a text file in UTF-8. Raises `UnicodeDecodeError` if it is in another encoding."""
        content = path.read_bytes()
        lines = content.decode("utf-8").split("\n")
        return cls(path, sha256(content).hexdigest(), tuple(line for line in lines if line.strip()))

    def text(self, citation: Citation) -> str | None:
        """Read what stands at a citation's place; None if there is no such paragraph."""
        if citation.paragraph > len(self.paragraphs):
            return None
        return self.paragraphs[citation.paragraph - 1][citation.start : citation.end]


class Documents(Mapping[Source, Document]):
    """The documents found in a folder, by their source, which may be given by its id.

    A text that is a source's to the letter is known by its digest; an altered copy by the lengths of its
    paragraphs, so that what still holds of it can be read. `missing` are the sources that no text is like.

    A check must read every file. To show passages again and again, `reread=False` reads a folder's files only if they
    are others than the last time, by their names, sizes and times of change.
    """

    def __init__(self, folder: str | os.PathLike[str], sources: Iterable[Source], *, reread: bool = True) -> None:
        self.folder = Path(folder)
        if not self.folder.is_dir():
            raise NotADirectoryError(f"no folder of documents at {str(folder)!r}")
        files = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        texts = _read(files) if reread else _read_once(tuple(map(_stamp, files)))
        self._sources = {source.id: source for source in sources}
        self._found: dict[Source, Document] = {}
        by_digest = {text.sha256: text for text in texts}
        unmatched = []
        for source in self._sources.values():
            if source.sha256 in by_digest:
                self._found[source] = by_digest[source.sha256]
            else:
                unmatched.append(source)
        spare = [text for text in texts if text not in self._found.values()]
        for source in unmatched:
            likeness, nearest = max(
                ((_measure_likeness(source, t), t) for t in spare), key=lambda p: p[0], default=(0, None)
            )
            if nearest and likeness >= _LIKE:
                self._found[source] = nearest
        self.missing: tuple[Source, ...] = tuple(s for s in unmatched if s not in self._found)

    def __getitem__(self, source: Source | str) -> Document:
        sought = source if isinstance(source, Source) else self._sources.get(source)
        if sought is None:
            raise DocumentError(f"no source {source!r}; wanted: one of {', '.join(self._sources)}")
        if sought not in self._found:
            raise DocumentError(
                f"no text of {sought.id!r} in {str(self.folder)!r}; wanted: a text of {sought.length} characters in"
                f" {len(sought.paragraphs)} paragraphs with the SHA-256 {sought.sha256}"
            )
        return self._found[sought]

    def __iter__(self) -> Iterator[Source]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def read(self, citation: Citation) -> str:
        """Read the passage that a citation cites.

        Raises `DocumentError` if the document is not here, or what stands there is not what was cited.
        """
        document = self[citation.source]
        text = document.text(citation)
        problem = _find_problem(citation, text)
        if problem or text is None:
            raise DocumentError(
                f"{citation.locator}: {problem} in {str(document.path)!r}; wanted: a passage of"
                f" {citation.end - citation.start} characters with the digest {citation.digest} at"
                f" {citation.paragraph}:{citation.start}-{citation.end}"
            )
        return text

    def __repr__(self) -> str:
        return f"<Documents in {str(self.folder)!r}: {', '.join(source.id for source in self) or 'none'}>"


def _read(files: Iterable[Path]) -> tuple[Document, ...]:
    texts = []
    for path in files:
        try:
            texts.append(Document.open(path))
        except UnicodeDecodeError:
            continue  # a picture, a PDF: not a text that could be cited
    return tuple(texts)


class _Stamped(NamedTuple):
    """Tell a file, and the state it is in, without reading it."""

    path: Path
    size: int
    changed: int


def _stamp(path: Path) -> _Stamped:
    status = path.stat()
    return _Stamped(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=1)  # a user has one folder of documents, whose texts are kept in memory
def _read_once(files: tuple[_Stamped, ...]) -> tuple[Document, ...]:
    return _read(file.path for file in files)


def _measure_likeness(source: Source, text: Document) -> float:
    return SequenceMatcher(None, source.paragraphs, [len(p) for p in text.paragraphs], autojunk=False).ratio()


class Problem(StrEnum):
    """Why a citation does not hold."""

    NO_DOCUMENT = "document not found"
    NO_PARAGRAPH = "paragraph missing"
    DIFFERS = "text differs"


def _find_problem(citation: Citation, text: str | None) -> Problem | None:
    if text is None:
        return Problem.NO_PARAGRAPH
    return None if digest(text) == citation.digest else Problem.DIFFERS


@frozen
class Failure:
    """A citation that does not hold, and whose it is: a statement's id, or `skipped`."""

    citation: Citation
    owner: str
    problem: Problem

    def __str__(self) -> str:
        return f"{self.owner}: {self.problem}: {self.citation.locator}"


@frozen
class Verification:
    """What came of checking citations: how many were `checked`, and the `failures`. True if all hold."""

    checked: int
    failures: tuple[Failure, ...]

    @property
    def held(self) -> int:
        """How many citations hold."""
        return self.checked - len(self.failures)

    def __bool__(self) -> bool:
        return not self.failures

    def __str__(self) -> str:
        return "\n".join([f"{self.held} of {self.checked} citations hold", *map(str, self.failures)])


def verify(citations: Iterable[tuple[str, Citation]], documents: Documents) -> Verification:
    """Check citations, each with its owner, against the documents."""
    checked, failures = 0, []
    for owner, citation in citations:
        checked += 1
        if citation.source in documents:
            problem = _find_problem(citation, documents[citation.source].text(citation))
        else:
            problem = Problem.NO_DOCUMENT
        if problem:
            failures.append(Failure(citation, owner, problem))
    return Verification(checked, tuple(failures))


@frozen
class Gap:
    """A stretch of a document that no statement cites and that is not skipped; `text` is what stands there."""

    source: Source
    paragraph: int
    start: int
    end: int
    text: str


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


def cite(source: Source, document: Document, paragraph: int, first: str, last: str | None = None) -> Citation:
    """Make the citation of the passage that begins with the words `first` and ends with the words `last`.

    Without `last` the passage is `first` itself. Raises `DocumentError` if the paragraph is not there, or the
    words are not in it, or could begin in two places.
    """
    if not 1 <= paragraph <= len(document.paragraphs):
        raise DocumentError(f"{source.id!r} has the paragraphs 1 to {len(document.paragraphs)}, not {paragraph}")
    text = document.paragraphs[paragraph - 1]
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
        opening=_take_opening(passage),
    )


def _take_opening(passage: str) -> str:
    """Take the first words of a passage, four at most, or eight characters where words are not spaced."""
    words = " ".join(passage.split()[:4])
    return words[:8].rstrip() if any(east_asian_width(c) in "WF" for c in words) else words

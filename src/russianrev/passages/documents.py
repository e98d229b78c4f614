"""The texts at hand: which source each text is, and what stands where a citation leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from attrs import evolve, frozen

from russianrev.errors import DocumentError
from russianrev.passages.copies import Copy, best_copy
from russianrev.passages.document import Document, digest
from russianrev.passages.files.folder import NO_FILES, Listing, read_texts
from russianrev.passages.files.passed_over import PassedOver, passed_over_lines
from russianrev.passages.store import DOCUMENTS_VARIABLE
from russianrev.passages.tracks.alignment import Verdict
from russianrev.passages.tracks.track import span_of, track_of
from russianrev.records.model import Citation, Source
from russianrev.text import table, wrap

TO_DO = f"name a folder of texts in {DOCUMENTS_VARIABLE}, or fetch what has an address: `russianrev documents get ID`"
"""What to do if a text is not at hand."""

_LIKE = 0.5  # how alike two lists of paragraph lengths must be for one to count as an altered copy of the other
_GOOD = 0.9  # the share of a document's fingerprints with which a text of its name need not be compared with others


class Problem(StrEnum):
    """Why a citation does not hold.

    The last two are told of copies that are found by their letters: the passage is there with other letters, or it is
    not there.
    """

    NO_DOCUMENT = "document not found"
    NO_PARAGRAPH = "paragraph missing"
    DIFFERS = "text differs"
    CHANGED = "changed"
    LOST = "lost"


@frozen
class Finding:
    """What stands where a citation leads; `problem` is what is wrong with it, if anything.

    `score`, of what is changed, is how likely a fingerprint of the passage is found in its place, from 0 to 1.
    """

    text: str | None
    problem: Problem | None = None
    score: float | None = None

    @property
    def note(self) -> str:
        """What is to be said beside the text: nothing, unless it is changed."""
        return "" if self.score is None else f"changed in this copy (score {self.score:.2f})"


@frozen
class _Found:
    """The text of a source, how well it matches, and where its passages are, if it is known by its letters."""

    document: Document
    match: float
    copy: Copy | None = None


class Documents(Mapping[Source, Document]):
    """The texts at hand in folders and files, by their source, which may be given by its id.

    A text that is a source's to the last byte is known by its digest, any other copy by the source's track: be it
    wrapped, quoted, encoded in another way, a page or a book. Where the data set has no track, as a user's own, an
    altered copy is known by the lengths of its paragraphs. A data set may have texts itself; these are always at hand.
    Of several, the very text is taken, or else the best copy. What is in no such place is in `missing`; what is no text
    is in `passed_over`, with the reason. Printed, they list all.

    Opening reads the files. Copies are looked for only when a source is asked for that is there neither to the last
    byte nor under its name, `<id>.txt`; then for all sources at once.
    """

    def __init__(self, sources: Iterable[Source], listing: Listing = NO_FILES) -> None:
        self.places: tuple[Path, ...] = listing.places
        texts, passed_over = read_texts(listing.files)
        self.passed_over: tuple[PassedOver, ...] = (*listing.passed_over, *passed_over)
        self._sources = {source.id: source for source in sources}
        self._texts = texts
        self._by_digest = {text.sha256: text for text in reversed(texts)}
        self._found: dict[str, _Found | None] = {}

    # Which text is whose.

    def __getitem__(self, source: Source | str) -> Document:
        known = self._source(source)
        if found := self._find(known):
            return found.document
        where = f" in {', '.join(repr(str(place)) for place in self.places)}" if self.places else ""
        raise DocumentError(
            f"no text of {known.id!r} is at hand{where}; wanted: a text of {known.length} characters in"
            f" {len(known.paragraphs)} paragraphs with the SHA-256 {known.sha256}, or any copy of it; {TO_DO}"
        )

    def __contains__(self, source: object) -> bool:
        known = self._sources.get(source.id if isinstance(source, Source) else source)  # type: ignore[call-overload]
        return known is not None and self._find(known) is not None

    def __iter__(self) -> Iterator[Source]:
        return filter(self._find, self._sources.values())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def missing(self) -> tuple[Source, ...]:
        """The sources of which no text is at hand."""
        return tuple(source for source in self._sources.values() if not self._find(source))

    def match(self, source: Source | str) -> float | None:
        """Tell how well the text of a source matches: 1 if it is the very text; None if none is at hand.

        Of another copy it is the share of the document's fingerprints that are found in their places; without a track,
        how alike the lengths of paragraphs are. Raises `DocumentError` for what is no source.
        """
        found = self._find(self._source(source))
        return found.match if found else None

    def path(self, source: Source | str) -> Path | None:
        """Tell where the text of a source is; None if none is at hand, or the data set has it itself."""
        found = self._find(self._source(source))
        return found.document.path if found else None

    def copy(self, source: Source | str) -> Copy | None:
        """Get the copy of a source that was found by its letters; None if the very text is here, or no text."""
        found = self._find(self._source(source))
        return found.copy if found else None

    def very_text(self, source: Source | str) -> Document | None:
        """Get the text that is a source's to the last byte, if it is at hand; no copies are looked for."""
        known = self._source(source)
        own = known.owner.look_up("text", known.id) if known.owner else None
        return self._by_digest.get(known.sha256) or (None if own is None else Document(None, known.sha256, own))

    def _source(self, source: Source | str) -> Source:
        known = self._sources.get(source.id if isinstance(source, Source) else source)
        if known is None:
            raise DocumentError(f"no source {source!r}; wanted: one of {', '.join(self._sources)}")
        return known

    def _find(self, source: Source) -> _Found | None:
        if source.id not in self._found:
            very = self.very_text(source)
            self._found[source.id] = _Found(very, 1.0) if very else self._find_copy(source)
        return self._found[source.id]

    def _find_copy(self, source: Source) -> _Found | None:
        track = track_of(source) if self._texts else None
        if track is None:
            digests = {each.sha256 for each in self._sources.values()}
            return _nearest(source, [text for text in self._texts if text.sha256 not in digests])
        named = best_copy(track, (text for text in self._texts if text.path and text.path.name == f"{source.id}.txt"))
        copy = named if named and named.alignment.share >= _GOOD else self._copies.get(source.id)
        return _Found(copy.document, copy.alignment.share, copy) if copy else None

    @cached_property
    def _copies(self) -> dict[str, Copy]:
        """The best copy of each source of which the very text is not here, by letters."""
        sought = [source for source in self._sources.values() if not self.very_text(source)]
        tracks = {source.id: track for source in sought if (track := track_of(source))}
        found: dict[str, Copy] = {}
        for text in self._texts:
            looked_at = evolve(text)  # what is made to look at it goes with it
            for id, track in tracks.items():
                best = found[id].alignment.share if id in found else 0.0
                if best < 1 and (alignment := looked_at.alignment(track)).holds and alignment.share > best:
                    found[id] = Copy(text, track, alignment)
        return found

    # What stands there.

    def look(self, citation: Citation) -> Finding:
        """Tell what stands where a citation leads, and whether that is what was cited."""
        found = self._find(self._source(citation.source))
        if found is None:
            return Finding(None, Problem.NO_DOCUMENT)
        if copy := found.copy:
            place = copy.place(span_of(citation))
            if place is None:
                return Finding(None, Problem.LOST)
            text = copy.passage(span_of(citation), place)
            same = place.verdict is Verdict.SAME
            return Finding(text) if same else Finding(text, Problem.CHANGED, place.score)
        stands = found.document.text(citation)
        if stands is None:
            return Finding(None, Problem.NO_PARAGRAPH)
        return Finding(stands, None if digest(stands) == citation.digest else Problem.DIFFERS)

    def read(self, citation: Citation) -> str:
        """Read the passage that a citation cites, as it stands in the user's copy.

        In a copy that is found by its letters it may have some others; `look` tells. Raises `DocumentError` if the
        document is not here, the passage is lost, or what stands in the very text is not what was cited.
        """
        document = self[citation.source]
        found = self.look(citation)
        if found.text is None or found.problem not in (None, Problem.CHANGED):
            raise DocumentError(
                f"{citation.locator}: {found.problem} in {document.where}; wanted: a passage of"
                f" {citation.end - citation.start} characters with the digest {citation.digest} at"
                f" {citation.span}"
            )
        return found.text

    def paragraph(self, source: Source | str, number: int) -> str | None:
        """Read a paragraph of a document, from 1; None if it is not at hand.

        Of a copy it is what stands from the first to the last of the paragraph's passages that are found.
        """
        found = self._find(self._source(source))
        if found is None:
            return None
        if found.copy:
            return found.copy.paragraph(number)
        return dict(enumerate(found.document.paragraphs, 1)).get(number)

    # Shown.

    def __str__(self) -> str:
        if not self._sources:
            return "no documents"
        rows = [(source.id, self._describe(source)) for source in self._sources.values()]
        lines = table(rows)
        if len(self.missing) == len(rows):
            lines += ["", *wrap(f"No text is at hand: {TO_DO}.")]
        if self.passed_over:
            lines += ["", "Passed over:", *passed_over_lines(self.passed_over)]
        return "\n".join(lines)

    def _describe(self, source: Source) -> str:
        found = self._find(source)
        if found is None:
            return "not at hand"
        where = found.document.path or "the data set itself"
        if found.copy:
            verdicts = {place.verdict for place in found.copy.alignment.places.values()}
            is_same = verdicts <= {Verdict.SAME}
            how = "the same letters" if is_same else f"{int(found.match * 100)} % of its fingerprints"
        else:
            how = "to the last byte" if found.document.sha256 == source.sha256 else "altered"
        return f"{how}: {where}"

    def __repr__(self) -> str:
        places = ", ".join(repr(str(place)) for place in self.places) or "no folder"
        return f"<Documents in {places}: {', '.join(source.id for source in self) or 'none'}>"


# Altered copies of a text that has no track.


def _nearest(source: Source, texts: Iterable[Document]) -> _Found | None:
    """Find the text that is most like a source by the lengths of its paragraphs; None if none is like it."""
    found = [_Found(text, likeness) for text in texts if (likeness := _likeness(source, text)) >= _LIKE]
    return max(found, key=lambda each: each.match, default=None)


def _likeness(source: Source, text: Document) -> float:
    return SequenceMatcher(None, source.paragraphs, [len(p) for p in text.paragraphs], autojunk=False).ratio()

"""Fetch documents from their addresses into the user's own store: those that are asked for, and never unasked.

What an address sends is kept only if it is the document, by its track; of a book, only the lines that hold it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from textwrap import shorten

from attrs import asdict, evolve, field, frozen

from russianrev.errors import MissingExtraError, UnreadableError
from russianrev.passages.document import Document
from russianrev.passages.fetching.excerpts import excerpt
from russianrev.passages.fetching.keeping import place, sweep, temporary, write
from russianrev.passages.fetching.obstacles import Failure, NotHadError, Obstacle, advice
from russianrev.passages.fetching.web import Limits, fetch
from russianrev.passages.store import STORE_VARIABLE, store
from russianrev.passages.tracks.alignment import Verdict
from russianrev.passages.tracks.track import Span, Track, track_of
from russianrev.records.model import Address, Source
from russianrev.text import counted, wrap

_LIMITS = Limits()
_SHOWN = 60  # characters of another text, by which a person sees what it is


@frozen
class Match:
    """How well a text matches a document: the share of its fingerprints, and how many passages are found, and how."""

    share: float
    same: int
    changed: int
    lost: int

    def __str__(self) -> str:
        """Write it as a clause.

        >>> str(Match(1.0, 63, 0, 0)), str(Match(0.98, 60, 2, 1))
        ('63 passages, all with the same letters', '63 passages: 60 with the same letters, 2 changed, 1 lost')
        """
        passages = counted(self.same + self.changed + self.lost, "passage")
        if not self.changed and not self.lost:
            return f"{passages}, all with the same letters"
        return f"{passages}: {self.same} with the same letters, {self.changed} changed, {self.lost} lost"


@frozen
class Receipt:
    """What was fetched, from where and when: kept beside the text, in a file `<source id>.json`.

    `url` is the address after redirects, `fetched` the time in UTC (ISO 8601), `sha256` and `size` are of the bytes
    that were sent, unpacked.
    """

    address: str
    url: str
    fetched: str
    sha256: str
    size: int
    share: float


@frozen
class Retrieval:
    """What came of getting a document. True if it is at hand.

    `path` is where it is kept; None if it is not, or the data set has it itself. `match` tells how well it matches, if
    that can be told. `receipt` is None if it was at hand already. `failures` are the addresses that failed, or what
    else was in the way.
    """

    source: Source
    is_at_hand: bool
    path: Path | None = None
    match: Match | None = None
    receipt: Receipt | None = None
    failures: tuple[Failure, ...] = ()

    def __bool__(self) -> bool:
        return self.is_at_hand

    def __str__(self) -> str:
        told = "fetched" if self.receipt else "already at hand" if self.is_at_hand else "not to be had"
        lines = wrap(f"{self.source.id}: {told}" + (f": {self.match}" if self.match else ""), rest="  ")
        lines += [f"  from {self.receipt.url}"] if self.receipt else []
        lines += [f"  in {self.path or 'the data set itself'}"] if self.is_at_hand else []
        return "\n".join([*lines, *map(str, self.failures)])


@frozen
class Retrievals:
    """What came of getting documents into a folder, one by one as they were asked for. True if all are at hand."""

    folder: Path
    retrievals: tuple[Retrieval, ...]

    def __bool__(self) -> bool:
        return all(self.retrievals)

    def __len__(self) -> int:
        return len(self.retrievals)

    def __iter__(self) -> Iterator[Retrieval]:
        return iter(self.retrievals)

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "no document has an address from which its text can be fetched"


def retrieve(sources: Iterable[Source], folder: Path | None = None, limits: Limits = _LIMITS) -> Retrievals:
    """Get the texts of sources from their addresses into a folder, or else into the user's own store.

    Raises `MissingExtraError` without the extra `documents`.
    """
    kept = folder or store()
    if kept is None:
        raise MissingExtraError(
            f"wanted: a folder for the texts, as an argument or in {STORE_VARIABLE}; to have them in your data folder,"
            " install what knows where that is: pip install 'russianrev[documents]'"
        )
    sweep(kept)
    run = _Run(kept, limits)
    return Retrievals(kept, tuple(map(run.get, dict.fromkeys(sources))))


@frozen
class _Fetched:
    """What an address sent, read."""

    document: Document
    url: str
    sha256: str
    size: int


@frozen
class _Run:
    """One run, in which no address is asked twice."""

    folder: Path
    limits: Limits
    _fetched: dict[str, _Fetched | NotHadError] = field(factory=dict, init=False)

    def get(self, source: Source) -> Retrieval:
        """Get a document: see whether it is there, or else ask its addresses one after the other."""
        if source.owner and source.owner.look_up("text", source.id) is not None:
            return Retrieval(source, True)
        name = self.folder / f"{source.id}.txt"
        if os.path.lexists(name):
            return self._held(source, name)
        failures = [] if source.addresses else [self._failure(source, Obstacle.NO_ADDRESS)]
        for address in source.addresses:
            try:
                return evolve(self._get_from(address, source, name), failures=tuple(failures))
            except NotHadError as error:
                failures.append(self._failure(source, error.obstacle, error.detail, address.url))
            except OSError as error:
                failures.append(self._failure(source, Obstacle.NOT_WRITABLE, str(error)))
                break
        return Retrieval(source, False, failures=tuple(failures))

    def _held(self, source: Source, name: Path) -> Retrieval:
        """Tell of the file that has a document's name, which stays, what is in it."""
        try:
            match = _match(source, Document.open(name))
        except (NotHadError, UnreadableError, OSError) as error:
            reason = error.detail if isinstance(error, NotHadError) else str(error)
            failure = self._failure(source, Obstacle.IN_THE_WAY, f"{name}: {reason}")
            return Retrieval(source, False, failures=(failure,))
        return Retrieval(source, True, name, match)

    def _get_from(self, address: Address, source: Source, name: Path) -> Retrieval:
        """Get a document from an address. Raises `NotHadError` and `OSError`."""
        if not address.has_text:
            raise NotHadError(Obstacle.NO_TEXT, address.holds)
        found = self._fetch(address.url, source.id)
        match = _match(source, found.document)
        text = _part(source, found.document)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        share = match.share if match else 1.0
        receipt = Receipt(address.url, found.url, now, found.sha256, found.size, share)
        with temporary(self.folder) as kept, temporary(self.folder) as note:
            write(kept, text.encode())
            write(note, (json.dumps(asdict(receipt), ensure_ascii=False, indent=2) + "\n").encode())
            if not place(kept, name):
                return self._held(source, name)  # another run was quicker
            note.replace(name.with_suffix(".json"))
        return Retrieval(source, True, name, match, receipt)

    def _fetch(self, url: str, id: str) -> _Fetched:
        """Fetch and read what is at an address, once. Raises `NotHadError` and `OSError`."""
        page = url.partition("#")[0]
        if page not in self._fetched:
            try:
                self._fetched[page] = self._read(page, id)
            except NotHadError as error:
                self._fetched[page] = error
        found = self._fetched[page]
        if isinstance(found, NotHadError):
            raise found
        return found

    def _read(self, url: str, id: str) -> _Fetched:
        with temporary(self.folder) as path:  # first, so that nothing is fetched that could not be kept
            sent = fetch(url, self.limits, id)
            write(path, sent.in_utf8)
            try:
                document = Document.open(path)
            except UnreadableError as error:
                raise NotHadError(Obstacle.UNREADABLE, f"{error}; sent as {sent.media_type or 'nothing'}") from error
        return _Fetched(document, sent.url, sha256(sent.content).hexdigest(), len(sent.content))

    def _failure(self, source: Source, obstacle: Obstacle, detail: str = "", address: str | None = None) -> Failure:
        shown = "".join(letter if letter.isprintable() else " " for letter in detail)  # a server may have sent controls
        return Failure(obstacle, shown, address, advice(obstacle, str(self.folder), _describe(source)))


def _match(source: Source, document: Document) -> Match | None:
    """Tell how well a text matches a document; None if it is the very text of one that has no track.

    Raises `NotHadError` if it is another text, or cannot be told from one.
    """
    track = track_of(source)
    is_very_text = document.sha256 == source.sha256
    if track is None:
        if not is_very_text:
            raise NotHadError(Obstacle.NO_TRACK)
        return None
    alignment = document.alignment(track)
    if not alignment.holds and not is_very_text:
        begins = shorten(document.content, _SHOWN, placeholder=" …")
        share = f"it has {int(alignment.share * 100)} % of its fingerprints"
        raise NotHadError(Obstacle.ANOTHER_TEXT, f"{share}, and begins “{begins}”")
    verdicts = Counter(each.verdict for each in alignment.places.values())
    return Match(alignment.share, verdicts[Verdict.SAME], verdicts[Verdict.CHANGED], verdicts[Verdict.LOST])


def _part(source: Source, document: Document) -> str:
    """Take of a text what holds a document, if all that is found in the whole is found there too; or else the whole."""
    track = track_of(source)
    if track is None or document.sha256 == source.sha256:
        return document.content
    text = excerpt(document, track)
    part = Document(None, "", text)
    has_all = all(
        _found(document, track, *verdicts) <= _found(part, track, *verdicts)
        for verdicts in ((Verdict.SAME,), (Verdict.SAME, Verdict.CHANGED))
    )
    return text if part.alignment(track).holds and has_all else document.content


def _found(document: Document, track: Track, *verdicts: Verdict) -> set[Span]:
    """Tell of which passages a text has what is called one of these."""
    return {span for span, found in document.alignment(track).places.items() if found.verdict in verdicts}


def _describe(source: Source) -> str:
    """Write who wrote what, where it stands, and when: as one asks for it."""
    people = " and ".join(person.label for person in source.authors)
    work, date = source.work.label if source.work else "", str(source.date or "")
    parts = (people, f"“{source.title}”", work, source.container, source.publisher, date)
    return ", ".join(filter(None, parts))

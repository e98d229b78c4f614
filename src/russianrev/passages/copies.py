"""A copy of a document: a text in which the document's passages are found by their letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from russianrev.passages.alignment import Alignment, Place, Verdict
from russianrev.passages.document import Document
from russianrev.passages.track import Span, Track


@frozen
class Copy:
    """A text, the track of a document that it has, and where it has the document's passages."""

    document: Document
    track: Track
    alignment: Alignment

    def place(self, span: Span) -> Place | None:
        """Where a passage is; None if it is lost, or the track does not have it."""
        place = self.alignment.places.get(span)
        return None if place is None or place.verdict is Verdict.LOST else place

    def passage(self, span: Span, place: Place) -> str:
        """What stands at a passage's place."""
        return self.document.passage(place, self.track.traces[span])

    def bare(self, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
        """Tell which of the copy's letters none of these passages has, though they are of the document.

        What is bare is told from the track, where it is in the copy from the passages that stand next to it.
        """
        traces = sorted((self.track.traces[span][:2], self.place(span)) for span in spans if span in self.track.traces)
        reached, end_in_copy = 0, 0
        first = next((place.start - start for (start, _), place in traces if place), 0)
        for (start, end), place in traces:
            if start > reached and place and end_in_copy is not None:
                yield (end_in_copy if reached else max(first, 0)), place.start
            if end > reached:
                reached, end_in_copy = end, (place.end if place else None)
        if reached < self.track.letters and end_in_copy is not None:
            yield end_in_copy, end_in_copy + self.track.letters - reached


def best_copy(track: Track, texts: Iterable[Document]) -> Copy | None:
    """Find the text that has the most of a document, by its track; None if none has enough of it."""
    copies = [Copy(text, track, alignment) for text in texts if (alignment := text.alignment(track)).holds]
    return max(copies, key=lambda copy: copy.alignment.share, default=None)

"""A copy of a document: a text in which the document's passages are found by their letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from russianrev.passages.document import Document
from russianrev.passages.tracks.alignment import Alignment, Place, Verdict
from russianrev.passages.tracks.track import Span, Trace, Track


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
        """Read what stands at a passage's place."""
        return self.document.passage(place, self.track.traces[span])

    def paragraph(self, number: int) -> str | None:
        """Read what stands from the first to the last of a paragraph's passages; None if none of them is found.

        One that is found far from the others, in a repetition of it, is left out.
        """
        traces = self.track.traces
        spans = [span for span in traces if span[0] == number and self.place(span)]
        shifts = {span: self.alignment.places[span].start - traces[span].start for span in spans}
        if not spans:
            return None
        middle = sorted(shifts.values())[len(shifts) // 2]
        length = max(traces[span].end for span in spans) - min(traces[span].start for span in spans)
        near = [span for span in spans if abs(shifts[span] - middle) <= length]
        first = min(near, key=lambda span: self.alignment.places[span].start)
        last = max(near, key=lambda span: self.alignment.places[span].end)
        start, end = self.alignment.places[first].start, self.alignment.places[last].end
        trace = Trace(start, end, traces[first].before, traces[last].after, "")
        return self.document.passage(Place(Verdict.SAME, 1.0, start, end), trace)

    def bare(self, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
        """Tell which of the copy's letters, from one to another, none of these passages has, though the document does.

        What is bare is known from the track, and where it is in the copy from the passages next to it, if it has them.
        """
        placed = [(self.track.traces[span], self.place(span)) for span in spans if span in self.track.traces]
        reached, last = 0, None  # up to which letter of the document all was looked at, and what has that letter
        for trace, place in sorted(placed, key=lambda pair: pair[0][:2]):
            bare = trace.start - reached
            if bare > 0 and place and (last or not reached):
                start = last.end if last else max(place.start - bare, 0)
                if start < place.start <= start + 2 * bare:
                    yield start, place.start
            if trace.end > reached:
                reached, last = trace.end, place
        if last and reached < self.track.letters:
            yield last.end, last.end + self.track.letters - reached


def best_copy(track: Track, texts: Iterable[Document]) -> Copy | None:
    """Find the text that has the most of a document, by its track; None if none has enough of it."""
    copies = [Copy(text, track, alignment) for text in texts if (alignment := text.alignment(track)).holds]
    return max(copies, key=lambda copy: copy.alignment.share, default=None)

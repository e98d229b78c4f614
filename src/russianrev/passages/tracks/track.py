"""A document's track: what finds its passages in any copy, and is too thin to tell what they say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from attrs import frozen

from russianrev.passages.tracks.fingerprints import Fingerprint, Grain, fingerprints, grain_of
from russianrev.passages.tracks.letters import digest_letters, letters
from russianrev.records.model import Citation, Source

Span = tuple[int, int, int]
"""A citation's place in the editors' copy: paragraph, first character, and the one after the last."""


class Trace(NamedTuple):
    """What a track keeps of a passage: its letters' place in the document, and their digest.

    `before` and `after` are how many characters of the passage stand before its first letter and after its last.
    """

    start: int
    end: int
    before: int
    after: int
    digest: str


@frozen
class Track:
    """How many letters a document has, fingerprints of them, and each cited passage's trace."""

    letters: int
    grain: Grain
    fingerprints: tuple[Fingerprint, ...]
    traces: Mapping[Span, Trace]

    def __hash__(self) -> int:
        return hash(self.fingerprints)


def make_track(paragraphs: Sequence[str], spans: Iterable[Span]) -> Track:
    """Make the track of a document, for the passages at these places in its paragraphs."""
    found = letters("\n".join(paragraphs))
    starts = [0, *accumulate(len(paragraph) + 1 for paragraph in paragraphs)]
    traces = {}
    for paragraph, start, end in sorted(set(spans)):
        at = starts[paragraph - 1]
        first, last = found.place(at + start), found.place(at + end)
        inner = found.span(first, last) if first < last else (at + end, at + end)
        digest = digest_letters(found.text[first:last])
        traces[paragraph, start, end] = Trace(first, last, inner[0] - at - start, at + end - inner[1], digest)
    grain = grain_of(found.text)
    return Track(len(found), grain, tuple(fingerprints(found.text, grain)), traces)


def span_of(citation: Citation) -> Span:
    """Tell a citation's place."""
    return citation.paragraph, citation.start, citation.end


def citations_of(source: Source) -> Iterator[Citation]:
    """Tell every citation of a source: of its statements, and of what is skipped."""
    for statement in source.statements:
        yield statement.citation
    for skipped in source.skipped:
        yield skipped.citation


def track_of(source: Source) -> Track | None:
    """Look up a source's track in the data set that it belongs to; None if that has none."""
    plain = source.owner.look_up("track", source.id) if source.owner else None
    return None if plain is None else read_track(plain)


def read_track(plain: Mapping[str, Any]) -> Track:
    """Read a track from the plain form in which it is kept."""
    places = accumulate(plain["gaps"])
    values = bytes.fromhex(plain["fingerprints"])
    traces: dict[Span, Trace] = {}
    start = 0
    for paragraph, first, length, gap, size, before, after, digest in plain["passages"]:
        start += gap
        traces[paragraph, first, first + length] = Trace(start, start + size, before, after, digest)
    chosen = tuple(map(Fingerprint, places, values))
    return Track(plain["letters"], Grain(plain["gram"], plain["window"]), chosen, traces)


def plain_track(track: Track) -> dict[str, Any]:
    """Write a track in plain numbers: of places the distances, which are smaller."""
    places = [0, *(each.at for each in track.fingerprints)]
    starts = [0, *(trace.start for trace in track.traces.values())]
    return {
        "letters": track.letters,
        "gram": track.grain.gram,
        "window": track.grain.window,
        "gaps": [later - earlier for earlier, later in pairwise(places)],
        "fingerprints": bytes(each.value for each in track.fingerprints).hex(),
        "passages": [
            [
                paragraph,
                first,
                end - first,
                start - previous,
                trace.end - start,
                trace.before,
                trace.after,
                trace.digest,
            ]
            for (previous, start), ((paragraph, first, end), trace) in zip(
                pairwise(starts), track.traces.items(), strict=True
            )
        ],
    }


def written_track(track: Track) -> str:
    """Write a track as a file has it: JSON with a passage a line, in the order of the document."""
    head = plain_track(track)
    passages = head.pop("passages")
    lines = [f'"{key}": {json.dumps(value, separators=(",", ":"))},' for key, value in head.items()]
    rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in passages)
    return "\n".join(["{", *lines, '"passages": [', rows, "]", "}", ""])

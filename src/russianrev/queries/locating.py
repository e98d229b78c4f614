"""Citations by how they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from russianrev.errors import UnknownNameError
from russianrev.records.model import Citation, Source

_PLACE = re.compile(
    r"(?:¶ ?|(?<= ))(?P<paragraph>[0-9]{1,9})"
    r"(?: ?(?::|(?P<open>\[)) ?(?P<start>[0-9]{1,9}) ?[-‐‑‒–—−] ?(?P<end>[0-9]{1,9})(?(open) ?\]))?"
    r"(?= ?[“\"]| ?\Z)"
)
"""The place after the source, where blanks are single: `¶26 [120–164]`, `26:120-164`, or a paragraph alone."""

_LONGEST = 300
"""Of what may be the name of a source, in characters."""


def citation(find: Callable[[str], Source], text: str) -> Citation:
    """Find the citation that is written so: what `Corpus.citation` answers with."""
    if not isinstance(text, str):
        raise TypeError(f"wanted: a citation as it is written, not {type(text).__name__}")
    written = " ".join(text.split())
    match = _PLACE.search(written)
    name = written[: match.start()].rstrip() if match else ""
    if not match or not 0 < len(name) <= _LONGEST:
        raise ValueError(
            "wanted: a citation with its source, paragraph and characters, such as 'figes-notes ¶26 [120–164]', not "
            + (repr(text) if len(text) <= _LONGEST else f"{text[:_LONGEST]!r} …")
        )
    source, paragraph = find(name), int(match["paragraph"])
    everything = (*(statement.citation for statement in source.statements), *(each.citation for each in source.skipped))
    cited = dict.fromkeys(each for each in everything if each.paragraph == paragraph)
    if match["start"] is None:
        raise _unknown(
            f"{source.id} ¶{paragraph} is a whole paragraph, and a citation is of some characters", source, cited
        )
    start, end = int(match["start"]), int(match["end"])
    found = next((each for each in cited if (each.start, each.end) == (start, end)), None)
    if found is None:
        near = sorted(cited, key=lambda each: abs(each.start - start) + abs(each.end - end))
        raise _unknown(f"no passage is cited as {source.id} ¶{paragraph} [{start}–{end}]", source, near)
    return found


def _unknown(what: str, source: Source, cited: Iterable[Citation]) -> UnknownNameError:
    """Say what is not there, and what is: the passages that are cited in the paragraph, those that are meant first."""
    suggestions = [each.place for each in cited]
    if not suggestions:
        return UnknownNameError(f"{what}; nothing of that paragraph is cited, of 1 to {len(source.paragraphs)}")
    return UnknownNameError(f"{what}; did you mean {' or '.join(suggestions[:3])}?", suggestions)

"""Citations by how they are written."""

from __future__ import annotations

import re
from collections.abc import Callable

from russianrev.errors import UnknownNameError
from russianrev.records.model import Citation, Source

_WRITTEN = re.compile(
    r"\s*(\S.*?)\s*¶?\s*([0-9]{1,9})\s*[:[]\s*([0-9]{1,9})\s*[–-]\s*([0-9]{1,9})\]?\s*(?:“.*)?", re.DOTALL
)


def citation(find: Callable[[str], Source], text: str) -> Citation:
    """Find the citation that is written so: what `Corpus.citation` answers with."""
    match = _WRITTEN.fullmatch(text)
    if not match:
        raise ValueError(
            f"wanted: a citation with its source, paragraph and characters, such as 'figes-notes ¶26 [120–164]', not {text!r}"
        )
    source = find(match[1])
    paragraph, start, end = map(int, match.groups()[1:])
    cited = [statement.citation for statement in source.statements] + [each.citation for each in source.skipped]
    near = [each for each in cited if each.paragraph == paragraph]
    found = next((each for each in near if (each.start, each.end) == (start, end)), None)
    if found is None:
        overlapping = [each.place for each in near if each.start < end and start < each.end]
        hint = f"; did you mean {' or '.join(overlapping[:3])}?" if overlapping else ""
        raise UnknownNameError(f"no passage is cited as {source.id} ¶{paragraph} [{start}–{end}]{hint}", overlapping)
    return found

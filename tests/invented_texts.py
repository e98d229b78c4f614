"""Documents of invented words, to be found in copies: `from invented_texts import ...`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from random import Random

from factories import facts_of, write_documents, write_json

from russianrev.cli import main
from russianrev.dataset import Dataset, load
from russianrev.passages.document import digest
from russianrev.passages.tracks.alignment import Alignment, align
from russianrev.passages.tracks.fingerprints import fingerprinted
from russianrev.passages.tracks.letters import letters
from russianrev.passages.tracks.track import Span, Track, make_track

_SYLLABLES = ["bo", "ge", "da", "zhi", "lo", "mu", "né", "pra", "ri", "su", "ta", "vo", "ška", "ýn", "öl"]
_IDEOGRAPHS = [chr(0x4E00 + number) for number in range(800)]


def invented(seed: int, sentences: int = 60, *, chinese: bool = False) -> list[str]:
    """The paragraphs of an invented document, five sentences in each."""
    random = Random(seed)

    def word() -> str:
        return "".join(random.choices(_IDEOGRAPHS if chinese else _SYLLABLES, k=random.randint(1, 4)))

    def sentence() -> str:
        words = [word() for _ in range(random.randint(2, 14))]
        words[0] = f"“{words[0].capitalize()}”" if random.random() < 0.2 else words[0].capitalize()
        return ("".join(words) + "。") if chinese else (" ".join(words) + random.choice((".", "!”", "…")))

    made = [sentence() for _ in range(sentences)]
    between = "" if chinese else " "
    return [between.join(made[at : at + 5]) for at in range(0, sentences, 5)]


def noisy(text: str, share: float, seed: int) -> str:
    """A text in which a share of the letters is changed."""
    random = Random(seed)
    return "".join(random.choice("aeiou") if c.isalnum() and random.random() < share else c for c in text)


def spans(paragraphs: list[str]) -> list[Span]:
    """Where each sentence stands, in its paragraph."""
    return [
        (number, *match.span())
        for number, text in enumerate(paragraphs, 1)
        for match in re.finditer(r"\S.*?(?:[.!…。]”?(?=\s|$)|。)", text)
    ]


def tracked(paragraphs: list[str]) -> Track:
    """The track of a document with all its sentences."""
    return make_track(paragraphs, spans(paragraphs))


def aligned(paragraphs: list[str], copy: str) -> Alignment:
    """Where a copy has the sentences of a document."""
    track = tracked(paragraphs)
    return align(track, fingerprinted(letters(copy).text, track.grain))


def tracked_dataset(folder: Path, paragraphs: list[str], cited: list[Span] | None = None) -> Dataset:
    """A data set with one document, of whose sentences all are cited, or these, the last as skipped, and its track."""
    return _dataset(folder, {"invented": paragraphs}, {"invented": cited or spans(paragraphs)}, {})


def tracked_library(
    folder: Path, documents: Mapping[str, list[str]], addresses: Mapping[str, list[dict[str, str]]]
) -> Dataset:
    """A data set with documents, of which all sentences are cited, their tracks, and addresses of some."""
    return _dataset(folder, documents, {id: spans(paragraphs) for id, paragraphs in documents.items()}, addresses)


def _dataset(
    folder: Path,
    documents: Mapping[str, list[str]],
    cited: Mapping[str, list[Span]],
    addresses: Mapping[str, list[dict[str, str]]],
) -> Dataset:
    sources, statements = [], []
    texts = {id: "\n".join(paragraphs) + "\n" for id, paragraphs in documents.items()}
    for id, paragraphs in documents.items():
        *told, skipped = cited[id]
        statements += [
            {
                "id": f"{id}:{number}.{place + 1}",
                "text": f"Sentence {place}.",
                **_citation(paragraphs, (number, start, end)),
                "about": ["sentences"],
            }
            for place, (number, start, end) in enumerate(told)
        ]
        source = {"id": id, "title": id.capitalize(), "kind": "notes", "language": "en", **facts_of(texts[id])}
        source["skipped"] = [{**_citation(paragraphs, skipped), "reason": "heading"}]
        sources.append(source | {"addresses": addresses.get(id, [])})
    idea = {"id": "sentences", "name": "sentences", "kind": "concept"}
    (folder / "data").mkdir(parents=True, exist_ok=True)
    write_json(folder / "data" / "all.json", {"source": sources, "idea": [idea], "statement": statements})
    write_documents(folder / "texts", texts)
    assert main(["track", str(folder / "texts"), "--data", str(folder / "data")]) == 0
    return load(folder / "data")


def _citation(paragraphs: list[str], span: Span) -> dict[str, str]:
    number, start, end = span
    passage = paragraphs[number - 1][start:end]
    return {"passage": f"{number}:{start}-{end} {digest(passage)}", "opening": " ".join(passage.split()[:4])}

"""The letters of a text: what two copies of it have in common, however they are set, wrapped, quoted or encoded."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from hashlib import sha256
from unicodedata import normalize

from attrs import field, frozen

_SIGNS = 12  # hexadecimal digits of a digest: by accident, two passages in 280 million millions have the same


class _Folds(dict[str, str]):
    """Keep the letters that each character stands for: none for a dash, two for “½”."""

    def __missing__(self, character: str) -> str:
        folded = normalize("NFKD", normalize("NFKD", character).casefold())
        found = self[character] = "".join(filter(str.isalnum, folded))
        return found


_folds = _Folds()


@frozen
class Letters:
    """The letters and digits of a text, in NFKD and case-folded, and where in it each stands.

    Marks are left out, so it is the same whether accents are composed or not; and so are blanks, quotation marks,
    dashes and all other punctuation.
    """

    text: str
    positions: array[int] = field(repr=False)

    def __len__(self) -> int:
        return len(self.text)

    def place(self, position: int) -> int:
        """How many letters stand before a position in the text."""
        return bisect_left(self.positions, position)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text the letters from one to another begin and end; both ends exclude the last."""
        if start >= end:  # no letters: what stands between two
            before = self.positions[start - 1] + 1 if start else 0
            return before, self.positions[start] if start < len(self) else before
        return self.positions[start], self.positions[end - 1] + 1


def fold(text: str) -> str:
    """Find the letters of a text, where it does not matter where they stand.

    >>> fold("«Đi!» — ½ Ёлки")
    'đi12елки'
    """
    return "".join(map(_folds.__getitem__, text))


def letters(text: str) -> Letters:
    """Find the letters of a text.

    >>> letters("«Đi!» — ½ Ёлки").text
    'đi12елки'
    """
    folded = [*map(_folds.__getitem__, text)]
    positions = array("L", [place for place, fold in enumerate(folded) for _ in fold])
    return Letters("".join(folded), positions)


def digest_letters(letters: str) -> str:
    """Make what a track keeps of a passage: 12 hex digits of the SHA-256 of its letters.

    >>> digest_letters("петроград")
    'f28d6b7406ee'
    """
    return sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()[:_SIGNS]

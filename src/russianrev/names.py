"""Names in any script, and the folding under which two spellings count as one."""

from __future__ import annotations

import unicodedata

# Letters that are not an accented form of another in Unicode, but that a reader types as one.
_PLAIN = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ь": "", "ъ": ""})


def fold(text: str) -> str:
    """The form of a name in which case, accents, punctuation and spacing no longer count.

    Used to look names up: an initial's dot or a hyphen makes no difference, nor does the Russian soft sign.
    Letters of every script are kept.

    >>> fold("Sergei M. Kirov") == fold("SERGEI M KIROV")
    True
    >>> fold("Tsérételli"), fold("Lê-nin"), fold("托洛茨基"), fold("Тро́цкий")
    ('tseretelli', 'lenin', '托洛茨基', 'троцкии')
    """
    return "".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text, in order; each run of letters and digits is a word.

    >>> words("Trotsky’s “Left Opposition”, 1923")
    ['trotsky', 's', 'left', 'opposition', '1923']
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)
    return "".join(c if c.isalnum() else " " for c in plain).split()

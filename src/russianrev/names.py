"""Names in any script, and the folding under which two spellings count as one."""

from __future__ import annotations

import re
import unicodedata

# Letters that are not an accented form of another in Unicode, but that a reader types as one.
_PLAIN = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ь": "", "ъ": ""})


_SURROUNDINGS = re.compile(r"^(?:the|an?)\s+|(?:['’]s|(?<=s)['’])$", re.IGNORECASE)


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


def bare(text: str) -> str:
    """A name without an English article before it and without a possessive ending.

    >>> bare("the Politburo"), bare("Trotsky’s"), bare("the workers’")
    ('Politburo', 'Trotsky', 'workers')
    """
    return _SURROUNDINGS.sub("", text.strip())


def words(text: str) -> list[str]:
    """The folded words of a text, in order; each run of letters and digits is a word.

    >>> words("Trotsky’s “Left Opposition”, 1923")
    ['trotsky', 's', 'left', 'opposition', '1923']
    """
    lower = _unaccented(text).casefold()  # in this order, for what "𝐀" stands for has a case of its own
    plain = _unaccented(lower).translate(_PLAIN)
    return "".join(c if c.isalnum() else " " for c in plain).split()


def _unaccented(text: str) -> str:
    """The text without accents, and with compatible forms of a letter made the letter itself."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))

"""Names in any script, and the folding under which two spellings count as one."""

from __future__ import annotations

import re
import unicodedata

# Letters that are not an accented form of another in Unicode, but that a reader types as one.
_PLAIN = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ь": "", "ъ": ""})


_SEPARATORS = {code: " " for code in range(128) if not chr(code).isalnum()}

# How Russian names are spelled in Latin letters: each rule makes one of what English, French, German and the
# systems of libraries and gazetteers write for a sound. Consonants of a kind (kh, ch, sh; ts, z, s) are not told apart.
_SPELLINGS = [
    (re.compile(pattern), one)
    for pattern, one in (
        ("s?ch?tsch|shtch|shch|stch|t?sch|tch|ch|sh|kh|h|x", "h"),
        ("t[sz]|c|z", "s"),
        ("ou|oo", "u"),
        ("[wf]", "v"),
        ("[yij]o", "e"),
        ("[yij]+(?=[aeou])", ""),
        ("[yij]+", "i"),
        (r"(?<=[^aeiou])e\b", ""),
        (r"(.)\1+", r"\1"),
    )
]
_HACEKS = str.maketrans({"č": "ch", "š": "sh", "ž": "zh", "ʹ": "", "ʺ": ""})

_SURROUNDINGS = re.compile(r"^(?:the|an?)\s+|(?:['’]s|(?<=s)['’])$", re.IGNORECASE)


def fold(text: str) -> str:
    """Fold a name into a form in which case, accents, punctuation and spacing no longer count.

    Used to look names up: an initial's dot or a hyphen makes no difference, nor does the Russian soft sign.
    Letters of every script are kept.

    >>> fold("Sergei M. Kirov") == fold("SERGEI M KIROV")
    True
    >>> fold("Tsérételli"), fold("Lê-nin"), fold("托洛茨基"), fold("Тро́цкий")
    ('tseretelli', 'lenin', '托洛茨基', 'троцкии')
    """
    return "".join(words(text))


def romanised(text: str) -> str:
    """Make a key that is the same however a Russian name is spelled in Latin letters, and rarely that of another name.

    >>> romanised("Trotsky") == romanised("Trotskii") == romanised("Trotzki") == romanised("Trockij")
    True
    >>> romanised("Bukharin") == romanised("Boukharine") == romanised("Bucharin")
    True
    """
    key = fold(unicodedata.normalize("NFC", text).casefold().translate(_HACEKS))
    for spelling, one in _SPELLINGS:
        key = spelling.sub(one, key)
    return key


def bare(text: str) -> str:
    """Strip a name of an English article before it and of a possessive ending.

    >>> bare("the Politburo"), bare("Trotsky’s"), bare("the workers’")
    ('Politburo', 'Trotsky', 'workers')
    """
    return _SURROUNDINGS.sub("", text.strip())


def words(text: str) -> list[str]:
    """Divide a text into its folded words, in order; each run of letters and digits is a word.

    >>> words("Trotsky’s “Left Opposition”, 1923")
    ['trotsky', 's', 'left', 'opposition', '1923']
    """
    if text.isascii():  # as most texts are, and then it is quick
        return text.lower().translate(_SEPARATORS).split()
    lower = _strip_accents(text).casefold()  # in this order, for what "𝐀" stands for has a case of its own
    plain = _strip_accents(lower).translate(_PLAIN)
    return "".join(c if c.isalnum() else " " for c in plain).split()


def _strip_accents(text: str) -> str:
    """Strip a text of its accents, and make compatible forms of a letter the letter itself."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))

"""Names in any script, and the folding under which two spellings count as one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Letters that are not an accented form of another in Unicode, but that a reader types as one; and those that the reform
# of Russian spelling of 1918 did away with.
_PLAIN = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ь": "", "ъ": "", "ʹ": "", "ʺ": ""}
    | {"і": "и", "ѣ": "е", "ѳ": "ф", "ѵ": "и"}
)
_HAN = "\u4e00"  # the first Chinese character

_SEPARATORS = {code: " " for code in range(128) if not chr(code).isalnum()}

_SURROUNDINGS = re.compile(r"^(?:the|an?)\s+|(?:['’]s|(?<=s)['’])$", re.IGNORECASE)


def fold(text: str) -> str:
    """Fold a name into a form in which case, accents, punctuation and spacing no longer count.

    Used to look names up: an initial's dot or a hyphen makes no difference, nor does the Russian soft sign.
    Letters of every script are kept; Russian of before 1918 and traditional Chinese characters are as they are
    written today.

    >>> fold("Sergei M. Kirov") == fold("SERGEI M KIROV")
    True
    >>> fold("Tsérételli"), fold("Lê-nin"), fold("托洛茨基"), fold("Тро́цкий")
    ('tseretelli', 'lenin', '托洛茨基', 'троцкии')
    >>> fold("Троцкій") == fold("Троцкий"), fold("列寧") == fold("列宁")
    (True, True)
    """
    return "".join(words(text))


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
    if max(plain, default="") >= _HAN:
        from russianrev.han import SIMPLIFIED  # which most texts need not

        plain = plain.translate(SIMPLIFIED)
    return "".join(c if c.isalnum() else " " for c in plain).split()


# The first words for numbers, as names of congresses and rulers have them.
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth
первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый
четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый
"""


@cache
def _numbers() -> dict[str, str]:
    """Take the number that each word for one stands for."""
    return {word: str(at % 20 + 1) for at, word in enumerate(words(_ORDINALS))}


# Patterns are compiled when they are first used, for most names are found without them.
_TOKEN = r"\d+-[йяе]|[^\W_]+"
_ROMAN = r"(?:X{0,2}(?:IX|IV|VI{0,3}|I{1,3})|X{1,2})$"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ORDINAL = r"(\d+)(?:st|nd|rd|th|[ияе])$"


def numeral(word: str) -> str:
    """Read a word that numbers a ruler or a congress, as digits; empty if it is none.

    >>> [numeral(word) for word in ("II", "XIII", "2nd", "Second", "Второй", "1917", "VI", "Vi")]
    ['2', '13', '2', '2', '2', '1917', '6', '']
    """
    if re.match(_ROMAN, word):
        values = [_ROMAN_VALUES[letter] for letter in word]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return str(sum(-value if value < after else value for value, after in pairs))
    folded = fold(word)
    if match := re.match(_ORDINAL, folded):
        return match[1]
    return folded if folded.isdecimal() else _numbers().get(folded, "")


_OF = r"\s+[Oo]f\s+(?:the\s+)?"
_POSSESSIVE = r"['’]s\b|(?<=s)['’](?!\w)"


def loose(text: str) -> str:
    """Make a key that is the same for names that say the same in other words: plurals, numerals, “of”.

    >>> loose("Assassination of Stolypin") == loose("Stolypin's assassination")
    True
    >>> loose("12th party congress") == loose("XII Party Congress") == loose("the Twelfth party congress")
    True
    >>> loose("Nicholas II") == loose("Nicholas the Second") != loose("Nicholas I")
    True
    """
    plain = re.sub(_POSSESSIVE, "", bare(text))
    tokens = [token for part in reversed(re.split(_OF, plain)) for token in re.findall(_TOKEN, part)]
    numbers = [number for token in tokens if (number := numeral(token))]
    rest = [singular(fold(token)) for token in tokens if not numeral(token) and token.lower() not in ("the", "a", "an")]
    return "".join([*rest, *(f"#{number}" for number in numbers)])


@lru_cache(maxsize=50_000)
def singular(word: str) -> str:
    """Make an English plural singular by the first rule that fits (Harman, *How effective is suffixing?*, 1991).

    >>> [singular(word) for word in ("queues", "parties", "congress", "soviets", "bus")]
    ['queue', 'party', 'congress', 'soviet', 'bus']
    """
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word


def _strip_accents(text: str) -> str:
    """Strip a text of its accents, and make compatible forms of a letter the letter itself."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))

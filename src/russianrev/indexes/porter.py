"""English words without their endings, by Porter's algorithm (*An algorithm for suffix stripping*, 1980)."""

from __future__ import annotations

_SECOND = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_THIRD = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_DROPPED = "al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize"
_FOURTH = {"sion": "s", "tion": "t", **dict.fromkeys(_DROPPED.split("|"), "")}
_TABLES = [sorted(table.items(), key=lambda each: -len(each[0])) for table in (_SECOND, _THIRD, _FOURTH)]


def stem(word: str) -> str:
    """Strip an English word in small letters of its endings.

    >>> [stem(word) for word in ("revolutionary", "revolutions", "abdicated", "abdication", "queues", "hopping")]
    ['revolutionari', 'revolut', 'abdic', 'abdic', 'queue', 'hop']
    """
    if len(word) < 3:
        return word
    word = _strip_participle(_strip_plural(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    for table, least in zip(_TABLES, (1, 1, 2), strict=True):
        ending, instead = next((each for each in table if word.endswith(each[0])), ("", ""))
        bare = word.removesuffix(ending)
        if ending and _measure(bare + instead if table is _TABLES[-1] else bare) >= least:
            word = bare + instead
    return _tidy(word)


def _strip_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _strip_participle(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    bare = next((word[: -len(ending)] for ending in ("ed", "ing") if word.endswith(ending)), "")
    if not _has_vowel(bare):
        return word
    if bare.endswith(("at", "bl", "iz")) or (_measure(bare) == 1 and _is_short(bare)):
        return bare + "e"
    return bare[:-1] if _is_doubled(bare) and bare[-1] not in "lsz" else bare


def _tidy(word: str) -> str:
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _is_short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word


def _letters(word: str) -> str:
    """Write C for each consonant and V for each vowel; y is a vowel after a consonant."""
    kinds = ""
    for letter in word:
        vowel = letter in "aeiou" or (letter == "y" and kinds.endswith("C"))
        kinds += "V" if vowel else "C"
    return kinds


def _measure(word: str) -> int:
    """Count how many times a consonant follows a vowel: Porter's m."""
    return _letters(word).count("VC")


def _has_vowel(word: str) -> bool:
    return "V" in _letters(word)


def _is_short(word: str) -> bool:
    """Tell whether a word ends in consonant, vowel and consonant, and the last is not w, x or y."""
    return _letters(word).endswith("CVC") and word[-1] not in "wxy"


def _is_doubled(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _letters(word)[-1] == "C"

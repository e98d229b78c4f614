"""Names of persons: given names, patronymics, surnames, initials and titles, and Russian names in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from russianrev.names import fold, numeral

_TITLES = """
grand duke, grand duchess, grand prince, prince, princess, count, countess, baron, baroness, duke, general, admiral,
marshal, field marshal, colonel, captain, commander, commissar, people's commissar, comrade, citizen, tsar, tsarina,
czar, tzar, tsarevich, tsaritsa, emperor, empress, kaiser, king, queen, president, premier, prime minister, minister,
chancellor, professor, doctor, dr, mr, mrs, miss, father, patriarch, saint, sir, lord, lady
великий князь, великая княгиня, князь, княгиня, княжна, граф, графиня, барон, баронесса, генерал, адмирал, маршал,
полковник, командарм, комиссар, нарком, товарищ, тов, гражданин, царь, царица, цесаревич, император, императрица,
кайзер, король, президент, премьер, министр, канцлер, профессор, доктор, патриарх, отец
đại công tước, công tước, hoàng thân, quận công, ông hoàng, bá tước, nam tước, đại tướng, thống chế, đô đốc, tướng,
đại tá, đồng chí, nga hoàng, sa hoàng, hoàng đế, hoàng hậu, nữ hoàng, thủ tướng, tổng thống, bộ trưởng, giáo sư, ông, bà
"""
_CHINESE_TITLES = re.compile(
    "(?:沙皇|皇帝|皇后|同志|将军|總理|总理|大公|元帅|主席|总统|教授)?(.+?)"
    "(?:同志|将军|總理|总理|大公|公爵|伯爵|亲王|元帅|海军上将|上将|主席|总统|教授|先生|夫人|沙皇|皇帝|皇后)?"
)
PARTICLES = {"von", "van", "de", "фон"}
"""Words before a surname, without which it is known too."""

_YOUNGER = {"младший", "старший", "younger", "elder", "jr", "junior"}
_PATRONYMIC = re.compile(
    "(?:[oe]v(?:ich|itch|ič|yč)|[oe]vna|(?:il|niki?t|luk|kuzm|fom)[iy]?(?:ich|itch|ič)|inichna|ichna"
    "|[еёо]вич|[еёо]вна|(?:иль|никит|лук|кузьм|фом)ич|инична|ична)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'ʹ][^\W\d_]+)*\.?")
_LATIN = re.compile("[\0-\u024fʹʺ’\u0300-\u036f]+")


class Parts(NamedTuple):
    """What a name is made of: given names, among them a patronymic, and the surname; either may be missing."""

    given: tuple[str, ...]
    surname: str = ""


@cache
def _titles() -> dict[str, int]:
    """Take each title, folded, with how many words it has."""
    return {fold(title): len(title.split()) for title in re.split(r",\s*|\n", _TITLES) if title.strip()}


def untitled(tokens: list[str]) -> list[str]:
    """Strip the words of a name of the titles before it.

    >>> untitled(["Grand", "Duke", "Michael"]), untitled(["Comrade", "General", "Kornilov"]), untitled(["Tsar"])
    (['Michael'], ['Kornilov'], ['Tsar'])
    """
    lengths = (3, 2, 1)
    while long := next((n for n in lengths if n < len(tokens) and _titles().get(fold("".join(tokens[:n]))) == n), 0):
        tokens = tokens[long:]
    return tokens


def untitled_chinese(text: str) -> str:
    """Strip a Chinese name of a title before or after it.

    >>> untitled_chinese("科尔尼洛夫将军"), untitled_chinese("沙皇"), untitled_chinese("列宁")
    ('科尔尼洛夫', '沙皇', '列宁')
    """
    match = _CHINESE_TITLES.fullmatch(text)
    return match[1] if match else text


def tokens_of(text: str) -> list[str]:
    """Divide a name into its words, with an initial's dot; what stands before a comma is the surname and goes last.

    >>> tokens_of("Lenin, V.I."), tokens_of("ВИ Ленин")
    (['V.', 'I.', 'Lenin'], ['В', 'И', 'Ленин'])
    """
    before, comma, after = text.partition(",")
    tokens = _WORD.findall(f"{after} {before}" if comma else text)
    first = tokens[0] if tokens else ""
    return (
        [*first, *tokens[1:]]
        if len(first) == 2 and first.isalpha() and first.isupper() and len(tokens) == 2
        else tokens
    )


def is_patronymic(word: str) -> bool:
    """Tell whether a word is a Russian patronymic, as it may be where it is not the surname.

    >>> [is_patronymic(word) for word in ("Ilyich", "Давидович", "Андреевна", "Yudenich", "Kibalchich")]
    [True, True, True, False, False]
    """
    return bool(_PATRONYMIC.search(word))


def parts(name: str) -> Parts | None:
    """Tell the parts of a person's name, as Europeans write it; None for what is not made of such parts.

    >>> parts("Lev Davidovich Bronstein")
    Parts(given=('Lev', 'Davidovich'), surname='Bronstein')
    >>> parts("Grand Duke Michael Alexandrovich"), parts("Nicholas II"), parts("Alix of Hesse")
    (Parts(given=('Michael', 'Alexandrovich'), surname=''), Parts(given=('Nicholas',), surname=''), None)
    """
    every = name.split()
    words = untitled(every)
    numbered = len(words) > 1 and bool(numeral(words[-1]))
    plain = [word for word in words[: -1 if numbered else None] if word.lower() not in PARTICLES]
    if not plain or not all(_WORD.fullmatch(word) and word[0].isupper() for word in plain):
        return None
    if numbered or (len(plain) == 2 and is_patronymic(plain[1])):
        return Parts(tuple(plain))
    if len(plain) == 1:
        return Parts(tuple(plain)) if len(words) < len(every) else None
    return None if plain[-1].lower() in _YOUNGER else Parts(tuple(plain[:-1]), plain[-1])


def fits(asked: str, known: str) -> bool:
    """Tell whether a given name as somebody writes it may be one that is known, or its initial.

    >>> fits("V.", "Vladimir"), fits("Wladimir", "Vladimir"), fits("Yu.", "Юрий"), fits("Ivan", "Vladimir")
    (True, True, True, False)
    """
    one = fold(asked)
    if len(one) == 1 or (asked.endswith(".") and len(one) == 2):
        return fold(known).startswith(one) or fold(romanise(known)).startswith(one)
    return one == fold(known) or (is_latin(asked) and sound(asked) == sound(romanise(known)))


def is_latin(text: str) -> bool:
    """Tell whether a text is in Latin letters."""
    return bool(_LATIN.fullmatch(text))


_ONE_LETTER = dict(zip("абвгдезийклмнопрстуфыэё", "abvgdeziiklmnoprstufyee", strict=True))
_CYRILLIC_LETTERS = {
    **_ONE_LETTER,
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}


def romanise(text: str) -> str:
    """Write Russian in Latin letters, a name as English has it; what is not Russian stays as it is.

    >>> romanise("Лев Троцкий"), romanise("Юрий")
    ('Lev Trotskii', 'Yurii')
    """
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        latin = _CYRILLIC_LETTERS.get(letter.lower(), letter)
        letters.append(latin.capitalize() if letter.isupper() else latin)
    return "".join(letters)


# How Russian names are spelled in Latin letters: each rule makes one of what English, French, German and the
# systems of libraries and gazetteers write for a sound. Consonants of a kind (kh, ch, sh; ts, z, s) are not told apart.
_SPELLINGS = [
    (re.compile(pattern), one)
    for pattern, one in (
        ("(?<=[ae])x", "ks"),
        ("x", "h"),
        ("dj", "dzh"),
        ("s?ch?tsch|shtch|shch|stch|t?sch|tch|ch|sh|kh|h", "h"),
        ("t[sz]|c(?=[eijky])|z", "s"),
        ("c", "k"),
        ("ou|oo", "u"),
        ("w", "v"),
        (r"ff?\b", "v"),
        ("[yij]o", "e"),
        ("[yij]+(?=[aeou])", ""),
        ("[yij]+", "i"),
        (r"(?<=[^aeiou])e\b", ""),
        (r"(.)\1+", r"\1"),
    )
]
_HACEKS = str.maketrans({"č": "ch", "š": "sh", "ž": "zh", "ʹ": "", "ʺ": ""})


def sound(text: str) -> str:
    """Make a key that is the same however a Russian name is spelled in Latin letters, and rarely that of another name.

    >>> sound("Trotsky") == sound("Trotskii") == sound("Trotzki") == sound("Trockij")
    True
    >>> sound("Bukharin") == sound("Boukharine") == sound("Bucharin")
    True
    """
    key = fold(unicodedata.normalize("NFC", text).casefold().translate(_HACEKS))
    for spelling, one in _SPELLINGS:
        key = spelling.sub(one, key)
    return key


def sounds(name: Parts) -> Iterator[str]:
    """Go through the forms of a Russian name by which it is heard: the surname, the whole, name and patronymic."""
    surname, given = romanise(name.surname), romanise(" ".join(name.given))
    if surname:
        yield from (sound(surname), sound(f"{given} {surname}"))
    if len(name.given) > 1:
        yield sound(given)

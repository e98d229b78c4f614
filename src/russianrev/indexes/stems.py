"""Texts as the search reads them: the words that tell something, each without its ending.

English loses its endings by Porter's algorithm (`russianrev.indexes.porter`), Russian those of its cases. Texts in a
script without spaces are divided into pairs of neighbouring characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from russianrev.indexes.porter import stem
from russianrev.names import words

# The list of the Snowball project (https://snowballstem.org/algorithms/english/stop.txt), folded.
_STOP_WORDS = """
i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
its itself they them their theirs themselves what which who whom this that these those am is are was were be been
being have has had having do does did doing would should could ought a an the and but if or because as until while
of at by for with about against between into through during before after above below to from up down in out on off
over under again further then once here there when where why how all any both each few more most other some such no
nor not only own same so than too very s t d ll re ve m isn aren wasn weren hasn haven hadn doesn don didn won
wouldn shan shouldn can cannot couldn mustn let whose
"""
STOP_WORDS = frozenset(words(_STOP_WORDS))
"""English words that are in every text, and those with which questions begin: the search passes over them."""

_ASKING = """
что такое кто такой такая когда где почему как какой какая какие был была было были это и в на с о об
la gi ai khi nao o dau tai sao nhu the vi cua va duoc bi cho
"""
_QUESTION_WORDS = frozenset(words(_ASKING))  # of Russian and Vietnamese, and a few that stand beside them
_ASKING_CHINESE = "为什么|什么时候|什么|怎么样|怎么|怎样|如何|何时|哪里|哪个|哪些|谁|是|吗|呢|的$"


def stems(text: str) -> Iterator[str]:
    """Divide a text into words as they are matched, without stop words and endings.

    >>> list(stems("Who were the soldiers' deputies?")), list(stems("十月革命"))
    (['soldier', 'deputi'], ['十月', '月革', '革命'])
    """
    for word in words(text):
        if word not in STOP_WORDS:
            yield from _stem(word)


def asked(question: str) -> list[str]:
    """Take the words of a question without those with which it only asks, in other languages than English.

    >>> asked("Что такое двоевластие?"), asked("二月革命是怎么发生的"), asked("Cách mạng Tháng Mười là gì?")
    (['двоевластие'], ['二月革命', '发生'], ['cach', 'mang', 'thang', 'muoi'])
    """
    if question.isascii():
        return words(question)
    return [
        word for word in re.sub(_ASKING_CHINESE, " ", " ".join(words(question))).split() if word not in _QUESTION_WORDS
    ]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> tuple[str, ...]:
    if word.isascii():
        return (stem(word),)
    if any("\u3040" <= character <= "\u9fff" for character in word):
        return (word,) if len(word) == 1 else tuple(word[i : i + 2] for i in range(len(word) - 1))
    return (re.sub(_RUSSIAN_ENDING, "", word),)


# Endings of nouns and adjectives, as folding leaves them, where three letters stand before them.
_RUSSIAN_ENDING = (
    "(?<=[а-я]{3})(?:иями|ями|ами|иях|ях|ах|ого|его|ому|ему|ыми|ими|иеи|ием|иям|ов|ев|еи|ои|ыи|ии|ия|ию|ие|ая|яя|ую|юю"
    "|ое|ее|ые|ом|ем|ам|ям|их|ых|им|ым|а|я|о|е|ы|и|у|ю)$"
)

"""Make `russianrev.han` from OpenCC and pypinyin: `python tests/han_tables.py` writes it after a change of the data."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import russianrev
from russianrev.loading.files import load_records

DATA = Path(__file__).parent.parent / "data"
MODULE = Path(russianrev.__file__).with_name("han.py")

_HEAD = '''"""Chinese characters: which simplified one a traditional one is, and how each is read in pinyin.

The tables have what the Chinese names in the data set need. `tests/han_tables.py` makes this module, from OpenCC
(https://github.com/BYVoid/OpenCC) and pypinyin (https://github.com/mozillazg/python-pinyin).
"""

from __future__ import annotations

from functools import cache

'''

_FOOT = '''

@cache
def _readings() -> dict[str, str]:
    """Take each character's reading, without its tone."""
    lines = (line.partition(" ") for line in _READ.split("\\n"))
    return {each: reading for reading, _, those in lines for each in those}


def pinyin(text: str) -> str | None:
    """Write a Chinese name in pinyin, without tones; None if any of its characters is not known.

    >>> pinyin("列夫·托洛茨基")
    'liefu tuoluociji'
    """
    read = _readings()
    parts = ["".join(read.get(each, "?") for each in part) for part in text.split("·")]
    return None if any("?" in part for part in parts) else " ".join(parts)
'''


def names() -> set[str]:
    """Every Chinese name in the data set."""
    records = load_records(DATA).records
    things = (thing for kind in records.values() for thing in kind)
    return {name.text for thing in things for name in getattr(thing, "names", ()) if name.language == "zh"}


def simplified() -> dict[str, str]:
    """Each traditional character of which the simplified form stands in a name."""
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    used = {each for name in names() for each in convert(name)}
    pairs = {each: convert(each) for each in map(chr, range(0x4E00, 0xA000))}
    return {each: to for each, to in pairs.items() if to != each and to in used}


def readings() -> dict[str, str]:
    """Each character of the names with its most usual reading."""
    from pypinyin import lazy_pinyin

    used = {each for name in names() for each in name if "\u4e00" <= each <= "\u9fff"}
    return {each: lazy_pinyin(each)[0].replace("ü", "v") for each in sorted(used)}


def made() -> str:
    """The module, as it should be."""
    pairs = simplified()
    by_reading: dict[str, str] = defaultdict(str)
    for each, reading in readings().items():
        by_reading[reading] += each
    lines = [f"{reading} {by_reading[reading]}" for reading in sorted(by_reading)]
    table = (
        f"SIMPLIFIED = str.maketrans(\n    {_literal(''.join(pairs))},\n    {_literal(''.join(pairs.values()))},\n)\n"
    )
    shown = '"""Each traditional character, as `str.translate` takes it."""\n\n'
    return _HEAD + table + shown + '_READ = """\\\n' + "\n".join(lines) + '"""\n' + _FOOT


def _literal(text: str, size: int = 50) -> str:
    return "\n    ".join(f'"{text[at : at + size]}"' for at in range(0, len(text), size))


if __name__ == "__main__":
    MODULE.write_text(made(), encoding="utf-8", newline="\n")

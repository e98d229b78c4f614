"""The words of dates in Chinese, French, German, Russian and Vietnamese, put into the English that is read as a date.

What is none of these words stays as it is, so that the reader can name it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from dateutil.parser import parserinfo

from russianrev.dates.calendars import MONTHS


class Words(parserinfo):
    """The names of months: the English ones as dateutil has them, and those of other languages written with letters."""

    MONTHS: Any = [  # noqa: RUF012, it is how dateutil has it
        (*english, *others.split())
        for english, others in zip(
            parserinfo.MONTHS,
            (
                "janvier janv januar jänner jän январь января январе янв",
                "février fevrier févr fév februar feber febr февраль февраля феврале февр фев",
                "mars märz maerz mär март марта марте мар",
                "avril avr april апрель апреля апреле апрѣль апрѣля апр",
                "mai май мая мае",
                "juin juni июнь июня июне іюнь іюня июн",
                "juillet juil juli июль июля июле іюль іюля июл",
                "août aout august август августа августе авг",
                "septembre september сентябрь сентября сентябре сент сен",
                "octobre oktober okt октябрь октября октябре окт",
                "novembre november ноябрь ноября ноябре нояб ноя",
                "décembre decembre déc dezember dez декабрь декабря декабре дек",
            ),
            strict=True,
        )
    ]
    JUMP = ["of", "the", "in"]  # noqa: RUF012


# English, and the phrases that mean it, as regular expressions without groups.
_EUROPEAN = {
    "O.S.": (
        r"(?:по )?ст(?:\.|арому) ?ст(?:\.|илю)|старого стиля|старый стиль|по юлианскому(?: календарю)?",
        r"ancien style|vieux style|(?:du )?calendrier julien",
        r"alten stils?|alter stil|a\. ?st\.|julianisch(?:er kalender)?",
        r"(?:theo |dương )?lịch (?:cũ|nga(?: cũ)?|julius|julian)",
    ),
    "N.S.": (
        r"(?:по )?н(?:\.|овому) ?ст(?:\.|илю)|нового стиля|новый стиль|по григорианскому(?: календарю)?",
        r"nouveau style|(?:du )?calendrier grégorien",
        r"neuen stils?|neuer stil|n\. ?st\.|gregorianisch(?:er kalender)?",
        r"(?:theo )?lịch (?:mới|gregorius|gregory)|(?:theo )?(?:dương|công|tây) lịch",
    ),
    "c.": (r"около|ок\.|примерно|приблизительно", r"vers|environ", r"um|etwa|gegen|zirka", r"khoảng"),
    "between": (r"между", r"entre", r"zwischen", r"giữa(?= .+ và )"),
    "and": (r"и", r"et", r"und", r"và"),
    "since": (r"начиная с|с|со|от", r"depuis|dès|du|de|d'", r"seit|ab|vom|von", r"từ|kể từ"),
    "to": (r"по", r"à|au", r"bis(?: zum)?", r"đến|tới"),
    "until": (r"вплоть до", r"jusqu'(?:en|au|à)", r"cho (?:đến|tới)"),
    "before": (r"до|ранее|раньше", r"avant", r"vor", r"trước"),
    "after": (r"после|позже", r"après", r"nach", r"sau"),
    "early": (r"(?:в )?начал[оае]", r"(?:au )?début(?: de| du)?", r"anfang", r"đầu"),
    "mid": (r"(?:в )?середин[аеы]", r"mi-|(?:au )?milieu(?: de| du)?", r"mitte", r"giữa"),
    "late": (r"(?:в )?кон(?:ец|це|ца)", r"(?:à la )?fin(?: de| du)?", r"ende", r"cuối"),
    "spring": (r"весн(?:а|ой|ы)", r"(?:au )?printemps", r"frühling|frühjahr", r"mùa xuân"),
    "summer": (r"лет(?:о|ом|а)", r"(?:à )?(?:l')?été", r"sommer", r"mùa (?:hè|hạ)"),
    "autumn": (r"осен(?:ь|ью|и)", r"automne", r"herbst", r"mùa thu"),
    "winter": (r"зим(?:а|ой|ы)", r"hiver", r"mùa đông"),
    "morning of": (r"утром", r"sáng"),
    "noon of": (r"в полдень", r"trưa"),
    "afternoon of": (r"днём", r"chiều"),
    "evening of": (r"вечером", r"tối"),
    "night of": (r"đêm",),
    "small hours of": (r"rạng sáng",),
    "1st": (r"1(?:er|ᵉʳ)",),
    "": (
        r"г\.|гг\.|год(?:а|у|ы|ов)?|в",
        r"le|en|l'an(?:née)?",
        r"der|den|dem|im|^am|jahre?",
        r"ngày|năm|mùng|mồng|vào",
    ),
}
_ENGLISH = list(_EUROPEAN)
_PHRASE = re.compile(
    r"(?<!\w)(?:" + "|".join(f"({'|'.join(phrases)})" for phrases in _EUROPEAN.values()) + r")(?:(?<=[.'-])|(?!\w))",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b([0-9]{2,3}0)-?(?:е|х|er)(?: гг?\.| год(?:ы|ов|ах)| jahren?)?(?!\w)"
    r"|(?<!\w)(?:(?:les )?années|những năm|thập (?:niên|kỷ)(?: năm)?) ([0-9]{2,3}0)(?![0-9])",
    re.IGNORECASE,
)
_SINCE_BEFORE = re.compile(r"^( *since .+?) before ")  # с 1914 до 1917
_FIGURES = re.compile(r"(?<![\w.-])([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")

_VIETNAMESE_NUMBERS = (
    "giêng|một",
    "hai",
    "ba",
    "tư|bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai|chạp",
)
_VIETNAMESE_MONTHS = {
    word: month for month, words in enumerate(_VIETNAMESE_NUMBERS, 1) for word in words.split("|")
} | {f"{month}": month for month in range(1, 13)}
_VIETNAMESE_MONTH = re.compile(
    rf"(?<!\w)tháng ({'|'.join(sorted(_VIETNAMESE_MONTHS, key=len, reverse=True))})(?!\w)(?:[-/](?=[0-9]{{4}}))?",
    re.IGNORECASE,
)

_CHINESE_MARKS = (
    (re.compile("(?:俄国|俄國)?(?:旧|舊|旧俄|俄|儒略)[历曆]"), " O.S. "),
    (re.compile("(?:新|公|西|格里(?:高利)?)[历曆]"), " N.S. "),
    (re.compile("大?[约約]|大概"), " c. "),
    (re.compile("左右|前后|前後"), " (circa) "),
    (re.compile("^(.+?)[以之]?前$"), r"before \1"),
    (re.compile("^(.+?)[以之]?[后後]$"), r"after \1"),
    (re.compile("^(?:自|从|從)(?=.*(?:至|到))"), ""),
    (re.compile("^(?:自|从|從)(.+?)(?:以来|以來|起|开始|開始)?$"), r"from \1"),
    (re.compile("^(?:在|介于|介於)?(.+?)(?:和|与|與|至|到)(.+?)之?[间間]$"), r"between \1 and \2"),
    (re.compile("^(?:直|截)?[至到止]"), "until "),
    (re.compile("[至到]"), " – "),
    (re.compile("凌晨"), " small hours"),
    (re.compile("早上|早晨|上午|清晨"), " morning"),
    (re.compile("中午|正午"), " noon"),
    (re.compile("下午"), " afternoon"),
    (re.compile("傍晚|晚上|晚间|晚"), " evening"),
    (re.compile("深夜|夜间|夜里|夜"), " night"),
)
_CHINESE_FIGURES = {figure: f"{number}" for number, figure in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_CHINESE_SPACE = re.compile("(?<=[\u3040-\u9fff]) | (?=[\u3040-\u9fff])")
_CHINESE_YEAR = re.compile(rf"[{''.join(_CHINESE_FIGURES)}]{{4}}(?=年)")
_CHINESE_NUMBER = re.compile(r"([一二三])?十([一二三四五六七八九])?(?=[月日号號])|([一二三四五六七八九])(?=[月日号號])")
_CHINESE_DECADE = re.compile("(?:(1[89]|20)世[纪紀]([0-9]0)|([0-9]{3}0))年代")
_CHINESE_DATE = re.compile(
    r"(?=[0-9])(?:([0-9]{3,4})年)?(?:([0-9]{1,2})月份?)?(?:([0-9]{1,2})[日号號])?(春|夏|秋|冬)?(?:(?<=[春夏秋冬])[天季])?"
    r"(?:(?<=[年月春夏秋冬天季])(初|上旬|中旬|中|下旬|底|末))?"
)
_CHINESE_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_CHINESE_PARTS = {"初": "early", "上": "early", "中": "mid", "下": "late", "底": "late", "末": "late"}

_SIGNS = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # of full width
    | dict.fromkeys("—‒―−～〜", "–")
    | dict.fromkeys("’ʼ", "'")
)


def in_english(text: str) -> str:
    """Put the words that a date has in other languages into English, spaces into one form, and dashes into another.

    >>> in_english("25 октября 1917 г. (ст. ст.)"), in_english("ngày 25 tháng 10 năm 1917")
    ('25 октября 1917 ( O.S. )', '25 October 1917')
    >>> in_english("1917年2月23日—27日（俄历）")
    '23 February 1917–27 February 1917( O.S. )'
    """
    text = " ".join(unicodedata.normalize("NFC", text).translate(_SIGNS).split())
    if any("\u3040" <= character <= "\u9fff" for character in text):
        return " ".join(_from_chinese(text).split())
    return _from_european(text)


def _from_european(text: str) -> str:
    found = _DECADE.sub(lambda match: f"{match[1] or match[2]}s", text)
    found = _VIETNAMESE_MONTH.sub(lambda match: f" {MONTHS[_VIETNAMESE_MONTHS[match[1].lower()] - 1]} ", found)
    found = _PHRASE.sub(lambda match: f" {_ENGLISH[(match.lastindex or 1) - 1]} ", found)
    if found == text:
        return text
    found = _FIGURES.sub(r"\4/\3/\1", found)  # in all of these languages the day comes first
    return " ".join(_SINCE_BEFORE.sub(r"\1 to ", found, count=1).split())


def _from_chinese(text: str) -> str:
    text = _CHINESE_SPACE.sub("", text)
    text = _CHINESE_YEAR.sub(lambda match: "".join(_CHINESE_FIGURES[figure] for figure in match[0]), text)
    text = _CHINESE_NUMBER.sub(_write_number, text)
    text = _CHINESE_DECADE.sub(lambda match: f"{f'{int(match[1]) - 1}{match[2]}' if match[1] else match[3]}s", text)
    for phrase, english in _CHINESE_MARKS:
        text = phrase.sub(english, text)
    year = month = ""

    def write(match: re.Match[str]) -> str:
        # A year or a month holds until there is another: 1917年2月23日至27日.
        nonlocal year, month
        if not match[0]:
            return ""
        year, month = match[1] or year, match[2] or ("" if match[1] else month)
        part = _CHINESE_PARTS[match[5][0]] if match[5] else ""
        season = _CHINESE_SEASONS[match[4]] if match[4] else ""
        called = MONTHS[int(month) - 1] if month and 1 <= int(month) <= 12 else month
        words = (part, match[3], season or called, year)
        return " ".join(word for word in words if word)

    return _CHINESE_DATE.sub(write, text)


def _write_number(match: re.Match[str]) -> str:
    if match[3]:
        return _CHINESE_FIGURES[match[3]]
    return f"{_CHINESE_FIGURES[match[1] or '一']}{_CHINESE_FIGURES[match[2] or '零']}"

"""The words of questions and options in each language."""

from __future__ import annotations

import re
from collections.abc import Callable

from russianrev.dates import REFORM, Calendar, HistoricalDate, Precision
from russianrev.dates.calendars import MONTHS
from russianrev.quizzes.questions import Choice
from russianrev.records.model import Event, Person, Source, Thing
from russianrev.vocabulary import NameKind

_WORDS = {
    "en": {
        "day": "On which day did this happen: “{}”?",
        "month": "In which month did this happen: “{}”?",
        "year": "In which year did this happen: “{}”?",
        "order": "In what order did these happen?",
        "who": "Whose name, according to the documents, is missing here: “{}”?",
        "party": "To which of these parties, according to the documents, did {} belong?",
        "source": "Which of these documents tells of “{}”?",
    },
    "zh": {
        "day": "“{}”发生在哪一天？",
        "month": "“{}”发生在哪一年哪一月？",
        "year": "“{}”发生在哪一年？",
        "order": "下列事件的先后顺序是什么？",
        "who": "根据文献，空缺处是谁的名字：“{}”？",
        "party": "根据文献，{}曾属于下列哪个政党？",
        "source": "下列哪份文献讲到“{}”？",
    },
    "vi": {
        "day": "Sự kiện “{}” xảy ra vào ngày nào?",
        "month": "Sự kiện “{}” xảy ra vào tháng nào, năm nào?",
        "year": "Sự kiện “{}” xảy ra vào năm nào?",
        "order": "Các sự kiện này xảy ra theo thứ tự nào?",
        "who": "Theo các tài liệu, tên của ai còn thiếu ở đây: “{}”?",
        "party": "Theo các tài liệu, {} từng thuộc đảng nào trong các đảng sau?",
        "source": "Tài liệu nào sau đây nói đến sự kiện “{}”?",
    },
    "ru": {
        "day": "В какой день произошло это событие: «{}»?",
        "month": "В каком месяце какого года произошло это событие: «{}»?",
        "year": "В каком году произошло это событие: «{}»?",
        "order": "В каком порядке произошли эти события?",
        "who": "Чьё имя, согласно документам, здесь пропущено: «{}»?",
        "party": "{}: к какой из этих партий, согласно документам, принадлежал этот человек?",
        "source": "В каком из этих документов говорится о событии «{}»?",
    },
}
"""How each is asked in each language."""

LANGUAGES = tuple(_WORDS)
"""The languages in which questions can be asked."""

TELLS_TIME = re.compile(
    rf"\d{{4}}|{'|'.join(MONTHS)}|[一二三四五六七八九十]月|[零〇一二三四五六七八九]年|tháng"
    r"|январ|феврал|\bмарт|апрел|\bма[йея]\b|июн|июл|\bавгуст|сентябр|октябр|ноябр|декабр",
    re.IGNORECASE,
)
"""What in a title tells when it was, in any of them."""

_INNER = str.maketrans("“”«»", "‘’„“")
"""The quotation marks that stand within others."""

_RUSSIAN_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"
)  # fmt: skip
_RUSSIAN_OF_MONTH = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def word_question(wording: str, about: str, language: str) -> str:
    """Word a question about what has a name or a title, in a language."""
    return _WORDS[language][wording].format(about.translate(_INNER))


def has_name(choice: Choice | Thing | tuple[Thing, ...], language: str) -> bool:
    """Tell whether a language has a name for what an option stands for."""
    match choice:
        case tuple():
            return all(has_name(each, language) for each in choice)
        case Thing():
            kinds = (NameKind.USUAL, NameKind.NATIVE, NameKind.PRINTED)
            return language == "en" or any(n.language == language and n.kind in kinds for n in choice.names)
        case _:
            return True


def gap_title(event: Event, who: Person, language: str) -> str:
    """Put a gap in a title for a person's name, in whatever case it stands; answers "" if the name is not in it."""
    names = [name.text for name in who.names if name.language == language != "en"]
    words = {word for name in [who.label_in(language), *names] for word in re.findall(r"\w{2,}", name)}
    if language == "zh":
        forms = sorted(words, key=len, reverse=True)
    else:
        forms = sorted(rf"\b{word[:5]}\w*" for word in words if word[0].isupper())
    title, count = re.subn(rf"(?:(?:{'|'.join(forms)})[ ·-]?)+(?<![ ·-])", "___", event.title_in(language))
    return title if count else ""


def name_choice(choice: Choice, language: str) -> str:
    """Name what an option stands for, as a reader is shown it."""
    match choice:
        case HistoricalDate():
            return _DATE_WRITERS[language](choice)
        case Source():
            return f"{choice.title} ({choice.id})"
        case tuple():
            return " → ".join(event.label_in(language) for event in choice)
        case _:
            return choice.label_in(language)


def _write_chinese(date: HistoricalDate) -> str:
    def words(year: int, month: int | None, day: int | None) -> str:
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")

    return _write_in_styles(date, words, both="{}（公历{}）", old="{}（旧历）")


def _write_vietnamese(date: HistoricalDate) -> str:
    def words(year: int, month: int | None, day: int | None) -> str:
        return (f"ngày {day} " if day else "") + (f"tháng {month} " if month else "") + f"năm {year}"

    return _write_in_styles(date, words, both="{} (lịch mới: {})", old="{} (lịch cũ)")


def _write_russian(date: HistoricalDate) -> str:
    def words(year: int, month: int | None, day: int | None) -> str:
        if not month:
            return f"{year} год"
        if not day:
            return f"{_RUSSIAN_MONTHS[month - 1]} {year} года"
        return f"{day} {_RUSSIAN_OF_MONTH[month - 1]} {year} года"

    return _write_in_styles(date, words, both="{} ({} н. ст.)", old="{} (ст. ст.)")


def _write_in_styles(
    date: HistoricalDate, words: Callable[[int, int | None, int | None], str], *, both: str, old: str
) -> str:
    """Write a day, month or year: a day of the time of the old style in both styles, the rest as it was given."""
    unit = date.first
    assert unit
    if unit.precision is Precision.DAY and (unit.calendar is Calendar.JULIAN or unit.start < REFORM):
        styles = (calendar.year_month_day(unit.start) for calendar in (Calendar.JULIAN, Calendar.GREGORIAN))
        return both.format(*(words(*parts) for parts in styles))
    text = words(unit.year, unit.month, unit.day)
    return old.format(text) if unit.calendar is Calendar.JULIAN else text


_DATE_WRITERS: dict[str, Callable[[HistoricalDate], str]] = {
    "en": str,
    "zh": _write_chinese,
    "vi": _write_vietnamese,
    "ru": _write_russian,
}

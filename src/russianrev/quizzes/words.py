"""The words of questions and options in each language."""

from __future__ import annotations

import re

from russianrev.dates import HistoricalDate
from russianrev.dates.calendars import MONTHS
from russianrev.dates.display import Style
from russianrev.dates.translation import date_in
from russianrev.quizzes.questions import Choice
from russianrev.records.model import Event, Figure, Person, Source, Tenure, Thing
from russianrev.translations import is_translated, word_in
from russianrev.vocabulary import NameKind

_WORDS = {
    "en": {
        "day": "On which day did this happen: “{}”?",
        "month": "In which month did this happen: “{}”?",
        "year": "In which year did this happen: “{}”?",
        "order": "In what order did these happen?",
        "who": "Whose name, according to the documents, is missing here: “{}”?",
        "party": "To which of these parties, according to the documents, did {} belong?",
        "office": "Which of these offices, according to the documents, did {} hold?",
        "holder": "Who of these, according to the documents, held this office: {1}, {0}?",
        "place": "Where did this happen: “{}”?",
        "role": "Who of these, according to the documents, took part in “{}” in the role “{}”?",
        "cause": "Which of these, according to the documents, led to “{}”?",
        "consequence": "To which of these, according to the documents, did “{}” lead?",
        "said": "Whose words or view are these, according to the documents: “{}”?",
        "figure": "How many or how much, according to the documents: {}?",
        "style": "“{}” is dated {}. Which day is that in the new style?",
        "source": "Which of these documents tells of “{}”?",
    },
    "zh": {
        "day": "“{}”发生在哪一天？",
        "month": "“{}”发生在哪一年哪一月？",
        "year": "“{}”发生在哪一年？",
        "order": "下列事件的先后顺序是什么？",
        "who": "根据文献，空缺处是谁的名字：“{}”？",
        "party": "根据文献，{}曾属于下列哪个政党？",
        "office": "根据文献，{}曾担任下列哪个职务？",
        "holder": "根据文献，下列何人曾任{0}{1}？",
        "place": "“{}”发生在哪里？",
        "role": "根据文献，下列谁以“{1}”的身份参与了“{0}”？",
        "cause": "根据文献，下列哪件事导致了“{}”？",
        "consequence": "根据文献，“{}”导致了下列哪件事？",
        "style": "“{}”的日期是{}。公历是哪一天？",
        "source": "下列哪份文献讲到“{}”？",
    },
    "vi": {
        "day": "Sự kiện “{}” xảy ra vào ngày nào?",
        "month": "Sự kiện “{}” xảy ra vào tháng nào, năm nào?",
        "year": "Sự kiện “{}” xảy ra vào năm nào?",
        "order": "Các sự kiện này xảy ra theo thứ tự nào?",
        "who": "Theo các tài liệu, tên của ai còn thiếu ở đây: “{}”?",
        "party": "Theo các tài liệu, {} từng thuộc đảng nào trong các đảng sau?",
        "office": "Theo các tài liệu, {} từng giữ chức vụ nào trong các chức vụ sau?",
        "holder": "Theo các tài liệu, ai trong số này từng giữ chức vụ: {1}, {0}?",
        "place": "Sự kiện “{}” xảy ra ở đâu?",
        "role": "Theo các tài liệu, ai trong số này có mặt trong sự kiện “{}” với vai trò “{}”?",
        "cause": "Theo các tài liệu, điều nào sau đây dẫn đến “{}”?",
        "consequence": "Theo các tài liệu, “{}” dẫn đến điều nào sau đây?",
        "style": "“{}”: {}. Theo lịch mới đó là ngày nào?",
        "source": "Tài liệu nào sau đây nói đến sự kiện “{}”?",
    },
    "ru": {
        "day": "В какой день произошло это событие: «{}»?",
        "month": "В каком месяце какого года произошло это событие: «{}»?",
        "year": "В каком году произошло это событие: «{}»?",
        "order": "В каком порядке произошли эти события?",
        "who": "Чьё имя, согласно документам, здесь пропущено: «{}»?",
        "party": "{}: к какой из этих партий, согласно документам, принадлежал этот человек?",
        "office": "{}: какую из этих должностей, согласно документам, занимал этот человек?",
        "holder": "Кто из них, согласно документам, занимал эту должность: {1}, {0}?",
        "place": "Где произошло это событие: «{}»?",
        "role": "Кто из них, согласно документам, участвовал в событии «{}» в роли «{}»?",
        "cause": "Что из этого, согласно документам, привело к событию «{}»?",
        "consequence": "К чему из этого, согласно документам, привело событие «{}»?",
        "style": "«{}»: {}. Какой это день по новому стилю?",
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


def has_words(wording: str, language: str) -> bool:
    """Tell whether a language has words for it: what statements say, and figures, are asked about in English only."""
    return wording in _WORDS[language]


def word_question(wording: str, about: str, detail: str, language: str) -> str:
    """Word a question about what has a name or a title, in a language."""
    return _WORDS[language][wording].format(about.translate(_INNER), detail.translate(_INNER))


def has_name(choice: Choice | Thing | tuple[Thing, ...], language: str) -> bool:
    """Tell whether a language has a name for what an option stands for."""
    match choice:
        case tuple():
            return all(has_name(each, language) for each in choice)
        case Tenure():
            return is_translated(choice.office, language) and has_name(choice.body, language)
        case Thing():
            kinds = (NameKind.USUAL, NameKind.NATIVE, NameKind.PRINTED)
            return language == "en" or any(n.language == language and n.kind in kinds for n in choice.names)
        case _:
            return True


def gap_title(event: Event, who: Person, language: str) -> str:
    """Put a gap in a title for a person's name, in whatever case it stands; answers "" if the name is not in it."""
    return gap_name(event.title_in(language), who, language)


def gap_name(text: str, who: Person, language: str) -> str:
    """Put gaps in a text for a person's name, in whatever case it stands; answers "" if the name is not in it."""
    names = [name.text for name in who.names if name.language == language != "en"]
    words = {word for name in [who.label_in(language), *names] for word in re.findall(r"\w{2,}", name)}
    if language == "zh":
        forms = sorted(words, key=lambda word: (-len(word), word))
    else:
        forms = sorted(rf"\b{word[:5]}\w*" for word in words if word[0].isupper())
    gapped, count = re.subn(rf"(?:(?:{'|'.join(forms)})[ ·-]?)+(?<![ ·-])", "___", text)
    return gapped if count else ""


def tells(text: str, thing: Thing, language: str) -> bool:
    """Tell whether a text has a word of the name of a thing, in whatever case it stands."""
    name = thing.label_in(language)
    if language == "zh":
        return name in text
    return any(re.search(rf"\b{re.escape(word[:5])}", text, re.IGNORECASE) for word in re.findall(r"\w{3,}", name))


def name_choice(choice: Choice, language: str, style: Style = "both") -> str:
    """Name what an option stands for, as a reader is shown it; a date in both styles, or in one."""
    match choice:
        case HistoricalDate():
            return date_in(choice, language, style)
        case Source():
            return f"{choice.title} ({choice.id})"
        case Tenure():
            return f"{word_in(choice.office, language)}, {choice.body.label_in(language)}"
        case Figure():
            return str(choice)
        case tuple():
            return " → ".join(event.label_in(language) for event in choice)
        case _:
            return choice.label_in(language)

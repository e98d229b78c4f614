"""The words of charts in Chinese, Vietnamese and Russian, by the English ones; in other languages they are English."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from russianrev.translations import LANGUAGES

Say: TypeAlias = Callable[..., str]
"""Says an English text of a chart in a language, with what is to stand in its gaps."""

_PHRASES: dict[str, tuple[str, str, str]] = {
    # Titles.
    "Events": ("事件", "Sự kiện", "События"),
    "with {}": ("{}参与", "có {}", "с участием: {}"),
    "at {}": ("地点：{}", "tại {}", "место: {}"),
    "kind: {}": ("类别：{}", "loại: {}", "вид: {}"),
    "{} of any year": ("历年{}", "{} các năm", "{} разных лет"),
    ", ": ("，", ", ", ", "),
    "{} or {}": ("{}或{}", "{} hoặc {}", "{} или {}"),
    "{}: who tells what": ("{}：各文献的记述", "{}: tài liệu nào kể gì", "{}: кто что рассказывает"),
    "Who took part with whom": ("谁与谁共同参与", "Ai cùng tham gia với ai", "Кто с кем участвовал"),
    "What the documents cover, and how far they agree": (
        "各文献的涵盖范围与一致程度",
        "Các tài liệu nói về gì và thống nhất đến đâu",
        "Что охватывают документы и насколько они согласны",
    ),
    # Below the title.
    "events by kind: {}": ("按类别排列的事件：{}", "sự kiện theo loại: {}", "события по видам: {}"),
    "events by party: {}": ("按政党排列的事件：{}", "sự kiện theo đảng: {}", "события по партиям: {}"),
    "{} in the new style": ("公历{}", "{} theo lịch mới", "по новому стилю {}"),
    "those in which a party itself took part, or someone who then belonged to it": (
        "该党或当时的党员参与的事件",
        "gồm những sự kiện có chính đảng ấy hoặc đảng viên khi đó tham gia",
        "те, в которых участвовала сама партия или её тогдашний член",
    ),
    "labelled: the {} of which, with their parts, most is said; the others are small": (
        "标出名称的是连同其组成部分记述最多的{}个，其余用小号标记",
        "có tên: {} sự kiện được nói đến nhiều nhất (kể cả các phần), số còn lại vẽ nhỏ",
        "подписаны {}, о которых вместе с их частями сказано больше всего; остальные мелкие",
    ),
    "not shown, for want of a date: {}": (
        "因无日期未列出：{}",
        "không vẽ vì không có ngày: {}",
        "не показаны, так как нет даты: {}",
    ),
    "not shown, for want of a date or a party: {}": (
        "因无日期或无政党未列出：{}",
        "không vẽ vì không có ngày hoặc đảng: {}",
        "не показаны, так как нет даты или партии: {}",
    ),
    "a life, and events: {}": ("生平与事件：{}", "cuộc đời và các sự kiện: {}", "жизнь и события: {}"),
    "How many statements each document makes on the event and its parts ({}); in all, each once": (
        "各文献对该事件及其组成部分（{}个）的记述条数；“合计”中每条只计一次",
        "Số câu mỗi tài liệu nói về sự kiện và các phần của nó ({}); ở hàng tổng mỗi câu tính một lần",
        "Сколько высказываний в каждом документе о событии и его частях ({}); в итоге каждое один раз",
    ),
    "silent: {}": ("未提及者：{}", "không nói đến: {}", "молчат: {}"),
    "The {} most connected of {}. The wider a line, the more events both took part in; "
    "the larger a dot, the more it shares with all others.": (
        "{1}个中联系最多的{0}个。线越粗，共同参与的事件越多；点越大，与其他各方共同参与的总数越多。",
        "{} nút nhiều liên hệ nhất trong {}. Đường càng đậm, càng nhiều sự kiện chung; chấm càng lớn, tổng càng lớn.",
        "{} самых связанных из {}. Чем толще линия, тем больше общих событий; чем больше точка, тем больше их всего.",
    ),
    "{} statements of {} documents, and {} things that can be compared; what one alone gives is unique.": (
        "{1}份文献的{0}条记述，可比较的项目{2}个；只有一份文献提供的为孤证。",
        "{} câu của {} tài liệu, {} điều có thể so sánh; điều chỉ một tài liệu nêu là duy nhất.",
        "Высказываний: {}, документов: {}, сравнимых сведений: {}; что есть лишь в одном документе — единственное.",
    ),
    "Data: {}": ("数据：{}", "Dữ liệu: {}", "Данные: {}"),
    # Axes, rows and keys.
    "old style": ("俄历", "lịch cũ", "ст. стиль"),
    "new style": ("公历", "lịch mới", "н. стиль"),
    "life": ("生平", "cuộc đời", "жизнь"),
    "parties": ("政党", "đảng phái", "партии"),
    "offices": ("职务", "chức vụ", "должности"),
    "prison and exile": ("监禁与流放", "tù đày", "тюрьма и ссылка"),
    "events": ("事件", "sự kiện", "события"),
    "a day": ("某一天", "một ngày", "день"),
    "a day, about or perhaps": ("大约或可能的某一天", "một ngày, xấp xỉ hoặc có thể", "день, примерно или возможно"),
    "lasted": ("持续期间", "kéo dài", "длилось"),
    "lasted; pale where its limits are not known to the day": (
        "持续期间；起止日期不详处颜色较浅",
        "kéo dài; nhạt ở chỗ không rõ ngày bắt đầu hay kết thúc",
        "длилось; бледно, где границы не известны до дня",
    ),
    "one moment within": ("其间某一时刻", "một thời điểm trong khoảng", "один момент внутри"),
    "about, or perhaps": ("大约或可能", "xấp xỉ hoặc có thể", "примерно или возможно"),
    "goes on beyond": ("延续至图外", "còn tiếp diễn ngoài biểu đồ", "продолжается за пределами"),
    "not known since or until when": (
        "起止不详",
        "không rõ từ hoặc đến khi nào",
        "неизвестно с каких или до каких пор",
    ),
    "all": ("合计", "tổng", "всего"),
    "Statements by the year they are dated to (dashes: years without any); last, those of a longer time or of none": (
        "按年份统计的记述（虚线：其间各年无记述）；末列为跨年或无日期者",
        "Số câu theo năm (nét đứt: những năm không có); cột cuối: khoảng dài hơn hoặc không có ngày",
        "Высказывания по годам (пунктир: годы без них); в конце — о более долгом времени или без даты",
    ),
    "What two documents both give; framed, what one alone gives": (
        "两份文献共有的内容；方框内为一份文献独有的内容",
        "Điều hai tài liệu cùng nêu; trong khung: điều chỉ một tài liệu nêu",
        "Что есть в обоих документах; в рамке — только в одном",
    ),
    "What two of the {} largest documents both give; framed, what one alone gives": (
        "篇幅最大的{}份文献中两两共有的内容；方框内为一份文献独有的内容",
        "Điều hai trong {} tài liệu lớn nhất cùng nêu; trong khung: điều chỉ một tài liệu nêu",
        "Что есть в обоих из {} крупнейших документов; в рамке — только в одном",
    ),
    "Of what they give, how much is confirmed, unique or in conflict": (
        "所述内容中一致、孤证与矛盾的比例",
        "Trong số đó bao nhiêu được xác nhận, duy nhất hay mâu thuẫn",
        "Сколько из этого подтверждено, единственно или расходится",
    ),
    "other": ("其他", "khác", "прочее"),
    "others: {}": ("其他{}项", "{} mục khác", "прочее: {}"),
    # Tooltips.
    "event": ("事件", "sự kiện", "событие"),
    "kind": ("类别", "loại", "вид"),
    "date": ("日期", "ngày", "дата"),
    "known": ("精确度", "độ chính xác", "точность"),
    "who": ("参与者", "ai", "кто"),
    "sources": ("出处", "nguồn", "источники"),
    "nobody is named": ("未提及人物", "không nêu tên ai", "никто не назван"),
    "undated": ("无日期", "không có ngày", "без даты"),
    "none": ("无", "không có", "нет"),
    "and {} more": ("另有{}处", "và {} chỗ khác", "и ещё {}"),
    "held": ("内容", "điều gì", "что"),
    "from": ("自", "từ", "с"),
    "until": ("至", "đến", "до"),
    "not known": ("不详", "không rõ", "неизвестно"),
    "no end is known": ("结束日期不详", "không rõ kết thúc", "конец неизвестен"),
    "editorial": ("编者补充", "do biên tập", "от редакторов"),
    "nothing": ("无", "không có", "ничего"),
    "document": ("文献", "tài liệu", "документ"),
    "documents": ("文献", "tài liệu", "документы"),
    "statements": ("记述", "câu", "высказывания"),
    "between": ("双方", "giữa", "между кем"),
    "{} and {}": ("{}与{}", "{} và {}", "{} и {}"),
    "name": ("名称", "tên", "имя"),
    "year": ("年份", "năm", "год"),
    "a longer time, or none": ("跨年或无日期", "khoảng dài hơn, hoặc không có", "более долгое время или без даты"),
    "give": ("提供", "nêu", "дают"),
    "attribute": ("项目", "mục", "сведения"),
    "standing": ("状况", "tình trạng", "положение"),
    "number": ("数目", "số lượng", "число"),
    "share": ("比例", "tỉ lệ", "доля"),
}


def speaker(language: str) -> Say:
    """Find who says the texts of a chart in a language.

    >>> speaker("ru")("Data: {}", "russianrev"), speaker("en")("{} and {}", "Lenin", "Trotsky")
    ('Данные: russianrev', 'Lenin and Trotsky')
    """

    def say(text: str, *gaps: object) -> str:
        phrases = _PHRASES[text]
        return (phrases[LANGUAGES.index(language)] if language in LANGUAGES else text).format(*gaps)

    return say

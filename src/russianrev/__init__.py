"""The Russian Revolution as typed, cited data: each fact leads back to the passage it was read from.

The functions and collections of this module are those of the bundled `Dataset`, which is loaded on first use:
importing the module loads neither data nor any other package.

>>> import russianrev as rr
>>> kirov = rr.find("Sergei M. Kirov")
>>> print(rr.involved(kirov)[0].title)
Assassination of Sergei Kirov
"""

from __future__ import annotations

from _thread import allocate_lock

from russianrev._version import __version__ as __version__

TYPE_CHECKING = (
    False  # type checkers take it for true; `typing` is not imported, so that this module costs next to nothing
)
if TYPE_CHECKING:
    from russianrev.dataset import Dataset, load
    from russianrev.dates import Calendar, HistoricalDate, Precision, parse_date
    from russianrev.errors import (
        AmbiguousNameError,
        DataError,
        DateError,
        DocumentError,
        Fault,
        MissingExtraError,
        RussianRevError,
        UnknownNameError,
    )
    from russianrev.exports.graph import write_graph
    from russianrev.exports.quizzes import write_quiz
    from russianrev.metadata import About
    from russianrev.passages.documents import Documents
    from russianrev.passages.fetching import Retrieval, Retrievals
    from russianrev.passages.verification import Verification
    from russianrev.picture import Chart
    from russianrev.queries.anniversaries import Anniversaries, Anniversary
    from russianrev.queries.answers import Account, Answers, Citations, Link, Links, Situation
    from russianrev.queries.collection import Collection
    from russianrev.queries.comparison import Comparison, Comparisons, Standing
    from russianrev.queries.fulltext import Hit
    from russianrev.queries.gathering import Gathered
    from russianrev.queries.quantities import Quantity
    from russianrev.queries.reading import Paragraph, Paragraphs
    from russianrev.queries.statements import Statements
    from russianrev.queries.timeline import Timeline
    from russianrev.quizzes import Question, QuestionKind, Quiz
    from russianrev.records.model import (
        Address,
        Body,
        Capital,
        Citation,
        Claim,
        Confinement,
        Descent,
        Dispute,
        Editorial,
        Event,
        Figure,
        Idea,
        Membership,
        Name,
        Participant,
        Party,
        Person,
        Place,
        Reading,
        Relation,
        Rights,
        Source,
        Statement,
        Stretch,
        Tenure,
        Work,
    )
    from russianrev.records.reference import Reference
    from russianrev.vocabulary import Authority, Certainty, EventKind, Occasion, Predicate, Role

__all__ = [
    "About",
    "Account",
    "Address",
    "AmbiguousNameError",
    "Anniversaries",
    "Anniversary",
    "Answers",
    "Authority",
    "Body",
    "Calendar",
    "Capital",
    "Certainty",
    "Chart",
    "Citation",
    "Citations",
    "Claim",
    "Collection",
    "Comparison",
    "Comparisons",
    "Confinement",
    "DataError",
    "Dataset",
    "DateError",
    "Descent",
    "Dispute",
    "DocumentError",
    "Documents",
    "Editorial",
    "Event",
    "EventKind",
    "Fault",
    "Figure",
    "Gathered",
    "HistoricalDate",
    "Hit",
    "Idea",
    "Link",
    "Links",
    "Membership",
    "MissingExtraError",
    "Name",
    "Occasion",
    "Paragraph",
    "Paragraphs",
    "Participant",
    "Party",
    "Person",
    "Place",
    "Precision",
    "Predicate",
    "Quantity",
    "Question",
    "QuestionKind",
    "Quiz",
    "Reading",
    "Reference",
    "Relation",
    "Retrieval",
    "Retrievals",
    "Rights",
    "Role",
    "RussianRevError",
    "Situation",
    "Source",
    "Standing",
    "Statement",
    "Statements",
    "Stretch",
    "Tenure",
    "Timeline",
    "UnknownNameError",
    "Verification",
    "Work",
    "about",
    "according_to",
    "accounts",
    "accounts_chart",
    "as_of",
    "between",
    "bodies",
    "causes",
    "citation",
    "cite",
    "compare",
    "consequences",
    "coverage",
    "disputes",
    "documents",
    "events",
    "export",
    "figures",
    "find",
    "flashcards",
    "get_documents",
    "ideas",
    "involved",
    "lineage_graph",
    "load",
    "network",
    "network_chart",
    "on_this_day",
    "parse_date",
    "parties",
    "persons",
    "places",
    "quiz",
    "read",
    "save",
    "search",
    "sources",
    "sources_chart",
    "sources_for",
    "statements",
    "statements_about",
    "tables",
    "tenures",
    "verify",
    "works",
    "write_graph",
    "write_quiz",
]

# The modules of the names that are not the bundled data set's.
_MODULES = {
    "metadata": ("About",),
    "dataset": ("Dataset", "load"),
    "dates": ("Calendar", "HistoricalDate", "Precision", "parse_date"),
    "errors": (
        "AmbiguousNameError",
        "DataError",
        "DateError",
        "DocumentError",
        "Fault",
        "MissingExtraError",
        "RussianRevError",
        "UnknownNameError",
    ),
    "exports.graph": ("write_graph",),
    "exports.quizzes": ("write_quiz",),
    "queries.anniversaries": ("Anniversaries", "Anniversary"),
    "queries.answers": ("Account", "Answers", "Citations", "Link", "Links", "Situation"),
    "queries.collection": ("Collection",),
    "queries.comparison": ("Comparison", "Comparisons", "Standing"),
    "queries.fulltext": ("Hit",),
    "queries.gathering": ("Gathered",),
    "queries.quantities": ("Quantity",),
    "passages.documents": ("Documents",),
    "passages.fetching": ("Retrieval", "Retrievals"),
    "passages.verification": ("Verification",),
    "queries.reading": ("Paragraph", "Paragraphs"),
    "queries.statements": ("Statements",),
    "queries.timeline": ("Timeline",),
    "picture": ("Chart",),
    "quizzes": ("Question", "QuestionKind", "Quiz"),
    "records.model": (
        "Address",
        "Body",
        "Capital",
        "Citation",
        "Claim",
        "Confinement",
        "Descent",
        "Dispute",
        "Editorial",
        "Event",
        "Figure",
        "Idea",
        "Membership",
        "Name",
        "Participant",
        "Party",
        "Person",
        "Place",
        "Reading",
        "Relation",
        "Rights",
        "Source",
        "Statement",
        "Stretch",
        "Tenure",
        "Work",
    ),
    "records.reference": ("Reference",),
    "vocabulary": ("Authority", "Certainty", "EventKind", "Occasion", "Predicate", "Role"),
}
_lock = allocate_lock()  # of `threading`, which would have to be imported


def __getattr__(name: str) -> object:
    """Import a class, or load the bundled data set, when a name is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = next((module for module, names in _MODULES.items() if name in names), None)
    value: object = getattr(_import(module) if module else _load_bundled(), name)
    globals()[name] = value  # so that it is found at once the next time
    return value


def _import(module: str) -> object:
    from importlib import import_module

    return import_module(f"{__name__}.{module}")


def _load_bundled() -> Dataset:
    from russianrev.dataset import Dataset

    with _lock:  # threads that ask at the same time wait for one data set, and share it
        if "_bundled" not in globals():
            globals()["_bundled"] = Dataset.bundled()
    return globals()["_bundled"]  # type: ignore[no-any-return]


if TYPE_CHECKING:
    _bundled = _load_bundled()
    accounts = _bundled.accounts
    accounts_chart = _bundled.accounts_chart
    tenures = _bundled.tenures
    consequences = _bundled.consequences
    compare = _bundled.compare
    causes = _bundled.causes
    about = _bundled.about
    according_to = _bundled.according_to
    as_of = _bundled.as_of
    between = _bundled.between
    bodies = _bundled.bodies
    citation = _bundled.citation
    cite = _bundled.cite
    coverage = _bundled.coverage
    disputes = _bundled.disputes
    documents = _bundled.documents
    events = _bundled.events
    export = _bundled.export
    figures = _bundled.figures
    find = _bundled.find
    flashcards = _bundled.flashcards
    get_documents = _bundled.get_documents
    ideas = _bundled.ideas
    involved = _bundled.involved
    lineage_graph = _bundled.lineage_graph
    network = _bundled.network
    network_chart = _bundled.network_chart
    on_this_day = _bundled.on_this_day
    parties = _bundled.parties
    persons = _bundled.persons
    places = _bundled.places
    quiz = _bundled.quiz
    read = _bundled.read
    save = _bundled.save
    search = _bundled.search
    sources = _bundled.sources
    sources_chart = _bundled.sources_chart
    sources_for = _bundled.sources_for
    statements = _bundled.statements
    statements_about = _bundled.statements_about
    tables = _bundled.tables
    verify = _bundled.verify
    works = _bundled.works


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

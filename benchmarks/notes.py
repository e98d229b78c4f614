"""Why a goal may be missed, and where the floor lies, by the name of the row; the page tells it where one is missed."""

from __future__ import annotations

from cold import QUESTIONS

WHY = {
    "import": "The floor is near nothing: names and modules are all that `import russianrev` needs to know.",
    **dict.fromkeys(
        [f"cold-{name}" for name in QUESTIONS],
        "The floor is what any answer needs: Python itself, and attrs, of which the records are made; the lines of the"
        " import have both. The rest is the reading of the bundle, for `find` and `search` also of an index, the import"
        " of the modules that answer, and the answer.",
    ),
    "tenfold": (
        "What grows is what is read or built whole for one answer. The floor is 1: an answer about few records needs"
        " few records."
    ),
    "chained-wide": (
        "The first filter finds nearly all events, and a timeline of these is made before the second is asked for. The"
        " floor of two filters, each of which answers with a timeline, is the length of the first answer; put the"
        " filter that finds least first."
    ),
    "search": (
        "Each word's records are read from where it weighs most, until no other can be among the best. With several"
        " words of which all are common and none weighs more than another, many have to be read; the floor is the"
        " number of those that have most of the words."
    ),
    "load-plain": "The floor is Python's own `json`, beside each figure; the rest makes records of it and checks them.",
    "load-dense": (
        "An event, its participants, its names and two fifths of a person come with each statement, and each of these"
        " is a record or a value that is made, linked and checked. The floor is Python's own `json`, beside each"
        " figure."
    ),
    "load-shaped": (
        "The floor is Python's own `json`, beside each figure. A statement's share of an event, with its date, names,"
        " participants and places, is counted with the statement."
    ),
    "peers-between": (
        "sqlite3 answers in C with ids, to two texts that are as its index has them. The library takes dates in any"
        " form and calendar, and answers with a timeline that can be filtered further: that, before anything is looked"
        " up, is its floor, about what sqlite3 takes for all."
    ),
    "peers-involved": (
        "sqlite3 answers in C, and gives ids where the library gives records. What SPARQL takes to find by participant"
        " is a few milliseconds for reading and planning the query, however many events there are: a thousandth of that"
        " is less than a handful of Python calls."
    ),
}

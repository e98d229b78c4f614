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
        "Every record that has one of the words is scored, and a word such as “the” is in most. The floor of a ranking"
        " that looks at all of them is their number."
    ),
    "load-plain": "The floor is Python's own `json`, beside each figure; the rest makes records of it and checks them.",
    "load-shaped": (
        "The floor is Python's own `json`, beside each figure. A statement's share of an event, with its date, names,"
        " participants and places, is counted with the statement."
    ),
    "peers-between": (
        "sqlite3 answers in C. The library takes dates in any form, and answers with a timeline of records: its floor"
        " is what `parse_date` takes for the two ends."
    ),
    "peers-involved": (
        "sqlite3 answers in C, and gives ids where the library gives records. What SPARQL takes to find by participant"
        " is a few milliseconds for reading and planning the query, however many events there are: a thousandth of that"
        " is less than a handful of Python calls."
    ),
}

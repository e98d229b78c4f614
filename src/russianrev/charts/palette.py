"""Colours: the same for the same thing in every chart, plain to see on white and on near-black.

They are told apart by those who do not see red or green. For the kinds of event they were sought for that, by the
contrast of WCAG 2.2 and the simulation of Machado, Oliveira and Fernandes (2009), of which the tests have the measures;
the others are Okabe and Ito's: https://jfly.uni-koeln.de/color/.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle

from russianrev.queries.comparison import Standing
from russianrev.records.model import Source
from russianrev.vocabulary import EventKind

BLUE, ORANGE, GREEN, PINK, AMBER, SKY = "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"

FAMILIES: dict[str, tuple[str, tuple[EventKind, ...]]] = {
    "revolt": (
        "#A84129",
        (
            EventKind.REVOLUTION,
            EventKind.UPRISING,
            EventKind.COUP,
            EventKind.MUTINY,
            EventKind.DEMONSTRATION,
            EventKind.STRIKE,
        ),
    ),
    "war": ("#834C8E", (EventKind.WAR, EventKind.CAMPAIGN, EventKind.BATTLE, EventKind.TREATY)),
    "state": (
        "#4A54D9",
        (EventKind.GOVERNMENT, EventKind.ELECTION, EventKind.LAW, EventKind.REFORM, EventKind.POLICY),
    ),
    "meetings and parties": (
        "#22AE72",
        (
            EventKind.CONGRESS,
            EventKind.MEETING,
            EventKind.ALLIANCE,
            EventKind.SPLIT,
            EventKind.ADMISSION,
            EventKind.EXPULSION,
        ),
    ),
    "repression": (
        "#CD8CB5",
        (
            EventKind.REPRESSION,
            EventKind.ARREST,
            EventKind.EXILE,
            EventKind.TRIAL,
            EventKind.CONFESSION,
            EventKind.EXECUTION,
            EventKind.ASSASSINATION,
        ),
    ),
    "words": ("#307566", (EventKind.SPEECH, EventKind.WRITING, EventKind.PUBLICATION)),
    "lives": ("#4B93DD", (EventKind.CAREER, EventKind.JOURNEY, EventKind.DEATH)),
    "society": ("#9D9E1E", (EventKind.PROCESS, EventKind.CRISIS, EventKind.FAMINE)),
}
"""The kinds of event that share a colour, in the order of the rows of a timeline."""

KINDS = {kind: (family, colour) for family, (colour, kinds) in FAMILIES.items() for kind in kinds}
"""The family and the colour of each kind of event."""

STANDINGS = {
    Standing.CONFIRMED: BLUE,
    Standing.MAJORITY: SKY,
    Standing.UNIQUE: "#AAAAAA",
    Standing.CONFLICT: ORANGE,
}
"""The colour of each standing of what sources give."""

ACTORS = {"person": BLUE, "party": ORANGE, "body": GREEN}
"""The colour of each kind of thing that takes part in events."""


def by_source(sources: Iterable[Source]) -> dict[Source, str]:
    """Choose the colour of each document of a data set."""
    ordered = sorted(sources, key=lambda source: source.id)
    return dict(zip(ordered, cycle((AMBER, BLUE, GREEN, PINK, ORANGE, SKY)), strict=False))

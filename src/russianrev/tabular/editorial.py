"""The tables of what the editors decide: disputes, and what no document states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from russianrev.records.base import ByKind
from russianrev.records.model import Dispute, Editorial, Source, stretches_of
from russianrev.tabular.columns import Identified, label, optional_word, reference, text, word
from russianrev.tabular.documents import SOURCES
from russianrev.tabular.schema import (
    ID,
    POSITION,
    Belonging,
    Schema,
    all_of,
    belongings,
    owned_by,
    table_of_identified_values,
    table_of_records,
)
from russianrev.tabular.things import (
    CAPITALS,
    CONFINEMENTS,
    MEMBERSHIPS,
    OFFICES,
    TABLE_NAMES,
    all_things,
    statements_behind,
)
from russianrev.vocabulary import Authority, Certainty

DISPUTES = table_of_records(
    "disputes",
    "Where documents differ, or one differs from what is established.",
    Dispute,
    ID,
    reference("thing_id", "things", "The thing in dispute", lambda dispute: dispute.thing),
    text("attribute", "What of it is in dispute", lambda dispute: dispute.attribute),
    text("chosen", "The value that the editors take; null where they leave it open", lambda dispute: dispute.chosen),
    text("reason", "Why", lambda dispute: dispute.reason),
    word("certainty", Certainty, "How sure the editors are", lambda dispute: dispute.certainty),
)

_claims = belongings(all_of(Dispute), "values", lambda dispute: dispute.values)

CLAIMS = table_of_identified_values(
    "claims",
    "The values that a dispute weighs.",
    owned_by("dispute", "disputes", "The dispute"),
    _claims,
    text("value", "The value", lambda claim: claim.value),
    optional_word(
        "authority",
        Authority,
        "What kind of authority the editors have it from, if any",
        lambda claim: claim.authority,
    ),
)

_RECORDS = TABLE_NAMES | {Source: SOURCES.name}
_STRETCHES = tuple(table.name for table in (MEMBERSHIPS, OFFICES, CONFINEMENTS, CAPITALS))


def _name_table(owner: Identified) -> str:
    """Name the table of a record, or of a stretch, whose attribute is called as its table is."""
    return owner.attribute if isinstance(owner, Belonging) else _RECORDS[type(owner)]


def _find_notes(records: ByKind) -> Iterator[Belonging[Editorial]]:
    """Find the notes on each record, and on what held of it for a time."""
    for record in chain(all_things(records), all_of(Source)(records)):
        noted: list[tuple[Identified, tuple[Editorial, ...]]] = [(record, record.editorial)]
        for attribute, stretches in stretches_of(record).items():
            for position, stretch in enumerate(stretches, 1):
                noted.append((Belonging(record, attribute, position, stretch), stretch.editorial))
        for owner, notes in noted:
            for position, note in enumerate(notes, 1):
                yield Belonging(owner, "editorial", position, note)


EDITORIAL = Schema(
    "editorial",
    "What the editors say and no document does.",
    (
        word(
            "table_name",
            (*_RECORDS.values(), *_STRETCHES),
            "The table that the record is in",
            lambda note: _name_table(note.owner),
        ),
        label("record_id", "The id of the record, in that table", lambda note: note.owner.id),
        POSITION,
        label("attribute", "What of the record is editorial", lambda note: note.value.attribute),
        word("authority", Authority, "What kind of authority it is from", lambda note: note.value.authority),
    ),
    _find_notes,
    ("record_id", "attribute"),
)

EDITORIAL_TABLES = (DISPUTES, CLAIMS, statements_behind("claims", "claim", _claims), EDITORIAL)

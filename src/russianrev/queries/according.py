"""One document's account of everything: the data set with only what that document says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from russianrev.dates import HistoricalDate
from russianrev.loading.memory import Loaded, made
from russianrev.loading.structure import make_converter
from russianrev.queries.evidence import date_given, gives, stretch_of
from russianrev.records.base import ByKind, Owner, Record
from russianrev.records.model import (
    KINDS,
    Capital,
    Dispute,
    Event,
    Membership,
    Place,
    Source,
    Statement,
    Stretch,
    Tenure,
    Thing,
    stretches_of,
)

_Table = dict[str, Any]

# Attributes of a thing that stay only if the document gives them.
_GIVEN = ("birth", "death", "founded", "dissolved", "split_from", "merged_into", "authors", "date")


def according_to(source: Source, owner: Owner) -> Loaded:
    """Make a data set of the records as one source has them.

    Its statements stay, and what they touch. An event has the date, the participants and the places that they give
    it, and is part of the nearest whole that they tell of; dates and offices of other things stay if they give them.
    Names that only others print go. A dispute stays if the source contradicts itself or what is established.
    """
    tables: dict[str, list[_Table]] = defaultdict(list)
    for kind, table in _Account(source, owner.records).tables():
        tables[kind].append(table)
    beside = {index: owner.look_up(index, source.id) for index in ("track", "text")}
    kept = {index: {source.id: value} for index, value in beside.items() if value is not None}
    return Loaded(made(tables).values(), owner.about, kept)


def _named_by(source: Source) -> Iterator[Thing]:
    """Find the things that a source's own record names."""
    yield from (*source.authors, *source.translators)
    yield from filter(None, (source.work, source.about))


class _Account:
    def __init__(self, source: Source, records: ByKind) -> None:
        self.source = source
        self.statements = [s for s in records["statement"] if isinstance(s, Statement) and s.source == source]
        self.about: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for thing in statement.things:
                self.about[thing.id].append(statement)
        self.kept: dict[str, Thing] = {}
        for statement in self.statements:
            for thing in (*_named_by(source), *statement.things):
                self._keep(thing)
        self.disputed: set[tuple[str, str]] = set()
        self.writer = make_converter()

    def _keep(self, thing: Thing) -> None:
        """Keep a thing, and where it lies."""
        self.kept[thing.id] = thing
        if isinstance(thing, Place) and thing.within:
            self._keep(thing.within)

    def tables(self) -> Iterator[tuple[str, _Table]]:
        """Make the table of each record that stays, with what stays of it."""
        own: tuple[Record, ...] = (self.source, *self.statements)
        for record in own:
            yield KINDS[type(record)], self.writer.unstructure(record)
        for dispute in dict.fromkeys(
            dispute for each in (self.source, *self.kept.values()) for dispute in each.disputes
        ):
            table = self._write_dispute(dispute)
            if dispute.thing.id in self.kept and table["values"]:
                self.disputed.add((dispute.thing.id, dispute.attribute))
                yield "dispute", table
        for thing in self.kept.values():
            yield KINDS[type(thing)], self._write_event(thing) if isinstance(thing, Event) else self._write_thing(thing)

    def _write_event(self, event: Event) -> _Table:
        table = self._write_table(event)
        own = [s for s in self.about[event.id] if s.event == event]
        touched = {thing.id for s in own for thing in s.things}
        date = self._date(event, own)
        whole = event.part_of
        while whole and whole.id not in self.kept:
            whole = whole.part_of
        table |= {
            "participants": [each for each in table.get("participants", []) if each["who"] in touched],
            "places": [place for place in table.get("places", []) if place in touched],
            "date": date and date.notation,
            "part_of": whole and whole.id,
        }
        return {key: value for key, value in table.items() if value and key not in ("summary", "editorial")}

    def _date(self, event: Event, own: list[Statement]) -> HistoricalDate | None:
        """Date an event as the document does: if it gives several dates and no dispute is left, from first to last."""
        date = date_given(event, self.source)
        given = [s.date for s in own if s.date and not s.readings]
        if date is None or (event.id, "date") in self.disputed or all(map(date.overlaps, given)):
            return date
        return stretch_of(given)

    def _write_thing(self, thing: Thing) -> _Table:
        table = self._write_table(thing)
        for field in _GIVEN:
            if field in table and not any(gives(s, thing, field) for s in self.about[thing.id]):
                del table[field]
        for field, stretches in stretches_of(thing).items():
            table[field] = [self._write_stretch(stretch) for stretch in stretches if self._supports(stretch)]
        return table

    def _write_table(self, thing: Thing) -> _Table:
        table: _Table = self.writer.unstructure(thing)
        names = zip(thing.names, table.pop("names", []), strict=True)
        table["names"] = [name for own, name in names if not own.sources or self.source in own.sources]
        return table

    def _supports(self, stretch: Stretch) -> bool:
        supported = any(s.source == self.source for s in stretch.statements)
        match stretch:
            case Membership(party=group) | Tenure(body=group):
                return supported and group.id in self.kept
            case Capital(city=city):
                return supported and city.id in self.kept
            case _:
                return supported

    def _write_stretch(self, stretch: Stretch) -> _Table:
        table: _Table = self.writer.unstructure(stretch)
        own = [s for s in stretch.statements if s.source == self.source]
        dates = [date for s in own for date in (s.date, s.relation and s.relation.date) if date]
        for end in ("start", "end"):
            limit = getattr(stretch, end)
            if limit and not any(limit.overlaps(date) for date in dates):
                table.pop(end)
        table["statements"] = [s.id for s in own]
        table.pop("editorial", None)
        return table

    def _write_dispute(self, dispute: Dispute) -> _Table:
        table: _Table = self.writer.unstructure(dispute)
        for claim in table["values"]:
            own = (id for id in claim.get("statements", []) if id.startswith(f"{self.source.id}:"))
            claim["statements"] = list(own)
        values = [claim for claim in table["values"] if claim["statements"] or "authority" in claim]
        supported = any(claim["statements"] for claim in values)
        if not supported or len(values) < 2:
            values = self._weigh_figures(dispute.thing) if dispute.attribute == "figures" else []
        table["values"] = values
        if table.get("chosen") not in [claim["value"] for claim in values]:
            table.pop("chosen", None)
        return table

    def _weigh_figures(self, thing: Thing) -> list[_Table]:
        """Weigh the figures of the same that the document gives an event, where they differ."""
        groups: dict[tuple[str, str], dict[tuple[float, float | None], _Table]] = defaultdict(dict)
        for statement in self.about[thing.id]:
            for figure in statement.figures:
                if statement.event == thing and not statement.readings and not figure.approximate:
                    same = groups[figure.of, figure.unit]
                    claim = same.setdefault((figure.value, figure.value_max), {"value": str(figure), "statements": []})
                    claim["statements"] += [statement.id] if statement.id not in claim["statements"] else []
        return [claim for same in groups.values() if len(same) > 1 for claim in same.values()]

"""Statements in the order of the documents, and what they may be narrowed to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from russianrev.dates import DateLike
from russianrev.queries.collection import Collection

if TYPE_CHECKING:
    from russianrev.records.model import Body, Findable, Party, Person, Source, Statement, Work

Resolver: TypeAlias = "Callable[..., Findable]"
"""Finds the one thing of some kinds that a name, an id or the thing itself means."""


class Statements(Collection["Statement"]):
    """Statements in the order of the documents; `where` gives those that meet conditions."""

    __slots__ = ("_nothing", "_resolve")

    def __init__(self, statements: Iterable[Statement], resolve: Resolver, *, nothing: str = "no statements") -> None:
        super().__init__(statements)
        self._resolve = resolve
        self._nothing = nothing

    @property
    def nothing(self) -> str:
        """What an empty one says: what was looked for, and how many statements each condition holds for alone."""
        return self._nothing

    def where(
        self,
        *,
        within: Source | str | None = None,
        about: Findable | str | None = None,
        said_by: Person | Party | Body | Work | str | None = None,
        between: tuple[DateLike, DateLike] | None = None,
    ) -> Statements:
        """Keep the statements of a source, that touch a thing, that report somebody's words, or are dated in a period.

        Of several conditions all must be met. The date of a statement is its own, or that of the event it tells of, and
        lies as a whole `between` the first day of the one date and the last of the other. Raises what `find` raises for
        names, and `DateError`.

        >>> import russianrev as rr
        >>> [each.id for each in rr.statements.where(within="boden-review", said_by="smilga")]
        ['boden-review:13.12', 'boden-review:13.13']
        """
        from russianrev.queries.narrowing import dated_in
        from russianrev.records.model import Body, Party, Person, Source, Work

        met: dict[str, list[Statement]] = {}
        if within is not None:
            source = self._resolve(within, Source)
            met[f"in {source.id}"] = self._keep(source.statements)
        if about is not None:
            thing = self._resolve(about)
            met[f"about {thing.label}"] = self._keep(thing.statements)
        if said_by is not None:
            who = self._resolve(said_by, Person, Party, Body, Work)
            words = (each for each in who.statements if each.said_by and each.said_by.id == who.id)
            met[f"said by {who.label}"] = self._keep(words)
        found = self._meet(met)
        if between is not None:
            period, is_dated = dated_in(between)
            found = [each for each in found if is_dated(each)]
            if not found:
                met[f"dated {period}"] = [each for each in self if is_dated(each)]
        return Statements(found, self._resolve, nothing=_say(met))

    def _keep(self, statements: Iterable[Statement]) -> list[Statement]:
        return [each for each in statements if each.id in self]

    def _meet(self, met: dict[str, list[Statement]]) -> Iterable[Statement]:
        """Find the statements that meet every condition, in order."""
        if not met:
            return self
        first, *others = met.values()
        ids = [{each.id for each in other} for other in others]
        return [each for each in first if all(each.id in among for among in ids)]


def _say(met: dict[str, list[Statement]]) -> str:
    """Say what was looked for in vain, and how many statements meet each condition alone."""
    if not met:
        return "no statements"
    alone = ", ".join(f"{len(found) or 'none'} {condition}" for condition, found in met.items())
    return f"no statement is {', '.join(met)}" + (f"; of these there are {alone}" if len(met) > 1 else "")

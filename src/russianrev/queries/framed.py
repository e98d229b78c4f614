"""What an answer has that is many: a data frame of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from russianrev.views import view

if TYPE_CHECKING:
    import pandas
    import polars


class Framed:
    """Makes a data frame of itself, by the view `frame`."""

    __slots__ = ()

    @overload
    def to_frame(self, library: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
    @overload
    def to_frame(self, library: Literal["polars"]) -> polars.DataFrame: ...
    def to_frame(self, library: Literal["pandas", "polars"] = "pandas") -> pandas.DataFrame | polars.DataFrame:
        """Put it in a data frame of pandas or polars: records a row each, with the columns of `tables()`.

        Of what is no record (`russianrev.tabular.answers`), a row is what one statement or one value adds. Raises
        `MissingExtraError` without the extra `frames`, `ValueError` for another library.

        >>> import russianrev as rr
        >>> rr.places.to_frame()["id"].to_list() == list(rr.places.ids)
        True
        >>> rr.search("smirnov kazan").to_frame().columns.to_list()
        ['score', 'kind', 'id', 'label']
        """
        made: pandas.DataFrame | polars.DataFrame = view(self, "frame", library=library)
        return made

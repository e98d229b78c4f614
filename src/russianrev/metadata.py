"""What a data set is called, whose it is, and under which licence it may be used."""

from __future__ import annotations

from attrs import frozen

from russianrev._version import __version__


@frozen
class About:
    """What an export says of the data set that it holds; `licence` is the name that SPDX has for it."""

    title: str
    creator: str
    version: str
    licence: str
    licence_url: str

    def __str__(self) -> str:
        """Write all of it in a line."""
        who = f"{self.title}. {self.creator}, version {self.version}."
        return f"{who} Licence of the data: {self.licence}, {self.licence_url}"


def about_bundled() -> About:
    """Tell what exports say of the data set in the package."""
    return About(
        title="russianrev: the Russian Revolution as typed, cited data",
        creator="The russianrev authors",
        version=__version__,
        licence="CC-BY-4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
    )

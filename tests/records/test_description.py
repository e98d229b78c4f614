from __future__ import annotations

from russianrev.dataset import Dataset
from russianrev.records.description import description_of


def test_a_source_is_described_in_a_line(wharf: Dataset) -> None:
    described = description_of(wharf.sources["wharf-chronicle"])
    assert described == "Pavel Ilyin, A Chronicle of the Wharf, Wharves of the World, 1921"


def test_a_source_of_which_little_is_known_is_described_by_its_title(wharf: Dataset) -> None:
    assert description_of(wharf.sources["union-letter"]) == "A Letter from the Union"

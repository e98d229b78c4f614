from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from russianrev.indexes.intervals import Intervals

numbers = st.integers(0, 60)
some = st.lists(st.tuples(numbers, st.integers(1, 30)), max_size=200).map(
    lambda pairs: sorted((begin, begin + length) for begin, length in pairs)
)
asked = st.tuples(numbers, st.integers(1, 40)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def intervals(pairs: list[tuple[int, int]]) -> Intervals:
    return Intervals([begin for begin, _ in pairs], [end for _, end in pairs])


@given(some, asked)
def test_those_within_are_all_that_begin_and_end_in_it(pairs: list[tuple[int, int]], period: tuple[int, int]) -> None:
    begin, end = period
    expected = [place for place, (first, last) in enumerate(pairs) if begin <= first and last <= end]
    found = intervals(pairs)
    assert found.within(begin, end) == expected
    assert [place for place in range(len(pairs) + 1) if found.lies_within(place, begin, end)] == expected
    assert found.most_within(begin, end) >= len(expected)


@given(some, asked)
def test_those_that_overlap_have_a_moment_in_common_with_it(
    pairs: list[tuple[int, int]], period: tuple[int, int]
) -> None:
    begin, end = period
    expected = [place for place, (first, last) in enumerate(pairs) if first < end and begin < last]
    found = intervals(pairs)
    assert found.overlapping(begin, end) == expected
    assert [place for place in range(len(pairs) + 1) if found.overlaps(place, begin, end)] == expected
    assert found.number_overlapping(begin, end) == len(expected)


def test_of_none_none_is_found() -> None:
    assert intervals([]).within(0, 9) == intervals([]).overlapping(0, 9) == []
    assert intervals([]).number_overlapping(0, 9) == 0


def test_long_and_short_intervals_at_one_place_are_told_apart() -> None:
    pairs = [(0, 1000), *((place, place + 1) for place in range(500))]
    found = intervals(sorted(pairs))
    assert found.within(499, 500) == [500]
    assert len(found.overlapping(499, 500)) == 2

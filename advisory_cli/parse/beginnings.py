"""Beginnings that every line is held against: by their first letter, so that a line meets a few of them."""

from collections.abc import Iterable, Mapping


def by_letter(beginnings: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """For each first letter the beginnings that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for beginning in beginnings:
        found[beginning[0]] = (*found.get(beginning[0], ()), beginning)
    return found

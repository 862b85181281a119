"""The people of an archive: all the names that it prints, joined where they are one person."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product, starmap
from typing import Final, TypeVar

from advisory_cli.nearness.sounds import script
from advisory_cli.persons.agree import (
    bone_keys,
    initial_keys,
    near_sound,
    reasons,
    same_sound,
    shortened,
    sound_keys,
    words_match,
)
from advisory_cli.persons.name import Name, parse_name, tidy, words_of
from advisory_cli.persons.parts import Link, parts
from advisory_cli.text import fold

_Group = tuple[Name, ...]
"""Spellings of one person."""

_Value = TypeVar("_Value")
_Key = TypeVar("_Key")

_Links = set[Link]
"""Places of two groups that agree, the lower one first."""


class People:
    """Joins names; one that may be several people is joined with none of them.

    Three steps, from the safest: the same words in another order, case or accents; the same sound in other scripts and
    romanisations; initials and what stands in the middle. All that a step would join must agree with each other.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        """`counts` has every name as printed, and in how many texts it stands."""
        self._counts: dict[str, int] = defaultdict(int)
        for printed, count in counts.items():
            self._counts[tidy(printed)] += count
        self._doubts: dict[str, dict[str, None]] = defaultdict(dict)
        groups = _same_words(list(filter(None, map(parse_name, self._counts))))
        groups = self._joined(groups, _alike(groups), near_sound)
        groups = self._joined(groups, _shortened(groups))
        self._group_of = {name.printed: group for group in groups for name in group}
        self._persons = {name.printed: label for group in groups for label in [self._label(group)] for name in group}

    def person(self, printed: str) -> str | None:
        """The spelling that stands for all of a person; None for descriptions, and for one word, which names many."""
        label = self._persons.get(tidy(printed))
        return label.printed if label else None

    def spellings(self, person: str) -> dict[str, str]:
        """Every spelling of a person, the one that stands for all first, with what sets it apart, in words."""
        label = self._persons[person]
        others = sorted(self._group_of[person], key=lambda name: (-self._counts[name.printed], name.printed))
        return {label.printed: ""} | {one.printed: reasons(label, one) for one in others if one != label}

    def doubts(self, person: str) -> tuple[str, ...]:
        """People of whom this may be one, who are not one with each other; at most some."""
        near = chain.from_iterable(self._doubts.get(name.printed, ()) for name in self._group_of[person])
        return tuple(sorted({self._persons[printed].printed for printed in near} - {person}))

    def family(self, printed: str) -> str | None:
        """The family name, folded; None for what is no full name."""
        label = self._persons.get(tidy(printed))
        return fold(label.family) if label and label.given else None

    def fitting(self, wanted: str) -> frozenset[str]:
        """Every name as printed that is meant by these words: all of a person one of whose spellings has them all."""
        fits = frozenset(printed for printed in self._counts if words_match(tidy(wanted), printed))
        return fits | {name.printed for printed in fits for name in self._group_of.get(printed, ())}

    def _label(self, group: _Group) -> Name:
        """In full, without title and in the usual order if there is such a spelling; then what most texts print."""
        return min(group, key=lambda name: (not name.is_plain, -self._counts[name.printed], name.printed))

    def _joined(
        self, groups: Sequence[_Group], links: _Links, bearable: Callable[[Name, Name], bool] = lambda *_: False
    ) -> list[_Group]:
        """What hangs together made one where each agrees with each, or differs no more than is `bearable`."""
        joined: list[_Group] = []
        for part, inside in parts(len(groups), links):
            together = [groups[at] for at in part]
            firsts = [(groups[one][0], groups[other][0]) for one, other in _missing(part, inside)]
            if len(part) <= _CROWD and all(starmap(bearable, firsts)):
                joined.append(tuple(chain.from_iterable(together)))
                continue
            joined.extend(together)
            for one, other in inside:
                self._doubt(groups[one][0].printed, groups[other][0].printed)
        return joined

    def _doubt(self, one: str, other: str) -> None:
        for name, near in ((one, other), (other, one)):
            if len(self._doubts[name]) < _DOUBTS:
                self._doubts[name][near] = None


_DOUBTS: Final = 10
"""People that one name is said to be confused with."""

_VARIANTS: Final = 10
"""Spellings of one person that are laid beside those of another."""

_CROWD: Final = 50
"""Names that share a key, beyond which nothing is said about them: comparing each with each takes too long."""


def _missing(part: Sequence[int], links: Collection[Link]) -> Iterator[Link]:
    """Pairs of a part that are not linked."""
    return (pair for pair in combinations(part, 2) if pair not in links) if len(part) > 2 else iter(())


def _same_words(names: Sequence[Name]) -> list[_Group]:
    """Names with the same words; one with its family name in front may have the order of another that is printed so."""
    plain = {name.key: name for name in names if not name.family_first}
    groups: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        as_printed = plain.get(tuple(map(fold, words_of(name.printed)))) if name.key not in plain else None
        same = (
            name._replace(given=as_printed.given, family=as_printed.family, family_first=False) if as_printed else name
        )
        groups[same.key].append(same)
    return list(map(tuple, groups.values()))


def _alike(groups: Sequence[_Group]) -> _Links:
    """Groups whose names sound alike; what is in one differs in case and accents alone."""
    firsts = {at: group[0] for at, group in enumerate(groups) if group[0].given}
    found = {pair for pair in _neighbours(firsts, sound_keys) if same_sound(firsts[pair[0]], firsts[pair[1]])}
    is_abjad = {at: script(name.family) == "abjad" for at, name in firsts.items()}
    if any(is_abjad.values()):
        pairs = _neighbours(firsts, bone_keys)
        found |= {
            (one, other)
            for one, other in pairs
            if is_abjad[one] != is_abjad[other] and same_sound(firsts[one], firsts[other])
        }
    return found


def _shortened(groups: Sequence[_Group]) -> _Links:
    """Groups of which one has a name that is the other shortened."""
    different = {
        at: tuple({name.key: name for name in group}.values())[:_VARIANTS]
        for at, group in enumerate(groups)
        if group[0].given
    }
    pairs = _neighbours(different, lambda names: chain.from_iterable(map(initial_keys, names)))
    return {(one, other) for one, other in pairs if any(starmap(shortened, product(different[one], different[other])))}


def _neighbours(values: Mapping[int, _Value], keys_of: Callable[[_Value], Iterable[_Key]]) -> Iterator[Link]:
    """Pairs that share a key which not too many have; some twice."""
    having: dict[_Key, list[int]] = defaultdict(list)
    for at, value in values.items():
        for key in set(keys_of(value)):
            having[key].append(at)
    return chain.from_iterable(combinations(some, 2) for some in having.values() if len(some) <= _CROWD)

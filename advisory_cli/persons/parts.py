"""What hangs together by links."""

from collections import defaultdict
from collections.abc import Collection, Iterator

Link = tuple[int, int]


def parts(count: int, links: Collection[Link]) -> Iterator[tuple[list[int], set[Link]]]:
    """The numbers below `count` in parts that no link leaves, in order, each part with its links."""
    over = list(range(count))
    for one, other in sorted(links):
        over[_top(over, other)] = _top(over, one)
    members, inside = defaultdict[int, list[int]](list), defaultdict[int, set[Link]](set)
    for at in range(count):
        members[_top(over, at)].append(at)
    for link in links:
        inside[_top(over, link[0])].add(link)
    return ((part, inside[top]) for top, part in members.items())


def _top(over: list[int], at: int) -> int:
    """The one that stands for all that hang together with this."""
    while over[at] != at:
        over[at] = at = over[over[at]]
    return at

"""Which texts many targets name, found in one go through the stamps of the archive."""

from collections.abc import Iterable, Iterator, Sequence

from advisory_cli.ports import Stamp
from advisory_cli.reference import Target


def named_by(targets: Sequence[Target], stamps: Iterable[Stamp]) -> dict[Target, list[int]]:
    """For each target the texts it names now, by the ids of their first revisions; `stamps` are newest first.

    Removed texts are none of them. Goes no further back than to the oldest text, and keeps a number of each.
    """
    found: dict[Target, list[int]] = {target: [] for target in targets}
    wanted: dict[tuple[str, str | None], list[Target]] = {}
    for target in found:
        for name in _names(target):
            wanted.setdefault((name, target.language), []).append(target)
    for stamp in _newest(stamps):
        name, _, language = stamp.name.removesuffix(")").rpartition(" (")
        if stamp.action not in _GONE:
            keys = {(one, spoken) for one in (name, f"#{stamp.first}") for spoken in (language, None)}
            for target in (target for key in keys for target in wanted.get(key, ())):
                found[target].append(stamp.first)
    return found


_GONE = ("remove", "purge")


def _names(target: Target) -> Sequence[str]:
    return target.reference.spellings if target.reference else (f"#{target.id}",)


def _newest(stamps: Iterable[Stamp]) -> Iterator[Stamp]:
    """The newest stamp of each text."""
    seen: set[int] = set()
    for stamp in stamps:
        if stamp.first not in seen:
            seen.add(stamp.first)
            yield stamp

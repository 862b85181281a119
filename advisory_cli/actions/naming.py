"""Which texts many targets name, and where many texts lie: found in one go through the stamps of the archive."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from advisory_cli.actions.lookup import Lookup
from advisory_cli.ports import Place, Stamp, Store
from advisory_cli.reference import Target


def firsts(targets: Sequence[Target], store: Store, lookup: Lookup) -> list[int]:
    """The texts that these name, each once, by the ids of their first revisions; raises `NotFound`."""
    found = {} if len(targets) <= _FEW else named_by(targets, store.stamps())
    for target in targets:
        if not found.get(target):
            found[target] = [text.first or 0 for text in lookup.named(target)]
    return list(dict.fromkeys(first for texts in found.values() for first in texts))


def newest(texts: Collection[int], store: Store, lookup: Lookup) -> list[Place]:
    """Where the newest revision of each of these texts, named as `firsts` does, lies; raises `NotFound`."""
    wanted, found = set(texts), dict[int, Place]()
    if len(wanted) <= _FEW:
        held = {first: lookup.entries("first", first) for first in wanted}
        found = {first: entries[-1].place for first, entries in held.items() if entries}
    else:
        for stamp in store.stamps():
            if stamp.first in wanted:
                found.setdefault(stamp.first, stamp.place)
            if len(found) == len(wanted):
                break
    if lacking := wanted - found.keys():
        raise lookup.missing(Target(id=min(lacking)))
    return [found[first] for first in dict.fromkeys(texts)]


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


_FEW = 20
"""Look-ups that are quicker than reading all stamps."""

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

"""Taking accessions in: what each comes to, given what is there, and groups of them under one lock."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import NamedTuple

from advisory_cli.errors import Ambiguous, ArchiveError, DuplicateDiffers
from advisory_cli.lookup import Lookup, content_of, name_of
from advisory_cli.model import Accession, Advisory
from advisory_cli.ports import Original, Store
from advisory_cli.results import Outcome
from advisory_cli.succession import carried_over, translating

Write = Callable[..., tuple[Advisory, ...]]
"""Appends revisions, stamped, and returns them as they are written."""


class Intake:
    """Decides on accessions and writes those that bring something new, with what they were read from."""

    def __init__(self, store: Store, lookup: Lookup, write: Write, *, revise: bool, keep_both: bool) -> None:
        self._store = store
        self._lookup = lookup
        self._write = write
        self._revise = revise
        self._keep_both = keep_both
        self._beside: dict[str | None, list[Advisory]] = {}
        """New texts of the same group by their number: translations of one work may come together."""

    def decide(self, group: Sequence[Accession]) -> list[Outcome | ArchiveError]:
        """What each comes to, given what is there now; writes nothing."""
        self._lookup.catch_up()
        self._beside.clear()
        return [self._decision(taken).result for taken in group]

    def take(self, group: Sequence[Accession]) -> list[Outcome | ArchiveError]:
        """Take a group in, under one lock; on return it is on the disk.

        An accession that is refused comes to an error; one that stops the whole group, such as a full disk, is what
        all come to that were not written.
        """
        results: dict[int, Outcome | ArchiveError] = {}
        try:
            with self._store.writing():
                for run in _runs(group):
                    results |= zip(run, self._taken([group[place] for place in run]), strict=True)
        except ArchiveError as error:
            return [results.get(place, error) for place in range(len(group))]
        return [results[place] for place in range(len(group))]

    def _taken(self, run: Sequence[Accession]) -> list[Outcome | ArchiveError]:
        """Take in accessions of which none can come in the way of another."""
        self._lookup.catch_up()
        self._beside.clear()
        decisions = [self._decision(taken) for taken in run]
        self._store.keep_original(*(one.original for one in decisions if one.original))
        written = iter(self._write(*(one.result.advisory for one in decisions if one.is_written)))  # type: ignore[union-attr]
        return [one.result._replace(advisory=next(written)) if one.is_written else one.result for one in decisions]  # type: ignore[union-attr]

    def _decision(self, taken: Accession) -> "_Decision":
        held = self._held(taken.advisory)
        result = self._decided(taken.advisory, held)
        if isinstance(result, ArchiveError) or not taken.document:
            return _Decision(result)
        # bytes that are there are looked at again: whoever was told to add a file again gets its original mended
        return _Decision(result, Original(taken.document.content, taken.document.extension, is_new=not held))

    def _decided(self, new: Advisory, held: Sequence[Advisory]) -> Outcome | ArchiveError:
        same = self._with_content(new, held)
        if same and not (self._revise and content_of(same) != content_of(carried_over(new, same))):
            return Outcome("unchanged", same)
        keeps_any = self._keep_both and not self._revise
        work = [] if same or keeps_any else self._lookup.work(new)
        named = [same] if same else [text for text in work if name_of(text) == name_of(new)]
        if not named or keeps_any:
            beside = self._beside.setdefault(new.reference, [])
            new = translating(new, [*work, *beside])
            beside.append(new)
            is_plain = (new.action, new.revision, new.first) == ("add", 1, None)
            return Outcome("added", new if is_plain else replace(new, action="add", revision=1, first=None))
        if not self._revise:
            return DuplicateDiffers(new.name, f"#{named[0].first}")
        if len(named) > 1:
            return Ambiguous(new.name, [f"#{text.first}" for text in named])
        last = named[0]
        revised = carried_over(new, last)
        return Outcome("revised", replace(revised, action="revise", revision=last.revision + 1, first=last.first))

    def _held(self, new: Advisory) -> list[Advisory]:
        """Revisions that were read from the same bytes, and the same part of them."""
        if not new.source:
            return []
        held = self._lookup.revisions("sha256", new.source.sha256)
        return [one for one in held if one.source and one.source.part == new.source.part]

    def _with_content(self, new: Advisory, held: Sequence[Advisory]) -> Advisory | None:
        """The text that holds these bytes in one of its revisions, or this very record if it was typed in."""
        if new.source:
            texts = self._lookup.lines([one for one in held if _part_of(one) == _part_of(new)])
        else:
            named = self._lookup.same_name(new)
            texts = [text for text in named if content_of(text) == content_of(carried_over(new, text))]
        return next((text for text in texts if text.status != "removed"), None)


def _part_of(advisory: Advisory) -> str:
    """Which document of its bytes it is, where they hold several: ``2 of 3``."""
    before, _, part = advisory.source.name.rpartition(": part ") if advisory.source else ("", "", "")
    return part if before else ""


class _Decision(NamedTuple):
    """What an accession comes to, and the bytes to be kept."""

    result: Outcome | ArchiveError
    original: Original | None = None

    @property
    def is_written(self) -> bool:
        return isinstance(self.result, Outcome) and self.result.action != "unchanged"


def _runs(group: Sequence[Accession]) -> list[list[int]]:
    """Places in the group, so that those with the same content or name stand in different runs, in their order."""
    runs: list[list[int]] = []
    next_run: dict[Hashable, int] = {}
    for place, taken in enumerate(group):
        keys = _keys(taken.advisory)
        run = max((next_run.get(key, 0) for key in keys), default=0)
        if run == len(runs):
            runs.append([])
        runs[run].append(place)
        next_run |= dict.fromkeys(keys, run + 1)
    return runs


def _keys(advisory: Advisory) -> list[Hashable]:
    content: list[Hashable] = [(advisory.source.sha256, advisory.source.part)] if advisory.source else []
    return [*content, name_of(advisory)] if advisory.reference else content

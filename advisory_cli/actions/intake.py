"""Taking accessions in: what each comes to, given what is there, and groups of them under one lock."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeGuard

from advisory_cli.actions.lookup import Lookup, content_of, name_of
from advisory_cli.actions.succession import carried_over, translating
from advisory_cli.errors import Ambiguous, ArchiveError, DuplicateDiffers, Erased
from advisory_cli.model import Accession, Advisory, Document
from advisory_cli.ports import Original, Store
from advisory_cli.results import Outcome

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
        results: list[Outcome | ArchiveError] = []
        if not group:
            return results
        try:
            with self._store.writing():
                while len(results) < len(group):
                    results += self._taken(group[len(results) :])
        except ArchiveError as error:
            return results + [error] * (len(group) - len(results))
        return results

    def _taken(self, group: Sequence[Accession]) -> list[Outcome | ArchiveError]:
        """Take in the first of a group, as many as can be decided on before any of them is written."""
        self._lookup.catch_up()
        self._beside.clear()
        decisions = list(self._decisions(group))
        self._store.keep_original(*(one.original for one in decisions if one.original))
        written = iter(self._write(*(one.result.advisory for one in decisions if _is_new(one.result))))
        return [one.result._replace(advisory=next(written)) if _is_new(one.result) else one.result for one in decisions]

    def _decisions(self, group: Sequence[Accession]) -> Iterator["_Decision"]:
        """Decisions up to the first that would be another one if those before it were written already."""
        met: set[Hashable] = set()
        for taken in group:
            keys = set() if taken.is_held else _keys(taken.advisory)
            if not met.isdisjoint(keys):
                return
            one = self._decision(taken)
            if isinstance(one.result, Outcome):
                keys |= {one.result.advisory.first} - {None}
            if met and (not met.isdisjoint(keys) or (self._revise and isinstance(one.result, ArchiveError))):
                return
            met |= keys
            yield one

    def _decision(self, taken: Accession) -> "_Decision":
        if taken.is_held:
            return _Decision(Outcome("unchanged", taken.advisory), _again(taken.document) if taken.document else None)
        same_bytes = self._same_bytes(taken.advisory)
        held = _of_part(same_bytes, taken.advisory.source.part if taken.advisory.source else None)
        if not held and (known := self._known(taken, same_bytes)):
            return _Decision(known)
        result = self._decided(self._filled(taken), held)
        if isinstance(result, ArchiveError) or not taken.document:
            return _Decision(result)
        if held:
            return _Decision(result, _again(taken.document))
        return _Decision(result, Original(taken.document.content, taken.document.extension, is_new=True))

    def _known(self, taken: Accession, same_bytes: Sequence[Advisory]) -> Outcome | Erased | None:
        """What it comes to if its bytes are not held, but were erased for good, or if a row says what is here."""
        erased = None if self._keep_both else _erased(same_bytes)
        if not erased and taken.given and (same := self._saying(taken)):
            return Outcome("unchanged", same)
        if not erased and not self._keep_both and taken.read_from:
            erased = self._lookup.erased(taken.read_from)
        return Erased(erased.name, erased.at, erased.reason) if erased else None

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
        action = "edit" if new.wording == last.wording else "revise"  # the latter is a correction
        return Outcome("revised", replace(revised, action=action, revision=last.revision + 1, first=last.first))

    def _same_bytes(self, new: Advisory) -> list[Advisory]:
        """Revisions that were read from the same bytes, erased ones too."""
        return self._lookup.revisions("sha256", new.source.sha256) if new.source else []

    def _filled(self, taken: Accession) -> Advisory:
        """The record; of a row that is to revise a text what it does not give stays as it is there."""
        new = taken.advisory
        named = self._lookup.same_name(new) if self._revise and taken.given else []
        if len(named) != 1:
            return new
        held = named[0]
        given = {name: getattr(new, name) for name in taken.given}
        sure = {**held.confidence, **new.confidence}
        return replace(held, **given, source=new.source, extra={**held.extra, **new.extra}, confidence=sure)

    def _saying(self, taken: Accession) -> Advisory | None:
        """The text that says all that a row gives, as where it was exported from here."""
        new = taken.advisory
        if new.reference:
            texts = self._lookup.same_name(new)
        else:
            texts = self._lookup.lines(self._lookup.revisions("id", taken.held_as)) if taken.held_as else []
        current = (text for text in texts if text.status != "removed")
        return next((text for text in current if all(_agree(text, new, name) for name in taken.given)), None)

    def _with_content(self, new: Advisory, held: Sequence[Advisory]) -> Advisory | None:
        """The text that holds these bytes in one of its revisions, or this very record if it was typed in."""
        if new.source:
            return _standing(self._lookup, held)
        named = self._lookup.same_name(new)
        return next((text for text in named if content_of(text) == content_of(carried_over(new, text))), None)


def held_text(lookup: Lookup, sha256: str, part: str | None) -> Advisory | None:
    """The text that was read from these bytes and this part of them, as it is now; None where it was removed."""
    return _standing(lookup, _of_part(lookup.revisions("sha256", sha256), part))


class _Decision(NamedTuple):
    """What an accession comes to, and the bytes to be kept."""

    result: Outcome | ArchiveError
    original: Original | None = None


def _again(document: Document) -> Original:
    """Bytes that are there, to be looked at again: whoever was told to add a file again gets its original mended."""
    return Original(document.content, document.extension)


def _of_part(same_bytes: Sequence[Advisory], part: str | None) -> list[Advisory]:
    """Of revisions that were read from the same bytes those that were read from this part of them."""
    return [one for one in same_bytes if one.source and one.source.part == part]


def _erased(same_bytes: Sequence[Advisory]) -> Advisory | None:
    """What is left of a text that was read from these bytes and erased for good."""
    return next((one for one in same_bytes if one.action == "purge"), None)


def _standing(lookup: Lookup, revisions: Sequence[Advisory]) -> Advisory | None:
    """The first text of these revisions that was not removed."""
    return next((text for text in lookup.lines(revisions) if text.status != "removed"), None)


def _agree(text: Advisory, new: Advisory, name: str) -> bool:
    return bool(getattr(text, name) == getattr(new, name))


def _is_new(result: Outcome | ArchiveError) -> TypeGuard[Outcome]:
    return isinstance(result, Outcome) and result.action != "unchanged"


def _keys(advisory: Advisory) -> set[Hashable]:
    """What only one of those that are decided on together may have."""
    content = {(advisory.source.sha256, advisory.source.part)} if advisory.source else set()
    return {*content, name_of(advisory)} if advisory.reference else {*content}

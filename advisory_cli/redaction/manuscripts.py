"""Marked passages in a text that is not of the archive: a draft that is about to go out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from advisory_cli.model import Advisory, Redaction
from advisory_cli.redaction.spans import spans
from advisory_cli.redaction.wanted import wanted_by


class Found(NamedTuple):
    """Where passages of one mark stand, and in which texts it was made."""

    places: tuple[tuple[int, int], ...]
    """Each with the place behind its last character."""
    names: tuple[str, ...]
    """`Advisory.name` of these texts."""
    reason: str | None


def found_in_draft(draft: str, texts: Iterable[Advisory]) -> Iterator[Found]:
    """The marks of these texts of which there is something in a draft."""
    names: dict[tuple[str | None, str | None], list[str]] = {}
    marks: dict[tuple[str | None, str | None], Redaction] = {}
    for text in texts:
        for mark in text.redactions:
            if mark.text:
                names.setdefault(mark[:2], []).append(text.name)
                marks.setdefault(mark[:2], mark)
    if not spans(draft, wanted_by(tuple(marks.values()))):
        return
    for key, mark in marks.items():
        if found := spans(draft, wanted_by((mark,))):
            yield Found(tuple((one.start, one.end) for one in found), tuple(dict.fromkeys(names[key])), mark.reason)

"""Marked passages in a text that is not of the archive: a draft that is about to go out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from advisory_cli.model import Advisory, Redaction
from advisory_cli.redaction.spans import spans
from advisory_cli.redaction.wanted import wanted_by


class Found(NamedTuple):
    """Where passages of one mark stand, and in which texts it was made."""

    lines: tuple[int, ...]
    """Counted from 1."""
    text: str
    """As it stands there first, in one line."""
    names: tuple[str, ...]
    """`Advisory.name` of these texts."""
    reason: str | None


def found_in_draft(draft: str, texts: Iterable[Advisory]) -> Iterator[Found]:
    r"""The marks of these texts of which there is something in a draft, with ``\n`` at its line ends."""
    names: dict[Redaction, dict[str, None]] = {}
    for text in texts:
        for mark in text.redactions:
            if mark.text:
                names.setdefault(mark, {})[text.name] = None
    if not spans(draft, wanted_by(tuple(names))):
        return
    ends = [match.start() for match in re.finditer("\n", draft)]
    for mark, marked_in in names.items():
        if found := spans(draft, wanted_by((mark,))):
            lines = dict.fromkeys(1 + bisect_left(ends, one.start) for one in found)
            first = " ".join(draft[found[0].start : found[0].end].split())
            yield Found(tuple(lines), first, tuple(marked_in), mark.reason)

"""The chain: each revision names the hash of the one before it, so that no letter changes unseen."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from advisory_cli.log import Line, parse_line

NOTE = "note"
"""`schema` of a document that is no advisory: what was set aside when the archive was mended, as part of the chain."""

NOTES = b'"schema": "note"'
"""What such a document holds, and hardly any other."""


class Gap(NamedTuple):
    """A place where revisions were lost and mending said so: the chain goes from one that is there to one that is."""

    after: int
    digest: str | None
    before: int
    previous: str
    """As it stands in the revision behind the gap."""


def is_note(document: Mapping[str, Any]) -> bool:
    """Whether this document is a note of mending and no advisory."""
    return document.get("schema") == NOTE and isinstance(document.get("gaps"), list)


def numbers_in_words(first: int, last: int) -> str:
    """``#17``, or ``#17 to #20``."""
    return f"#{first}" if first == last else f"#{first} to #{last}"


def gaps_of(lines: Iterable[Line]) -> frozenset[Gap]:
    """All gaps that notes among these lines speak of."""
    found = set()
    for line in lines:
        with suppress(ValueError, TypeError):
            _, document = parse_line(line.content)
            if is_note(document):
                found |= {Gap(**gap) for gap in document["gaps"]}
    return frozenset(found)

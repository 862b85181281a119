"""How a text stands: withdrawn, reinstated, superseded. Each gives its next revision, or that nothing changes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from advisory_cli.model import Advisory, Relation

Change = Callable[[Advisory], Advisory | None]
"""From the current revision of a text to the next one, or None where nothing changes."""


def removing(reason: str | None) -> Change:
    """Take a text out of all lists."""
    return lambda text: replace(text, status="removed", action="remove", reason=reason)


def withdrawing(reason: str) -> Change:
    """Say that the organisation no longer stands by a text; it stays as it is. A new reason replaces the old one."""

    def withdrawn(text: Advisory) -> Advisory | None:
        if (text.status, text.reason) == ("withdrawn", reason):
            return None
        return replace(text, status="withdrawn", reason=reason, action="withdraw")

    return withdrawn


def reinstating(reason: str) -> Change:
    """Let a withdrawn text stand again; the reason is kept with it."""

    def reinstated(text: Advisory) -> Advisory | None:
        if text.status != "withdrawn":
            return None
        return replace(text, status="current", reason=reason, action="reinstate")

    return reinstated


def relating(more: Sequence[Relation], less: Sequence[Relation] = ()) -> Change:
    """Add relations to a text, and take others off; each stands once, in the order in which they came."""

    def related(text: Advisory) -> Advisory | None:
        relations = tuple(one for one in dict.fromkeys((*text.relations, *more)) if one not in less)
        return None if relations == text.relations else replace(text, relations=relations, action="edit")

    return related

"""How a text stands: withdrawn, reinstated, superseded. Each gives its next revision, or that nothing changes."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from advisory_cli.errors import Misuse
from advisory_cli.model import RELATIONS, Advisory, Relation
from advisory_cli.reference import parse_reference

Change = Callable[[Advisory], Advisory | None]
"""From the current revision of a text to the next one, or None where nothing changes."""


def removing(reason: str | None) -> Change:
    """Take a text out of all lists."""
    return lambda text: replace(text, status="removed", action="remove", reason=reason)


def releasing(text: Advisory) -> Advisory:
    """Note that a text goes out in spite of its embargo or its mark; it stays as it is."""
    return replace(text, action="release")


def withdrawing(reason: str) -> Change:
    """Say that the organisation no longer stands by a text; it stays as it is. A new reason replaces the old one."""

    def withdrawn(text: Advisory) -> Advisory | None:
        if (text.status, text.reason) == ("withdrawn", reason):
            return None
        return replace(text, status="withdrawn", reason=reason, action="withdraw")

    return withdrawn


def replacing(old: Sequence[Advisory], new: Collection[Advisory], *, reason: str) -> Change:
    """Withdraw the `old` texts, and let each of the `new` ones say that it supersedes them.

    Raises `Misuse` where a text would supersede itself, or has no number by which it could be named.
    """
    if same := {text.first for text in old}.intersection(text.first for text in new):
        raise Misuse(
            f"#{min(filter(None, same))} cannot take its own place; add the corrected text with --revise instead"
        )
    if nameless := next((text for text in old if not text.reference), None):
        raise Misuse(f"{nameless.name} has no number that a successor could name; say it in --reason, without --by")
    superseding = relating([Relation("supersedes", name) for name in _references(old)])
    successors, withdrawn = {text.first for text in new}, withdrawing(reason)
    return lambda text: superseding(text) if text.first in successors else withdrawn(text)


def reinstating(reason: str) -> Change:
    """Let a withdrawn text stand again; the reason is kept with it."""

    def reinstated(text: Advisory) -> Advisory | None:
        if text.status != "withdrawn":
            return None
        return replace(text, status="current", reason=reason, action="reinstate")

    return reinstated


def relating(more: Iterable[Relation]) -> Change:
    """Add relations to a text; each stands once, in the order in which they came."""
    more = tuple(more)

    def related(text: Advisory) -> Advisory | None:
        changed = with_relations(text, more)
        return None if changed.relations == text.relations else replace(changed, action="relate")

    return related


def with_relations(text: Advisory, more: Iterable[Relation], less: Collection[Relation] = ()) -> Advisory:
    """The text with these relations, and without those.

    Raises `Misuse` for a relation to itself, and for one to take off that is not there.
    """
    more = tuple(more)
    if own := next((one for one in more if one.reference == text.reference), None):
        raise Misuse(f"{text.name} cannot say that it {own.type} itself; name the other advisory")
    if absent := next((one for one in less if one not in text.relations), None):
        raise Misuse(f"{text.name} does not say that it {absent.type} {absent.reference}; see it with advisory show")
    relations = tuple(one for one in dict.fromkeys((*text.relations, *more)) if one not in less)
    return replace(text, relations=relations)


def read_relation(typed: str) -> Relation:
    """``supersedes=EUR 57/002/2012``, in any spelling of the number; raises `Misuse` saying what it takes."""
    kind, equals, name = typed.partition("=")
    kind = kind.strip().lower()
    reference = parse_reference(name)
    if not equals:
        raise Misuse(f"{typed!r} is no relation; write it as follows=EUR 57/002/2012")
    if kind not in RELATIONS:
        from difflib import get_close_matches  # only what was not understood needs it

        near = get_close_matches(kind, RELATIONS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"take one of {', '.join(RELATIONS)}"
        raise Misuse(f"there is no relation {kind!r}; {hint}")
    if reference is None:
        raise Misuse(f'{name!r} is no reference; write it as in "{kind}=EUR 57/002/2012"')
    return Relation(kind, str(reference))


def _references(texts: Iterable[Advisory]) -> list[str]:
    return list(dict.fromkeys(text.reference for text in texts if text.reference))

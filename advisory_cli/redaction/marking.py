"""Marking passages of a text, and taking marks off: each gives the next revision, or that nothing changes."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from advisory_cli.errors import Misuse
from advisory_cli.model import Advisory, Redaction
from advisory_cli.redaction.hiding import Leak, Words, codes_only, fields_of, hide

FIELDS: Final = (
    *("title", "subtitle", "body", "quotes", "contacts", "names", "links", "mentions", "relations", "countries"),
    *("region", "numbers", "organisation", "date", "reference", "printed_reference", "printed_kind"),
    *("embargo", "printed_embargo", "reason", "tags", "note", "source"),
)
"""What can be marked whatever it says; ``names`` are the people of a text, wherever they stand."""


def marking(marks: Callable[[Advisory], Iterable[Redaction]]) -> Callable[[Advisory], Advisory | None]:
    """Add to a text the marks that are for it; one that is there keeps its reason unless another is given."""

    def marked(text: Advisory) -> Advisory | None:
        known = {one[:2]: one for one in text.redactions}
        known |= {one[:2]: one for one in marks(text) if one.reason or one[:2] not in known}
        redactions = tuple(known.values())
        return None if redactions == text.redactions else replace(text, redactions=redactions, action="redact")

    return marked


def unmarking(numbers: Collection[int]) -> Callable[[Advisory], Advisory | None]:
    """Take off the marks with these numbers, counted from 1; raises `Misuse` for one that there is not."""

    def unmarked(text: Advisory) -> Advisory:
        if absent := [one for one in numbers if not 1 <= one <= len(text.redactions)]:
            raise Misuse(
                f"{text.name} has {len(text.redactions)} marks and no number {absent[0]}; see them with --list"
            )
        kept = tuple(one for number, one in enumerate(text.redactions, 1) if number not in numbers)
        return replace(text, redactions=kept, action="redact")

    return unmarked


def field_marked(text: Advisory, field: str, reason: str | None = None) -> Iterator[Redaction]:
    """The marks of a field; of people and of what reaches them also each that is known now, for a text is corrected."""
    yield Redaction(None, field, reason)
    if field in ("names", "contacts"):
        yield from (Redaction(one, field, reason) for one in dict.fromkeys(fields_of(text, field)))


def found_in(text: Advisory, marks: Sequence[Redaction], *, words: Words = codes_only) -> Counter[Leak]:
    """What of a text these marks hide."""
    return hide(text, tuple(marks), words=words).leaks

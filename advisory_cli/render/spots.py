"""Where in a document the values of its record stand: said by the parser, or found word for word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from advisory_cli.model import Advisory, Contact
from advisory_cli.reference import find_references

Span = tuple[int, int]


def spots_in(text: str, advisory: Advisory, found: Mapping[str, Span]) -> dict[str, tuple[Span | None, ...]]:
    """By field the places of its values, in the order of the record; None where a value stands nowhere as it is.

    `found` are the places of fields with one value, as the parser gives them.
    """
    cited = {str(one.reference): (one.start, one.end) for one in reversed(find_references(text))}
    spots: dict[str, tuple[Span | None, ...]] = {
        "quotes": tuple(_in_order(text, (quote.text for quote in advisory.quotes))),
        "contacts": tuple(_first(text, _traces(contact)) for contact in advisory.contacts[:_MOST]),
        "links": tuple(_in_order(text, (link.text for link in advisory.links))),
        "mentions": tuple(map(cited.get, advisory.mentions)),
        "numbers": tuple(_in_order(text, (number.text for number in advisory.numbers))),
        "body": tuple(_in_order(text, (advisory.body,)))[: bool(advisory.body)],
    }
    return spots | {name: (span,) for name, span in found.items()}


_MOST = 300
"""Values of one field that are looked for: each costs a walk through the text."""
_FIRST_WORDS = 8


def _in_order(text: str, values: Iterable[str]) -> Iterator[Span | None]:
    """The place of each value behind that of the one before it."""
    end = 0
    for value in islice(values, _MOST):
        span = _place(text, value, end)
        end = span[1] if span else end
        yield span


def _place(text: str, value: str, start: int) -> Span | None:
    """Where a value stands; of one whose lines are broken otherwise, where its first words stand."""
    if (at := text.find(value, start)) >= 0:
        return at, at + len(value)
    words = value.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS]
    match = re.compile(r"[\s>]+".join(map(re.escape, words))).search(text, start) if words else None
    return match.span() if match else None


def _traces(contact: Contact) -> Iterator[str]:
    return (trace for trace in (contact.name, *contact.emails, contact.role, contact.organisation) if trace)


def _first(text: str, traces: Iterable[str]) -> Span | None:
    """The last place of the first trace that stands in the text: contacts are at its end."""
    places = ((text.rfind(trace), len(trace)) for trace in traces)
    return next(((at, at + length) for at, length in places if at >= 0), None)

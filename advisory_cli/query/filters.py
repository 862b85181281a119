"""Queries out of the options of a command."""

from collections.abc import Sequence

from advisory_cli.errors import Misuse
from advisory_cli.nearness import Kind
from advisory_cli.query.nodes import And, Node, Or, Query, limited
from advisory_cli.query.values import Unknown, dates, value_node

Choice = str | Sequence[str] | None
"""One value or several; several are alternatives."""


def filters(  # noqa: PLR0913 - one for each option
    *,
    country: Choice = None,
    region: Choice = None,
    kind: Choice = None,
    language: Choice = None,
    tag: Choice = None,
    status: Choice = None,
    year: str | int | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Query:
    """The query that options ask for: all of them, any of the values of one; several tags all at once.

    Raises `Misuse` for a country, kind, region or date that there is not, with what may have been meant.
    """
    choices = {"country": country, "region": region, "kind": kind, "language": language, "status": status}
    try:
        parts = [Or(tuple(value_node(field, one) for one in _each(given))) for field, given in choices.items() if given]
        parts_of_tags = [value_node("tag", one) for one in _each(tag)]
        years = [value_node("year", str(year))] if year is not None else []
        periods = [dates("date", since, until)] if since or until else []
    except Unknown as error:
        raise Misuse(str(error)) from error
    return Query(_all_of([*map(_single, parts), *parts_of_tags, *years, *periods]))


def exactly(query: Query) -> Query:
    """The query with every word and phrase taken as it was typed: case, accents, ending."""
    return query._replace(root=limited(query.root, Kind.EXACT))


def combine(first: Query, second: Query) -> Query:
    """What answers both."""
    return Query(_all_of([*_parts(first.root), *_parts(second.root)]), first.notes + second.notes)


def _each(given: Choice) -> Sequence[str]:
    return [given] if isinstance(given, str) else given or ()


def _single(part: Or) -> Node:
    return part.parts[0] if len(part.parts) == 1 else part


def _parts(root: Node) -> tuple[Node, ...]:
    return root.parts if isinstance(root, And) else (root,)


def _all_of(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else And(tuple(parts))

"""Lists and outcomes for a pipe: complete, no colour, no box, nothing wrapped or cut."""

from collections.abc import Iterable, Iterator, Mapping

from advisory_cli.model import Advisory
from advisory_cli.render.clean import clean, tabbed
from advisory_cli.render.words import name_of, passages_of, reference_of, standing_of, title_of
from advisory_cli.results import Row


def tsv(rows: Iterable[Row], *, snippets: bool = False) -> Iterator[str]:
    """Reference, language, date, kind, countries, title, passages if wanted, id, status: a line for each row."""
    return (tabbed(_cells(row, snippets=snippets)) for row in rows)


def ids(rows: Iterable[Row]) -> Iterator[str]:
    """One name a line that every command takes back: ``EUR 57/002/2012@en`` or ``#17``."""
    return (id_of(row.advisory) for row in rows)


def id_of(advisory: Advisory) -> str:
    """The name that every command takes back: ``EUR 57/002/2012@en`` or ``#17``."""
    name = reference_of(advisory)
    return f"{name}@{clean(advisory.language, lines=False)}" if advisory.reference else name


def counts(facets: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Facet, value and count: a line for each value."""
    return (
        f"{facet}\t{clean(value, lines=False)}\t{count}"
        for facet, values in facets.items()
        for value, count in values.items()
    )


def outcome_line(verb: str, advisory: Advisory) -> str:
    """What was done to which text: ``added EUR 57/002/2012 (en)  Kazakhstan's failure to find truth``."""
    return f"{verb} {name_of(advisory)}  {title_of(advisory)}"


def tags_line(verb: str, advisory: Advisory) -> str:
    """The tags a text has now: ``tagged EUR 57/002/2012 (en): strike, torture``."""
    return f"{verb} {name_of(advisory)}: {clean(', '.join(advisory.tags), lines=False) or 'no tags'}"


def _cells(row: Row, *, snippets: bool) -> tuple[str, ...]:
    advisory = row.advisory
    return (
        advisory.reference or "",
        advisory.language,
        advisory.date or "",
        advisory.kind,
        ",".join(advisory.countries),
        advisory.title or "",
        *((" ".join(one.text for one in passages_of(row)),) if snippets else ()),
        str(advisory.known_by or ""),
        standing_of(advisory, row.corrected_by, row.held),
    )

"""Where a text matches: the passages to show with a hit, and the words of its title to mark."""

from advisory_cli.query import Query, needles
from advisory_cli.query.fields import passages
from advisory_cli.results import Row
from advisory_cli.text import Snippet, mark, snippet, snippets


def with_passages(row: Row, query: Query, count: int) -> Row:
    """The row with at most so many passages of the body, or the one of another field that alone matches."""
    advisory = row.advisory
    title_marks = mark(advisory.title or "", needles(query, "title"))
    found = snippets(advisory.body, needles(query, "body"), count=count)
    field, elsewhere = (None, None) if title_marks or found[0].marks else _elsewhere(row, query)
    shown = (elsewhere,) if elsewhere else found
    return row._replace(title_marks=title_marks, snippet=shown[0], snippets=shown if count > 1 else (), found_in=field)


def _elsewhere(row: Row, query: Query) -> tuple[str | None, Snippet | None]:
    """The first passage that matches in neither title nor body, and what it is of."""
    for field, texts in passages(row.advisory).items():
        if field not in {"title", "body"}:
            found = snippet("; ".join(texts), needles(query, field))
            if found.marks:
                return field, found
    return None, None

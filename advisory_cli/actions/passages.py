"""Where a text matches: the passages to show with a hit, the words to mark, and how near each of them is."""

from collections import defaultdict
from typing import Final

from advisory_cli.nearness import Kind, nearness
from advisory_cli.query import Query, needles, plain_words, references
from advisory_cli.query.fields import passages
from advisory_cli.reference import find_references
from advisory_cli.results import Row
from advisory_cli.text import Matches, Snippet, mark, snippet, snippets, spellings


def with_passages(row: Row, query: Query, count: int) -> Row:
    """The row with at most so many passages of the body, or the one of another field that alone matches."""
    advisory = row.advisory
    title_marks = mark(advisory.title or "", _wanted(row, query, "title"))
    found = snippets(advisory.body, _in_body(row, query), count=count)
    if not found[0].marks and title_marks:
        found = snippets(advisory.body, _in_body(row._replace(matched="stem"), query), count=count)
    field, elsewhere = (None, None) if title_marks or found[0].marks else _elsewhere(row, query)
    shown = (elsewhere,) if elsewhere else found
    return row._replace(title_marks=title_marks, snippet=shown[0], snippets=shown if count > 1 else (), found_in=field)


def explained(row: Row, query: Query) -> Row:
    """The row with the words it was found by, as they are written there, by how near they are."""
    marked = [(row.advisory.title or "", row.title_marks)]
    marked += [(one.text, one.marks) for one in row.snippets or ((row.snippet,) if row.snippet else ())]
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for form in (text[start:end] for text, marks in marked for start, end in marks):
        forms[_how_near(form, query, row.advisory.language)][form] = None
    return row._replace(forms={kind: tuple(forms[kind]) for kind in _KINDS if kind in forms})


_KINDS: Final = {kind.name.lower(): kind for kind in Kind}


def _wanted(row: Row, query: Query, field: str) -> Matches:
    """What to mark in a field: nothing less near than what made it a hit, but for case and accents."""
    kind = max(_KINDS.get(row.matched or "", Kind.NEAR), Kind.FOLDED)
    return needles(query, field, language=row.advisory.language.casefold(), kind=kind)


def _in_body(row: Row, query: Query) -> Matches:
    """The same with the numbers that are looked for, as they are printed in the body."""
    wanted, numbers = _wanted(row, query, "body"), references(query)
    if not numbers:
        return wanted
    found = find_references(row.advisory.body)
    printed = {word for one in found if str(one.reference) in numbers for word in spellings(one.printed)}
    return lambda word: word in printed or wanted(word)


def _elsewhere(row: Row, query: Query) -> tuple[str | None, Snippet | None]:
    """The first passage that matches in neither title nor body, and what it is of."""
    for field, texts in passages(row.advisory).items():
        if field not in {"title", "body"}:
            found = snippet("; ".join(texts), _wanted(row, query, field))
            if found.marks:
                return field, found
    return None, None


def _how_near(form: str, query: Query, language: str) -> str:
    """The nearest of its words to any that is looked for; part of a number or the beginning of a word is as typed."""
    words, wanted = spellings(form), plain_words(query)
    kinds = (nearness(one, word, language.casefold()) for one in wanted for word in words)
    return min((kind for kind in kinds if kind is not None), default=Kind.EXACT).name.lower()

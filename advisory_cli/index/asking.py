"""A `Query` as tantivy asks it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from advisory_cli.index.documents import encodable, keyword
from advisory_cli.index.schema import FIRST_BITS, UNDATED, schema
from advisory_cli.query import And, Dates, Node, Not, Number, Or, Phrase, Query, Value, Word
from advisory_cli.query.fields import TEXT_FIELDS, period
from advisory_cli.query.nodes import wants_removed
from advisory_cli.text import fold

if TYPE_CHECKING:
    import tantivy

_TITLE: Final = 2.0
"""How much more a word counts in a title."""


def ask(query: Query) -> "tantivy.Query":
    """Texts that answer the query; only words and phrases add to the score."""
    listed = _silent(term("keyword", "any:" if wants_removed(query) else "live:"))
    return both(listed, _asked(query.root))


def both(first: "tantivy.Query", second: "tantivy.Query") -> "tantivy.Query":
    """What answers both."""
    return _all_of([first, second])


def without(query: "tantivy.Query", unwanted: Sequence["tantivy.Query"]) -> "tantivy.Query":
    """What answers the first and none of the others."""
    from tantivy import Occur, Query  # noqa: PLC0415 - start-up is a budget

    if not unwanted:
        return query
    return Query.boolean_query([(Occur.Must, query), *((Occur.MustNot, other) for other in unwanted)])


def keyed(keys: Iterable[str]) -> "tantivy.Query":
    """Documents with one of these keys."""
    from tantivy import Query  # noqa: PLC0415 - start-up is a budget

    return _silent(Query.term_set_query(schema(), "key", list(keys)))


def term(field: str, text: str) -> "tantivy.Query":
    """Documents with this term in this field."""
    from tantivy import Query  # noqa: PLC0415 - start-up is a budget

    option = "position" if field.endswith(("_exact", "_folded")) else "basic"
    return Query.term_query(schema(), field, text, index_option=option)


def _asked(node: Node) -> "tantivy.Query":  # noqa: PLR0911 - one for each kind of node
    match node:
        case And(parts):
            denied = [part.part for part in parts if isinstance(part, Not)]
            wanted = _all_of([_asked(part) for part in parts if not isinstance(part, Not)])
            return without(wanted, [_asked(part) for part in denied])
        case Or(parts):
            return _any_of([_asked(part) for part in parts])
        case Not(part):
            return without(_all_of([]), [_asked(part)])
        case Word():
            return _any_of([_word(node, name) for name in _fields(node)])
        case Phrase():
            return _any_of([_phrase(node, name) for name in _fields(node)])
        case Number(references, own):
            names = ("own",) if own else ("own", "mention")
            return _silent(_keyword_set(keyword(name, reference) for name in names for reference in references))
        case Value(field, value):
            return _silent(term("keyword", keyword(field, value)))
        case Dates(since, until):
            return _dates(since, until)


def _fields(node: Word | Phrase) -> Sequence[str]:
    return (node.field,) if node.field else TEXT_FIELDS


def _word(word: Word, name: str) -> "tantivy.Query":
    from tantivy import Query  # noqa: PLC0415 - start-up is a budget

    field = f"{name}_exact" if word.exact else f"{name}_folded"
    text = encodable(word.text if word.exact else fold(word.text))
    if word.prefix:
        return _silent(Query.regex_query(schema(), field, f"{_literal(text)}.*"))
    return _weighted(term(field, text), name)


def _literal(text: str) -> str:
    """The text for tantivy's regular expressions: folded words may hold signs, as ``½`` becomes ``1⁄2``."""
    return "".join(char if char.isalnum() else f"\\x{{{ord(char):x}}}" for char in text)


def _phrase(phrase: Phrase, name: str) -> "tantivy.Query":
    """The words in a row; with `slop` each two neighbours near each other, whatever lies around them."""
    from tantivy import Query  # noqa: PLC0415 - start-up is a budget

    field = f"{name}_exact" if phrase.exact else f"{name}_folded"
    row = [encodable(word if phrase.exact else fold(word)) for word in phrase.words]
    pairs = [row[at : at + 2] for at in range(len(row) - 1)] if phrase.slop else [row]
    rows = [Query.phrase_query(schema(), field, list[str | tuple[int, str]](pair), phrase.slop) for pair in pairs]
    return _weighted(_all_of(rows), name)


def _weighted(query: "tantivy.Query", name: str) -> "tantivy.Query":
    from tantivy import Query  # noqa: PLC0415 - start-up is a budget

    return Query.boost_query(query, _TITLE) if name == "title" else query


def _dates(since: str | None, until: str | None) -> "tantivy.Query":
    """Periods that share a day: not begun after the end, not over before the beginning."""
    from tantivy import FieldType, Query  # noqa: PLC0415 - start-up is a budget

    begin, end = period(since), period(until)
    begun = ((end[1] if end else UNDATED - 1) + 1) << FIRST_BITS
    ranges = [Query.range_query(schema(), "newest", FieldType.Unsigned, 1 << FIRST_BITS, begun - 1)]
    if begin:
        ranges.append(Query.range_query(schema(), "last", FieldType.Unsigned, begin[0], UNDATED))
    return _silent(_all_of(ranges))


def _keyword_set(terms: Iterable[str]) -> "tantivy.Query":
    from tantivy import Query  # noqa: PLC0415 - start-up is a budget

    return Query.term_set_query(schema(), "keyword", list(terms))


def _silent(query: "tantivy.Query") -> "tantivy.Query":
    from tantivy import Query  # noqa: PLC0415 - start-up is a budget

    return Query.const_score_query(query, 0.0)


def _all_of(queries: Sequence["tantivy.Query"]) -> "tantivy.Query":
    from tantivy import Occur, Query  # noqa: PLC0415 - start-up is a budget

    if not queries:
        return _silent(Query.all_query())
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def _any_of(queries: Sequence["tantivy.Query"]) -> "tantivy.Query":
    from tantivy import Occur, Query  # noqa: PLC0415 - start-up is a budget

    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])

"""What texts have for each word of a query, found by comparing every word: what an index has to agree with."""

from collections import Counter
from collections.abc import Iterable, Sequence

from advisory_cli.model import Advisory
from advisory_cli.nearness import Kind, nearness
from advisory_cli.nearness.usage import Usage, is_small, is_taken
from advisory_cli.query import Forms, Phrase, Query, Word
from advisory_cli.query.fields import passages
from advisory_cli.query.nodes import leaves, sought
from advisory_cli.text import fold, spellings


def understood(query: Query, texts: Sequence[Advisory]) -> Query:
    """The query with the words that these texts, all of an archive, have for its own."""
    held = Counter((word, text.language.casefold()) for text in texts for word in _words(text))
    found = [leaf for denied in (True, False) for leaf in leaves(query.root, denied=denied)]
    asked = {one for leaf in found if isinstance(leaf, Word | Phrase) for one in sought(leaf)}
    return query._replace(forms={word.key: _forms(word.text, held, wide=word.wide) for word in asked})


def _words(text: Advisory) -> list[str]:
    """The different words of each field."""
    return [word for field in passages(text).values() for word in {one for row in field for one in spellings(row)}]


def _forms(wanted: str, held: Counter[tuple[str, str]], *, wide: bool) -> Forms:
    stems = {(word, language) for word, language in held if nearness(wanted, word, language) is Kind.STEM}
    of_wanted = _usage_of(wanted, held) or _usage((one, held[one]) for one in stems)
    taken = {
        word: kind
        for word in {word for word, _ in held}
        if (kind := nearness(wanted, word, "")) is not None
        if kind < Kind.STEM or wide or is_taken(wanted, of_wanted, word, lambda other: _usage_of(other, held))
    }
    return Forms(
        taken, {language: frozenset(word for word, other in stems if other == language) for _, language in stems}
    )


def _usage_of(word: str, held: Counter[tuple[str, str]]) -> Usage:
    return _usage((one, count) for one, count in held.items() if fold(one[0]) == fold(word))


def _usage(counts: Iterable[tuple[tuple[str, str], int]]) -> Usage:
    usage = Counter[bool]()
    for (word, _), count in counts:
        usage[is_small(word)] += count
    return Usage(usage[True], usage[False])

"""Texts like a given one: those that hold most of its telling words, which few other texts hold."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import TYPE_CHECKING, Final

from advisory_cli.index.asking import keyed, without
from advisory_cli.index.documents import encodable, keyword, text_key
from advisory_cli.index.part import Part
from advisory_cli.index.schema import term
from advisory_cli.model import Advisory
from advisory_cli.ports import Alike, Hit, Place
from advisory_cli.text import fold, spellings

if TYPE_CHECKING:
    import tantivy


def similar_texts(parts: Sequence[Part], advisory: Advisory, limit: int) -> Alike:
    """Texts in the same language, most alike first, and the words that made them so, most telling first."""
    words = _telling_words(parts, advisory)
    if len(words) < _FEWEST:
        return Alike(_folded(words), ())
    query = without(_sharing(words, advisory), [keyed([text_key(advisory)])])
    found = sorted(hit for part in parts for hit in _best(part, query, limit))
    return Alike(_folded(words), tuple(Hit(place, -score, "similar") for score, place in found[:limit]))


_TELLING: Final = 24
"""Words of a text that are looked for in others."""

_FEWEST: Final = 3
"""Words that two texts must share."""

_SHORTEST: Final = 5
"""Letters of a word that tells something, in scripts that put blanks between words."""

_CONSIDERED: Final = 2_000
"""Different words of a text, the most frequent ones, whose rarity is looked up: bounds the time for a whole book."""


def _telling_words(parts: Sequence[Part], advisory: Advisory) -> tuple[str, ...]:
    """Words that stand often in this text, the title counting double, and in few others, but not in this one alone."""
    counts = Counter(spellings(f"{advisory.title or ''}\n{advisory.title or ''}\n{advisory.body}"))
    language = keyword("language", advisory.language.casefold())
    texts = sum(part.count(term("keyword", language)) for part in parts)
    weights = {
        word: (1 + log(count)) * log(max(texts, held) / held)
        for word, count in counts.most_common(_CONSIDERED)
        if _says_something(word)
        if 2 <= (held := sum(part.frequency("body", encodable(word)) for part in parts)) <= max(2, texts // 4)
    }
    return tuple(sorted(weights, key=lambda word: (-weights[word], word))[:_TELLING])


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, words)))


def _says_something(word: str) -> bool:
    """No number, and long enough unless it is a pair of characters of a script without blanks."""
    return not word[0].isdecimal() and (len(word) >= _SHORTEST or word[0] >= "\u0e00")


def _sharing(words: Sequence[str], advisory: Advisory) -> "tantivy.Query":
    """Texts in the language that have a quarter of the words."""
    from tantivy import Occur, Query

    needed = ("live:", keyword("language", advisory.language.casefold()))
    must = [(Occur.Must, Query.const_score_query(term("keyword", one), 0.0)) for one in needed]
    should = [(Occur.Should, term("body", encodable(word))) for word in words]
    return Query.boolean_query([*must, *should], max(_FEWEST, len(words) // 4))


def _best(part: Part, query: "tantivy.Query", limit: int) -> Iterator[tuple[float, Place]]:
    """The best of one index, each with the opposite of its score."""
    hits = part.searcher.search(part.narrowed(query), limit=limit, count=False).hits
    places = part.lying([address for _, address in hits])
    return ((-score, place) for (score, _), place in zip(hits, places, strict=True))

"""What may have been meant by a query that finds nothing; nothing is replaced in silence."""

from collections.abc import Iterator
from itertools import islice

from advisory_cli.nearness import Kind
from advisory_cli.ports import SearchIndex, Store
from advisory_cli.query import And, Node, Number, Phrase, Query, Value, Word
from advisory_cli.query.nodes import leaves, mapped
from advisory_cli.query.values import nearest


class Suggesting:
    """Looks for what is in the archive and near to what was asked for; the index must have caught up."""

    def __init__(self, query: Query, store: Store, index: SearchIndex) -> None:
        self._query = query
        self._store = store
        self._index = index

    def hints(self) -> tuple[str, ...]:
        """Sentences without a full stop, the likeliest first."""
        near = (*self._references(), *self._words(), *self._looser(), *self._phrases(), *self._values())
        return tuple(dict.fromkeys(near)) or tuple(self._apart())

    def beside(self) -> tuple[str, ...]:
        """For a query that finds little: ordinary words that more texts spell nearly so, which it does not reach."""
        return tuple(islice(self._beside(), _MANY))

    def _beside(self) -> Iterator[str]:
        for word in islice(dict.fromkeys(_words_of(self._query)), _MANY):
            if word.exact or word.wide or word.reach < Kind.NEAR or len(word.text) < _SHORTEST:
                continue
            if (found := self._total(word)) == self._total(word._replace(wide=True)):
                continue
            near = ((other, self._total(Word(other))) for other in self._index.words_near(word.text))
            if more := [f"{other} ({total:,})" for other, total in near if total > found]:
                yield f"{' or '.join(more)} is near to {word.text} ({found:,}); {word.text}~ finds both"

    def _references(self) -> Iterator[str]:
        """Numbers that no text bears, with those that are close to them."""
        numbers = (leaf for leaf in leaves(self._query.root) if isinstance(leaf, Number))
        for number in (one for one in numbers if not self._total(one._replace(own=True))):
            for name in number.references:
                if near := self._index.references_near(self._store, name):
                    yield f"did you mean {' or '.join(near)}?"

    def _words(self) -> Iterator[str]:
        """Words that stand nowhere, with those that do and are spelled nearly alike."""
        for word in islice(dict.fromkeys(_words_of(self._query)), _MANY):
            if not self._total(word) and (near := self._index.words_near(word.text)):
                yield f"did you mean {' or '.join(near)} instead of {word.text}?"

    def _looser(self) -> Iterator[str]:
        """How much there is if words need not be exactly as typed."""
        root = mapped(self._query.root, _in_any_spelling, denied=False)
        if root != self._query.root and (total := self._total(root)):
            yield f"in other spellings, without = and --exact, there {'is' if total == 1 else 'are'} {total:,}"

    def _phrases(self) -> Iterator[str]:
        root = mapped(self._query.root, _loosened, denied=False)
        if root != self._query.root and (total := self._total(root)):
            yield f"without quotation marks there {'is' if total == 1 else 'are'} {total:,}"

    def _values(self) -> Iterator[str]:
        """Tags and languages that no text has, with those there are."""
        for field, value in dict.fromkeys(leaf for leaf in leaves(self._query.root) if isinstance(leaf, Value)):
            if field in {"tag", "language"} and not self._total(Value(field, value)):
                counts = self._index.facets(Query(), [field])[field]
                known = [name for name in sorted(counts, key=lambda one: (-counts[one], one)) if name]
                yield f'no text has {field}:"{value}"{_of(value, known)}'

    def _apart(self) -> Iterator[str]:
        """Whether it is only all of it together that is nowhere."""
        root = self._query.root
        if isinstance(root, And) and 1 < len(root.parts) <= _MANY and all(self._total(part) for part in root.parts):
            yield "each part of it is found in some text, but no text has all of them; try fewer, or OR between them"

    def _total(self, root: Node) -> int:
        return self._index.search(Query(root), sort="added", limit=0).total


_SHORTEST = 5
"""Letters below which two words that differ in one are mostly two words."""

_MANY = 12
"""Names that are still worth being listed, and words and parts that are looked into one by one."""


def _words_of(query: Query) -> Iterator[Word]:
    """Whole words that are looked for, in order, each as it is."""
    for leaf in leaves(query.root):
        if isinstance(leaf, Phrase):
            yield from _apart_of(leaf)
        elif isinstance(leaf, Word) and not leaf.prefix:
            yield leaf


def _apart_of(phrase: Phrase) -> tuple[Word, ...]:
    return tuple(Word(word, phrase.exact, field=phrase.field, reach=phrase.reach) for word in phrase.words)


def _in_any_spelling(leaf: Node) -> Node:
    return leaf._replace(exact=False, reach=Kind.NEAR) if isinstance(leaf, Word | Phrase) else leaf


def _loosened(leaf: Node) -> Node:
    """The words of a phrase in any order and at any place."""
    return And(_apart_of(leaf)) if isinstance(leaf, Phrase) else leaf


def _of(value: str, known: list[str]) -> str:
    near = nearest(value, known)
    if near:
        return f"; did you mean {near}?"
    return f"; there is {', '.join(known[:_MANY])}{', ...' if len(known) > _MANY else ''}" if known else ""

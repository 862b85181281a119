"""What a query is made of. Data classes only where two kinds with the same content must not be equal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from advisory_cli.nearness import Kind


class Word(NamedTuple):
    """A word of the text, NFC as typed."""

    text: str
    exact: bool = False
    prefix: bool = False
    field: str | None = None
    """One of `fields.TEXT_FIELDS`; any of them if None."""
    reach: Kind = Kind.NEAR
    """How far from what was typed a word of the text may be; the beginning of a word reaches no further than folded."""
    wide: bool = False
    """Whether words that only sound or look like it count even for an ordinary word: see `nearness.usage`."""

    @property
    def loosest(self) -> Kind:
        """The kind of match that is just near enough."""
        return Kind.EXACT if self.exact else min(self.reach, Kind.FOLDED) if self.prefix else self.reach


class Phrase(NamedTuple):
    """Two or more words in this order, one right after the other."""

    words: tuple[str, ...]
    exact: bool = False
    field: str | None = None
    slop: int = 0
    """How far each word may be from its place behind the one before it; in turned order counts two."""
    reach: Kind = Kind.NEAR

    @property
    def loosest(self) -> Kind:
        """The kind of match that is just near enough."""
        return Kind.EXACT if self.exact else self.reach


class Number(NamedTuple):
    """A reference: canonical spellings that may be meant."""

    references: tuple[str, ...]
    own: bool = False
    """Only the document that bears it, not those that mention it."""


class Value(NamedTuple):
    """A keyword of the record: ``country`` is ``KAZ``, ``has`` is ``quotes``."""

    field: str
    value: str


class Dates(NamedTuple):
    """A period, both ends inclusive and as precise as typed (``2012-03``), that shares a day with the document's date.

    A document dated ``2012`` may be of any day of it; one without a date is in no period.
    """

    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts; without parts everything."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts; without parts nothing."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but the part."""

    part: "Node"


Node = Word | Phrase | Number | Value | Dates | And | Or | Not

EVERYTHING: Final = And(())
NOTHING: Final = Or(())


class Forms(NamedTuple):
    """The words of texts that stand for one that is looked for."""

    anywhere: Mapping[str, Kind]
    """Words as written, and how near they are, whatever language the text is in."""
    stems: Mapping[str, frozenset[str]]
    """For a language the words that share the stem in its texts, and are no nearer anyway."""

    def within(self, kind: Kind) -> "Forms":
        """Those that are so near."""
        near = {word: found for word, found in self.anywhere.items() if found <= kind}
        return Forms(near, self.stems if kind >= Kind.STEM else {})

    def written(self, language: str, reach: Kind) -> set[str]:
        """Words of texts in this language that are so near."""
        found = {word for word, kind in self.anywhere.items() if kind <= reach}
        return found | self.stems.get(language, frozenset()) if reach >= Kind.STEM else found

    def nearness(self, word: str, language: str) -> Kind | None:
        """How near a word of a text in this language is."""
        found = self.anywhere.get(word)
        if (found is None or found > Kind.STEM) and word in self.stems.get(language, ()):
            return Kind.STEM
        return found


class Sought(NamedTuple):
    """A whole word that is looked for, and whether it is `Word.wide`."""

    text: str
    wide: bool

    @property
    def key(self) -> str:
        """By what its `Forms` are known."""
        return f"{self.text}~" if self.wide else self.text


class Query(NamedTuple):
    """What is looked for. Texts that were removed match only if ``status:removed`` is asked for."""

    root: Node = EVERYTHING
    notes: tuple[str, ...] = ()
    """Sentences for the user: what was not understood and how it was read."""
    forms: Mapping[str, Forms] | None = None
    """What texts have for each word, where an index has looked it up: saves comparing every word of a text."""


def leaves(node: Node, *, denied: bool = False) -> list[Node]:
    """The words and values that a match must or may have; those under an odd number of `Not` if `denied`."""
    found: list[Node] = []
    waiting = [(node, False)]
    while waiting:
        part, under_not = waiting.pop()
        match part:
            case And(parts) | Or(parts):
                waiting.extend((inner, under_not) for inner in reversed(parts))
            case Not(inner):
                waiting.append((inner, not under_not))
            case _ if under_not == denied:
                found.append(part)
    return found


def sought(leaf: Word | Phrase) -> list[Sought]:
    """The whole words of a leaf."""
    if isinstance(leaf, Phrase):
        return [Sought(word, wide=False) for word in leaf.words]
    return [] if leaf.prefix else [Sought(leaf.text, leaf.wide)]


def mapped(node: Node, change: Callable[[Node], Node], *, denied: bool) -> Node:
    """The node with each leaf as `change` gives it back; what is under a `Not` only if `denied`."""
    match node:
        case And(parts) | Or(parts):
            return type(node)(tuple(mapped(part, change, denied=denied) for part in parts))
        case Not(part):
            return Not(mapped(part, change, denied=denied)) if denied else node
        case _:
            return change(node)


def limited(node: Node, kind: Kind) -> Node:
    """The node with words that reach no further than this."""
    return mapped(node, lambda leaf: nearer(leaf, kind), denied=True)


def nearer(leaf: Node, kind: Kind) -> Node:
    """The leaf; a word or phrase reaches no further than this."""
    if isinstance(leaf, Word | Phrase) and kind < leaf.loosest:
        return leaf._replace(exact=kind is Kind.EXACT, reach=kind)
    return leaf


def at_time(node: Node, now: Callable[[], int]) -> Node:
    """The node with ``is:embargoed`` as it is `now`, in seconds since 1970; before, it means whatever ever was."""
    return mapped(node, lambda leaf: Value("until", str(now())) if leaf == EMBARGOED else leaf, denied=True)


def wants_removed(query: Query) -> bool:
    """Whether removed texts are asked for by name."""
    return any(leaf in _REMOVED for leaf in leaves(query.root))


CORRECTED: Final = Value("is", "corrected")
"""The one value that other texts decide as well: whether one that is not removed corrects or supersedes this one."""

EMBARGOED: Final = Value("is", "embargoed")
"""The one value that time decides."""

_REMOVED: Final = (Value("status", "removed"), Value("is", "removed"))

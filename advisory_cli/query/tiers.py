"""How near a match is: a query as a row of queries, the strictest first, all contained in the last."""

from typing import NamedTuple

from advisory_cli.nearness import Kind
from advisory_cli.query.nodes import Node, Number, Phrase, Query, Word, leaves, mapped, nearer


class Tier(NamedTuple):
    """How near (``reference``, ``mention``, a `Kind` or ``filter``) and what a match so near answers."""

    matched: str
    query: Query


def tiers(query: Query) -> tuple[Tier, ...]:
    """The tiers of a query; a nearer one always comes first in results. The last is the query itself.

    Documents that bear the number before those that mention it, in each the words as written before folded ones, stems,
    other scripts, other spellings: the kind of a match is that of the loosest of the words it needs. What is under a
    `Not` stays as loose as it is, so that each tier lies within the last.
    """
    words = [leaf for leaf in leaves(query.root) if isinstance(leaf, (Word, Phrase))]
    has_numbers = any(isinstance(leaf, Number) for leaf in leaves(query.root))
    kinds = [kind for kind in Kind if kind <= max(word.loosest for word in words)] if words else [Kind.NEAR]
    found: dict[Node, Tier] = {}
    for own in (True, False) if has_numbers else (False,):
        for kind in kinds:
            root = _stricter(query.root, kind, own=own)
            label = "reference" if own else kind.name.lower() if words else "mention" if has_numbers else "filter"
            found.setdefault(root, Tier(label, query._replace(root=root)))
    return tuple(found.values())


def _stricter(node: Node, kind: Kind, *, own: bool) -> Node:
    def change(leaf: Node) -> Node:
        return leaf._replace(own=leaf.own or own) if isinstance(leaf, Number) else nearer(leaf, kind)

    return mapped(node, change, denied=False)

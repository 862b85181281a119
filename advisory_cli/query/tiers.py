"""How near a match is: a query as a row of queries, the strictest first, all contained in the last."""

from typing import NamedTuple

from advisory_cli.query.nodes import And, Node, Number, Or, Phrase, Query, Word, leaves


class Tier(NamedTuple):
    """How near (``reference``, ``mention``, ``exact``, ``folded`` or ``filter``) and what a match so near answers."""

    matched: str
    query: Query


def tiers(query: Query) -> tuple[Tier, ...]:
    """The tiers of a query; a nearer one always comes first in results. The last is the query itself.

    Documents that bear the number before those that mention it, in each the words as written before folded ones.
    What is under a `Not` stays as loose as it is, so that each tier lies within the last.
    """
    has_words = any(isinstance(leaf, (Word, Phrase)) for leaf in leaves(query.root))
    has_numbers = any(isinstance(leaf, Number) for leaf in leaves(query.root))
    found: list[Tier] = []
    for own in (True, False) if has_numbers else (False,):
        for exact in (True, False) if has_words else (False,):
            matched = "reference" if own else _label(exact=exact, has_words=has_words, has_numbers=has_numbers)
            root = _stricter(query.root, own=own, exact=exact)
            if root not in [tier.query.root for tier in found]:
                found.append(Tier(matched, query._replace(root=root)))
    return tuple(found)


def _label(*, exact: bool, has_words: bool, has_numbers: bool) -> str:
    if has_words:
        return "exact" if exact else "folded"
    return "mention" if has_numbers else "filter"


def _stricter(node: Node, *, own: bool, exact: bool) -> Node:
    match node:
        case Word() | Phrase():
            return node._replace(exact=node.exact or exact)
        case Number():
            return node._replace(own=node.own or own)
        case And(parts):
            return And(tuple(_stricter(part, own=own, exact=exact) for part in parts))
        case Or(parts):
            return Or(tuple(_stricter(part, own=own, exact=exact) for part in parts))
        case _:
            return node

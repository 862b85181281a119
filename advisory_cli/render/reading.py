"""How a query was read, in words."""

from advisory_cli.query import And, Dates, Node, Not, Number, Or, Phrase, Query, Value, Word
from advisory_cli.render.clean import clean
from advisory_cli.render.words import facet_in_words


def query_in_words(query: Query) -> str:
    """One line: ``Zhanaozen and country Kazakhstan (KAZ) and not "fire arms"``."""
    return clean(_said(query.root), lines=False) or "everything"


def _said(node: Node) -> str:  # noqa: PLR0911 - one for each kind of node
    match node:
        case And(parts):
            return " and ".join(map(_inner, parts))
        case Or(parts):
            return " or ".join(map(_inner, parts)) or "nothing"
        case Not(part):
            return f"not {_inner(part)}"
        case Number(references, own):
            return f"{'bearing ' if own else ''}the number {' or '.join(references)}"
        case Value(field, value):
            return f"{field.replace('_', ' ')} {facet_in_words(field, value)}"
        case Dates(since, until):
            return f"dated {since}" if since == until else " ".join(_ends(since, until))
        case Word() | Phrase():
            return _words(node)


def _inner(part: Node) -> str:
    """In brackets where it is of several parts."""
    several = isinstance(part, (And, Or)) and len(part.parts) > 1
    return f"({_said(part)})" if several else _said(part)


def _words(leaf: Word | Phrase) -> str:
    """The words with all that was asked of them."""
    if isinstance(leaf, Phrase):
        said = f'"{" ".join(leaf.words)}"' + (f" within {leaf.slop} words" if leaf.slop else "")
    else:
        said = f"words that begin with {leaf.text}" if leaf.prefix else leaf.text
        said += " or what is spelled nearly so" if leaf.wide else ""
    exactly = " exactly as written" if leaf.exact else ""
    return f"{said}{exactly}{f' in {leaf.field}' if leaf.field else ''}"


def _ends(since: str | None, until: str | None) -> list[str]:
    return [*((f"from {since}",) if since else ()), *((f"up to {until}",) if until else ())]

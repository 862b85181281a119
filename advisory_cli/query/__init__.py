"""The query language: text becomes a `Query`, and a `Query` says whether an advisory matches.

A `Query` has several readers: the search index, and `matches`, which says in memory what every index must answer.
"""

from advisory_cli.nearness import Kind
from advisory_cli.query.filters import combine, filters
from advisory_cli.query.match import matches, needles, plain_words, references
from advisory_cli.query.nodes import (
    EVERYTHING,
    NOTHING,
    And,
    Dates,
    Forms,
    Node,
    Not,
    Number,
    Or,
    Phrase,
    Query,
    Value,
    Word,
    at_time,
    limited,
)
from advisory_cli.query.parse import parse_query
from advisory_cli.query.tiers import Tier, tiers

__all__ = [
    "EVERYTHING",
    "NOTHING",
    "And",
    "Dates",
    "Forms",
    "Kind",
    "Node",
    "Not",
    "Number",
    "Or",
    "Phrase",
    "Query",
    "Tier",
    "Value",
    "Word",
    "at_time",
    "combine",
    "filters",
    "limited",
    "matches",
    "needles",
    "parse_query",
    "plain_words",
    "references",
    "tiers",
]

"""The fields of the index, and what they are called."""

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tantivy import Query, Schema

FORMAT: Final = 10
"""Counted up with every change of fields, words or folding: an index of another format is built anew."""

META: Final = "meta"
"""Key of the document that says what the index covers."""

KEPT: Final = "kept:"
"""Keyword of the documents that are never replaced: those of revisions, and entries of the vocabulary."""

UNDATED: Final = 99999999
FIRST_BITS: Final = 32
"""In fields of order the day stands above as many bits of the id of the text."""

VOCABULARY: Final = ("written", "stem", "sound", "consonants_read", "consonants_heard")
"""Fields by which words are found that are near to another: see `vocabulary`."""


@cache
def schema() -> "Schema":
    """The fields of the index."""
    from tantivy import SchemaBuilder

    from advisory_cli.query.fields import TEXT_FIELDS  # who looks a key up does not pay for queries

    builder = SchemaBuilder()
    for name in TEXT_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in ("key", "keyword", *VOCABULARY):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("meta", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("entry", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("by_reference", fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("newest", "oldest", "added", "last", "until", "offset", "length"):
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


def term(field: str, text: str) -> "Query":
    """Documents with this term in this field."""
    from tantivy import Query

    from advisory_cli.query.fields import TEXT_FIELDS

    option = "position" if field in TEXT_FIELDS else "basic"
    return Query.term_query(schema(), field, text, index_option=option)


def in_language(language: str, query: "Query") -> "Query":
    """What answers among texts in this language."""
    from tantivy import Occur, Query

    asked = Query.const_score_query(term("keyword", f"language:{language}"), 0.0)
    return Query.boolean_query([(Occur.Must, asked), (Occur.Must, query)])

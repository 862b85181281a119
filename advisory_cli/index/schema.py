"""The fields of the index, and what they are called."""

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tantivy import Schema

FORMAT: Final = 9
"""Counted up with every change of fields, words or folding: an index of another format is built anew."""

META: Final = "meta"
"""Key of the document that says what the index covers."""

UNDATED: Final = 99999999
FIRST_BITS: Final = 32
"""In fields of order the day stands above as many bits of the id of the text."""

VOCABULARY: Final = ("written", "stem", "sound", "consonants_read", "consonants_heard")
"""Fields by which words are found that are near to another: see `vocabulary`."""


@cache
def schema() -> "Schema":
    """The fields of the index."""
    from tantivy import SchemaBuilder  # noqa: PLC0415 - start-up is a budget

    from advisory_cli.query.fields import TEXT_FIELDS  # noqa: PLC0415 - who looks a key up does not pay for queries

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

"""The two documents that stand in the index for each revision.

Words are cut by `advisory_cli.text`; tantivy only cuts at blanks. No text is stored, only where it lies.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from advisory_cli.index.schema import FIRST_BITS, KEPT, META, UNDATED
from advisory_cli.model import Advisory
from advisory_cli.ports import Entry
from advisory_cli.query.fields import keywords, passages, period, rank
from advisory_cli.release import embargoed_until
from advisory_cli.text import spellings

if TYPE_CHECKING:
    from tantivy import Document

_SHORT: Final = 60
"""Names, roles and addresses are the same in many documents."""


def key_document(entry: Entry) -> "Document":
    """One for each revision, for good: by which keys it is found, and where it lies."""
    document = _placed(entry)
    advisory = entry.advisory
    document.add_text("keyword", KEPT)
    document.add_text("key", f"id:{advisory.id}")
    document.add_text("key", f"first:{first_of(advisory)}")
    if advisory.reference:
        document.add_text("key", f"reference:{encodable(advisory.reference)}")
    if advisory.sha256:
        document.add_text("key", f"sha256:{encodable(advisory.sha256)}")
    for reference in {relation.reference for relation in advisory.relations}:
        document.add_text("key", f"relation:{encodable(reference)}")
    return document


def text_document(entry: Entry) -> tuple["Document", set[str]]:
    """One for each text, replaced by every revision: words, keywords, order; and its different words.

    A removed text has no words.
    """
    from advisory_cli.index.facets import facet_terms  # who only searches does not pay for it

    document = _placed(entry)
    advisory = entry.advisory
    document.add_text("key", text_key(advisory))
    different = set[str]()
    for name, texts in passages(advisory).items():
        for text in texts:
            written, words = _short_tokens(text) if len(text) < _SHORT else _tokens(text)
            if written:
                document.add_text(name, written)
                different.update(words)
    for name, value in (*keywords(advisory), *facet_terms(advisory)):
        document.add_text("keyword", keyword(name, value))
    document.add_text("keyword", "any:")
    if advisory.status != "removed":
        document.add_text("keyword", "live:")
    _add_order(document, advisory)
    return document, different


def meta_document(mark: str) -> "Document":
    """The one document that says what the index covers."""
    from tantivy import Document

    document = Document()
    document.add_text("key", META)
    document.add_text("meta", mark)
    return document


def first_of(advisory: Advisory) -> int:
    """What the text is known by."""
    return advisory.known_by or 0


def text_key(advisory: Advisory) -> str:
    """The key of the one document of the text that this is a revision of."""
    return f"text:{first_of(advisory)}"


def keyword(name: str, value: str) -> str:
    """A field and its value as one term."""
    return f"{name}:{encodable(value)}"


def encodable(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can hold and UTF-8 cannot."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _placed(entry: Entry) -> "Document":
    from tantivy import Document

    document = Document()
    document.add_unsigned("offset", entry.place.offset)
    document.add_unsigned("length", entry.place.length)
    return document


def _tokens(text: str) -> tuple[str, list[str]]:
    """The words as written, with blanks between them and one by one."""
    words = spellings(text)
    return " ".join(words), words


_short_tokens = lru_cache(maxsize=4096)(_tokens)


def _add_order(document: "Document", advisory: Advisory) -> None:
    """Numbers to sort and cut by. Without a date a text is last, whichever end comes first."""
    days = period(advisory.date)
    first = first_of(advisory) % (1 << FIRST_BITS)
    document.add_unsigned("newest", (days[0] if days else 0) << FIRST_BITS | first)
    document.add_unsigned("oldest", (days[0] if days else UNDATED) << FIRST_BITS | first)
    document.add_unsigned("last", days[1] if days else 0)
    document.add_unsigned("added", first)
    if until := embargoed_until(advisory):
        document.add_unsigned("until", until)
    document.add_text("by_reference", f"{rank(advisory.reference)}|{first:010}")

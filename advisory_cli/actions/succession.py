"""What a text takes over from what is there: a new revision from the one before, a translation from its work."""

import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import Final

from advisory_cli.model import Advisory, Relation


def carried_over(new: Advisory, last: Advisory) -> Advisory:
    """A new revision read from a document, with what no document says: the archivist's own, relations, standing.

    A withdrawn text stays withdrawn: that a corrected copy came in does not mean that it stands again.
    """
    return replace(
        new,
        tags=tuple(dict.fromkeys((*last.tags, *new.tags))),
        note=new.note or last.note,
        redactions=tuple(dict.fromkeys((*last.redactions, *new.redactions))),
        relations=tuple(dict.fromkeys((*last.relations, *new.relations))),
        status=last.status if new.status == "current" else new.status,
        reason=new.reason or last.reason,
        corrected=last.corrected,
    )


def translating(new: Advisory, work: Collection[Advisory]) -> Advisory:
    """A new text, related to its own number if the work is there in another language: ``translates``.

    So the first text of a work counts as its original and later ones as translations, unless they say themselves that
    theirs is the original language. English is the language of most originals, and files come by name: an English text
    is a translation only of one that says that it is the original. What is held already is not changed.
    """
    if new.reference is None or new.language == "und":
        return new
    others = [text for text in work if text.language not in (new.language, "und")]
    if not others or _is_original(new) or (new.language == "en" and not any(map(_is_original, others))):
        return new
    return replace(new, relations=tuple(dict.fromkeys((*new.relations, Relation("translates", new.reference)))))


def _is_original(text: Advisory) -> bool:
    """Whether it says of itself that it is in the original language: ``Original: English``."""
    return any(_LANGUAGES.get(match[1].casefold()) == text.language for match in _mark().finditer(text.body))


_LANGUAGES: Final = {
    "english": "en",
    "anglais": "en",
    "inglés": "en",
    "french": "fr",
    "français": "fr",
    "francés": "fr",
    "spanish": "es",
    "espagnol": "es",
    "español": "es",
    "arabic": "ar",
    "russian": "ru",
    "german": "de",
    "portuguese": "pt",
    "italian": "it",
    "turkish": "tr",
    "chinese": "zh",
    "japanese": "ja",
    "ukrainian": "uk",
}


@cache
def _mark() -> re.Pattern[str]:
    names = "|".join(_LANGUAGES)
    return re.compile(rf"(?i)\b(?:original(?: language)?|idioma original|langue originale) ?: ?({names})\b")

"""Stems: what the endings of a language leave of a word (Snowball)."""

from functools import cache, lru_cache
from typing import Any, Final

from advisory_cli.text import fold

STEMMED: Final = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""Languages, as records name them, that have a stemmer."""


@lru_cache(maxsize=1 << 15)
def stem(word: str, language: str) -> str | None:
    """The folded stem of a word in a text of this language; None without a stemmer and for numbers."""
    name = STEMMED.get(language)
    if name is None or not (word.isalpha() or not any(map(str.isdigit, word))):
        return None
    small = word.lower()
    return fold(_stemmer(name).stemWord(without_article(small) if name == "arabic" else small) or word)


def without_article(word: str) -> str:
    """An Arabic word without the article at its beginning, which the stemmer takes for part of some words."""
    article = next((one for one in _ARTICLES if word.startswith(one)), "")
    return word.removeprefix(article) if len(word) - len(article) >= _FEWEST else word


_ARTICLES: Final = ("وال", "بال", "ال")
_FEWEST: Final = 3
"""Letters that are left of a word without its article."""


@cache
def _stemmer(name: str) -> Any:
    from Stemmer import Stemmer  # type: ignore[import-not-found]

    return Stemmer(name)

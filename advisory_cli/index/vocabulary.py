"""The words of all texts, each once: by which a word that is looked for is found as texts spell it.

Texts are indexed as they are written, and nothing else of them; what is near a word is near it in every text, so it is
kept once for each different word instead of once for each place.
"""

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from advisory_cli.index.schema import KEPT
from advisory_cli.nearness.consonants import skeleton, skeletons
from advisory_cli.nearness.sounds import coded, script, sounds
from advisory_cli.nearness.stems import stem
from advisory_cli.text import fold

if TYPE_CHECKING:
    from tantivy import Document, Searcher

SEPARATOR: Final = "\x1f"
"""Between what a word is looked up by and the word: both stand in one term. No word holds it."""


class Vocabulary:
    """Takes in the words of one text after the other, each word once.

    `known` is the index that is added to; what it has already is not written again.
    """

    def __init__(self, known: "Searcher | None" = None) -> None:
        self._known = known
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        self._small: defaultdict[str, set[str]] = defaultdict(set)
        self._entries: set[str] = set()

    def take(self, words: set[str], language: str, document: "Document") -> list["Document"]:
        """Add to a document by what the new words of a text are found, and give the documents of new entries.

        An entry is a word in small letters. ``written`` leads from a folded word to what is written, ``stem`` from the
        stem in a language to entries; the other fields are those of entries.
        """
        new = words - self._words[language]
        self._words[language] |= new
        for word in new:
            folded = fold(word)
            if word != folded:
                self._add(document, "written", f"{folded}{SEPARATOR}{word}")
        small = set(map(str.lower, new)) - self._small[language]
        self._small[language] |= small
        for entry in small:
            ending = stem(entry, language)
            if ending is not None and ending != entry:
                self._add(document, "stem", f"{language}:{ending}{SEPARATOR}{entry}")
        return self._entered(small)

    def _entered(self, small: set[str]) -> list["Document"]:
        fresh = small - self._entries
        self._entries |= fresh
        found = [_entry(word, keys) for word in fresh if (keys := sounds(word)) and not self._has("entry", word)]
        if len(self._entries) > _MOST:
            self._forget()
        return found

    def _add(self, document: "Document", field: str, term: str) -> None:
        if not self._has(field, term):
            document.add_text(field, term)

    def _has(self, field: str, term: str) -> bool:
        return self._known is not None and self._known.doc_freq(field, term) > 0

    def _forget(self) -> None:
        """Begin anew: a word that is written twice costs a little room, remembering all would cost memory."""
        self._words.clear()
        self._small.clear()
        self._entries.clear()


_MOST: Final = 300_000
"""Entries that are remembered."""


def _entry(small: str, keys: frozenset[str]) -> "Document":
    from tantivy import Document

    document = Document()
    document.add_text("keyword", KEPT)
    document.add_text("entry", small)
    for key in keys:
        document.add_text("sound", coded(key))
    if script(small) == "abjad":
        for bones in skeletons(small):
            document.add_text("consonants_read", bones)
    else:
        for bones in set(map(skeleton, keys)) - {""}:
            document.add_text("consonants_heard", bones)
    return document

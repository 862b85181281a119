"""What a citation says of an advisory: its parts in one line each, safe to print."""

import re
import unicodedata
from typing import Final, NamedTuple

from advisory_cli.cite.genres import genre_of
from advisory_cli.model import Advisory, is_date
from advisory_cli.render.clean import clean, safe_link
from advisory_cli.render.words import number_in_words


class Work(NamedTuple):
    """An advisory as it is cited; what is not known is None and left out."""

    advisory: Advisory
    notes: tuple[str, ...] = ()
    """What a reader of the citation must know: ``withdrawn``, ``revision 2, archive date 2026-11-22``."""
    accessed: str | None = None
    """ISO day on which its address was fetched."""
    is_twin: bool = False
    """Whether the archive holds another text under the same number and language."""

    @property
    def author(self) -> str | None:
        """The organisation, as one name; one that a letterhead prints in capitals in small letters."""
        return _in_small_letters(_line(self.advisory.organisation) or "") or None

    @property
    def title(self) -> str | None:
        """The title as printed."""
        return _line(self.advisory.title)

    @property
    def genre(self) -> str | None:
        """The kind of document in words."""
        return genre_of(self.advisory)

    @property
    def number(self) -> str | None:
        """The index number; without one the first of another series."""
        others = self.advisory.numbers
        return _line(self.advisory.reference or self.advisory.printed_reference) or (
            _line(number_in_words(others[0])) if others else None
        )

    @property
    def date(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are known."""
        return date_parts(self.advisory.date)

    @property
    def url(self) -> str | None:
        """The address that it was fetched from, without a password in it."""
        address = self.advisory.source and self.advisory.source.url
        link = safe_link(address)
        return link if link and link.lower().startswith("http") and "@" not in link.split("/")[2] else None

    @property
    def language(self) -> str | None:
        """BCP 47 tag."""
        code = _line(self.advisory.language)
        return None if code == "und" else code

    @property
    def key(self) -> str:
        """``ai-eur57-002-2012-en``: the same whenever it is cited, and another one for every other text."""
        one = self.advisory
        known = str(one.known_by or "")
        name = _slug(re.sub("^([A-Za-z]+) ", r"\1", one.reference or "")) or f"text{known}"
        revision = next((f"r{one.revision}" for note in self.notes if note.startswith("revision ")), "")
        parts = (_initials(self.author or ""), name, one.language, known if self.is_twin else "", revision)
        return "-".join(slug for part in parts if (slug := _slug(part)))


def date_parts(date: str | None) -> tuple[int, ...]:
    """``2012-03-22`` as ``(2012, 3, 22)``, as precise as it is; nothing for what is no date."""
    return tuple(map(int, date.split("-"))) if date and is_date(date) else ()


_JOINING: Final = frozenset(
    [
        *("a", "and", "de", "del", "der", "des", "di", "do", "du", "e", "en", "et", "for", "für"),
        *("in", "la", "le", "of", "on", "the", "to", "und", "y"),
    ]
)


def _line(text: str | None) -> str | None:
    return " ".join(clean(text or "", lines=False).split()) or None


def _in_small_letters(name: str) -> str:
    """A name of several words in capitals as it is written elsewhere; short words may be initials and stay."""
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    return " ".join(_small(word, first=place == 0) for place, word in enumerate(words))


def _small(word: str, *, first: bool) -> str:
    if word.lower() in _JOINING and not first:
        return word.lower()
    return "-".join(map(str.capitalize, word.split("-"))) if len(word) > 4 else word


def _initials(name: str) -> str:
    words = [word for word in _ascii(name).split() if word.lower() not in _JOINING]
    return "".join(word[0] for word in words[:6] if word[0].isalnum())


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", _ascii(text).lower()).strip("-")


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode()

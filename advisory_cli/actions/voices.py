"""Who said what: the quotations of texts, one by one, and whose each is."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from advisory_cli.model import Quote
from advisory_cli.persons import People, lone_word, tidy
from advisory_cli.ports import Progress
from advisory_cli.query import And, Or, Query, Value, Word
from advisory_cli.results import Row
from advisory_cli.text import spellings


class Said(NamedTuple):
    """One quotation, and the text it stands in."""

    quote: Quote
    row: Row
    person: str | None
    """The spelling that stands for the speaker in all texts; None where the speaker is not named in full."""


class Voices:
    """The quotations of texts, in their order, read each time they are gone through.

    With `speaker` those alone of whom these words may name: of one person in all spellings.
    """

    def __init__(self, people: People, speaker: str | None = None) -> None:
        self.people = people
        self._wanted = people.fitting(speaker) if speaker is not None else None
        self._rows: Sequence[Row] = ()
        self._progress: Progress | None = None

    @property
    def meant(self) -> tuple[str, ...]:
        """The people whom `speaker` names; descriptions and single words as printed."""
        return tuple(sorted({self.people.person(printed) or printed for printed in self._wanted or ()}))

    @property
    def query(self) -> Query:
        """What finds all texts with such quotations, and perhaps some more."""
        having = Value("has", "quotes")
        if self._wanted is None or len(self._wanted) > _MANY:
            return Query(having)
        return Query(And((having, Or(tuple(map(_naming, sorted(self._wanted)))))))

    def of(self, rows: Sequence[Row]) -> "Voices":
        """The same, of these texts."""
        self._rows = rows
        return self

    def reporting(self, progress: Progress | None) -> "Voices":
        """The same; `progress` is told how many of the texts were gone through."""
        self._progress = progress
        return self

    def __iter__(self) -> Iterator[Said]:
        for done, row in enumerate(self._rows):
            if self._progress and not done % _OFTEN:
                self._progress(done, len(self._rows))
            for said in self._said(row):
                if self._wanted is None or not self._wanted.isdisjoint({said.person, tidy(said.quote.speaker or "")}):
                    yield said

    def _said(self, row: Row) -> Iterator[Said]:
        """A family name alone is that of the one person with this name whom the same text quotes in full."""
        people = {quote.speaker: self.people.person(quote.speaker) for quote in row.advisory.quotes if quote.speaker}
        families: dict[str | None, set[str]] = {}
        for full in filter(None, people.values()):
            families.setdefault(self.people.family(full), set()).add(full)
        for quote in row.advisory.quotes:
            person = people.get(quote.speaker or "")
            alone = families.get(lone_word(quote.speaker or ""), ()) if person is None else ()
            yield Said(quote, row, next(iter(alone)) if len(alone) == 1 else person)


class Page:
    """The first quotations of many; how many there are, and by whom, is known when it was gone through.

    With `free_only` those of texts that must not go out now are left out and counted in `held`.
    """

    def __init__(self, voices: Voices, limit: int | None, *, free_only: bool = False) -> None:
        self._voices = voices
        self._free_only = free_only
        self.limit = limit
        self.total = 0
        self.held = 0
        self._people: dict[str, None] = {}

    def __iter__(self) -> Iterator[Said]:
        self.total = self.held = 0
        for said in self._voices:
            if self._free_only and said.row.held:
                self.held += 1
                continue
            self.total += 1
            if self.limit is None or self.total <= self.limit:
                if said.person:
                    self._people[said.person] = None
                yield said

    def told_apart(self) -> "Iterator[Spelled]":
        """Those of the people who are spelled in several ways, or may be somebody else."""
        people = self._voices.people
        for person in self._people:
            spelled, doubts = people.spellings(person), people.doubts(person)
            del spelled[person]
            if spelled or doubts:
                yield Spelled(person, spelled, doubts)


class Spelled(NamedTuple):
    """Why spellings are one person, and why others are not."""

    person: str
    others: dict[str, str]
    """Other spellings, and what sets each apart."""
    doubts: tuple[str, ...]
    """People of whom this may be one, and who are not one with each other."""


_OFTEN: Final = 100
"""Texts between two reports of progress."""

_MANY: Final = 100
"""Spellings beyond which all quotations are gone through."""


def _naming(printed: str) -> And:
    """Texts whose speakers have these words, as printed; of a long name the first, as the last may be cut."""
    words = spellings(printed[:_SURE])
    whole = words[:-1] if len(printed) > _SURE else words
    return And(tuple(Word(word, exact=True, field="speaker") for word in whole[:_WORDS]))


_SURE: Final = 150
"""Characters of a name that are looked for."""

_WORDS: Final = 5
"""Words that are looked for."""

"""Whom the press may call as of a day: contacts of all texts joined to people, with what the last text says of each."""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import Final, NamedTuple

from advisory_cli.errors import NoDate
from advisory_cli.model import Advisory, Contact, is_date
from advisory_cli.persons import People, parts
from advisory_cli.ports import Progress, SearchIndex, Store
from advisory_cli.query import EVERYTHING, Query, Value, combine
from advisory_cli.query.fields import period
from advisory_cli.text import fold, spellings

VALID_MONTHS: Final = 24
"""Months after which a contact that no later text names is taken to be out of date."""


class AsOf(NamedTuple):
    """A day, and the first day of which a text is new enough for its contacts to hold."""

    day: str
    since: str
    months: int


class Seen(NamedTuple):
    """A text in which a contact stands, without what it says."""

    reference: str | None
    language: str
    id: int | None
    """Of its first revision."""
    date: str | None
    status: str
    internal: bool
    """Whether the text is not to be handed on."""
    redacted: bool = False
    """Whether passages of the text are marked as not to go out."""

    @property
    def order(self) -> tuple[int, int]:
        """By date, undated texts first, then by when they were added."""
        days = _days(self.date)
        return days[0] if days else 0, self.id or 0


class Person(NamedTuple):
    """Somebody, or an office without a name, with role, numbers and addresses of the last texts that have them."""

    name: str | None
    role: str | None
    organisation: str | None
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    spellings: tuple[str, ...]
    """Other spellings of the name."""
    first: Seen
    last: Seen
    stale: bool
    """Whether the last text is undated or too old."""
    withdrawn: bool
    """Whether the last text does not stand."""


class Roll(NamedTuple):
    """Everybody as of a day, last seen first."""

    as_of: AsOf
    people: tuple[Person, ...]


class Mention(NamedTuple):
    """A contact as a text has it; `issuer` is who the text is by, where the contact names no organisation."""

    contact: Contact
    issuer: str | None

    @property
    def organisation(self) -> str | None:
        """Whom one reaches there."""
        return self.contact.organisation or self.issuer


@lru_cache(maxsize=16)
def as_of(text: str, *, months: int = VALID_MONTHS) -> AsOf:
    """A day, or the last of a month or year; raises `NoDate`."""
    days = period(text) if is_date(text) else None
    if days is None:
        raise NoDate(text)
    year, month, day = days[1] // 10000, days[1] // 100 % 100, days[1] % 100
    before = max(12, year * 12 + month - 1 - months)
    return AsOf(_day(year, month, day), _day(before // 12, before % 12 + 1, day), months)


def roll_of(
    texts: Query | Iterable[Advisory], when: AsOf, store: Store, index: SearchIndex, *, progress: Progress | None = None
) -> Roll:
    """The people in these texts, or in those that answer a query, as of a day; the index must have caught up."""
    contacts, having = Contacts(when), Query(Value("has", "contacts"))
    found = index.search(having, sort="added", limit=None).hits
    for done, text in enumerate(store.calls(hit.place for hit in found)):
        contacts.add(text)
        if progress and not done % _OFTEN:
            progress(done, len(found))
    if isinstance(texts, Query):
        if texts.root == EVERYTHING:
            return contacts.roll()
        hits = index.search(combine(texts, having), sort="added", limit=None).hits
        texts = store.calls(hit.place for hit in hits)
    return contacts.roll({one for text in texts for one in mentions(text)})


_OFTEN: Final = 500
"""Texts between two reports of progress."""


def mentions(text: Advisory) -> Iterator[Mention]:
    """The contacts of a text."""
    return (Mention(contact, None if contact.organisation else text.organisation) for contact in text.contacts)


class Contacts:
    """The contacts of texts up to a day, each kept once, however many texts have it."""

    def __init__(self, when: AsOf) -> None:
        self._when = when
        self._last = _number(when.day)
        self._seen: dict[Mention, tuple[Seen, Seen]] = {}

    def add(self, text: Advisory) -> None:
        """Take in the contacts of a text, unless it is of a later day."""
        if (_days(text.date) or (0, 0))[0] > self._last:
            return
        internal = text.distribution == "internal"
        text_id, redacted = text.first or text.id, bool(text.redactions)
        here = Seen(text.reference, text.language, text_id, text.date, text.status, internal, redacted)
        for mention in mentions(text):
            first, last = self._seen.get(mention, (here, here))
            self._seen[mention] = min(first, here, key=_by_order), max(last, here, key=_by_order)

    def roll(self, among: Collection[Mention] | None = None) -> Roll:
        """Everybody; with `among` those alone of whom one of these contacts is."""
        names = People(Counter(mention.contact.name for mention in self._seen if mention.contact.name))
        found = [
            self._person(together, names)
            for together in _joined(list(self._seen), names)
            if among is None or any(mention in among for mention in together)
        ]
        found.sort(key=lambda one: (*(-part for part in one.last.order), one.name or ""))
        return Roll(self._when, tuple(found))

    def _person(self, together: Sequence[Mention], names: People) -> Person:
        newest = sorted(together, key=lambda one: self._seen[one][1].order, reverse=True)
        last = self._seen[newest[0]][1]
        fresh = [one for one in newest if self._seen[one][1] == last or not self._is_old(self._seen[one][1])]
        printed = dict.fromkeys(one.contact.name for one in newest if one.contact.name)
        name = next((names.person(one) or one for one in printed), None)
        return Person(
            name=name,
            role=next(iter(self._latest(fresh, lambda one: (one.contact.role,))), None),
            organisation=next(iter(self._latest(fresh, lambda one: (one.organisation,))), None),
            phones=self._latest(fresh, lambda one: one.contact.phones),
            emails=self._latest(fresh, lambda one: one.contact.emails),
            spellings=tuple(one for one in printed if one != name),
            first=min((self._seen[one][0] for one in together), key=_by_order),
            last=last,
            stale=self._is_old(last),
            withdrawn=last.status != "current",
        )

    def _latest(
        self, fresh: Sequence[Mention], values_of: Callable[[Mention], Iterable[str | None]]
    ) -> tuple[str, ...]:
        """What the last text that says anything of this says."""
        having = [(self._seen[one][1], tuple(filter(None, values_of(one)))) for one in fresh]
        last = next((seen for seen, values in having if values), None)
        return tuple(dict.fromkeys(chain.from_iterable(values for seen, values in having if seen == last)))

    def _is_old(self, seen: Seen) -> bool:
        days = _days(seen.date)
        return days is None or days[1] < _number(self._when.since)


_days: Final = lru_cache(maxsize=1 << 14)(period)
"""`period`, which is asked of each text again and again; archives have few days."""


def _day(year: int, month: int, day: int) -> str:
    return date(year, month, min(day, monthrange(year, month)[1])).isoformat()


def _number(day: str) -> int:
    return int(day.replace("-", ""))


def _by_order(seen: Seen) -> tuple[int, int]:
    return seen.order


def _joined(found: Sequence[Mention], names: People) -> Iterator[list[Mention]]:
    """Contacts of one person each: the name and something else is the same; of offices without a name a way to them."""
    organisations = {_folded(one.organisation) for one in found}
    having: dict[Hashable, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        for mark in set(_marks(one, names, organisations)):
            having[mark].append(at)
    links = {pair for several in having.values() for pair in pairwise(several)}
    return ([found[at] for at in part] for part, _ in parts(len(found), links))


def _marks(mention: Mention, names: People, organisations: Collection[str]) -> Iterator[Hashable]:
    """What two contacts of one person have in common: organisation, address or number, each with the name."""
    printed = mention.contact.name
    who = (names.person(printed) or fold(printed)) if printed else None
    yield from (("email", who, email.casefold()) for email in mention.contact.emails)
    yield from (("phone", who, phone) for phone in mention.contact.phones)
    if who:
        words = _folded(mention.organisation).split()[:_WORDS]
        wider = accumulate(words, "{} {}".format)  # Amnesty International is that of the United Kingdom too
        yield from (("organisation", who, some) for some in wider if some in organisations)


_WORDS: Final = 20
"""Words of the name of an organisation that are compared."""


def _folded(organisation: str | None) -> str:
    return " ".join(map(fold, spellings(organisation or "")[:_WORDS]))

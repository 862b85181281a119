"""What stands around the body of a shown text, in words and cleaned: the same for every format."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from advisory_cli.model import ORIGIN, Advisory, Contact, Quote, Source
from advisory_cli.render.clean import clean, safe_link
from advisory_cli.render.dates import date_in_words
from advisory_cli.render.quoted import quotes_elsewhere
from advisory_cli.render.words import (
    counted,
    country_in_words,
    kind_in_words,
    language_in_words,
    name_of,
    names_in_words,
    number_in_words,
    reference_of,
    region_in_words,
    relation_in_words,
    speaker_in_words,
    ties_in_words,
)
from advisory_cli.results import Related, Shown

UNSURE: Final = ("guessed", "inherited")
"""How sure a value is that somebody should look at."""


class Piece(NamedTuple):
    """A stretch of one line of text, already cleaned; `href` only where it may be followed."""

    text: str
    href: str | None = None


class Fact(NamedTuple):
    """A label and what is under it, one line for each entry; pieces of a line are set apart by semicolons."""

    label: str
    lines: tuple[tuple[Piece, ...], ...]


def warnings_of(shown: Shown) -> tuple[str, ...]:
    """What a reader must see first: not current, withdrawn, removed, corrected, under embargo, internal."""
    advisory = shown.advisory
    reason = f": {_one_line(advisory.reason)}" if advisory.reason else ""
    return (
        *((_not_current(advisory, shown.current),) if shown.current else ()),
        *((f"{_standing(advisory)}{reason}",) if advisory.status != "current" or reason else ()),
        *_corrections(shown),
        *_holds(shown),
        *_redactions(shown),
    )


def masthead_of(advisory: Advisory) -> str:
    """Who says it in what kind of document: ``AMNESTY INTERNATIONAL · Media advisory``."""
    kind, printed = kind_in_words(advisory.kind), _one_line(advisory.printed_kind or "")
    as_printed = f" ({printed})" if printed and printed.casefold() != kind.casefold() else ""
    return " · ".join(part for part in (_one_line(advisory.organisation or ""), kind + as_printed) if part)


def head_of(advisory: Advisory) -> tuple[Fact, ...]:
    """What stands above the title: number, date, countries, region, language, who may read it when."""
    return _present(
        _texts("Number", _as_printed(reference_of(advisory), advisory.printed_reference)),
        _texts("Date", _date(advisory.date)),
        _texts("Country", *map(country_in_words, advisory.countries)),
        _texts("Region", region_in_words(advisory.region) if advisory.region else None),
        _texts("Language", language_in_words(advisory.language)),
        _texts("Embargo", _embargo(advisory)),
        _texts("Distribution", advisory.distribution),
    )


def tail_of(shown: Shown) -> tuple[Fact, ...]:
    """What stands below the body: quotations that are not in it, links, contacts, relations, provenance."""
    advisory = shown.advisory
    source = advisory.source
    return _present(
        Fact("Quotations", tuple((Piece(quotation(quote)),) for quote in quotes_elsewhere(advisory))),
        links_of(advisory),
        contacts_of(advisory),
        _texts("Other numbers", *map(number_in_words, advisory.numbers)),
        _texts("Mentions", *advisory.mentions),
        _texts("Relations", *map(relation_in_words, advisory.relations), *ties_in_words(shown.named_by)),
        _texts("Other languages", *shown.others),
        *((related_of(shown.related),) if shown.related else ()),
        _texts("Tags", *advisory.tags),
        Fact("Note", tuple((Piece(clean(line)),) for line in _lines(advisory.note))),
        _texts("Not certain", *(f"{name} ({how})" for name, how in advisory.confidence.items() if how in UNSURE)),
        *(_source(source) if source else ()),
        _texts("Record", *_record(shown)),
        _texts("Also", *(f"{name}: {value}" for name, value in advisory.extra.items() if name != ORIGIN)),
    )


def links_of(advisory: Advisory) -> Fact:
    """Text and address of each link, or that it has none."""
    return Fact("Links", tuple(_link(link.text, link.url) for link in advisory.links))


def contacts_of(advisory: Advisory) -> Fact:
    """Whom to call or write to, one line for each."""
    return Fact("Contacts", tuple(map(_contact, advisory.contacts)))


def related_of(related: Iterable[Related]) -> Fact:
    """What belongs to the text, one line for each."""
    from advisory_cli.render.related import in_one_line  # hardly ever asked for

    return Fact("Related", tuple((Piece(in_one_line(one)),) for one in related))


def quotation(quote: Quote, *, length: int | None = None) -> str:
    """Speaker and words in one line, cut to `length` characters where the body has them in full."""
    words = _one_line(quote.text)
    cut = f"{words[:length].rstrip()}…" if length and len(words) > length else words
    return f"{speaker_in_words(quote)}: {cut}"


def _corrections(shown: Shown) -> Iterable[str]:
    """That it was corrected itself, by which texts it is corrected, and by which it is superseded."""
    advisory = shown.advisory
    if advisory.corrected and advisory.status == "current":
        when, known = advisory.corrected[:10], advisory.known_by
        yield f'CORRECTED: a new copy came on {when}; "advisory history {known}" tells what changed'
    superseding = {tie.name for tie in shown.named_by if tie.type == "supersedes"}
    for word, names in (
        ("CORRECTED", [name for name in shown.corrected_by if name not in superseding]),
        ("SUPERSEDED", [name for name in shown.corrected_by if name in superseding]),
    ):
        if names:
            yield f"{word} by {names_in_words(names)}"


def _holds(shown: Shown) -> Iterable[str]:
    if shown.held or shown.others_held:
        from advisory_cli.render.holds import banner_of, hold_in_words  # hardly any text is held

        yield from map(banner_of, shown.held)
        for name, hold in shown.others_held:
            yield f"TAKE CARE: this text is free, but {_one_line(name)} of the same work is not: {hold_in_words(hold)}"


def _redactions(shown: Shown) -> Iterable[str]:
    """That passages are hidden, or that they are marked and stand here all the same."""
    if shown.redacted:
        yield f"REDACTED: {counted(shown.redacted, 'passage')} hidden; █████ stands for each, however long it is"
    if marks := len((shown.current or shown.advisory).redactions):
        yield (
            f"NOT TO GO OUT AS IT IS: {counted(marks, 'mark')} on passages of this text; "
            f'"advisory show {shown.advisory.known_by} --redacted" shows it without them'
        )


def _standing(advisory: Advisory) -> str:
    """In capitals how it stands; a current text has a reason only where it was withdrawn before."""
    return "REINSTATED" if advisory.status == "current" else advisory.status.upper()


def _not_current(advisory: Advisory, current: Advisory) -> str:
    """Which revision this is, and what became of the text since."""
    this = f"NOT CURRENT: revision {advisory.revision} of {current.revision}"
    when = f" ({_one_line(current.action)}, {_one_line(current.at or 'at an unknown time')})"
    if current.status == "removed":
        return f"{this}; removed since{when}"
    name = "" if current.name == advisory.name else f", now {name_of(current)}"
    return f"{this}; the current one is revision {current.revision}{when}{name}"


def _one_line(text: str) -> str:
    return clean(text, lines=False)


def _lines(text: str | None) -> list[str]:
    return text.split("\n") if text else []


def _present(*facts: Fact) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.lines)


def _texts(label: str, *texts: str | None) -> Fact:
    """A fact of one line."""
    pieces = tuple(Piece(_one_line(text)) for text in texts if text)
    return Fact(label, (pieces,) if pieces else ())


def _as_printed(value: str | None, printed: str | None) -> str | None:
    if value and printed and printed != value:
        return f"{value} (printed: {printed})"
    return value or printed


def _embargo(advisory: Advisory) -> str | None:
    if not advisory.embargo:
        return advisory.printed_embargo
    from advisory_cli.render.holds import instant_in_words  # few texts have one

    return _as_printed(instant_in_words(advisory) or advisory.embargo, advisory.printed_embargo)


def _date(date: str | None) -> str | None:
    return date and (date if date_in_words(date) == date else f"{date_in_words(date)} ({date})")


def _link(text: str, url: str | None) -> tuple[Piece, ...]:
    if not url:
        return Piece(_one_line(text)), Piece("no address")
    address = Piece(_one_line(url), safe_link(url))
    return (address,) if text == url else (Piece(_one_line(text)), address)


def _contact(contact: Contact) -> tuple[Piece, ...]:
    who = (contact.name, contact.role, contact.organisation, *contact.phones)
    return (
        *(Piece(_one_line(part)) for part in who if part),
        *(Piece(_one_line(email), safe_link(_mailto(email))) for email in contact.emails),
    )


def _mailto(email: str) -> str | None:
    """A link to no more than an address: ``?`` and ``&`` would fill in a letter."""
    plain = email.isascii() and all(sign.isalnum() or sign in "@.-_+" for sign in email)
    return f"mailto:{email}" if plain else None


def _source(source: Source) -> Iterable[Fact]:
    encoding = f", {source.encoding}" if source.encoding else ""
    return (
        _texts("Source", source.name, f"{source.media_type}{encoding}, {source.bytes:,} bytes"),
        Fact("Address", (_link(source.url, source.url),) if source.url else ()),
        _texts("SHA-256", source.sha256),
    )


def _record(shown: Shown) -> Iterable[str | None]:
    advisory, known = shown.advisory, shown.advisory.known_by
    return (
        f"#{known}" if known else "not stored",
        f"revision {advisory.revision} of {max(shown.revisions, advisory.revision)} ({advisory.action})",
        advisory.at,
        f"document {advisory.id} of the file" if advisory.id and advisory.id != known else None,
        f"after {advisory.previous}" if advisory.previous else None,
    )

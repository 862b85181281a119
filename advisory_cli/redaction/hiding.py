"""A record as it may go out: without its marked passages, in whatever field they stand, and with a list of these."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from advisory_cli.model import Advisory, Contact, Link, Number, Quote, Redaction
from advisory_cli.redaction.letters import BLOCK, letters_of
from advisory_cli.redaction.reaching import ways_to_reach
from advisory_cli.redaction.spans import Span, is_in, spans
from advisory_cli.redaction.wanted import FEWEST, LONGEST, Wanted, wanted_by


class Leak(NamedTuple):
    """A field, how much of it must not go out, and why; never what it says."""

    field: str
    length: str
    """``a word``, ``a few words``, ``a sentence``, ``a paragraph or more``; or ``all of it``."""
    reason: str | None


class Hidden(NamedTuple):
    """A record without its passages, and how many of each were in it."""

    advisory: Advisory
    leaks: Counter[Leak]


Words = Callable[[str, str], Sequence[str]]
"""What a code of a field is in words: the views print these, so they count as the field."""


def codes_only(_field: str, _code: str) -> Sequence[str]:
    """No words for any code."""
    return ()


def hide(advisory: Advisory, marks: Sequence[Redaction], *, words: Words = codes_only) -> Hidden:
    """The record without what these marks name, and without what would lead to it: source, hashes, who wrote it.

    The marks themselves are taken off. `words` says what codes of a field are printed as.
    """
    wanted = wanted_of(advisory, marks, words)
    hiding = _Hiding(wanted, words)
    reasons = {mark.field: mark.reason for mark in marks if mark.field and not mark.text}
    emptied = {name: getattr(_NOTHING, name) for name in _emptied(reasons) if getattr(advisory, name)}
    for name in emptied:
        hiding.leaks[Leak(name, "all of it", hiding.plain(reasons.get(name) or reasons.get("body")))] += 1
    left = replace(advisory, **emptied, **_OWN)
    changed = {name: hiding.value(name, getattr(left, name)) for name in _NAMES}
    return Hidden(replace(left, **changed, extra=hiding.rest(left.extra)), hiding.leaks)


def wanted_of(advisory: Advisory, marks: Sequence[Redaction], words: Words = codes_only) -> tuple[Wanted, ...]:
    """What is looked for in a record: marked texts, and what its marked fields say, for that stands elsewhere too."""
    said = (
        Redaction(text, mark.field, mark.reason)
        for mark in marks
        if mark.field and not mark.text
        for text in fields_of(advisory, mark.field, words)
        if len(letters_of(text)) >= FEWEST and len(text) <= LONGEST
    )
    return wanted_by(tuple(dict.fromkeys((*(mark for mark in marks if mark.text), *said))))


def fields_of(advisory: Advisory, field: str, words: Words = codes_only) -> Iterator[str]:
    """The texts that a marked field stands for."""
    match field:
        case "names":
            people = (*(quote.speaker for quote in advisory.quotes), *(one.name for one in advisory.contacts))
            yield from (name for name in people if name and name != advisory.organisation)
        case "contacts":
            for contact in advisory.contacts:
                yield from filter(None, (contact.name, *contact.phones, *contact.emails))
            yield from ways_to_reach(advisory.body)
        case "quotes":
            for quote in advisory.quotes:
                yield from filter(None, (quote.text, quote.speaker))
        case "source":
            yield from filter(None, (advisory.source and (advisory.source.url, advisory.source.name)) or ())
        case "body":
            return
        case _:
            for text in _texts(getattr(advisory, field)):
                yield text
                yield from words(field, text)


_NOTHING: Final = Advisory()
_NAMES: Final = (
    *("reference", "printed_reference", "language", "organisation", "kind", "printed_kind", "date", "title"),
    *("subtitle", "body", "quotes", "contacts", "links", "mentions", "relations", "countries", "region", "numbers"),
    *("embargo", "printed_embargo", "reason", "corrected", "tags", "note", "at"),
)
"""Fields in which passages can stand."""

_CODES: Final = frozenset(
    {"reference", "language", "kind", "date", "region", "embargo", "corrected", "at", "countries", "mentions", "tags"}
)
"""Fields that are right or are not there: nothing can stand in place of a part of them."""

_OWN: Final[dict[str, Any]] = {
    "redactions": (),
    "source": None,
    "by": None,
    "batch": None,
    "undoes": None,
    "previous": None,
}
"""The hash and the name of the original, and the chain: whoever guesses the text could see that it fits."""


def _emptied(names: Iterable[str | None]) -> set[str]:
    """Fields of which nothing is left: quotations stand in the body."""
    empty = {name for name in names if name and name != "names"}
    return empty | ({"quotes"} if "body" in empty else set())


class _Hiding:
    """Takes passages out of values, and counts them."""

    def __init__(self, wanted: tuple[Wanted, ...], words: Words) -> None:
        self._wanted = wanted
        self._words = words
        self.leaks: Counter[Leak] = Counter()

    def value(self, name: str, value: Any) -> Any:
        """A field without them."""
        if not value:
            return value
        if name in _CODES:
            said = {one: (one, *self._words(name, one), *_as_names(name, one)) for one in _texts(value)}
            kept = tuple(one for one, forms in said.items() if not self._gives_away(name, *forms))
            return kept if isinstance(value, tuple) else next(iter(kept), getattr(_NOTHING, name))
        if isinstance(value, str):
            return self._text(name, value)
        return tuple(part for one in value for part in [self._part(name, one)] if any(part))

    def plain(self, text: str | None) -> str | None:
        """A reason without them."""
        return self._replaced(text)[0] if text else text

    def rest(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Fields from elsewhere in which there is none."""
        said = {name: json.dumps({name: value}, ensure_ascii=False) for name, value in fields.items()}
        return {name: fields[name] for name, text in said.items() if not self._gives_away("other fields", text)}

    def _part(self, name: str, part: Any) -> Any:
        match part:
            case Quote():
                return part._replace(
                    text=self._text(name, part.text) or "",
                    speaker=self._text(name, part.speaker),
                    role=self._text(name, part.role),
                )
            case Contact():
                who = {field: self._text(name, getattr(part, field)) for field in ("name", "role", "organisation")}
                phones = tuple(one for one in part.phones if not self._gives_away(name, one))
                emails = tuple(one for one in part.emails if not self._gives_away(name, one))
                return part._replace(**who, phones=phones, emails=emails)
            case Link():
                url = part.url if part.url and not self._gives_away(name, part.url) else None
                return part._replace(text=self._text(name, part.text) or "", url=url)
            case Number():
                return Number(self._text(name, part.scheme) or "", self._text(name, part.text) or "")
        return () if self._gives_away(name, part.reference) else part

    def _text(self, name: str, text: str | None) -> str | None:
        if not text:
            return text
        hidden, found = self._replaced(text)
        self.leaks += Counter(Leak(name, length_of(part), self.plain(reason)) for part, reason in found)
        return hidden

    def _gives_away(self, name: str, *texts: str) -> bool:
        """Whether nothing of a value may be left, which is then counted."""
        found = next((span for text in texts for span in spans(text, self._wanted)), None)
        if not found and not any(is_in(text, self._wanted) for text in texts):
            return False
        self.leaks[Leak(name, length_of(texts[0]), self.plain(found and found.reason))] += 1
        return True

    def _replaced(self, text: str) -> tuple[str, list[tuple[str, str | None]]]:
        """The text with blocks, and what they stand for; whole paragraphs where one is encoded in strange ways."""
        found = spans(text, self._wanted)
        hidden = _with_blocks(text, found)
        said = [(text[span.start : span.end], span.reason) for span in found]
        if not is_in(hidden, self._wanted):
            return hidden, said
        parts = hidden.split("\n\n")
        said += [(part, None) for part in parts if is_in(part, self._wanted)]
        hidden = "\n\n".join(BLOCK if is_in(part, self._wanted) else part for part in parts)
        return (BLOCK, [*said, (hidden, None)]) if is_in(hidden, self._wanted) else (hidden, said)


def _as_names(field: str, code: str) -> tuple[str, ...]:
    """A tag with capitals, for people are tagged without."""
    return (code.title(),) if field == "tags" else ()


def length_of(text: str) -> str:
    """How long a passage is, as far as it may be told."""
    words = len(text.split())
    lengths = ((1, "a word"), (5, "a few words"), (40, "a sentence"))
    return next((said for most, said in lengths if words <= most), "a paragraph or more")


def _with_blocks(text: str, found: Iterable[Span]) -> str:
    last, parts = 0, list[str]()
    for span in found:
        parts += (text[last : span.start], BLOCK)
        last = span.end
    return "".join((*parts, text[last:]))


def _texts(value: Any) -> tuple[str, ...]:
    """All texts of a value."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return tuple(text for part in value for text in _texts(part))
    return ()

"""The words of a query → `Query`. Never raises: what is no syntax is searched as plain words, and said."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal

from advisory_cli.nearness import Kind
from advisory_cli.query.fields import TEXT_FIELDS
from advisory_cli.query.nodes import (
    EVERYTHING,
    NOTHING,
    And,
    Node,
    Not,
    Number,
    Or,
    Phrase,
    Query,
    Value,
    Word,
    limited,
)
from advisory_cli.query.values import Unknown, nearest, nothing_of, value_node
from advisory_cli.reference import Found, Reference, find_references, parse_reference, without_labels
from advisory_cli.text import spellings


def parse_query(text: str) -> Query:
    """Read what was typed, joined with blanks.

    Bare words must all occur; ``OR`` gives alternatives (and binds weaker), ``NOT`` and ``-`` exclude, brackets
    group; ``"a phrase"``, ``"a b"~5``, ``word*``, ``=word``, ``field:value``; ``word~`` reaches near spellings of
    ordinary words as well. What is excluded reaches no further than folded: nobody means to lose a text for a word that
    is only like one. A reference in any spelling is one thing. Nothing typed asks for everything; something typed in
    which there is no word, for nothing.
    """
    reading = _Reading(without_labels(text))
    root = _grouped(reading)
    if root is None:
        root = NOTHING if text.strip() else EVERYTHING
        if text.strip():
            reading.notes.append(f"no word to search for in {_brief(text)}")
    return Query(root, tuple(dict.fromkeys(reading.notes)))


_FIELDS: Final = {name: name for name in TEXT_FIELDS if name != "other"} | {
    **{name: name for name in ("language", "date", "year", "country", "region", "kind", "tag", "status", "has", "is")},
    "reference": "ref",
    "lang": "language",
    "organization": "organisation",
    "org": "organisation",
    "type": "kind",
    "tags": "tag",
}
"""What may stand before a colon, and which field it means."""

_OPENING: Final = '"“„«'
_CLOSING: Final = '"”“»'
_DEEPEST: Final = 40
"""Brackets within brackets; deeper ones are passed over, so that readers of a query may recurse."""

_FARTHEST: Final = 1000

_Sign = Literal["(", ")", "OR", "NOT"]


class _Group:
    """What stands between two brackets so far."""

    def __init__(self) -> None:
        self.alternatives: list[list[Node]] = [[]]
        self.denied = False

    def add(self, part: Node | None) -> None:
        if part is not None:
            self.alternatives[-1].append(Not(limited(part, Kind.FOLDED)) if self.denied else part)
        self.denied = False

    def node(self) -> Node | None:
        found = [parts[0] if len(parts) == 1 else And(tuple(parts)) for parts in self.alternatives if parts]
        return Or(tuple(found)) if len(found) > 1 else next(iter(found), None)


def _grouped(reading: "_Reading") -> Node | None:
    """The tree of brackets, `OR` and `NOT` over the parts read."""
    groups = [_Group()]
    for part in reading.parts():
        match part:
            case "(" if len(groups) <= _DEEPEST:
                groups.append(_Group())
            case ")" if len(groups) > 1:
                inner = groups.pop().node()
                groups[-1].add(inner)
            case "(" | ")":
                reading.notes.append(f'passed over a "{part}" without partner')
            case "OR":
                groups[-1].alternatives.append([])
                groups[-1].denied = False
            case "NOT":
                groups[-1].denied = not groups[-1].denied
            case _:
                groups[-1].add(part)
    if len(groups) > 1:
        reading.notes.append('passed over a "(" without partner')
    while len(groups) > 1:
        inner = groups.pop().node()
        groups[-1].add(inner)
    return groups[0].node()


class _Reading:
    """A text while it is being read from left to right."""

    def __init__(self, text: str) -> None:
        self.notes: list[str] = []
        self._text = text
        self._at = 0
        self._references = {found.start: found for found in find_references(text)}

    def parts(self) -> Iterator[Node | _Sign | None]:
        """Signs and nodes in order; None for what holds no word."""
        while match := _start().match(self._text, self._at):
            self._at = match.end()
            if sign := match["sign"]:
                yield _SIGNS.get(sign)
            elif self._at < len(self._text):
                yield self._term(_FIELDS.get(self._field(match)))
            else:
                return

    def _field(self, match: re.Match[str]) -> str:
        """The name before a colon; a name that is no field stays part of the words."""
        name: str = (match["field"] or "").lower()
        if not name or name in _FIELDS:
            return name
        self._at = match.start("field")
        if not self._text.startswith("//", match.end()):
            near = nearest(name, _FIELDS)
            hint = f'; did you mean "{near}:"?' if near else ""
            self.notes.append(f'no field "{name}:", searched as plain words{hint}')
        return ""

    def _term(self, name: str | None) -> Node | None:
        exact = self._text[self._at] == "="
        self._at += exact
        found = self._references.get(self._at)
        if found:
            self._at = found.end
            return self._about(found, name)
        if self._text[self._at : self._at + 1] in tuple(_OPENING) and (quoted := self._quoted()) is not None:
            return self._value(name, quoted) or _row(quoted, name, exact=exact, slop=self._slop())
        apart = None if exact or name else _article_apart().match(self._text, self._at)
        if apart:
            self._at = apart.end()
            words = Word(apart[1]), Word(apart[2])
            return Or((And(words), Word("".join(apart.groups()), reach=Kind.SCRIPT)))
        match = _bare().match(self._text, self._at)
        self._at = match.end() if match else self._at + 1
        return self._words(match[0], name, exact=exact) if match else None

    def _about(self, found: Found, name: str | None) -> Node | None:
        if name not in {None, "ref"}:
            return self._value(name, found.printed) or _row(found.printed, name)
        number = _number(found.reference, own=name == "ref")
        language = _at_language().match(self._text, self._at)
        if language is None:
            return number
        self._at = language.end()
        return And((number, Value("language", language[1].lower())))

    def _quoted(self) -> str | None:
        match = _quote().match(self._text, self._at)
        if match is None:
            self._at += 1
            self.notes.append("passed over a quotation mark without partner")
            return None
        self._at = match.end()
        return match["quoted"]

    def _slop(self) -> int:
        match = _slop().match(self._text, self._at)
        self._at = match.end() if match else self._at
        return min(int(match[1]), _FARTHEST) if match else 0

    def _value(self, name: str | None, typed: str) -> Node | None:
        """What a value of a keyword field or a whole reference stands for; None if it is a text to search."""
        if name in {None, "ref"}:
            # a word without figures is none: the grammar takes a hundredth of a short command to compile
            reference = parse_reference(typed) if any(map(str.isdigit, typed)) else None
            return _number(reference, own=name == "ref") if reference else None
        if name in TEXT_FIELDS:
            return None
        try:
            return value_node(name or "", typed)
        except Unknown as error:
            self.notes.append(str(error))
            return nothing_of(error.field, typed) if name not in {"date", "year"} else _row(typed, None)

    def _words(self, term: str, name: str | None, *, exact: bool) -> Node | None:
        near = _near().fullmatch(term)
        term = near[1] if near else term
        prefix = term.endswith("*")
        if (value := self._value(name, term.rstrip("*"))) is not None:
            return value
        found = _row(term, name, exact=exact, prefix=prefix)
        if near and isinstance(found, Word):
            return found._replace(wide=True)
        if isinstance(found, Phrase) and not exact and _article().match(term):
            return Or((found, Word("".join(found.words), field=name)))
        return found


_SIGNS: Final[dict[str, _Sign]] = {"(": "(", ")": ")", "OR": "OR", "NOT": "NOT", "-": "NOT"}


def _number(reference: Reference, *, own: bool) -> Number:
    return Number(reference.spellings, own)


def _row(
    text: str, name: str | None, *, exact: bool = False, prefix: bool = False, slop: int = 0
) -> Word | Phrase | And | None:
    """What is typed without a blank or in quotation marks: a word, or words that follow each other."""
    words = spellings(text)
    if not words:
        return None
    if len(words) == 1:
        return Word(words[0], exact, prefix, name)
    if prefix:
        whole = [Word(word, exact, field=name) for word in words[:-1]]
        return And((*whole, Word(words[-1], exact, prefix=True, field=name)))
    return Phrase(tuple(words), exact, name, slop)


def _brief(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


@cache
def _start() -> re.Pattern[str]:
    """What may come before a term: a sign, or the name of a field."""
    signs = r"[()]|-(?=[^\s-])|(?:AND|OR|NOT)(?=[\s()]|$)"
    return re.compile(rf"\s*(?:(?P<sign>{signs})|(?P<field>[A-Za-z]{{1,20}}):(?=\S))?")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"[^\s(){_OPENING}{_CLOSING}]+")


@cache
def _quote() -> re.Pattern[str]:
    return re.compile(rf"[{_OPENING}](?P<quoted>[^{_OPENING}{_CLOSING}]*)[{_CLOSING}]")


@cache
def _article() -> re.Pattern[str]:
    """The Arabic article before a name, which is written as one word as well: Al-Jazeera, Aljazeera."""
    return re.compile(r"[AaEe]l-\w+$")


@cache
def _article_apart() -> re.Pattern[str]:
    """The same with a blank between: Al Jazeera."""
    return re.compile(r"([AaEe]l) +([^\W\d_]{4,40})(?=[\s)]|$)")


@cache
def _slop() -> re.Pattern[str]:
    return re.compile(r"~([0-9]{1,9})")


@cache
def _at_language() -> re.Pattern[str]:
    """Behind a reference, as results are named: ``EUR 57/002/2012@ru``."""
    return re.compile(r"@([A-Za-z]{2,3})(?![\w@.-])")


@cache
def _near() -> re.Pattern[str]:
    return re.compile(r"([^~]+)~[0-9]*")

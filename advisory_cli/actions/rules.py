"""What an archivist should look at in what was read: within a record, and between records. Changes nothing.

Documents are kept as printed, so most findings are doubts about the document itself, not faults of the archive.
"""

import marshal
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from advisory_cli.actions.latest import Latest
from advisory_cli.model import Advisory, is_date
from advisory_cli.ports import Finding
from advisory_cli.reference import find_references, parse_reference
from advisory_cli.text import fold


def look_at(advisory: Advisory, *, today: str) -> Iterator[Finding]:
    """What looks odd in one record; `today` is an ISO date."""
    where = handle(advisory)
    for rule, whats in (
        ("missing", _missing(advisory)),
        ("date", _odd_dates(advisory, today)),
        ("reference", _odd_reference(advisory)),
        ("look-alike", _look_alikes(advisory)),
        ("guessed", _guessed(advisory)),
        ("link", _dead_links(advisory)),
        ("spelling", _near_misses(advisory)),
    ):
        for what in whats:
            yield Finding(rule, where, what)


def handle(advisory: Advisory) -> str:
    """How commands take the text back: ``EUR 57/002/2012@en``, or ``#17`` without a reference."""
    return f"{advisory.reference}@{advisory.language}" if advisory.reference else f"#{advisory.first or advisory.id}"


class Review:
    """Looks at current texts, and at how they stand to one another, while revisions pass by in order of writing.

    Keeps no text: about 100 bytes for each, and what was found.
    """

    def __init__(self, *, today: str) -> None:
        self._today = today
        self._latest = Latest()

    def take(self, advisory: Advisory, offset: int = 0) -> None:
        """One revision and where it lies; it takes the place of the one of this text that came before it."""
        first = advisory.first or 0
        if advisory.status == "removed":
            self._latest.put(first, b"")
            return
        body = " ".join(advisory.body.split())
        cited = tuple(dict.fromkeys((*advisory.mentions, *(relation.reference for relation in advisory.relations))))
        odd = tuple((finding.rule, finding.what) for finding in look_at(advisory, today=self._today))
        known = handle(advisory), offset, hash(body) if body else None, cited, odd
        self._latest.put(first, marshal.dumps(known))

    @property
    def texts(self) -> int:
        """How many current texts there are."""
        return sum(1 for _ in self._latest)

    def offsets(self) -> "array[int]":
        """Where the current texts lie, in order."""
        return array("Q", sorted(known.offset for _, known in self._known()))

    def findings(self, *, is_held: Callable[[str], bool] | None = None) -> Iterator[Finding]:
        """All that was found; `is_held` says whether a cited text is in the archive, if these texts are not all."""
        is_held = is_held or self._holding()
        for _, known in self._known():
            yield from (Finding(rule, known.handle, what) for rule, what in known.odd)
            if missing := [name for name in known.cited if not is_held(name)]:
                yield Finding("unresolved", known.handle, f"cites what is not in the archive: {_few(missing)}")
        yield from self._duplicates()

    def _holding(self) -> Callable[[str], bool]:
        """Whether a text has that number, by hashes: the numbers themselves would take three times the room."""
        held = {hash(known.handle.partition("@")[0]) for _, known in self._known()}
        return lambda name: hash(name) in held

    def _duplicates(self) -> Iterator[Finding]:
        bodies = sorted(known.body for _, known in self._known() if known.body is not None)
        same = {one for one, other in pairwise(bodies) if one == other}
        seen: dict[int, tuple[int, str]] = {}
        for first, known in self._known():
            if known.body is None or known.body not in same:
                continue
            earlier, name = seen.setdefault(known.body, (first, known.handle))
            if earlier != first:
                what = f"has the same text as {name} (#{earlier}); remove one, or tell them apart"
                yield Finding("duplicate", f"{known.handle} (#{first})", what)

    def _known(self) -> "Iterator[tuple[int, _Known]]":
        return ((first, _Known(*marshal.loads(said))) for first, said in self._latest)  # noqa: S302 - our own bytes


class _Known(NamedTuple):
    """What is remembered of a current text."""

    handle: str
    offset: int
    body: int | None
    """Hash of the words of its body."""
    cited: tuple[str, ...]
    odd: tuple[tuple[str, str], ...]
    """Rule and sentence of each finding."""


_FOUNDED: Final = "1961"
"""The year Amnesty International was founded."""

_SHORTEST_NAME: Final = 6
"""Letters below which two names that differ in one are mostly two names."""

_LIKE_LATIN: Final = dict(
    zip(
        map(ord, "АВЕКМНОРСТХІЅЈУаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧо∕⁄"),
        "ABEKMHOPCTXISJYaeopcyxisjABEZHIKMNOPTYXo//",
        strict=True,
    )
) | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
"""Cyrillic, Greek and full-width signs that look like Latin ones."""

_INVISIBLE: Final = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))


def _few(names: list[str], most: int = 10) -> str:
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def _missing(advisory: Advisory) -> Iterator[str]:
    values = {name: getattr(advisory, name) for name in ("reference", "date", "title", "body")}
    values["language"] = "" if advisory.language == "und" else advisory.language
    if missing := [name for name, value in values.items() if not value]:
        yield f"no {', no '.join(missing)}; set what you know with advisory edit"


def _odd_dates(advisory: Advisory, today: str) -> Iterator[str]:
    date = advisory.date
    if not date:
        return
    if not is_date(date):
        yield f"{date!r} is no date; write it as in 2012-03-22, 2012-03 or 2012 with advisory edit"
        return
    if date > today[: len(date)]:
        yield f"{date} is in the future"
    if date < _FOUNDED:
        yield f"{date} is before {_FOUNDED}, when Amnesty International was founded"
    reference = parse_reference(advisory.reference or "")
    if reference and reference.year != int(date[:4]):
        yield f"the index is of {reference.year}, the date is {date}"


def _odd_reference(advisory: Advisory) -> Iterator[str]:
    if advisory.reference and str(parse_reference(advisory.reference)) != advisory.reference:
        yield "is no index number as the archive writes them; correct it with advisory edit"


def _look_alikes(advisory: Advisory) -> Iterator[str]:
    """Numbers that only look like ones: with letters of other scripts or invisible signs in them."""
    text = "\n".join((advisory.reference or "", advisory.printed_reference or "", advisory.title or "", advisory.body))
    if text.isascii():
        return
    text = _beside_figures(text)
    plain = text.translate(_LIKE_LATIN).translate(_INVISIBLE)
    if plain == text:
        return
    found, real = _numbers(plain), _numbers(text)
    for number in found - real:
        yield f"holds what looks like {number}, but is written with other letters or invisible signs"


def _beside_figures(text: str) -> str:
    """The stretches of a text that have figures in them: to translate all of it takes as long as all other rules."""
    figures = [match.span() for match in _figures().finditer(text)]
    stretches: list[list[int]] = []
    for start, end in figures:
        if stretches and start - stretches[-1][1] <= _BESIDE:
            stretches[-1][1] = end + _BESIDE
        else:
            stretches.append([max(0, start - _BESIDE), end + _BESIDE])
    return "\n\n".join(text[start:end] for start, end in stretches)


_BESIDE: Final = 40
"""Characters on each side of figures in which the rest of a number stands."""


def _numbers(text: str) -> Counter[str]:
    return Counter(str(found.reference) for found in find_references(text))


def _guessed(advisory: Advisory) -> Iterator[str]:
    if guessed := [name for name, how in advisory.confidence.items() if how == "guessed"]:
        yield f"not certain: {', '.join(guessed)}; compare with the text"


def _dead_links(advisory: Advisory) -> Iterator[str]:
    return (f"a link leads nowhere: {link.text}" for link in advisory.links if not link.url)


def _near_misses(advisory: Advisory) -> Iterator[str]:
    for rare, other in near_misses("\n".join((advisory.title or "", advisory.subtitle or "", advisory.body))):
        yield f"{rare} and {other} are spelled nearly alike; look which is right"


class _Name(NamedTuple):
    """A capitalised word of a text, all its spellings taken together."""

    written: str
    times: int
    shapes: frozenset[bool]
    """True: in capitals throughout; False: with a capital at the head."""


def near_misses(text: str) -> list[tuple[str, str]]:
    """Pairs of names that differ in one letter, or two that are turned round: one of them may be a slip.

    One of the two stands there once, the other more often or in other capitals (a heading), and at least one is a name
    without doubt: capitalised in the middle of a sentence. Endings may differ, for many languages inflect names.
    """
    names = _names(word for word in _capitalised().findall(text) if word[0].isupper())
    slips = [(one, two) for alike in _alike(names) for one, two in _neighbours(alike)]
    if not slips:  # as in nearly every text
        return []
    common = {fold(word) for word in _words().findall(text) if word[0].islower()}
    certain = {fold(word) for word in _inner_words().findall(text) if word[0].isupper() and not word.isupper()}
    return [
        (rare.written, other.written)
        for pair in slips
        if certain.intersection(pair) and not common.intersection(pair)
        for rare, other in [sorted((names[name] for name in pair), key=lambda name: name.times)]
        if rare.times == 1 and (other.times > 1 or not rare.shapes & other.shapes)
    ]


def _names(words: Iterable[str]) -> dict[str, _Name]:
    forms: dict[str, list[str]] = {}
    for word in words:
        forms.setdefault(fold(word), []).append(word)
    return {
        folded: _Name(written[0], len(written), frozenset(word.isupper() for word in written))
        for folded, written in forms.items()
    }


def _alike(names: Iterable[str]) -> Iterator[list[str]]:
    """Names with the same letter at the head and the same at the end, where there are several."""
    groups: dict[tuple[str, str], list[str]] = {}
    for name in names:
        groups.setdefault((name[0], name[-1]), []).append(name)
    return (group for group in groups.values() if len(group) > 1)


def _neighbours(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs that are a slip apart; names so near share what is left when one letter is taken out."""
    shortened: dict[str, list[str]] = {}
    for name in names:
        rests = dict.fromkeys((name, *(name[:at] + name[at + 1 :] for at in range(len(name)))))
        near = dict.fromkeys(other for rest in rests for other in shortened.get(rest, ()))
        yield from ((other, name) for other in near if _is_slip(other, name))
        for rest in rests:
            shortened.setdefault(rest, []).append(name)


def _is_slip(one: str, two: str) -> bool:
    """Whether they differ in one letter, not at the head nor in the last two, or in two that are turned round."""
    head = _common(one, two)
    tail = min(_common(one[::-1], two[::-1]), len(one) - head, len(two) - head)
    left, right = one[head : len(one) - tail], two[head : len(two) - tail]
    turned = len(left) == 2 and left == right[::-1]
    return head >= 1 and (turned or (tail >= 2 and max(len(left), len(right)) == 1))


def _common(one: str, two: str) -> int:
    """How many characters they have in common at the head."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, two, strict=False)) if left != right),
        len(min(one, two, key=len)),
    )


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"\d+")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{{_SHORTEST_NAME},}}")


@cache
def _capitalised() -> re.Pattern[str]:
    """Those of `_words` that may begin with a capital: found in a tenth of the time, looking back last."""
    small = "a-zß-öø-ÿа-џ\u0600-\u06ff\u4e00-\u9fff"
    return re.compile(rf"[^\W\d_{small}](?<![^\W\d_].)[^\W\d_]{{{_SHORTEST_NAME - 1},}}")


@cache
def _inner_words() -> re.Pattern[str]:
    """Words behind another one or a comma: a sentence does not begin with them."""
    return re.compile(rf"(?<=[\w,] )[^\W\d_]{{{_SHORTEST_NAME},}}")

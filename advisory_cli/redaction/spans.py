"""Where in a text the passages stand that are looked for, and whether any does, in whatever encoding."""

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from advisory_cli.redaction.letters import Letters, letters_of, plainer, read
from advisory_cli.redaction.wanted import FEWEST, Wanted


class Span(NamedTuple):
    """A stretch of a text, and why it must not go out."""

    start: int
    end: int
    reason: str | None


def spans(text: str, wanted: Iterable[Wanted]) -> list[Span]:
    """Where passages stand, to the ends of the words they stand in; those that touch are one."""
    found, wanted = list[Span](), tuple(wanted)
    for plain in dict.fromkeys((text, plainer(text))) if wanted else ():
        as_letters = letters_of(plain)
        if present := [one for one in wanted if one.letters in as_letters]:
            letters = read(text, escapes=plain != text)
            found += (span for one in present for span in _found(text, letters, one))
    return _joined(sorted(found, key=lambda span: span[:2]))


def is_in(text: str, wanted: Iterable[Wanted]) -> bool:
    """Whether a passage stands in the text in any encoding: escapes in each other, markup, base64, hex, punycode."""
    wanted = tuple(wanted)
    return any(_stands(view, wanted) for view in dict.fromkeys(_views(text))) or any(
        _stands(view, [one for one in wanted if len(one.letters.encode()) >= fewest])
        for view, fewest in (_decoded(text) if wanted else ())
    )


_PATIENCE: Final = 1000
"""Times that the letters may be there with something else between them; then they are taken for the passage."""

_WORD: Final = 40
"""Characters of a word on each side of what is found in it."""

_ENDING: Final = 3
"""Letters of an ending behind a name, which many languages inflect."""

_INFLECTED: Final = 4
"""Letters of a name from which on it may have one."""

_BROKEN: Final = 5
"""Letters of a word from which on it may be broken at the end of a line."""

_SPACED: Final = 3
"""Letters of a passage from which on each may stand by itself, as some write headings."""

_BEFORE_NAMES: Final = frozenset("@._/=")
_BEHIND_NAMES: Final = frozenset("@_/")

_TIMES: Final = 3

_SURE: Final = 5
_SURER: Final = 8
"""Bytes that no run of letters says by chance when it is taken for base64: of one that says a text, of any."""

_SPOILT: Final = 2
"""Characters that are none at the ends of a run that does not begin where the text does."""


def _stands(text: str, wanted: Iterable[Wanted]) -> bool:
    """Whether a passage stands in a text that has no escapes."""
    as_letters = letters_of(text)
    present = [one for one in wanted if one.letters in as_letters]
    if not present:
        return False
    letters = read(text)
    return any(True for one in present for _ in _found(text, letters, one))


def _found(text: str, letters: Letters, one: Wanted) -> Iterator[Span]:
    at, patience = letters.text.find(one.letters), _PATIENCE
    while at >= 0:
        end = at + len(one.letters)
        span = letters.starts[at], letters.ends[end - 1]
        fits = _fits(letters, at, end, one)
        patience -= not fits
        if (fits or patience < 0) and (one.how != "word" or _is_word(text, *span)):
            yield Span(*_widened(text, *span, one), one.reason)
        else:
            end = at + 1
        at = letters.text.find(one.letters, end)


def _fits(letters: Letters, start: int, end: int, one: Wanted) -> bool:
    broken = letters.line_ends if end - start >= _BROKEN else frozenset[int]()
    inner = letters.gaps_within(start, end)
    if len(inner) == end - start - 1 >= _SPACED - 1:
        return True
    return all(at - start in one.gaps or at in broken for at in inner)


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether it begins as names do, and is a word but for an ending, or what is written in one with it in Arabic."""
    before, behind = _letters_before().search(text, max(0, start - _WORD), start), _letters_behind().match(text, end)
    longest = _ENDING if end - start >= _INFLECTED else 0
    is_cased = text[start].lower() != text[start].upper()
    joined = not before or (not is_cased and len(before[0]) <= _ENDING)
    is_named = not text[start].islower() or _is_in_address(text, start, behind.end() if behind else end)
    return joined and is_named and (behind is None or len(behind[0]) <= longest)


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether a word stands in an address or the name of a file, where names have no capitals."""
    return text[max(0, start - 1) : start] in _BEFORE_NAMES or text[end : end + 1] in _BEHIND_NAMES


def _widened(text: str, start: int, end: int, one: Wanted) -> tuple[int, int]:
    """To the ends of the words, or of the number, that it begins and ends in; of a name with the initials before it."""
    if one.how != "text":
        pattern = _figures_before() if one.how == "number" else _initials_before()
        before = pattern.search(text, max(0, start - _WORD), start)
        start = before.start() if before else start
    while start and _goes_on(text[start - 1]) and _goes_on(text[start]) and end - start < _WORD + len(one.letters):
        start -= 1
    behind = _letters_behind().match(text, end)
    end = behind.end() if behind and _goes_on(text[end - 1]) else end
    marks = _marks_behind().match(text, end)
    return start, marks.end() if marks else end


def _goes_on(char: str) -> bool:
    return bool(_letters_behind().match(char))


def _joined(found: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in found:
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def _views(text: str) -> Iterator[str]:
    """The text, and what it says where it has escapes, markup or names of hosts."""
    yield text
    view = text
    for _ in range(_TIMES):
        further = _tag().sub(" ", _tag_in_word().sub("", plainer(view))) if "<" in view else plainer(view)
        if further == view:
            break
        yield (view := further)
    yield from _hosts(text)
    yield from _hosts(view)


def _hosts(text: str) -> Iterator[str]:
    """Names of hosts that are written in ASCII (RFC 3492)."""
    for match in _punycode().finditer(text):
        yield match[1].encode().decode("punycode", "replace") if _is_decodable(match[1]) else ""


def _is_decodable(label: str) -> bool:
    try:
        label.encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError, ValueError):
        return False
    return True


def _decoded(text: str) -> Iterator[tuple[str, int]]:
    """Runs that may be base64 or hexadecimal as what they would say, and from how many bytes on that is no chance."""
    for match in _run().finditer(plainer(text)):
        run = match[0]
        if (run.islower() or run.isupper() or run.istitle()) and not _hexadecimal().fullmatch(run):
            continue
        for content in _bytes_of(run):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                view = content.decode(encoding, "replace")
                spoilt = view.count("\ufffd")
                is_text = encoding == "utf-8" and not spoilt and view.isprintable()
                yield view, FEWEST if is_text else _SURE if spoilt <= _SPOILT else _SURER


def _bytes_of(run: str) -> Iterator[bytes]:
    if _hexadecimal().fullmatch(run):
        yield bytes.fromhex(run[: len(run) // 2 * 2])
    run = run.translate(_URL_SAFE)
    for begin in range(4):
        part = run[begin:]
        yield b64decode(part[: len(part) // 4 * 4] if len(part) % 4 == 1 else part + "=" * (-len(part) % 4))


_URL_SAFE: Final = str.maketrans("-_", "+/")


@cache
def _letters_behind() -> re.Pattern[str]:
    """What a word goes on with; scripts without blanks between words have none."""
    from advisory_cli.text import UNSPACED  # as the pattern itself

    return re.compile(rf"(?:(?![{UNSPACED}])[^\W_]){{1,{_WORD}}}")


@cache
def _marks_behind() -> re.Pattern[str]:
    return re.compile("[\u00ad\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u200b-\u200d\ufe00-\ufe0f\ufe20-\ufe2f]+")


@cache
def _letters_before() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+\Z")


@cache
def _figures_before() -> re.Pattern[str]:
    return re.compile(r"[\d+(][\d\s()+./\u00ad\u2010-\u2015-]*\Z")


@cache
def _initials_before() -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])(?:[^\W\d_]\.[ \u00a0]?){1,3}\Z")


@cache
def _tag_in_word() -> re.Pattern[str]:
    """Markup that can stand within a word, and comments."""
    return re.compile(
        r"(?i)</?(?:a|b|em|font|i|mark|small|span|strong|su[bp]|u|wbr)(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}>"
    )


@cache
def _tag() -> re.Pattern[str]:
    return re.compile("<[^<>]{0,2000}>")


@cache
def _punycode() -> re.Pattern[str]:
    return re.compile(r"(?i)\bxn--([a-z0-9-]{1,59})")


@cache
def _run() -> re.Pattern[str]:
    return re.compile("[A-Za-z0-9+/_-]{8,}")


@cache
def _hexadecimal() -> re.Pattern[str]:
    return re.compile("[0-9A-Fa-f]{8,}")

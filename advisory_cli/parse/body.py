"""The body of a document: lines broken by mail or typewriter joined into paragraphs, nothing dropped."""

import re
from itertools import pairwise
from typing import Final

from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.lines import is_double_spaced

_MARGIN: Final = 110
"""Longer lines are paragraphs; nobody breaks lines by hand there."""

_BLANK: Final = pattern(r"\n[ \t\r\f\v\u00a0]*\n\s*")
_BLANK_OR_PAGE: Final = pattern(r"\n[ \t\r\f\v\u00a0]*\n\s*|\f\s*")
_LIST_ITEM: Final = pattern(r"[-*•·<–—]\s?\S|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s|[A-Z][\w ]{1,20}:\s")
_CJK: Final = "\u3000", "\u9fff"
"""First and last character of scripts that are written without blanks; Korean lies beyond."""
_QUOTED: Final = pattern(r"^(?:> ?)+", re.MULTILINE)


def body_of(text: str, start: int) -> str:
    """Everything from `start` on, paragraphs separated by one blank line."""
    rest = text[start:].strip("\r\n\f\v \t\ufeff")
    if "\r" in rest:
        rest = rest.replace("\r\n", "\n").replace("\r", "\n")
    if ">" in rest and rest.count("\n>") * 2 > rest.count("\n"):
        rest = _QUOTED().sub("", rest)
    blank = (_BLANK_OR_PAGE if "\f" in rest else _BLANK)()
    return "\n\n".join(filter(None, map(_joined, blank.split(_single_spaced(rest)))))


def _single_spaced(text: str) -> str:
    """Take out the blank line that double spacing puts after every line; more blank lines are paragraphs."""
    if is_double_spaced(text):
        return _BLANK_LINE().sub("\n", text)
    parts = text[:4_000].split("\n\n")
    sample = [line for line in parts if line.strip()] if len(parts) >= 8 else []
    if (
        len(sample) < 8
        or not all(30 < len(line) < 85 for line in sample[:-1])
        or any("\n" in line.strip() for line in sample)
    ):
        return text
    broken = sum(line.strip()[-1:] not in '.!?:;”"»' for line in sample)
    return _BLANK_LINE().sub("\n", text) if broken * 2 > len(sample) else text


_BLANK_LINE: Final = pattern(r"\n[ \t]*\n(?!\s*\n)")


def _joined(block: str) -> str:
    """The lines of a block as paragraphs; list items and lines that end early keep their line."""
    if "\n" not in block:
        return block.strip()
    lines = block.split("\n")
    margin = max(map(len, lines))
    parts = [lines[0].strip()]
    for above, line in pairwise(lines):
        parts += (_joint(above, line, margin), line.strip())
    return "".join(parts).strip()


def _joint(above: str, line: str, margin: int) -> str:
    """What stands between two lines: nothing within a Japanese word, a space, a line break or a paragraph break."""
    content = line.lstrip()
    if len(above) > _MARGIN and not content[:1].islower() and not _is_broken(above, line, margin):
        return "\n\n"
    indent = len(line) - len(content) - (len(above) - len(above.lstrip()))
    if indent >= 3 and above.rstrip()[-1:] in '.!?:;”"»':
        return "\n\n"
    if _LIST_ITEM().match(content):
        return "\n"
    if _CJK[0] <= content[:1] <= _CJK[1] and _CJK[0] <= above.rstrip()[-1:] <= _CJK[1]:
        return ""
    if content[:1].islower():
        return " "
    word = content.split(maxsplit=1)[0] if content else ""
    full = len(above.rstrip()) + 1 + len(word) > margin
    return " " if full and margin > 40 else "\n"


def _is_broken(above: str, line: str, margin: int) -> bool:
    """Whether a long line was broken by hand after all: all lines are as long, and no sentence ends with this one."""
    word = line.split(maxsplit=1)[0] if line.strip() else ""
    full = len(above.rstrip()) + 1 + len(word) > margin
    return margin <= _WIDEST and full and above.rstrip()[-1:] not in _STOPS


_WIDEST: Final = 160
_STOPS: Final = frozenset('.!?:;”"»')

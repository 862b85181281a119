"""Where a text without any header line begins: behind the menus and the numbers to call that web pages put first."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from advisory_cli.parse.blocks import block_at
from advisory_cli.parse.lazy import pattern
from advisory_cli.parse.pieces import Row
from advisory_cli.parse.title import has_number_to_call, is_prose, reads_as_title


def opening_at(rows: Sequence[Row]) -> int:
    """The row of the title; 0 where the first lines can be it, or none can."""
    story, banner = _story(rows), _banner(rows)
    if banner:
        return banner
    called = next((at for at in range(story - 1, -1, -1) if _is_called(rows[at])), -1)
    if called >= 0:
        return _first_title(rows, called + 1, story) or called + 1
    if _MENU < story == len(block_at(rows, 0)):
        return story - 1
    first = next((at for at, row in enumerate(rows) if not row.wrapper), 0)
    return _first_title(rows, first + 1, story) if story > first + 1 and _is_rubric(rows[first]) else 0


def _banner(rows: Sequence[Row]) -> int:
    """The row below a banner that asks for support in capitals, where that is glued to the title; else 0."""
    block = block_at(rows, next((at for at, row in enumerate(rows) if not row.wrapper), 0))
    if len(block) <= _MENU:
        return 0
    appeals = sum(row.line.text.isupper() and row.line.text.endswith(("!", ".")) for row in block[:-1])
    if appeals < _FEWEST_APPEALS or not _has_several_words(block[-1].line.text):
        return 0
    return rows.index(block[-1]) if reads_as_title(block[-1:]) else 0


_FEWEST_APPEALS: Final = 2


def _is_rubric(row: Row) -> bool:
    """Whether a word that a site files its pages under stands alone on the first line: ``Sentenced``."""
    words = row.line.text
    if row.pieces or not words.isalpha():
        return False
    return is_unspaced(words) and len(words) <= _LONGEST_RUBRIC if not words.isascii() else not words.isupper()


def is_unspaced(words: str) -> bool:
    """Whether words are Chinese or Japanese, which put no blanks between them."""
    return "\u3040" <= words[:1] <= "\u9fff"


_LONGEST_RUBRIC: Final = 5
"""Characters of a word for a button or a menu, in scripts without blanks."""


_MENU: Final = 4
"""More lines than this under each other, before a paragraph without a blank line, are not all of a title."""


def _story(rows: Sequence[Row]) -> int:
    """The row at which sentences begin; 0 if there are none."""
    at = 0
    while at < len(rows):
        block = list(takewhile(lambda row: not _is_called(row), block_at(rows, at)))
        words = " ".join(row.line.text for row in block)
        if block and is_prose(words) and not words.endswith((":", ",")):
            return at
        at += max(1, len(block))
    return 0


def _is_called(row: Row) -> bool:
    """Whether a line holds a number or an address to reach somebody at."""
    words = row.line.text
    return len(words) <= _LONGEST and (
        "@" in words or has_number_to_call(words) or _WRITTEN_OUT().search(words) is not None
    )


_LONGEST: Final = 140
_WRITTEN_OUT: Final = pattern(r"\w at [\w-]{2,40}\.\w{2,10}$")
"""A mail address as archives of lists write it."""


def _first_title(rows: Sequence[Row], start: int, stop: int) -> int:
    """The first row from `start` on that a title of several words can begin with; else 0."""
    likely = (
        at
        for at in range(start, stop)
        if not rows[at].wrapper and _has_several_words(rows[at].line.text) and reads_as_title([rows[at]])
    )
    return next(likely, 0)


def _has_several_words(words: str) -> bool:
    return words.count(" ") >= _BLANKS or (is_unspaced(words) and len(words) > _LONGEST_RUBRIC)


_BLANKS: Final = 3

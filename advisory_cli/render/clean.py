"""The one cleaner for every string that did not come from our source code.

Nothing of a document may act on a terminal, hide text or turn it round; nothing of it may be lost either.
"""

import re
from collections.abc import Iterable
from typing import Final

UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # Cc with DEL and C1, but not tab and newline
    "\u2028-\u202e"  # Zl, Zp, bidi embeddings and overrides
    "\u2066-\u2069"  # bidi isolates
    "\ufff9-\ufffb"  # interlinear annotation
    "\ud800-\udfff"  # lone surrogates, which no output encoding takes
    "\U000e0000-\U000e007f]"  # tag characters: invisible text
    "|(?<![^\\s\u200d])\u200d"  # a joiner that joins nothing: Rich fails where it cuts a line beside two
)
"""Characters that drive a terminal or deceive a reader."""

FORMULAS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'")
"""What a cell begins with that a spreadsheet would compute, and the apostrophe that keeps it from doing so."""

_BLANKS: Final = str.maketrans("\n\t", "  ")


def clean(text: str, *, lines: bool = True) -> str:
    r"""Show every unsafe character in visible form (``^[``, ``\u202e``); without `lines` in one line.

    Letters, marks, ZWJ behind a letter, ZWNJ, LRM and RLM stay: scripts need them. Idempotent.
    """
    if (text.replace("\n", "") if lines else text).isprintable():  # most is, and this is told ten times as fast
        return text
    return UNSAFE.sub(_visible, text if lines else text.translate(_BLANKS))


def tabbed(cells: Iterable[str]) -> str:
    """Cells between tabs, in one line."""
    return "\t".join(clean(cell, lines=False) for cell in cells)


def clean_marks(text: str, marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans of `text` as spans of `clean(text)`, which may be longer."""
    if not UNSAFE.search(text):
        return tuple(marks)
    return tuple((len(clean(text[:start])), len(clean(text[:end]))) for start, end in marks)


def safe_link(url: str | None) -> str | None:
    """The address if a reader may be led there (http, https, mailto; nothing invisible in it), else None."""
    if url and url.isprintable() and " " not in url and url.lower().startswith(("http://", "https://", "mailto:")):
        return url
    return None


def guarded(cell: str) -> str:
    """A cell with an apostrophe before what a spreadsheet would compute, or would take for such an apostrophe.

    OWASP, CSV injection.
    """
    return f"'{cell}" if cell.lstrip().startswith(FORMULAS) else cell


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20 or code == 0x7F:
        return f"^{chr(code ^ 0x40)}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

"""How words are shown that went or came: by signs, which colour only repeats, and what stayed cut short."""

from collections.abc import Mapping
from typing import Final

STYLES: Final[Mapping[str, str]] = {"-": "advisory.gone", "+": "advisory.new"}
"""Style of what went and of what came; what stayed has none."""


def signed(sign: str, words: str) -> str:
    """Words as they are where they stayed (`` ``), else between the signs of what went (``-``) or came (``+``)."""
    opening, closing = _SIGNS[sign]
    return f"{opening}{words}{closing}"


def shortened(text: str, kept: int, *, begins: bool = True, ends: bool = True) -> str:
    """A long stretch that stayed without its middle: `kept` words where it `begins`, and where it `ends`."""
    words = text.split(" ")
    if len(words) <= 3 * kept:
        return text
    before, behind = (words[:kept] if begins else ()), (words[-kept:] if ends else ())
    return " ".join((*before, "…", *behind))


_SIGNS: Final = {"-": ("[-", "-]"), "+": ("{+", "+}"), " ": ("", "")}

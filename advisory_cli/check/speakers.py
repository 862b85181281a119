"""Whether the speaker whom a manuscript names is the one whom the archive names."""

import re
from functools import cache

from advisory_cli.check.aligning import Alignment
from advisory_cli.check.holdings import Held
from advisory_cli.check.tokens import tokens
from advisory_cli.model import Quote
from advisory_cli.text import fold, spellings


def other_speaker(named: str | None, held: Held, alignment: Alignment) -> str | None:
    """Whom the archive names as the speaker of these words, where that is somebody else than `named`."""
    who = _names(named or "")
    if not who or _pronoun().match(named or ""):
        return None
    quote = _quote_with(held, alignment)
    if quote is None or not quote.speaker or quote.attribution == "unknown":
        return None
    known = _names(f"{quote.speaker} {quote.role or ''} {held.advisory.organisation or ''}")
    return None if who & known else quote.speaker


def _quote_with(held: Held, alignment: Alignment) -> Quote | None:
    """The quotation of the archive in which the longest run of the words stands."""
    step = max((step for step in alignment.steps if step.is_equal), key=lambda step: step.quote_end - step.quote)
    run = _joined(held.words.keys[step.text : step.text_end])
    return next((quote for quote in held.advisory.quotes if run in _joined(_keys(quote))), None)


def _keys(quote: Quote) -> list[str]:
    return [token.key for token in tokens(quote.text)]


def _joined(keys: list[str]) -> str:
    return f" {' '.join(keys)} "


def _names(text: str) -> set[str]:
    """The words of a name that tell it from others; of scripts without blanks each character."""
    return {fold(word) for word in spellings(text) if len(word) > 2 or _unspaced().match(word)}


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@cache
def _pronoun() -> re.Pattern[str]:
    """Who was named before."""
    return re.compile("[他她它我其]")

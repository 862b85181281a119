"""Regular expressions that are compiled when first asked for: compiling all takes longer than reading a document."""

import re
from collections.abc import Callable
from functools import cache


def pattern(text: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A function that gives the compiled expression, the same at every call."""

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(text, flags)

    return compiled

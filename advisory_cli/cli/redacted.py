"""What is hidden in texts on their way out, in sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from advisory_cli.render.clean import clean
from advisory_cli.render.words import counted, some_of

if TYPE_CHECKING:
    from advisory_cli.exchange.release import Passages

_MOST: Final = 20
"""Texts of which each is told."""


def passages_lines(hidden: "Sequence[Passages]", *, brief: bool) -> Iterator[str]:
    """How many passages are hidden in which texts; where not `brief`, for the first texts in which fields."""
    texts = {name: tuple(of_one) for name, of_one in groupby(hidden, lambda one: one.text)}
    first = f"; the first is {next(iter(texts))}" if len(texts) > 1 else f" of {next(iter(texts))}"
    total = sum(one.how_many for one in hidden)
    yield f"hidden: {counted(total, 'passage')}{'' if len(texts) == 1 else f' of {len(texts):,} texts'}{first}"
    if unmarked := [name for name, of_one in texts.items() if not of_one[0].marked]:
        these = whose(unmarked[0], len(unmarked))
        yield f"of these not marked there, but in another text that goes out with it: those of {these}"
    for name, of_one in list(texts.items())[: 0 if brief else _MOST]:
        yield f"  {name}: {fields_in_words(of_one)}"


def nearly_line(name: str, words: "Sequence[str]") -> str:
    """That something in a text may be a marked name all the same, and what to do."""
    said = clean(some_of(words, _WORDS), lines=False)
    return (
        f"TAKE CARE: in {name} stands still, and may be the same name: {said}; "
        f"--person NAME hides each word of a name, --text another spelling"
    )


def doubtful_line(names: "Sequence[str]") -> str:
    """That something in texts which went out may be a marked name all the same."""
    these = whose(names[0], len(names))
    return f'TAKE CARE: words that may be a marked name stand in {these}: see "advisory show REF --redacted"'


def unmarked_line(names: "Sequence[str]") -> str:
    """That in texts which went out something stands that is marked in others."""
    these = whose(names[0], len(names))
    return f"TAKE CARE: what is marked in other texts stands unmarked in {these}: mark it there too"


def whose(name: str, count: int) -> str:
    """The name of a text, or of the first of so many."""
    return name if count == 1 else f"{count:,} texts, the first is {name}"


_WORDS: Final = 12
"""Words that are said."""


def fields_in_words(hidden: "Sequence[Passages]") -> str:
    """``body: 3 (a few words); contacts: 1 (a word), "at risk"``."""
    fields: dict[str, Counter[str]] = {}
    for one in hidden:
        fields.setdefault(one.field, Counter())[one.length] += one.how_many
    reasons = dict.fromkeys(f'"{one.reason}"' for one in hidden if one.reason)
    said = (f"{field}: {sum(lengths.values())} ({', '.join(lengths)})" for field, lengths in fields.items())
    return clean(", ".join(("; ".join(said), *reasons)), lines=False)

"""Which texts a command is about: words that are all references or ids name them, other words are a query."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import typer

from advisory_cli.actions.rules import handle
from advisory_cli.cli.options import Filters
from advisory_cli.cli.output import searching
from advisory_cli.errors import Ambiguous, Misuse
from advisory_cli.reference import Target, parse_targets

if TYPE_CHECKING:
    from advisory_cli.archive import Archive
    from advisory_cli.model import Advisory
    from advisory_cli.query import Query


class Selection(NamedTuple):
    """Texts named one by one, or those that answer a query."""

    targets: tuple[Target, ...]
    query: "Query | None" = None

    def texts(self, ctx: typer.Context, archive: "Archive", *, several: bool = True) -> "Iterator[Advisory]":
        """The current texts, one by one, none twice.

        Raises `NotFound` for a target that there is not, and without `several` `Misuse` for one that is several texts.
        """
        if self.query is not None:
            with searching(ctx) as bar:
                return archive.matching(self.query, progress=bar)
        return self.named(archive, several=several)

    def named(self, archive: "Archive", *, several: bool = True) -> "Iterator[Advisory]":
        """The texts that the targets name, none twice; raises as `texts`."""
        named = [text for target in self.targets for text in _named(archive, target, several=several)]
        return iter({text.first: text for text in named}.values())


def select(words: Sequence[str], filters: Filters) -> Selection:
    """What the words and the filter options mean; raises `Misuse` where they could be read in two ways."""
    targets = _targets(words)
    if not targets:
        return Selection((), filters.narrow(words))
    if any(filters):
        raise Misuse("references and filters exclude each other; for a language write EUR 57/002/2012@ru")
    return Selection(whole(targets))


def whole(targets: Sequence[Target]) -> tuple[Target, ...]:
    """The same targets; raises `Misuse` for one that names a revision, where whole texts are changed."""
    if revised := next((target for target in targets if target.revision), None):
        raise Misuse(f"{revised} is one revision; name the whole text, without the number behind #")
    return tuple(targets)


def read_targets(lines: Iterable[str]) -> tuple[Target, ...]:
    """The references and ids of these lines, each once; raises `Misuse` naming a line that holds something else."""
    targets: dict[Target, None] = {}
    for number, line in enumerate(lines, 1):
        try:
            targets |= dict.fromkeys(whole(parse_targets([line])) if line.strip() else ())
        except Misuse as error:
            raise Misuse(f"line {number} of the input: {str(error)[:_SAID]}; nothing was done") from error
    return tuple(targets)


_SAID = 200
"""Characters of a message that may quote a line without end."""


def one_of(target: Target, texts: "Sequence[Advisory]") -> "Advisory":
    """The one text there is; raises `Ambiguous` naming each by what tells it from the others."""
    if len(texts) > 1:
        raise Ambiguous(str(target), _told_apart(texts))
    return texts[0]


def _targets(words: Sequence[str]) -> tuple[Target, ...]:
    with suppress(Misuse):
        return tuple(parse_targets(words))
    return ()


def _named(archive: "Archive", target: Target, *, several: bool) -> "tuple[Advisory, ...]":
    texts = archive.named(target)
    if len(texts) > 1 and not several:
        raise Misuse(f"{Ambiguous(str(target), _told_apart(texts))}, or take all with --all-languages")
    return texts


def _told_apart(texts: "Sequence[Advisory]") -> list[str]:
    handles = Counter(map(handle, texts))
    return [name if handles[name := handle(text)] == 1 else f"#{text.first} ({text.status})" for text in texts]

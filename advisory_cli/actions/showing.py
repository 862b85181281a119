"""What there is to show of a text: as it is or as it was, with what the archive knows around it."""

from collections.abc import Iterable, Sequence

from advisory_cli.actions.lookup import Lookup, correcting, in_language, not_in_language
from advisory_cli.errors import Misuse
from advisory_cli.model import Advisory
from advisory_cli.reference import Target, parse_reference
from advisory_cli.release import Held
from advisory_cli.results import Shown


class Showing:
    """Gathers what is shown of texts."""

    def __init__(self, lookup: Lookup, held: Held) -> None:
        self._lookup = lookup
        self._held = held

    def current(self, target: Target, languages: Sequence[str]) -> tuple[Shown, ...]:
        """Texts as they are: usually one, several where two were kept under one name; raises `NotFound`."""
        texts = self._lookup.texts(target)
        chosen = in_language(target, texts, languages)
        work = texts
        if target.reference is None and chosen[0].reference:
            work = self._lookup.texts(Target(parse_reference(chosen[0].reference)))
        return tuple(self._beside(text, [other for other in work if other.first != text.first]) for text in chosen)

    def past(self, target: Target, languages: Sequence[str], as_of: str | None) -> tuple[Shown, ...]:
        """Texts as they were: of those that had the reference then, else of those that have or had it at all.

        Raises as `history`, and `Misuse` where there was nothing at that time.
        """
        from advisory_cli.actions.history import revision_at  # who shows what is current does not pay for it

        lines = self.history(target)
        then = [(one, line[-1]) for line in lines if (one := revision_at(line, target.revision, as_of))]
        if not then:
            raise _not_then(target, as_of, [line[-1] for line in lines])
        named = target.reference.spellings if target.reference else ()
        then = [pair for pair in then if pair[0].reference in named] or then
        chosen = in_language(target, [one for one, _ in then], languages)
        return tuple(
            Shown(one, revisions=last.revision, current=None if one == last else last, held=self._held(one, last))
            for one, last in then
            if one in chosen
        )

    def tied(self, shown: Shown) -> Shown:
        """The same with what other texts say of it."""
        ties = self._lookup.ties(shown.advisory.reference)
        return shown._replace(named_by=ties, corrected_by=correcting(ties))

    def history(self, target: Target) -> tuple[tuple[Advisory, ...], ...]:
        """Every revision, oldest first, of each text that has this reference or id or had it once, removed or not.

        Raises `NotFound` with the nearest references, `Misuse` where there is no such revision.
        """
        lines = tuple(
            tuple(self._lookup.revisions("first", text.first or 0))
            for text in self._lookup.lines(self._lookup.holding(target))
        )
        if not lines:
            raise self._lookup.missing(target)
        chosen = tuple(line for line in lines if target.language in {None, *(one.language for one in line)})
        if not chosen:
            raise not_in_language(target, [line[-1] for line in lines])
        if target.revision is None:
            return chosen
        having = tuple(line for line in chosen if any(one.revision == target.revision for one in line))
        if not having:
            raise _not_then(target, None, [line[-1] for line in chosen])
        return having

    def _beside(self, text: Advisory, others: Sequence[Advisory]) -> Shown:
        """The text with the others of its work."""
        held = self._held(text)
        shown = Shown(text, tuple(other.name for other in others), text.revision, held=held)
        others_held = tuple((other.name, hold) for other in others for hold in self._held(other))
        return self.tied(shown if held else shown._replace(others_held=others_held))


def _not_then(target: Target, as_of: str | None, texts: Iterable[Advisory]) -> Misuse:
    """Why there is nothing to show: no such revision, or not in the archive at that time."""
    asked = target._replace(revision=None)
    see = f'see "advisory history {asked}"'
    if as_of:
        return Misuse(f"there was no {asked} in the archive at the end of {as_of} (UTC); {see}")
    held = " and ".join(f"{text.name} has {text.revision}" for text in texts)
    return Misuse(f"there is no revision {target.revision}: {held}; {see}")

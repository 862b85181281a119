"""What a reader of a citation must know of the text: which revision it is, and that it no longer stands."""

from collections.abc import Iterator

from advisory_cli.render.clean import clean
from advisory_cli.results import Shown


def notes_of(shown: Shown, *, names_revision: bool = False, gives_reason: bool = False) -> tuple[str, ...]:
    """``withdrawn``, ``corrected``, ``corrected by EUR 57/009/2012 (en)``.

    With `names_revision` first ``revision 2, archive date 2026-11-22``; with `gives_reason` why it was withdrawn.
    """
    notes = _notes(shown, names_revision=names_revision, gives_reason=gives_reason)
    return tuple(clean(note, lines=False) for note in notes)


def _notes(shown: Shown, *, names_revision: bool, gives_reason: bool) -> Iterator[str]:
    advisory, current = shown.advisory, shown.current or shown.advisory
    if names_revision:
        yield f"revision {advisory.revision}, archive date {(advisory.at or 'unknown')[:10]}"
    if current.status == "withdrawn":
        yield f"withdrawn: {current.reason}" if gives_reason and current.reason else "withdrawn"
    elif advisory.status == "withdrawn":
        yield "withdrawn, reinstated since" if current.status == "current" else "withdrawn"
    if current.was_corrected:
        yield "corrected" if advisory.was_corrected else "corrected since"
    superseding = [tie.name for tie in shown.named_by if tie.type == "supersedes"]
    correcting = [name for name in shown.corrected_by if name not in superseding]
    if correcting:
        yield f"corrected by {', '.join(correcting)}"
    if superseding:
        yield f"superseded by {', '.join(dict.fromkeys(superseding))}"

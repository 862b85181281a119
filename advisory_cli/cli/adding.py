"""What ``advisory add`` tells: a line for each input, a bar where there are many, and totals."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Final, NamedTuple, Self

import typer

from advisory_cli.cli.doubts import Doubts
from advisory_cli.cli.output import complain, is_rich, progress, put_rich, say
from advisory_cli.errors import ArchiveError, Damaged, Locked, Misuse, WriteFailed
from advisory_cli.model import Accession
from advisory_cli.reading import printable
from advisory_cli.render import plain
from advisory_cli.results import Outcome
from advisory_cli.walk import STDIN, Found, Input, Skipped

if TYPE_CHECKING:
    from advisory_cli.ports import Progress

Result = Outcome | ArchiveError | Skipped

STOPPING: Final = (WriteFailed, Locked, Damaged)
"""Errors of the archive: no other input would fare better."""

_ACTIONS: Final = ("added", "revised", "unchanged")


class How(NamedTuple):
    """What the options say about what is there already."""

    revise: bool
    keep_both: bool
    dry_run: bool

    @classmethod
    def of(cls, *, revise: bool, keep_both: bool, dry_run: bool) -> Self:
        """Raises `Misuse` for what makes no sense together."""
        if revise and keep_both:
            raise Misuse("--revise and --keep-both exclude each other; take one")
        return cls(revise, keep_both, dry_run)


class Report:
    """Counts what became of the inputs, and moves the bar where there are many.

    `count` says how many inputs there are; None where there are few. With `several` errors name their input.
    """

    def __init__(
        self, ctx: typer.Context, count: Callable[[], int] | None, *, several: bool = False, dry_run: bool = False
    ) -> None:
        self.ctx = ctx
        self.several = several
        self.dry_run = dry_run
        self.exit_code = 0
        self.failed: list[tuple[Input, str]] = []
        """Each input of which something failed and that can be taken again, with the first error."""
        self._counts: Counter[str] = Counter()
        self._doubts = Doubts()
        self._count = count
        self._inputs = 0
        self._last: Found | None = None
        self._context = ExitStack()
        self._bar: Progress | None = None
        self._found = 0

    @property
    def is_many(self) -> bool:
        """Whether there are too many inputs for a line each on a terminal."""
        return self._count is not None

    @property
    def shows_marks(self) -> bool:
        """Whether each text is shown with what was found in it."""
        return self.dry_run and not self.is_many

    @property
    def failures(self) -> int:
        """How many records or inputs failed."""
        return self._counts["failed"]

    @property
    def total(self) -> int:
        """How many records and failures there were."""
        return sum(self._counts[kind] for kind in (*_ACTIONS, "failed"))

    def __enter__(self) -> Self:
        if self._count and (bar := self._context.enter_context(progress(self.ctx, "Adding", counts=True))):
            self._bar, self._found = bar, self._count()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._context.close()
        for line in self._doubts.lines():
            say(line)
        self.end(completed=error is None)
        if isinstance(error, (KeyboardInterrupt, ArchiveError)) and self.is_many:
            complain("stopped before the end; what was added is safe: run the same command again for the rest")

    def __call__(self, results: Sequence[tuple[Found, Accession | ArchiveError | Skipped, Result]]) -> None:
        """Tell what became of the records of a group; all are counted before the first is told: Ctrl-C may come."""
        for given, _, result in results:
            if isinstance(result, ArchiveError):
                self._counts["failed"] += 1
                self.exit_code = result.exit_code
                self._fail(given, result)
            else:
                self._counts["skipped" if isinstance(result, Skipped) else result.action] += 1
        for given, one, result in results:
            if isinstance(one, Accession):
                self.doubt(given, one)
            elif isinstance(one, Skipped) and not one.is_hidden:
                self._note(f"skipped {one.name}: {one.reason}", one.reason, tell=complain)
            self.tell(given, result)
            self._move(given)

    def doubt(self, given: Found, taken: Accession) -> None:
        """Say what is doubtful in a text; beside a bar it is counted."""
        for note in taken.notes:
            self._note(f"{_name_of(given, taken)}: {note}", note, tell=_say_note)

    def tell(self, given: Found, result: Result) -> None:
        """What there is to say of it."""

    def end(self, *, completed: bool) -> None:
        """What there is to say of all of it."""

    def totals(self) -> str:
        """How many of each."""
        told = [f"{kind} {self._counts[kind]}" for kind in (*_ACTIONS, "failed")]
        return ", ".join([*told, *([f"skipped {self._counts['skipped']}"] if self._counts["skipped"] else [])])

    def _fail(self, given: Found, error: ArchiveError) -> None:
        again = given if isinstance(given, Input) else Input(given.source) if isinstance(given, ArchiveError) else None
        if again and again.name != STDIN and (not self.failed or self.failed[-1][0] != again):
            self.failed.append((again, str(error)))

    def _note(self, line: str, note: str, *, tell: Callable[[str], None]) -> None:
        if self._bar:
            self._doubts.take(line, note)
        else:
            tell(line)

    def _move(self, given: Found) -> None:
        if given is not self._last:
            self._inputs += 1
            self._last = given
        if self._bar:
            self._bar(self._inputs, max(self._found, self._inputs))


class Lines(Report):
    """A line for each result on stdout; doubts and refusals on stderr, and at the end the totals."""

    def doubt(self, given: Found, taken: Accession) -> None:
        """Say what is doubtful in a text; where it is only looked at, all that was found."""
        if self.shows_marks:
            _put_found(self.ctx, taken)
        else:
            super().doubt(given, taken)

    def tell(self, given: Found, result: Result) -> None:
        """Say what became of it."""
        if isinstance(result, ArchiveError):
            if not isinstance(result, STOPPING):  # which is said once, when everything has stopped
                name = source_of(given, result)
                complain(
                    f"advisory: {name}: {result}" if self.several and name not in str(result) else f"advisory: {result}"
                )
        elif isinstance(result, Outcome) and not (self.is_many and sys.stdout.isatty()):
            verb = f"would be {result.action}" if self.dry_run else result.action
            put_as_long_as_read(plain.outcome_line(verb, result.advisory))

    def end(self, *, completed: bool) -> None:
        """Say the totals, where a line has not said all."""
        if self.total > 1 or self._counts["skipped"] or (completed and not self.total):
            say(self.totals())


def _say_note(line: str) -> None:
    say(f"note: {line}")


def _name_of(given: Found, taken: Accession) -> str:
    """What a text is called: the path of its file, or what it is within one."""
    name = taken.document.source.name if taken.document else "the entry"
    return printable(given.name) if isinstance(given, Input) and given.name.endswith(name) else name


def source_of(given: Found, error: ArchiveError) -> str:
    """What an input, or the part of it that an error is about, is called."""
    source: str | None = getattr(error, "source", None)
    if source or not isinstance(given, Input):
        return source or "the input"
    return "standard input" if given.name == STDIN else printable(given.name)


def put_as_long_as_read(text: str, *, end: str = "\n") -> None:
    """To stdout as long as somebody reads it."""
    try:
        sys.stdout.write(text + end)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the process ends


def _put_found(ctx: typer.Context, taken: Accession) -> None:
    from advisory_cli.render import entry

    text = taken.document.text if taken.document else ""
    if is_rich(ctx):
        marked = entry.marked_source(text, taken.advisory, taken.found)
        put_rich(ctx, marked, entry.found_table(taken.advisory, taken.notes))
    else:
        put_as_long_as_read(entry.found_rows(text, taken.advisory, taken.found, taken.notes))

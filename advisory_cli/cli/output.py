"""Where output goes: results to stdout, all other words to stderr, Rich only where somebody looks."""

import os
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Literal

import typer

from advisory_cli.cli.given import Colour, Settings
from advisory_cli.config import setting
from advisory_cli.render.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from rich.console import Console, RenderableType

    from advisory_cli.ports import Progress


QUIET: ContextVar[bool] = ContextVar("quiet", default=False)
"""Whether the user wants nothing said but what went wrong or must be known."""


def say(message: str) -> None:
    """One line to stderr, unless all is to be quiet; whatever it quotes cannot act on the terminal."""
    if not QUIET.get():
        complain(message)


def complain(message: str) -> None:
    """One line to stderr that must be heard: an error, a failure, a warning."""
    sys.stderr.write(clean(message, lines=False) + "\n")


def say_notes(notes: "Iterable[str]") -> None:
    """What there is to say of a query."""
    for note in notes:
        say(f"note: {note}")


def put(text: str) -> None:
    """A result, already safe, to stdout."""
    sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")


def put_lines(lines: "Iterable[str]") -> None:
    """Results, already safe, each as it comes."""
    for line in lines:
        put(line)


def is_rich(ctx: typer.Context) -> bool:
    """Whether stdout gets tables and colours: a terminal does, a pipe only on demand."""
    settings: Settings = ctx.obj
    return sys.stdout.isatty() or settings.colour is Colour.always or bool(os.environ.get("FORCE_COLOR"))


def form_wanted(ctx: typer.Context, form: str | None, *, as_json: bool) -> str:
    """The form of results that was asked for; else ``table`` for who looks and ``tsv`` for a pipe."""
    return "json" if as_json else form or ("table" if is_rich(ctx) else "tsv")


def console(ctx: typer.Context, *, stderr: bool = False) -> "Console":
    """A Rich console that takes text as text: no markup, no emoji, no guesses."""
    from rich.console import Console

    from advisory_cli.render.theme import THEME

    colour = ctx.obj.colour
    return Console(
        theme=THEME,
        stderr=stderr,
        force_terminal=True if colour is Colour.always else None,
        color_system=_colours(colour),
        no_color=False if colour is Colour.always else None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _colours(colour: Colour) -> "Literal['auto', 'standard'] | None":
    """Which codes a terminal gets: none at all where it is told never, some also a dumb one that is told always."""
    if colour is Colour.never:
        return None
    dumb = os.environ.get("TERM") in ("dumb", "unknown")
    return "standard" if dumb and colour is Colour.always else "auto"


def put_rich(ctx: typer.Context, *parts: "RenderableType", pager: bool = False) -> None:
    """Renderables to the terminal, through a pager where they are longer than the screen and `pager` is wanted."""
    screen = console(ctx)
    if not (pager and screen.is_terminal and sys.stdin.isatty()):
        screen.print(*parts)
        return
    with screen.capture() as capture:
        screen.print(*parts)
    text = capture.get()
    if text.count("\n") < screen.height:
        put(text)
    else:
        page(text)


def page(text: str) -> None:
    """Text through ``ADVISORY_PAGER``, ``PAGER`` or less; straight out where none can be started."""
    import shlex
    import signal
    import subprocess

    command = setting("pager", os.environ).value
    environ = {"LESS": "FRX", "LESSCHARSET": "utf-8"} | dict(os.environ)
    died_of = signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a pager that is left early ends itself and not us
    try:
        subprocess.run(shlex.split(command), input=text.encode(errors="backslashreplace"), env=environ, check=False)
    except (OSError, ValueError):
        put(text)
    finally:
        signal.signal(signal.SIGPIPE, died_of)


@contextmanager
def progress(ctx: typer.Context, label: str, *, counts: bool = False) -> "Iterator[Progress | None]":
    """A bar on stderr for work that takes longer than half a second; None where nobody looks.

    With `counts` it says how many of how many.
    """
    if QUIET.get() or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(ctx, label, counts=counts)
    try:
        yield bar
    finally:
        bar.stop()


def searching(ctx: typer.Context) -> "AbstractContextManager[Progress | None]":
    """The bar of all that searches: the index may have to be built first."""
    return progress(ctx, "Reading the archive for the search")


class _Bar:
    """Starts to show, and to load Rich for it, when half a second has gone by."""

    def __init__(self, ctx: typer.Context, label: str, *, counts: bool) -> None:
        from time import monotonic

        self._ctx = ctx
        self._label = label
        self._counts = counts
        self._clock: Callable[[], float] = monotonic
        self._from = monotonic() + 0.5
        self._update: Callable[[int, int], None] | None = None
        self.stop: Callable[[], None] = lambda: None

    def __call__(self, done: int, total: int) -> None:
        if self._update is None and self._clock() >= self._from:
            self._begin()
        if self._update:
            self._update(done, total)

    def _begin(self) -> None:
        from rich import progress

        label = progress.TextColumn("{task.description}", markup=False)
        done = progress.MofNCompleteColumn() if self._counts else progress.TaskProgressColumn()
        columns = (label, progress.BarColumn(), done, progress.TimeRemainingColumn())
        screen = console(self._ctx, stderr=True)
        bar = progress.Progress(*columns, console=screen, transient=True, redirect_stdout=sys.stdout.isatty())
        task = bar.add_task(self._label, total=None)
        bar.start()
        self._update = lambda done, total: bar.update(task, completed=done, total=total)
        self.stop = bar.stop

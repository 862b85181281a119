"""Questions before something is written: asked on stderr, for stdout holds results alone."""

import sys
from select import select
from typing import TYPE_CHECKING

import typer

from advisory_cli.errors import Misuse
from advisory_cli.render.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable


def answer(question: str) -> str:
    """The line typed in answer; empty where the input ends."""
    return line(question) or ""


def line(question: str) -> str | None:
    """The same, but None where the input ends."""
    sys.stderr.write(f"{clean(question)} ")
    sys.stderr.flush()
    wait_for_keys()
    typed = sys.stdin.readline()
    if not typed.endswith("\n"):
        sys.stderr.write("\n")
    return typed.strip() if typed else None


def wait_for_keys() -> None:
    """Wait until something is typed; a Ctrl-C just before a read that waits would not be heard."""
    while not select([sys.stdin], [], [], _PULSE)[0]:
        pass


def agreed(question: str) -> bool:
    """Whether the user says yes; anything else is no."""
    return answer(f"{question} [y/N]").lower() in ("y", "yes")


def confirm(ctx: typer.Context, question: str, *, yes: bool, show: "Callable[[], None]" = lambda: None) -> None:
    """Show what it is about and ask who sits at the terminal; elsewhere the command line is the answer.

    Raises `Misuse` where there is a terminal and nothing may be asked, `typer.Exit` where the answer is no.
    """
    if yes or not sys.stdin.isatty():
        return
    if not ctx.obj.asks:
        raise Misuse("this is to be confirmed; see it with --dry-run, do it with --yes")
    show()
    if not agreed(question):
        sys.stderr.write("nothing was changed\n")
        raise typer.Exit(1)


_PULSE = 0.2
"""Seconds."""

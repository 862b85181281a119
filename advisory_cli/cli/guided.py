"""The guided entry: paste a text or type the fields, see what was found and how sure, correct it, save."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import typer

from advisory_cli.actions.accession import FIELDS, field_text, with_changes
from advisory_cli.cli.context import location
from advisory_cli.cli.output import put_rich, say
from advisory_cli.cli.questions import line, wait_for_keys
from advisory_cli.errors import ArchiveError, Misuse
from advisory_cli.model import Accession, Advisory, Document
from advisory_cli.render.clean import clean
from advisory_cli.render.entry import found_table
from advisory_cli.sources import read_bytes

_PASTE_SECONDS: Final = 0.3

_END: Final = b"\x04"
"""What Ctrl-D sends when the terminal does not wait for whole lines."""


def guided(ctx: typer.Context, read: Callable[[Document], Accession]) -> Accession:
    """Ask for an advisory on the terminal; nothing is stored before it is confirmed.

    Ctrl-C leaves at any moment. Raises `typer.Exit` when the user leaves without saving.
    """
    pasted = _paste("Paste the text of the advisory and end with Ctrl-D; or press Enter to type the fields one by one.")
    taken = read(read_bytes(pasted, "pasted text")) if pasted.strip() else Accession(_typed())
    return _corrected(ctx, taken)


def _paste(prompt: str) -> bytes:
    """What is typed or pasted up to Ctrl-D; nothing if Enter is all that comes.

    The terminal is read key by key: in its usual mode it cuts every line at 4,095 bytes without a word.
    """
    taken = bytearray()
    with _key_by_key():
        say(prompt)
        while chunk := _keys():
            text, end, _ = chunk.partition(_END)
            taken = _with_keys(taken, text)
            if end or not (taken.strip() or _more_comes()):
                break
    say("")
    return bytes(taken)


def _keys() -> bytes:
    wait_for_keys()
    return os.read(sys.stdin.fileno(), 65536)


def _more_comes() -> bool:
    """Whether an empty line is the beginning of a pasted text: the rest of it comes faster than a hand can type."""
    import select

    return bool(select.select([sys.stdin.fileno()], [], [], _PASTE_SECONDS)[0])


def _with_keys(taken: bytearray, keys: bytes) -> bytearray:
    """Characters typed behind what there is; backspace takes the last one away."""
    for key in keys:
        if key in (0x08, 0x7F):
            while taken and 0x80 <= taken[-1] < 0xC0:  # the rest of a character of several bytes
                taken.pop()
            if taken and taken[-1] != 0x0A:
                taken.pop()
        else:
            taken.append(key)
    return taken


@contextmanager
def _key_by_key() -> Iterator[None]:
    import termios

    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    changed = termios.tcgetattr(keyboard)
    changed[3] &= ~termios.ICANON
    termios.tcsetattr(keyboard, termios.TCSADRAIN, changed)
    try:
        yield
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def _typed() -> Advisory:
    """Every field asked for in turn; Enter leaves one empty."""
    advisory = Advisory()
    for name in FIELDS:
        advisory = _asked(advisory, name)
    return advisory


def _asked(advisory: Advisory, name: str) -> Advisory:
    """One field asked for until it can be read; Enter keeps what there is, a single "-" clears it."""
    while True:
        if name == "body":
            pasted = _paste("body: paste or type the text and end with Ctrl-D; Enter alone keeps what there is")
            value = pasted.decode("utf-8", errors="replace").strip()
        else:
            shown = clean(field_text(advisory, name), lines=False)
            value = _answer(f"{name} [{shown}]:" if shown else f"{name}:")
        if not value:
            return advisory
        try:
            return with_changes(advisory, {name: "" if value == "-" else value})
        except Misuse as error:
            say(str(error))


def _answer(prompt: str) -> str:
    """A line typed in answer; Ctrl-D leaves without saving."""
    typed = line(prompt)
    if typed is None:
        raise EOFError
    return typed


def _corrected(ctx: typer.Context, taken: Accession) -> Accession:
    """Show what was found and let the user correct it until it is saved or given up."""
    while True:
        put_rich(ctx, found_table(taken.advisory, taken.notes))
        say('Enter saves; the name of a field corrects it; "edit" opens the editor; "quit" leaves without saving')
        answer = _answer(">").lower()
        if answer in ("", "save", "y", "yes"):
            if not (taken.advisory.title or taken.advisory.body):
                say("there is neither a title nor a text; fill in one of them")
                continue
            return taken
        if answer in ("quit", "q", "n", "no"):
            say("nothing was saved")
            raise typer.Exit(1)
        if answer == "edit":
            taken = taken._replace(advisory=_in_editor(ctx, taken.advisory))
        elif answer in FIELDS:
            taken = taken._replace(advisory=_asked(taken.advisory, answer))
        else:
            say(f"there is no field {answer!r}; take one of {', '.join(FIELDS)}")


def _in_editor(ctx: typer.Context, advisory: Advisory) -> Advisory:
    from advisory_cli.actions.form import from_form, to_form
    from advisory_cli.cli.editor import editing

    try:
        with editing(to_form(advisory), location(ctx).path.parent) as form:
            return from_form(form, advisory)
    except ArchiveError as error:
        say(str(error))
        return advisory

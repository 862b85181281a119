"""A real terminal for tests: a program behind a pty, keys in, characters out."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from fcntl import ioctl
from pathlib import Path
from signal import SIG_DFL, SIGINT, signal
from struct import pack
from termios import TIOCSCTTY, TIOCSWINSZ

PATIENCE = 30.0
"""Seconds after which a program that says nothing has failed."""


class Screen:
    """A program on a terminal of 80 by 40; with `out` its results go into that file, and only the rest is seen."""

    def __init__(self, words: list[str], out: str = "", **environ: str) -> None:
        self._ours, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, pack("HHHH", 40, 80, 0, 0))
        with Path(out).open("wb") if out else nullcontext(theirs) as stdout:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "advisory_cli", *words],
                stdin=theirs,
                stdout=stdout,
                stderr=theirs,
                start_new_session=True,
                preexec_fn=_own_terminal,  # noqa: PLW1509 - Ctrl-C reaches only who owns the terminal
                env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environ},
            )
        os.close(theirs)
        self.text = ""

    def keys(self, text: str | bytes) -> None:
        """Type or paste, at the speed at which the program reads."""
        data = text.encode() if isinstance(text, str) else text
        while data:
            self._read(0.0)
            data = data[os.write(self._ours, data[:1024]) :]

    def wait_for(self, text: str) -> str:
        """Everything on the screen up to and with this text; fails when it does not come."""
        ends = time.monotonic() + PATIENCE
        while text not in self.text:
            assert time.monotonic() < ends, f"{text!r} did not come; there is: {self.text}"
            if not self._read(0.1) and self._program.poll() is not None and text not in self.text:
                raise AssertionError(f"{text!r} did not come before the end; there is: {self.text}")
        before, _, self.text = self.text.partition(text)
        return before + text

    def end(self) -> int:
        """The exit code, when the program is through; what it still said is in `text`."""
        ends = time.monotonic() + PATIENCE
        while self._read(0.1) or self._program.poll() is None:
            assert time.monotonic() < ends, f"does not end; there is: {self.text}"
        return self._program.wait()

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # the program closed its end
            return False
        self.text += data.decode(errors="replace").replace("\r\n", "\n")
        return bool(data)

    def close(self) -> None:
        """Leave nothing running."""
        self._program.kill()
        self._program.wait()
        os.close(self._ours)


def _own_terminal() -> None:
    """Let Ctrl-C reach the program, also where the tests themselves run in the background, which ignores it."""
    signal(SIGINT, SIG_DFL)
    ioctl(0, TIOCSCTTY, 0)


def without_colour(text: str) -> str:
    """What is to be read on the screen."""
    return re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;.*?\x1b\\", "", text)


@contextmanager
def screen(*words: str, out: str = "", **environ: str) -> Iterator[Screen]:
    """A program on a terminal, ended at the end of the block."""
    opened = Screen(list(words), out=out, **environ)
    try:
        yield opened
    finally:
        opened.close()

"""The examples of a page of the documentation, run one after the other as its reader would.

``python -m tests.pages docs/tutorial.md`` writes what the commands print today into the page.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner, Result

from advisory_cli.cli.app import app

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "docs" / "examples"
READER = "maria"


class Block(NamedTuple):
    """A fenced block of a page: its language, its text, and where the text stands."""

    language: str
    text: str
    start: int
    end: int


class Step(NamedTuple):
    """A command of a block and what it is said to print, both as they are written."""

    command: str
    expected: str


def blocks_of(page: str) -> list[Block]:
    """All fenced blocks of a page."""
    found = re.finditer(r"^```(\w*)\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    return [Block(one[1], one[2], one.start(2), one.end(2)) for one in found]


def steps_of(text: str) -> list[Step]:
    """The commands of a block, lines that begin with ``$``, each with what is said to come of it."""
    parts = (part.partition("\n") for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:])
    return [Step(command, expected) for command, _, expected in parts]


def fits(expected: str, printed: str) -> bool:
    """Whether this was printed; ``...`` stands for the rest of a line, on its own for any lines, times for any time."""
    lines = (_pattern(line) for line in expected.splitlines())
    return re.fullmatch("".join(lines), _timeless(printed)) is not None


class Reader:
    """Somebody in a home of their own, with the example files, who types what stands in a page."""

    def __init__(self, folder: Path) -> None:
        self._programs = folder / "bin"
        self._home = self._at = folder / READER
        self._changes: dict[str, str] = {}
        shutil.copytree(EXAMPLES, self._home)
        _put_programs(self._programs)

    def types(self, command: str) -> str:
        """What the terminal shows for a command, stderr among stdout."""
        words = command.split()
        if words[0] == "cd":
            self._at = self._at / Path(words[1]).expanduser() if words[1] != "~" else self._home
            return ""
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            self._changes[name] = value.replace("~", str(self._home))
            return ""
        first, quiet, rest = _parted(command)
        if _is_plain(first):
            result = self._in_process(first)
            told = "" if quiet else result.stderr
            printed = told + self._in_shell(rest, result.stdout_bytes) if rest else result.output
        else:
            printed = self._in_shell(command)
        ending = "\n" if printed and not printed.endswith("\n") else ""
        return printed.replace(str(self._home), "/home/" + READER) + ending

    def runs(self, program: str) -> str:
        """What a program in Python prints."""
        printed = io.StringIO()
        with _elsewhere(self._at, self._environ()), redirect_stdout(printed):
            exec(compile(program, "page", "exec"), {})  # noqa: S102 - the page is ours
        return printed.getvalue()

    def _environ(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name in {"TMPDIR", "COVERAGE_PROCESS_START"}}
        path = f"{self._programs}:{os.environ['PATH']}"
        own = {"HOME": str(self._home), "PATH": path, "LANG": "C.UTF-8", "ADVISORY_USER": READER, "TZ": "UTC"}
        return kept | own | self._changes

    def _in_process(self, command: str) -> Result:
        with _elsewhere(self._at, self._environ()):
            return CliRunner().invoke(app, shlex.split(command)[1:], prog_name="advisory", catch_exceptions=False)

    def _in_shell(self, command: str, given: bytes = b"") -> str:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self._at,
            env=self._environ(),
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.stdout.decode()


def renewed(page: str, folder: Path) -> str:
    """The page with what its commands print now; what fits is left as it is written."""
    reader, pieces, written = Reader(folder), [], 0
    for block in blocks_of(page):
        pieces.append(page[written : block.start])
        written = block.end
        if block.language == "python":
            reader.runs(block.text)
        if block.language == "console":
            pieces.extend(_renewed(step, reader.types(step.command)) for step in steps_of(block.text))
        else:
            pieces.append(block.text)
    return "".join(pieces) + page[written:]


def _renewed(step: Step, printed: str) -> str:
    lines = re.sub(rf"{datetime.now(UTC).date()}(?!T)", "...", printed).splitlines()
    return f"$ {step.command}\n" + (
        step.expected if fits(step.expected, printed) else "".join(f"{_cut(line)}\n" for line in lines)
    )


def _cut(line: str) -> str:
    """A line as a page has room for it."""
    return line if len(line) <= _LONGEST else line[: line.rfind(" ", 0, _LONGEST)] + " ..."


_LONGEST = 150


_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?Z")


def _timeless(text: str) -> str:
    return _TIME.sub("TIME", text)


def _pattern(line: str) -> str:
    if line == "...":
        return r"(?:.*\n)*?"
    return ".*?".join(map(re.escape, _timeless(line).rstrip().split("..."))) + r"\s*?\n"


def _parted(command: str) -> tuple[str, bool, str]:
    """The first command of a pipe, whether nobody reads its stderr, and what is behind the pipe."""
    found = re.fullmatch(r"(advisory [^|]*?)( 2> /dev/null)?(?: \| (.*))?", command)
    return (found[1], bool(found[2]), found[3] or "") if found else (command, False, "")


def _is_plain(command: str) -> bool:
    """Whether no shell is needed to understand it: then it runs here, which takes a tenth of the time."""
    bare = re.sub(r"'[^']*'|\"[^\"$`\\]*\"", "", command)
    return command.startswith("advisory ") and not re.search(r"[|&;<>$~*'\"\\\n`#{?]", bare)


def _put_programs(folder: Path) -> None:
    folder.mkdir()
    for name, module in {"advisory": "-m advisory_cli", "python": ""}.items():
        program = folder / name
        program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} {module} "$@"\n', encoding="utf-8")
        program.chmod(0o755)


class _elsewhere:  # noqa: N801 - used as a function
    """In another folder, with another environment; as before behind it."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self._folder = folder
        self._environ = environ

    def __enter__(self) -> None:
        self._was = Path.cwd(), dict(os.environ)
        os.chdir(self._folder)
        _set_environ(self._environ)

    def __exit__(self, *_: object) -> None:
        folder, environ = self._was
        os.chdir(folder)
        _set_environ(environ)


def _set_environ(environ: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environ)


def _pages(names: list[str]) -> Iterator[Path]:
    for name in names:
        yield from sorted(Path(name).rglob("*.md")) if Path(name).is_dir() else [Path(name)]


def main() -> None:
    """Renew the pages that are named."""
    for path in _pages(sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(renewed(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()

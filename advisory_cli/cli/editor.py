"""The record in the user's editor, nothing lost whatever comes back."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from advisory_cli.cli.output import say
from advisory_cli.config import setting
from advisory_cli.errors import ArchiveError, Misuse
from advisory_cli.filenames import EDITING, UNSAVED_EDIT


@contextmanager
def editing(text: str, folder: Path) -> Iterator[str]:
    """Let the user edit `text` and go on with what came back.

    The file lies in a private folder inside `folder` and goes afterwards. Where the block fails, what was changed is
    kept aside in `folder` and named: an error of the archive says so itself.
    """
    changed = _from_editor(text, folder)
    try:
        _refuse_other_encodings(changed)
        yield changed
    except ArchiveError as error:
        raise _Unsaved(error, _keep_aside(changed, folder)) from error
    except BaseException:
        if changed != text:
            say(f"your text is kept in {_keep_aside(changed, folder)}")
        raise


class _Unsaved(ArchiveError):
    """What was edited could not be saved; it is kept aside."""

    def __init__(self, error: ArchiveError, aside: Path) -> None:
        self.exit_code = error.exit_code
        super().__init__(f"{error}; nothing was saved, your text is kept in {aside}")


def _from_editor(text: str, folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    private = Path(tempfile.mkdtemp(prefix=EDITING, dir=folder))
    try:
        file = private / "advisory.txt"
        file.write_text(text, encoding="utf-8")
        failure = _run_editor(file)
        changed = _what_is_in(file)
    finally:
        rmtree(private, ignore_errors=True)
    if failure and changed != text:
        raise _Unsaved(failure, _keep_aside(changed, folder))
    if failure:
        raise failure
    return changed


def _what_is_in(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", errors="surrogateescape")
    except OSError as error:
        why = f"the editor left no file to read ({error.strerror})"
        raise Misuse(f"{why}; nothing was changed: try again, or take another editor") from error


def _run_editor(file: Path) -> Misuse | None:
    """Why the editor did not end well; None where it did."""
    command = setting("editor", os.environ).value
    if command == "vi" and not sys.stdin.isatty():
        return Misuse("there is no terminal for an editor; name what to change, as in --set date=2012-03-22")
    try:
        done = subprocess.run([*shlex.split(command), str(file)], check=False)
    except (OSError, ValueError) as error:
        return Misuse(f"cannot start the editor {command!r}: {error}; set EDITOR to one that is installed")
    if done.returncode:
        return Misuse(f"the editor {command!r} ended with code {done.returncode}; try again, or take another editor")
    return None


def _refuse_other_encodings(changed: str) -> None:
    try:
        changed.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Misuse("the editor saved it in another encoding than UTF-8; set it to UTF-8 and edit again") from error


def _keep_aside(text: str, folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=UNSAVED_EDIT, suffix=".txt", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8", errors="surrogateescape"))
    return Path(name)

"""``--edit``: the record in the user's editor, nothing lost whatever comes back."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

from advisory_cli.errors import ArchiveError, Misuse


def edited(text: str, folder: Path, read: Callable[[str], object]) -> str:
    """Let the user edit `text`; the result is what `read` accepts.

    The file lies in a private folder inside `folder` and goes afterwards. A form that `read` refuses is kept aside in
    `folder` and named in the error raised.
    """
    folder.mkdir(parents=True, exist_ok=True)
    private = Path(tempfile.mkdtemp(prefix=".edit-", dir=folder))
    try:
        file = private / "advisory.txt"
        file.write_text(text, encoding="utf-8")
        _run_editor(file)
        changed = file.read_bytes().decode("utf-8", errors="surrogateescape")
    finally:
        rmtree(private, ignore_errors=True)
    try:
        changed.encode("utf-8")
        read(changed)
    except (ArchiveError, UnicodeEncodeError) as error:
        aside = _keep_aside(changed, folder)
        raise Misuse(f"{error}; nothing was saved, your text is kept in {aside}") from error
    return changed


def _run_editor(file: Path) -> None:
    command = next((os.environ[name] for name in ("ADVISORY_EDITOR", "VISUAL", "EDITOR") if os.environ.get(name)), "vi")
    try:
        done = subprocess.run([*shlex.split(command), str(file)], check=False)
    except (OSError, ValueError) as error:
        raise Misuse(f"cannot start the editor {command!r}: {error}; set EDITOR to one that is installed") from error
    if done.returncode:
        raise Misuse(f"the editor {command!r} ended with code {done.returncode}; nothing was saved")


def _keep_aside(text: str, folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix="unsaved-edit-", suffix=".txt", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8", errors="surrogateescape"))
    return Path(name)

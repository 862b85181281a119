"""`advisory add FOLDER` ended at any moment: the archive is good, and running it again finishes the rest."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from advisory_cli.cli.interrupt import held_back
from tests.conftest import Run
from tests.letters import write_letters

FILES = int(os.environ.get("ADVISORY_BULK_FILES", "1200"))


@pytest.fixture
def folder(home: Path) -> Path:
    """More files than are written at a time; home, so that the program finds the archive of the test."""
    write_letters(home / "in", [f"{number:05}.txt" for number in range(FILES)])
    return home / "in"


def start(*words: str, limit: Callable[[], None] | None = None) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "advisory_cli", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=limit,  # noqa: PLW1509 - there are no threads here
    )


def hear_ctrl_c() -> None:
    """Also where the tests themselves run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def size_of(home: Path) -> int:
    archive = home / "archive" / "advisories.json"
    return archive.stat().st_size if archive.exists() else 0


def end_when_written(process: "subprocess.Popen[str]", home: Path, least: int, how: signal.Signals) -> str:
    """Send a signal when the archive has so many bytes; what was said."""
    while size_of(home) < least and process.poll() is None:
        time.sleep(0.001)
    process.send_signal(how)
    return process.communicate()[1]


@pytest.mark.parametrize(
    ("how", "jobs"),
    [(signal.SIGKILL, "1"), (signal.SIGKILL, "2"), (signal.SIGTERM, "2"), (signal.SIGINT, "1"), (signal.SIGINT, "2")],
)
def test_what_was_ended_is_finished_by_the_next_run(
    run: Run, home: Path, folder: Path, how: signal.Signals, jobs: str
) -> None:
    for part in (1, 2):
        process = start(
            "add",
            "--jobs",
            jobs,
            str(folder),
            limit=hear_ctrl_c,
        )
        told = end_when_written(process, home, size_of(home) + part * 100_000, how)
        assert process.returncode in {-how, 130, 0}, told
        assert "Traceback" not in told
    finished = run(f"add {folder}")
    assert finished.exit_code == 0
    counts = dict(part.split() for part in finished.stderr.splitlines()[-1].split(", "))
    assert int(counts["added"]) + int(counts["unchanged"]) == FILES
    assert run(f"add {folder}").stderr.endswith(f"added 0, revised 0, unchanged {FILES}, failed 0\n")
    assert [
        line for line in run("doctor").stdout.splitlines() if line.startswith(("chain", "line", "original", "orphan"))
    ] == []


@pytest.mark.parametrize("least", [1, 100_000, 400_000, 800_000])
def test_ctrl_c_says_what_was_added_and_what_to_do(home: Path, folder: Path, least: int) -> None:
    process = start("add", str(folder), limit=hear_ctrl_c)
    told = end_when_written(process, home, least, signal.SIGINT)
    held = (home / "archive" / "advisories.json").read_bytes().count(b'"action": "add"')
    assert f"added {held}, revised 0," in told
    if process.returncode:  # else it was through already
        assert process.returncode == 130
        assert "run the same command again" in told


def test_a_ctrl_c_waits_for_the_end_of_a_write_and_a_second_one_does_not() -> None:
    before, done = signal.signal(signal.SIGINT, signal.default_int_handler), []

    def write(pressed: int) -> None:
        with held_back():
            for _ in range(pressed):
                os.kill(os.getpid(), signal.SIGINT)
            done.append(pressed)

    try:
        for pressed in (1, 2):
            with pytest.raises(KeyboardInterrupt):
                write(pressed)
        assert (done, signal.getsignal(signal.SIGINT)) == ([1], signal.default_int_handler)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        write(3)
        assert (done, signal.getsignal(signal.SIGINT)) == ([1, 3], signal.SIG_IGN)
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_full_disk_is_said_once_and_loses_nothing(run: Run, home: Path, folder: Path) -> None:
    write_letters(home / "before", [f"{number}.txt" for number in range(40)])
    run("add before")
    most = size_of(home) + 100_000

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    process = start("add", str(folder), limit=small_files)
    _, told = process.communicate()
    assert process.returncode == 3
    assert told.count("cannot write") == 1
    assert "run the same command again" in told
    held = 40 + int(told.splitlines()[-3].split(",")[0].removeprefix("added "))
    assert held < FILES
    assert f"added {FILES - held}, revised 0, unchanged {held}," in run(f"add {folder}").stderr

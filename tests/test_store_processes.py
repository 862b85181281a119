import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run(action: str, folder: Path, count: str) -> str:
    command = [sys.executable, "-m", "tests.crash.processes", action, str(folder), count]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_writer_killed_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    rounds = os.environ.get("ADVISORY_CRASH_ROUNDS", "200")
    assert run("kill", tmp_path / "archive", rounds).startswith(f"{rounds} kills")


def test_many_processes_append_at_once_and_lose_nothing(tmp_path: Path) -> None:
    appends = os.environ.get("ADVISORY_RACE_APPENDS", "200")
    assert run("race", tmp_path / "archive", appends).startswith(f"8 x {appends} appends")


def test_readers_never_meet_half_an_exchange(tmp_path: Path) -> None:
    times = os.environ.get("ADVISORY_EXCHANGES", "60")
    assert run("exchange", tmp_path / "archive", times).startswith(f"{times} exchanges")

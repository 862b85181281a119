"""Fixtures that several tests share: documents, both stores, a command line that touches nothing outside its folder."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from typer.testing import CliRunner, Result

from advisory_cli.model import Accession, Advisory
from advisory_cli.ports import Store
from advisory_cli.store import TinyStore
from advisory_cli.wiring import open_archive
from tests.fakes import MemoryStore

settings.register_profile("patient", parent=settings(), deadline=None)  # a disk may be busy
settings.load_profile("patient")

FIXTURES = Path(__file__).parent / "fixtures"

Run = Callable[..., Result]


def archived(home: Path) -> bytes:
    """The archive of a command line, byte for byte."""
    return (home / "archive" / "advisories.json").read_bytes()


def hold(home: Path, *texts: Advisory) -> None:
    """Put texts into the archive of a command line."""
    archive = open_archive(home / "archive" / "advisories.json")
    for text in texts:
        archive.add(Accession(text))


@pytest.fixture
def seed() -> Path:
    """The document the project was born from."""
    return FIXTURES / "EUR-57-002-2012.txt"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, working folder and archive folder; no settings of the user's own."""
    for name in ("NO_COLOR", "FORCE_COLOR", "PAGER", "ADVISORY_PAGER", "EDITOR", "VISUAL", "ADVISORY_EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("ADVISORY_CONFIG", str(tmp_path / "no-such-config.toml"))
    monkeypatch.setenv("ADVISORY_ARCHIVE", str(tmp_path / "archive" / "advisories.json"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(home: Path) -> Run:
    """A command line, as in a pipe, to what it printed and its exit code."""
    from advisory_cli.cli.app import app

    assert home.is_dir()

    def call(line: str | list[str], *, stdin: bytes | None = None) -> Result:
        words = line.split() if isinstance(line, str) else line
        return CliRunner().invoke(app, words, input=stdin, prog_name="advisory")

    return call


@pytest.fixture
def filled(run: Run, seed: Path) -> Run:
    """A command line on an archive of the seed (#1), its Russian version (#2), and an urgent action (#3).

    Tests that want other texts have a fixture of that name themselves.
    """
    files = [seed, FIXTURES / "layouts" / "001.txt", FIXTURES / "layouts" / "007.txt"]
    assert run(["add", *map(str, files)]).exit_code == 0
    return run


@pytest.fixture(params=["memory", "tinydb"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store of either kind."""
    return MemoryStore() if request.param == "memory" else TinyStore(tmp_path / "a" / "advisories.json", tell=print)


@pytest.fixture
def users_folder() -> Iterator[Path]:
    """A folder of somebody whom permissions bind, and that user at work, also where the tests run as root."""
    nobody, root = 65534, os.geteuid() == 0
    folder = Path(tempfile.mkdtemp())
    if root:
        os.chown(folder, nobody, nobody)
        os.seteuid(nobody)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        shutil.rmtree(folder)

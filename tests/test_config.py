"""Where the archive lies, and who decides."""

from pathlib import Path

import pytest

from advisory_cli.config import locate
from advisory_cli.errors import Misuse


@pytest.fixture
def nowhere(tmp_path: Path) -> dict[str, str]:
    """An environment that says nothing."""
    return {"ADVISORY_CONFIG": str(tmp_path / "none.toml")}


def test_the_option_wins(tmp_path: Path, nowhere: dict[str, str]) -> None:
    environ = nowhere | {"ADVISORY_ARCHIVE": "/elsewhere.json"}
    assert locate(Path("mine.json"), environ=environ, folder=tmp_path).path == Path("mine.json")


@pytest.mark.parametrize("name", [".", "not-there-yet", "not/there/yet", "press-2.0", "press.example.org"])
def test_a_folder_stands_for_the_file_in_it(tmp_path: Path, nowhere: dict[str, str], name: str) -> None:
    assert locate(tmp_path / name, environ=nowhere, folder=tmp_path).path == tmp_path / name / "advisories.json"


def test_a_file_without_an_ending_is_the_archive_itself(tmp_path: Path, nowhere: dict[str, str]) -> None:
    (tmp_path / "press").touch()
    assert locate(tmp_path / "press", environ=nowhere, folder=tmp_path).path == tmp_path / "press"


def test_then_the_environment(tmp_path: Path, nowhere: dict[str, str]) -> None:
    found = locate(None, environ=nowhere | {"ADVISORY_ARCHIVE": "/elsewhere.json"}, folder=tmp_path)
    assert (found.path, found.origin) == (Path("/elsewhere.json"), "ADVISORY_ARCHIVE")


def test_then_the_configuration_file_relative_to_itself(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('archive = "kept/advisories.json"\n', encoding="utf-8")
    found = locate(None, environ={"ADVISORY_CONFIG": str(config)}, folder=tmp_path)
    assert (found.path, found.origin) == (tmp_path / "kept" / "advisories.json", str(config))


def test_then_the_nearest_archive_upward(tmp_path: Path, nowhere: dict[str, str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "advisories.json").touch()
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert locate(None, environ=nowhere, folder=below).path == tmp_path / "data" / "advisories.json"


def test_at_last_the_users_data_folder(
    tmp_path: Path, nowhere: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    found = locate(None, environ=nowhere, folder=tmp_path)
    assert (found.path, found.origin) == (tmp_path / "share" / "advisory" / "advisories.json", "the default")


@pytest.mark.parametrize("content", ["archive = 3", "archive =", b"\xff"])
def test_a_configuration_that_cannot_be_read_is_named(tmp_path: Path, content: str | bytes) -> None:
    config = tmp_path / "config.toml"
    config.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(Misuse, match=r"config\.toml"):
        locate(None, environ={"ADVISORY_CONFIG": str(config)}, folder=tmp_path)

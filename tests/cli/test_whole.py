"""`export --full`, bags, and taking them over: the same bytes come out again, and damage is told."""

import base64
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import bagit
import pytest

from tests.conftest import FIXTURES, Run
from tests.letters import write_letters


@pytest.fixture
def filled(run: Run, seed: Path) -> Run:
    """Texts with histories: edited, withdrawn, internal, removed, taken back."""
    run(["add", str(seed), *map(str, sorted((FIXTURES / "layouts").glob("*.txt"))[:8])])
    run(["edit", "#1", "--note", "a note", "--yes"])
    run(["edit", "#3", "--set", "distribution=internal", "--yes"])
    run("withdraw #2 --reason why")
    run("remove #4 --yes")
    run("remove #5 --yes")
    run("undo --yes")
    return run


def go(monkeypatch: pytest.MonkeyPatch, archive: Path | str) -> None:
    monkeypatch.setenv("ADVISORY_ARCHIVE", str(archive))


def test_everything_comes_out_of_an_empty_archive_in_the_same_bytes(
    filled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled("export --full -o a.jsonl").exit_code == 0
    go(monkeypatch, "other/advisories.json")
    assert filled("import a.jsonl").exit_code == 0
    assert filled("export --full -o b.jsonl").exit_code == 0
    assert Path("b.jsonl").read_bytes() == Path("a.jsonl").read_bytes()
    assert filled("export --full").stdout.encode() == Path("a.jsonl").read_bytes()
    assert "add 9" in filled("undo --list").stdout
    assert not [line for line in filled("doctor").stdout.splitlines() if line.startswith(("chain", "original", "line"))]


def test_an_archive_with_texts_of_its_own_says_all_lines_of_both(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    filled("export --full -o a.jsonl")
    go(monkeypatch, "other/advisories.json")
    filled(["add", str(FIXTURES / "layouts" / "046.txt")])
    filled("export --full -o b.jsonl")
    assert filled("import a.jsonl").exit_code == 0
    filled("export --full -o c.jsonl")
    a, b, c = (set(Path(f"{name}.jsonl").read_text("utf-8").splitlines()[:-1]) for name in "abc")
    assert c == a | b


def test_a_query_takes_whole_histories_of_what_it_finds(filled: Run) -> None:
    rows = [json.loads(line) for line in filled("export Zhanaozen --full").stdout.splitlines()]
    assert rows[-1] == {"end": {"originals": 1, "revisions": 2}}
    content = base64.b64decode(rows[1]["base64"])
    assert hashlib.sha256(content).hexdigest() == rows[1]["original"]


def test_again_is_unchanged_and_writes_nothing(filled: Run, home: Path) -> None:
    filled("export --full -o a.jsonl")
    archive = home / "archive" / "advisories.json"
    before = archive.read_bytes()
    assert "added 0, revised 0, unchanged 9, failed 0" in filled("import a.jsonl").stderr
    assert archive.read_bytes() == before


def test_a_dry_run_takes_nothing_over(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    filled("export --full -o a.jsonl")
    go(monkeypatch, "other/advisories.json")
    assert "added 9" in filled("import a.jsonl --dry-run").stderr
    assert not Path("other").exists()


def test_an_import_is_one_write(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    filled("export --full -o a.jsonl")
    go(monkeypatch, "other/advisories.json")
    filled("import a.jsonl")
    assert filled("undo --yes").exit_code == 0
    assert filled("list").exit_code == 1


@pytest.mark.parametrize("damage", ["letter", "cut", "dropped", "original", "garbage"])
def test_damage_is_told_and_no_text_comes_in_with_a_gap(
    filled: Run, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    filled("export --full -o a.jsonl")
    lines = Path("a.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if '"revision":2' in line and '"withdraw"' in line)
    match damage:
        case "letter":
            lines[at] = lines[at].replace("why", "who")
        case "cut":
            lines[-4:] = [lines[-4][:100]]
        case "dropped":
            del lines[at - 1]
        case "original":
            lines[1] = lines[1].replace('"base64":"', '"base64":"AAAA')
        case "garbage":
            lines[at] = "{\n"
    Path("a.jsonl").write_text("".join(lines), encoding="utf-8")
    go(monkeypatch, "other/advisories.json")
    result = filled("import a.jsonl")
    assert result.exit_code == 4
    assert "a.jsonl" in result.stderr
    filled("export --full -o b.jsonl --force")
    here = Path("b.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)[1:-1]
    assert set(here) <= set(Path("a.jsonl").read_text(encoding="utf-8").splitlines(keepends=True))
    if damage in ("letter", "dropped", "garbage"):
        assert not [line for line in here if '"EUR 57/002/2012"' in line and '"language":"ru"' in line]


def test_a_bag_is_valid_and_has_every_original_and_the_archive(filled: Run, home: Path) -> None:
    assert filled("export -f bag -o bag").exit_code == 0
    bag = bagit.Bag("bag")
    bag.validate()
    archive = home / "archive" / "advisories.json"
    assert Path("bag/data/advisories.json").read_bytes() == archive.read_bytes()
    kept = {path.stem for path in archive.with_name("originals").rglob("*") if path.is_file()}
    assert {path.stem for path in Path("bag/data/originals").rglob("*") if path.is_file()} == kept
    assert filled("export -f bag -o bag").exit_code == 2


def test_a_bag_comes_in_whole(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    filled("export --full -o a.jsonl")
    filled("export -f bag -o bag")
    go(monkeypatch, "other/advisories.json")
    assert filled("import bag").exit_code == 0
    filled("export --full -o b.jsonl")
    assert Path("b.jsonl").read_bytes() == Path("a.jsonl").read_bytes()


@pytest.mark.parametrize("laid_out", ["as it is", "by another program"])
def test_another_archive_comes_in_from_its_file(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch, laid_out: str
) -> None:
    filled("export --full -o a.jsonl")
    other = home / "archive" / "advisories.json"
    if laid_out == "by another program":
        other.write_text(json.dumps(json.loads(other.read_text("utf-8"))), encoding="utf-8")
    before = other.read_bytes()
    assert filled(["import", str(other)]).exit_code == 2
    go(monkeypatch, "other/advisories.json")
    assert filled(["import", str(other)]).exit_code == 0
    assert laid_out != "as it is" or other.read_bytes() == before
    filled("export --full -o b.jsonl")
    assert Path("b.jsonl").read_bytes() == Path("a.jsonl").read_bytes()
    assert "chain" not in filled("doctor").stdout


def test_of_the_folder_of_another_archive_its_file_is_taken_and_nothing_is_said_of_the_rest(
    filled: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled("export --full -o a.jsonl")
    for name in ("failures.tsv", "import-failures.jsonl", "taken-apart.tsv", "advisories.json.torn-1"):
        (home / "archive" / name).write_text("x\ty\n", encoding="utf-8")
    go(monkeypatch, "other/advisories.json")
    result = filled(["import", str(home / "archive")])
    assert (result.exit_code, result.stderr.count("\n")) == (0, 1)
    filled("export --full -o b.jsonl")
    assert Path("b.jsonl").read_bytes() == Path("a.jsonl").read_bytes()


@pytest.mark.parametrize("damage", ["original", "outside", "link", "pipe", "list"])
def test_of_a_bag_that_is_not_valid_nothing_is_taken(filled: Run, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    filled("export -f bag -o bag")
    for tag in Path("bag").glob("tagmanifest-*.txt"):
        tag.unlink()
    original = next(path for path in Path("bag/data/originals").rglob("*") if path.is_file())
    manifest = Path("bag/manifest-sha256.txt")
    match damage:
        case "original":
            original.write_bytes(original.read_bytes() + b" ")
        case "outside":
            manifest.write_text(manifest.read_text() + f"{'0' * 64}  ../../advisories.json\n")
        case "link":
            original.rename("elsewhere")
            original.symlink_to(Path("elsewhere").absolute())
        case "pipe":
            manifest.unlink()
            os.mkfifo(manifest)
        case "list":
            manifest.write_text(manifest.read_text() + "".join(f"{'0' * 64}  data/{one}\n" for one in range(100)))
    go(monkeypatch, "other/advisories.json")
    result = filled("import bag")
    assert result.exit_code in {3, 4}
    assert "no valid bag" in result.stderr
    assert not Path("other/advisories.json").exists()


def test_an_import_that_was_killed_is_finished_by_the_next(filled: Run, home: Path) -> None:
    filled("export --full -o a.jsonl")
    environ = {**os.environ, "ADVISORY_ARCHIVE": str(home / "other" / "advisories.json")}
    command = [sys.executable, "-m", "advisory_cli"]
    for wait in (0.15, 0.25, 0.35, 0.45):
        process = subprocess.Popen(
            [*command, "import", "a.jsonl"], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (
        subprocess.run([*command, "import", "a.jsonl"], env=environ, check=False, capture_output=True).returncode == 0
    )
    subprocess.run([*command, "export", "--full", "-o", "b.jsonl"], env=environ, check=True, capture_output=True)
    assert Path("b.jsonl").read_bytes() == Path("a.jsonl").read_bytes()


@pytest.mark.parametrize("options", ["--include-internal", "--bom", "-f html", "--json"])
def test_options_about_handing_on_do_not_go_with_everything(filled: Run, options: str) -> None:
    assert filled(f"export --full -o a.jsonl {options}").exit_code == 2


def test_options_about_rows_do_not_go_with_histories(filled: Run) -> None:
    filled("export --full -o a.jsonl")
    assert filled("import a.jsonl --map title=x").exit_code == 2
    assert filled("import a.jsonl --revise").exit_code == 2


WITNESS = "the name of a witness"


def erase_a_text(run: Run, home: Path, *before: str) -> None:
    """A text with the name of a witness that is erased for good, after these commands; another one stays."""
    write_letters(home, ["other.txt"])
    (home / "a.txt").write_text(f"AI Index: EUR 57/002/2012\n22 March 2012\n\nA title\n\nIt was {WITNESS}.\n")
    run("add a.txt other.txt")
    assert [run(line).exit_code for line in before] == [0] * len(before)
    (home / "rows.json").write_text(run("list --json").stdout, encoding="utf-8")
    shutil.copytree(home / "archive", home / "copy")
    run(["remove", "--purge", "#1", "--reason", "order", "--confirm", "EUR 57/002/2012", "--yes"])


def holding(folder: Path) -> list[Path]:
    """Files in which the name of the witness stands."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if WITNESS.encode() in path.read_bytes()]


@pytest.mark.parametrize("source", ["rows.json", "everything.jsonl", "bag", "copy/advisories.json"])
def test_what_was_erased_comes_in_by_no_import_unless_it_is_asked_for(run: Run, home: Path, source: str) -> None:
    erase_a_text(run, home, "export --full -o everything.jsonl", "export --full -f bag -o bag")
    refused = run(f"import {source}")
    assert (refused.exit_code, "EUR 57/002/2012 (en) was erased for good" in refused.stderr) == (4, True)
    assert "added 0, revised 0, unchanged 1, failed 1" in refused.stderr
    assert holding(home / "archive") == []
    assert run(f"import {source} --keep-both").exit_code == 0
    assert WITNESS in run("show EUR 57/002/2012").stdout


def test_what_was_erased_goes_on_as_erased_into_other_archives(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    erase_a_text(run, home)
    assert run("export --full -o everything.jsonl").exit_code == 0
    assert run("import everything.jsonl").stderr.endswith("added 0, revised 0, unchanged 2, failed 0\n")
    go(monkeypatch, "other/advisories.json")
    assert run("import everything.jsonl").exit_code == 0
    refused = run("import copy/advisories.json")
    assert (refused.exit_code, "was erased for good" in refused.stderr) == (4, True)
    assert holding(home / "other") == []


def test_an_original_that_is_gone_is_said(filled: Run, home: Path) -> None:
    next(path for path in (home / "archive" / "originals").rglob("*.txt")).unlink()
    result = filled("export --full -o a.jsonl")
    assert (result.exit_code, "an original is missing" in result.stderr) == (4, True)

"""Embargoes and internal texts through every command, and corrections that stay told."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from advisory_cli.archive import Archive
from advisory_cli.index import TantivyIndex
from advisory_cli.model import Accession
from tests.conftest import Run
from tests.fakes import MemoryStore, an_advisory


@pytest.fixture
def filled(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """#1 is under an embargo for more than two days, #2 until a day unknown, the embargo of #3 is over, #4 has none."""
    monkeypatch.setenv("ADVISORY_USER", "ana")
    ends = datetime.now(UTC) + timedelta(days=2, hours=4, minutes=30)
    today = f"{datetime.now(UTC):%d %B %Y}"
    heads = (
        f"EMBARGOED FOR RELEASE {ends:%H%M} HRS GMT {ends:%d %B %Y}",
        f"EMBARGO: until the conference\n{today}",
        "Embargo: 00:01 GMT 27 November 1996",
        today,
    )
    for number, head in enumerate(heads, 1):
        text = f"AI Index: EUR 57/00{number}/2026\n{head}\n\nTitle {number}\n\nBody about strikes."
        (home / f"{number}.txt").write_text(text)
        assert run(f"add {number}.txt --language en").exit_code == 0
    return run


def standings(run: Run, line: str) -> dict[str, str]:
    rows = [row.split("\t") for row in run(line).stdout.splitlines()]
    return {row[0][8:10]: row[-1] for row in rows}


@pytest.mark.parametrize("line", ["list is:embargoed", "search strikes is:embargoed"])
def test_live_embargoes_are_listed_with_the_time_left(filled: Run, line: str) -> None:
    told = standings(filled, line)
    assert list(told) in (["01", "02"], ["02", "01"])
    assert told["01"].startswith("embargoed for 2 d 4 h, until ")
    assert told["01"].endswith(" GMT")
    assert told["02"].startswith("embargo printed, time unknown: held for 3")
    assert set(standings(filled, line.replace("is:", "-is:"))) == {"03", "04"}


def test_embargoes_that_are_over_are_nothing_to_hide(filled: Run) -> None:
    assert standings(filled, "list has:embargo")["03"] == "current"
    assert filled("cite EUR 57/003/2026").exit_code == 0


def test_a_shown_text_begins_with_why_it_must_not_go_out(filled: Run) -> None:
    filled(["edit", "#1", "--set", "distribution=internal", "--yes"])
    first, _, second = filled("show #1").stdout.splitlines()[:3]
    assert first.startswith("EMBARGOED for 2 d 4 h, until ")
    assert second == "INTERNAL: not to be handed on"
    held = json.loads(filled("show #1 --json").stdout)["advisories"][0]["held"]
    assert [one["why"] for one in held] == ["embargoed", "internal"]
    assert 2 * 86400 < held[0]["seconds_left"] < 3 * 86400
    assert filled("show #3").stdout.startswith("Press release")


def test_of_a_free_translation_it_is_said_that_another_text_of_the_work_is_held(filled: Run, home: Path) -> None:
    (home / "fr.txt").write_text("AI Index: EUR 57/001/2026\n\nTitre\n\nTexte.")
    filled("add fr.txt --language fr")
    told = "TAKE CARE: this text is free, but EUR 57/001/2026 (en) of the same work is not: embargoed for 2 d 4 h"
    assert filled("show EUR 57/001/2026@fr").stdout.startswith(told)
    assert told in filled("cite #5").stderr
    assert "TAKE CARE" not in filled("show #1").stdout


def test_an_older_revision_is_held_as_long_as_the_text_is(filled: Run) -> None:
    filled(["edit", "#4", "--set", "distribution=internal", "--yes"])
    assert filled("cite #4#1").exit_code == 3
    assert "INTERNAL" in filled("show #4#1").stdout


def test_an_embargo_is_set_as_an_instant_with_zone(filled: Run) -> None:
    refused = filled(["edit", "#2", "--set", "embargo=2026-11-22T10:00", "--yes"])
    assert refused.exit_code == 2
    assert "no instant with a zone" in refused.stderr
    assert filled(["edit", "#2", "--set", "embargo=2012-03-22T10:00+06:00", "--yes"]).exit_code == 0
    assert list(standings(filled, "list is:embargoed")) == ["01"]
    assert "22 March 2012 10:00 UTC+6 (printed: EMBARGO: until the conference)" in filled("show #2").stdout


def test_what_goes_out_all_the_same_stands_in_its_history_once_with_by_whom(filled: Run) -> None:
    assert filled("cite EUR 57/001/2026 EUR 57/004/2026 --include-embargoed").exit_code == 0
    told = filled("history #1").stdout
    assert "revision 2  release" in told
    assert "by ana" in told
    assert "went out while embargoed for 2 d 4 h, until " in told
    assert "release" not in filled("history #4").stdout


def test_reading_writes_nothing_down(filled: Run, home: Path) -> None:
    archive = home / "archive" / "advisories.json"
    before = archive.read_bytes()
    for line in ("show #1", "list is:embargoed", "search strikes", "cite #1", "export", "history #1", "related #1"):
        filled(line)
    assert archive.read_bytes() == before


def test_undo_takes_back_what_was_changed_before_a_text_went_out(filled: Run) -> None:
    filled("tag #1 +x")
    filled("cite #1 --include-embargoed")
    assert "release" not in filled("undo --list").stdout
    assert filled("undo --yes").exit_code == 0
    (text,) = json.loads(filled("show #1 --json").stdout)["advisories"]
    assert (text["tags"], text["title"]) == ([], "Title 1")
    filled("cite #1 --include-embargoed")
    assert filled("undo 4 --yes").exit_code == 0
    assert filled("list").exit_code == 1


def test_a_corrected_text_stays_corrected_until_the_correction_is_taken_back(filled: Run, home: Path) -> None:
    (home / "4.txt").write_text((home / "4.txt").read_text().replace("strikes", "a strike"))
    filled("add 4.txt --language en --revise")
    for line in ("tag #4 +x", "tag #4 +y"):
        filled(line)
        assert standings(filled, "list is:corrected") == {"04": "corrected"}
    assert filled("show #4").stdout.startswith("CORRECTED: a new copy came on 20")
    filled("undo 3 --yes")
    assert standings(filled, "list")["04"] == "current"
    assert filled("list is:corrected").exit_code == 1


@pytest.fixture
def clock() -> list[str]:
    """The time it is, to be set."""
    return ["2026-11-24T20:01:00Z"]


@pytest.fixture
def archive(tmp_path: Path, clock: list[str]) -> Archive:
    archive = Archive(MemoryStore(), TantivyIndex(tmp_path / "index"), now=lambda: clock[0])
    archive.add(Accession(an_advisory(embargo="2026-11-27T00:01:00+00:00")))
    return archive


@pytest.mark.parametrize(
    ("now", "is_held"),
    [("2026-11-24T20:01:00Z", True), ("2026-11-27T00:00:59Z", True), ("2026-11-27T00:01:00Z", False)],
)
def test_what_is_embargoed_follows_the_clock_and_not_the_index(
    archive: Archive, clock: list[str], now: str, *, is_held: bool
) -> None:
    assert archive.find("is:embargoed").total == 1
    clock[0] = now
    assert archive.find("is:embargoed").total == int(is_held)
    assert archive.facets("is:embargoed", ["year"])["year"] == ({"2012": 1} if is_held else {})
    (shown,) = archive.show("EUR 57/002/2012")
    assert bool(shown.held) is is_held
    assert [bool(row.held) for row in archive.find("").rows] == [is_held]


@pytest.mark.parametrize(
    "line", ["export #4", "export #4 -f text", "cite #4", "cite #4 --style bibtex", "show #4 --redacted"]
)
def test_a_correction_that_must_not_go_out_is_told_and_not_named(filled: Run, line: str) -> None:
    filled(["edit", "#1", "--relate", "corrects=EUR 57/004/2026", "--yes"])
    told = filled(line).stdout
    assert "a text that is not out yet" in told
    assert "EUR 57/001/2026" not in told
    assert "EUR 57/001/2026" in filled("show #4").stdout
    assert "EUR 57/001/2026" in filled("export #4 --include-embargoed").stdout

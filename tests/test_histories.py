"""Whole histories between archives: nothing is lost, and nothing depends on where a text lies."""

import json
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from advisory_cli.actions.histories import Moved
from advisory_cli.actions.standing import reinstating, withdrawing
from advisory_cli.archive import Archive
from advisory_cli.errors import ArchiveError, DuplicateDiffers, HistoryDiffers, InvalidRecord
from advisory_cli.index import TantivyIndex
from advisory_cli.model import Accession
from advisory_cli.ports import Original
from advisory_cli.results import Outcome
from advisory_cli.store import TinyStore
from tests.fakes import an_advisory, from_file

Step = tuple[str, int]
STEPS = ("add", "revise", "again", "edit", "withdraw", "reinstate", "remove", "undo", "purge")

histories = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 5)), max_size=14)
without_purges = histories.map(lambda steps: [step for step in steps if step[0] != "purge"])
BRIEF = settings(max_examples=40)


class Played:
    """An archive in which something happened; its clock begins at `hour` and does not always go on."""

    def __init__(self, folder: Path, hour: int = 10) -> None:
        self.store = TinyStore(folder / "advisories.json", tell=lambda _: None)
        self._seconds = 0
        self._hour = hour
        self.archive = Archive(self.store, TantivyIndex(folder / ".advisories.index"), now=self._now, by="ana")

    def play(self, steps: Iterable[Step]) -> "Played":
        for step, number in steps:
            with suppress(ArchiveError):
                self._play(step, number)
        return self

    def lines(self) -> list[str]:
        found = self.archive.histories()
        kept = [sha256(self.archive.kept(digest)).hexdigest() for digest in sorted(found.hashes)]
        return kept + [json.dumps(moved.to_dict()) for moved in found]

    def take(self, other: "Played", *, only: int | None = None, keep_both: bool = True) -> list[Outcome | ArchiveError]:
        """Take everything over from another archive; `only` so many texts are waited for, as if it were stopped."""
        found = other.archive.histories()
        self.archive.keep([Original(other.archive.kept(digest), "txt") for digest in found.hashes])
        # through JSON, as in a file
        moved = [Moved.from_dict(json.loads(json.dumps(one.to_dict())), where="row") for one in found]
        texts = [tuple(group) for _, group in groupby(moved, key=lambda one: one.text)][:only]
        keys = {one.text for one in moved}
        return [result for _, result in self.archive.take_over(texts, keys, keep_both=keep_both)]

    def _now(self) -> str:
        self._seconds += 1
        return f"2020-01-01T{self._hour}:00:{self._seconds // 3 % 60:02}Z"

    def _play(self, step: str, number: int) -> None:
        archive, name = self.archive, f"EUR 57/00{number}/2012"
        match step:
            case "add" | "revise" | "again":
                taken = from_file(f"{step} {number}\n", reference=name, title=f"{step} {self._seconds}")
                archive.add(taken, revise=step == "revise", keep_both=step == "again")
            case "edit":
                archive.edit(replace(archive.get(name), note=f"note {self._seconds}"))
            case "undo":
                archive.undo()
            case "purge":
                archive.purge(archive.get(name), reason="by order")
            case _:
                how = {"withdraw": withdrawing("why"), "reinstate": reinstating("well")}.get(step)
                first = archive.get(name).first or 0
                archive.change([first], how) if how else archive.remove([first])


@pytest.fixture
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Played]:
    return lambda hour=10: Played(tmp_path_factory.mktemp("played"), hour)


@given(histories)
@BRIEF
def test_an_empty_archive_that_took_everything_over_says_the_same_bytes(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        source, target = Played(Path(one)).play(steps), Played(Path(other))
        target.take(source)
        assert target.lines() == source.lines()


@given(histories, histories)
@BRIEF
def test_an_archive_that_took_another_over_says_what_both_say(first: list[Step], second: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        source, target = Played(Path(one)).play(first), Played(Path(other), hour=12).play(second)
        before = target.lines()
        target.take(source)
        assert set(target.lines()) == {*before, *source.lines()}


@given(without_purges, without_purges, st.integers(0, 4))
@BRIEF
def test_taking_over_can_be_stopped_repeated_and_continued(first: list[Step], second: list[Step], stopped: int) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        source, target = Played(Path(one)).play(first), Played(Path(other))
        target.take(source, only=stopped)
        target.take(source)
        assert target.lines() == source.lines()
        end = target.store.end()
        assert all(isinstance(one, Outcome) and one.action == "unchanged" for one in target.take(source))
        assert target.store.end() == end
        source.play(second)
        target.take(source)
        assert target.lines() == source.lines()


@given(histories, histories)
@BRIEF
def test_the_chain_is_whole_and_one_undo_takes_it_all_back(first: list[Step], second: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        source, target = Played(Path(one)).play(first), Played(Path(other), hour=12).play(second)
        before = standing(target)
        results = target.take(source)
        assert not [finding for finding in target.store.check() if finding.rule != "original"]
        if any(isinstance(one, Outcome) and one.action == "added" for one in results) and standing(target) != before:
            target.archive.undo()
        assert standing(target) == before


def standing(played: Played) -> list[tuple[str | None, str | None, str | None]]:
    """What is not removed, and in which words."""
    newest = {entry.advisory.first: entry.advisory for entry in played.store.entries()}
    words = [(one.reference, one.title, one.note) for one in newest.values() if one.status != "removed"]
    return sorted(words, key=repr)


def test_what_is_here_with_other_words_under_the_same_number_is_refused(fresh: Callable[..., Played]) -> None:
    source, target = fresh().play([("add", 1), ("edit", 1)]), fresh(12).play([("add", 1)])
    assert [type(one) for one in target.take(source, keep_both=False)] == [DuplicateDiffers]
    assert len(target.archive.histories().texts) == 1


def test_what_is_here_in_the_same_words_is_unchanged(fresh: Callable[..., Played]) -> None:
    source, target = fresh().play([("add", 1)]), fresh(12).play([("add", 1)])
    assert [one.action for one in target.take(source, keep_both=False) if isinstance(one, Outcome)] == ["unchanged"]


def test_a_text_that_went_on_in_both_archives_is_refused(fresh: Callable[..., Played]) -> None:
    source, target = fresh().play([("add", 1), ("add", 2)]), fresh(12)
    target.take(source)
    source.play([("edit", 1)])
    target.play([("edit", 1)])
    refused = [one for one in target.take(source) if isinstance(one, ArchiveError)]
    assert [type(one) for one in refused] == [HistoryDiffers]
    assert "revision 2" in str(refused[0])


def test_documents_that_another_program_wrote_go_along_also_when_they_are_alike(fresh: Callable[..., Played]) -> None:
    source, target = fresh(), fresh()
    with TinyDB(source.store.path, encoding="utf-8") as db:
        table = db.table("advisories")
        for document in ({"title": "x"}, {"title": "x"}, {"title": "x", "text": "y", "origin": "z", "batch": 7}):
            table.insert(document)
    assert len(source.lines()) == 3
    target.take(source)
    assert target.lines() == source.lines()


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "0" * 64},
        {"record": {"title": "another"}},
        {"record": 5},
        {"text": None},
        {"batch": 5},
        {"more": 1},
    ],
)
def test_a_row_that_is_not_what_was_exported_is_refused(fresh: Callable[..., Played], change: dict[str, Any]) -> None:
    row = next(iter(fresh().play([("add", 1)]).archive.histories())).to_dict()
    with pytest.raises(InvalidRecord, match="row 3"):
        Moved.from_dict(row | change, where="row 3")


def test_a_row_never_names_what_only_the_archive_itself_numbers(fresh: Callable[..., Played]) -> None:
    source, target = fresh().play([("add", 1), ("undo", 0)]), fresh()
    target.take(source)
    names = {name for moved in target.archive.histories() for name in moved.to_dict()["record"]}
    assert "title" in names
    assert not {"id", "first", "previous", "batch", "undoes", "_origin"} & names


def test_others_may_write_while_much_is_taken_over(tmp_path: Path) -> None:
    source, target = Played(tmp_path / "one"), Played(tmp_path / "other")
    for number in range(4):
        source.archive.add(Accession(an_advisory(reference=f"EUR 57/00{number}/2012", body="long " * 300_000)))
    texts = [tuple(group) for _, group in groupby(source.archive.histories(), key=lambda one: one.text)]
    taken = target.archive.take_over(texts, {text[0].text for text in texts})
    next(taken)
    nobody_waits = TinyStore(target.store.path, lock_timeout=0, tell=lambda _: None)
    other = Archive(nobody_waits, TantivyIndex(tmp_path / "index"), now=lambda: "2020-01-01T00:00:00Z")
    here = other.add(Accession(an_advisory(reference="EUR 57/003/2012", body="ours"))).advisory
    assert [type(result) for _, result in taken] == [Outcome, Outcome, DuplicateDiffers]
    assert set(target.lines()) > {*source.lines()[:3]}
    assert other.get("EUR 57/003/2012") == here

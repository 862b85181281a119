"""What happened to a text: comparing revisions, looking back, correcting, and taking writes back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory_cli.actions.history import Line, changes, compare, revision_at
from advisory_cli.archive import Archive
from advisory_cli.errors import Misuse, NameTaken, NotFound, NothingToUndo, Outdated, Removed
from advisory_cli.index import TantivyIndex
from advisory_cli.model import Advisory, Quote
from advisory_cli.ports import Store
from tests.fakes import MemoryStore, an_advisory, from_file

OWN = ("id", "revision", "at", "action", "batch", "undoes", "previous", "by")
"""What may differ between a text and the same text restored."""


class Clock:
    """Another day for every write: the first on 1 January 2026."""

    def __init__(self) -> None:
        self.day = 0

    def __call__(self) -> str:
        self.day += 1
        return f"2026-{1 + self.day // 29:02}-{self.day % 29:02}T03:04:05Z"


@pytest.fixture
def archive(store: Store, tmp_path: Path) -> Archive:
    """An empty archive in which every write has a day of its own."""
    return Archive(store, TantivyIndex(tmp_path / "index"), now=Clock(), by="Lydia")


def edit(archive: Archive, target: str, **fields: Any) -> Advisory:
    return archive.edit(replace(archive.get(target), **fields)).advisory


def remove(archive: Archive, target: str) -> None:
    archive.remove([archive.get(target).first or 0])


def content(advisory: Advisory) -> dict[str, Any]:
    return {name: value for name, value in advisory.to_dict().items() if name not in OWN}


def titles(archive: Archive) -> list[str]:
    return sorted(row.advisory.title or "" for row in archive.find("", limit=None).rows)


# -- comparing


def test_changes_are_the_fields_that_differ_with_both_values() -> None:
    before = an_advisory(quotes=(Quote("No."),))
    after = replace(before, title="New", quotes=(), id=7, at="later", action="edit", note="checked")
    assert {name: tuple(change) for name, change in changes(before, after).items()} == {
        "title": (before.title, "New"),
        "quotes": ([{"text": "No.", "speaker": None, "role": None, "attribution": "unknown"}], []),
        "note": (None, "checked"),
    }


def test_the_first_revision_changes_nothing_and_unknown_names_count() -> None:
    assert changes(None, an_advisory()) == {}
    assert changes(an_advisory(), an_advisory(extra={"shelf": 3})) == {"shelf": (None, 3)}


def shown(before: str, after: str) -> list[str]:
    marks = {"-": "[-{}-]", "+": "{{+{}+}}", " ": "{}"}
    return [
        line.sign + "".join(marks[span.sign].format(span.text) for span in line.spans)
        if line.sign == "~"
        else line.sign + "".join(span.text for span in line.spans)
        for line in compare(before.split("\n") if before else [], after.split("\n") if after else [])
    ]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("", "", []),
        ("a", "a", ["…"]),
        ("", "a", ["+a"]),
        ("a", "", ["-a"]),
        ("a", "b", ["-a", "+b"]),
        ("a\nb\nc\nd\ne", "a\nb\nX\nd\ne", ["…", " b", "-c", "+X", " d", "…"]),
        ("a\nb\nc", "a\nc", [" a", "-b", " c"]),
        ("x\na\nb", "a\nb", ["-x", " a", "…"]),
        (
            "one two three four five six seven eight nine",
            "one two three four 5 six seven eight nine",
            ["~one two three four [-five -]{+5 +}six seven eight nine"],
        ),
        (
            "one two three four five six seven eight\nnine ten",
            "one two three four five six seven eight nine ten",
            ["~one two three four five six seven [-eight-]", "~{+eight +}nine ten"],
        ),
    ],
)
def test_lines_are_compared_with_one_around_and_long_ones_by_words(before: str, after: str, lines: list[str]) -> None:
    assert shown(before, after) == lines


def side(lines: Sequence[Line], left_out: str) -> str:
    """The words on one side of a comparison, without blanks."""
    spans = (span for line in lines for span in line.spans)
    return "".join("".join(span.text.split()) for span in spans if span.sign != left_out)


lines_of_text = st.lists(st.text("ab \t", max_size=3) | st.text("abcdefgh ", min_size=20, max_size=60), max_size=8)


@given(before=lines_of_text, after=lines_of_text)
def test_every_change_is_told_and_nothing_else(before: list[str], after: list[str]) -> None:
    lines = compare(before, after)
    assert any(line.sign in "-+~" for line in lines) == (before != after)
    old, new = ("".join("".join(text).split()) for text in (before, after))
    if "…" not in {line.sign for line in lines}:
        assert (side(lines, "+"), side(lines, "-")) == (old, new)


@pytest.mark.parametrize("line", ["same words " * 20, "x"])
def test_texts_without_an_end_are_compared_coarsely(line: str) -> None:
    before, after = [line] * 3000, [line, "other"] * 1500
    lines = compare(before, after)
    assert {line.sign for line in lines} >= {"-", "+"}


# -- looking back


def test_history_is_every_revision_oldest_first(archive: Archive) -> None:
    archive.add(from_file())
    edit(archive, "#1", title="Edited")
    archive.add(from_file("other", title="Revised"), revise=True)
    remove(archive, "#1")
    (revisions,) = archive.history("EUR 57/002/2012")
    assert [(one.revision, one.action, one.at and one.at[:10], one.by) for one in revisions] == [
        (1, "add", "2026-01-01", "Lydia"),
        (2, "edit", "2026-01-02", "Lydia"),
        (3, "revise", "2026-01-03", "Lydia"),
        (4, "remove", "2026-01-04", "Lydia"),
    ]


@pytest.mark.parametrize("target", ["EUR 57/002/2012", "EUR 57/009/2012", "#1", "#2"])
def test_a_text_has_its_history_under_its_old_and_its_new_reference(archive: Archive, target: str) -> None:
    archive.add(from_file())
    edit(archive, "#1", reference="EUR 57/009/2012")
    (revisions,) = archive.history(target)
    assert [one.reference for one in revisions] == ["EUR 57/002/2012", "EUR 57/009/2012"]


def test_history_of_a_work_is_that_of_all_its_texts_or_of_one_language(archive: Archive) -> None:
    archive.add(from_file())
    archive.add(from_file("другой", language="ru"))
    assert len(archive.history("EUR 57/002/2012")) == 2
    ((russian,),) = archive.history("EUR 57/002/2012@ru")
    assert russian.language == "ru"
    with pytest.raises(NotFound, match="EUR 57/002/2012@en or EUR 57/002/2012@ru"):
        archive.history("EUR 57/002/2012@fr")


def test_history_of_nothing_is_a_miss_with_the_nearest(archive: Archive) -> None:
    archive.add(from_file())
    with pytest.raises(NotFound, match=r"did you mean EUR 57/002/2012\?"):
        archive.history("EUR 57/02/2013")


@pytest.fixture(params=["searched", "not searched"])
def edited(archive: Archive, request: pytest.FixtureRequest) -> Archive:
    """A text added on 1 January, edited on the 2nd, renumbered on the 3rd and removed on the 4th."""
    archive.add(from_file())
    edit(archive, "#1", title="Second")
    if request.param == "searched":
        archive.find("second")
    edit(archive, "#1", reference="EUR 57/009/2012", title="Third")
    remove(archive, "#1")
    return archive


@pytest.mark.parametrize(
    ("target", "as_of", "revision"),
    [
        ("#1#1", None, 1),
        ("EUR 57/002/2012#2", None, 2),
        ("EUR 57/009/2012#2", None, 2),
        ("EUR 57/002/2012#4", None, 4),
        ("#1", "2026-01-01", 1),
        ("EUR 57/002/2012", "2026-01-02", 2),
        ("EUR 57/002/2012", "2026-01-03", 3),
        ("EUR 57/009/2012@en", "2026-01-03", 3),
    ],
)
def test_an_older_revision_is_found_by_number_or_date(
    edited: Archive, target: str, as_of: str | None, revision: int
) -> None:
    assert edited.get(target, as_of=as_of).revision == revision
    (one,) = edited.show(target, as_of=as_of)
    assert one.revisions == 4
    assert (one.current is None) == (revision == 4)


@pytest.mark.parametrize(
    ("target", "as_of", "said"),
    [
        ("#1#5", None, r"no revision 5: EUR 57/009/2012 \(en\) has 4"),
        ("#1#0", None, "no revision 0"),
        ("#1", "2025", "no #1 in the archive at the end of 2025"),
        ("EUR 57/002/2012", "2026-01-04", "no EUR 57/002/2012 in the archive"),
        ("#1", "yesterday", "no date"),
        ("#1#1", "2026", "exclude each other"),
    ],
)
def test_a_revision_that_was_not_there_is_misuse(edited: Archive, target: str, as_of: str | None, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        edited.show(target, as_of=as_of)


def test_at_a_time_the_text_is_meant_that_had_the_reference_then(archive: Archive) -> None:
    archive.add(from_file())
    edit(archive, "#1", reference="EUR 57/009/2012")
    archive.add(from_file("other", title="Later holder"))
    assert archive.get("EUR 57/002/2012", as_of="2026-01-01").title == an_advisory().title
    assert archive.get("EUR 57/002/2012", as_of="2026").title == "Later holder"


def test_a_partial_date_is_its_end() -> None:
    line = [an_advisory(revision=number, at=at) for number, at in enumerate(("2012-01-31T23:59:59Z", "2012-02-01"), 1)]
    found = [revision_at(line, None, moment) for moment in ("2011-12", "2012-01", "2012-01-31", "2012-02", "2012")]
    assert [one and one.revision for one in found] == [None, 1, 1, 2, 2]


def test_a_removed_text_is_missed_with_what_to_do(archive: Archive) -> None:
    archive.add(from_file())
    remove(archive, "#1")
    for look in (archive.get, archive.show, archive.texts):
        with pytest.raises(Removed, match=r'was removed on 2026-01-02; "advisory history EUR 57/002/2012"'):
            look("EUR 57/002/2012")


# -- correcting


def test_an_edit_is_the_next_revision_and_the_old_one_stays(archive: Archive) -> None:
    added = archive.add(from_file()).advisory
    outcome = archive.edit(replace(added, title="By hand"))
    assert outcome.action == "revised"
    assert (outcome.advisory.action, outcome.advisory.revision, outcome.advisory.first) == ("edit", 2, 1)
    assert outcome.advisory.source == added.source
    assert archive.get("#1") == outcome.advisory
    assert archive.get("#1#1") == added


def test_an_edit_of_nothing_or_a_dry_run_writes_nothing(archive: Archive, store: Store) -> None:
    added = archive.add(from_file()).advisory
    end = store.end()
    assert archive.edit(added).action == "unchanged"
    assert archive.edit(replace(added, title="By hand"), dry_run=True).action == "revised"
    assert store.end() == end


def test_an_edit_of_what_was_changed_meanwhile_is_refused(archive: Archive) -> None:
    added = archive.add(from_file()).advisory
    edit(archive, "#1", title="Quicker")
    with pytest.raises(Outdated, match=r"by Lydia \(revision 2, edit\)"):
        archive.edit(replace(added, title="Slower"))
    assert archive.get("#1").title == "Quicker"


def test_a_removed_text_is_not_edited(archive: Archive) -> None:
    added = archive.add(from_file()).advisory
    remove(archive, "#1")
    with pytest.raises(Removed, match="undo"):
        archive.edit(replace(added, title="Too late"))


def test_an_edit_takes_no_name_of_another_text(archive: Archive) -> None:
    added = archive.add(from_file()).advisory
    archive.add(from_file("other", reference="EUR 57/009/2012"))
    with pytest.raises(NameTaken, match="#2"):
        archive.edit(replace(added, reference="EUR 57/009/2012"))
    assert archive.edit(replace(added, reference="EUR 57/009/2012", language="fr")).action == "revised"


def test_a_text_kept_beside_another_of_its_name_can_be_edited(archive: Archive) -> None:
    archive.add(from_file())
    archive.add(from_file("other"), keep_both=True)
    assert edit(archive, "#2", title="Second").revision == 2


# -- taking back


def test_undo_takes_back_the_last_write(archive: Archive) -> None:
    before = archive.add(from_file()).advisory
    edit(archive, "#1", title="Wrong")
    (write,) = archive.undo()
    assert (write.batch, write.actions, write.names) == (2, {"edit": 1}, {1: "EUR 57/002/2012 (en)"})
    now = archive.get("#1")
    assert content(now) == content(before)
    assert (now.action, now.undoes, now.revision, now.id, now.batch, now.by) == ("undo", 2, 3, 3, 3, "Lydia")


def test_undo_of_an_addition_removes_and_of_a_removal_restores(archive: Archive) -> None:
    archive.add(from_file())
    remove(archive, "#1")
    archive.undo()
    assert archive.get("#1").status == "current"
    archive.undo()
    with pytest.raises(Removed):
        archive.get("#1")
    assert titles(archive) == []


def test_a_second_undo_takes_back_the_write_before_and_never_an_undo(archive: Archive) -> None:
    archive.add(from_file(title="One"))
    edit(archive, "#1", title="Two")
    edit(archive, "#1", title="Three")
    for title in ("Two", "One"):
        archive.undo()
        assert archive.get("#1").title == title
    archive.undo()
    with pytest.raises(NothingToUndo):
        archive.undo()


def test_undo_goes_on_with_what_was_written_after_it(archive: Archive) -> None:
    archive.add(from_file(title="One"))
    edit(archive, "#1", title="Two")
    archive.undo()
    archive.add(from_file("b", reference="EUR 57/009/2012", title="New"))
    assert titles(archive) == ["New", "One"]
    archive.undo()
    assert titles(archive) == ["One"]


def test_several_writes_are_taken_back_as_one(archive: Archive) -> None:
    archive.add(from_file(title="One"))
    archive.add(from_file("b", reference="EUR 57/009/2012", title="Other"))
    edit(archive, "#1", title="Two")
    edit(archive, "#1", title="Three")
    assert [write.batch for write in archive.undo(3)] == [4, 3, 2]
    assert titles(archive) == ["One"]
    written = [entry.advisory for entry in archive._store.entries()][4:]
    assert [(one.undoes, one.batch, one.title) for one in written] == [(4, 5, "Two"), (3, 5, "One"), (2, 5, "Other")]
    archive.undo()
    assert titles(archive) == []


def test_a_batch_is_taken_back_as_one(archive: Archive) -> None:
    with archive.batch():
        for number in range(30):
            archive.add(from_file(f"{number}", reference=f"EUR 57/{number:03}/2012", title=f"{number:02}"))
        edit(archive, "EUR 57/007/2012", title="edited")
    (write,) = archive.writes()
    assert (write.actions, len(write.names)) == ({"add": 30, "edit": 1}, 30)
    archive.undo()
    assert titles(archive) == []
    assert archive.writes() == ()


def test_many_texts_are_taken_back_whatever_the_index_covers(archive: Archive) -> None:
    with archive.batch():
        for number in range(30):
            archive.add(from_file(f"{number}", reference=f"EUR 57/{number:03}/2012", title=f"{number:02}"))
    with archive.batch():
        for number in range(30):
            edit(archive, f"EUR 57/{number:03}/2012", title="edited")
    archive.undo()
    assert titles(archive) == [f"{number:02}" for number in range(30)]


def test_what_a_crash_left_of_an_undo_is_finished_by_the_next(archive: Archive, store: Store) -> None:
    with archive.batch():
        for number in range(3):
            archive.add(from_file(f"{number}", reference=f"EUR 57/00{number}/2012"))
    last = archive.get("#3")
    with store.writing():
        store.append([replace(last, status="removed", action="undo", undoes=1, batch=None, revision=2)])
    assert archive.writes()[0].names == {1: "EUR 57/000/2012 (en)", 2: "EUR 57/001/2012 (en)"}
    archive.undo()
    assert titles(archive) == []
    assert archive.writes() == ()


def test_undo_by_another_process_knows_what_was_taken_back(archive: Archive, store: Store, tmp_path: Path) -> None:
    archive.add(from_file(title="One"))
    edit(archive, "#1", title="Two")
    archive.undo()
    later = Archive(store, TantivyIndex(tmp_path / "index"), now=Clock())
    assert [write.batch for write in later.writes()] == [1]


def test_a_write_in_between_stops_an_undo_that_was_agreed_to(archive: Archive, store: Store) -> None:
    archive.add(from_file())
    agreed = [write.batch for write in archive.undo(dry_run=True)]
    edit(archive, "#1", title="In between")
    end = store.end()
    with pytest.raises(Outdated):
        archive.undo(batches=agreed)
    assert store.end() == end


def test_more_writes_than_there_are_is_misuse_and_none_is_told(archive: Archive, store: Store, tmp_path: Path) -> None:
    with pytest.raises(NothingToUndo):
        archive.undo()
    assert not (tmp_path / "a").exists()
    archive.add(from_file())
    end = store.end()
    with pytest.raises(Misuse, match="only 1"):
        archive.undo(2)
    archive.undo(dry_run=True)
    assert store.end() == end


def test_a_purged_text_is_not_brought_back_and_told(archive: Archive) -> None:
    with archive.batch():
        archive.add(from_file(title="Kept"))
        purged = archive.add(from_file("b", reference="EUR 57/003/2012")).advisory
    archive.purge(purged, reason="by order")
    (write,) = archive.writes()
    assert write.names == {1: "EUR 57/002/2012 (en)"}
    assert set(write.purged) == {"EUR 57/003/2012 (en)"}
    archive.undo()
    assert titles(archive) == []
    assert archive.writes() == ()
    with pytest.raises(Removed, match="was purged"):
        archive.edit(purged)


# -- laws

Step = tuple[str, int]
steps = st.lists(st.tuples(st.sampled_from(["add", "revise", "edit", "remove", "undo", "batch"]), st.integers(0, 3)))


def current(store: MemoryStore) -> dict[int | None, dict[str, Any]]:
    """All that is to be seen of the archive."""
    return {one.advisory.first: content(one.advisory) for one in store.current() if one.advisory.status != "removed"}


def take(archive: Archive, step: Step, number: int) -> int:
    """Do one step to one of four works; by how many writes the archive grew that can be taken back."""
    what, work = step
    reference = f"EUR 57/00{work}/2012"
    before = archive._store.end()
    if what == "undo":
        return -len(archive.undo(min(work + 1, left))) if (left := len(archive.writes(work + 1))) else 0
    if what in ("add", "revise", "batch"):
        with archive.batch():
            archive.add(from_file(f"{number}", reference=reference, title=f"{number}"), revise=True)
            if what == "batch":
                edit(archive, reference, note=f"{number}")
                archive.add(from_file(f"b{number}", reference=None))
        return 1
    held = [line[-1] for line in _history(archive, reference) if line[-1].status != "removed"]
    if held and what == "edit":
        archive.edit(replace(held[0], title=f"{number}"))
    elif held:
        archive.remove([held[0].first or 0])
    return int(archive._store.end() > before)


def _history(archive: Archive, reference: str) -> tuple[tuple[Advisory, ...], ...]:
    try:
        return archive.history(reference)
    except NotFound:
        return ()


class NoIndex(TantivyIndex):
    """An index that covers nothing."""

    def __init__(self) -> None:
        super().__init__(Path("/nowhere/at/all"))


@settings(max_examples=60)
@given(before=steps, after=steps)
def test_undo_restores_exactly_what_was_there(before: list[Step], after: list[Step]) -> None:
    store = MemoryStore()
    archive = Archive(store, NoIndex(), now=Clock())
    for number, step in enumerate(before):
        take(archive, step, number)
    there, standing, lowest = current(store), len(archive.writes(1000)), 0
    since = 0
    for number, step in enumerate(after, len(before)):
        since += take(archive, step, number)
        lowest = min(lowest, since)
    if lowest == 0:
        if since:
            archive.undo(since)
        assert current(store) == there
        assert len(archive.writes(1000)) == standing
    if left := len(archive.writes(1000)):
        archive.undo(left)
    assert current(store) == {}
    assert archive.find("").total == 0
    assert archive.writes() == ()

"""Removing, erasing and checking through the archive, on both stores."""

from pathlib import Path
from typing import Any

import pytest

from advisory_cli.actions.checkup import Checked
from advisory_cli.archive import Archive
from advisory_cli.errors import Locked, NotFound
from advisory_cli.index import TantivyIndex
from advisory_cli.model import Accession, Advisory
from advisory_cli.ports import Finding, Store
from advisory_cli.query import parse_query
from tests.fakes import an_advisory, from_file

NOW = "2026-01-02T03:04:05Z"


@pytest.fixture
def index(tmp_path: Path) -> TantivyIndex:
    """Where the store is a file: beside it."""
    return TantivyIndex(tmp_path / "a" / ".advisories.index")


@pytest.fixture
def archive(store: Store, index: TantivyIndex) -> Archive:
    """An archive of two texts."""
    archive = Archive(store, index, now=lambda: NOW, by="Lydia")
    archive.add(document("Many questions remain unanswered in Zhanaozen, says Nevergonnabeseen."))
    archive.add(document("Another text.", reference="EUR 57/003/2012", title="Another"))
    return archive


def document(body: str, **changes: Any) -> Accession:
    return from_file(body, body=body, **changes)


def removed(archive: Archive, *texts: int, reason: str | None = None) -> list[Advisory]:
    told: list[Advisory] = []
    assert archive.remove(texts, reason=reason, report=told.append) == len(told)
    return told


def checked(archive: Archive) -> tuple[list[tuple[str, str]], Checked]:
    found: list[Finding] = []
    counts = archive.check(found.append)
    return [(one.rule, one.where) for one in found], counts


def test_a_removal_keeps_the_whole_record_with_who_when_and_why(archive: Archive) -> None:
    before = archive.get("#1")
    (gone,) = removed(archive, 1, reason="added twice")
    assert (gone.status, gone.action, gone.reason, gone.revision) == ("removed", "remove", "added twice", 2)
    assert (gone.first, gone.at, gone.by, gone.body) == (1, NOW, "Lydia", before.body)


def test_what_is_removed_already_is_not_removed_again(archive: Archive, store: Store) -> None:
    archive.remove([1])
    end = store.end()
    assert archive.remove([1]) == 0
    assert store.end() == end


def test_removals_of_one_call_are_one_write(archive: Archive) -> None:
    assert [text.batch for text in removed(archive, 1, 2, 1)] == [3, 3]


def test_removals_and_additions_of_a_batch_are_one_write(archive: Archive) -> None:
    with archive.batch():
        archive.remove([1])
        archive.remove([2])
        added = archive.add(document("Third.", reference=None)).advisory
    assert added.batch == 3
    assert [write.batch for write in archive.writes(9)] == [3, 2, 1]


@pytest.mark.parametrize("number", [1, 30])
def test_one_text_that_is_not_there_and_none_is_removed(archive: Archive, store: Store, number: int) -> None:
    end = store.end()
    with pytest.raises(NotFound, match="#1000"):
        archive.remove([1, *range(1000, 1000 + number)])
    assert store.end() == end


def test_of_many_texts_the_newest_revisions_are_removed(archive: Archive) -> None:
    for number in range(100, 130):
        archive.add(document(f"Text {number}.", reference=f"EUR 57/{number}/2012"))
        archive.add(document(f"Revised {number}.", reference=f"EUR 57/{number}/2012"), revise=True)
    gone = removed(archive, *range(3, 63, 2))
    assert {text.revision for text in gone} == {3}
    assert all(text.body.startswith("Revised") for text in gone)
    assert archive.find("").total == 2


def test_a_removed_text_can_be_named_only_on_demand(archive: Archive) -> None:
    archive.remove([1])
    with pytest.raises(NotFound):
        archive.named("EUR 57/002/2012")
    assert [text.first for text in archive.named("EUR 57/002/2012@en", removed=True)] == [1]
    for target in ("EUR 57/009/2012", "EUR 57/002/2012@fr"):
        with pytest.raises(NotFound):
            archive.named(target, removed=True)


@pytest.mark.parametrize("removed_before", [False, True])
def test_an_erased_text_leaves_no_word_in_the_folder(tmp_path: Path, archive: Archive, *, removed_before: bool) -> None:
    archive.find("Nevergonnabeseen")
    if removed_before:
        archive.remove([1])
    (text,) = archive.named("#1", removed=True)
    archive.purge(text, reason="court order")
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"nevergonnabeseen" not in path.read_bytes().lower()
    assert archive.find("Nevergonnabeseen").total == 0
    assert archive.find("").total == 1


def test_what_stays_of_an_erased_text_says_why(archive: Archive) -> None:
    text = archive.get("#1")
    original = text.source.sha256 if text.source else ""
    erased = archive.purge(text, reason="court order")
    assert (erased.status, erased.action, erased.reason) == ("removed", "purge", "court order")
    assert (erased.at, erased.by) == (NOW, "Lydia")
    assert (erased.reference, erased.title, erased.body, erased.source) == ("EUR 57/002/2012", None, "", None)
    assert original in str(erased.extra)
    with pytest.raises(NotFound):
        archive.original(text)


def test_a_text_can_be_erased_twice(archive: Archive) -> None:
    erased = archive.purge(archive.get("#1"), reason="court order")
    assert archive.purge(erased, reason="again").action == "purge"
    assert [text.first for text in archive.named("#1", removed=True)] == [1]


class BusyIndex(TantivyIndex):
    """An index that another process is writing."""

    def forget(self) -> None:
        raise Locked("index", "another process", 0)


def test_nothing_is_erased_while_the_index_cannot_be(tmp_path: Path, store: Store, archive: Archive) -> None:
    busy = Archive(store, BusyIndex(tmp_path / "a" / ".advisories.index"), now=lambda: NOW)
    with pytest.raises(Locked):
        busy.purge(archive.get("#1"), reason="court order")
    assert "Zhanaozen" in archive.get("#1").body


def test_other_texts_that_bear_or_cite_a_number_are_named(archive: Archive) -> None:
    archive.add(document("Voir EUR 57/002/2012.", reference="EUR 57/004/2012", mentions=("EUR 57/002/2012",)))
    archive.add(document("Правда.", language="ru"))
    assert archive.citing(archive.get("#1")) == ("EUR 57/004/2012 (en)", "EUR 57/002/2012 (ru)")
    assert archive.citing(an_advisory(reference=None)) == ()


def test_a_sound_archive_has_no_findings_and_all_of_it_was_looked_at(archive: Archive) -> None:
    assert checked(archive) == ([], Checked(revisions=2, texts=2, indexed=2))


def test_removed_and_erased_texts_are_no_findings(archive: Archive) -> None:
    archive.remove([2])
    archive.purge(archive.get("#1"), reason="court order")
    assert checked(archive) == ([], Checked(revisions=3, texts=0, indexed=0))


def test_an_index_is_not_blamed_for_what_is_written_meanwhile(archive: Archive) -> None:
    archive.add(document("Undated.", reference="EUR 57/004/2012", date=None))
    found: list[Finding] = []

    def report(finding: Finding) -> None:
        found.append(finding)
        archive.add(document("Came in just now.", reference="EUR 57/005/2012"))

    assert archive.check(report) == Checked(revisions=3, texts=3, indexed=None)
    assert [one.rule for one in found] == ["missing"]


def test_only_some_texts_can_be_checked(archive: Archive) -> None:
    archive.add(document("Undated.", reference="EUR 57/004/2012", date=None, mentions=("EUR 57/003/2012",)))
    found: list[Finding] = []
    assert archive.check(found.append, texts=[archive.get("#2")]).texts == 1
    assert found == []
    archive.check(found.append, texts=[archive.get("#3")])
    assert [(one.rule, one.where) for one in found] == [("missing", "EUR 57/004/2012@en")]


def test_a_citation_of_a_removed_text_leads_nowhere(archive: Archive) -> None:
    archive.add(document("Cites.", reference="EUR 57/004/2012", mentions=("EUR 57/003/2012",)))
    archive.remove([2])
    found: list[Finding] = []
    archive.check(found.append, texts=[archive.get("#3")])
    assert [one.rule for one in found] == ["unresolved"]
    assert checked(archive)[0] == [("unresolved", "EUR 57/004/2012@en")]


def test_mending_a_sound_archive_builds_the_index_anew_and_writes_nothing_else(archive: Archive, store: Store) -> None:
    end = store.end()
    assert archive.mend() == ("the search index was built anew",)
    assert store.end() == end
    assert archive.find("").total == 2


def test_a_proof_is_the_link_that_the_next_revision_carries(archive: Archive) -> None:
    proof = archive.proof()
    assert (proof.revisions, proof.at) == (2, NOW)
    assert archive.add(document("Third.", reference=None)).advisory.previous == proof.digest


def test_texts_that_answer_a_query_come_one_by_one_in_the_order_of_addition(archive: Archive) -> None:
    assert [text.first for text in archive.matching(parse_query(""))] == [1, 2]
    assert [text.first for text in archive.matching(parse_query("another"))] == [2]

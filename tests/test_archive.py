"""The one door, on both stores: what an addition comes to, which text is meant, what is found."""

from dataclasses import replace
from pathlib import Path

import pytest

from advisory_cli.archive import Archive
from advisory_cli.errors import Ambiguous, Damaged, DuplicateDiffers, NotFound
from advisory_cli.index import TantivyIndex
from advisory_cli.model import Accession, Advisory
from advisory_cli.ports import Hit, Hits, Key, Place, Sort, Store
from advisory_cli.query import Query, parse_query
from tests.fakes import MemoryStore, an_advisory, from_file

NOW = "2026-01-02T03:04:05Z"


@pytest.fixture
def archive(store: Store, tmp_path: Path) -> Archive:
    """An empty archive."""
    return Archive(store, TantivyIndex(tmp_path / "index"), now=lambda: NOW)


def test_an_addition_is_stamped_and_kept(archive: Archive) -> None:
    added = archive.add(from_file())
    assert added.action == "added"
    kept = archive.get("EUR 57/002/2012")
    assert kept == added.advisory
    assert (kept.id, kept.first, kept.revision, kept.action, kept.at) == (1, 1, 1, "add", NOW)


def test_the_original_is_kept_byte_for_byte(archive: Archive) -> None:
    assert archive.original(archive.add(from_file("bytes as they came")).advisory) == b"bytes as they came"


def test_a_text_typed_in_has_no_original(archive: Archive) -> None:
    with pytest.raises(NotFound):
        archive.original(archive.add(Accession(an_advisory())).advisory)


def test_the_same_bytes_are_unchanged_even_in_a_later_process(archive: Archive, store: Store, tmp_path: Path) -> None:
    archive.add(from_file())
    later = Archive(store, TantivyIndex(tmp_path / "index"), now=lambda: "later")
    end = store.end()
    assert later.add(from_file()).action == "unchanged"
    assert store.end() == end


def test_the_same_text_typed_in_again_is_unchanged(archive: Archive) -> None:
    archive.add(Accession(an_advisory()))
    assert archive.add(Accession(an_advisory())).action == "unchanged"


def test_another_content_under_the_same_name_is_refused(archive: Archive, store: Store) -> None:
    archive.add(from_file())
    end = store.end()
    with pytest.raises(DuplicateDiffers, match=r"--revise.*--keep-both"):
        archive.add(from_file("other"))
    assert store.end() == end


def test_another_language_of_the_same_work_is_no_duplicate(archive: Archive) -> None:
    archive.add(from_file())
    assert archive.add(from_file("другой", language="ru")).action == "added"
    assert [text.language for text in archive.texts("EUR 57/002/2012")] == ["en", "ru"]


def test_texts_without_a_reference_are_no_duplicates(archive: Archive) -> None:
    archive.add(from_file("one", reference=None))
    assert archive.add(from_file("two", reference=None)).advisory.id == 2


def test_a_revision_goes_on_in_the_same_line(archive: Archive) -> None:
    archive.add(from_file())
    revised = archive.add(from_file("other", title="Corrected"), revise=True)
    assert revised.action == "revised"
    assert (revised.advisory.id, revised.advisory.first, revised.advisory.revision) == (2, 1, 2)
    assert archive.get("#1").title == archive.get("#2").title == "Corrected"


def test_the_bytes_of_an_older_revision_are_unchanged(archive: Archive) -> None:
    archive.add(from_file())
    archive.add(from_file("other"), revise=True)
    assert archive.add(from_file()).action == "unchanged"


def test_the_same_bytes_read_otherwise_can_be_a_revision(archive: Archive) -> None:
    archive.add(from_file())
    assert archive.add(from_file(title="Set by hand")).action == "unchanged"
    assert archive.add(from_file(title="Set by hand"), revise=True).advisory.revision == 2


def test_revise_without_a_text_to_revise_is_an_addition(archive: Archive) -> None:
    assert archive.add(from_file(), revise=True).action == "added"


def test_two_texts_of_one_name_have_to_be_told_apart(archive: Archive) -> None:
    archive.add(from_file())
    archive.add(from_file("other"), keep_both=True)
    with pytest.raises(Ambiguous, match="#1, #2"):
        archive.get("EUR 57/002/2012")
    assert len(archive.show("EUR 57/002/2012")) == 2
    with pytest.raises(Ambiguous):
        archive.add(from_file("third"), revise=True)


def test_a_dry_run_tells_and_writes_nothing(archive: Archive, store: Store) -> None:
    assert archive.add(from_file(), dry_run=True).action == "added"
    assert store.end() == 0
    archive.add(from_file())
    with pytest.raises(DuplicateDiffers):
        archive.add(from_file("other"), dry_run=True)


@pytest.mark.parametrize(
    ("target", "languages", "language"),
    [
        ("EUR 57/002/2012", (), "en"),
        ("EUR 57/002/2012", ("ru",), "ru"),
        ("EUR 57/002/2012", ("fr", "ru"), "ru"),
        ("EUR 57/002/2012", ("fr",), "en"),
        ("EUR 57/002/2012@ru", ("en",), "ru"),
        ("eur57/2/2012", (), "en"),
        ("#2", (), "ru"),
    ],
)
def test_the_language_asked_for_is_chosen(
    archive: Archive, target: str, languages: tuple[str, ...], language: str
) -> None:
    archive.add(from_file())
    archive.add(from_file("другой", language="ru"))
    assert archive.get(target, languages=languages).language == language


def test_a_work_without_the_languages_of_the_reader_opens_in_its_own(archive: Archive) -> None:
    archive.add(from_file(language="ar"))
    assert archive.get("EUR 57/002/2012").language == "ar"


def test_a_missing_language_is_refused_with_those_there_are(archive: Archive) -> None:
    archive.add(from_file())
    with pytest.raises(NotFound, match="EUR 57/002/2012@en"):
        archive.get("EUR 57/002/2012@fr")


def test_others_of_the_work_are_told(archive: Archive) -> None:
    archive.add(from_file())
    archive.add(from_file("другой", language="ru"))
    for target in ("EUR 57/002/2012", "#1"):
        assert archive.show(target)[0].others == ("EUR 57/002/2012 (ru)",)


@pytest.mark.parametrize("searched", [False, True])
def test_a_miss_names_the_nearest(archive: Archive, *, searched: bool) -> None:
    archive.add(from_file())
    if searched:
        archive.find("clashes")
    with pytest.raises(NotFound, match=r"did you mean EUR 57/002/2012\?"):
        archive.get("EUR 57/02/2013")
    with pytest.raises(NotFound, match="#9"):
        archive.get("#9")


def test_a_number_of_the_four_digit_era_is_found_without_its_zero(archive: Archive) -> None:
    archive.add(from_file(reference="EUR 44/0003/2019"))
    assert archive.get("EUR 44/3/2019").reference == "EUR 44/0003/2019"


def test_a_reference_given_up_in_a_revision_names_the_text_no_more(archive: Archive) -> None:
    archive.add(from_file())
    archive.add(from_file(reference="EUR 57/009/2012"), revise=True)
    assert archive.get("EUR 57/009/2012").revision == 2
    with pytest.raises(NotFound):
        archive.get("EUR 57/002/2012")


@pytest.mark.parametrize("search_between", [False, True])
def test_the_newest_revision_is_found_whatever_the_index_covers(archive: Archive, *, search_between: bool) -> None:
    for number in range(5):
        archive.add(from_file(f"content {number}", title=f"Title {number}"), revise=True)
        archive.add(from_file(f"more {number}", reference=f"ASA 1{number}/001/2010", title="More"))
        if search_between:
            archive.find("title")
    assert archive.get("EUR 57/002/2012").title == "Title 4"
    assert archive.find("title").total == 1
    assert archive.find("more").total == 5


def test_a_removed_text_is_gone_from_everything_but_history(archive: Archive, store: Store) -> None:
    added = archive.add(from_file()).advisory
    with store.writing():
        store.append([replace(added, status="removed", revision=2, action="remove", at=NOW)])
    with pytest.raises(NotFound):
        archive.get("EUR 57/002/2012")
    assert archive.find("").total == 0
    assert archive.add(from_file()).action == "added"


def test_rows_tell_score_snippet_and_marks(archive: Archive) -> None:
    archive.add(from_file())
    (row,) = archive.find("zhanaozen clashes", snippets=True).rows
    assert row.snippet is not None
    assert [row.snippet.text[start:end] for start, end in row.snippet.marks] == ["clashes", "Zhanaozen"]
    title = row.advisory.title or ""
    assert [title[start:end] for start, end in row.title_marks] == ["clashes"]


def test_all_are_found_where_no_limit_is_wanted(archive: Archive) -> None:
    for number in range(30):
        archive.add(from_file(f"{number}", reference=f"EUR 57/{number:03}/2012"))
    assert len(archive.find("").rows) == 20
    assert len(archive.find("", limit=None).rows) == archive.find("").total == 30


def test_all_results_are_read_one_by_one_and_only_when_looked_at(tmp_path: Path) -> None:
    class Counting(MemoryStore):
        reads = 0

        def read(self, place: Place) -> Advisory:
            self.reads += 1
            return super().read(place)

    store = Counting(*(an_advisory(reference=None, title=str(number)) for number in range(30)))
    found = Archive(store, TantivyIndex(tmp_path / "index"), now=lambda: "").find("", limit=None)
    assert (len(found.rows), store.reads) == (30, 0)
    assert [row.advisory.title for row in found.rows[2:4]] == ["27", "26"]
    assert store.reads == 2
    assert [row.advisory.title for row in found.rows] == [str(number) for number in range(29, -1, -1)]


def test_suggestions_are_references_or_words_of_the_archive(archive: Archive) -> None:
    archive.add(from_file())
    archive.find("")
    assert archive.suggest(parse_query("=Zhanaosen")) == (
        "did you mean Zhanaozen instead of Zhanaosen?",
        "in other spellings, without = and --exact, there is 1",
    )
    assert archive.suggest(parse_query("EUR 57/003/2012")) == ("did you mean EUR 57/002/2012?",)


def test_a_number_that_is_held_is_not_taken_for_a_misspelled_one(archive: Archive) -> None:
    archive.add(from_file())
    archive.add(from_file("Another.", reference="EUR 57/003/2012", body="Quiet."))
    assert archive.find("EUR 57/003/2012 unanswered").total == 0
    assert archive.suggest(parse_query("EUR 57/003/2012 unanswered")) == (
        "each part of it is found in some text, but no text has all of them; try fewer, or OR between them",
    )


def test_an_archive_is_empty_until_something_is_added(archive: Archive) -> None:
    assert archive.is_empty()
    archive.add(from_file())
    assert not archive.is_empty()


def test_references_complete_a_prefix(archive: Archive) -> None:
    archive.add(from_file())
    archive.add(from_file("b", reference="EUR 46/001/2010"))
    archive.add(from_file("c", reference="ASA 46/001/2010"))
    assert archive.references("EUR ") == ("EUR 46/001/2010", "EUR 57/002/2012")
    assert archive.references("EUR 5") == ("EUR 57/002/2012",)


def test_writes_of_a_batch_are_one_write(archive: Archive) -> None:
    alone = archive.add(from_file("0", reference=None)).advisory
    with archive.batch():
        together = [archive.add(from_file(content, reference=None)).advisory for content in ("1", "2")]
    after = archive.add(from_file("3", reference=None)).advisory
    assert [one.batch for one in (alone, *together, after)] == [1, 2, 2, 4]


def test_who_writes_is_written_down(store: Store, tmp_path: Path) -> None:
    archive = Archive(store, TantivyIndex(tmp_path / "index"), now=lambda: NOW, by="Lydia")
    assert archive.add(from_file()).advisory.by == "Lydia"


class Misleading(TantivyIndex):
    """An index with a flipped bit: until it is built anew it points to where there is no revision."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.forgotten = False

    def search(self, query: Query, *, sort: Sort, limit: int | None, offset: int = 0) -> Hits:
        found = super().search(query, sort=sort, limit=limit, offset=offset)
        return found if self.forgotten else found._replace(hits=tuple(map(_astray, found.hits)))

    def places(self, key: Key, value: str | int) -> tuple[Place, ...]:
        return tuple(Place(place.offset + 3, place.length) for place in super().places(key, value))

    def forget(self) -> None:
        super().forget()
        self.forgotten = True


def _astray(hit: Hit) -> Hit:
    return hit._replace(place=Place(hit.place.offset + 3, hit.place.length))


def test_an_index_that_points_astray_is_not_believed(store: Store, tmp_path: Path) -> None:
    archive = Archive(store, Misleading(tmp_path / "index"), now=lambda: NOW)
    archive.add(from_file())
    assert archive.find("clashes").total == 1
    assert archive.get("EUR 57/002/2012").id == 1


@pytest.mark.parametrize("one_by_one", ["find", "matching"])
def test_what_is_read_one_by_one_says_to_be_asked_again_when_the_index_points_astray(
    store: Store, tmp_path: Path, one_by_one: str
) -> None:
    archive = Archive(store, Misleading(tmp_path / "index"), now=lambda: NOW)
    archive.add(from_file())

    def ask() -> list[object]:
        asked = parse_query("clashes")
        return list(archive.find(asked, limit=None).rows if one_by_one == "find" else archive.matching(asked))

    with pytest.raises(Damaged, match="run this again"):
        ask()
    assert len(ask()) == 1

"""The folder of the index: what it covers, how it is mended, and that it is never in the way."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import tantivy

from advisory_cli.errors import Locked
from advisory_cli.index import TantivyIndex
from advisory_cli.index.folder import clear
from advisory_cli.index.gathered import Gathered
from advisory_cli.model import Advisory, Source
from advisory_cli.ports import Hit, Place, Sort
from advisory_cli.query import parse_query
from tests.fakes import MemoryStore, an_advisory


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".advisories.index"


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(
        an_advisory(),
        an_advisory(reference="EUR 57/003/2012", date="2012-04", title="Torture in Zhanaozen", body="Turkey"),
        an_advisory(
            reference="ASA 17/8490/2018", date=None, title="turkey", body="torture", mentions=("EUR 57/002/2012",)
        ),
    )


def references(index: TantivyIndex, store: MemoryStore, typed: str, sort: Sort = "relevance") -> list[str | None]:
    index.catch_up(store)
    return [store.read(hit.place).reference for hit in index.search(parse_query(typed), sort=sort, limit=None).hits]


def kinds(index: TantivyIndex, store: MemoryStore, typed: str, sort: Sort = "relevance") -> list[str]:
    index.catch_up(store)
    return [hit.matched for hit in index.search(parse_query(typed), sort=sort, limit=None).hits]


def test_before_the_first_catch_up_nothing_is_covered_and_nothing_made(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    assert index.covered(store) == 0
    assert index.places("id", 1) == ()
    assert index.references_near(store, "EUR 57/02/2013") == ("EUR 57/002/2012", "EUR 57/003/2012")
    assert not folder.exists()


def test_an_archive_that_is_not_there_yet_makes_no_folder(folder: Path) -> None:
    index = TantivyIndex(folder)
    assert references(index, MemoryStore(), "") == []
    assert not folder.exists()


def test_the_folder_is_private_and_marked_as_one_to_leave_out(folder: Path, store: MemoryStore) -> None:
    TantivyIndex(folder).catch_up(store)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")


def test_nothing_new_writes_nothing(folder: Path, store: MemoryStore) -> None:
    TantivyIndex(folder).catch_up(store)
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    TantivyIndex(folder).catch_up(store)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_all_revisions_are_found_by_every_key_oldest_first(folder: Path) -> None:
    source = Source(name="a.txt", media_type="text/plain", sha256="ab" * 32, bytes=1)
    store = MemoryStore(an_advisory(source=source), an_advisory(first=1, revision=2), an_advisory(reference=None))
    index = TantivyIndex(folder)
    index.catch_up(store)
    places = [entry.place for entry in store.entries()]
    assert index.covered(store) == store.end()
    assert index.places("reference", "EUR 57/002/2012") == tuple(places[:2])
    assert index.places("first", 1) == tuple(places[:2])
    assert index.places("id", 3) == (places[2],)
    assert index.places("sha256", "ab" * 32) == (places[0],)
    assert index.places("id", 4) == ()


def test_a_covered_part_is_searched_by_key_before_the_rest_is_indexed(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    index.catch_up(store)
    covered = store.end()
    store.add(an_advisory(first=1, revision=2))
    assert index.covered(store) == covered
    assert len(index.places("first", 1)) == 1


def test_a_revision_replaces_what_was_found_of_the_text(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    assert references(index, store, "violent") == ["EUR 57/002/2012"]
    store.add(an_advisory(first=1, revision=2, title="Peaceful", body="calm"))
    assert references(index, store, "violent") == []
    assert references(index, store, "calm") == ["EUR 57/002/2012"]


def test_a_removed_text_is_found_only_when_asked_for_and_by_none_of_its_words(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    index.catch_up(store)
    store.add(an_advisory(first=1, revision=2, status="removed"))
    assert references(index, store, "violent") == []
    assert references(index, store, "EUR 57/002/2012") == ["ASA 17/8490/2018"]
    assert references(index, store, "status:removed") == ["EUR 57/002/2012"]
    assert references(index, store, "status:removed violent") == []
    assert len(index.places("reference", "EUR 57/002/2012")) == 2
    assert index.words_near("violant") == ()


def test_the_document_itself_comes_before_those_that_mention_it(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    assert references(index, store, "eur57/2/2012") == ["EUR 57/002/2012", "ASA 17/8490/2018"]
    assert kinds(index, store, "eur57/2/2012") == ["reference", "mention"]
    assert references(index, store, "ref:eur57/2/2012") == ["EUR 57/002/2012"]


def test_words_as_written_come_before_folded_ones(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    assert references(index, store, "Turkey") == ["EUR 57/003/2012", "ASA 17/8490/2018"]
    assert references(index, store, "turkey") == ["ASA 17/8490/2018", "EUR 57/003/2012"]
    assert references(index, store, "=turkey") == ["ASA 17/8490/2018"]
    assert kinds(index, store, "turkey") == ["exact", "folded"]


def test_how_near_a_hit_is_does_not_depend_on_the_order_asked_for(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    assert references(index, store, "turkey", "date") == ["EUR 57/003/2012", "ASA 17/8490/2018"]
    assert kinds(index, store, "turkey", "date") == ["folded", "exact"]
    assert kinds(index, store, "country:KAZ", "date") == ["filter"] * 3


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("relevance", [2, 1, 3]),
        ("date", [2, 1, 3]),
        ("oldest", [1, 2, 3]),
        ("reference", [1, 2, 3]),
        ("added", [3, 2, 1]),
    ],
)
def test_orders_put_texts_without_a_date_last(folder: Path, store: MemoryStore, sort: Sort, order: list[int]) -> None:
    index = TantivyIndex(folder)
    index.catch_up(store)
    hits = index.search(parse_query(""), sort=sort, limit=None).hits
    assert [store.read(hit.place).id for hit in hits] == order


def test_equal_scores_are_ordered_newest_first_over_page_borders(folder: Path) -> None:
    store = MemoryStore(*(an_advisory(reference=None, date=f"20{number:02}") for number in range(60)))
    index = TantivyIndex(folder)
    index.catch_up(store)
    pages = [index.search(parse_query("violent"), sort="relevance", limit=7, offset=at) for at in range(0, 60, 7)]
    dates = [store.read(hit.place).date for page in pages for hit in page.hits]
    assert dates == [f"20{number:02}" for number in reversed(range(60))]
    assert {page.total for page in pages} == {60}


def test_progress_ends_with_all_bytes_done(folder: Path, store: MemoryStore) -> None:
    told: list[tuple[int, int]] = []
    TantivyIndex(folder).catch_up(store, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (store.end(), store.end())
    assert told == sorted(told)


def put(path: Path, content: bytes) -> None:
    """Another file in its place: one that is cut while it is mapped into memory would end the process."""
    path.unlink()
    path.write_bytes(content)


def delete_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def empty_files(folder: Path) -> None:
    for path in folder.iterdir():
        put(path, b"")


def cut_files(folder: Path) -> None:
    for path in folder.iterdir():
        put(path, path.read_bytes()[: path.stat().st_size // 2])


def garble_terms(folder: Path) -> None:
    for path in folder.glob("*.term"):
        put(path, bytes(path.stat().st_size))


def garble_meta(folder: Path) -> None:
    (folder / "meta.json").write_text("{}")


def lose_segments(folder: Path) -> None:
    for path in (*folder.glob("*.idx"), *folder.glob("*.store")):
        path.unlink()


def put_foreign_index(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=True)
    tantivy.Index(builder.build(), path=str(folder))


def put_folder_in_the_way(folder: Path) -> None:
    shutil.rmtree(folder)
    (folder / "meta.json").mkdir(parents=True)


def put_file_in_the_way(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("not a folder")


DAMAGES = (
    delete_folder, empty_files, cut_files, garble_terms, garble_meta, lose_segments, put_foreign_index,
    put_folder_in_the_way, put_file_in_the_way,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("grown", [False, True])
def test_a_damaged_folder_gives_the_same_answers(
    folder: Path, store: MemoryStore, damage: Callable[[Path], None], *, grown: bool
) -> None:
    TantivyIndex(folder).catch_up(store)
    damage(folder)
    if grown:
        store.add(an_advisory(reference="EUR 57/003/2012", first=2, revision=2))
    index = TantivyIndex(folder)
    assert references(index, store, "torture") == (
        ["ASA 17/8490/2018"] if grown else ["ASA 17/8490/2018", "EUR 57/003/2012"]
    )
    assert references(index, store, "EUR 57/002/2012") == ["EUR 57/002/2012", "ASA 17/8490/2018"]


def test_files_that_are_not_of_an_index_survive_a_rebuild(folder: Path, store: MemoryStore) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    (folder / "meta.json").write_text("{}")
    assert references(TantivyIndex(folder), store, "turkey") == ["ASA 17/8490/2018", "EUR 57/003/2012"]
    assert (folder / "letter.txt").read_text() == "mine"


def test_an_index_of_another_format_is_built_anew(
    folder: Path, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("advisory_cli.index.folder.Watermark.__new__.__defaults__", (0,))
        TantivyIndex(folder).catch_up(store)
    index = TantivyIndex(folder)
    assert index.covered(store) == 0
    assert references(index, store, "turkey") == ["ASA 17/8490/2018", "EUR 57/003/2012"]
    assert index.covered(store) == store.end()


@pytest.mark.parametrize(
    "other", [(), (an_advisory(title="Another archive"), an_advisory(reference=None, body="x" * 9999))]
)
def test_another_archive_in_the_same_place_is_not_answered_from_the_old_index(
    folder: Path, store: MemoryStore, other: tuple[Advisory, ...]
) -> None:
    TantivyIndex(folder).catch_up(store)
    index, replaced = TantivyIndex(folder), MemoryStore(*other)
    assert index.covered(replaced) == 0
    assert references(index, replaced, "") == [advisory.reference for advisory in reversed(other)]


def test_while_another_process_writes_the_rest_is_searched_in_memory(folder: Path, store: MemoryStore) -> None:
    TantivyIndex(folder).catch_up(store)
    covered = store.end()
    calm = an_advisory(reference="EUR 57/003/2012", first=2, revision=2, title="Calm")
    store.add(calm, an_advisory(reference=None, title="torture", body="new"))
    other = tantivy.Index.open(str(folder)).writer(15_000_000, 1)
    index = TantivyIndex(folder)
    assert references(index, store, "torture", "added") == [None, "ASA 17/8490/2018"]
    assert references(index, store, "calm") == ["EUR 57/003/2012"]
    assert index.covered(store) == covered
    assert len(index.places("first", 2)) == 1
    assert index.search(parse_query(""), sort="added", limit=2).total == 4
    del other
    assert references(index, store, "torture", "added") == [None, "ASA 17/8490/2018"]
    assert index.covered(store) == store.end()


def test_what_another_process_took_in_meanwhile_is_not_shown_twice(folder: Path, store: MemoryStore) -> None:
    folder.mkdir()
    index, blocked = TantivyIndex(folder), folder / "meta.json"
    blocked.mkdir()
    assert references(index, store, "turkey") == ["ASA 17/8490/2018", "EUR 57/003/2012"]
    blocked.rmdir()
    TantivyIndex(folder).catch_up(store)
    store.add(an_advisory(reference=None, title="calm"))
    other = tantivy.Index.open(str(folder)).writer(15_000_000, 1)
    assert references(index, store, "turkey") == ["ASA 17/8490/2018", "EUR 57/003/2012"]
    assert references(index, store, "calm") == [None]
    del other


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path, store: MemoryStore) -> None:
    (tmp_path / "file").write_text("")
    index = TantivyIndex(tmp_path / "file" / ".advisories.index")
    assert references(index, store, "turkey") == ["ASA 17/8490/2018", "EUR 57/003/2012"]
    assert index.covered(store) == 0


def test_a_folder_that_cannot_be_written_is_no_error(users_folder: Path, store: MemoryStore) -> None:
    folder = users_folder / ".advisories.index"
    TantivyIndex(folder).catch_up(store)
    store.add(an_advisory(reference=None, title="turkey"))
    folder.chmod(0o500)
    try:
        index = TantivyIndex(folder)
        assert set(references(index, store, "turkey")) == {None, "ASA 17/8490/2018", "EUR 57/003/2012"}
        assert index.covered(store) < store.end()
    finally:
        folder.chmod(0o700)


def test_two_indexes_on_one_folder_follow_each_other(folder: Path, store: MemoryStore) -> None:
    one, two = TantivyIndex(folder), TantivyIndex(folder)
    assert references(one, store, "turkey") == references(two, store, "turkey")
    store.add(an_advisory(first=3, revision=2, title="calm", body=""))
    assert references(two, store, "turkey") == ["EUR 57/003/2012"]
    assert references(one, store, "turkey") == ["EUR 57/003/2012"]


def test_no_text_is_stored(folder: Path) -> None:
    secret = "Nevergonnabeseen " * 50
    TantivyIndex(folder).catch_up(MemoryStore(an_advisory(body=secret)))
    stored = b"".join(path.read_bytes() for path in folder.glob("*.store"))
    assert b"Nevergonna" not in stored


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Zhanaozn", ("Zhanaozen",)),
        ("turky", ("turkey",)),
        ("quixotic", ()),
        ("tuxey", ()),
        ("hanaozen", ("Zhanaozen",)),
        ("violent", ()),
    ],
)
def test_words_near_are_words_of_current_texts(
    folder: Path, store: MemoryStore, typed: str, near: tuple[str, ...]
) -> None:
    index = TantivyIndex(folder)
    index.catch_up(store)
    assert index.words_near(typed) == near


def test_references_near_come_from_index_and_tail(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    index.catch_up(store)
    store.add(an_advisory(reference="EUR 57/005/2012"))
    assert index.references_near(store, "EUR 57/004/2012") == ("EUR 57/002/2012", "EUR 57/003/2012", "EUR 57/005/2012")
    assert index.references_near(store, "AFR 01/001/1999") == ()
    assert index.references(store, "EUR 57/00", limit=2) == ("EUR 57/002/2012", "EUR 57/003/2012")


def test_a_word_longer_than_any_token_is_found_by_its_beginning(folder: Path) -> None:
    store = MemoryStore(an_advisory(body="x" * 70_000 + " end", tags=("t" * 70_000,)))
    index = TantivyIndex(folder)
    assert references(index, store, "x" * 400) == ["EUR 57/002/2012"]
    assert references(index, store, "end") == ["EUR 57/002/2012"]


def test_a_revision_of_a_text_that_is_not_there_is_found(folder: Path) -> None:
    store = MemoryStore(an_advisory(), an_advisory(reference=None, first=99))
    assert references(TantivyIndex(folder), store, "violent") == [None, "EUR 57/002/2012"]


def test_many_small_additions_do_not_pile_up(folder: Path, store: MemoryStore) -> None:
    for number in range(50):
        store.add(an_advisory(reference=None, title=f"number{number}"))
        TantivyIndex(folder).catch_up(store)
    assert tantivy.Index.open(str(folder)).searcher().num_segments <= 9
    assert references(TantivyIndex(folder), store, "number7") == [None]


def test_an_index_that_forgets_leaves_no_word_on_the_disk_and_is_built_anew(folder: Path, store: MemoryStore) -> None:
    index = TantivyIndex(folder)
    assert references(index, store, "zhanaozen")
    index.forget()
    assert not any(b"zhanaozen" in path.read_bytes() for path in folder.iterdir())
    assert index.covered(store) == 0
    assert len(references(index, store, "zhanaozen")) == 2


def test_an_index_that_is_not_there_is_forgotten_without_making_one(folder: Path) -> None:
    TantivyIndex(folder).forget()
    assert not folder.exists()


def test_an_index_being_written_is_not_forgotten_under_its_writer(folder: Path, store: MemoryStore) -> None:
    TantivyIndex(folder).catch_up(store)
    writer = tantivy.Index.open(str(folder)).writer(15_000_000, 1)
    with pytest.raises(Locked):
        clear(folder, patience=0)
    del writer
    assert references(TantivyIndex(folder), store, "zhanaozen")


def test_gathered_hits_are_those_that_were_put_in() -> None:
    hits = [Hit(Place(2**40 + at, at), at / 3, ("exact", "near")[at % 2]) for at in range(5)]
    gathered = Gathered(hits)
    assert list(gathered) == hits
    assert (gathered[-1], gathered[1:4]) == (hits[-1], tuple(hits[1:4]))
    assert list(reversed(gathered)) == hits[::-1]


def test_a_word_that_was_ordinary_is_a_name_again_when_its_text_was_replaced(tmp_path: Path) -> None:
    store = MemoryStore(*(an_advisory(body=body) for body in ("Sadan", "Sedan", "a sedan", "sedans; a sedan")))
    index = TantivyIndex(tmp_path / "index")
    index.catch_up(store)
    asked = parse_query("Sadan")
    assert index.search(asked, sort="relevance", limit=5).total == 1
    store.add(an_advisory(body="none", first=4, revision=2))
    index.catch_up(store)
    assert index.search(asked, sort="relevance", limit=5).total == 3

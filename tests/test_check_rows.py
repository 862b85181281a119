"""What a check asks of the index: texts with a row of words, texts with most of a few."""

from pathlib import Path

import pytest

from advisory_cli.index import TantivyIndex
from advisory_cli.ports import Hits
from tests.fakes import MemoryStore, an_advisory

TEXTS = (
    an_advisory(title="Strike of oil workers", body="Oil workers went on strike.\n\nPolice shot at them."),
    an_advisory(reference="EUR 57/003/2012", body="The workers of Zhanaozen went on strike again and again."),
    an_advisory(reference="EUR 57/004/2012", body="Oil workers went on strike.", status="removed", action="remove"),
)


@pytest.fixture
def held(tmp_path: Path) -> tuple[MemoryStore, TantivyIndex]:
    store = MemoryStore(*TEXTS)
    index = TantivyIndex(tmp_path / ".advisories.index")
    index.catch_up(store)
    return store, index


def named(store: MemoryStore, hits: Hits) -> list[str | None]:
    return [store.read(hit.place).reference for hit in hits.hits]


@pytest.mark.parametrize(
    ("row", "references"),
    [
        ("workers went on strike", ["EUR 57/002/2012"]),
        ("went on strike", ["EUR 57/002/2012", "EUR 57/003/2012"]),
        ("strike Police shot", ["EUR 57/002/2012"]),
        ("Strike of oil workers", ["EUR 57/002/2012"]),
        ("Went on strike", []),
        ("on went strike", []),
        ("Zhanaozen", ["EUR 57/003/2012"]),
        ("\ud800 strike", []),
    ],
)
def test_rows_are_found_as_they_are_written_and_never_in_removed_texts(
    held: tuple[MemoryStore, TantivyIndex], row: str, references: list[str]
) -> None:
    store, index = held
    hits = index.texts_with_row(row.split(" "), limit=5)
    assert (hits.total, named(store, hits)) == (len(references), references)


def test_of_more_texts_than_wanted_the_number_is_told(held: tuple[MemoryStore, TantivyIndex]) -> None:
    store, index = held
    hits = index.texts_with_row(["went", "on", "strike"], limit=1)
    assert (hits.total, named(store, hits)) == (2, ["EUR 57/002/2012"])


def test_texts_with_most_of_the_words_come_first(held: tuple[MemoryStore, TantivyIndex]) -> None:
    store, index = held
    hits = index.texts_with_most(["strike", "again", "Zhanaozen", "nowhere"], limit=5)
    assert named(store, hits)[0] == "EUR 57/003/2012"
    assert named(store, index.texts_with_most(["nowhere"], limit=5)) == []


def test_what_the_folder_does_not_cover_is_found_too(tmp_path: Path) -> None:
    store = MemoryStore(*TEXTS)
    index = TantivyIndex(tmp_path / "a file" / ".advisories.index")
    (tmp_path / "a file").write_text("in the way", "utf-8")
    index.catch_up(store)
    assert named(store, index.texts_with_row(["workers", "of", "Zhanaozen"], limit=5)) == ["EUR 57/003/2012"]

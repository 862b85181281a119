"""Names and words in any spelling, ending and script, as an archive is searched for them."""

from pathlib import Path

import pytest

from advisory_cli.archive import Archive
from advisory_cli.index import TantivyIndex
from advisory_cli.index.part import Part
from advisory_cli.model import Advisory
from advisory_cli.query import parse_query
from tests.fakes import MemoryStore, an_advisory

SEED = an_advisory(body="The oil city of Zhanaozen. After violent clashes in ZHANAQZEN.")
RUSSIAN = an_advisory(reference="EUR 57/010/2012", language="ru", title=None, body="Столкновения в Жанаозене.")
KAZAKH = an_advisory(reference="EUR 57/011/2012", language="kk", title=None, body="Жаңаөзен оқиғасы.")
ARABIC = an_advisory(reference="EUR 57/012/2012", language="ar", title=None, body="أحداث جاناوزن.")


def kinds(folder: Path, typed: str, *texts: Advisory) -> list[tuple[str, str]]:
    """Language and kind of each hit, best first."""
    store, index = MemoryStore(*texts), TantivyIndex(folder / "index")
    index.catch_up(store)
    hits = index.search(parse_query(typed), sort="relevance", limit=None).hits
    return [(store.read(hit.place).language, hit.matched) for hit in hits]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Zhanaozen", {"en": "exact", "ru": "script", "kk": "script", "ar": "script"}),
        ("zhanaozen", {"en": "folded", "ru": "script", "kk": "script", "ar": "script"}),
        ("Zhanaosen", {"en": "near", "ru": "near", "kk": "near", "ar": "near"}),
        ("Janaozen", {"en": "script", "ru": "script", "kk": "script", "ar": "script"}),
        ("ZHANAQZEN", {"en": "exact", "ru": "near", "kk": "near", "ar": "near"}),
        ("Жанаозене", {"en": "script", "ru": "exact", "kk": "script", "ar": "script"}),
        ("Жанаозен", {"en": "script", "ru": "script", "kk": "script", "ar": "script"}),
        ("Жаңаөзен", {"en": "script", "ru": "script", "kk": "exact", "ar": "script"}),
        ("جاناوزن", {"en": "script", "ru": "script", "kk": "script", "ar": "exact"}),
        ("столкновение", {"ru": "stem"}),
        ('"city of Janaozen"', {"en": "script"}),
        ('"violent clash"', {"en": "stem"}),
        ("=Zhanaozen", {"en": "exact"}),
        ("=zhanaozen", {}),
        ("Zhana*", {"en": "exact"}),
        ("жан*", {"ru": "folded"}),
        ("clashes -Janaozen", {"en": "exact"}),
    ],
)
def test_a_name_is_found_in_every_script_and_says_how(tmp_path: Path, typed: str, found: dict[str, str]) -> None:
    hits = kinds(tmp_path, typed, SEED, RUSSIAN, KAZAKH, ARABIC)
    assert dict(hits) == found
    order = ["exact", "folded", "stem", "script", "near"]
    assert [kind for _, kind in hits] == sorted((kind for _, kind in hits), key=order.index)


def test_an_ending_counts_in_texts_of_its_language_alone(tmp_path: Path) -> None:
    english, chinese = an_advisory(body="They were torturing."), an_advisory(language="zh", body="torturing")
    assert kinds(tmp_path, "tortured", english, chinese) == [("en", "stem")]


def test_the_loosest_word_decides_and_a_nearer_alternative_wins(tmp_path: Path) -> None:
    texts = an_advisory(title=None, body="Clash in Zhanaozen"), an_advisory(title=None, body="clashes in Janaozen")
    assert kinds(tmp_path, "clashes Zhanaozen", *texts) == [("en", "stem"), ("en", "script")]
    assert kinds(tmp_path, "clashes OR Zhanaozen", *texts) == [("en", "exact"), ("en", "exact")]


def test_a_command_that_writes_takes_no_text_for_a_name_that_is_only_like_it(tmp_path: Path) -> None:
    archive = Archive(
        MemoryStore(SEED, RUSSIAN, KAZAKH), TantivyIndex(tmp_path / "index"), now=lambda: "2026-01-01T00:00:00Z"
    )
    assert [text.language for text in archive.matching(parse_query("zhanaozen"))] == ["en"]
    assert [text.language for text in archive.matching(parse_query("Zhanaosen~"))] == []
    assert archive.find("Zhanaosen~").total == 3


def test_pages_far_behind_fit_together(tmp_path: Path) -> None:
    forms = ("Zhanaozen", "ZHANAOZEN", "Жанаозен", "Zhanaosen")
    store = MemoryStore(*(an_advisory(title=None, body=forms[at % 4] + " a" * (at % 3)) for at in range(480)))
    index = TantivyIndex(tmp_path / "index")
    index.catch_up(store)
    asked = parse_query("Zhanaozen")
    whole = index.search(asked, sort="relevance", limit=None)
    pages = [index.search(asked, sort="relevance", limit=37, offset=at) for at in range(0, 480, 37)]
    assert tuple(hit for page in pages for hit in page.hits) == whole.hits
    assert {page.total for page in pages} == {480}


def test_a_word_enters_the_vocabulary_once(tmp_path: Path) -> None:
    store, index = MemoryStore(SEED), TantivyIndex(tmp_path / "index")
    for _ in range(3):
        index.catch_up(store)
        store.add(SEED, an_advisory(language="fr", body="Zhanaozen"))
    index.catch_up(store)
    (part,) = index._parts()
    counts = dict(part.searcher.terms_with_prefix("entry", ""))
    assert counts["zhanaozen"] == 1
    assert set(counts.values()) == {1}


def test_what_is_forgotten_leaves_the_vocabulary_too(tmp_path: Path) -> None:
    store, index = MemoryStore(SEED, RUSSIAN), TantivyIndex(tmp_path / "index")
    index.catch_up(store)
    index.forget()
    left = b"".join(file.read_bytes() for file in (tmp_path / "index").iterdir())
    assert not any(word.encode() in left for word in ("zhanaozen", "janaozen", "жанаозен"))


def test_words_of_the_part_that_is_not_covered_yet_are_found_in_any_spelling(tmp_path: Path) -> None:
    store, first = MemoryStore(SEED), TantivyIndex(tmp_path / "index")
    first.catch_up(store)
    store.add(KAZAKH)
    (tmp_path / "index" / ".tantivy-writer.lock").unlink(missing_ok=True)
    (tmp_path / "index" / ".tantivy-writer.lock").mkdir()
    second = TantivyIndex(tmp_path / "index")
    second.catch_up(store)
    assert len([part for part in second._parts() if isinstance(part, Part)]) == 2
    assert second.search(parse_query("Janaozen"), sort="relevance", limit=5).total == 2

"""What belongs to a text: relations and mentions both ways, other languages and revisions, similar texts."""

from pathlib import Path

import pytest

from advisory_cli.archive import Archive
from advisory_cli.index import TantivyIndex
from advisory_cli.model import Accession, Advisory, Relation
from advisory_cli.results import Related
from tests.fakes import MemoryStore, an_advisory

OURS, OTHER, THIRD = "EUR 57/002/2012", "EUR 57/003/2012", "ASA 17/8490/2018"

STORIES = (
    "Oil workers on strike were shot by riot police on the square of Zhanaozen, and nobody investigated the officers.",
    "Villagers were evicted at dawn near the lagoon of Lagos, their houses bulldozed although a court forbade it.",
    "A journalist was sentenced in Minsk for an article about the president, after a trial behind closed doors.",
    "Prisoners at the naval base were force-fed during a hunger strike, doctors and guards strapping them to chairs.",
)


def filled(folder: Path, *texts: Advisory) -> Archive:
    archive = Archive(MemoryStore(), TantivyIndex(folder / "index"), now=lambda: "2026-01-02T03:04:05Z")
    for text in texts:
        archive.add(Accession(text), keep_both=True)
    return archive


def related(archive: Archive, name: str, *, similar: int = 0) -> list[tuple[str, str | None, str | None, bool]]:
    found = archive.related(archive.get(name), similar=similar)
    return [(one.relation, one.direction, one.reference, one.advisory is not None) for one in found]


def test_a_relation_is_told_from_both_ends(tmp_path: Path) -> None:
    archive = filled(
        tmp_path,
        an_advisory(),
        an_advisory(reference=OTHER, relations=(Relation("corrects", OURS),), mentions=(OURS,)),
    )
    assert related(archive, OTHER) == [("corrects", "out", OURS, True)]
    assert related(archive, OURS) == [("corrects", "in", OTHER, True)]


def test_mentions_are_told_from_both_ends_after_relations(tmp_path: Path) -> None:
    archive = filled(
        tmp_path,
        an_advisory(mentions=(OURS, THIRD, THIRD), relations=(Relation("follows", OTHER),)),
        an_advisory(reference=THIRD, mentions=(OURS,)),
        an_advisory(reference=OTHER, relations=(Relation("translates", OURS),)),
    )
    assert related(archive, OURS) == [
        ("follows", "out", OTHER, True),
        ("translates", "in", OTHER, True),
        ("mentions", "out", THIRD, True),
        ("mentions", "in", THIRD, True),
    ]


def test_what_is_named_but_not_held_is_listed_as_such(tmp_path: Path) -> None:
    archive = filled(tmp_path, an_advisory(mentions=(OTHER, "no number"), relations=(Relation("cites", THIRD),)))
    assert related(archive, OURS) == [
        ("cites", "out", THIRD, False),
        ("mentions", "out", OTHER, False),
        ("mentions", "out", "no number", False),
    ]


def test_what_was_removed_is_told_apart_from_what_was_never_there(tmp_path: Path) -> None:
    archive = filled(tmp_path, an_advisory(mentions=(OTHER,)), an_advisory(reference=OTHER, mentions=(OURS,)))
    archive.remove([2])
    assert archive.related(archive.get(OURS)) == (Related("mentions", "out", OTHER, None, removed=True),)


def test_the_text_in_the_same_language_is_the_one_that_is_meant(tmp_path: Path) -> None:
    archive = filled(
        tmp_path,
        an_advisory(language="ru", mentions=(OTHER,)),
        an_advisory(reference=OTHER, language="en"),
        an_advisory(reference=OTHER, language="ru"),
    )
    (one,) = archive.related(archive.get(OURS))
    assert one.advisory is not None
    assert one.advisory.language == "ru"


def test_what_a_text_translates_is_another_text_and_never_itself(tmp_path: Path) -> None:
    of_own_work = (Relation("translates", OURS),)
    archive = filled(tmp_path, an_advisory(language="ru", relations=of_own_work), an_advisory(language="en"))
    (said, _) = archive.related(archive.get(f"{OURS}@ru"))
    assert (said.relation, said.advisory and said.advisory.language) == ("translates", "en")
    archive.remove([2])
    assert archive.related(archive.get(OURS)) == (Related("translates", "out", OURS, None, removed=True),)


def test_the_text_that_a_translation_is_of_may_never_have_been_here(tmp_path: Path) -> None:
    archive = filled(tmp_path, an_advisory(language="ru", relations=(Relation("translates", OURS),)))
    assert archive.related(archive.get(OURS)) == (Related("translates", "out", OURS, None),)


def test_other_languages_same_numbers_and_earlier_revisions_belong_to_it(tmp_path: Path) -> None:
    archive = filled(tmp_path, an_advisory(), an_advisory(language="ru"), an_advisory(title="Another"))
    archive.add(Accession(an_advisory(language="ru", title="Corrected")), revise=True)
    assert related(archive, f"{OURS}@ru") == [
        ("language", None, OURS, True),
        ("language", None, OURS, True),
        ("revision", None, OURS, True),
    ]
    assert related(archive, "#1") == [("language", None, OURS, True), ("same number", None, OURS, True)]


def test_similar_texts_share_telling_words_and_say_which(tmp_path: Path) -> None:
    stories = [an_advisory(reference=None, title=None, body=story) for story in STORIES for _ in range(3)]
    alike = an_advisory(reference=OTHER, title=None, body=f"Years later nobody was punished. {STORIES[0]}")
    archive = filled(tmp_path, an_advisory(body=STORIES[0]), alike, *stories[3:])
    (one,) = archive.related(archive.get(OURS))
    assert (one.relation, one.reference) == ("similar", OTHER)
    assert {"zhanaozen", "police"} <= set(one.shared)


@pytest.mark.parametrize(
    "other",
    [
        {"reference": OTHER, "language": "ru"},
        {"reference": OTHER, "body": "Nothing of that stands here.", "title": None},
        {"reference": OTHER, "status": "removed"},
    ],
)
def test_texts_in_another_language_of_other_words_or_removed_are_not_similar(
    tmp_path: Path, other: dict[str, object]
) -> None:
    archive = filled(tmp_path, an_advisory(body=STORIES[0]), an_advisory(**{"body": STORIES[0]} | other))
    assert archive.related(archive.get(OURS)) == ()


def test_what_is_related_already_is_not_named_again_as_similar(tmp_path: Path) -> None:
    texts = [an_advisory(reference=None, title=None, body=story) for story in STORIES]
    follows = an_advisory(reference=OTHER, body=STORIES[0], relations=(Relation("follows", OURS),))
    archive = filled(tmp_path, an_advisory(body=STORIES[0]), follows, *texts[1:])
    assert related(archive, OURS, similar=5) == [("follows", "in", OTHER, True)]


@pytest.mark.parametrize("body", ["", "\ud800" * 10, "a" * 100_000, "word " * 50_000, "人" * 50_000])
def test_no_text_is_too_odd_to_have_similar_ones(tmp_path: Path, body: str) -> None:
    archive = filled(tmp_path, an_advisory(body=body, title=body[:50]), an_advisory(reference=OTHER, body=body))
    assert isinstance(archive.related(archive.get(OURS)), tuple)


def test_a_text_without_a_number_has_similar_ones(tmp_path: Path) -> None:
    texts = [
        an_advisory(reference=None, title=None, body=story, date=None) for story in (*STORIES, STORIES[0] + " Yes")
    ]
    archive = filled(tmp_path, *texts)
    assert [one.advisory.first for one in archive.related(archive.get("#1")) if one.advisory] == [5]

"""What a new revision and a translation take over from what is there."""

from dataclasses import replace
from pathlib import Path

import pytest

from advisory_cli.actions.standing import reinstating, withdrawing
from advisory_cli.actions.succession import carried_over, translating
from advisory_cli.archive import Archive
from advisory_cli.index import TantivyIndex
from advisory_cli.model import Advisory, Relation
from tests.fakes import MemoryStore, an_advisory, from_file

OWN = "EUR 57/002/2012"
TRANSLATES = (Relation("translates", OWN),)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty archive."""
    return Archive(MemoryStore(), TantivyIndex(tmp_path / "index"), now=lambda: "2026-01-02T03:04:05Z")


def test_what_the_archivist_said_outlives_a_corrected_copy() -> None:
    last = an_advisory(tags=("a", "b"), note="seen", relations=(Relation("follows", "EUR 57/001/2012"),))
    new = carried_over(an_advisory(body="New", relations=(Relation("cites", "EUR 57/003/2012"),)), last)
    assert (new.body, new.tags, new.note) == ("New", ("a", "b"), "seen")
    assert [relation.type for relation in new.relations] == ["follows", "cites"]


@pytest.mark.parametrize(
    ("held", "comes", "expected"),
    [
        (("withdrawn", "why"), ("current", None), ("withdrawn", "why")),
        (("current", "by mistake"), ("current", None), ("current", "by mistake")),
        (("current", None), ("withdrawn", "new"), ("withdrawn", "new")),
    ],
)
def test_a_text_stands_as_it_stood_unless_it_says_otherwise(
    held: tuple[str, str | None], comes: tuple[str, str | None], expected: tuple[str, str | None]
) -> None:
    def one(standing: tuple[str, str | None]) -> Advisory:
        return replace(an_advisory(), status=standing[0], reason=standing[1])  # type: ignore[arg-type]

    new = carried_over(one(comes), one(held))
    assert (new.status, new.reason) == expected


@pytest.mark.parametrize(
    ("new", "work", "expected"),
    [
        ({"language": "ru"}, ["en"], TRANSLATES),
        ({"language": "ru"}, ["ru"], ()),
        ({"language": "en"}, ["ru"], ()),
        ({"language": "ru"}, [], ()),
        ({"language": "ru"}, ["und"], ()),
        ({"language": "und"}, ["en"], ()),
        ({"language": "es", "body": "Idioma original: español"}, ["en"], ()),
        ({"language": "en", "body": "ORIGINAL LANGUAGE: ENGLISH"}, ["es"], ()),
        ({"language": "fr", "body": "Original language: English"}, ["en"], TRANSLATES),
        ({"language": "fr", "body": "Original: ENGLİSH"}, ["en"], TRANSLATES),
        ({"language": "ru", "relations": TRANSLATES}, ["en"], TRANSLATES),
        ({"language": "ru", "reference": None}, ["en"], ()),
    ],
)
def test_a_later_language_is_a_translation_unless_it_says_that_it_is_the_original(
    new: dict[str, object], work: list[str], expected: tuple[Relation, ...]
) -> None:
    held = [an_advisory(language=language) for language in work]
    assert translating(an_advisory(**new), held).relations == expected


def test_an_english_text_is_a_translation_only_of_one_that_says_that_it_is_the_original() -> None:
    held = an_advisory(language="es", body="Idioma original: español")
    assert translating(an_advisory(language="en"), [held]).relations == TRANSLATES


def test_the_relation_is_set_when_a_translation_is_added(archive: Archive) -> None:
    group = [from_file(language, language=language) for language in ("en", "ru", "fr")]
    added = [archive.add(one).advisory for one in group]
    assert [one.relations for one in added] == [(), TRANSLATES, TRANSLATES]
    assert archive.add(group[1]).action == "unchanged"
    assert archive.add(group[1], revise=True).action == "unchanged"


@pytest.mark.parametrize("dry_run", [True, False])
def test_translations_that_come_together_know_of_each_other(archive: Archive, *, dry_run: bool) -> None:
    group = [from_file(language, language=language) for language in ("en", "ru", "fr")]
    outcomes = archive.add_many([*group, from_file("no number", reference=None)], dry_run=dry_run)
    assert [outcome.advisory.relations for outcome in outcomes] == [(), TRANSLATES, TRANSLATES, ()]  # type: ignore[union-attr]


def test_another_copy_with_the_same_wording_is_no_correction(archive: Archive) -> None:
    archive.add(from_file("one"))
    edited = archive.add(from_file("two", tags=("strike",)), revise=True)
    assert (edited.action, edited.advisory.action, edited.advisory.was_corrected) == ("revised", "edit", False)
    corrected = archive.add(from_file("three", body="Corrected."), revise=True).advisory
    assert (corrected.action, corrected.was_corrected, corrected.revision) == ("revise", True, 3)


def test_a_revised_text_stays_withdrawn_until_it_is_reinstated(archive: Archive) -> None:
    first = archive.add(from_file("one")).advisory.first or 0
    archive.change([first], withdrawing("why"))
    assert archive.add(from_file("one"), revise=True).action == "unchanged"
    revised = archive.add(from_file("two", body="Corrected."), revise=True).advisory
    assert (revised.action, revised.status, revised.reason) == ("revise", "withdrawn", "why")
    archive.change([first], reinstating("corrected"))
    assert archive.get(f"#{first}").status == "current"

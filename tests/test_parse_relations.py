"""What words before the number of another document say of it."""

import pytest

from advisory_cli.parse import parse_advisory
from advisory_cli.parse.relations import relations_of
from advisory_cli.reference import find_references


def relations(text: str) -> list[tuple[str, str]]:
    return [(relation.type, relation.reference) for relation in relations_of(text, find_references(text), None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Correction to EUR 03/006/2010", "corrects"),
        ("This statement corrects figures in AI Index: EUR 03/006/2010", "corrects"),
        ("Corrección de EUR 03/006/2010", "corrects"),
        ("This document replaces EUR 03/006/2010", "supersedes"),
        ("It supersedes Index: EUR 03/006/2010", "supersedes"),
        ("Ce document annule et remplace le document EUR 03/006/2010", "supersedes"),
        ("Este documento sustituye a EUR 03/006/2010", "supersedes"),
        ("Dieses Dokument ersetzt EUR 03/006/2010", "supersedes"),
        ("Questo documento sostituisce EUR 03/006/2010", "supersedes"),
        ("Взамен EUR 03/006/2010", "supersedes"),
        ("Further information on UA 12/10 (EUR 03/006/2010, 8 June 2010)", "follows"),
        ("Update on UA 12/10 (Index: EUR 03/006/2010)", "follows"),
        ("This updates EUR 03/006/2010", "follows"),
        ("Informations complémentaires sur l'AU 12/10 (EUR 03/006/2010)", "follows"),
        ("Más información sobre AU 12/10 (EUR 03/006/2010)", "follows"),
        ("Weitere Informationen zu UA-012/2010 (EUR 03/006/2010)", "follows"),
        ("Aggiornamento di UA 12/10 (EUR 03/006/2010)", "follows"),
        ("Дополнительная информация по UA 12/10 (EUR 03/006/2010)", "follows"),
        ("معلومات إضافية بشأن EUR 03/006/2010", "follows"),
        ("See also EUR 03/006/2010", "related"),
        ("voir aussi EUR 03/006/2010", "related"),
        ("For details see Title of a Report (AI Index: EUR 03/006/2010)", "cites"),
        ("(véase EUR 03/006/2010)", "cites"),
    ],
)
def test_words_before_a_number_name_the_relation(text: str, kind: str) -> None:
    assert relations(text) == [(kind, "EUR 03/006/2010")]


@pytest.mark.parametrize(
    "text",
    [
        "The government said so in a letter (EUR 03/006/2010).",
        "The families were seen. EUR 03/006/2010",
        "A correction was asked for. The report (EUR 03/006/2010) names them.",
        "Nothing to see\n\nEUR 03/006/2010",
        "x " * 2_000 + "the new law replaces that of May (EUR 03/006/2010)",
    ],
)
def test_other_words_name_none(text: str) -> None:
    assert relations(text) == []


def test_a_document_has_no_relation_to_itself() -> None:
    text = "AI Index: EUR 03/006/2010\n\nA title of this text\n\nUpdate of EUR 03/006/2010.\n"
    assert parse_advisory(text).advisory.relations == ()

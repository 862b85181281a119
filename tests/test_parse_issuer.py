"""Who issued a document: whom its header, a notice, its imprint or its title names; never those of the story."""

import pytest

from advisory_cli.parse import parse_advisory

STORY = "The families had waited for years. Nobody had spoken to them before that day in court."


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        (
            f"AMNESTY INTERNATIONAL EFAI\n\nIndex AI : AFR 62/013/01\n\nUn titre du texte\n\n{STORY}",
            "AMNESTY INTERNATIONAL",
        ),
        (
            f"Amnesty International Italia\n\n30 aprile 2014\n\nTitolo del testo\n\n{STORY}",
            "Amnesty International Italia",
        ),
        (
            f"Amnesty International International Secretariat\n\n1 Easton Street\n\nIndex: MDE 15/029/2012\n\n{STORY}",
            "Amnesty International International Secretariat",
        ),
        (
            "Summit\n\nNews Release Issued by the International Secretariat of Amnesty International\n\nText\n",
            "Amnesty International",
        ),
        (f"A title for this text\n\n{STORY}\n\n© Amnesty International 2016\n", "Amnesty International"),
        (f"A title for this text\n\n{STORY}\n\nPublished in May 1975 by Human Rights Watch\n", "Human Rights Watch"),
        (f"A title for this text\n\n{STORY}\n\nPublié par Amnesty International, Paris\n", "Amnesty International"),
        (f"A title for this text\n\n{STORY}\n\nAmnesty International, 1 Easton St., London", "Amnesty International"),
        ("AMNESTY INTERNATIONAL is a worldwide movement of people.\n\nPreface\n\n" + STORY, "AMNESTY INTERNATIONAL"),
        (
            f"Caso: dichiarazione di Amnesty International Italia\n\n30 aprile 2014\n\n{STORY}",
            "Amnesty International Italia",
        ),
        (f"Amnesty International Publications\nURGENT ACTION\n\n{STORY}", "Amnesty International Publications"),
        (f"تقرير منظمة العفو الدولية لعام  2013\n\nبيان صحفي\n\n{STORY}", "منظمة العفو الدولية"),
        (
            f"アムネスティ・インターナショナル 日本\n\nプレスリリース\n\n{STORY}",
            "アムネスティ・インターナショナル 日本",
        ),
    ],
)
def test_the_issuer_is_named_as_printed(text: str, organisation: str) -> None:
    assert parse_advisory(text).advisory.organisation == organisation


@pytest.mark.parametrize(
    "sentence",
    [
        "Amnesty International is concerned for the safety of the director of this centre.",
        "“They should be released,” Amnesty International said.",
        "The report was welcomed by Amnesty International in its letter of last week.",
        "Según Amnistía Internacional, las amenazas continúan en la zona.",
    ],
)
def test_prose_about_an_organisation_names_no_issuer(sentence: str) -> None:
    text = (
        f"EXTERNAL AI Index: AMR 51/24/92\nEXTRA 19/92 Death Penalty 27 February 1992\nUSA: Edward Ellis\n{sentence}\n"
    )
    advisory = parse_advisory(f"{text}{STORY}\n").advisory
    assert (advisory.organisation, advisory.confidence["organisation"]) == (None, "missing")


def test_a_country_that_opens_the_title_is_no_section() -> None:
    text = f"AMNESTY INTERNATIONAL CHILE: A TESTIMONY OF SUFFERING\n\nAI Index: AMR 22/08/91\n\n{STORY}"
    assert parse_advisory(text).advisory.organisation == "AMNESTY INTERNATIONAL"


@pytest.mark.parametrize(
    "above", ["", "From: press@example.org\n", "Home | News | Media | Press | Contact\n"], ids=["first", "mail", "menu"]
)
def test_the_line_over_the_kind_names_whoever_issued_it(above: str) -> None:
    text = f"{above}Committee for Justice\nPress release\n3 May 2001\n\nAngola: no answer\n\n{STORY}"
    read = parse_advisory(text)
    assert (read.advisory.organisation, read.advisory.confidence["organisation"]) == (
        "Committee for Justice",
        "guessed",
    )
    start, end = read.found["organisation"]
    assert text[start:end] == "Committee for Justice"


@pytest.mark.parametrize(
    "header",
    [
        "Costa Rica\nPress release",
        "Justice\nPress release",
        "One two three four five six seven eight nine\nPress release",
        "Committee for Justice 3 May 2001\nPress release",
        "Committee for Justice\nSection office\nPress release",
        "Committee for Justice\nPress release on Angola",
        "Press release",
    ],
)
def test_a_country_a_word_a_sentence_or_a_line_further_up_names_nobody(header: str) -> None:
    assert parse_advisory(f"{header}\n\nAngola: no answer\n\n{STORY}").advisory.organisation is None


@pytest.mark.parametrize(("sentences", "named"), [(10, True), (100, True), (300, False)])
def test_a_notice_stands_near_the_beginning_or_at_the_foot(sentences: int, *, named: bool) -> None:
    notice = "Published by Human Rights Watch"
    text = f"Angola: no answer\n\n{STORY * sentences}\n\n{notice}\n\n{STORY * 50}"
    read = parse_advisory(text)
    assert read.advisory.organisation == ("Human Rights Watch" if named else None)
    assert parse_advisory(f"Angola: no answer\n\n{STORY * 300}\n\n{notice}").advisory.organisation is not None


def test_a_notice_whose_words_stand_far_apart_is_none() -> None:
    text = f"Angola: no answer\n\n{STORY}\n\nPublished by the court. {STORY}\n\nHuman Rights Watch was there."
    assert parse_advisory(text).advisory.organisation is None

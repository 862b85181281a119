"""Titles and countries: what belongs to the headline, what stands above it, and which countries a document names."""

import pytest

from advisory_cli.parse import parse_advisory

STORY = (
    "The families have waited for years, and the court should hear them before the end of the year. They ask for it."
)
HEADER = "AMNESTY INTERNATIONAL\nPUBLIC STATEMENT\nIndex: AFR 62/6414/2017\n7 June 2017\n"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("République démocratique du Congo. Il faut libérer", "République démocratique du Congo. Il faut libérer"),
        ("Türkei\nDROHENDE ABSCHIEBUNG\nHerr Max Mustermann", "DROHENDE ABSCHIEBUNG"),
        ("FREIGELASSEN GEGEN KAUTION\nTÜRKEI\n", "FREIGELASSEN GEGEN KAUTION"),
        ("RWANDA\n\nCrying out for justice\n", "Crying out for justice"),
        ("MALI:  A title in two spaces\n", "MALI: A title in two spaces"),
        (
            "Malaysia: Anwar's arrest and the use of the Internal\nSecurity Act",
            "Malaysia: Anwar's arrest and the use of the Internal Security Act",
        ),
        ("Flogging of Raif Badawi in Saudi Arabia is cruel", "Flogging of Raif Badawi in Saudi Arabia is cruel"),
    ],
)
def test_the_headline_alone_is_the_title(above: str, title: str) -> None:
    assert parse_advisory(f"{HEADER}{above}\n{STORY}\n").advisory.title == title


def test_a_title_above_the_header_may_touch_it() -> None:
    text = f"Iran New government fails to address abuses\nAI Index: MDE 13/010/200616 February 2006\n{STORY}"
    advisory = parse_advisory(text).advisory
    assert (advisory.title, advisory.countries) == ("Iran New government fails to address abuses", ("IRN",))


def test_an_imprint_is_no_title() -> None:
    text = "THINK BEFORE YOU POST\n\nAmnesty International Publications\nFirst published in 2014 by\nsomebody\n"
    assert parse_advisory(text).advisory.title == "THINK BEFORE YOU POST"


@pytest.mark.parametrize(
    ("text", "countries", "confidence"),
    [
        ("Refused access to East Timor for the anniversary\n\n", ("TLS",), "guessed"),
        ("A summit of Zaire, Rwanda and Burundi on the camps\n\n", ("ZAR", "RWA", "BDI"), "guessed"),
        ("Africa and Mali: A title for the text\n\n", (), "missing"),
        ("Document - Nigeria: Amnesty Int. Statement\n\nOpinion piece by the Secretary General\n\n", ("NGA",), "found"),
        (
            "Press Releases\n\n11 January 2010\n\nStates must act now\n\nRegion Americas\nCountry USA\n",
            ("USA",),
            "found",
        ),
        ("1 May 2010\n\nStates must act now\n\n2 May 2010\n\nAnother title\n\nCountry USA\n", (), "missing"),
        ("A title for the text\n\nCategories: Americas, Chile\n\n", ("CHL",), "found"),
        ("A title for the text\n\nIndex: ASA 17/8490/2018\n\n", ("CHN",), "guessed"),
    ],
)
def test_countries_and_how_sure_they_are(text: str, countries: tuple[str, ...], confidence: str) -> None:
    advisory = parse_advisory(text + STORY).advisory
    assert (advisory.countries, advisory.confidence["countries"]) == (countries, confidence)


@pytest.mark.parametrize(
    ("index", "title", "countries"),
    [
        ("AMR 51/055/2009", "Jordan Smith's family calls for justice", ("USA",)),
        ("AMR 51/055/2009", "Georgia executes man despite doubts", ("USA",)),
        ("AMR 51/055/2009", "GEORGIA WOMAN FACES EXECUTION", ("USA",)),
        ("AMR 51/055/2009", "Execution of Chad Miller is set for May", ("USA",)),
        ("AFR 20/001/2009", "Execution in Chad is set for May", ("TCD",)),
        ("MDE 16/005/2009", "Jordan King must stop executions", ("JOR",)),
        ("EUR 56/055/2009", "GEORGIA: WOMAN FACES TRIAL", ("GEO",)),
        ("ACT 50/001/2009", "Israel Gutierrez must be freed", ()),
        ("ACT 50/001/2009", "Israel must free Gutierrez", ("ISR",)),
    ],
)
def test_the_name_of_a_person_is_no_country(index: str, title: str, countries: tuple[str, ...]) -> None:
    text = f"PUBLIC STATEMENT\nIndex: {index}\n3 April 2009\n\n{title}\n\n{STORY}"
    assert parse_advisory(text).advisory.countries == countries


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        (f"News Service 195/96\n\nOpinion piece by the Secretary General\n\n{STORY}", "Opinion piece", "opinion"),
        (f"Index AI : AFR 62/013/01\nDOCUMENT PUBLIC\n\nUn titre du texte\n\n{STORY}", "DOCUMENT PUBLIC", "report"),
        (f"Un caso: dichiarazione\n\n{STORY}\n\nFINE DEL COMUNICATO\n", "COMUNICATO", "press_release"),
        (
            f"BELARUS: CONCERNS PERSIST\nSUBMISSION FOR THE UN UNIVERSAL\nREVIEW, 36TH SESSION\n\n{STORY}",
            "SUBMISSION FOR THE UN UNIVERSAL REVIEW",
            "briefing",
        ),
    ],
)
def test_the_kind_is_kept_as_printed(text: str, printed: str, kind: str) -> None:
    advisory = parse_advisory(text).advisory
    assert (advisory.printed_kind, advisory.kind) == (printed, kind)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            f"A TITLE FOR ALL\n\n© X 2021\nFirst published in 2021\n\nIndex: AMR 51/3474/2021\nJanuary 2021\n\n{STORY}",
            "2021-01",
        ),
        (f"Media advisories\n\nMarch 4, 2014, Events in Ottawa\n\n{STORY}", "2014-03-04"),
        (f"A title for the text\n\nThey were arrested on\nMarch 4, 2014, and held. {STORY}", None),
    ],
)
def test_the_date_of_a_document(text: str, date: str | None) -> None:
    assert parse_advisory(text).advisory.date == date


def test_a_story_behind_an_embargo_on_one_line_is_kept() -> None:
    embargo = "EMBARGOED FOR RELEASE 0001 HRS GMT 27 NOVEMBER 1996"
    text = f"News Service 225/96 AI INDEX: ASA 21/79/96 {embargo} INDONESIA: CRACKDOWN CONTINUES AGAIN {STORY}"
    advisory = parse_advisory(text).advisory
    assert (advisory.printed_embargo, advisory.body) == (embargo, STORY)
    assert (advisory.title, advisory.embargo) == ("INDONESIA: CRACKDOWN CONTINUES AGAIN", "1996-11-27T00:01:00+00:00")


def test_words_about_an_organisation_on_one_line_are_of_the_story() -> None:
    text = f"PUBLIC AI Index: ASA 17/25/98 UA 210/98 Torture 24 July 1998 CHINA N E Amnesty International says. {STORY}"
    assert "N E Amnesty International says. The families" in parse_advisory(text).advisory.body


def test_double_spacing_is_taken_out_of_header_and_body() -> None:
    lines = [
        "AI INDEX: ASA 28/27/98",
        "29 September 1998",
        "",
        "Malaysia: The arrest and the use of the",
        "Security Act",
        "",
    ]
    lines += [
        "The former minister should be released, and so should his",
        "followers, who are held with him in",
        "one of the prisons at the edge of",
        "the city.",
    ]
    advisory = parse_advisory("\n\n".join([*lines, "", "They wait."])).advisory
    assert advisory.title == "Malaysia: The arrest and the use of the Security Act"
    assert advisory.body.split("\n\n")[0].endswith("held with him in one of the prisons at the edge of the city.")


def test_a_subject_of_one_or_two_words_is_no_title() -> None:
    text = f"From: sender@example.org\nSubject: Re: your mail\n\n{STORY}\n"
    assert parse_advisory(text).advisory.title is None


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("Ann Example, Director of Amnesty International’s Office", "press_release"),
        ("Ann Example, who sells shoes", "other"),
    ],
)
def test_a_text_in_which_the_organisation_speaks_is_a_release(speaker: str, kind: str) -> None:
    text = f"Leaders must act now\n\n“They must release all prisoners, including our colleagues,” said {speaker}.\n"
    assert parse_advisory(text).advisory.kind == kind

"""Quotations and their speakers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.model import Quote
from advisory_cli.parse import parse_advisory
from advisory_cli.parse.quotes import find_quotes

SEED = (Path(__file__).parent / "fixtures" / "EUR-57-002-2012.txt").read_text(encoding="utf-8")
LINE = tuple[str, str | None, str | None, str]


def lines(body: str, language: str = "en") -> list[LINE]:
    return [(quote.text, quote.speaker, quote.role, quote.attribution) for quote in find_quotes(body, language)]


def test_the_second_quotation_of_the_sample_inherits_speaker_and_role() -> None:
    first, second = find_quotes(SEED, "en")
    assert first.text.startswith("Despite official declarations they are committed")
    assert first.text.endswith("for human rights violations,")
    assert (first.speaker, first.role) == ("John Dalhuisen", "Europe and Central Asia Programme Director")
    assert first.attribution == "stated"
    assert second.text.startswith("The investigations must be conducted")
    assert second.text.endswith("prevent similar events in future.")
    assert (second.speaker, second.role) == (first.speaker, first.role)
    assert second.attribution == "inherited"


@pytest.mark.parametrize(
    ("language", "body", "text", "speaker", "role"),
    [
        (
            "en",
            '"The law must change," said Ann Lee, Director for Asia.',
            "The law must change,",
            "Ann Lee",
            "Director for Asia",
        ),
        (
            "en",
            '"The law must change," said Ann Lee of the centre, who was there.',
            "The law must change,",
            "Ann Lee",
            None,
        ),
        (
            "en",
            '"The law must change," Ann Lee, a lawyer, said on Monday.',
            "The law must change,",
            "Ann Lee",
            "a lawyer",
        ),
        (
            "en",
            'Ann Lee, Director at Amnesty International, said: "It must."',
            "It must.",
            "Ann Lee",
            "Director at Amnesty International",
        ),
        ("en", "In a statement, Ann Lee said: “It must.”", "It must.", "Ann Lee", None),
        ("en", '"It must," Amnesty International said today.', "It must,", "Amnesty International", None),
        (
            "en",
            '"It must," said Amnesty International’s Director Ann Lee.',
            "It must,",
            "Ann Lee",
            "Amnesty International’s Director",
        ),
        (
            "en",
            'The organization’s Secretary General, Ann Lee, said: "It must."',
            "It must.",
            "Ann Lee",
            "The organization’s Secretary General",
        ),
        ("en", '"It must," said the Secretary General.', "It must,", "the Secretary General", None),
        ("en", '"It must," said Dr. Ann Lee. The end.', "It must,", "Dr. Ann Lee", None),
        ("en", "''It must,'' the organization said.", "It must,", "the organization", None),
        (
            "en",
            "‘We’re shocked at the workers’ plight,’ said Ann Lee.",
            "We’re shocked at the workers’ plight,",
            "Ann Lee",
            None,
        ),
        ("en", '"He called them "enemies" twice," said Ann Lee.', 'He called them "enemies" twice,', "Ann Lee", None),
        (
            "fr",
            "« Il le faut », a déclaré Anne Lé, secrétaire générale.",
            "Il le faut",
            "Anne Lé",
            "secrétaire générale",
        ),
        ("de", "„Es muss“, sagte Anna Ley, Generalsekretärin.", "Es muss", "Anna Ley", "Generalsekretärin"),
        ("de", "»Es muss«, so Anna Ley.", "Es muss", "Anna Ley", None),
        (
            "es",
            "“Debe cambiar”, declaró Ana Ley, directora para las Américas.",
            "Debe cambiar",
            "Ana Ley",
            "directora para las Américas",
        ),
        (
            "es",
            'Según declaró hoy Amnistía Internacional: "Debe cambiar".',
            "Debe cambiar",
            "Amnistía Internacional",
            None,
        ),
        ("it", "«Deve cambiare» – ha dichiarato Anna Lei, portavoce.", "Deve cambiare", "Anna Lei", "portavoce"),
        ("pt", "“A lei deve mudar”, afirmou Ana Lei, diretora.", "A lei deve mudar", "Ana Lei", "diretora"),
        ("ru", "«Закон надо менять», – сказал Иван Петров, директор.", "Закон надо менять", "Иван Петров", "директор"),
        ("uk", "«Закон слід змінити», — заявила Оксана Коваль.", "Закон слід змінити", "Оксана Коваль", None),
        ("pl", "„Prawo musi się zmienić” – powiedziała Anna Nowak.", "Prawo musi się zmienić", "Anna Nowak", None),
        ("nl", '"De wet moet weg", zegt Anna Lee, directeur.', "De wet moet weg", "Anna Lee", "directeur"),
        ("tr", '"Yasa değişmeli," dedi Ayşe Kaya.', "Yasa değişmeli,", "Ayşe Kaya", None),
        ("tr", 'Ayşe Kaya, "Yasa değişmeli" dedi.', "Yasa değişmeli", "Ayşe Kaya", None),
        ("ar", 'وقال فيليب لوثر، مدير البرنامج: "يجب ذلك".', "يجب ذلك", "فيليب لوثر", "مدير البرنامج"),
        ("ar", 'وقالت منظمة العفو الدولية إن "القانون سيئ".', "القانون سيئ", "منظمة العفو الدولية", None),
        ("zh", "罗助华说：“法律必须修改。”", "法律必须修改。", "罗助华", None),
        ("ja", "田中太郎は「法律を改正すべきだ」と述べた。", "法律を改正すべきだ", "田中太郎", None),
        ("und", "«Надо», – сказал Иван Петров.", "Надо", "Иван Петров", None),
    ],
)
def test_the_speaker_is_the_one_the_paragraph_names(
    language: str, body: str, text: str, speaker: str, role: str | None
) -> None:
    assert lines(body, language) == [(text, speaker, role, "stated")]


@pytest.mark.parametrize(
    ("language", "body", "speaker"),
    [
        ("en", "“They shot,” one witness told Amnesty International.", "one witness"),
        ("en", 'Asked about it, the minister said "no comment".', "the minister"),
        ("de", '"Das ist falsch", erklärte die Organisation am Montag.', "die Organisation"),
        ("ar", 'وأضاف فيليب لوثر قائلاً: "يجب ذلك".', "فيليب لوثر"),
    ],
)
def test_a_speaker_may_be_named_by_description_only(language: str, body: str, speaker: str) -> None:
    assert [line[1:] for line in lines(body, language)] == [(speaker, None, "stated")]


def test_both_parts_of_a_split_quotation_have_its_speaker() -> None:
    assert lines('"It must," said Ann Lee. "And it will."') == [
        ("It must,", "Ann Lee", None, "stated"),
        ("And it will.", "Ann Lee", None, "stated"),
    ]


def test_an_answer_is_not_put_into_the_mouth_of_the_speaker_before() -> None:
    assert [line[1] for line in lines('"We must all act now," said Ann Lee. The minister replied: "No."')] == [
        "Ann Lee",
        "The minister",
    ]


def test_a_sentence_that_begins_after_a_quotation_does_not_name_its_speaker() -> None:
    assert lines('"We have heard nothing at all." The minister said he knew.')[0][1] is None


def test_a_pronoun_stands_for_the_person_before_as_inherited() -> None:
    assert lines('"It must," said Ann Lee.\n\n"It will," she added.')[1] == ("It will,", "Ann Lee", None, "inherited")


def test_a_pronoun_does_not_stand_for_an_organisation() -> None:
    assert lines('"It must," said Amnesty International.\n\n"It will," he added.')[1] == (
        "It will,",
        None,
        None,
        "unknown",
    )


def test_a_quotation_over_paragraphs_has_the_speaker_named_at_its_end() -> None:
    assert lines("“It begins.\n\n“It goes on.\n\n“It ends,” said Ann Lee, judge.") == [
        ("It begins.", "Ann Lee", "judge", "stated"),
        ("It goes on.", "Ann Lee", "judge", "stated"),
        ("It ends,", "Ann Lee", "judge", "stated"),
    ]


def test_a_quotation_over_paragraphs_has_the_speaker_named_at_its_beginning() -> None:
    assert [line[1:] for line in lines("“So,” said Ann Lee. “It begins.\n\n“It ends.”")] == [
        ("Ann Lee", None, "stated")
    ] * 3


def test_a_paragraph_of_quotation_after_other_words_inherits_nobody() -> None:
    body = '"It must," said Ann Lee. The minister was silent.\n\n"These words are somebody else\'s."'
    assert lines(body)[1] == ("These words are somebody else's.", None, None, "unknown")


def test_an_announcement_in_the_paragraph_before_names_the_speaker() -> None:
    assert lines('Ann Lee said:\n\n"It must."') == [("It must.", "Ann Lee", None, "stated")]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_pull_quote_has_the_speaker_of_its_source_line(between: str) -> None:
    body = f"“These are five words, surely.”{between}Source:{between}Ann Lee, Director"
    assert lines(body) == [("These are five words, surely.", "Ann Lee", "Director", "stated")]


def test_a_quotation_whose_opening_mark_was_lost_begins_with_its_paragraph() -> None:
    body = "Il caso è chiaro‘ – ha dichiarato il presidente. ‘La risposta è una legge‘."
    assert lines(body, "it") == [
        ("Il caso è chiaro", "il presidente", None, "stated"),
        ("La risposta è una legge", "il presidente", None, "stated"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        'families of the "disappeared" met',
        'the so-called "enemies of the people".',
        'the report "Human Rights in Crisis: Another Year Lost" came out',
        'a paper entitled "what we know of the years since then" came out',
        "the workers’ rights and the judges’ ruling in Kazakhstan’s courts",
        "rock 'n' roll and the '90s",
        'one stray " mark in a long sentence of many words',
        "no marks",
        "",
    ],
)
def test_terms_titles_and_apostrophes_are_no_quotations(body: str) -> None:
    assert find_quotes(body, "en") == ()


def test_a_longer_run_without_a_speaker_is_a_quotation_of_nobody_known() -> None:
    assert find_quotes('They "shall not be subjected to torture" at all.', "en") == (
        Quote(text="shall not be subjected to torture"),
    )


def test_length_is_counted_in_characters_where_words_have_no_blanks() -> None:
    assert [quote.text for quote in find_quotes("他用“人民”这个词，也提到“法律必须立即全面修改才行啊”。", "zh")] == [
        "法律必须立即全面修改才行啊"
    ]


@pytest.mark.parametrize(
    "unit", ['"', "“", "”", "«", "「", "''", "‘A b’ c ", '"a," said b. ', "„a“", "”“»«", '"a b\n\n', " said, ", "([1a@"]
)
def test_a_long_row_of_marks_is_read(unit: str) -> None:
    body = unit * (100_000 // len(unit)) + '\n\n"It must," said Ann Lee.'
    assert ("It must,", "Ann Lee") in [(quote.text, quote.speaker) for quote in find_quotes(body, "en")]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("とマリア・ケラー地域部長は述べた。", "地域部長"),
        ("と、アムネスティ・インターナショナルのマリア・ケラー事務総長は語った。", "事務総長"),
        ("とマリア・ケラー欧州中央アジア部長は述べた。", "欧州中央アジア部長"),
        ("とマリア・ケラー氏は述べた。", None),
    ],
)
def test_an_office_behind_a_name_in_katakana_is_no_part_of_it(said: str, role: str | None) -> None:
    (quote,) = find_quotes(f"「この拘禁は直ちに終わらせるべき恥ずべきことである」{said}", "ja")
    assert (quote.speaker, quote.role) == ("マリア・ケラー", role)


@pytest.mark.parametrize("unit", ["“", "'a' ", "«a b c d e f» "])
def test_more_marks_than_a_document_has_are_no_quotations_and_that_is_said(unit: str) -> None:
    parsed = parse_advisory(unit * 120_001)
    assert parsed.advisory.quotes == ()
    assert "it has more quotation marks than any document; no quotations were read" in parsed.notes


@given(st.text(alphabet="\"“”„«»‘’'「」` ,.:abAB\nsaid"), st.sampled_from(["en", "de", "ja", "und"]))
def test_every_quotation_stands_in_the_text_as_it_is(body: str, language: str) -> None:
    at = 0
    for quote in find_quotes(body, language):
        at = body.index(quote.text, at)
        assert quote.text == quote.text.strip()
        assert (quote.speaker is None) == (quote.attribution == "unknown")

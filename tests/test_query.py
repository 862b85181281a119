"""What was typed → `Query`; filters of commands; the in-memory matcher."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.errors import Misuse
from advisory_cli.model import Advisory, Contact, Quote
from advisory_cli.nearness import Kind
from advisory_cli.query import (
    EVERYTHING,
    NOTHING,
    And,
    Dates,
    Forms,
    Node,
    Not,
    Number,
    Or,
    Phrase,
    Query,
    Value,
    Word,
    combine,
    filters,
    matches,
    needles,
    parse_query,
    plain_words,
    references,
    tiers,
)
from advisory_cli.query.fields import period
from tests.fakes import an_advisory

A, B, C = Word("a"), Word("b"), Word("c")
NOT_A, NOT_B = Word("a", reach=Kind.FOLDED), Word("b", reach=Kind.FOLDED)
KINDS = ("exact", "folded", "stem", "script", "near")
EUR = Number(("EUR 57/002/2012",))


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("", EVERYTHING),
        ("  ", EVERYTHING),
        ("torture", Word("torture")),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a or b", And((A, Word("or"), B))),
        ("a OR b", Or((A, B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("NOT a", Not(NOT_A)),
        ("-a b", And((Not(NOT_A), B))),
        ("NOT NOT a", A),
        ("-(a b) c", And((Not(And((NOT_A, NOT_B))), C))),
        ('"a b"', Phrase(("a", "b"))),
        ("“a b”", Phrase(("a", "b"))),
        ("«a b»", Phrase(("a", "b"))),
        ('"a b"~5', Phrase(("a", "b"), slop=5)),
        ('"a"', A),
        ("impun*", Word("impun", prefix=True)),
        ("a~", A._replace(wide=True)),
        ("a~1", A._replace(wide=True)),
        ("=Turkey", Word("Turkey", exact=True)),
        ('="a b"', Phrase(("a", "b"), exact=True)),
        ("=tor*", Word("tor", exact=True, prefix=True)),
        ("Kazakhstan's", Word("Kazakhstan")),
        ("O’Brien", Phrase(("O", "Brien"))),
        ("O’Bri*", And((Word("O"), Word("Bri", prefix=True)))),
        ("人権宣言", Phrase(("人権", "権宣", "宣言"))),
        ("co-operation", Phrase(("co", "operation"))),
        ("title:a", Word("a", field="title")),
        ('speaker:"a b"', Phrase(("a", "b"), field="speaker")),
        ("-title:a", Not(Word("a", field="title", reach=Kind.FOLDED))),
        ("EUR 57/002/2012", EUR),
        ("eur57/2/2012", EUR),
        ("eur570022012ru", EUR),
        ('"EUR 57/002/2012"', EUR),
        ("EUR 57/2/2012@ru", And((EUR, Value("language", "ru")))),
        ("EUR57/2/2012@RU", And((EUR, Value("language", "ru")))),
        ("EUR 57/002/2012@amnesty.org", And((EUR, Phrase(("amnesty", "org"))))),
        ("ref:EUR 57/002/2012", Number(("EUR 57/002/2012",), own=True)),
        ("a eur57/2/2012 b", And((A, EUR, B))),
        ("-EUR 57/002/2012 a", And((Not(EUR), A))),
        ("(EUR 57/002/2012)", EUR),
        ("ASA 17/490/2018", Number(("ASA 17/490/2018", "ASA 17/0490/2018"))),
        ("title:EUR 57/002/2012", Phrase(("EUR", "57", "002", "2012"), field="title")),
        ("ref:57", Word("57", field="ref")),
        ("ref:ＥＵＲ５７／００２／２０１２", Number(("EUR 57/002/2012",), own=True)),
        ("tag:EUR 57/002/2012", Value("tag", "eur 57/002/2012")),
        ("country:KAZ", Value("country", "KAZ")),
        ("country:Казахстан", Value("country", "KAZ")),
        ('country:"EUR 57"', Value("country", "KAZ")),
        ('country:"AFR 62"', Or((Value("country", "ZAR"), Value("country", "COD")))),  # a class of two states in turn
        ('kind:"media advisory"', Value("kind", "media_advisory")),
        ("kind:reports", Value("kind", "report")),
        ("type:Media-Advisory", Value("kind", "media_advisory")),
        ("region:eur", Value("region", "EUR")),
        ("lang:RU", Value("language", "ru")),
        ("lang:pt-BR", Value("language", "pt")),
        ("lang:fil", Value("language", "fil")),
        ('tag:"To  Check"', Value("tag", "to check")),
        ("status:withdrawn", Value("status", "withdrawn")),
        ("has:quote", Value("has", "quotes")),
        ("is:withdrawn", Value("is", "withdrawn")),
        ("is:corrected", Value("is", "corrected")),
        ("date:2012-3", Dates("2012-03", "2012-03")),
        ("date:2011-12..2012-03", Dates("2011-12", "2012-03")),
        ("date:..2012", Dates(None, "2012")),
        ("date:2012..", Dates("2012", None)),
        ("date:2012..2012-03", Dates("2012", "2012-03")),
        ("year:2012", Dates("2012", "2012")),
    ],
)
def test_a_query_is_read_without_a_note(typed: str, root: Node) -> None:
    assert parse_query(typed) == Query(root)


@pytest.mark.parametrize(
    ("typed", "root", "note"),
    [
        (
            "contry:KAZ",
            Phrase(("contry", "KAZ")),
            'no field "contry:", searched as plain words; did you mean "country:"?',
        ),
        ("zzz:a", Phrase(("zzz", "a")), 'no field "zzz:", searched as plain words'),
        ("(a b", And((A, B)), 'passed over a "(" without partner'),
        ("a) b", And((A, B)), 'passed over a ")" without partner'),
        ('"a b', And((A, B)), "passed over a quotation mark without partner"),
        ("!!! —", NOTHING, "no word to search for in !!! —"),
        ("()", NOTHING, "no word to search for in ()"),
        ("country:Qqqq", Value("country", "QQQQ"), 'no country "Qqqq"'),
        ("kind:reprot", NOTHING, 'no kind "reprot"; did you mean "report"?'),
        ("is:correct", NOTHING, 'no "is:correct"; did you mean "corrected"?'),
        ("has:qoutes", NOTHING, 'no "has:qoutes"; did you mean "quotes"?'),
        ("date:a", A, 'no date "a"; write it as 2012, 2012-03, 2012-03-22 or 2011-12..2012-03'),
        ("date:2013..2012", Phrase(("2013", "2012")), 'no date "2013..2012"; 2012 is before 2013'),
        (
            "year:2012-13",
            Phrase(("2012", "13")),
            'no year "2012-13"; write it as 2012, 2012-03, 2012-03-22 or 2011-12..2012-03',
        ),
    ],
)
def test_what_is_not_understood_is_said(typed: str, root: Node, note: str) -> None:
    assert parse_query(typed) == Query(root, (note,))


@pytest.mark.parametrize(("typed", "named"), [("!" * 60, "!" * 60), ("!" * 61, "!" * 57 + "...")])
def test_a_note_names_the_beginning_of_what_is_long(typed: str, named: str) -> None:
    assert parse_query(typed).notes == (f"no word to search for in {named}",)


@pytest.mark.parametrize("typed", ["http://example.org/a", "12:30", "OR a OR", "title: a", "a -- b", "AND", "x@y.org"])
def test_what_only_looks_like_syntax_needs_no_note_or_one(typed: str) -> None:
    assert len(parse_query(typed).notes) <= 1


@given(st.text() | st.text(alphabet='()"-:=*~aA OR NOT EUR57/2/2012date:"'))
def test_no_text_is_too_odd_to_be_read_and_matched(typed: str) -> None:
    query = parse_query(typed)
    assert matches(query, an_advisory()) in {True, False}
    assert all(matches(query, an_advisory()) for tier in tiers(query) if matches(tier.query, an_advisory()))


@pytest.mark.parametrize(
    "unit", ["(", ")", '"', "a:", "-", "a ", "NOT ", "OR ", "~", "a~", "=", "(a ", "*", "EUR 57/", "-(", "date:"]
)
def test_a_quarter_megabyte_of_the_worst_sign_is_read_and_matched(unit: str) -> None:
    query = parse_query((unit * 250_000)[:250_000])
    assert matches(query, an_advisory(title=None, body="")) in {True, False}


@pytest.mark.parametrize(
    "typed",
    [
        "clashes", "CLASHES", "kazakhstan", "Kazakhstan's", "=Kazakhstan", "clash*", '"violent clashes"',
        '"clashes violent"~2', "title:failure", "body:zhanaozen", "eur57/2/2012", "ref:eur57/2/2012",
        "ASA 17/8490/2018", "speaker:dalhuisen", "contact:aroyo", "contact:example.org",
        "organisation:amnesty", "note:checked", "tag:Ready", "ready", "EUR", '"EUR 57"',
        "=Kazakh*", "country:Kazakhstan", "region:EUR", "kind:media_advisory", "language:en", "status:current",
        "is:current", "has:quotes", "date:2012", "date:2012-03", "date:2012-03-22", "date:2011..",
        "date:..2012-03", "NOT torture", "torture OR clashes", "",
    ],
)  # fmt: skip
def test_an_advisory_matches(typed: str) -> None:
    assert matches(parse_query(typed), FULL)


@pytest.mark.parametrize(
    "typed",
    [
        "=kazakh*", "torture", "=clash", "=kazakhstan", "=ZHANAOZEN", "lash*", '"clashes violent"',
        '"clashes violent"~1', "title:zhanaozen", "ref:ASA 17/8490/2018", "EUR 57/003/2012",
        "speaker:aroyo", "tag:read", "country:China", "status:removed", "is:removed", "has:embargo",
        "date:2012-04", "date:..2011", "date:2012-03-23..", "-clashes", "clashes torture", "!!!",
    ],
)  # fmt: skip
def test_an_advisory_does_not_match(typed: str) -> None:
    assert not matches(parse_query(typed), FULL)


FULL = an_advisory(
    quotes=(Quote(text="A poor record.", speaker="John Dalhuisen"),),
    contacts=(Contact(name="Lydia Aroyo", emails=("press@example.org",)),),
    organisation="Amnesty International",
    mentions=("ASA 17/8490/2018",),
    note="checked",
    tags=("ready",),
)


@pytest.mark.parametrize(
    ("date", "typed", "found"),
    [
        ("2012", "date:2012-03", True),
        ("2012-03", "date:2012", True),
        ("2012-03", "date:2012-03-31..", True),
        ("2012", "date:2011..2011", False),
        ("2012-03-22", "date:2012-03-22..2012-03-22", True),
        (None, "date:1900..", False),
        (None, "date:..2100", False),
        ("in spring", "year:2012", False),
    ],
)
def test_periods_match_where_they_share_a_day(date: str | None, typed: str, *, found: bool) -> None:
    assert matches(parse_query(typed), an_advisory(date=date)) is found


@pytest.mark.parametrize(
    "date", [None, "", "12", "2012-13", "2012-00", "2012-1-32", "2012-03-22-01", "２０１２", "2012-", "a"]
)
def test_what_is_no_date_has_no_period(date: str | None) -> None:
    assert period(date) is None


@pytest.mark.parametrize(("language", "found"), [("en", True), ("ru", False)])
def test_a_word_has_the_stem_of_the_language_of_its_text(language: str, *, found: bool) -> None:
    asked = Query(Word("clash", reach=Kind.STEM))
    assert matches(asked, an_advisory(language=language, title=None, body="Clashes.")) is found


def test_a_removed_text_matches_only_when_asked_for_and_by_no_word() -> None:
    removed = an_advisory(status="removed")
    assert not matches(parse_query(""), removed)
    assert not matches(parse_query("NOT status:removed"), removed)
    assert matches(parse_query("status:removed country:KAZ"), removed)
    assert not matches(parse_query("status:removed clashes"), removed)


def test_a_text_is_corrected_by_what_others_say_of_it() -> None:
    asked = parse_query("is:corrected")
    assert matches(asked, an_advisory(), corrected={"EUR 57/002/2012"})
    assert not matches(asked, an_advisory(), corrected={"EUR 57/003/2012"})
    assert not matches(asked, an_advisory(reference=None), corrected={"EUR 57/002/2012"})


def test_a_withdrawn_text_is_found() -> None:
    assert matches(parse_query("clashes"), an_advisory(status="withdrawn"))


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("", ["filter"]),
        ("country:KAZ", ["filter"]),
        ("clashes", list(KINDS)),
        ("clash*", ["exact", "folded"]),
        ("-clashes", ["filter"]),
        ("=clashes torture", list(KINDS)),
        ("=clashes", ["exact"]),
        ("EUR 57/002/2012", ["reference", "mention"]),
        ("ref:EUR57/2/2012", ["reference"]),
        ("EUR 57/002/2012 clashes", ["reference"] * 5 + list(KINDS)),
    ],
)
def test_tiers_go_from_near_to_loose(typed: str, kinds: list[str]) -> None:
    query = parse_query(typed)
    assert [tier.matched for tier in tiers(query)] == kinds
    assert tiers(query)[-1].query == query


def test_options_become_a_query() -> None:
    asked = filters(country="Kazakhstan", kind=["report", "press release"], tag=["a", "B"], year=2012, since="2012-03")
    assert asked.root == And(
        (
            Value("country", "KAZ"),
            Or((Value("kind", "report"), Value("kind", "press_release"))),
            Value("tag", "a"),
            Value("tag", "b"),
            Dates("2012", "2012"),
            Dates("2012-03", None),
        )
    )
    assert filters().root == EVERYTHING
    assert filters(language="RU").root == Value("language", "ru")
    assert filters(status="Withdrawn").root == Value("status", "withdrawn")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"country": "Kazachstahn"}, 'no country "Kazachstahn"; did you mean "Kazakhstan"?'),
        ({"kind": "reprot"}, 'no kind "reprot"; did you mean "report"?'),
        ({"region": "EUX"}, 'no region "EUX"; did you mean "EUR"?'),
        ({"since": "soon"}, 'no date "soon"; write it as'),
        ({"since": "2013", "until": "2012"}, "2012 is before 2013"),
        ({"year": "20"}, 'no year "20"'),
        ({"year": ".."}, 'no date ".."; write it as 2012, '),
        ({"language": "Russian"}, 'no language "Russian"; it is a code: en, fr, ru'),
    ],
)
def test_an_option_that_makes_no_sense_is_refused_with_a_hint(options: dict[str, str], message: str) -> None:
    with pytest.raises(Misuse) as caught:
        filters(**options)
    assert message in str(caught.value)


@given(st.sampled_from(["", "a", "a b", "a OR b", "NOT a", "!!!"]), st.sampled_from(["", "a", "b OR c", "country:KAZ"]))
def test_combined_queries_match_what_both_match(one: str, other: str) -> None:
    first, second = parse_query(one), parse_query(other)
    for advisory in (an_advisory(body=body, countries=()) for body in ("a", "b", "a b", "c", "")):
        assert matches(combine(first, second), advisory) == (matches(first, advisory) and matches(second, advisory))


def test_combined_queries_are_one_row_of_conditions() -> None:
    assert combine(parse_query("a b"), parse_query("c")).root == And((A, B, C))


def test_combined_queries_keep_their_notes() -> None:
    assert len(combine(parse_query("(a"), parse_query('"b')).notes) == 2


def test_needles_are_what_is_looked_for_and_not_what_is_excluded() -> None:
    wanted = needles(parse_query('torture =Turkey impun* "fair trial" -police'))
    assert all(map(wanted, ("Torture", "Turkey", "Impunity", "fair", "TRIAL")))
    assert not any(map(wanted, ("turkey", "police", "pun", "x")))


def test_needles_of_a_field_leave_out_those_of_others() -> None:
    wanted = needles(parse_query("title:torture body:police all"), "title")
    assert [word for word in ("torture", "police", "all") if wanted(word)] == ["torture", "all"]
    assert needles(parse_query("title:torture"))("torture")
    assert not needles(parse_query("country:KAZ"))("")


FORMS = Forms(
    {"torture": Kind.EXACT, "Torture": Kind.FOLDED, "tortura": Kind.NEAR},
    {"en": frozenset({"tortured"}), "es": frozenset({"tortura", "Torture"})},
)


@pytest.mark.parametrize(
    ("word", "language", "kind"),
    [
        ("torture", "en", Kind.EXACT),
        ("Torture", "es", Kind.FOLDED),  # nearer than by its stem
        ("tortured", "en", Kind.STEM),
        ("tortured", "es", None),
        ("tortura", "en", Kind.NEAR),
        ("tortura", "es", Kind.STEM),
        ("police", "en", None),
    ],
)
def test_a_form_is_as_near_as_it_is_by_its_letters_or_its_stem(word: str, language: str, kind: Kind | None) -> None:
    assert FORMS.nearness(word, language) == kind


@pytest.mark.parametrize(
    ("reach", "language", "words"),
    [
        (Kind.EXACT, "en", {"torture"}),
        (Kind.FOLDED, "en", {"torture", "Torture"}),
        (Kind.STEM, "en", {"torture", "Torture", "tortured"}),
        (Kind.STEM, "fr", {"torture", "Torture"}),
        (Kind.NEAR, "en", {"torture", "Torture", "tortured", "tortura"}),
    ],
)
def test_no_form_counts_that_is_farther_than_asked_for(reach: Kind, language: str, words: set[str]) -> None:
    assert FORMS.written(language, reach) == FORMS.within(reach).written(language, Kind.NEAR) == words
    marked = needles(Query(Word("torture"), forms={"torture": FORMS}), language=language, kind=reach)
    assert {word for word in ("torture", "Torture", "tortured", "tortura", "torturing") if marked(word)} == words


def test_needles_without_forms_go_by_the_language_of_the_text() -> None:
    query = Query(And((Word("torture"), Word("police"), Word("clash"))), forms={"torture": FORMS, "police": FORMS})
    marked = needles(query, language="en", kind=Kind.STEM)
    assert all(map(marked, ("torture", "police", "tortured", "clashes")))
    assert not needles(query, language="ru", kind=Kind.STEM)("clashes")


@pytest.mark.parametrize("label", ["AI Index: ", "Index ", "Индекс МА: ", "رقم الوثيقة: ", "文書番号："])
def test_a_number_with_its_label_is_the_number(label: str) -> None:
    assert parse_query(f"strike {label}EUR57/2/2012 -Almaty") == parse_query("strike EUR57/2/2012 -Almaty")


@pytest.mark.parametrize("words", ["index of names", "AI Index", "Index Europe"])
def test_a_label_without_a_number_is_words(words: str) -> None:
    assert [type(part) for part in parse_query(words).root.parts] == [Word] * len(words.split())  # type: ignore[union-attr]


def test_a_query_names_its_references_and_words() -> None:
    query = parse_query('EUR 57/002/2012 torture "fair trial" impun* -police')
    assert references(query) == ("EUR 57/002/2012",)
    assert plain_words(query) == ("torture", "fair", "trial")


def test_an_empty_advisory_matches_everything_only() -> None:
    assert matches(parse_query(""), Advisory())
    assert not matches(parse_query("a"), Advisory())


@pytest.mark.parametrize("typed", ["Al Jazeera", "al  jazeera", "(Al Jazeera)", "strike Al Jazeera"])
@pytest.mark.parametrize("written", ["Al Jazeera", "Al-Jazeera", "Aljazeera", "الجزيرة"])
def test_a_name_with_its_article_apart_is_found_however_it_is_joined(typed: str, written: str) -> None:
    text = an_advisory(body=f"The strike was shown by {written} that day.")
    assert matches(parse_query(typed), text)
    assert not matches(parse_query(typed), an_advisory(body="A strike of all the jazz players was shown."))


@pytest.mark.parametrize("typed", ['"Al Jazeera"', "=Al Jazeera", "title:Al Jazeera", "Al AND Jazeera"])
def test_an_article_apart_is_a_word_of_its_own_where_that_is_meant(typed: str) -> None:
    assert not matches(parse_query(typed), an_advisory(body="It was shown by Aljazeera."))

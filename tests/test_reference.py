"""The grammar of index numbers, by tables of real spellings and by laws."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.errors import Misuse
from advisory_cli.reference import REGIONS, Reference, Target, find_references, parse_reference, parse_targets

TABLES = Path(__file__).resolve().parent.parent / "advisory_cli" / "tables"

SPELLINGS = [
    ("EUR 57/002/2012", "EUR 57/002/2012"),
    ("eur57/2/2012", "EUR 57/002/2012"),
    ("EUR57/002/2012", "EUR 57/002/2012"),
    ("EUR-57-002-2012", "EUR 57/002/2012"),
    ("EUR_57_002_2012", "EUR 57/002/2012"),
    ("EUR 57 2 12", "EUR 57/002/2012"),
    ("eur570022012ru", "EUR 57/002/2012"),
    ("mde300032010fra", "MDE 30/003/2010"),
    ("EUR4917812020ENGLISH", "EUR 49/1781/2020"),
    ("2007/ACT10/001", "ACT 10/001/2007"),
    ("MDE 13/09/91", "MDE 13/009/1991"),
    ("ASA 21/140/99", "ASA 21/140/1999"),
    ("AFR 62/013/01", "AFR 62/013/2001"),
    ("AFR 62/013/49", "AFR 62/013/2049"),
    ("AFR 62/013/50", "AFR 62/013/1950"),
    ("AFR/17/25/97", "AFR 17/025/1997"),
    ("AMR 22/014/2001/s", "AMR 22/014/2001"),
    ("AMR 34/36/97/s", "AMR 34/036/1997"),
    ("ASA 17/8490/2018", "ASA 17/8490/2018"),
    ("AMR 23/0577/2025", "AMR 23/0577/2025"),
    ("EUR 44/0003/2019", "EUR 44/0003/2019"),
    ("AMR 41/WU 03/95", "AMR 41/WU 03/1995"),
    ("asa 37/wu02/93", "ASA 37/WU 02/1993"),
    ("AMR 41/WU 123/95", "AMR 41/WU 123/1995"),
    ("EUR.57.002.2012", "EUR 57/002/2012"),
    ("EUR   57   002   2012", "EUR 57/002/2012"),
    ("1998/EUR 57/0021", "EUR 57/0021/1998"),
    ("EUR\u00a057/002/2012", "EUR 57/002/2012"),
    ("\u202fEUR\u202f57\u2009/\u2009002\u2009/\u20092012\u00a0", "EUR 57/002/2012"),
]


@pytest.mark.parametrize(("spelling", "canonical"), SPELLINGS)
def test_every_spelling_has_one_canonical_form(spelling: str, canonical: str) -> None:
    assert str(parse_reference(spelling)) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EUR",
        "EUR 57",
        "EUR 57/002",
        "EUR 49/003/006",  # a slip in an original: three digits of a year
        "AIDE 24/13/83",  # MDE misread in a scan
        "ACT 04/01;84",
        "MD E 1 5/3 68 8/2 0 16",
        "TIGO IOR 40/2012.017",
        "UA 123/12",
        "News Service 38/95",
        "ISBN 0 86210 066 6",
        "ЕUR 57/002/2012",  # the first letter is Cyrillic
        "ＥＵＲ 57/002/2012",  # full width
        "EUR 57/٠٠٢/2012",
        "EUR 57/002/1885",
        "EUR 57/002/20123",
        "EUR 57/00212/2012",
        "EUR 57//2012",
        "EUR    57    002    2012",
        "2012/EUR57/02",
        "2012/EUR57/00212",
        "eur570022012x",
        "eur5700220121",
        "AMR 22/014/2001/s2",
        "EUR 57/002/2012 and more",
    ],
)
def test_what_is_no_whole_reference_is_refused(text: str) -> None:
    assert parse_reference(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AI index: EUR 57/002/2012\n22 March", ["EUR 57/002/2012"]),
        ("MDE 13/010/200616 February 2006", ["MDE 13/010/2006"]),
        ("ASA 21/99/98News Service 189/98", ["ASA 21/99/98"]),
        ("AMR 37/007/2012URGENT ACTION", ["AMR 37/007/2012"]),
        ("26 October 2000 EUR 46/044/2000", ["EUR 46/044/2000"]),
        ("(MDE 13/10/90, 15 June 1990) and MDE 13/12/90, (13", ["MDE 13/10/90", "MDE 13/12/90"]),
        ("Índice AI: AMR 34/36/97/s", ["AMR 34/36/97/s"]),
        ("hard\nwrapped EUR\n57/002/2012.", ["EUR\n57/002/2012"]),
        ("/library/asset/EUR57/002/2012/en/735545de", ["EUR57/002/2012"]),
        ("/asset/2007/ACT10/001/en", ["2007/ACT10/001"]),
        ("/asset/2007/ACT10/001/2008", ["ACT10/001/2008"]),
        ("http://x.org/2007/ACT10/001.html", ["2007/ACT10/001"]),
        ("TIGO IOR 40/2012.017, UA 123/12, EXTRA 19/92, CS 29-2000", []),
        ("NEUR 57/002/2012", []),
        ("EUR 49/003/006", []),
        ("AMR 51/103/20l2", []),
        ("AI Index: EUR 13/02/19995\nDistr: SC", []),
        ("see AI Index ASA 17/10/96, 17/11/96 and 17/12/96", ["ASA 17/10/96", "17/11/96", "17/12/96"]),
        ("EUR 57/002/2012, 22/03/2012", ["EUR 57/002/2012"]),  # a date
        ("EUR 57/002/2012, 31/12/2012; AFR 17/10/96, 17/11/96", ["EUR 57/002/2012", "AFR 17/10/96", "17/11/96"]),
        (("." * 99).join(["EUR 57/2/98", "MDE 13/1/99", "AFR 10/1/01"]), ["EUR 57/2/98", "MDE 13/1/99", "AFR 10/1/01"]),
        ("AMR 51/013/1998, 52/014/1998", ["AMR 51/013/1998", "52/014/1998"]),
        ("https://www.amnesty.org/download/Documents/EUR4689232018ENGLISH.pdf", ["EUR4689232018"]),
        ("amnesty.org/download/Documents/EUR4689232018ENGLISH.pdf", ["EUR4689232018"]),
        ("http://web.amnesty.org/library/Index/ENGEUR570022002?open", ["EUR570022002"]),
        ("http://web.amnesty.org/ai.nsf/index/AFR540172001", ["AFR540172001"]),
        ("http://www.amnesty.org/ailib/aipub/1998/AFR/15401798.htm", []),
        ("AI Index: EUR 57–002–2012", ["EUR 57–002–2012"]),
        ("AI Index: EUR 57\\002\\2012", ["EUR 57\\002\\2012"]),
        ("Índice: ACT 10-02-99, Índice: ACT 10-03-99. Índice: ACT 10-04-99", [f"ACT 10-0{n}-99" for n in (2, 3, 4)]),
        ("from EUR 57-002-2012 on", []),  # only a label tells it from anything else
        ("AI Index: ＥＵＲ５７／００２／２０１２", ["ＥＵＲ５７／００２／２０１２"]),
        ("رقم الوثيقة: MDE ٢٤/٠١٣/٢٠١١", ["MDE ٢٤/٠١٣/٢٠١١"]),
        ("Index numberMDE 24/013/1991", ["MDE 24/013/1991"]),
        ("AI Index: MDE 24–013–1991, and AFR 10/001/2001", ["MDE 24–013–1991", "AFR 10/001/2001"]),
        ("AI Index: ASA 11/004/20 12", []),
        ("AI Index: ASA 11/04/20", ["ASA 11/04/20"]),
        ("EUR 57/10/50 and EUR 57/10/09", ["EUR 57/10/50", "EUR 57/10/09"]),  # no prices
        ("ASA 11/04/20'12, ASA 11/04/20|2, ASA 11/04/20.12, ASA 11/04/20-12, ASA 11/04/20°2", []),
        ("ASA 11/04/98 22 March", ["ASA 11/04/98"]),
        ("AI Index: ASA 1 /004/12", []),
        ("AI Index: ASA 11/O04/2012, ASA ll/004/2012, ASA 11/0 04/2012", []),
        ("", []),
    ],
)
def test_references_are_found_in_running_text_as_printed(text: str, found: list[str]) -> None:
    assert [reference.printed for reference in find_references(text)] == found


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_is_read_wherever_a_number_stands(region: str) -> None:
    number = Reference(region, "57", "002", 2012)
    places = ("{}57/002/2012", "/2012/{}57/002/en", "amnesty.org/pdf/{}570022012.pdf", "Index: {} 57.002.2012")
    for printed in (region, region.lower()):
        assert [found.reference for place in places for found in find_references(place.format(printed))] == [number] * 4
        typed = (f"{printed} 57 2 12", f"2012/{printed}57/002", f"{printed}570022012")
        assert [parse_reference(text) for text in typed] == [number] * 3


ENDINGS = [(code, code) for code in ("en", "fr", "es", "de", "it", "pt", "ar", "ru", "uk", "tr", "zh", "ja")] + [
    *[("eng", "en"), ("fra", "fr"), ("spa", "es"), ("deu", "de"), ("ita", "it"), ("por", "pt"), ("ara", "ar")],
    *[("rus", "ru"), ("english", "en"), ("french", "fr"), ("spanish", "es"), ("arabic", "ar"), ("russian", "ru")],
]


@pytest.mark.parametrize(("ending", "language"), ENDINGS)
def test_the_ending_of_a_file_name_is_its_language(ending: str, language: str) -> None:
    assert parse_targets([f"eur570022012{ending}"]) == [Target(Reference("EUR", "57", "002", 2012), language=language)]
    (found,) = find_references(f"amnesty.org/pdf/EUR570022012{ending.upper()}.pdf")
    assert found.printed == "EUR570022012"


@pytest.mark.parametrize("ending", ["x", "5", "enx", "en5"])
def test_a_file_name_that_goes_on_is_none(ending: str) -> None:
    assert find_references(f"amnesty.org/pdf/EUR570022012{ending}.pdf") == []


@pytest.mark.parametrize(
    "printed",
    [
        "EUR   /  57  /  002  /  2012",
        "EUR-57/002/2012",
        "EUR\u00a0/\u00a057\u00a0/\u00a0002\u00a0/\u00a02012",
        "EUR\u202f57\u2009/\u2009002/2012",
        "AMR 41/WU 3/95",
        "AMR 41/WU03/95",
        "AMR 41/WU 123/1995",
        "AMR 22/014/2001/S",
        "1998/ACT 10/0012",
    ],
)
def test_blanks_and_suffixes_that_occur_are_part_of_a_number(printed: str) -> None:
    assert [found.printed for found in find_references(f"see {printed}, please")] == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "EUR      57/002/2012",
        "EUR//57/002/2012",
        "EUR 57   /002/2012",
        "EUR 57/   002/2012",
        "EUR 57/002   /2012",
        "EUR 57/002/   2012",
        "EUR 57/00212/2012",
        "EUR 57//2012",
        "5EUR 57/002/2012",
        "AMR 41/WU 1234/95",
        "AMR 41/WU /95",
        "2007/ACT10/01/en",
        "2007/ACT10/00123",
        "2007/ACT  10/001",
        "ASA 11/04/19'98",
        "ASA 11/04/01l2",
        "MDE 13/010/200616 of 2",
        "MDE 13/010/200616 123",
        "EUR 63/14/9912 May 19991",
        "EUR 13/02/19995 and so on",
        "EUR 13/02/19995 March 20011",
    ],
)
def test_what_is_torn_or_too_long_is_no_number(text: str) -> None:
    assert find_references(text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("AMR 22/014/2001/sx", "AMR 22/014/2001"),
        ("AMR 22/014/2001/s5", "AMR 22/014/2001"),
        ("MDE 13/010/20066 February 2006", "MDE 13/010/2006"),
        ("MDE 13/010/200616February 2006", "MDE 13/010/2006"),
        ("MDE 13/010/200616\tMay 2006", "MDE 13/010/2006"),
        ("AMR 41/010/200616 de febrero del 2006", "AMR 41/010/2006"),
        ("MDE 13/010/200616 de mayo de 2006", "MDE 13/010/2006"),
        ("MDE 13/010/200616 Sept., 2006", "MDE 13/010/2006"),
        ("MDE 13/010/200616\u00a0May 2006", "MDE 13/010/2006"),
        ("EUR 63/14/0312 September 2003", "EUR 63/14/03"),
        ("EUR 63/14/899 Sept. 1989", "EUR 63/14/89"),
        ("EUR 63/14/9912May 1999", "EUR 63/14/99"),
    ],
)
def test_a_number_ends_where_other_words_begin(text: str, printed: str) -> None:
    assert [found.printed for found in find_references(text)] == [printed]


@pytest.mark.parametrize(
    "joint",
    [",", ", ", ",  ", ";", " & ", "&", "-", " – ", " and ", ", and ", " et ", " und ", " y ", " e ", " и ", " to "],
)
def test_numbers_of_a_row_share_their_region(joint: str) -> None:
    row = joint.join(["ASA 17/10/96", "17/2/98", "17/8490/2018"])
    assert [str(found.reference) for found in find_references(row)] == [
        "ASA 17/010/1996",
        "ASA 17/002/1998",
        "ASA 17/8490/2018",
    ]


@pytest.mark.parametrize(
    "behind", [",   17/11/96", ", 17/11/965", ", 17/11/96/5", ", 17/12345/96", ", 17//96", " 17/11/96"]
)
def test_what_is_no_number_of_a_row_is_left_alone(behind: str) -> None:
    assert [found.printed for found in find_references(f"ASA 17/10/96{behind}")] == ["ASA 17/10/96"]


@pytest.mark.parametrize("label", ["Index:", "Index : ", "Index AI: ", "INDEX NO. ", "index number ", "AI Index"])
@pytest.mark.parametrize("joint", ["", " ", "   ", "/", "_", ":", ".", "-"])
@pytest.mark.parametrize("gap", ["-", " – ", "\\", ".", "//"])
def test_behind_a_label_a_number_may_have_other_signs(label: str, joint: str, gap: str) -> None:
    for region, serial in (("EUR", "8490"), ("eur", "02")):
        (found,) = find_references(f"{label}{region}{joint}57{gap}{serial}{gap}2018")
        assert found.reference == Reference("EUR", "57", serial.zfill(3), 2018)


@pytest.mark.parametrize(
    "number",
    [
        "EUR 57–2–2018",
        "EUR 57–00212–2018",
        "EUR 57–002-2018",
        "EUR 57  – 002 – 2018",
        "EUR    57–002–2018",
        "EUR 57///2///18",
    ],
)
def test_a_label_makes_no_number_of_what_is_none(number: str) -> None:
    assert find_references(f"Index: {number}") == []


def test_found_spans_lie_where_the_number_is_printed() -> None:
    text = "see EUR 57/001/2012 and (AI Index: AFR/17/25/97)."
    printed = [text[found.start : found.end] for found in find_references(text)]
    assert printed == [found.printed for found in find_references(text)] == ["EUR 57/001/2012", "AFR/17/25/97"]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("EUR 57/002/2012", ["EUR 57/002/2012"]),
        ("eur57/2/2012 MDE 12/003/2011", ["EUR 57/002/2012", "MDE 12/003/2011"]),
        ("EUR 57/002/2012, MDE 12/003/2011", ["EUR 57/002/2012", "MDE 12/003/2011"]),
        ("EUR 57/002/2012@ru", ["EUR 57/002/2012@ru"]),
        ("EUR 57/002/2012 @ru", ["EUR 57/002/2012@ru"]),
        ("EUR 57/002/2012#2", ["EUR 57/002/2012#2"]),
        ("EUR 57/002/2012#2@ru", ["EUR 57/002/2012#2@ru"]),
        ("eur570022012ru", ["EUR 57/002/2012@ru"]),
        ("eur570022012ru.pdf", ["EUR 57/002/2012@ru"]),
        ("AI Index: EUR 57/002/2012", ["EUR 57/002/2012"]),
        ("AI Index: EUR 57/002/2012, Индекс МА: EUR 57/3/12@ru", ["EUR 57/002/2012", "EUR 57/003/2012@ru"]),
        ("رقم الوثيقة: EUR 57/002/2012", ["EUR 57/002/2012"]),
        ("文書番号：EUR57/2/12 #17", ["EUR 57/002/2012", "#17"]),
        ("#17 18 #19@fr", ["#17", "#18", "#19@fr"]),
        ("EUR 57/002/2012@en#1, #17@FR#2 18", ["EUR 57/002/2012#1@en", "#17#2@fr", "#18"]),
        ("EUR 57 2 2012 17", ["EUR 57/002/2012", "#17"]),
        ("AMR 34/36/97/s #4", ["AMR 34/036/1997", "#4"]),
        ("EUR 57/002/2012 , 17 ,18", ["EUR 57/002/2012", "#17", "#18"]),
        ("123456789012#123456@FRA", ["#123456789012#123456@fra"]),
        ("EUR 57/002/2012#123456@fra", ["EUR 57/002/2012#123456@fra"]),
    ],
)
def test_arguments_are_joined_and_cut(words: str, targets: list[str]) -> None:
    assert [str(target) for target in parse_targets(words.split())] == targets


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Zhanaozen", "Zhanaozen"),
        ("EUR 57/002/2012 Zhanaozen strike", "Zhanaozen"),
        ("eur Zhanaozen strike of March", "eur Zhanaozen"),  # the beginning of a number and what spoils it
        ("#0", "#0"),
        ("-3", "-3"),
        ("17x", "17x"),
        ("1234567890123", "1234567890123"),
        ("17#1234567", "17#1234567"),
        ("17#", "17#"),
        ("17@f", "17@f"),
        ("17@fran", "17@fran"),
        ("EUR 57/002/2012#1234567", "EUR 57/002/2012#1234567"),
        ("EUR 57/002/2012@f", "EUR 57/002/2012@f"),
        ("EUR 57/002/2012@fran", "EUR 57/002/2012@fran"),
        ("Index: 17", "Index:"),
        ("AI Index", "AI"),
    ],
)
def test_other_words_are_named_and_refused(words: str, named: str) -> None:
    with pytest.raises(Misuse) as caught:
        parse_targets(words.split())
    remedy = 'write it as in "EUR 57/002/2012" or "#17", or find it with "advisory search"'
    assert str(caught.value) == f"'{named}' is no reference and no id; {remedy}"


def test_no_words_are_refused_with_an_example() -> None:
    with pytest.raises(Misuse) as caught:
        parse_targets([])
    assert str(caught.value) == 'no reference given; write one, as in "EUR 57/002/2012" or "#17"'


def test_a_short_number_of_the_four_digit_era_may_lack_its_zero() -> None:
    typed = parse_reference("EUR 44/3/2019")
    assert typed is not None
    assert typed.spellings == ("EUR 44/003/2019", "EUR 44/0003/2019")


references = st.builds(
    Reference,
    st.sampled_from(REGIONS),
    st.integers(0, 99).map(lambda n: f"{n:02}"),
    st.one_of(st.integers(0, 999).map(lambda n: f"{n:03}"), st.integers(0, 9999).map(lambda n: f"{n:04}")),
    st.integers(1950, 2099),
)


@given(references)
def test_the_canonical_form_reads_back(reference: Reference) -> None:
    assert parse_reference(str(reference)) == reference
    assert parse_targets(str(reference).split()) == [Target(reference)]
    assert [found.reference for found in find_references(f"see {reference}.")] == [reference]


@given(st.lists(references, min_size=1, max_size=5))
def test_any_number_of_references_can_be_typed_without_quotes(many: list[Reference]) -> None:
    assert [target.reference for target in parse_targets(" ".join(map(str, many)).split())] == many


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for found in find_references(text):
        assert text[found.start : found.end] == found.printed
    parse_reference(text)


CLASSES = [line.split("\t")[:2] for line in (TABLES / "classes.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("region", "topic"), [(region, topic) for region, topic in CLASSES if topic])
def test_every_class_is_read_in_every_spelling_and_year(region: str, topic: str) -> None:
    for year in range(1961, 2027):
        number, short = f"{year * 7 % 1000:03}", str(year * 7 % 1000 or 1)
        canonical = f"{region} {topic}/{short.zfill(3)}/{year}"
        printed = (
            f"{region} {topic}/{number if short != '1' else '001'}/{year}",
            f"{region}{topic}/{short}/{year}/s",
            f"{region}/{int(topic)}/{short}/{year}",
            f"{region}\u00a0{topic} / {short} / {year}",
            f"Index: {region.lower()} {topic}/{short}/{year % 100:02}",
            f"{region} {topic}/{short}/{year}16 February {year}",
        )
        assert [str(found.reference) for text in printed for found in find_references(text)] == [canonical] * 6
        typed = (f"{region}-{topic}-{short}-{year}", f"{year}/{region}{topic}/{short.zfill(3)}")
        assert [str(parse_reference(text)) for text in typed] == [canonical] * 2


@pytest.mark.parametrize(
    "text",
    [
        "A/HRC/12/3", "S/2012/57", "E/CN.4/1996/39", "CAT/C/34/D/194/2001", "CCPR/C/79/Add.99", "Law 57/2012",
        "Tel: +44 20 7413 5566", "12/03/2012", "act 12/10/2001 was passed", "reg 12/3/2004", "Doc 12/3/2004",
        "pol 05/06/07", "EUR 5/10/10 or 15", "EUR 5/10/15 tickets", "EUR 57/2 million", "Directive EUR 2003/88/EC",
        "fin 01/02/03", "org 10/10/2010", "http://www.example.org/12/10/2001/story", "WWW.EXAMPLE.ORG/12/10/2001",
    ],
)  # fmt: skip
def test_symbols_laws_dates_and_prices_are_no_index(text: str) -> None:
    assert find_references(text) == []


@pytest.mark.parametrize("label", ["AI index:", "AI Index (old)", "INDEX, new:", "索引 (AI)"])
def test_a_word_with_a_label_before_it_is_an_index(label: str) -> None:
    assert [str(found.reference) for found in find_references(f"{label} act 77/06/97")] == ["ACT 77/006/1997"]


def test_a_date_glued_to_a_year_of_two_digits_is_left_alone() -> None:
    (found,) = find_references("EUR 63/14/9912 May 1999")
    assert (str(found.reference), found.printed) == ("EUR 63/014/1999", "EUR 63/14/99")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AI Index: EUR 57/02/22 March 2012", []),
        ("Índice AI: AMR 41/01/22 de marzo de 1993", []),
        ("AI Index: EUR 57-02-22 March 2012", []),
        ("AI Index: EUR 57/02/01 March 2001", ["EUR 57/002/2001"]),
        ("AI Index: EUR 57/02/98 March 1999", ["EUR 57/002/1998"]),
        ("AI Index: EUR 57/02/01 1 March 2002", ["EUR 57/002/2001"]),
    ],
)
def test_the_day_of_a_date_is_not_the_year_of_a_number(text: str, found: list[str]) -> None:
    assert [str(one.reference) for one in find_references(text)] == found

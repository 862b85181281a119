"""`advisory list` and `advisory search`: what is found, in which order, in which form."""

import json

import pytest

from tests.cli.screen import screen, without_colour
from tests.conftest import FIXTURES, Run

CASES = ("001", "007", "034", "049")


@pytest.fixture
def filled(run: Run) -> Run:
    """A command line on an archive of the seed and four other documents, from 1992 to 2012."""
    files = [FIXTURES / "EUR-57-002-2012.txt", *(FIXTURES / "layouts" / f"{case}.txt" for case in CASES)]
    assert run(["add", *map(str, files)]).exit_code == 0
    return run


def found(run: Run, line: str) -> list[str]:
    return run(line + " --format ids").stdout.split("\n")[:-1]


def test_a_list_is_newest_first_and_what_has_no_date_last(filled: Run) -> None:
    assert found(filled, "list") == [
        "EUR 57/002/2012@ru",
        "EUR 57/002/2012@en",
        "EUR 46/044/2000@en",
        "AMR 34/043/1992@en",
        "MDE 30/010/2008@fr",
    ]


@pytest.mark.parametrize(
    ("options", "references"),
    [
        ("--country Kazakhstan --language en", ["EUR 57/002/2012@en"]),
        ("--country KAZ --language en", ["EUR 57/002/2012@en"]),
        (["--country", "EUR 57", "--language", "en"], ["EUR 57/002/2012@en"]),
        ("--region AMR", ["AMR 34/043/1992@en"]),
        ("--since 2000-10 --until 2000", ["EUR 46/044/2000@en"]),
        ("--year 1992", ["AMR 34/043/1992@en"]),
        ("--kind urgent_action", ["AMR 34/043/1992@en"]),
        ("--language fr", ["MDE 30/010/2008@fr"]),
        ("kind:urgent_action", ["AMR 34/043/1992@en"]),
        ("avocats", ["MDE 30/010/2008@fr"]),
        ("--year 2012 --sort reference", ["EUR 57/002/2012@en", "EUR 57/002/2012@ru"]),
        ("--sort oldest --limit 1", ["AMR 34/043/1992@en"]),
        ("--limit 1 --offset 2", ["EUR 46/044/2000@en"]),
    ],
)
def test_filters_narrow_the_list(filled: Run, options: str | list[str], references: list[str]) -> None:
    words = options.split() if isinstance(options, str) else options
    listed = filled(["list", *words, "--format", "ids"]).stdout.split("\n")[:-1]
    assert sorted(listed) == sorted(references)


def test_a_tag_given_on_add_can_be_asked_for(filled: Run) -> None:
    filled(["add", "--set", "tags=to check", "--keep-both", str(FIXTURES / "layouts" / "031.txt")])
    for words in (["--tag", "to check"], ['tag:"to check"']):
        assert filled(["list", *words, "--format", "ids"]).stdout == "EUR 70/009/2000@en\n"


@pytest.mark.parametrize(
    "line",
    ["list --country Atlantis", "list --kind poem", "list --since yesterday", "list --region XYZ", "list --year 12"],
)
def test_a_filter_that_does_not_exist_is_misuse(filled: Run, line: str) -> None:
    result = filled(line)
    assert result.exit_code == 2
    assert result.stderr.startswith("advisory: ")


def test_a_piped_list_is_tab_separated_and_complete(filled: Run) -> None:
    row = next(line for line in filled("list").stdout.split("\n") if "(en)" not in line and "clashes" in line)
    assert row.split("\t")[:6] == [
        "EUR 57/002/2012",
        "en",
        "2012-03-22",
        "media_advisory",
        "KAZ",
        "Kazakhstan's failure to find truth about violent clashes",
    ]


def test_json_tells_the_total_of_all_pages(filled: Run) -> None:
    listed = json.loads(filled("list --json --limit 2").stdout)
    assert (listed["schema"], listed["total"], len(listed["advisories"])) == (1, 5, 2)


def test_ids_can_be_shown_again(filled: Run) -> None:
    assert [filled(f"show {name} --json").exit_code for name in found(filled, "list")] == [0] * 5


@pytest.mark.parametrize("words", ["=Zhanaozen", "Zhanaoz*", '"oil city of Zhanaozen"'])
def test_a_search_finds_the_seed(filled: Run, words: str) -> None:
    assert found(filled, "search " + words) == ["EUR 57/002/2012@en"]


@pytest.mark.parametrize(
    ("words", "references"),
    [
        ("Zhanaozen", ["EUR 57/002/2012@en", "EUR 57/002/2012@ru"]),
        ("body:zhanaozen", ["EUR 57/002/2012@en"]),
        ("Жанаозен", ["EUR 57/002/2012@ru", "EUR 57/002/2012@en"]),
        ("Zhanaozen --exact", ["EUR 57/002/2012@en"]),
        ("zhanaozen --exact", []),
    ],
)
def test_a_search_finds_a_name_in_every_script_the_nearest_first(
    filled: Run, words: str, references: list[str]
) -> None:
    assert found(filled, "search " + words) == references


def test_a_search_in_json_tells_score_snippet_and_how_it_matched(filled: Run) -> None:
    hit, other = json.loads(filled("search Zhanaozen --json").stdout)["advisories"]
    assert (hit["matched"], other["matched"]) == ("exact", "script")
    assert "Zhanaozen" in hit["snippet"]
    assert hit["score"] > 0


@pytest.mark.parametrize("spelling", ["EUR 57/002/2012", "eur57/2/2012", "EUR57/002/2012"])
def test_a_reference_in_any_spelling_comes_first(filled: Run, spelling: str) -> None:
    assert set(found(filled, f"search {spelling}")[:2]) == {"EUR 57/002/2012@en", "EUR 57/002/2012@ru"}


def test_words_can_be_ruled_out(filled: Run) -> None:
    assert found(filled, "search Kazakhstani -police --exact") == []
    assert found(filled, "search Kazakhstani NOT police --exact") == []
    assert found(filled, "search Kazakhstani -avocats --exact") == ["EUR 57/002/2012@en"]


def test_nothing_found_is_exit_1_with_a_suggestion(filled: Run) -> None:
    result = filled("search =Zhanaosen")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "did you mean" in result.stderr
    assert "zhanaozen" in result.stderr.lower()


def test_nothing_found_in_json_is_an_empty_list(filled: Run) -> None:
    result = filled("search nonesuch --json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["advisories"] == []


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (["search", "=Zhanaosen"], "did you mean Zhanaozen"),
        (["search", "=Zhanaosen"], "in other spellings, without = and --exact, there are 2"),
        (["search", '"workers Zhanaozen"'], "without quotation marks there is 1"),
        (["search", "EUR", "57/003/2012"], "did you mean EUR 57/002/2012?"),
        (["list", "--language", "sw"], 'no text has language:"sw"; there is en, fr, ru'),
        (["list", "tag:striks"], 'no text has tag:"striks"; did you mean strike?'),
        (["search", "avocats", "Zhanaozen", "--exact"], "no text has all of them"),
        (["search", "contry:Atlantis"], 'did you mean "country:"?'),
        (["list", "--country", "Kazakhstam"], 'did you mean "Kazakhstan"?'),
        (["list", "--kind", "pressrelease"], 'did you mean "press_release"?'),
        (["list", "--facets", "speakr"], "did you mean speaker?"),
    ],
)
def test_what_finds_nothing_says_what_may_have_been_meant(filled: Run, line: list[str], hint: str) -> None:
    filled(["add", "--set", "tags=strike", "--keep-both", str(FIXTURES / "layouts" / "031.txt")])
    result = filled(line)
    assert result.exit_code in {1, 2}
    assert result.stdout == ""
    assert hint in result.stderr


def test_facets_count_all_that_is_found_not_the_page(filled: Run) -> None:
    counted = filled("list --facets language,year --limit 1").stdout.split("\n")[:-1]
    assert counted == [
        *("language\ten\t3", "language\tfr\t1", "language\tru\t1"),
        *("year\t2012\t2", "year\t\t1", "year\t1992\t1", "year\t2000\t1"),
    ]
    assert filled("search avocats --facets country").stdout == "country\tTUN\t1\n"


def test_json_has_counts_beside_the_page(filled: Run) -> None:
    listed = json.loads(filled("list --facets kind,tag --limit 2 --json").stdout)
    assert len(listed["advisories"]) == 2
    assert listed["facets"]["tag"] == [{"value": None, "count": 5}]
    assert sum(one["count"] for one in listed["facets"]["kind"]) == listed["total"] == 5


@pytest.mark.parametrize("line", ["list --facets poem", "list --facets country --format ids"])
def test_facets_that_make_no_sense_are_misuse(filled: Run, line: str) -> None:
    assert filled(line).exit_code == 2


@pytest.mark.parametrize("option", ["--explain", "--facets=country"])
def test_a_batch_takes_no_options_of_one_query(filled: Run, option: str) -> None:
    assert filled(["search", "--batch", "-", option]).exit_code == 2


def test_facets_of_nothing_found_are_exit_1(filled: Run) -> None:
    result = filled("search nonesuch --facets country")
    assert (result.exit_code, result.stdout) == (1, "")


def test_snippets_are_as_many_as_asked_for(filled: Run) -> None:
    (hit,) = json.loads(filled("search =security --snippets 3 --language en country:KAZ --json").stdout)["advisories"]
    assert 1 < len(hit["snippets"]) <= 3
    assert hit["snippet"] == hit["snippets"][0]
    assert all("security" in one for one in hit["snippets"])
    (plain,) = json.loads(filled("search =security --snippets 0 country:KAZ --json").stdout)["advisories"]
    assert "snippet" not in plain
    columns = [len(filled(f"search =security country:KAZ --snippets {n}").stdout.split("\t")) for n in (0, 1, 3)]
    assert columns == [8, 9, 9]


def test_what_matches_outside_title_and_body_is_shown_with_its_field(filled: Run) -> None:
    filled(["edit", "EUR", "46/044/2000", "--note", "Ask the registry before quoting."])
    (hit,) = json.loads(filled("search registry note:quoting --json").stdout)["advisories"]
    assert (hit["found_in"], hit["snippet"]) == ("note", "Ask the registry before quoting.")


def test_a_number_is_shown_where_it_is_mentioned(filled: Run) -> None:
    filled(["edit", "MDE", "30/010/2008", "--note", "See EUR 46/044/2000 first."])
    hits = json.loads(filled("search EUR46/44/2000 --json").stdout)["advisories"]
    assert hits[0]["reference"] == "EUR 46/044/2000"


def test_explain_says_how_the_query_was_read_and_why_each_hit_is_one(filled: Run) -> None:
    result = filled("search Zhanaosen --explain --format ids")
    assert result.stdout == "EUR 57/002/2012@ru\nEUR 57/002/2012@en\n"
    read, words, first, second = result.stderr.split("\n")[:-1]
    assert read == "read as: Zhanaosen"
    assert words == "  Zhanaosen: similar spelling: Zhanaozen, Жанаозене"
    assert first.startswith("EUR 57/002/2012@ru: similar spelling: Жанаозене")
    assert second.startswith("EUR 57/002/2012@en: similar spelling: Zhanaozen")


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("a OR (b -c)", "a or (b and not c)"),
        ('"a b"~3 title:x', '"a b" within 3 words and x in title'),
        ("=A b*", "A exactly as written and words that begin with b"),
        ("country:KAZ date:2011-12..2012", "country Kazakhstan (KAZ) and from 2011-12 up to 2012"),
        ("EUR57/2/2012 ref:EUR57/2/2012", "the number EUR 57/002/2012 and bearing the number EUR 57/002/2012"),
        ("year:2012 -kind:report", "dated 2012 and not kind Report"),
    ],
)
def test_every_query_can_be_told_in_words(filled: Run, words: str, read: str) -> None:
    assert json.loads(filled(["search", words, "--explain", "--json"]).stdout)["read"] == read


def test_a_pipe_is_told_on_stderr_that_there_is_more(filled: Run) -> None:
    assert filled("list --limit 2").stderr == "2 of 5; --limit 0 for all\n"
    assert filled("list --limit 0").stderr == ""
    assert filled("list --offset 10").stderr == "none of 5 behind --offset 10\n"
    assert filled("list --limit 2 --offset 3").stderr == ""


@pytest.mark.parametrize("form", ["tsv", "ids", "json"])
def test_all_rows_are_those_of_the_pages(filled: Run, form: str) -> None:
    whole = filled(f"list --limit 0 --format {form}").stdout
    pages = [filled(f"list --limit 2 --offset {offset} --format {form}").stdout for offset in (0, 2, 4)]
    if form == "json":
        listed = [one for page in pages for one in json.loads(page)["advisories"]]
        assert json.loads(whole)["advisories"] == listed
    else:
        assert whole == "".join(pages)


def test_a_terminal_says_in_words_how_a_hit_that_is_not_what_was_typed_came(filled: Run) -> None:
    assert found(filled, "search Janaozen") == ["EUR 57/002/2012@ru", "EUR 57/002/2012@en"]
    with screen("search", "Janaozen") as terminal:
        assert terminal.end() == 0
        said = without_colour(terminal.text)
    assert said.count("in another script") == 2
    assert "1-2 of 2" in said


@pytest.mark.usefixtures("filled")
def test_a_terminal_shows_counts_with_bars() -> None:
    with screen("list", "--facets", "country,year") as terminal:
        assert terminal.end() == 0
        said = without_colour(terminal.text)
    assert "Kazakhstan (KAZ)" in said
    assert "█" in said
    assert "5 texts" in said


def test_explain_says_when_a_word_may_be_spelled_otherwise(filled: Run) -> None:
    said = filled("search Zhanaosen~ --explain").stderr
    assert said.startswith("read as: Zhanaosen or what is spelled nearly so\n  Zhanaosen~: ")


def test_a_search_for_nothing_is_misuse(filled: Run) -> None:
    assert filled("search").exit_code == 2


def test_bad_syntax_is_searched_as_words_and_said(filled: Run) -> None:
    result = filled('search "Zhanaozen')
    assert result.exit_code == 0
    assert result.stderr.startswith("note: ")

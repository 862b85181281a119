"""`advisory list` and `advisory search`: what is found, in which order, in which form."""

import json

import pytest

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
    for name in found(filled, "list"):
        assert filled(f"show {name} --json").exit_code == 0


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


def test_a_search_for_nothing_is_misuse(filled: Run) -> None:
    assert filled("search").exit_code == 2


def test_bad_syntax_is_searched_as_words_and_said(filled: Run) -> None:
    result = filled('search "Zhanaozen')
    assert result.exit_code == 0
    assert result.stderr.startswith("note: ")


@pytest.mark.parametrize("line", ["list", "search Zhanaozen"])
def test_an_empty_archive_says_how_to_begin(run: Run, line: str) -> None:
    result = run(line)
    assert result.exit_code == 1
    assert "advisory add FILE" in result.stderr

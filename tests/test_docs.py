"""What the README says is so: its examples run, its commands exist, its table leads somewhere."""

import re
import shutil
from glob import glob
from pathlib import Path

import pytest

import advisory_cli
from advisory_cli.cli.app import COMMANDS
from scripts.build_reference import build
from tests.conftest import Run
from tests.pages import Reader, blocks_of, fits, steps_of

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

PAGES = [path for path in sorted((ROOT / "docs").rglob("*.md")) if "examples" not in path.parts]
"""The documentation beside the README."""

ALL_PAGES = [*PAGES, *ROOT.glob("*.md")]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def test_the_tinydb_example_finds_the_document(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "data", home / "data", ignore=shutil.ignore_patterns(".*", "*.lock"))
    exec(blocks("python")[0], {})  # noqa: S102 - the README is ours
    assert capsys.readouterr().out == "Kazakhstan's failure to find truth about violent clashes\n"


def test_the_library_example_says_what_it_says(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "tests" / "fixtures", home / "tests" / "fixtures")
    exec(blocks("python")[1], {})  # noqa: S102 - the README is ours
    assert capsys.readouterr().out.split("\n") == [
        "added EUR 57/002/2012 (en)",
        "John Dalhuisen",
        "2012-03-22 Kazakhstan's failure to find truth about violent clashes",
        "",
    ]


def test_the_commands_of_the_readme_run(run: Run, seed: Path, home: Path) -> None:
    shutil.copy(seed, home / "report.txt")
    shutil.copy(ROOT / "tests" / "fixtures" / "layouts" / "007.txt", home / "statement.txt")
    lines = [line.partition("#")[0].split() for line in blocks("sh")[2].splitlines()]
    ran = [run(words[1:]) for words in lines if words != ["advisory", "add"]]
    assert [result.exit_code for result in ran] == [0, 0, 0, 0]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_the_examples_of_a_page_print_what_stands_there(path: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for block in blocks_of(path.read_text(encoding="utf-8")):
        if block.language == "python":
            assert reader.runs(block.text) == said_by(block.text)
        if block.language == "console":
            for step in steps_of(block.text):
                if "jq " in step.command and not shutil.which("jq"):
                    continue
                printed = reader.types(step.command)
                if not fits(step.expected, printed):
                    assert f"$ {step.command}\n{printed}" == f"$ {step.command}\n{step.expected}"


@pytest.mark.parametrize(
    ("expected", "printed", "is_so"),
    [
        ("", "", True),
        ("added 4\n", "added 4\n", True),
        ("added 4\n", "added 4\nfailed 1\n", False),
        ("added 4\nfailed 1\n", "added 4\n", False),
        ("added ...\n", "added 4, failed 1\n", True),
        ("added ...\n", "revised 4\n", False),
        ("from ... to ...\n", "from 1 to 2\n", True),
        ("...\nadded 4\n", "one\ntwo\nadded 4\n", True),
        ("...\nadded 4\n", "one\ntwo\n", False),
        ("at 2026-01-02T03:04:05Z\n", "at 2027-06-07T08:09:10Z\n", True),
        ("on 2026-01-02\n", "on 2027-06-07\n", False),
        ("a.b\n", "a-b\n", False),
    ],
)
def test_an_example_fits_what_is_printed_but_for_what_is_marked(expected: str, printed: str, *, is_so: bool) -> None:
    assert fits(expected, printed) == is_so


def said_by(program: str) -> str:
    """What a program of a page is said to print: the comments behind its calls of ``print``."""
    return "".join(f"{said}\n" for said in re.findall(r"print\(.*\)  # (.*)", program))


@pytest.mark.parametrize("path", ALL_PAGES, ids=name_of)
def test_the_links_of_a_page_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\(([^)]+)\)", re.sub(r"`[^`\n]*`", "", text))
    assert [link for link in links if not leads_somewhere(path, link)] == []


def leads_somewhere(page: Path, link: str) -> bool:
    if link.startswith("https://"):
        return True
    name, _, place = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not place or place in anchors(target.read_text(encoding="utf-8")))


def anchors(page: str) -> list[str]:
    """Names of the headings of a page as its readers on the web get them."""
    headings = re.findall(r"^#+ (.*)$", page, flags=re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]


def test_the_reference_says_what_the_program_says() -> None:
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert page == build(page), "run: python scripts/build_reference.py"


@pytest.mark.parametrize("path", ALL_PAGES, ids=name_of)
def test_the_options_that_a_page_names_exist(path: Path) -> None:
    known = set(re.findall(r"--[a-z-]+", (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")))
    lines = re.findall(r"\badvisory [^`\n#|;]*", path.read_text(encoding="utf-8"))
    named = {option for line in lines for option in re.findall(r"(?<= )--[a-z][a-z-]+", line)}
    assert named - known == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"| `advisory {command}` |" in README


def test_the_table_of_changes_leads_to_files() -> None:
    rows = README.partition("## To change something")[2].split("\n")
    named = [name for row in rows if row.startswith("| ") for name in re.findall(r"`([^`]+)`", row)]
    assert named
    assert [name for name in named if not glob(str(ROOT / name))] == []  # noqa: PTH207 - patterns of the README


def test_every_public_name_is_there_and_documented() -> None:
    for name in advisory_cli.__all__:
        assert getattr(advisory_cli, name).__doc__


def test_what_is_not_public_is_said_to_be_missing() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        advisory_cli.no_such_name  # noqa: B018


def test_the_picture_needs_nothing_from_elsewhere() -> None:
    picture = (ROOT / "docs" / "advisory.svg").read_text(encoding="utf-8")
    assert "@font-face" not in picture
    assert not re.search(r"(?:href|src|url)\s*[=(]\s*[\"']?https?:", picture)

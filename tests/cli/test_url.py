"""`advisory add --url`: only what was typed, with the address it came from."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisory_cli.cli.app import COMMANDS
from tests.conftest import Run
from tests.sources.test_fetch import PAGE, Site


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


def test_an_address_is_added_with_where_it_came_from_and_its_bytes(run: Run, site: Site) -> None:
    assert "added EUR 57/002/2012" in run(["add", "--allow-private", "--url", site.address("/there")]).stdout
    (record,) = json.loads(run("show EUR 57/002/2012 --json").stdout)["advisories"]
    assert record["source"]["url"] == site.address("/a/%D0%B1?q=1")
    assert run("show EUR 57/002/2012 --raw").stdout == PAGE.decode()


def test_an_address_of_this_machine_is_refused_and_not_asked(run: Run, site: Site) -> None:
    site.seen.clear()
    result = run(["add", "--url", site.address("/")])
    assert (result.exit_code, site.seen) == (3, [])
    assert "allow it with --allow-private" in result.stderr


def test_one_that_gives_nothing_does_not_stop_the_others(run: Run, site: Site) -> None:
    addresses = [word for path in ("/missing", "/", "/loop") for word in ("--url", site.address(path))]
    result = run(["add", "--json", "--allow-private", *addresses])
    data = json.loads(result.stdout)
    assert (result.exit_code, len(data["added"]), len(data["failed"])) == (4, 1, 2)
    assert "the server answers 404 Not Found" in data["failed"][0]["error"]


def test_no_document_causes_a_fetch(run: Run, site: Site) -> None:
    """Not an address in a text, nor a picture, style sheet or frame of a page."""
    site.seen.clear()
    address = site.address("/x")
    page = (
        f'<html><head><link rel="stylesheet" href="{address}"><base href="{address}"></head><body><p>MEDIA ADVISORY</p>'
        f'<p>AI Index: EUR 57/003/2012</p><img src="{address}"><iframe src="{address}"></iframe>'
        f'<p>The authorities must open an inquiry, <a href="{address}">Amnesty</a> said today.</p></body></html>'
    )
    assert run("add -", stdin=page.encode()).exit_code == 0
    assert run("add -", stdin=f"AI Index: EUR 57/004/2012\n\n[Title]({address})\n\n{address}\n".encode()).exit_code == 0
    run("show EUR 57/003/2012")
    run("doctor")
    assert site.seen == []


WATCHED = """
import sys
asked = []
NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}
sys.addaudithook(lambda event, _: asked.append(event) if event in NETWORK else None)
from typer.testing import CliRunner
from advisory_cli.cli.app import app
for line in sys.argv[1:]:
    result = CliRunner().invoke(app, line.split())
    assert result.exit_code in (0, 1), (line, result.output)
print(len(asked))
"""

LINES = (
    "add report.txt",
    "list",
    "search Zhanaozen --explain",
    "show 1 --related",
    "show 1 --format html",
    "related 1",
    "cite 1",
    "history 1",
    "edit 1 --note x --yes",
    "tag 1 +x",
    "redact 1 --contacts",
    "withdraw 1 --reason x --yes",
    "undo --yes",
    "export -f html -o out.html",
    "import rows.jsonl",
    "quotes",
    "contacts --stale",
    "stats",
    "check report.txt",
    "doctor",
    "remove 1 --yes",
    "config",
    "help",
    "man",
    "completion bash",
)


def calls_of_the_network(*lines: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *lines], capture_output=True, check=False, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def test_no_command_asks_the_network_but_for_an_address_that_was_typed(home: Path, seed: Path, site: Site) -> None:
    (home / "report.txt").write_bytes(seed.read_bytes())
    (home / "rows.jsonl").write_text(json.dumps({"title": "See", "body": f"See {site.address('/x')}."}))
    assert {line.split()[0] for line in LINES} == set(COMMANDS)
    assert calls_of_the_network(*LINES) == 0
    assert calls_of_the_network(f"add --allow-private --url {site.address('/')}") > 0

"""`advisory add` of what is no plain file: web addresses, old encodings, archives of documents."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import Run
from tests.letters import letters, write_letters
from tests.sources.files import as_zip

RUSSIAN = letters(1)[0].replace("“", '"').replace("”", '"') + "\nЗаявление\n"


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path in {"/letter.txt", "/russian.txt"}
        encoding = "koi8-r" if self.path == "/russian.txt" else "utf-8"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"text/plain; charset={encoding}")
        self.end_headers()
        text = RUSSIAN if encoding == "koi8-r" else letters(1)[0]
        self.wfile.write(text.encode(encoding) if found else b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the server calls it
        pass


@pytest.fixture
def address() -> Iterator[str]:
    """A web server on this machine."""
    with HTTPServer(("127.0.0.1", 0), _Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def records(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("list --json --sort added").stdout)["advisories"]
    return found


def test_a_web_address_is_fetched_and_kept_with_the_record(run: Run, address: str) -> None:
    result = run(f"add --allow-private --url {address}/letter.txt")
    assert (result.exit_code, result.stdout[:6]) == (0, "added ")
    (record,) = records(run)
    assert record["source"]["url"] == f"{address}/letter.txt"  # type: ignore[index]


def test_addresses_of_the_own_network_are_not_asked_unless_that_is_said(run: Run, address: str, home: Path) -> None:
    result = run(f"add --url {address}/letter.txt")
    assert result.exit_code == 3
    assert "--allow-private" in result.stderr
    assert not (home / "archive").exists()


def test_the_encoding_that_a_server_says_is_believed(run: Run, address: str) -> None:
    result = run(f"add --allow-private --url {address}/russian.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    (record,) = records(run)
    assert "Заявление" in str(record["body"])
    assert record["source"]["encoding"] == "koi8-r"  # type: ignore[index]


@pytest.mark.parametrize("encoding", ["koi8-r", "KOI8-R", "utf-16-le", "utf-16"])
@pytest.mark.parametrize("name", ["a.txt", "a.zip"])
def test_the_encoding_that_is_named_is_believed(run: Run, home: Path, name: str, encoding: str) -> None:
    content = RUSSIAN.encode(encoding)
    (home / name).write_bytes(as_zip([("a.txt", content)]) if name == "a.zip" else content)
    result = run(f"add {name} --encoding {encoding}")
    assert (result.exit_code, result.stderr) == (0, "")
    (record,) = records(run)
    assert "Заявление" in str(record["body"])


def test_the_encoding_that_is_named_is_not_believed_before_the_bytes(run: Run, home: Path) -> None:
    (home / "a.txt").write_bytes(RUSSIAN.encode())
    run("add a.txt --encoding koi8-r")
    assert "Заявление" in str(records(run)[0]["body"])


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "a\0b", "idna"])
def test_an_encoding_of_no_text_is_misuse(run: Run, home: Path, name: str) -> None:
    result = run(["add", "a.txt", "--encoding", name])
    assert result.exit_code == 2
    assert "koi8-r" in result.stderr
    assert not (home / "archive").exists()


def test_an_address_that_failed_is_tried_again_from_the_list(run: Run, address: str, home: Path) -> None:
    write_letters(home, ["a.txt"], first=5)
    assert run(f"add a.txt --allow-private --url {address}/missing.txt").exit_code == 4
    assert (home / "archive" / "failures.tsv").read_text(encoding="utf-8").startswith(f"{address}/missing.txt\t")
    assert "404" in run("add --allow-private --retry archive/failures.tsv").stderr


@pytest.mark.parametrize("way", ["file", "pipe", "two processes"])
def test_every_document_of_an_archive_is_taken_and_each_failure_named(run: Run, home: Path, way: str) -> None:
    packed = as_zip([("0.txt", letters(1)[0].encode()), ("1.txt", letters(1, first=1)[0].encode()), ("empty.txt", b"")])
    (home / "more").mkdir()
    for path in (home / "letters.zip", home / "more" / "letters.zip"):
        path.write_bytes(packed)
    line = {"file": "add letters.zip", "pipe": "add", "two processes": "add --jobs 2 more"}[way]
    result = run(line, stdin=packed if way == "pipe" else None)
    assert result.exit_code == 4
    assert "empty.txt" in result.stderr
    assert result.stderr.splitlines()[-1] == "added 2, revised 0, unchanged 0, failed 1"
    assert len(records(run)) == 2

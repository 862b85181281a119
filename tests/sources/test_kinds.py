"""What kind of file bytes are: by the bytes, whatever their name says."""

from pathlib import Path

import pytest

from advisory_cli.sources.formats import HTML, MAIL, MARKDOWN, PDF, TEXT, ZIP, Format, format_of
from tests.sources.files import as_html, as_mail, as_pdf, as_zip

LAYOUTS = sorted((Path(__file__).parents[1] / "fixtures" / "layouts").glob("*.txt"))
HEADER = b"From: a@example.org\nSubject: x\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (as_pdf("text"), PDF),
        (b"\xef\xbb\xbf%PDF-1.4\n", PDF),
        (b"A text that speaks of %PDF-1.4 as a mark", TEXT),
        (as_zip([("a.txt", b"text")]), ZIP),
        (as_html("text"), HTML),
        (b"<!DOCTYPE html><p>text", HTML),
        (b"\n<!-- saved from url=(0021)http://example.org/ -->\n<HTML><body>text", HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">text', HTML),
        (b"<div class=x>text</div>", HTML),
        ("<html><p>text".encode("utf-16"), HTML),
        ("<html><p>text".encode("utf-16-le"), HTML),
        (b"<http://example.org> is an address", TEXT),
        (b"<press@example.org> wrote", TEXT),
        (as_mail("text"), MAIL),
        (b"From a@example.org Fri Mar 23 10:00:00 2012\n" + as_mail("text"), MAIL),
        (HEADER + b"Received: from x\n\tby y; Fri\n\ntext", MAIL),
        (HEADER + b"Content-Type: text/plain\r\n\r\ntext", MAIL),
        (HEADER + b"\ntext", TEXT),
        (HEADER + b"Message-ID: <1@example.org>\n\ntext", TEXT),
        (HEADER + b"text\nMIME-Version: 1.0\n\ntext", TEXT),
        (b"MIME-Version: 1.0", TEXT),
        (b"AI Index: EUR 57/002/2012\n22 March 2012\n\nReceived: nothing", TEXT),
        (b"# Heading\n\n[link](http://example.org)", MARKDOWN),
        (b"# Heading\n\ntext", TEXT),
        (b"#hashtag\n# and **more**", TEXT),
    ],
)
def test_the_bytes_say_what_they_are(content: bytes, kind: Format) -> None:
    assert format_of(content, "misnamed.docx") == kind


@pytest.mark.parametrize(
    ("content", "name", "label"),
    [
        (b'{"reference": "EUR 57/002/2012"}\n{"reference": null}\n', "x.jsonl", "data (JSON)"),
        (b'\xef\xbb\xbf\n[\n  {"title" : "x"}]', "x.txt", "data (JSON)"),
        (b'{"advisories": {\n"1": {}\n}}\n', "", "data (JSON)"),
        (b'<?xml version="1.0"?>\n<rss><channel>', "x.txt", "data (XML)"),
        (b"reference,title\nEUR 57/002/2012,x\n", "X.CSV", "a table (CSV)"),
        (b"reference\ttitle\n", "x.tsv", "a table (CSV)"),
        (b"reference,title\nEUR 57/002/2012,x\n", "x.txt", "text"),
        (b"One line\nand another, of a text", "x.csv", "text"),
        (b'["Stop torture"]: a campaign', "x.json", "text"),
        (b"{Photo: AP} They said", "x.json", "text"),
        (b"Documents in <?xml version", "x.xml", "text"),
    ],
)
def test_files_of_data_are_no_texts_where_that_is_sure(content: bytes, name: str, label: str) -> None:
    assert format_of(content, name).label == label


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_texts_with_the_wrappers_of_mails_and_sites_are_text(path: Path) -> None:
    assert format_of(path.read_bytes(), path.name) == TEXT


@pytest.mark.parametrize(
    ("content", "media_type", "kind"),
    [
        (b"text <b>with</b> marks", "text/html; charset=utf-8", HTML),
        (b"no marks", "text/html", TEXT),
        (b"text", "text/markdown", MARKDOWN),
        (b"text", "application/pdf", TEXT),
        (b"<html>text", "text/plain", HTML),
    ],
)
def test_the_sender_is_believed_where_the_bytes_do_not_say(content: bytes, media_type: str, kind: Format) -> None:
    assert format_of(content, "x", media_type) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"a:" * 500_000,
        b"a: b\n" * 200_000,
        b"a:\n \n" * 200_000,
        b"From " * 200_000,
        b"\n" * 1_000_000,
        b"<!--" * 250_000,
        b"<?xml" * 200_000,
        b"[" * 1_000_000,
        b'{"a' * 300_000,
        b"#" * 1_000_000,
        b"%PDF-" * 200_000,
    ],
    ids=lambda content: content[:6].decode(),
)
def test_a_million_bytes_of_the_worst_kind_are_text(content: bytes) -> None:
    assert format_of(content) == TEXT

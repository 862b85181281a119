"""Hostile files end in a clear word within limits; one that breaks the worker costs itself only."""

import io
import socket
import stat
import struct
import subprocess
import sys
import threading
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory_cli.errors import Unreadable
from advisory_cli.model import Document
from advisory_cli.sources import documents_in, read_bytes
from advisory_cli.sources.messages import Limits
from advisory_cli.sources.workers import PROGRAM, Part, _idle, parts
from tests.sources.files import as_docx, as_html, as_mail, as_pdf, as_zip, pdf_of, with_part

BEHAVIOUR = """
import os, time
from advisory_cli.sources import extract
from advisory_cli.sources.formats import HTML
from advisory_cli.sources.extracted import Extracted

def behave(content, limits, media_type):
    text = content.decode().removeprefix("<html>")
    exec(text)
    return Extracted("done " + text)

extract._READERS[HTML] = behave
"""
"""A worker in which a web page is a program: what a hostile file might make of a library."""


def pages(*texts: str) -> bytes:
    return as_zip([(f"{number}.html", b"<html>" + text.encode()) for number, text in enumerate(texts)])


def read(content: bytes, limits: Limits = Limits()) -> list[Part]:  # noqa: B008 - a value
    before, _, after = PROGRAM.partition("main()")
    return list(parts(content, "x", None, limits, program=f"{before.removesuffix('; ')}\n{BEHAVIOUR}\nmain(){after}"))


def reasons(content: bytes, limits: Limits = Limits()) -> list[str | None]:  # noqa: B008
    return [part.refused for part in read(content, limits)]


CRASH, SLEEP, SPIN, EAT = "os._exit(3)", "time.sleep(60)", "while True: pass", "a = bytearray(1 << 40)"
REST = "the rest of it cannot be read or takes too long"
NO_PAGE = "it looks like a web page (HTML) and cannot be read as one"
BROKEN = "the program that reads such files broke down on it; the file may be damaged"


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (CRASH, BROKEN),
        ("os.abort()", BROKEN),
        (SLEEP, "it takes longer than 1 seconds to read"),
        (SPIN, "it takes longer than 1 seconds to read"),
        (EAT, "it takes more than 512 MiB of memory to read"),
        ("os.write(3, b'x' * 99)", BROKEN),
        ("1 / 0", f"{NO_PAGE} (ZeroDivisionError)"),
        (
            "behave(content, limits, media_type)",
            f"{NO_PAGE} (RecursionError)",
        ),
    ],
)
def test_what_breaks_a_reader_costs_one_document(behaviour: str, reason: str) -> None:
    found = read(pages("pass", behaviour, "pass"), Limits(seconds=1))
    assert [(part.names, part.refused) for part in found] == [
        (("0.html",), None),
        (("1.html",), reason),
        (("2.html",), None),
    ]


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.socket()",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "os.system('true')",
        "os.fork()",
        "open('/tmp/advisory-test-of-a-worker', 'w')",
        "os.open('/tmp/advisory-test-of-a-worker', os.O_CREAT | os.O_WRONLY)",
        "os.remove('/tmp/advisory-test-of-a-worker')",
        "os.mkdir('/tmp/advisory-test-of-a-worker')",
    ],
)
def test_a_worker_cannot_reach_out(deed: str) -> None:
    assert reasons(b"<html>" + deed.encode()) == [f"{NO_PAGE} (PermissionError)"]


def test_a_worker_knows_nothing_of_the_users_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISORY_SECRET", "x")
    assert reasons(b"<html>assert 'ADVISORY_SECRET' not in os.environ and os.getcwd() == '/'") == [None]


def test_a_worker_that_cannot_be_started_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert reasons(b"<html>") == ["the program that reads such files cannot be started: No such file or directory"]


def test_what_a_library_prints_is_no_answer() -> None:
    assert reasons(b"<html>print('x' * 99_999)") == [None]


def test_a_file_that_breaks_one_worker_after_the_other_is_given_up() -> None:
    found = reasons(pages(*[CRASH] * 9), Limits(losses=2))
    assert found == [BROKEN, BROKEN, REST]


def test_a_file_of_many_slow_documents_is_given_up() -> None:
    found = reasons(pages(*["time.sleep(0.7)"] * 9), Limits(all_seconds=3))
    assert found[-1] == REST
    assert len(found) < 7


def bomb(size: int) -> bytes:
    return as_zip([("a.txt", b"A" * size)])


def nested(depth: int) -> bytes:
    content = b"text"
    for number in range(depth):
        content = as_zip([(f"{number}.zip" if number else "a.txt", content)])
    return content


def overlapping(entries: int) -> bytes:
    """An archive in which so many entries are one and the same megabyte."""
    content = as_zip([("a", b"A" * 1_000_000)])
    begin, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entry = content[begin:end]
    closing = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, entries, entries, entries * len(entry), begin, 0)
    return content[:begin] + entry * entries + closing


def locked_zip() -> bytes:
    """An archive that says that its file is protected by a password."""
    content = bytearray(as_zip([("a.txt", b"secret")]))
    content[content.index(b"PK\x03\x04") + 6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def a_pdf(pages: bytes) -> bytes:
    """A PDF of one empty page with this list of pages."""
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")


@pytest.mark.parametrize(
    ("content", "limits", "reason"),
    [
        (bomb(1001), Limits(size=1000), "it is larger than 0.000953674 MiB"),
        (as_zip([("a", b"x" * 600), ("b", b"x" * 600)]), Limits(unpacked=1000), "the rest was not read"),
        (as_zip([("a", b"x"), ("b", b"x"), ("c", b"x")]), Limits(documents=3), "holds more than 3 documents"),
        (nested(6), Limits(), "more than 3 archives or mails deep"),
        (as_mail("", ("a.eml", as_mail("", ("b.zip", nested(3))))), Limits(), "more than 3 archives or mails deep"),
        (bomb(1001), Limits(text=1000), "more than 1,000 characters"),
        (as_html("x" * 1001), Limits(text=1000), "more than 1,000 characters"),
        (as_pdf("word " * 1001), Limits(text=1000), "more than 1,000 characters"),
        (as_docx("x" * 1001), Limits(text=1000), "more than 1,000 characters"),
        (as_mail("x" * 1001), Limits(text=1000), "more than 1,000 characters"),
        (with_part(as_docx("x"), "word/document.xml", b"A" * 200_000), Limits(size=100_000), "unpacks to more than"),
        (b"<html>" + b"<div>" * 50_000 + b"x", Limits(), "too deep in each other"),
        (b"<html>" + b"<div>x</div>" * 200_000, Limits(memory=200 << 20), "MiB of memory"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 9_000, Limits(), "no text"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 90_000,
            Limits(),
            "10,000 parts",
        ),
        (b"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 1000 + b"x", Limits(), "cannot be read as one"),
        (b"MIME-Version: 1.0\nSubject: " + b"x" * 11_000_000 + b"\n\n", Limits(), "characters"),
        (as_zip([("a", b"")]) + b"PK\x01\x02" * 60_000, Limits(), "it lists more than 50,000 files"),
        (overlapping(2), Limits(), "files in it share their bytes"),
        (overlapping(2000), Limits(), "files in it share their bytes"),
        (locked_zip(), Limits(), "protected by a password"),
        (as_pdf("text", locked="x"), Limits(), "protected by a password"),
        (a_pdf(b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>"), Limits(), "no text in it"),
        (a_pdf(b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99>>"), Limits(), "no text in it"),
        (
            b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF",
            Limits(),
            "damaged PDF",
        ),
    ],
)
def test_a_hostile_file_ends_in_a_clear_word(content: bytes, limits: Limits, reason: str) -> None:
    found = list(parts(content, "x", None, limits))
    assert reason in str(found[-1].refused)


def test_a_mail_that_breaks_its_library_costs_itself_only() -> None:
    parted = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    found = list(parts(as_zip([("a.eml", b"MIME-Version: 1.0\n" + parted), ("b.txt", b"text")]), "x", None, Limits()))
    assert [(part.names, part.refused) for part in found] == [
        (("a.eml",), "it looks like a mail (EML) and cannot be read as one (RecursionError)"),
        (("b.txt",), None),
    ]


def document_xml(entities: str, text: str) -> bytes:
    return (
        f"<!DOCTYPE x {entities}>"
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"<w:body><w:p><w:r><w:t>seen {text}</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


def test_a_word_document_cannot_read_other_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("nevergonnabeseen")
    entity = f'[<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]'
    content = with_part(as_docx("x"), "word/document.xml", document_xml(entity, "&e;"))
    (part,) = parts(content, "x", None, Limits())
    assert "nevergonnabeseen" not in part.text


def test_a_word_document_that_never_speaks_of_links_is_read() -> None:
    markup = document_xml("", "x").replace(
        b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"', b""
    )
    (part,) = parts(with_part(as_docx("x"), "word/document.xml", markup), "x", None, Limits())
    assert (part.refused, part.text) == (None, "seen x")


@pytest.mark.parametrize("name", ["/etc/passwd", "../../a.txt", "C:\\a.txt", "a\x1b[31m\u202e\n.txt", "x" * 4096])
def test_names_in_an_archive_are_names_and_no_places(name: str) -> None:
    (part,) = parts(as_zip([(name, b"text")]), "x", None, Limits())
    assert (part.refused, part.text, part.names) == (None, "text", (name,))


@pytest.mark.parametrize(
    ("stored", "name"),
    [
        ("Привет, мир 1.txt".encode("cp866"), "Привет, мир 1.txt"),
        ("Привет.txt".encode(), "Привет.txt"),
        ("déjà-vu.txt".encode("cp437"), "déjà-vu.txt"),
        (b"\xe0" * 60_000 + b"a.txt", "α" * 60_000 + "a.txt"),
        ("été à Paris.txt".encode("cp437"), "été à Paris.txt"),
    ],
)
def test_names_that_say_no_encoding_are_read_as_they_were_meant(stored: bytes, name: str) -> None:
    stand_in = "x" * len(stored)
    (part,) = parts(as_zip([(stand_in, b"text")]).replace(stand_in.encode(), stored), "x", None, Limits())
    assert part.names == (name,)


def test_a_link_in_an_archive_is_no_document_and_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, stat.S_IFLNK << 16
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(link, str(tmp_path / "secret"))
    (part,) = parts(content.getvalue(), "x", None, Limits())
    assert (part.refused, part.is_data) == ("it is a symbolic link", True)


def test_memory_that_a_parser_of_xml_lacks_is_said() -> None:
    markup = document_xml("", "x").replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 4_000_000)
    word = with_part(as_docx("x"), "word/document.xml", markup)
    for content in (word, b"<html>" + b"<p>x</p>\n" * 4_000_000):
        (part,) = parts(content, "x", None, Limits())
        assert part.refused == "it takes more than 384 MiB of memory to read"


def test_a_large_attachment_costs_a_few_times_its_size() -> None:
    attached = b"Content-Disposition: attachment; filename=a.txt\nContent-Transfer-Encoding: base64\n\n"
    content = b"".join((
        b"From: Ann\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n",
        b"--x\n\nHello.\n--x\n" + attached + (b"QUJD" * 19 + b"\n") * 500_000 + b"--x--\n",
    ))  # fmt: skip
    mail, file = parts(content, "x", None, Limits(memory=320 << 20))
    assert (mail.text.endswith("Hello."), file.refused) == (True, "it has more than 5,242,880 characters of text")


def test_entities_that_multiply_end_in_a_refusal() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    content = with_part(as_docx("x"), "word/document.xml", document_xml(f'[<!ENTITY a0 "lol">{laughs}]', "&a9;"))
    with pytest.raises(Unreadable):
        read_bytes(content, "x")


@pytest.fixture
def listener() -> Iterator[tuple[int, list[bool]]]:
    """A port of this machine, and whether anything has called there."""
    called: list[bool] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    server.accept()[0].close()
                except TimeoutError:
                    continue
                called.append(True)

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], called
        over.set()
        thread.join()


def test_no_file_makes_a_connection(listener: tuple[int, list[bool]]) -> None:
    port, called = listener
    address = f"http://127.0.0.1:{port}/x"
    page = (
        f'<html><head><link rel=stylesheet href="{address}"><base href="{address}"></head><body><img src="{address}">'
    )
    page += f'<iframe src="{address}"></iframe><script src="{address}"></script><p>text of the page</p>'
    external = document_xml(f'SYSTEM "{address}"', "x"), document_xml(f'[<!ENTITY e SYSTEM "{address}">]', "&e;")
    office = [with_part(as_docx("x"), "word/document.xml", content) for content in external]
    for content in (page.encode(), as_mail("", page=page.encode()), *office):
        list(parts(content, "x", None, Limits()))
    assert called == []


def test_a_worker_is_kept_for_the_next_file() -> None:
    list(parts(as_pdf("text"), "x", None, Limits()))
    before = list(_idle)
    list(parts(as_pdf("other"), "x", None, Limits()))
    assert _idle == before


def test_a_reader_that_is_left_half_way_leaves_nothing_behind() -> None:
    found = parts(as_zip([("a.txt", b"one"), ("b.txt", b"two"), ("c.txt", b"three")]), "x", None, Limits())
    assert next(found).text == "one"
    del found
    assert [part.text for part in parts(as_zip([("d.txt", b"four")]), "x", None, Limits())] == ["four"]


def test_threads_do_not_get_each_others_documents() -> None:
    files = [as_zip([(f"{n}-{m}.txt", f"text {n} {m}".encode()) for m in range(20)]) for n in range(20)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda content: [part.text for part in parts(content, "x", None, Limits())], files))
    assert found == [[f"text {n} {m}" for m in range(20)] for n in range(20)]


def test_text_needs_no_worker() -> None:
    program = (
        "import sys\nfrom advisory_cli.sources import read_bytes\nread_bytes(b'text', 'x')\n"
        "assert not {'subprocess', 'email', 'zipfile', 'lxml', 'pypdfium2'} & set(sys.modules), sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


SEEDS = (b"", b"%PDF-1.4\n", as_pdf("text"), b"PK\x03\x04", as_zip([("a", b"x")]), as_docx("x")[:900], b"<html><p>")
MAILS = (as_mail("text"), as_mail("", ("a.zip", as_zip([("a", b"x")]))), b"MIME-Version: 1.0\n\n")


@settings(max_examples=60)
@given(st.sampled_from(SEEDS + MAILS), st.binary(max_size=40), st.integers(0, 2000), st.binary(max_size=40))
def test_any_bytes_are_documents_or_refused(seed: bytes, before: bytes, cut: int, after: bytes) -> None:
    try:
        found = list(documents_in(before + seed[:cut] + after + seed[cut:], "x"))
    except Unreadable:
        return
    assert found
    for one in found:
        assert isinstance(one, Unreadable) or (isinstance(one, Document) and "\0" not in one.text)


@settings(max_examples=40)
@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1).filter(str.strip))
def test_every_text_comes_back_out_of_a_page(text: str) -> None:
    document = read_bytes(as_html(text, around="<html><body>{}</body></html>"), "x")
    assert document.text == " ".join(text.split())


def test_a_stream_that_unpacks_without_end_is_stopped() -> None:
    packed = zlib.compress(b"\n" * 50_000_000, 9)
    content = pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    )
    (part,) = parts(content, "x", None, Limits(memory=120 << 20))
    assert part.refused

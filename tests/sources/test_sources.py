"""Bytes and files to text."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.errors import Unreadable
from advisory_cli.sources import decode, read_bytes, read_file
from tests.conftest import FIXTURES

GREEK = "Η Διεθνής Αμνηστία ζητά να διεξαχθεί ανεξάρτητη έρευνα για τα βασανιστήρια των κρατουμένων. " * 3
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RUSSIAN = "Правда о событиях в Жанаозене остается не выясненной, заявила сегодня организация. " * 3


def test_a_file_gives_text_and_provenance_and_its_bytes_as_they_came(tmp_path: Path) -> None:
    content = "Kazakhstan’s failure\r\n\r\nBody\rend".encode()
    path = tmp_path / "EUR-57-002-2012.TXT"
    path.write_bytes(content)

    document = read_file(path)

    assert document.text == "Kazakhstan’s failure\n\nBody\nend"
    assert document.content == content
    assert document.extension == "txt"
    assert document.notes == ()
    assert document.source.name == "EUR-57-002-2012.TXT"
    assert document.source.media_type == "text/plain"
    assert document.source.sha256 == hashlib.sha256(content).hexdigest()
    assert document.source.bytes == len(content)
    assert document.source.encoding == "utf-8"
    assert document.source.url is None


@pytest.mark.parametrize(
    ("name", "media_type", "extension"),
    [
        ("a.md", "text/markdown", "md"),
        ("a.txt", "text/plain", "txt"),
        ("standard input", "text/plain", "txt"),
        ("a.tar..", "text/plain", "txt"),
        ("a.d/e", "text/plain", "txt"),
        ("a.très-long", "text/plain", "txt"),
    ],
)
def test_the_name_gives_media_type_and_ending(name: str, media_type: str, extension: str) -> None:
    document = read_bytes(b"text", name)
    assert (document.source.media_type, document.extension) == (media_type, extension)


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        ("é".encode(), "é", "utf-8"),
        ("é".encode("utf-8-sig"), "é", "utf-8-sig"),
        ("é".encode("utf-16"), "é", "utf-16"),
        (b"\xfe\xff" + "é".encode("utf-16-be"), "é", "utf-16"),
        ("é".encode("utf-32"), "é", "utf-32"),
        (b"a\r\nb\rc\n\r\n", "a\nb\nc\n\n", "utf-8"),
        ("文書番号".encode("iso2022_jp"), "文書番号", "iso2022_jp_2"),
        ("색인".encode("iso2022_kr"), "색인", "iso2022_kr"),
        (b"\x1b$ and \x1b[31m", "\x1b$ and \x1b[31m", "utf-8"),
    ],
)
def test_marked_and_valid_encodings_are_certain(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == (text, encoding, ())


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GREEK, "iso8859-7"), (RUSSIAN, "utf-16-le")]
)
def test_an_old_encoding_is_guessed_with_a_note(text: str, encoding: str) -> None:
    read, _, notes = decode(text.encode(encoding))
    assert read == text
    assert "guessed" in notes[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_the_order_of_bytes_is_told_by_blanks_and_line_ends(encoding: str) -> None:
    text = (FIXTURES / "layouts" / "010.txt").read_text(encoding="utf-8")
    assert decode(text.encode(encoding))[:2] == (text, encoding)


def test_a_short_western_line_is_read_as_cp1252_with_a_note() -> None:
    text, encoding, notes = decode("Amnistía".encode("cp1252"))
    assert (text, encoding) == ("Amnistía", "cp1252")
    assert "not certain" in notes[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Yetkililer José Núñez için tahliye kararı vermeli, yakınları duruşma salonuna girmedi.", "cp1254"),
        ("Hún var handtekin þegar hún mótmælti við þinghúsið. Maðurinn er ekki hér, sagði hún.", "cp1252"),
        ("Les autorités doivent le libérer, a déclaré Ýmir.", "cp1252"),
    ],
)
def test_turkish_is_told_from_other_western_languages_by_its_own_letters(text: str, encoding: str) -> None:
    read, told, notes = decode(text.encode(encoding))
    assert (read, told) == (text, encoding)
    assert notes


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15", "cp850", "mac-roman"])
@pytest.mark.parametrize(
    "text",
    [
        "Les autorités doivent libérer le journaliste arrêté à Genève, a déclaré l'organisation.",
        "Las autoridades deben liberarlo, declaró la organización, que está preocupada por los niños detenidos.",
        "Die Behörden müssen ihn sofort freilassen, erklärte die Organisation. Die Angehörigen durften nicht hinein.",
    ],
)
def test_western_letters_are_told_by_the_words_they_stand_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\xff\xfe", "\n \n".encode("utf-16"), "\u3000\n".encode()])
def test_marks_and_blanks_alone_are_no_document(content: bytes) -> None:
    with pytest.raises(Unreadable, match="it is empty"):
        read_bytes(content, "a.txt")


def test_bytes_that_cannot_be_read_are_counted_in_a_note() -> None:
    text, _, notes = decode(b"\xef\xbb\xbfgood \xff\xff bad")
    assert text == "good \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER} bad"
    assert "2 characters could not be read" in notes[0]


def test_a_replacement_mark_that_was_in_the_file_is_no_loss() -> None:
    assert decode("a \N{REPLACEMENT CHARACTER} b".encode())[2] == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"%PDF-1.7\nrest", "is a damaged PDF"),
        (b"\n\n%PDF-1.4", "is a damaged PDF"),
        (b"PK\x03\x04rest", "damaged ZIP archive or office document"),
        (OLE, "(DOC); save it as DOCX or PDF"),
        (OLE + "__substg1.0_".encode("utf-16-le"), "(MSG); save the mail as .eml"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "with a password"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xef\xbb\xbf <!DOCTYPE html><html>", "there is no text in it"),
        (b"<HTML lang=en>", "there is no text in it"),
        (b"text\0with a zero byte", "binary"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match="cannot read standard input: ") as caught:
        read_bytes(content, "standard input")
    assert reason in caught.value.reason


def test_a_text_that_speaks_of_a_pdf_is_text() -> None:
    assert read_bytes(b"<a> page, see the PDF: PK", "x").text == "<a> page, see the PDF: PK"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file") as caught:
        read_file(tmp_path / "missing.txt")
    assert caught.value.source == str(tmp_path / "missing.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is a folder"):
        read_file(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unreadable, match="no regular file"):
        read_file(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "a.txt/b"])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("text")
    with pytest.raises(Unreadable):
        read_file(tmp_path / name)


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(Unreadable):
        read_file(tmp_path / "loop")


def test_a_file_without_permission_is_refused(users_folder: Path) -> None:
    (users_folder / "secret.txt").write_text("text")
    assert read_file(users_folder / "secret.txt").text == "text"
    (users_folder / "secret.txt").chmod(0)
    with pytest.raises(Unreadable, match="no permission"):
        read_file(users_folder / "secret.txt")


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(Unreadable, match="is larger than"):
        read_file(path, limit=10)
    assert read_file(path, limit=11).text == "x" * 11


def test_a_file_name_that_is_no_valid_text_can_be_written_down(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("text")
    assert read_file(path).source.name.encode("utf-8") == "caf\N{REPLACEMENT CHARACTER}.txt".encode()


@given(st.text(min_size=1).filter(lambda text: "\0" not in text))
def test_every_utf8_text_comes_back_but_for_line_ends(text: str) -> None:
    read, _, notes = decode(text.encode())
    assert read == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert notes == ()


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        document = read_bytes(content, "x")
    except Unreadable:
        return
    assert document.content == content
    assert "\0" not in document.text

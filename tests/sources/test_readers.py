"""The same document in every format gives the same record; what a format loses is said."""

import io
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from advisory_cli.actions.accession import accession
from advisory_cli.errors import Unreadable
from advisory_cli.model import Document
from advisory_cli.sources import documents_in, read_bytes, read_documents, read_file
from tests.conftest import FIXTURES
from tests.sources.files import as_docx, as_html, as_mail, as_pdf, as_zip, pdf_of, with_part

SEED = (FIXTURES / "EUR-57-002-2012.txt").read_text(encoding="utf-8")
SITE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>Kazakhstan | Site</title><style>p {{}}</style></head>'
    '<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><div id="c">{}</div>'
    "<footer>© A site. All rights reserved.</footer><script>alert(1)</script></body></html>"
)
PICTURE = "it is a picture (PNG); run text recognition (OCR) on it and add the text or PDF it gives"
FORMATS = {
    "markdown": ("# " + SEED.strip()).encode(),
    "html": as_html(SEED),
    "site": as_html(SEED, around=SITE),
    "utf-16": as_html(SEED, around="<html>{}</html>", encoding="utf-16"),
    "preformatted": f"<html><body><pre>{SEED}</pre></body></html>".encode(),
    "table": as_html(SEED, around="<html><table><tr><td>Menu</td><td>{}</td></tr></table></html>"),
    "pdf": as_pdf(SEED),
    "docx": as_docx(SEED),
    "docx with header": as_docx(
        SEED.replace("AI index: EUR 57/002/2012\n", ""), header="AMNESTY INTERNATIONAL\nAI index: EUR 57/002/2012"
    ),
    "mail": as_mail(SEED),
    "html mail": as_mail("", page=as_html(SEED, around=SITE)),
    "zip": as_zip([("folder/", b""), ("folder/a.txt", SEED.encode()), ("__MACOSX/._a.txt", b"x")]),
    "zip in mail": as_mail("", ("a.zip", as_zip([("a.pdf", as_pdf(SEED))]))),
}


def text_of(content: bytes) -> str:
    return read_bytes(content, "x").text


@pytest.mark.parametrize("content", FORMATS.values(), ids=FORMATS)
def test_the_seed_document_gives_the_same_record_in_every_format(content: bytes) -> None:
    expected = accession(read_bytes(SEED.encode(), "x")).advisory
    advisory = accession(read_bytes(content, "x")).advisory
    assert (advisory.reference, advisory.date, advisory.kind) == (expected.reference, expected.date, expected.kind)
    assert advisory.title == expected.title
    assert [quote.speaker for quote in advisory.quotes] == ["John Dalhuisen"] * 2
    assert advisory.contacts == expected.contacts


@pytest.mark.parametrize(
    ("name", "media_type", "extension"),
    [
        ("html", "text/html", "html"),
        ("pdf", "application/pdf", "pdf"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        ("mail", "message/rfc822", "eml"),
    ],
)
def test_a_file_keeps_its_bytes_and_is_called_what_it_is(
    tmp_path: Path, name: str, media_type: str, extension: str
) -> None:
    (tmp_path / "named.txt").write_bytes(FORMATS[name])
    document = read_file(tmp_path / "named.txt")
    assert document.content == FORMATS[name]
    assert (document.source.name, document.source.bytes) == ("named.txt", len(FORMATS[name]))
    assert (document.source.media_type, document.extension) == (media_type, extension)


def test_the_parts_of_an_archive_come_in_order_each_with_its_own_bytes_and_name(tmp_path: Path) -> None:
    mail = as_mail("The mail itself", ("report.pdf", FORMATS["pdf"]), ("logo.png", b"\x89PNG\r\n\x1a\n"))
    path = tmp_path / "all.zip"
    path.write_bytes(as_zip([("a.txt", b"text"), ("b/m.eml", mail), ("c.zip", as_zip([("d.txt", b"deep")]))]))
    found = list(read_documents(path))
    documents = [document for document in found if isinstance(document, Document)]
    assert [(document.source.name, document.content) for document in documents] == [
        ("all.zip: a.txt", b"text"),
        ("all.zip: b/m.eml", mail),
        ("all.zip: b/m.eml: report.pdf", FORMATS["pdf"]),
        ("all.zip: c.zip: d.txt", b"deep"),
    ]
    assert [str(refused) for refused in found if isinstance(refused, Unreadable)] == [
        f"cannot read {path}: b/m.eml: logo.png: {PICTURE}"
    ]


def test_a_file_of_several_documents_is_none_of_them() -> None:
    with pytest.raises(Unreadable, match="several documents"):
        read_bytes(as_zip([("a.txt", b"one"), ("b.txt", b"two")]), "x")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (as_zip([]), "there is nothing in it"),
        (as_zip([("mimetype", b"application/epub+zip")]), "e-book"),
        (as_zip([("mimetype", b"x"), ("META-INF/manifest.xml", b"x")]), "ODT"),
        (as_zip([("[Content_Types].xml", b"x"), ("xl/workbook.xml", b"x")]), "spreadsheet"),
        (as_pdf(" "), "probably a scan"),
        (as_pdf("text", locked="a word"), "protected by a password"),
        (as_pdf("text")[:300], "damaged PDF"),
        (as_docx(" "), "no text in it"),
        (with_part(as_docx("x"), "word/document.xml", b"<broken"), "cannot be read as one"),
        (b"MIME-Version: 1.0\n\n", "no text in the mail itself"),
        (b"<html><script>document.write('text')</script>", "a script draws the text"),
    ],
)
def test_what_has_no_text_is_refused_with_what_to_do(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        list(documents_in(content, "x"))
    assert reason in caught.value.reason


def test_the_heading_index_number_and_contacts_of_a_page_survive_around_its_main_text() -> None:
    body = SEED.strip().split("\n\n")
    page = (
        "<html><body><nav>Menu of the site</nav><div><h1>Kazakhstan's failure to find truth</h1>"
        '<p class="meta">AI index: EUR 57/002/2012</p></div><article>'
        + as_html("\n\n".join(body[4:9])).decode()
        + '</article><div class="box">Press contact: press@example.org</div><footer>A site</footer></body></html>'
    )
    text = text_of(page.encode())
    assert text.startswith("Kazakhstan's failure to find truth\n\nAI index: EUR 57/002/2012\n\nMany questions")
    assert text.endswith("Press contact: press@example.org")


def test_links_that_lead_somewhere_are_kept_as_in_markdown() -> None:
    page = '<p>See <a href="https://example.org/a">the report</a>, <a href="#x">below</a> or <a href="/x">here</a>.</p>'
    assert text_of(f"<html>{page * 20}</html>".encode()).startswith(
        "See [the report](https://example.org/a), below or here."
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("&#147;Said&#148; &#150; it&#146;s", "“Said” – it’s"),
        ("a&#0;b&#1;c&#xD800;d&#xFFFF;e", "a\N{REPLACEMENT CHARACTER}bc\N{REPLACEMENT CHARACTER}de"),
        ("a\x0cb\x01c\x7fd", "a bcd"),
        ("a&nbsp;b&bogus;c", "a b&bogus;c"),
        ('<a href="https://example.org/\x01">a</a>', "a"),
    ],
)
def test_odd_characters_of_a_page_are_what_a_browser_shows(markup: str, text: str) -> None:
    assert text_of(f"<html><p>{markup}</p></html>".encode()) == text


def test_what_a_page_hides_is_not_its_text() -> None:
    page = '<p>Seen</p><!-- comment --><p hidden>Not</p><p style="display: none">Not</p><template>Not</template>'
    assert text_of(f"<html><body>{page}</body></html>".encode()) == "Seen"


def test_rows_of_a_table_about_the_document_stay_together() -> None:
    page = "<html><table><tr><td>Index:</td> <td>EUR 57/002/2012</td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert "Index: EUR 57/002/2012" in text_of(page.encode())
    page = "<html><dl><dt>Index Number:</dt>\n<dd>EUR 57/002/2012</dd></dl>"
    assert text_of(page.encode()) == "Index Number: EUR 57/002/2012"


def test_the_foot_of_a_site_is_not_the_documents_but_that_of_the_article_is() -> None:
    page = "<html><body><article><p>text</p><footer>Contact: a@example.org</footer></article><footer>b@example.org"
    assert text_of(page.encode()) == "text\n\nContact: a@example.org"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ('<html><meta charset="windows-1251"><p>Правда'.encode("cp1251"), None),
        ('<html><meta http-equiv=x content="text/html; charset=iso-8859-5"><p>Правда'.encode("iso8859-5"), None),
        ("<html><p>Правда".encode("koi8-r"), "text/html; charset=koi8-r"),
        ("<html><p>Правда".encode("utf-16"), None),
        ('<html><meta charset="utf-16"><p>Правда'.encode(), None),
        ('<html><meta charset="rot13"><p>Правда'.encode(), None),
        ('<?xml version="1.0" encoding="windows-1251"?><html><p>Правда'.encode("cp1251"), None),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares_unless_its_bytes_say_otherwise(
    content: bytes, media_type: str | None
) -> None:
    (document,) = documents_in(content, "x", media_type=media_type)
    assert isinstance(document, Document)
    assert document.text == "Правда"


def test_a_wrong_label_in_a_mail_does_not_spoil_its_text() -> None:
    mail = b"MIME-Version: 1.0\nContent-Type: text/plain; charset=us-ascii\n\nAmnist\xc3\xada en Espa\xc3\xb1a"
    assert text_of(mail).endswith("Amnistía en España")


def test_an_attached_text_is_read_in_the_encoding_the_mail_says() -> None:
    message = EmailMessage()
    message["From"] = "press@example.org"
    message.add_attachment("Правда", charset="koi8-r", filename="a.txt")
    assert text_of(message.as_bytes()) == "Правда\n"


def test_the_people_a_mail_went_to_are_not_in_its_text() -> None:
    text = text_of(as_mail("text"))
    assert text == (
        "From: Press Office <press@example.org>\nDate: Fri, 23 Mar 2012 10:00:00 +0000\nSubject: Media advisory\n\ntext"
    )


def test_of_a_mail_in_two_ways_the_plain_one_is_read_unless_it_is_empty() -> None:
    page = as_html("page")
    assert text_of(as_mail("plain", page=page)).endswith("plain")
    assert text_of(as_mail("\n", page=page)).endswith("page")


def test_pictures_in_a_mail_are_said_to_be_left_out() -> None:
    message = EmailMessage()
    message["From"] = "press@example.org"
    message.set_content("text")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    assert read_bytes(message.as_bytes(), "x").notes == ("attached and left out, as it is no document: logo.png",)


def test_a_mailbox_gives_each_mail() -> None:
    mail = b"From a@example.org Fri Mar 23 10:00:00 2012\n" + as_mail("text")
    names = [found.source.name for found in documents_in(mail + b"\n" + mail, "box") if isinstance(found, Document)]
    assert names == ["box: mail 1", "box: mail 2"]


def test_words_hyphenated_at_line_ends_are_joined_with_a_note() -> None:
    text = "The long\xadstanding de\xadten\xadtion of un\xadarmed op\xadpo\xadsi\xadtion ac\xadti\xadvists. " * 9
    document = read_bytes(as_pdf(text), "x")
    assert "detention of unarmed opposition activists" in " ".join(document.text.split())
    assert "hyphenated" in document.notes[0]


def test_paragraphs_of_a_pdf_are_told_where_most_of_them_are_a_line() -> None:
    wrapped = "The committee said on Thursday that the court should not contest the appeal of the journalist. " * 4
    text = f"Sentenced\n\n165 results\n\nJournalist sentenced\n\n{wrapped}\n\nRead more\n\nAnother\n\nOne more"
    assert "Journalist sentenced\n\nThe committee" in read_bytes(as_pdf(text), "x").text


def arabic_pdf() -> bytes:
    """A page whose font says that its letters A to Z are Arabic."""
    letters = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <41> <5a> <0627> endbfrange"
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length 41>>stream\nBT /F 12 Tf 72 700 Td (ABCDEFGHI) Tj ET  \nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%s endcmap\nendstream" % (len(letters) + 8, letters),
    )


def test_the_order_of_arabic_letters_in_a_pdf_is_said_to_be_doubtful() -> None:
    document = read_bytes(arabic_pdf(), "x")
    assert "ا" in document.text
    assert "Arabic" in document.notes[0]


def test_a_page_without_text_in_a_pdf_is_noted() -> None:
    pdf = FPDF()
    pdf.set_font("helvetica")
    pdf.add_page()
    pdf.cell(text="text")
    pdf.add_page()
    document = read_bytes(bytes(pdf.output()), "x")
    assert document.notes == ("no text on page 2 of 2: empty or a picture",)


def test_tracked_changes_are_taken_as_accepted_with_a_note() -> None:
    document = with_part(
        as_docx("x"),
        "word/document.xml",
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p>'
        b"<w:r><w:t>Text </w:t></w:r><w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins>"
        b"<w:del w:id='2'><w:r><w:delText>old</w:delText></w:r></w:del></w:p></w:body></w:document>",
    )
    read = read_bytes(document, "x")
    assert read.text == "Text new"
    assert "tracked changes" in read.notes[0]


def test_a_link_of_a_word_document_is_kept_as_in_markdown_and_a_picture_is_noted() -> None:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        b'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/><Relationship Id="r2" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/>'
        b"</Relationships>"
    )
    content = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body><w:p><w:r><w:t>See </w:t></w:r>'
        b'<w:hyperlink r:id="r1"><w:r><w:t>this</w:t></w:r></w:hyperlink>'
        b'<w:r><w:drawing><a:blip r:embed="r2"/></w:drawing></w:r></w:p></w:body></w:document>'
    )
    document = with_part(as_docx("x"), "word/document.xml", content)
    read = read_bytes(with_part(document, "word/_rels/document.xml.rels", relations), "x")
    assert read.text == "See [this](https://example.org/?a=1&b=2)"
    assert read.notes == ("pictures in it that were not read: 1",)


def test_a_table_and_the_footer_of_a_word_document_are_read() -> None:
    document, file = docx.Document(), io.BytesIO()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    document.sections[0].footer.paragraphs[0].text = "foot"
    document.save(file)
    assert text_of(file.getvalue()).split() == ["left", "right", "foot"]

"""A text as a file of each format, made on the spot."""

import html
import io
import zipfile
from collections.abc import Iterable
from email.message import EmailMessage

import docx
from fpdf import FPDF


def as_html(text: str, *, around: str = "{}", encoding: str = "utf-8") -> bytes:
    paragraphs = (html.escape(part).replace("\n", "<br>\n") for part in text.strip().split("\n\n"))
    return around.format("".join(f"<p>{part}</p>\n" for part in paragraphs)).encode(encoding)


def as_pdf(text: str, *, locked: str = "") -> bytes:
    pdf = FPDF()
    if locked:
        pdf.set_encryption(owner_password=locked, user_password=locked)
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    for paragraph in text.strip().split("\n\n"):
        pdf.multi_cell(0, 5, paragraph, align="J", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(4)
    return bytes(pdf.output())


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>"


def as_docx(text: str, *, header: str = "") -> bytes:
    document, file = docx.Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = header
    for paragraph in text.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def as_mail(text: str, *attached: tuple[str, bytes], page: bytes | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Press Office <press@example.org>"
    message["To"] = "someone@example.org"
    message["Date"] = "Fri, 23 Mar 2012 10:00:00 +0000"
    message["Subject"] = "Media advisory"
    if text:
        message.set_content(text, cte="quoted-printable")
    if page is not None:
        message.add_alternative(page.decode(), subtype="html")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def as_zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return file.getvalue()


def with_part(office: bytes, name: str, content: bytes) -> bytes:
    """An office document with one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(office)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return as_zip({**parts, name: content}.items())

"""How the programs from Debian are given the texts, set up, and asked for the same work."""

from collections.abc import Iterable
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Final

from benchmarks.grounds import Ground
from benchmarks.measuring import Line
from benchmarks.texts import HITS, Text, another, plain, searches, writes


def notmuch_write(place: Path, texts: Iterable[Text]) -> None:
    """A mail for each text."""
    for name in ("cur", "new", "tmp"):
        (place / "mail" / name).mkdir(parents=True)
    (place / "notmuch.config").write_text(_NOTMUCH % (place / "mail"), encoding="utf-8")
    for text in texts:
        (place / "mail" / "cur" / f"{text.id}:2,S").write_text(_mail(text), encoding="utf-8")


def notmuch_build(place: Path) -> list[Line]:
    """Index the mails that lie there."""
    return [_notmuch(place, "new", "--quiet")]


def notmuch_work(place: Path, ground: Ground) -> dict[str, Line]:
    """The number stands in the subject."""
    new = place / "new.eml"
    return {
        "add one": _notmuch(place, "insert", late=writes(new, _mail), stdin=str(new)),
        "show one": _notmuch(place, "show", f'subject:"{ground.reference}"'),
        **searches(ground, lambda words: _notmuch(place, "search", f"--limit={HITS}", words)),
    }


def write_files(place: Path, texts: Iterable[Text]) -> None:
    """A file for each text, a thousand in a folder."""
    for text in texts:
        path = place / "texts" / f"{text.id // 1000:04}" / f"{text.id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plain(text), encoding="utf-8")


def recoll_write(place: Path, texts: Iterable[Text]) -> None:
    """The files, and what is to be known of them."""
    write_files(place, texts)
    (place / "recoll").mkdir()
    settings = f"topdirs = {place / 'texts'}\nnoaspell = 1\nloglevel = 1\n"
    (place / "recoll" / "recoll.conf").write_text(settings, encoding="utf-8")


def recoll_build(place: Path) -> list[Line]:
    """Index the files that lie there."""
    return [Line(("recollindex", "-c", str(place / "recoll"), "-z"))]


def recoll_work(place: Path, ground: Ground) -> dict[str, Line]:
    """To add is to index one file that lies there; to show is left to the desktop."""

    def written() -> tuple[str, ...]:
        text = another()
        path = place / "texts" / f"{text.id}.txt"
        path.write_text(plain(text), encoding="utf-8")
        return (str(path),)

    settings = ("-c", str(place / "recoll"))
    return {
        "add one": Line(("recollindex", *settings, "-i"), late=written),
        **searches(ground, lambda words: Line(("recollq", *settings, "-n", HITS, words))),
    }


def ripgrep_build(_: Path) -> list[Line]:
    """It has no index."""
    return []


def ripgrep_work(place: Path, ground: Ground) -> dict[str, Line]:
    """Names of files; it knows neither adding nor showing."""
    words = ("rg", "--ignore-case", "--word-regexp", "--files-with-matches")
    return searches(ground, lambda sought: Line((*words, sought.strip('"'), str(place / "texts")), accepts=(0, 1)))


_NOTMUCH: Final = """[database]
path=%s
[user]
name=Archive
primary_email=archive@example.org
[new]
tags=
"""


def _notmuch(place: Path, *words: str, **more: Any) -> Line:
    return Line(("notmuch", *words), environment={"NOTMUCH_CONFIG": str(place / "notmuch.config")}, **more)


def _mail(text: Text) -> str:
    message = EmailMessage()
    message["From"], message["To"] = "press@example.org", "archive@example.org"
    message["Subject"] = f"{text.reference} {text.title}"
    message["Date"] = datetime.fromisoformat(f"{text.date}T09:00:00+00:00")
    message["Message-ID"] = f"<{text.id}@example.org>"
    message.set_content(text.body, cte="8bit")
    return message.as_bytes().decode("utf-8")

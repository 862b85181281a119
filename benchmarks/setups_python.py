"""How `advisory` and the programs from PyPI are given the texts, set up, and asked for the same work."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from benchmarks.corpus import RARE
from benchmarks.grounds import Ground, advisory, new_text
from benchmarks.measuring import Line
from benchmarks.texts import HITS, Text, searches, writes


def venv(place: Path) -> Path:
    """The environment of the programs from PyPI, above the folders of sizes and programs."""
    return place.parents[1] / "venv"


def write_rows(place: Path, texts: Iterable[Text]) -> None:
    """JSON Lines, for `advisory` and sqlite-utils."""
    with (place / "texts.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(_row(text) for text in texts)


def advisory_build(place: Path) -> list[Line]:
    """Take the rows in, and build the index by the first search."""
    archive = place / "advisories.json"
    return [
        advisory(archive, "import", str(place / "texts.jsonl"), "--keep-both"),
        advisory(archive, "search", RARE, accepts=(0, 1)),
    ]


def advisory_work(place: Path, ground: Ground) -> dict[str, Line]:
    """As a user would, in a pipe."""
    archive, new = place / "advisories.json", place / "new.txt"

    def written() -> tuple[str, ...]:
        new_text(new)
        return ()

    return {
        "add one": advisory(archive, "add", str(new), late=written),
        "show one": advisory(archive, "show", ground.reference),
        **searches(ground, lambda words: advisory(archive, "search", words, accepts=(0, 1))),
    }


def sqlite_build(place: Path) -> list[Line]:
    """Rows, an index on the number, full-text search with triggers."""
    database = str(place / "texts.db")
    return [
        _line(place, "sqlite-utils", "insert", database, "texts", str(place / "texts.jsonl"), "--nl", "--pk", "id"),
        _line(place, "sqlite-utils", "create-index", database, "texts", "reference"),
        _line(place, "sqlite-utils", "enable-fts", database, "texts", "title", "body", "--create-triggers"),
    ]


def sqlite_work(place: Path, ground: Ground) -> dict[str, Line]:
    """Rows in and out; hits without their texts."""
    database, new = str(place / "texts.db"), place / "new.json"
    hits = ("-c", "reference", "-c", "date", "-c", "title", "--limit", HITS)
    select = "select * from texts where reference = :reference"
    return {
        "add one": _line(place, "sqlite-utils", "insert", database, "texts", str(new), late=writes(new, _row)),
        "show one": _line(place, "sqlite-utils", "query", database, select, "-p", "reference", ground.reference),
        **searches(ground, lambda words: _line(place, "sqlite-utils", "search", database, "texts", words, *hits)),
    }


def papis_write(place: Path, texts: Iterable[Text]) -> None:
    """A library with a folder for each text."""
    settings, library = place / "config" / "papis" / "config", place / "library"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[settings]\ndefault-library = texts\n[texts]\ndir = {library}\n", encoding="utf-8")
    for text in texts:
        (library / str(text.id)).mkdir(parents=True)
        (library / str(text.id) / "info.yaml").write_text(_info(text), encoding="utf-8")


def papis_build(place: Path) -> list[Line]:
    """Its cache of all folders."""
    return [_papis(place, "cache", "reset")]


def papis_work(place: Path, ground: Ground) -> dict[str, Line]:
    """Texts are abstracts; it knows no limit of hits, and shows by export."""
    new = place / "new.yaml"
    quiet = ("--batch", "--no-open", "--no-edit", "--no-download-files")
    return {
        "add one": _papis(place, "add", *quiet, "--from", "yaml", str(new), late=writes(new, _info)),
        "show one": _papis(place, "export", "--all", "--format", "yaml", f'ref:"{ground.reference}"'),
        **searches(ground, lambda words: _papis(place, "list", "--all", f"abstract:{words}")),
    }


def jrnl_write(place: Path, texts: Iterable[Text]) -> None:
    """A journal with an entry for each text."""
    (place / "jrnl.yaml").write_text(_JRNL % (place / "journal.txt"), encoding="utf-8")
    with (place / "journal.txt").open("w", encoding="utf-8") as file:
        file.writelines(f"[{text.date} 09:00] {_entry(text)}\n" for text in texts)


def jrnl_build(_: Path) -> list[Line]:
    """It has no index."""
    return []


def jrnl_work(place: Path, ground: Ground) -> dict[str, Line]:
    """Parts of words, not words; what is added comes by standard input."""
    new = place / "new.txt"
    jrnl = ("jrnl", "--config-file", str(place / "jrnl.yaml"))
    late = writes(new, lambda text: f"{text.date}: {_entry(text)}")
    hits = ("-n", HITS, "--short")
    return {
        "add one": _line(place, *jrnl, late=late, stdin=str(new)),
        "show one": _line(place, *jrnl, "-contains", ground.reference, "-n", "1"),
        **searches(ground, lambda words: _line(place, *jrnl, "-contains", words.strip('"'), *hits)),
    }


def _row(text: Text) -> str:
    return f"{json.dumps(text._asdict(), ensure_ascii=False)}\n"


def _info(text: Text) -> str:
    """JSON, which is YAML; the body on one line, since papis does not search behind the first."""
    fields: dict[str, Any] = {"papis_id": f"{text.id:032x}", "ref": text.reference, "year": int(text.date[:4])}
    return json.dumps({**fields, "title": text.title, "abstract": " ".join(text.body.split())}, ensure_ascii=False)


def _papis(place: Path, *words: str, **more: Any) -> Line:
    homes = {f"XDG_{name.upper()}_HOME": str(place / name) for name in ("config", "cache", "data")}
    return _line(place, "papis", *words, environment=homes, **more)


def _entry(text: Text) -> str:
    return f"{text.reference} {text.title}.\n{text.body}\n"


_JRNL: Final = """colors: {}
default_hour: 9
default_minute: 0
display_format: null
editor: ''
encrypt: false
highlight: false
indent_character: '|'
journals:
  default:
    journal: %s
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%%Y-%%m-%%d %%H:%%M'
version: '4.6'
"""


def _line(place: Path, program: str, *words: str, **more: Any) -> Line:
    return Line((str(venv(place) / "bin" / program), *words), **more)

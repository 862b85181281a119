"""Citations that programs read: CSL-JSON, BibTeX and RIS.

Written here, and read back with pybtex and rispy in the tests: the writer of pybtex leaves braces, ``$`` and ``^`` of a
title as they are, and that of rispy numbers the records.
"""

from typing import Any, Final

from advisory_cli.cite.work import Work, date_parts
from advisory_cli.render.letters import dump
from advisory_cli.render.words import language_in_words


def csl_item(work: Work) -> dict[str, Any]:
    """The work as the schema of CSL-JSON 1.0 has it."""
    return _known(
        {
            "id": work.key,
            "type": "report",
            "author": [{"literal": work.author}] if work.author else None,
            "title": work.title,
            "genre": work.genre,
            "number": work.number,
            "issued": _csl_date(work.date),
            "language": work.language,
            "URL": work.url,
            "accessed": _csl_date(_accessed(work)),
            "note": "; ".join(work.notes),
        }
    )


def csl_json(work: Work) -> str:
    """One object of CSL-JSON."""
    return dump(csl_item(work))


def bibtex(work: Work) -> str:
    """One entry, for BibTeX and biblatex; braces keep the capitals of the title and the organisation in one piece."""
    fields = _known(
        {
            "author": _braced(_braced(_latex(work.author))),
            "title": _braced(_braced(_latex(work.title))),
            "institution": _braced(_braced(_latex(work.author))),
            "type": _braced(_latex(work.genre)),
            "number": _braced(_latex(work.number)),
            "year": _braced(_joined(work.date[:1])),
            "month": _MONTHS[work.date[1] - 1] if work.date[1:] else None,
            "date": _braced(_joined(work.date)),
            "language": _braced(_latex(language_in_words(work.language).partition(" (")[0] if work.language else None)),
            "url": _braced((work.url or "").translate(_IN_ADDRESS)),
            "urldate": _braced(_joined(_accessed(work))),
            "note": _braced(_latex("; ".join(work.notes))),
        }
    )
    lines = "".join(f",\n  {name} = {value}" for name, value in fields.items())
    return f"@techreport{{{work.key}{lines}\n}}"


def ris(work: Work) -> str:
    """One record, with the tags that RIS has for reports."""
    fields = (
        ("ID", work.key),
        ("AU", work.author),
        ("TI", work.title),
        ("M3", work.genre),
        ("SN", work.number),
        ("PB", work.author),
        ("PY", _joined(work.date[:1])),
        ("DA", _joined(work.date, "/")),
        ("LA", work.language),
        ("UR", work.url),
        ("Y2", _joined(_accessed(work), "/")),
        *(("N1", note) for note in work.notes),
    )
    lines = (f"{tag}  - {value}\n" for tag, value in fields if value)
    return f"TY  - RPRT\n{''.join(lines)}ER  - "


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_IN_LATEX: Final = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_ADDRESS: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _accessed(work: Work) -> tuple[int, ...]:
    return date_parts(work.accessed) if work.url else ()


def _csl_date(parts: tuple[int, ...]) -> dict[str, Any] | None:
    return {"date-parts": [list(parts)]} if parts else None


def _joined(parts: tuple[int, ...], sign: str = "-") -> str:
    """``2012-03-22``, as precise as it is."""
    return sign.join(f"{part:04}" if place == 0 else f"{part:02}" for place, part in enumerate(parts))


def _latex(text: str | None) -> str:
    return (text or "").translate(_IN_LATEX)


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""

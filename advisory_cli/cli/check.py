"""``advisory check``: a manuscript held against the archive before it goes out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import archive_of, location, nothing_at
from advisory_cli.cli.output import is_rich, progress, put, put_lines, put_rich, say

if TYPE_CHECKING:
    from advisory_cli.model import Document


def command(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="Text, Markdown, web page, Word or PDF; - for standard input.")
    ],
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Count quotations that are nowhere and what is held in another language too."),
    ] = False,
    as_json: options.AsJson = False,
) -> None:
    """Check a manuscript against the archive: its references, its quotations, and words taken over without credit.

    \b
    advisory check draft.docx             exit code 1 where there is a finding
    advisory check draft.md --strict
    advisory check draft.txt | grep altered
    pandoc draft.odt -t plain | advisory check - --json

    A quotation is verbatim with other quotation marks, hyphens at line ends, … or [...] for words left out and [words]
    put in; these are told. Else it is altered: [-so in the manuscript-] {+so in the archive+}.
    """
    from advisory_cli.render.check import report_json, report_lines, report_view, summary

    document = _manuscript(file)
    for note in document.notes:
        say(f"{document.source.name}: {note}")
    archive = archive_of(ctx)
    if archive.is_empty():
        say(f"note: {nothing_at(location(ctx).path)}, so nothing can be found in it")
    with progress(ctx, "Checking") as bar:
        report = archive.check_manuscript(document.text, progress=bar)
    findings = report.findings(strict=strict)
    if as_json:
        put(report_json(report, source=document.source.name, findings=findings))
    elif is_rich(ctx):
        put_rich(ctx, report_view(report))
    else:
        put_lines(report_lines(report))
    if not as_json:
        say(summary(report, findings))
    if findings:
        raise typer.Exit(1)


def _manuscript(file: str) -> "Document":
    """What is in the file, several documents one behind the other; raises what is wrong where none can be read."""
    from advisory_cli.sources import documents_in, read_documents

    is_piped = file == "-"
    found = list(documents_in(sys.stdin.buffer.read(), "standard input") if is_piped else read_documents(Path(file)))
    documents = [one for one in found if not isinstance(one, Exception)]
    errors = [one for one in found if isinstance(one, Exception)]
    if not documents:
        raise errors[0]
    for error in errors:
        say(f"left out: {error}")
    if len(documents) > 1:
        say(f"{file} holds {len(documents)} documents; they are checked as one, one behind the other")
    text = "\n\n".join(one.text for one in documents)
    return documents[0]._replace(text=text, notes=tuple(note for one in documents for note in one.notes))

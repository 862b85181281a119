"""``advisory doctor``: whether everything is as it was written, and what an archivist should look at."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisory_cli.cli import options
from advisory_cli.cli.app import VERSION
from advisory_cli.cli.context import archive_of, location, nothing_at
from advisory_cli.cli.options import UNFILTERED, Filters, QueryCommand
from advisory_cli.cli.output import is_rich, progress, put, put_rich, say, say_notes
from advisory_cli.cli.questions import agreed
from advisory_cli.cli.selection import select
from advisory_cli.errors import Misuse
from advisory_cli.filenames import INDEX, ORIGINALS
from advisory_cli.model import SCHEMA
from advisory_cli.ports import Finding
from advisory_cli.render.findings import finding_line, findings_json, findings_table
from advisory_cli.render.words import counted

if TYPE_CHECKING:
    from advisory_cli.actions.checkup import Checked, Proof
    from advisory_cli.archive import Archive

Command = QueryCommand


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REF...|QUERY...", help="Only these texts: references, ids, or a query.", show_default=False
        ),
    ] = None,
    filters: Filters = UNFILTERED,
    quick: Annotated[bool, typer.Option("--quick", help="Leave out reading the originals.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Set damaged parts aside, build the search index anew.")] = False,
    proof: Annotated[bool, typer.Option("--proof", help="Print the end of the chain, to be kept elsewhere.")] = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Check the archive: chain, originals, search index, and what looks odd in the texts.

    \b
    advisory doctor                       all; exit code 1 on findings
    advisory doctor EUR 57/002/2012       these texts and their originals
    advisory doctor --year 2012 | grep ^spelling
    advisory doctor --fix                 set damaged parts aside; nothing is lost
    advisory doctor --proof >> ../proofs.txt

    What --fix or a crash set aside lies beside the archive until you delete it; it is noted, and no finding.
    """
    narrowed = bool(words or any(filters))
    if (fix or proof) and (narrowed or (fix and proof)):
        raise Misuse("--fix and --proof are each about the whole archive; leave out the rest")
    archive = archive_of(ctx)
    if proof:
        _put_proof(archive, as_json=as_json)
        return
    if fix:
        _fix(ctx, archive, yes=yes, dry_run=dry_run)
    _check(ctx, archive, words or [], filters if narrowed else None, originals=not quick, as_json=as_json)


class _Heard:
    """Takes findings: keeps them where they are shown together, else puts each out at once.

    A copy that was set aside is no finding: it was said when it was made, and is noted until it is deleted. Nor is what
    git makes of the rights of files.
    """

    def __init__(self, *, keep: bool) -> None:
        self.kept: list[Finding] = []
        self.total = 0
        self.fixable = 0
        self.aside: list[str] = []
        self.notes: list[str] = []
        self._keep = keep

    def __call__(self, finding: Finding) -> None:
        if finding.rule == "leftover":
            self.aside.append(finding.where)
            return
        if finding.rule == "checkout":
            self.notes.append(f"{finding.where} {finding.what}")
            return
        self.total += 1
        self.fixable += finding.fixable
        if self._keep:
            self.kept.append(finding)
        else:
            put(finding_line(finding))


def _put_proof(archive: "Archive", *, as_json: bool) -> None:
    proof = archive.proof()
    meaning = _meaning(proof)
    if as_json:
        from advisory_cli.render.letters import dump

        put(dump({"schema": SCHEMA, "proof": proof._asdict(), "meaning": meaning}))
        return
    put(f"{counted(proof.revisions, 'revision')}, SHA-256 {proof.digest or 'none'}, {proof.at}")
    for sentence in meaning:
        say(sentence)


def _meaning(proof: "Proof") -> tuple[str, str]:
    """What a proof does and what it does not prove."""
    does = (
        "Kept somewhere else, this proves later that none of these revisions was changed or taken out since: "
        f'#{proof.revisions + 1} must name this SHA-256 as its "previous", unless a text was purged in between.'
    )
    does_not = (
        "Kept only beside the archive it proves nothing, for whoever rewrites the whole file can build the chain anew; "
        "nor does it say that a text is true, or that the chain is whole, which advisory doctor checks."
    )
    return does, does_not


def _fix(ctx: typer.Context, archive: "Archive", *, yes: bool, dry_run: bool) -> None:
    """Mend what can be mended, and say what was done; what remains is for the check that follows."""
    if dry_run:
        say("nothing is changed; --fix would set aside what cannot be read and build the search index anew")
        return
    if not yes and not ctx.obj.asks:
        raise Misuse("--fix changes the archive file; say --yes, or --dry-run to see what there is to mend")
    if not yes and not agreed("Set aside what cannot be read, and build the search index anew? Nothing is lost."):
        say("nothing was changed")
        raise typer.Exit(1)
    with progress(ctx, "Building the search index") as bar:
        done = archive.mend(progress=bar)
    for sentence in done:
        say(sentence)


def _check(
    ctx: typer.Context, archive: "Archive", words: list[str], filters: Filters | None, *, originals: bool, as_json: bool
) -> None:
    rich = is_rich(ctx) and not as_json
    heard = _Heard(keep=rich or as_json)
    texts = select(words, filters).texts(ctx, archive) if filters else None
    with progress(ctx, "Checking") as bar:
        checked = archive.check(heard, texts=texts, originals=originals, progress=bar)
    path = location(ctx).path.resolve()
    counts = {**_counts(checked, path), "set_aside": heard.aside, "notes": heard.notes}
    if as_json:
        put(findings_json(heard.kept, checked=counts, versions=_versions()))
    elif rich:
        put_rich(ctx, findings_table(heard.kept))
    if not as_json:
        for name in heard.aside:
            say(f"note: {path.with_name(name)} was set aside and holds text; look into it, then delete it")
        say_notes(heard.notes)
        _say_summary(heard, counts, path, whole=filters is None)
    if heard.total or not checked.revisions:
        raise typer.Exit(1)


def _counts(checked: "Checked", path: Path) -> dict[str, Any]:
    from advisory_cli.log.lock import is_held, read_promise

    files, size = _size(path.with_name(ORIGINALS))
    return {
        **checked._asdict(),
        "originals": files,
        "bytes": {"archive": _size(path)[1], "originals": size, "index": _size(path.with_name(INDEX))[1]},
        "lock": read_promise(path).holder if is_held(path) else None,
    }


def _size(path: Path) -> tuple[int, int]:
    """How many files lie at or under a path, and their bytes."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return len(files), sum(one.stat().st_size for one in files)


def _versions() -> dict[str, str]:
    from importlib.metadata import version

    libraries = {name: version(name) for name in ("tinydb", "tantivy", "typer", "rich")}
    return {"advisory": VERSION, "schema": str(SCHEMA), "python": sys.version.split()[0], **libraries}


def _say_summary(heard: _Heard, counts: dict[str, Any], path: Path, *, whole: bool) -> None:
    if not counts["revisions"]:
        nothing = nothing_at(path) if whole or not path.exists() else "no text found"
        say("the texts were not checked" if heard.total else f"nothing to check: {nothing}")
    elif whole:
        looked_at = ((counts[name], name[:-1]) for name in ("revisions", "texts", "originals"))
        say(f"checked {', '.join(counted(*one) for one in looked_at)}")
        indexed = "not compared: somebody wrote" if counts["indexed"] is None else counted(counts["indexed"], "text")
        sizes = ", ".join(f"{name} {size:,}" for name, size in counts["bytes"].items())
        say(f"search index: {indexed}; bytes: {sizes}; {_lock(counts['lock'])}")
        say(", ".join(f"{name} {number}" for name, number in _versions().items()))
    else:
        say(f"checked {counted(counts['texts'], 'text')}, not the archive around them")
    fixable = f", of which --fix mends {heard.fixable:,}" if heard.fixable else ""
    if heard.total or counts["revisions"]:
        say(f"{counted(heard.total, 'finding')}{fixable}" if heard.total else "no findings")


def _lock(holder: str | None) -> str:
    return f"being written by {holder}" if holder else "nobody is writing"

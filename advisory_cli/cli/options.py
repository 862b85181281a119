"""Arguments and options that several commands share, named once; and how their words become a query."""

import inspect
import re
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand

from advisory_cli.cli.complete import complete_reference, complete_tag
from advisory_cli.cli.given import Format, Sort
from advisory_cli.errors import Misuse

if TYPE_CHECKING:
    from advisory_cli.query import Query


def form(forms: str) -> Any:
    """The option ``--format`` of a command that has these forms."""
    return typer.Option("--format", "-f", metavar="FORM", help=forms, show_default=False)


RefWords = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="REF...",
        help='References or ids, unquoted: EUR 57/002/2012, eur57/2/2012, #17, each with "@ru" for a language.',
        autocompletion=complete_reference,
        show_default=False,
    ),
]
QueryWords = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="QUERY...",
        help='Words, "a phrase", word*, field:value, a reference; all must match; OR, NOT or -word, brackets.',
        show_default=False,
    ),
]
Country = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="NAME", help="Kazakhstan, KAZ or the class EUR 57.", show_default=False),
]
Region = Annotated[
    list[str] | None, typer.Option("--region", metavar="CODE", help="AFR, AMR, ASA, EUR or MDE.", show_default=False)
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From 2012-03-22, 2012-03 or 2012 on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to 2012-03-22, 2012-03 or 2012.")]
Year = Annotated[str | None, typer.Option("--year", metavar="YEAR", help="Of that year: 2012.")]
Kind = Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help="media_advisory, press_release, ...")]
Language = Annotated[list[str] | None, typer.Option("--language", metavar="CODE", help="en, fr, ru, ar, ...")]
Tag = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="A tag of the archivist.", autocompletion=complete_tag),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=0, help="At most so many; 0 for all.")]
Offset = Annotated[int, typer.Option("--offset", metavar="N", min=0, help="Leave out the first N.")]
SortBy = Annotated[Sort, typer.Option("--sort", metavar="ORDER", help="relevance, date, oldest, reference or added.")]
Form = Annotated[Format | None, form("table, tsv, json or ids; a table on a terminal, else tsv.")]
Facets = Annotated[
    list[str] | None,
    typer.Option(
        "--facets",
        metavar="NAMES",
        help="Count all that is found instead, as in country,year: also kind, language, speaker, region, organisation, "
        "tag, status, month.",
        show_default=False,
    ),
]
Prefer = Annotated[str | None, typer.Option("--language", metavar="CODE", help="Prefer this language: en, fr, ru, ...")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="As it was when that day, month or year ended (UTC).")
]
Everything = Annotated[bool, typer.Option("--all", help="All texts of the archive.")]
AllLanguages = Annotated[
    bool, typer.Option("--all-languages", help="All texts of a work, where a reference stands for several.")
]
KeepBoth = Annotated[bool, typer.Option("--keep-both", help="Keep it beside what it differs from.")]
Changes = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="Set a field, whatever the text says; repeat at will."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: yes.")]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Say what would be done; write nothing.")]


class QueryCommand(TyperCommand):
    """A command whose words are a query: ``-word`` means NOT word, ``saved:NAME`` a saved query.

    Options that take a reference are as of `ReferringCommand`.
    """

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read ``-word`` before the options are read, and what was saved behind them."""
        refuse_one_dash(self, ctx, args)
        rest = super().parse_args(ctx, list(spelled_out(_with_references(args))))
        refuse_blank(ctx)
        put_in_saved(ctx)
        return rest


class ReferringCommand(TyperCommand):
    """A command with options that take a reference, which needs no quotes there either: ``--by EUR 57/009/2012``."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Join the two words of such a reference before the options are read."""
        return super().parse_args(ctx, _with_references(args))


class Filters(NamedTuple):
    """What the filter options of ``list`` and ``search`` say."""

    country: list[str] | None = None
    region: list[str] | None = None
    since: str | None = None
    until: str | None = None
    year: str | None = None
    kind: list[str] | None = None
    language: list[str] | None = None
    tag: list[str] | None = None

    def narrow(self, words: Iterable[str] | None, *, exact: bool = False) -> "Query":
        """The query of these words, narrowed by the options; raises `Misuse` for a value that does not exist.

        So it does for words without end, which would be looked up one by one.

        With `exact` words mean themselves alone.
        """
        from advisory_cli.actions.saved import LONGEST
        from advisory_cli.query import combine, filters, parse_query
        from advisory_cli.query.filters import exactly

        text = " ".join(words or ())
        if len(text) > LONGEST:
            raise Misuse(f"a query of more than {LONGEST:,} characters cannot be asked; shorten it")
        typed = parse_query(text)
        return combine(
            exactly(typed) if exact else typed,
            filters(
                country=self.country or (),
                region=self.region or (),
                since=self.since,
                until=self.until,
                year=self.year,
                kind=self.kind or (),
                language=self.language or (),
                tag=self.tag or (),
            ),
        )


UNFILTERED = Filters()
"""The default of a parameter ``filters``; see `with_filters`."""


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the filter options in the place of its parameter ``filters``, in the way Typer looks for them."""
    signature = inspect.signature(command, eval_str=True)
    if "filters" not in signature.parameters:
        return command

    @wraps(command)
    def call(**values: Any) -> None:
        command(filters=Filters(*(values.pop(name) for name in Filters._fields)), **values)

    by_name = inspect.Parameter.KEYWORD_ONLY
    groups = (
        _FILTERING if name == "filters" else (given.replace(kind=by_name),)
        for name, given in signature.parameters.items()
    )
    parameters = [one for group in groups for one in group]
    call.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {one.name: one.annotation for one in parameters}
    return call


def refuse_one_dash(command: TyperCommand, ctx: typer.Context, args: Sequence[str]) -> None:
    """Raise `Misuse` for an option that lacks a dash: ``-dry-run`` must not mean texts without these words."""
    options = {name for param in command.params for name in param.opts}
    for arg in args[: args.index("--")] if "--" in args else args:
        if f"-{arg}" in options and not arg.startswith("--") and not ctx.resilient_parsing:
            raise Misuse(f'"{arg}" lacks a dash; write "-{arg}", or put it behind "--" where no option is meant')


def refuse_blank(ctx: typer.Context) -> None:
    """Raise `Misuse` for words without a letter: a variable that a script forgot to set must not mean everything."""
    words = [*(ctx.params.get("query") or ()), *(ctx.params.get("words") or ())]
    if words and not "".join(words).strip() and not ctx.resilient_parsing:
        raise Misuse(f'the query is empty; type words, or leave it out: "advisory {ctx.info_name} --help"')


def put_in_saved(ctx: typer.Context) -> None:
    """Put saved searches in where the words of a command name them."""
    words = [*(ctx.params.get("query") or ()), *(ctx.params.get("words") or ())]
    if not ctx.resilient_parsing and any("saved:" in word.lower() for word in words):
        from advisory_cli.cli.expanding import put_in

        put_in(ctx)


def facets_of(names: Iterable[str] | None) -> tuple[str, ...]:
    """What ``--facets`` names; raises `Misuse` for what is no facet."""
    if not names:
        return ()
    from advisory_cli.query.facets import facets_named

    return facets_named(names)


def fields_of(changes: Iterable[str] | None) -> dict[str, str]:
    """What ``--set`` says, field to value; raises `Misuse` for words that set nothing."""
    return dict(map(_field, changes or ()))


_FILTERING = tuple(
    inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
    for name, kind in zip(Filters._fields, (Country, Region, Since, Until, Year, Kind, Language, Tag), strict=True)
)
"""The options whose values are `Filters`."""


_REFERRING = frozenset({"--by", "--confirm", "--relate", "--unrelate"})
"""Options whose value is a reference, or ends in one."""


def _with_references(args: Iterable[str]) -> list[str]:
    from advisory_cli.reference import REGIONS

    joined: list[str] = []
    for arg in args:
        option = joined[-1].partition("=")[0] if joined else ""
        awaited = option in _REFERRING or (len(joined) > 1 and joined[-2] in _REFERRING)
        if awaited and joined[-1].rpartition("=")[2].upper() in REGIONS:
            joined[-1] += f" {arg}"
        else:
            joined.append(arg)
    return joined


def spelled_out(args: Iterable[str]) -> Iterable[str]:
    """The arguments with ``-word`` as ``NOT word``, up to ``--``."""
    for place, arg in enumerate(args := list(args)):
        if arg == "--":
            yield from args[place:]
            return
        if re.match(r"-[^-\s].", arg):
            yield from ("NOT", arg[1:])
        else:
            yield arg


def _field(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise Misuse(f"--set {text!r} sets nothing; write it as field=value")
    return name.strip(), value

"""``advisory man``: the manual page, made from what the commands themselves say."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisory_cli.cli.output import page, put
from advisory_cli.cli.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisory_cli.render.roff import Section


def command(
    ctx: typer.Context,
    raw: Annotated[bool, typer.Option("--raw", help="As roff, which man formats.")] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not page.")] = False,
) -> None:
    """Show the manual: every command and option, exit codes, files, environment.

    \b
    advisory man
    advisory man | grep -A3 embargo
    advisory man --raw > ~/.local/share/man/man1/advisory.1     for man advisory
    """
    from advisory_cli.cli.app import VERSION
    from advisory_cli.render import roff

    sections = list(_sections(ctx.find_root()))
    if raw:
        put(roff.roff("advisory", VERSION, sections))
    elif no_pager or not (sys.stdout.isatty() and sys.stdin.isatty()):
        put(roff.text(sections))
    else:
        page(roff.text(sections))


def _sections(root: Any) -> "Iterator[Section]":
    from advisory_cli.cli.app import COMMANDS, Commands
    from advisory_cli.render.roff import Section

    group: Any = root.command
    assert isinstance(group, Commands)  # noqa: S101 - for the checker of types
    summary, _, examples = _parts(group.help)
    yield Section("NAME", (f"advisory - {summary[0].lower()}{summary[1:].rstrip('.')}",))
    yield Section("SYNOPSIS", ("advisory [OPTIONS] COMMAND [ARGUMENTS]",))
    yield Section("DESCRIPTION", tuple(_prose(examples)))
    yield Section("OPTIONS", tuple(_options(root, group)))
    yield Section("COMMANDS", ())
    for name in COMMANDS:
        one = group.get_command(root, name)
        inner = one.make_context(name, [], parent=root, resilient_parsing=True)
        lead, _, rest = _parts(one.help)
        usage = " ".join(one.collect_usage_pieces(inner))
        yield Section(f"advisory {name} {usage}", (lead, *_prose(rest), *_options(inner, one)), level=2)
    for topic, words in TOPICS.items():
        yield Section(topic.replace("-", " ").upper(), tuple(_prose(words)))


def _parts(help_: str | None) -> tuple[str, str, str]:
    return (help_ or "").partition("\n\n")


def _prose(words: str) -> "Iterator[Any]":
    """Paragraphs, and lines that stay apart, as help has them."""
    from advisory_cli.render.roff import Verbatim

    for part in words.strip("\n").split("\n\n"):
        lines = part.removeprefix("\b\n")
        if lines is not part or any(line.startswith("  ") for line in lines.split("\n")):
            yield Verbatim(lines)
        elif lines:
            yield " ".join(lines.split())


def _options(ctx: typer.Context, one: Any) -> "Iterator[Any]":
    from advisory_cli.render.roff import Item

    for param in one.get_params(ctx):
        if record := param.get_help_record(ctx):
            yield Item(*record)

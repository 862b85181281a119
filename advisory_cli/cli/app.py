"""The command group: global options, commands that load when they are called, and the one place for errors."""

import gc
import re
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from advisory_cli.cli.given import Colour, Settings
from advisory_cli.cli.options import with_filters
from advisory_cli.errors import ArchiveError, Misuse

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = {
    "add": "add",
    "list": "listing",
    "search": "search",
    "show": "show",
    "related": "related",
    "cite": "cite",
    "history": "history",
    "edit": "edit",
    "tag": "tag",
    "withdraw": "withdraw",
    "redact": "redact",
    "undo": "undo",
    "remove": "remove",
    "export": "export",
    "import": "importing",
    "quotes": "quotes",
    "contacts": "contacts",
    "stats": "stats",
    "check": "check",
    "doctor": "doctor",
    "config": "settings",
    "help": "helping",
    "man": "manual",
    "completion": "completion",
}
"""Command to module of `advisory_cli.cli`; the function in it is called `command`."""

VERSION = "0.1.0"

_SPARE = {"add_completion": False, "pretty_exceptions_enable": False, "rich_markup_mode": None}
"""Typer without what loads Rich: start-up is a budget, and help is as readable without boxes."""


class Commands(TyperGroup):
    """Loads the module of a command when it is called, and turns errors into one line and an exit code."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """All commands, in the order in which they are needed."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """The command of that name; raises `Misuse` where there is none, unless a shell only completes."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name)
        if cmd_name not in COMMANDS and not cmd_name.startswith("-") and not ctx.resilient_parsing:
            from advisory_cli.cli.misuse import unknown_command

            raise unknown_command(cmd_name, COMMANDS)
        return self.commands.get(cmd_name)

    def help_of(self, ctx: typer.Context, name: str) -> str:
        """What ``--help`` says of a command."""
        command = self.get_command(ctx, name)
        with command.make_context(name, [], parent=ctx, resilient_parsing=True) as inner:
            return str(command.get_help(inner))

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> Any:
        """Read the global options."""
        with _told("advisory", debug="--debug" in args):
            return super().make_context(info_name, args, *rest, **extra)

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """Run the command."""
        gc.freeze()
        gc.enable()  # the entry point did without while it loaded
        args = [*ctx._protected_args, *ctx.args]  # noqa: SLF001
        with _told(f"advisory {args[0]}" if args else "advisory", debug=bool(ctx.params.get("debug"))):
            return super().invoke(ctx)


@contextmanager
def _told(path: str, *, debug: bool) -> "Iterator[None]":
    """An error of the archive, or what Typer refuses, becomes one sentence on stderr and an exit code."""
    try:
        try:
            yield
        except typer.TyperException as error:
            if type(error).__name__ == "NoArgsIsHelpError":
                typer.echo(error.message)
                raise typer.Exit(Misuse.exit_code) from error
            from advisory_cli.cli.misuse import refused

            raise refused(error, path) from error
    except ArchiveError as error:
        if debug:
            from traceback import print_exc

            print_exc()
        from advisory_cli.cli.output import complain

        complain(f"advisory: {error}")
        raise typer.Exit(error.exit_code) from error


def _load(name: str) -> Any:
    module = import_module(f"advisory_cli.cli.{COMMANDS[name]}")
    one = typer.Typer(**_SPARE)  # type: ignore[arg-type]
    settings = {"help_option_names": ["-h", "--help"]}
    summary = re.match(r"[^:;.]+", module.command.__doc__)
    one.command(
        name,
        cls=getattr(module, "Command", TyperCommand),
        context_settings=settings,
        short_help=summary and " ".join(summary[0].split()),
    )(with_filters(module.command))
    return typer.main.get_command(one)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    **_SPARE,  # type: ignore[arg-type]
)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"advisory {VERSION}, Python {sys.version.split()[0]}, archive schema 1")
        raise typer.Exit


@app.callback()
def advisory(
    ctx: typer.Context,
    archive: Annotated[
        Path | None,
        typer.Option("--archive", metavar="PATH", help="The archive file (.json) or its folder.", show_default=False),
    ] = None,
    lock_timeout: Annotated[
        float, typer.Option("--lock-timeout", metavar="SECONDS", min=0, help="How long a write waits for another.")
    ] = 10.0,
    colour: Annotated[
        Colour, typer.Option("--color", metavar="WHEN", help="auto, always or never; NO_COLOR is obeyed.")
    ] = Colour.auto,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Results, warnings and errors alone; asks nothing.")
    ] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; what would be asked is refused.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")] = False,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keep, find and show press advisories of human rights organisations.

    \b
    advisory add report.txt              take a document in
    advisory search Zhanaozen            find it again
    advisory show EUR 57/002/2012        read it
    advisory list --country Kazakhstan   see what there is
    """
    from advisory_cli.cli.output import QUIET

    QUIET.set(quiet)
    ctx.obj = Settings(
        lock_timeout=lock_timeout,
        colour=colour,
        asks=not no_input and not quiet and sys.stdin.isatty(),
    )

"""``advisory help``: the help of a command, or a topic that concerns many."""

from typing import Annotated, Any

import typer

from advisory_cli.cli.output import put
from advisory_cli.cli.topics import TOPICS
from advisory_cli.errors import Misuse


def _names(ctx: typer.Context, incomplete: str) -> list[str]:
    from advisory_cli.cli.app import COMMANDS

    return [name for name in (*TOPICS, *COMMANDS) if name.startswith(incomplete)]


def command(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="COMMAND|TOPIC",
            help=f"A command, or one of {', '.join(TOPICS)}.",
            autocompletion=_names,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show help: of the program, of a command, or on a topic.

    \b
    advisory help
    advisory help search
    advisory help exit-codes     a topic; also: references, query, ...
    """
    if name in TOPICS:
        put(TOPICS[name])
    elif name is None:
        put(f'{ctx.find_root().get_help()}\n\nTopics of "advisory help":\n  {"  ".join(TOPICS)}')
    else:
        put(_help_of(ctx.find_root(), name))


def _help_of(root: Any, name: str) -> str:
    """The help of a command; raises `Misuse` for a name that is neither command nor topic."""
    from advisory_cli.cli.app import COMMANDS, Commands

    if name not in COMMANDS or not isinstance(root.command, Commands):
        from advisory_cli.cli.misuse import nearest

        raise Misuse(f'there is no help on "{name}"; {nearest(name, (*TOPICS, *COMMANDS))}')
    return root.command.help_of(root, name)

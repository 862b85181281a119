"""``advisory completion``: the script that makes a shell complete commands, options and references."""

from enum import StrEnum
from typing import Annotated

import typer

from advisory_cli.cli.output import put


class Shell(StrEnum):
    """Shells that can be taught."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"


def command(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", show_default=False)],
) -> None:
    """Print the completion script for a shell.

    \b
    source <(advisory completion bash)                              now
    advisory completion bash >> ~/.bashrc                           for good
    advisory completion zsh > "${fpath[1]}/_advisory"
    advisory completion fish > ~/.config/fish/completions/advisory.fish
    """
    from advisory_cli.cli.shells import SCRIPTS

    put(SCRIPTS[shell.value].strip())

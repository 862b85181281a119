"""``advisory config``: what holds for this call, and where each value comes from."""

import os
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from advisory_cli.cli import options
from advisory_cli.cli.context import location, named_user
from advisory_cli.cli.output import is_rich, put, put_lines, put_rich
from advisory_cli.config import Setting, configuration, setting
from advisory_cli.model import SCHEMA
from advisory_cli.render.clean import clean, tabbed
from advisory_cli.render.letters import dump

if TYPE_CHECKING:
    from rich.console import RenderableType


class What(StrEnum):
    """What can be asked."""

    show = "show"
    path = "path"


def command(
    ctx: typer.Context,
    what: Annotated[
        What, typer.Argument(metavar="show|path", help="All settings, or the path of the configuration file.")
    ] = What.show,
    as_json: options.AsJson = False,
) -> None:
    """Show the settings of this call and where each comes from: option, environment, file or default.

    \b
    advisory config show
    advisory config show --json
    advisory config path            the configuration file, if there is one
    advisory help files             what can stand in it
    """
    settings = list(_settings(ctx))
    if what is What.path:
        path = str(configuration(os.environ).path)
        put(dump({"schema": SCHEMA, "path": path}) if as_json else clean(path, lines=False))
    elif as_json:
        told = {one.name: {"value": one.value, "origin": one.origin} for one in settings}
        put(dump({"schema": SCHEMA, "settings": told}))
    elif is_rich(ctx):
        put_rich(ctx, _table(settings))
    else:
        put_lines(map(tabbed, settings))


def _settings(ctx: typer.Context) -> Iterator[Setting]:
    yield Setting("archive", *map(str, location(ctx)))
    yield Setting("config", *map(str, configuration(os.environ)))
    colour = setting("color", os.environ)
    yield _typed(ctx, "colour", "--color") or colour._replace(value=_COLOURED[colour.origin])
    waits = Setting("lock-timeout", str(ctx.obj.lock_timeout), "the default")
    yield _typed(ctx, "lock_timeout", "--lock-timeout") or waits
    yield setting("pager", os.environ)
    yield setting("editor", os.environ)
    yield named_user()


_COLOURED: Final = {"NO_COLOR": "never", "FORCE_COLOR": "always", "the default": "auto"}
"""What a variable makes of colour."""


def _typed(ctx: typer.Context, param: str, option: str) -> Setting | None:
    """The setting that a global option makes, if it was typed."""
    root = ctx.find_root()
    source = root.get_parameter_source(param)
    value = root.params[param]
    return Setting(option[2:], str(value), option) if source and source.name == "COMMANDLINE" else None


def _table(settings: list[Setting]) -> "RenderableType":
    from rich.text import Text

    from advisory_cli.render.columns import columns

    table = columns("Setting", "Value", "Comes from")
    for one in settings:
        table.add_row(*(Text(clean(part, lines=False)) for part in one))
    return table

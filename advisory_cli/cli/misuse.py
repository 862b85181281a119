"""What Typer refuses, said as the archive says its own errors: one sentence, with the value and what to do next."""

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from advisory_cli.errors import Misuse

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer


def unknown_command(name: str, commands: "Iterable[str]") -> Misuse:
    """That there is no such command, with the one that does what other programs call so, or those of near names."""
    ours = [command for command, names in _ELSEWHERE.items() if name.lower() in names.split()]
    near = nearest(ours[0] if ours else name, commands, otherwise=_NO_COMMAND)
    return Misuse(f"there is no command {_quoted(name)}; {near}")


_NO_COMMAND: Final = 'put "show" or "search" before it, or see "advisory help"'
"""For who types a number or words and nothing else."""

_ELSEWHERE: Final = {
    "list": "ls dir",
    "search": "find grep query",
    "show": "view open cat print read get",
    "edit": "change update correct rename",
    "history": "log diff",
    "withdraw": "retract",
    "redact": "hide mask",
    "undo": "revert restore",
    "remove": "delete del rm erase purge",
    "export": "backup save dump",
    "doctor": "verify repair fix",
}
"""What our commands are called in other programs."""


def nearest(name: str, names: "Iterable[str]", *, otherwise: str = '"advisory help" lists the commands') -> str:
    """Which of these names may have been meant."""
    near = get_close_matches(name[:_LONGEST], [*names], 2)
    return f"did you mean {_either(near)}?" if near else otherwise


def refused(error: "typer.TyperException", path: str) -> Misuse:
    """The same refusal in our words; `path` is the command that was typed, where the error does not know it."""
    ctx: typer.Context | None = getattr(error, "ctx", None)
    param = getattr(error, "param", None)
    option = getattr(error, "option_name", None)
    if ctx and ctx.parent and option in _options_of(ctx.parent):
        return Misuse(f'{option} stands before the command, as in "advisory {option} ... {ctx.info_name} ..."')
    if near := _near(option or "", getattr(error, "possibilities", None) or ()):
        return Misuse(f"there is no option {_quoted(option)}; did you mean {_either(near)}?")
    if type(error).__name__ == "NoSuchOption":
        what = f"there is no option {_quoted(option)}"
        if ctx and not ctx.parent:
            return Misuse(f'{what} before the command; put it behind, or see "advisory --help"')
    elif type(error).__name__ == "MissingParameter":
        what = f"{_name_of(param)} is missing{_choices(param)}"
    elif param is not None:
        what = f"{_name_of(param)}: {_value_in(error.message)} {_why(param)}"
    elif extra := re.match(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)$", error.message, re.DOTALL):
        what = f"{_quoted(extra[1])} is more than it takes"
    elif option and "requires an argument" in error.message:
        what = f"{option} needs a value behind it"
    elif option and "does not take a value" in error.message:
        what = f"{option} takes no value"
    else:
        what = error.message.rstrip(".")
    return Misuse(f"{what}; {_example(ctx, _name_of(param) if param else option or '', path)}")


_LONGEST: Final = 80
"""Characters of a value that a sentence repeats."""


def _near(option: str, possible: "Iterable[str]") -> list[str]:
    """Of the options that are near to one with their dashes those that are near without."""
    bare = {name.lstrip("-"): name for name in possible}
    return [bare[name] for name in get_close_matches(option.lstrip("-"), bare, 2)]


def _options_of(ctx: Any) -> set[str]:
    return {name for param in ctx.command.params for name in param.opts if name.startswith("-")}


def _quoted(value: str | None) -> str:
    text = value or ""
    return f'"{text[:_LONGEST]}..."' if len(text) > _LONGEST else f'"{text}"'


def _either(names: "Iterable[str]") -> str:
    return " or ".join(f'"{name}"' for name in names)


def _name_of(param: Any) -> str:
    """An option as it is typed, an argument as help calls it."""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name.upper()).rstrip(".")


def _choices(param: Any) -> str:
    return f", one of {', '.join(param.type.choices)}" if hasattr(param.type, "choices") else ""


def _value_in(message: str) -> str:
    """The value that Typer's message begins with."""
    found = re.match(r"(?:'(.*)'|\"(.*)\"|(\S+)) is not ", message, re.DOTALL)
    return _quoted(next(filter(None, found.groups()), "")) if found else _quoted(message)


def _why(param: Any) -> str:
    kind = param.type
    if hasattr(kind, "choices"):
        return f"is none of {', '.join(map(str, kind.choices))}"
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    number = "a whole number" if kind.name.startswith("int") else "a number"
    if least is not None and most is not None:
        return f"is not {number} from {least} to {most}"
    return f"is not {number}" + (f", {least} or more" if least is not None else "")


def _example(ctx: "typer.Context | None", name: str, path: str) -> str:
    """An example of the command's help, of an option only one that has it, and where there are more."""
    if ctx is None:
        return f'see "{path} --help"'
    examples = re.findall(rf"^ *({ctx.command_path} .*?)(?:  |$)", ctx.command.help or "", re.MULTILINE)
    fitting = [one for one in examples if f"{name} " in one] if name.startswith("-") else examples
    shown = f'as in "{fitting[0]}", or ' if fitting else ""
    return f'{shown}see "{ctx.command_path} --help"'

"""Where the archive lies: option, environment, configuration file, working folder, user's data folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from advisory_cli.errors import Misuse

FILE_NAME = "advisories.json"

NEAREST = "the working folder"
"""Who says where the archive is if nobody does and one lies there or above."""


class Location(NamedTuple):
    """The path of an archive and who said so."""

    path: Path
    origin: str


def locate(option: Path | None, *, environ: Mapping[str, str], folder: Path) -> Location:
    """The archive to use, given ``--archive``, the environment and the working folder.

    Raises `Misuse` where the configuration file cannot be read.
    """
    if option is not None:
        return Location(_file(option), "--archive")
    if named := environ.get("ADVISORY_ARCHIVE"):
        return Location(_file(Path(named)), "ADVISORY_ARCHIVE")
    config = configuration(environ).path
    if (configured := _configured(config)) is not None:
        return Location(_file(configured), str(config))
    if (near := _nearest(folder)) is not None:
        return Location(near, NEAREST)
    return Location(_user_folder("user_data_path") / FILE_NAME, "the default")


def configuration(environ: Mapping[str, str]) -> Location:
    """The configuration file, which need not be there."""
    if named := environ.get("ADVISORY_CONFIG"):
        return Location(Path(named), "ADVISORY_CONFIG")
    return Location(_user_folder("user_config_path") / "config.toml", "the default")


class Setting(NamedTuple):
    """What holds for this call, and who said so: an option, a variable, a file, the default."""

    name: str
    value: str
    origin: str


def setting(name: str, environ: Mapping[str, str]) -> Setting:
    """The ``editor``, ``pager``, ``user`` or ``color`` that the environment names, else the default."""
    default, *variables = _VARIABLES[name]
    named = next((variable for variable in variables if environ.get(variable)), None)
    return Setting(name, environ[named], named) if named else Setting(name, default, "the default")


_VARIABLES: Final = {
    "editor": ("vi", "ADVISORY_EDITOR", "VISUAL", "EDITOR"),
    "pager": ("less", "ADVISORY_PAGER", "PAGER"),
    "user": ("", "ADVISORY_USER", "LOGNAME", "USER"),
    "color": ("auto", "NO_COLOR", "FORCE_COLOR"),
}
"""The default of a setting, and the variables that name another: the first counts that is set and not empty."""


def _file(path: Path) -> Path:
    """A folder stands for the archive file in it, also one that is still to be made: its name does not end in .json."""
    path = path.expanduser()
    is_file = not path.is_dir() if path.exists() else path.suffix.lower() == ".json"
    return path if is_file else path / FILE_NAME


def _configured(config: Path) -> Path | None:
    """The ``archive`` of the configuration file, relative to the file."""
    if not config.is_file():
        return None
    import tomllib  # only who has a configuration file pays for it

    try:
        value = tomllib.loads(config.read_text(encoding="utf-8")).get("archive")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Misuse(f"cannot read {config}: {error}; mend or remove it") from error
    if value is None:
        return None
    if not isinstance(value, str):
        raise Misuse(f'archive in {config} is {value!r}; write it as archive = "/path/to/{FILE_NAME}"')
    return config.parent / Path(value).expanduser()


def _nearest(folder: Path) -> Path | None:
    candidates = (parent / "data" / FILE_NAME for parent in (folder, *folder.parents))
    return next((path for path in candidates if path.is_file()), None)


def _user_folder(kind: str) -> Path:
    import platformdirs  # not needed where the archive is named

    path: Path = getattr(platformdirs, kind)("advisory", appauthor=False)
    return path

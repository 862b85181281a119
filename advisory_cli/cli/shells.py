"""What shells are taught for completion. The shell itself quotes what it inserts: tags are words of others."""

from typing import Final

from typer._click.shell_completion import add_completion_class
from typer._completion_classes import BashComplete, FishComplete, ZshComplete

SCRIPTS: Final = {
    "bash": r"""
_advisory_completion() {
    local word="${COMP_WORDS[COMP_CWORD]}" line
    COMPREPLY=()
    while IFS= read -r line; do
        [[ -n $line ]] || continue
        case $word in
            [\"\']*) [[ $line == *[\"\'\\\$\`\!]* ]] && continue ;;
            *) printf -v line %q "$line" ;;
        esac
        COMPREPLY+=("$line")
    done < <(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD _ADVISORY_COMPLETE=complete_bash "$1")
}
complete -o default -F _advisory_completion advisory
""",
    "zsh": r"""#compdef advisory
_advisory_completion() {
    local -a values shown
    local line
    while IFS= read -r line; do
        [[ -n $line ]] || continue
        values+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
    done < <(_TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" _ADVISORY_COMPLETE=complete_zsh "${words[1]}")
    if (( $#values )); then compadd -l -d shown -a values; else _files; fi
}
if [[ $funcstack[1] == _advisory ]]; then _advisory_completion "$@"; else compdef _advisory_completion advisory; fi
""",
    "fish": r"""
function __advisory_complete
    set -lx _ADVISORY_COMPLETE complete_fish
    set -lx _TYPER_COMPLETE_ARGS (commandline -cp | string collect)
    set -g __advisory_found (advisory | string match -r '.+')
    test (count $__advisory_found) -gt 0
end
complete --command advisory --no-files --condition __advisory_complete --arguments '$__advisory_found'
""",
}
"""Shell to what makes it ask the program for the words that may follow."""


def answer_shells() -> None:
    """Answer in lines: a value, and behind a tab what it means; Typer's own answers are code for ``eval``."""
    for name, kind in (("bash", BashComplete), ("zsh", _Zsh), ("fish", _Fish)):
        add_completion_class(kind, name)


class _Zsh(ZshComplete):
    def complete(self) -> str:
        return _lines(self)


class _Fish(FishComplete):
    def complete(self) -> str:
        return _lines(self)


def _lines(shell: ZshComplete | FishComplete) -> str:
    items = shell.get_completions(*shell.get_completion_args())
    return "\n".join(f"{one.value}\t{one.help}" if one.help else one.value for one in items)

"""Every error a user can cause: one sentence that says what to do next, and the exit code.

    ArchiveError                 base, exit 3: the archive refuses or is in trouble
    ├── NotFound                 exit 1: nothing there
    │   ├── NotInText            exit 1: a passage to be marked does not stand in the texts
    │   ├── NotKept              exit 1: the text is there, its original file is not
    │   └── Removed              exit 1: it was there, and is in the history
    ├── NothingToUndo            exit 1: no write is left to take back
    ├── Misuse                   exit 2: the command or a value makes no sense
    │   ├── Ambiguous            exit 2: several texts fit where one is needed
    │   └── NoDate               exit 2: a day, month or year that cannot be read
    ├── Unreadable               exit 3: a source could not be read as text
    │   └── NoDocument           exit 3: a source is no document; passed over where it was not named itself
    ├── NotFetched               exit 3: a web address gave no document
    ├── DuplicateDiffers         exit 3: same reference and language, another content
    ├── Erased                   exit 3: these bytes were erased for good
    ├── NameTaken                exit 3: another text has that reference and language
    ├── HistoryDiffers           exit 3: a text has another history here
    ├── Occupied                 exit 3: there is a file where one is to be written
    ├── NothingReleased          exit 3: nothing of what was asked for may be handed on
    ├── Withheld                 exit 3: a text that must not be handed on unasked
    ├── NotHidden                exit 3: a marked passage would have gone out in the form that was asked for
    ├── Outdated                 exit 3: somebody else wrote in the meantime
    ├── Locked                   exit 3: another process is writing
    ├── Damaged                  exit 3: the archive file is not what was written
    ├── NotErased                exit 3: a text is erased, but not its original
    ├── InvalidRecord            exit 3: a document of the archive is no advisory
    ├── WriteFailed              exit 3: the disk refused
    └── NotListed                exit 3: what failed could not be written down

Exit 4 (`SOME_FAILED`) and 130 (interrupted) belong to the command line.
A sentence begins small, says what is the case and with which value, and behind a semicolon what to do.
"""

import re
from collections.abc import Sequence
from typing import Final

SOME_FAILED: Final = 4
"""Exit code of the command line where the others of many inputs are done."""


class ArchiveError(Exception):
    """Base of all errors that are told to the user as one line.

    Whatever the sentence quotes: it is one line, shows what would act on a terminal, and has an end.
    """

    exit_code = 3

    def __init__(self, sentence: str) -> None:
        super().__init__(_one_line(sentence))


class NotFound(ArchiveError):
    """Nothing in the archive answers to what was asked for."""

    exit_code = 1

    def __init__(self, wanted: str, *, near: Sequence[str] = ()) -> None:
        self.wanted = wanted
        self.near = tuple(near)
        hint = f"did you mean {' or '.join(self.near)}?" if near else _search_or_list(wanted)
        super().__init__(f"no advisory {wanted}; {hint}")


class NotInText(NotFound):
    """A passage that is to be marked stands in none of the texts that were named."""

    def __init__(self, passage: str, names: Sequence[str]) -> None:
        self.wanted = self.passage = passage
        self.near = ()
        self.names = tuple(names)
        ArchiveError.__init__(
            self,
            f"{passage!r} does not stand in {', '.join(names)}; nothing was marked: "
            "give it as it is spelled there, other spellings and scripts are not guessed",
        )


class NotKept(NotFound):
    """The text is there, but not the file that it came from: `of EUR 57/002/2012 (en)`, or its SHA-256."""

    def __init__(self, which: str) -> None:
        self.wanted = which
        self.near = ()
        ArchiveError.__init__(
            self,
            f'the original {which} is not in the archive; "advisory show" has the text, '
            '"advisory doctor" says what is missing',
        )


class Removed(NotFound):
    """The text was removed; its history is still there."""

    def __init__(self, name: str, target: str, at: str | None, *, purged: bool = False) -> None:
        self.wanted = self.name = name
        self.near = ()
        self.at = at
        self.purged = purged
        when = f" on {at[:10]}" if at else ""
        remedy = (
            f'"advisory history {target}" still has it, and "advisory undo --list" shows what can be taken back'
            if not purged
            else f'"advisory history {target}" shows what is left of it'
        )
        is_id = target.startswith("#") and target != name  # another text may bear the number by now
        what = f"{target}, {name}," if is_id else name
        ArchiveError.__init__(self, f"{what} was {'purged' if purged else 'removed'}{when}; {remedy}")


class NothingToUndo(ArchiveError):
    """There is no write left to take back."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__('there is nothing to take back; "advisory history REF" shows what happened to a text')


class Misuse(ArchiveError):
    """A value or a combination of options that makes no sense."""

    exit_code = 2


class NoDate(Misuse):
    """A value that is to be a day, a month or a year and is none."""

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(f"{value!r} is no date; write it as in 2012-03-22, 2012-03 or 2012")


class Ambiguous(Misuse):
    """Several texts fit where the command needs one."""

    def __init__(self, wanted: str, choices: Sequence[str]) -> None:
        self.wanted = wanted
        self.choices = tuple(choices)
        super().__init__(f"{wanted} fits several texts; name one of {', '.join(self.choices)}")


class Unreadable(ArchiveError):
    """A source that could not be read as text; a reason that knows what to do says it behind a semicolon."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        why = _with_remedy(reason, "put that right and try again, or leave it out")
        super().__init__(f"cannot read {source or _NAMELESS}: {why}")


class NoDocument(Unreadable):
    """What lies beside documents and is none, such as data of a program: only who names it takes it for one."""


class NotFetched(ArchiveError):
    """A web address that was not asked, or gave no document."""

    def __init__(self, url: str, reason: str) -> None:
        self.url = url
        self.reason = reason
        super().__init__(f"cannot fetch {url}: {_with_remedy(reason, 'or save the page yourself and add the file')}")


class DuplicateDiffers(ArchiveError):
    """The archive holds another content under the same reference and language.

    `differing` are the fields in which a text differs that comes with its whole history.
    """

    def __init__(self, name: str, held: str, *, differing: Sequence[str] | None = None) -> None:
        self.name = name
        self.held = held
        self.differing = differing
        what = f"other {', '.join(differing)}" if differing and len(differing) <= _FEW else "another content"
        revise = "add it" if differing is None else "import what failed, without its history,"
        super().__init__(
            f"{name} is in the archive with {what} (as {held}); "
            f"{revise} with --revise to make it the new revision, or with --keep-both to keep a second text"
        )


class Erased(ArchiveError):
    """A text that was read from the same bytes was erased for good: who asked for that must not find it again."""

    def __init__(self, name: str, at: str | None, reason: str | None) -> None:
        self.name = name
        when = f" on {at[:10]}" if at else ""
        why = f" ({reason})" if reason else ""
        super().__init__(
            f"{name} was erased for good{when}{why}, and this comes from its bytes; "
            "delete it too, or take it in with --keep-both if it may be kept after all"
        )


class NameTaken(ArchiveError):
    """Another text of the archive has the reference and language that a text is to get."""

    def __init__(self, name: str, held: str) -> None:
        self.name = name
        self.held = held
        super().__init__(
            f"{name} is another text of the archive ({held}); nothing was changed: "
            "give this one another reference or language, or remove the other one first"
        )


class Withheld(ArchiveError):
    """A text that must not go out now is handed on only where an option asks for it."""

    def __init__(self, name: str, why: str, option: str) -> None:
        self.name = name
        self.why = why
        self.option = option
        super().__init__(f"{name} is held back ({why}); {option} takes it all the same")


class NotHidden(ArchiveError):
    """A passage that must not go out stands in what would be handed on, in spite of all that was done."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(
            f"nothing was handed on: a passage that is marked as not to go out still stands in {where}; "
            'look with "advisory redact REF --list", and mark more, or take another format'
        )


class HistoryDiffers(ArchiveError):
    """A text that comes with its history is here with another one."""

    def __init__(self, name: str, revision: int) -> None:
        self.name = name
        self.revision = revision
        super().__init__(
            f"{name} is here with another history, from its revision {revision} on; it was not taken over: "
            f'compare with "advisory history", and add what is missing as a new revision'
        )


class Occupied(ArchiveError):
    """There is something already where a file is to be written."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"{path} is there already; take another name, or write over it with --force")


class NothingReleased(ArchiveError):
    """Of the texts that were asked for none may be handed on."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(
            f"nothing was exported, all was left out ({', '.join(self.reasons)}); "
            "to hand it on all the same, see the options --include-... of advisory export"
        )


class Outdated(ArchiveError):
    """What the user looked at is no longer the newest: somebody else wrote in the meantime."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(f"{what} in the meantime; nothing was changed: {remedy}")


class Locked(ArchiveError):
    """Another process holds the archive for writing and did not finish in time."""

    def __init__(self, path: str, holder: str, seconds: float) -> None:
        self.path = path
        self.holder = holder
        self.seconds = seconds
        super().__init__(
            f"{path} is being written by {holder}; gave up after {seconds:g} s: "
            "try again when it is done, or wait longer with --lock-timeout"
        )


class Damaged(ArchiveError):
    """The archive file is not what was written: named, never repaired in silence."""

    def __init__(self, path: str, what: str, *, remedy: str = 'run "advisory doctor"') -> None:
        self.path = path
        self.what = what
        self.remedy = remedy
        super().__init__(f"{path} is damaged: {what}; nothing was changed: {remedy}")


class InvalidRecord(ArchiveError):
    """A document of the archive file that is no advisory."""

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        self.what = what
        super().__init__(f"{where} is no advisory: {_with_remedy(what, 'put that right where it comes from')}")


class NotErased(ArchiveError):
    """A text was erased from the archive, but files that it was read from could not be deleted."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"the text is erased from the archive, but its original in {path} could not be deleted: {reason}; "
            'run "advisory doctor --fix" or delete it yourself'
        )


class WriteFailed(ArchiveError):
    """The operating system refused to write; the archive is as it was."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"cannot write {path}: {reason}; the archive is as it was before: put that right and try again"
        )


class NotListed(ArchiveError):
    """The list of what could not be added could not be written; what was added is in the archive."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            f"the list of what failed cannot be written to {path}: {reason}; "
            "what was added is safe: run the same command again with --failures FILE in another place"
        )


NO_FILE: Final = "it is no regular file but a device, pipe or socket"
"""Why `Unreadable` is what may have no end, and can be read but once."""


def why_unread(error: OSError | ValueError) -> str:
    """Why the system gave no file, as `Unreadable` says it; a `ValueError` is a name that it cannot take."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file; look how its name is spelled"
    if isinstance(error, PermissionError):
        return "you have no permission to read it"
    return str(error.strerror or error) if isinstance(error, OSError) else "it has no valid file name"


_NAMELESS: Final = "''"
"""How a name is shown that is empty, as where a script forgot to set it."""

_FEW: Final = 3
"""Fields that are named; where more differ it is another content."""

_LONGEST: Final = 800
_BEGIN: Final = 500
_END: Final = 250
"""Characters of a sentence; of a longer one, of its beginning and of its end, where what to do stands."""

_UNSEEN: Final = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
"""What ends a line, acts on a terminal, turns text round or is no character; as in `render.clean`."""


def _search_or_list(wanted: str) -> str:
    """What finds more: a number that no text bears may stand in one, an id does not."""
    return f'"advisory search {wanted}" finds texts that mention it' if wanted[:1] != "#" else 'try "advisory list"'


def _one_line(sentence: str) -> str:
    sentence = _cut(sentence)
    return sentence if sentence.isprintable() else _cut(re.sub(_UNSEEN, _shown, sentence))


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:_BEGIN]} [...] {sentence[-_END:]}"


def _shown(match: re.Match[str]) -> str:
    return " " if match[0] in "\n\t" else match[0].encode("unicode_escape").decode()


def _with_remedy(reason: str, remedy: str) -> str:
    return reason if ";" in reason else f"{reason}; {remedy}"

"""``python -m advisory_cli`` and the ``advisory`` command."""

import atexit
import gc
import os
import signal
import sys


def main() -> None:
    """Run the command line and leave; a Ctrl-C while it still loads is as quiet as later."""
    try:
        run()
    except KeyboardInterrupt:
        _leave(130)
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise


def run() -> None:
    """Run the command line: private files, and a quiet end when the reader of a pipe leaves."""
    gc.set_threshold(100_000)  # a short command makes no garbage worth a twentieth of its time
    os.umask(0o077)
    _open_standard_streams()
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]

    from advisory_cli.cli.app import app  # after the handlers: an early Ctrl-C or closed pipe is quiet too

    if "_ADVISORY_COMPLETE" in os.environ:  # Typer teaches its shells only to programs that carry its own options
        from advisory_cli.cli.shells import answer_shells

        answer_shells()
    try:
        app(prog_name="advisory")
    except Exception as error:  # noqa: BLE001 - behind it is only the shell
        if "--debug" in sys.argv:
            from traceback import print_exc

            print_exc()
        from advisory_cli.cli.output import complain

        complain(f"advisory: {_told(error)}")
        sys.exit(3)


def _open_standard_streams() -> None:
    """Give a closed standard stream to nobody: the next file opened, maybe the archive, would get its number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
            setattr(sys, name, open(number, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end


def _told(error: Exception) -> str:
    if isinstance(error, OSError):
        what = f"{error.filename}: {error.strerror}" if error.filename else error.strerror or error
        return f"the operating system refused: {what}; put that right and try again, what was written may be incomplete"
    return f"a fault of the program ({type(error).__name__}: {error}); run it again with --debug and report it"


def _leave(code: int) -> None:
    """End at once: taking all modules apart, whose memory goes back anyway, is a tenth of a short command."""
    atexit._run_exitfuncs()  # noqa: SLF001 - as the interpreter does
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the interpreter has a word and a code for it
        return
    os._exit(code)


if __name__ == "__main__":
    main()

"""Starts commands one by one and tells what each of them used; run as a program of its own by `measuring`.

Linux counts the memory of the starting process to the peak of what it starts, so this one is smaller than
`python -c pass`: it runs without site and imports next to nothing. Messages are in the format of `marshal`.
"""

import marshal
import os
import sys
import time


def main() -> None:
    """Serve until the input ends."""
    while True:
        words, environment, files = marshal.load(sys.stdin.buffer)
        marshal.dump(run(words, environment, files), sys.stdout.buffer)
        sys.stdout.buffer.flush()


def run(words: list[str], environment: dict[str, str], files: list[str]) -> tuple[float, float, int, int]:
    """Seconds by the clock and of the processors, peak memory as the system counts it, exit code."""
    flags = (os.O_RDONLY, os.O_WRONLY | os.O_NOCTTY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    opened = [(os.POSIX_SPAWN_OPEN, at, files[at], flags[at], 0o600) for at in range(3)]
    begun = time.perf_counter()
    process = os.posix_spawn(words[0], words, {**os.environ, **environment}, file_actions=opened)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - begun
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    try:
        main()
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        os._exit(0)

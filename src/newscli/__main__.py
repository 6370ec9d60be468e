"""`python -m newscli` and the console script."""

import atexit
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> int:
    """Run the command line of this process; comes back with the exit status.

    One line keeps a call short (measured by benchmarks/startup.py; Python alone takes 9 ms).
    """
    gc.set_threshold(100_000)  # while modules load there is no garbage to look for: 2 ms
    try:
        from newscli.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # also while modules are still being loaded
        return 130


def script() -> "NoReturn":
    """Run the command line and end the process, without taking each module apart first: 10 ms less."""
    status = main()
    from contextlib import suppress

    from newscli.regex import keep

    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        sys.exit(status)
    keep()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # closed by the caller, or by the reader
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    script()

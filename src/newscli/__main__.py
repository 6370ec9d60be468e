"""`python -m newscli` and the console script."""

import gc
import sys


def main() -> int:
    """Run the command line of this process; comes back with the exit status.

    Three lines keep a call short (measured by benchmarks/startup.py; Python alone takes 9 ms).
    """
    gc.set_threshold(100_000)  # while modules load there is no garbage to look for: 2 ms
    # msgspec prefers typing_extensions to typing where it is installed, and with it loads inspect and ast: 8 ms.
    sys.modules.setdefault("typing_extensions", None)  # type: ignore[arg-type]
    try:
        from newscli.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # also while modules are still being loaded
        return 130
    finally:
        gc.freeze()  # the process ends: the interpreter need not look for garbage once more, 5 ms


if __name__ == "__main__":
    sys.exit(main())

"""`python -m newscli` and the console script."""

import sys


def main() -> int:
    """Run the command line of this process; comes back with the exit status."""
    try:
        from newscli.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # also while modules are still being loaded
        return 130


if __name__ == "__main__":
    sys.exit(main())

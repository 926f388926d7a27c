"""The entry point: the window, or the command line. Imports neither torch nor Qt by itself."""

import os
import sys


def main() -> int:
    """Without arguments the window opens; everything else is the command line's. Returns the exit status."""
    os.environ.setdefault(
        "OMP_WAIT_POLICY", "passive"
    )  # before torch loads: threads that spin for each other starve on a busy machine (seen: six times slower)
    try:
        from studio import cli

        return cli.main(sys.argv[1:])
    except KeyboardInterrupt:  # while the imports go on
        return 130


if __name__ == "__main__":
    sys.exit(main())

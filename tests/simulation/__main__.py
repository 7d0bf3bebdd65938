"""`python -m tests.simulation`."""

import sys

from tests.simulation.batch import main

if __name__ == "__main__":
    sys.exit(main())

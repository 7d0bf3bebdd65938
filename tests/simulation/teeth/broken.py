"""`python -m tests.simulation.teeth.broken MODULE ARGUMENTS`: that module on a desk broken as the parent's is."""

import runpy
import sys

from tests.simulation.teeth.mutants import break_as_told

if __name__ == "__main__":
    break_as_told()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)

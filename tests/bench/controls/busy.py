"""Another process that computes, for as long as it is left to."""

from __future__ import annotations

from itertools import count

if __name__ == "__main__":
    for number in count():
        pow(number, 65537, 1_000_000_007)

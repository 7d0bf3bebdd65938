"""How wide columns are while the user has not set any: as the room allows, and the least needed go first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """What a column would like: `width`, at least `least`; whether it takes more, and whether it may go altogether."""

    width: int
    least: int
    stretches: bool = True
    yields: bool = True
    empty: bool = False  # goes before those that hold something


def spread(wishes: Sequence[Wish], room: int) -> list[int]:
    """A width for each column, 0 for those that go; the first takes what is left over."""
    staying = list(range(len(wishes)))
    going = sorted((n for n in staying if wishes[n].yields), key=lambda n: (wishes[n].empty, n), reverse=True)
    for number in going:
        if sum(wishes[n].least for n in staying) <= room:
            break
        staying.remove(number)
    widths = [0] * len(wishes)
    wanted, least = (sum(sizes) for sizes in ([wishes[n].width for n in staying], [wishes[n].least for n in staying]))
    flexible = sum(wishes[n].width for n in staying if wishes[n].stretches)
    for number in staying:
        wish = wishes[number]
        if room < wanted:
            share = max(0, room - least) / (wanted - least) if wanted > least else 0
            widths[number] = wish.least + int((wish.width - wish.least) * share)
        else:
            more = int((room - wanted) * wish.width / flexible) if wish.stretches else 0
            widths[number] = wish.width + more
    if staying:
        widths[staying[0]] += max(0, room - sum(widths))
    return widths

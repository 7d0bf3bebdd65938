"""From a text to a query. What is no condition of ours is words, as before; what is one and is wrong is named.

Words: anywhere, in any order; "a phrase"; `company:amber` in a field; `-` not, `OR`, brackets. Conditions:
`company:="Amber Ltd"` is, `^` starts, `~` contains; `price:>100000`, `birthday:1990..1999`, `starts:next14d`;
`no:email`, `has:phone`, `in:Dex`, `in:2+`, `differs:phone`, `is:waiting`, `changed:7d`, `added:2024`,
`deal.stage:offer`.
"""

from __future__ import annotations

from functools import lru_cache

from crmdesk.domain.fields import Kind
from crmdesk.domain.query.language import CONDITION
from crmdesk.domain.query.tree import Node


@lru_cache(maxsize=256)
def parse(kind: Kind, text: str) -> Node | None:
    """What a text asks for; None where it is words alone, which the search index reads as typed.

    Raises QueryInvalid, with the place, for a condition that cannot be understood.
    """
    if not CONDITION.search(text):
        return None
    from crmdesk.domain.query.reader import read  # 60 ms, with lark and its tables

    return read(kind, text)

"""Conditions on time: days as bounds, and the ids that were given from a moment on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from crmdesk.domain.query.moments import Span, span_of
from crmdesk.domain.query.tree import Op
from crmdesk.store.connection import Connection
from crmdesk.store.schema import to_micros


def bounds(op: Op, first: Span, last: Span) -> tuple[date | None, date | None]:
    """From which day on, and up to which; None is without end."""
    match op:
        case Op.LESS:
            return None, first.first
        case Op.MOST:
            return None, first.end
        case Op.MORE:
            return first.end, None
        case Op.LEAST:
            return first.first, None
    return first.first, last.end


def moment_bounds(text: str, today: date) -> tuple[int, int]:
    """From which moment on, and up to which, in microseconds, `changed:` or `added:` asks."""
    op = next((one for one in (Op.MOST, Op.LEAST, Op.LESS, Op.MORE) if text.startswith(one.value)), Op.HAS)
    words = text.removeprefix(op.value).split("..") if op is Op.HAS else [text.removeprefix(op.value)]
    spans = [(span_of(word, today, back=True) if word else None) or Span(None, None) for word in words]
    low, high = bounds(Op.BETWEEN if len(words) > 1 else op, spans[0], spans[-1])
    ends = []
    for day, default in ((low, 0), (high, 1 << 62)):
        moment = None if day is None else datetime.combine(day, time(), UTC)
        ends.append(default if moment is None else to_micros(moment))
    return ends[0], ends[1]


def first_id_from(connection: Connection, micros: int) -> int:
    """The first id that was given from that time on, found by halving."""
    low, high = 1, int(connection.one("SELECT coalesce(max(id), 0) + 1 FROM item"))
    while low < high:
        middle = (low + high) // 2
        came = connection.one(
            "SELECT coalesce((SELECT min(first_at) FROM record JOIN raw ON raw.record_id = record.id"
            " WHERE record.item_id = item.id), (SELECT min(at) FROM change WHERE change.item_id = item.id),"
            " item.updated_at) FROM item WHERE id >= ? ORDER BY id LIMIT 1",
            (middle,),
        )
        if came is None or came >= micros:
            high = middle
        else:
            low = middle + 1
    return low

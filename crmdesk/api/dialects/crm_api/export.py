"""The CRM API's export: contacts that fulfil filters, whole, as JSON or CSV, sent as they are read."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crmdesk.api.answers import Answer, to_bytes
from crmdesk.api.dialects.crm_api import words
from crmdesk.api.dialects.crm_api.contacts import wanted
from crmdesk.api.dialects.crm_api.rows import csv_head, csv_line, exported
from crmdesk.api.dialects.showing import epoch_ms

if TYPE_CHECKING:
    from crmdesk.api.call import Call

_AT_ONCE = 500  # contacts read for one piece of the answer


async def export(call: Call) -> Answer:
    """All contacts of whatever status, or those that the filters let through."""
    ids = await _ids(call)
    headers = {**words.organisation(call), "X-Total-Count": str(len(ids))}
    if call.query.get("format") == "csv":
        headers |= {"Content-Disposition": 'attachment; filename="contacts-export.csv"'}
        return Answer(headers=headers, media_type="text/csv; charset=utf-8", stream=_csv(call, ids))
    return Answer(headers=headers, stream=_json(call, ids))


async def _ids(call: Call) -> Sequence[int]:
    query = wanted(call, None)
    if query is None:
        return ()
    tags = [tag.strip() for tag in str(call.query.get("tags") or "").split(",") if tag.strip()]
    if tags:
        held = [condition for tag in tags if (condition := words.condition("tags", tag))]
        if not held:
            return ()
        query = replace(query, text=f"{query.text} ({' OR '.join(held)})".strip(), include_hidden=True)
        query = call.within_reach(query, searching=True)
    ids = list(await call.desk.ids(query))
    after, before = call.query.get("createdAfter"), call.query.get("createdBefore")
    if after is None and before is None:
        return ids
    times = await call.desk.times(ids)
    made = {id_: epoch_ms(times[id_].made) for id_ in ids if id_ in times}
    return [
        id_
        for id_ in ids
        if id_ in made and (after is None or made[id_] >= after) and (before is None or made[id_] <= before)
    ]


async def _rows(call: Call, ids: Sequence[int]) -> AsyncIterator[list[dict[str, Any]]]:
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        items, times = await call.desk.items_of(part), await call.desk.times(part)
        yield [exported(call.seen_item(item), times) for item in items]


async def _csv(call: Call, ids: Sequence[int]) -> AsyncGenerator[bytes, None]:
    yield csv_head().encode()
    async for rows in _rows(call, ids):
        yield "".join(f"\n{csv_line(row)}" for row in rows).encode("utf-8", "replace")


async def _json(call: Call, ids: Sequence[int]) -> AsyncGenerator[bytes, None]:
    yield b'{"format":"json","total":%d,"contacts":[' % len(ids)
    before = b""
    async for rows in _rows(call, ids):
        yield before + b",".join(map(to_bytes, rows))
        before = b","
    yield b"]}"

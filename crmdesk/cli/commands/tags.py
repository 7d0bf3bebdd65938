"""`tags`: the tags there are, renamed, merged or deleted wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable

from crmdesk.cli.call import Call, Result, UsageError
from crmdesk.cli.commands.bulk import bulk_result
from crmdesk.cli.commands.lists import kind_of, listing


async def listed(call: Call) -> Result:
    """`tags [KIND]`."""
    kind = kind_of(call.asked.kind or "contact")
    colours = call.desk.tag_colours()
    found = [
        {"tag": tag, "items": number, "colour": colours.get(tag.casefold())}
        for tag, number in await call.desk.tags(kind)
    ]
    told = listing("tags", len(found), found, {"tag": "TAG", "items": "ITEMS", "colour": "COLOUR"})
    carriers = [{"account": name, "writes": writes} for name, writes in call.desk.tag_carriers(kind)]

    def lines() -> Iterable[str]:
        yield from told.lines()
        for one in carriers:
            yield f"{one['account']}: {'takes tags' if one['writes'] else 'tells tags, takes none'}"

    return Result({**told.document, "accounts": carriers}, lines)


async def colour(call: Call) -> Result:
    """`tags colour TAG COLOUR`."""
    asked = call.asked
    chosen = "" if asked.colour == "none" else asked.colour
    await call.desk.colour_tag(asked.tag, chosen)
    return Result({"tag": asked.tag, "colour": chosen or None}, lambda: [f"{asked.tag}: {chosen or 'no colour'}"])


async def rename(call: Call) -> Result:
    """`tags rename TAG NEW [--kind KIND] [--merge] [--preview]`."""
    asked = call.asked
    if not asked.new.strip():
        raise UsageError("A tag has at least one letter; `tags delete` removes one.")
    return await _change(call, asked.new.strip())


async def delete(call: Call) -> Result:
    """`tags delete TAG [--kind KIND] [--preview]`."""
    return await _change(call, None)


async def _change(call: Call, to: str | None) -> Result:
    asked = call.asked
    kind = kind_of(asked.kind)
    if asked.preview:
        return bulk_result(call, await call.desk.plan_tag(kind, asked.tag, to), None)
    done = await call.desk.change_tag(kind, asked.tag, to, merge=getattr(asked, "merge", False))
    change_set = (await call.desk.changes(limit=1))[0][0].id if done.changed else None
    return bulk_result(call, done, change_set)

"""`mcp`: the desk as an assistant's tools."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec

from crmdesk.cli.call import Alone, Call, Result, UsageError
from crmdesk.desk import AuditLine, Desk, KeyUse
from crmdesk.domain.clock import SystemClock
from crmdesk.errors import NotFound, UserInputError


async def serve(alone: Alone) -> int:
    """`mcp [--key NAME]`: speaks on standard input and output until that ends."""
    if not alone.profile.database.exists():
        raise NotFound(f"There is no profile in {alone.profile.root}.", next="Start CRM Desk once, and make a key.")
    try:
        from crmdesk.cli.assistant.server import serve as serve_tools  # 3.5 s, with the package
    except ImportError as error:
        raise UserInputError(
            f"The package for the Model Context Protocol is not installed ({error.name}).",
            what="The tools are not served",
            next="Install it with `pip install 'crmdesk[mcp]'`.",
        ) from error
    await serve_tools(alone.profile, alone.asked.key or await _only_key(alone))
    return 0


async def _only_key(alone: Alone) -> str:
    async with await Desk.open(alone.profile, reading=True) as desk:
        standing = [key.name for key in desk.api.all_keys() if key.opens(SystemClock().now())]
    if len(standing) == 1:
        return standing[0]
    told = f"There are {', '.join(standing)}." if standing else "`crmdesk api keys add NAME --scope read` makes one."
    raise UsageError("Say with --key which key the assistant has.", next=told)


async def act(call: Call) -> Result:
    """`mcp act NAME REQUEST`: what `mcp` hands to the process that holds the profile."""
    from crmdesk.api.call import Hop  # 300 ms, with the server
    from crmdesk.api.counting import Counting
    from crmdesk.api.inside import Inside

    request: _Counted | _Asked
    try:
        asked: Any = msgspec.json.decode(call.asked.request)
        request = msgspec.convert(asked, _Counted) if "uses" in asked else msgspec.convert(asked, _Asked)
    except (msgspec.DecodeError, msgspec.ValidationError, TypeError) as error:
        raise UsageError(f"That is no request: {error}.") from error
    if isinstance(request, _Counted):
        await call.desk.api.count(request.uses, request.lines)
        return Result({"status": 204, "document": None}, lambda: [])
    counting = Counting(call.desk.api.count)
    inside = Inside(call.asked.name, call.desk, Hop(call.desk, asyncio.get_running_loop()), counting)
    try:
        reply = await inside.ask(request.method, request.path, request.query, request.body)
    finally:
        await counting.flush()
    document = {"status": reply.status, "document": reply.document}
    return Result(document, lambda: [msgspec.json.encode(reply.document).decode()], 0 if reply.well else 3)


class _Asked(msgspec.Struct, forbid_unknown_fields=True):
    method: str
    path: str
    query: dict[str, Any] = {}
    body: Any = None


class _Counted(msgspec.Struct, forbid_unknown_fields=True):
    uses: list[KeyUse]
    lines: list[AuditLine]

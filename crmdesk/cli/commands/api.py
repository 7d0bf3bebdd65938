"""The commands about the local API: whether it is on, who has a key, what was done with it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from crmdesk.cli.call import Alone, Call, Result, UsageError, words_of
from crmdesk.cli.commands.lists import listing
from crmdesk.cli.tables import facts
from crmdesk.desk import RATE, ApiKey, Desk, Serving, scopes_of
from crmdesk.domain.notation.json_shapes import moment
from crmdesk.domain.values import parse_date
from crmdesk.errors import UserInputError


async def on(call: Call) -> Result:
    """`api on [--port P]`."""
    return _status(call.desk, await call.desk.api.switch_on(call.asked.port))


async def off(call: Call) -> Result:
    """`api off`."""
    await call.desk.api.switch_off()
    return _status(call.desk, None)


async def status(call: Call) -> Result:
    """`api status`."""
    return _status(call.desk, call.desk.api.serving)


def _status(desk: Desk, serving: Serving | None) -> Result:
    keys = desk.api.all_keys()
    document: dict[str, Any] = {
        "on": desk.api.is_on(),
        "port": desk.api.port(),
        "url": None if serving is None else serving.url,
        "since": None if serving is None else moment(serving.since),
        "keys": sum(key.opens(datetime.now(UTC)) for key in keys),
        "requests": sum(key.requests for key in keys),
        "refused": sum(key.refused for key in keys),
        "dialects_off": sorted(desk.api.dialects_off()),
    }

    def lines() -> Iterable[str]:
        yield from facts(document.items())
        if document["on"] and serving is None:
            yield "No window is open: it is served when one is."

    return Result(document, lines)


async def dialects(call: Call) -> Result:
    """`api dialects [--off LIST]`."""
    from crmdesk.api.table import DIALECTS  # 60 ms

    known = [dialect.key for dialect in DIALECTS]
    if call.asked.off is not None:
        off = words_of(call.asked.off)
        if unknown := sorted(set(off) - set(known)):
            raise UsageError(f"There is no dialect {unknown[0]}.", next=f"There are {', '.join(known)}.")
        await call.desk.api.set_dialects_off(off)
    closed = call.desk.api.dialects_off()
    found = [{"dialect": one.key, "title": one.title, "on": one.key not in closed} for one in DIALECTS]
    return listing("dialects", len(found), found, {"dialect": "DIALECT", "title": "TITLE", "on": "ON"})


async def add_key(call: Call) -> Result:
    """`api keys add NAME --scope LIST …`: the only time, beside `rotate`, that the key itself is shown."""
    asked = call.asked
    wanted = ApiKey(asked.name, b"", "", scopes_of(words_of(asked.scope)), rate=RATE)
    key, secret = await call.desk.api.add_key(_as_asked(wanted, asked))
    return _with_secret(call.desk, key, secret)


async def change_key(call: Call) -> Result:
    """`api keys set NAME …`."""
    key = call.desk.api.key(call.asked.name)
    if call.asked.scope is not None:
        key = replace(key, scopes=scopes_of(words_of(call.asked.scope)))
    return _one(await call.desk.api.change_key(_as_asked(key, call.asked)))


async def rotate_key(call: Call) -> Result:
    """`api keys rotate NAME`."""
    return _with_secret(call.desk, *await call.desk.api.rotate_key(call.asked.name))


async def revoke_key(call: Call) -> Result:
    """`api keys revoke NAME [--reason TEXT]`."""
    key = call.desk.api.key(call.asked.name)
    await call.desk.api.revoke_key(key.name, call.asked.reason or "")
    return _one(next(one for one in call.desk.api.all_keys() if one.id == key.id))


async def keys(call: Call) -> Result:
    """`api keys list`."""
    found = [_document(key) for key in call.desk.api.all_keys()]
    columns = {"name": "NAME", "starts": "KEY", "scopes": "MAY", "accounts": "IN", "used_at": "LAST USED"}
    columns |= {"requests": "REQUESTS", "refused": "REFUSED", "expires_at": "EXPIRES", "revoked_at": "REVOKED"}
    return listing("keys", len(found), found, columns)


async def let_in(call: Call) -> Result:
    """`api origins add ORIGIN`."""
    await call.desk.api.let_in(call.asked.origin)
    return await origins(call)


async def keep_out(call: Call) -> Result:
    """`api origins remove ORIGIN`."""
    await call.desk.api.keep_out(call.asked.origin)
    return await origins(call)


async def origins(call: Call) -> Result:
    """`api origins list`."""
    found = [{"origin": origin} for origin in call.desk.api.origins()]
    return listing("origins", len(found), found, {"origin": "WEB PAGE"})


async def audit(call: Call) -> Result:
    """`api audit [--key NAME] [--limit N]`: of a revoked key too."""
    key_id = None
    if call.asked.key is not None:
        named = [key for key in call.desk.api.all_keys() if key.name == call.asked.key]
        key_id = named[-1].id if named else call.desk.api.key(call.asked.key).id
    lines, total = await call.desk.api.audit(key_id, call.asked.limit)
    found = [
        {
            "at": moment(line.at),
            "key": line.key or None,
            "method": line.method,
            "route": line.route,
            "item": None if line.item_id is None else str(line.item_id),
            "status": line.status,
            "outcome": line.outcome,
        }
        for line in lines
    ]
    columns = {"at": "AT", "key": "KEY", "method": "METHOD", "route": "ROUTE", "item": "ITEM", "status": "STATUS"}
    return listing("audit", total, found, columns | {"outcome": "OUTCOME"})


async def openapi(alone: Alone) -> Result:
    """`api openapi`: the description of every route."""
    from crmdesk.api.openapi import document
    from crmdesk.api.table import TABLE

    described = document(TABLE)
    return Result(
        described, lambda: [f"{method.upper()} {path}" for path, one in described["paths"].items() for method in one]
    )


def _as_asked(key: ApiKey, asked: Namespace) -> ApiKey:
    """A key with what the options say of it. Raises UsageError."""
    if asked.account is not None:
        key = replace(key, accounts=tuple(name for name in asked.account if name))
    if asked.into is not None:
        key = replace(key, new_in=tuple(name for name in asked.into if name))
    if asked.known is not None:
        key = replace(key, known=asked.known)
    if asked.rate is not None:
        key = replace(key, rate=asked.rate)
    if asked.expires is not None:
        key = replace(key, expires_at=_day_after(asked.expires) if asked.expires else None)
    return key


def _day_after(text: str) -> datetime:
    """The end of a day in UTC, until which a key opens."""
    try:
        day = date.fromisoformat(parse_date("--expires", text))
    except (UserInputError, ValueError):
        raise UsageError(f"--expires is a date as YYYY-MM-DD, not “{text}”.") from None
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)


def _document(key: ApiKey) -> dict[str, Any]:
    return {
        "name": key.name,
        "starts": key.starts,
        "scopes": sorted(key.scopes),
        "accounts": list(key.accounts),
        "new_in": list(key.new_in),
        "known": key.known,
        "rate": key.rate,
        "created_at": moment(key.created_at),
        "expires_at": moment(key.expires_at),
        "used_at": moment(key.used_at),
        "requests": key.requests,
        "refused": key.refused,
        "revoked_at": moment(key.revoked_at),
        "revoked_why": key.revoked_why or None,
    }


def _one(key: ApiKey) -> Result:
    document = _document(key)
    return Result(document, lambda: facts(document.items()))


def _with_secret(desk: Desk, key: ApiKey, secret: str) -> Result:
    document = {**_document(key), "key": secret}
    url = desk.api.address()

    def lines() -> Iterable[str]:
        yield secret
        yield "It is shown this once. Whoever has it may do what it says; keep it as you keep a password."
        yield f"curl -H 'Authorization: Bearer {secret}' {url}/desk/v1/"
        yield f"BACKEND_CRM_URL={url}"
        yield f"BACKEND_CRM_API_KEY={secret}"

    return Result(document, lines)

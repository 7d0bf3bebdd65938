"""`matches`: who may be the same, why, and what was decided about it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crmdesk.cli.call import Call, Result, UsageError, id_of
from crmdesk.cli.commands.lists import names_of
from crmdesk.cli.tables import facts, neutral, table
from crmdesk.desk import Desk
from crmdesk.domain.accounts import LOCAL, LOCAL_ACCOUNT_ID
from crmdesk.domain.items import compose_name
from crmdesk.domain.matching.suggestions import Decision, Identity, MatchState, Reason, Suggestion, Tier
from crmdesk.domain.matching.words import in_words, rival_in_words
from crmdesk.domain.notation.json_shapes import Names, moment
from crmdesk.errors import NotFound


async def matches(call: Call) -> Result:
    """`matches [--tier TIER] [--account NAME] [--limit N]`: as the last finished pass left it."""
    asked, desk = call.asked, call.desk
    tier = None if asked.tier is None else Tier(asked.tier)
    account_id = None
    if asked.account is not None:
        account_id = LOCAL_ACCOUNT_ID if asked.account == LOCAL else desk.account(asked.account).id
    found, total = await desk.matches.suggestions(tier, account_id, asked.limit or None)
    return _listed(desk, found, total, desk.matches.state())


def _listed(desk: Desk, found: Sequence[Suggestion], total: int, state: MatchState) -> Result:
    names = names_of(desk)
    rows = [_row(desk, one) for one in found]  # now: when lines are printed, the desk is closed
    document = {
        "total": total,
        "finished_at": moment(state.finished_at),
        "records_seen": state.records_seen,
        "waiting": state.waiting,
        "matches": [_document(one, names) for one in found],
    }

    def lines() -> Iterable[str]:
        if rows:
            yield from table(("ID", "TIER", "WHO", "BECAUSE"), rows)
        yield f"{len(found):,} of {total:,}"
        if state.finished_at is None:
            yield "The search has not finished yet; `crmdesk matches run` finishes it."

    return Result(document, lines)


def _document(one: Suggestion, names: Names) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "kind": one.kind.value,
        "tier": one.tier.value,
        "weight": one.weight,
        "rival": one.rival.value,
        "why": rival_in_words(one.rival, one.reasons),
        "items": [str(item_id) for item_id in one.item_ids],
        "records": [
            {"account": names.get(who.account_id), "remote_id": who.remote_id, "item": str(who.item_id)}
            for who in one.members
        ],
        "for": [_reason(reason) for reason in one.supporting],
        "against": [_reason(reason) for reason in one.opposing],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "what": in_words(reason), "weight": round(reason.bits, 1), "key": reason.what, "detail": reason.detail or None,
    }  # fmt: skip


def _row(desk: Desk, one: Suggestion) -> list[Any]:
    who = " = ".join(dict.fromkeys(compose_name(desk.item(item_id).values) for item_id in one.item_ids))
    because = ", ".join(f"{in_words(reason)} {reason.bits:+.0f}" for reason in one.reasons[:4])
    return [str(one.id), one.tier.value, who, because]


def check_link(asked: Namespace) -> None:
    """Refuse a `matches link` that can never work. Raises UsageError."""
    if asked.all and asked.ids != [Tier.CERTAIN.value]:
        raise UsageError("--all links what is certain alone: `matches link --all certain`.", what="Nothing was linked")
    if not asked.all and not asked.ids:
        raise UsageError("Say which, by their ids, or --all certain.", what="Nothing was linked")
    for text in [] if asked.all else asked.ids:
        _number(text)


async def link(call: Call) -> Result:
    """`matches link ID… | --all certain [--preview]`."""
    desk, asked = call.desk, call.asked
    if asked.all:
        found = (await desk.matches.suggestions(Tier.CERTAIN, limit=None))[0]
    else:
        found = [desk.matches.suggestion(_number(text)) for text in dict.fromkeys(asked.ids)]
    if asked.preview:
        return _listed(desk, found, len(found), desk.matches.state())
    if not found:
        return Result({"linked": 0, "undo": None, "items": []}, lambda: ["Nothing is certain."])
    done = await desk.matches.link([one.id for one in found])
    document = {"linked": len(found), "undo": str(done.act), "items": [str(item_id) for item_id in done.item_ids]}
    return Result(document, lambda: facts(document.items()))


async def not_same(call: Call) -> Result:
    """`matches not-same ID [RECORD…]`: the records are not the others; without any, none is another."""
    desk = call.desk
    suggestion = desk.matches.suggestion(_number(call.asked.id))
    names = names_of(desk)
    out = [_member(suggestion, text, names) for text in call.asked.records]
    await desk.matches.not_same(suggestion.id, out)
    found, _ = await desk.matches.decided(1)
    return _decision_told(desk, found[0])


def _member(suggestion: Suggestion, text: str, names: Names) -> int:
    """A record of a suggestion: ACCOUNT:REMOTE_ID, or the id of its item."""
    for who in suggestion.members:
        if text in (f"{names.get(who.account_id)}:{who.remote_id}", str(who.item_id)):
            return who.record_id
    raise NotFound(f"“{text}” is none of its records.", what="Nothing was decided")


async def decided(call: Call) -> Result:
    """`matches decided`."""
    found, total = await call.desk.matches.decided(call.asked.limit or None, call.asked.offset)
    documents = [_decision(call.desk, one) for one in found]

    def lines() -> Iterable[str]:
        if documents:
            rows = ([one["id"], one["at"], one["verdict"], _who(one)] for one in documents)
            yield from table(("ID", "AT", "VERDICT", "RECORDS"), rows)
        yield f"{len(documents):,} of {total:,}"

    return Result({"total": total, "decisions": documents}, lines)


def _who(document: Mapping[str, Any]) -> str:
    return ", ".join(f"{record['account']}:{record['remote_id']}" for record in document["records"])


def _decision(desk: Desk, one: Decision) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "verdict": one.verdict.value,
        "kind": one.kind.value,
        "at": moment(one.at),
        "tier": None if one.tier is None else one.tier.value,
        "undo": str(one.act) if one.act > 0 else None,
        "records": [_decided_record(desk, one, record) for record in one.records],
        "for": [_reason(reason) for reason in one.reasons if reason.bits >= 0],
        "against": [_reason(reason) for reason in one.reasons if reason.bits < 0],
    }


def _decided_record(desk: Desk, one: Decision, record: Identity) -> dict[str, Any]:
    """A record by its account's name of then; `item` is None where it has gone."""
    item_id = desk.matches.item_of(one.kind, record)
    return {
        "account": record.name, "remote_id": record.remote_id, "item": None if item_id is None else str(item_id),
    }  # fmt: skip


def _decision_told(desk: Desk, one: Decision) -> Result:
    document = _decision(desk, one)
    shown = {"id": document["id"], "verdict": document["verdict"], "records": neutral(_who(document))}
    return Result(document, lambda: facts(shown.items()))


async def revoke(call: Call) -> Result:
    """`matches revoke ID`."""
    return _decision_told(call.desk, await call.desk.matches.revoke(_number(call.asked.id)))


async def run(call: Call) -> Result:
    """`matches run`: finish a pass, or join the one that goes on."""
    state = await call.desk.matches.run()
    counts = {tier.value: state.counts.get(tier, 0) for tier in Tier}
    document = {
        "finished_at": moment(state.finished_at),
        "records_seen": state.records_seen,
        "seconds": state.seconds,
        "matches": counts,
    }
    return Result(document, lambda: facts((document | counts | {"matches": sum(counts.values())}).items()))


def _number(text: str) -> int:
    return id_of(text, "suggestion or decision")

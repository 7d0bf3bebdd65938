"""`edit`: of one item by its id, or with `--where` of all that a query finds, as one change-set."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import Any

from crmdesk.cli.call import DONE, LEFT_SOMETHING, Call, Result, UsageError, as_usage
from crmdesk.cli.commands import items
from crmdesk.cli.commands.lists import kind_of, names_of
from crmdesk.cli.tables import facts
from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.query.bulk import BulkPlan, How, Touch, check
from crmdesk.domain.query.parser import parse
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.values import Entry

_SIGNS = {how.value: how for how in How if how.value}


def check_edit(asked: Namespace) -> None:
    """Refuse an `edit` that can never work. Raises UsageError."""
    if asked.where is None:
        if asked.preview:
            raise UsageError("--preview goes with --where.")
        items.check_edit(_of_one(asked))
        return
    kind = kind_of(asked.kind)
    with as_usage():
        check(kind, touches(kind, asked.words))
    parse(kind, asked.where)


def _of_one(asked: Namespace) -> Namespace:
    id_, *fields = asked.words
    if not fields or "=" in id_:
        raise UsageError("An ID, or --where, says what is to be edited.")
    return Namespace(id=id_, fields=fields)


async def edit(call: Call) -> Result:
    """`edit ID FIELD=VALUE…`, or `edit --where QUERY FIELD=VALUE… [--preview]`."""
    asked = call.asked
    if asked.where is None:
        return await items.edit(Call(call.desk, _of_one(asked), call.given, call.say, call.draw))
    kind = kind_of(asked.kind)
    wanted = touches(kind, asked.words)
    ids = list(await call.desk.ids(ItemQuery(kind, asked.where)))
    if asked.preview:
        plan, change_set = await call.desk.plan_many(kind, ids, wanted), None
    else:
        plan = await call.desk.edit_many(kind, ids, wanted, call.show_progress)
        change_set = (await call.desk.changes(limit=1))[0][0].id if plan.changed else None
    return bulk_result(call, plan, change_set)


def touches(kind: Kind, words: Sequence[str]) -> list[Touch]:
    """What FIELD=VALUE, FIELD+=ENTRY, FIELD-=ENTRY and FIELD/=OLD/NEW ask for. Raises UsageError."""
    found = []
    for word in words:
        key, separator, text = word.partition("=")
        how = _SIGNS.get(key[-1:], How.SET)
        key = key.rstrip("+-/") if how is not How.SET else key
        if not separator or not key:
            raise UsageError(f"“{word}” is not written FIELD=VALUE.")
        found.append(_touch(kind, key, how, text))
    return found


def _touch(kind: Kind, key: str, how: How, text: str) -> Touch:
    if how is How.REPLACE:
        old, separator, new = text.partition("/")
        if not separator or not old:
            raise UsageError(f"{key}/= is followed by OLD/NEW.")
        return Touch(key, how, new, old)
    if how is not How.SET and field_of(kind, key).type.is_list and not text.startswith("["):
        return Touch(key, how, (Entry(text),))
    patch = items.parse_patch(kind, [(key, text)], {})
    return Touch(key, how, patch[key])


def bulk_result(call: Call, plan: BulkPlan, change_set: int | None) -> Result:
    """What a bulk edit came to."""
    names = names_of(call.desk)
    document: dict[str, Any] = {
        "change_set": None if change_set is None else str(change_set),
        "found": plan.asked,
        "changed": [str(id_) for id_ in plan.changed],
        "accounts": {names.get(id_, ""): number for id_, number in sorted(plan.by_account.items())},
        "kept_here": [str(id_) for id_ in plan.kept_here],
        "refused": [{"item": str(id_), "why": why} for id_, why in plan.refused.items()],
    }

    def lines() -> Iterable[str]:
        shown = {
            "found": f"{plan.asked:,}",
            "changed": f"{len(plan.changed):,}",
            **{f"sent to {name}": f"{number:,}" for name, number in document["accounts"].items()},
            "kept on this computer": f"{len(plan.kept_here):,}" if plan.kept_here else None,
            "refused": f"{len(plan.refused):,}" if plan.refused else None,
            "undo": None if change_set is None else f"crmdesk undo {change_set}",
        }
        yield from facts(shown.items())

    return Result(document, lines, LEFT_SOMETHING if plan.kept_here or plan.refused else DONE)

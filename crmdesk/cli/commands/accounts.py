"""The commands that handle accounts."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from crmdesk.cli.call import DONE, LEFT_SOMETHING, Call, Result, UsageError, as_usage, words_of
from crmdesk.cli.commands.lists import kind_of
from crmdesk.cli.sign_in import browser, given_secrets, needed, variable_secrets
from crmdesk.cli.tables import facts, neutral, table
from crmdesk.desk import AccountStatus, Desk
from crmdesk.domain.accounts import Account, Direction, check_name
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation import json_shapes
from crmdesk.domain.scope.rules import parse_scope
from crmdesk.errors import AuthRequired, UserInputError
from crmdesk.providers.info import KindInfo
from crmdesk.providers.registry import (
    base_url,
    checked_settings,
    directions_of,
    info_of,
    kinds_of,
    secrets_for,
    settings_from,
    signs_in_by_browser,
)
from crmdesk.sync.pull.linking_rule import check_rule
from crmdesk.sync.schedule import check_quiet, check_schedule
from crmdesk.system.process_secrets import environment

BY_FILE = " (by file, not live)"
_SWITCH = {"on": True, "yes": True, "true": True, "1": True, "off": False, "no": False, "false": False, "0": False}


def check_new(asked: Namespace, variables: Mapping[str, str] | None = None) -> None:
    """Refuse an `account add` that can never work; `variables` default to this process's. Raises UsageError."""
    with as_usage():
        info = info_of(asked.provider)
    settings, own = _settings(asked.set)
    settings = {**settings_from(info, environment() if variables is None else variables), **settings}
    with as_usage():
        checked_settings(info, settings)
        base_url(info.key, settings)
        can = kinds_of(info.key, settings)
        check_name(asked.name)
    known = [kind_info.kind for kind_info in can]
    if "name" in own:
        raise UsageError("The name of a new account is given with --name.")
    kinds = _kinds(asked.kinds) or known
    _check_kinds(kinds, known, info.title)
    _check_direction(asked.direction, can, kinds, info.title)


async def add(call: Call) -> Result:
    """`account add PROVIDER --name NAME …`: signs in first; nothing is saved when that fails."""
    asked = call.asked
    check_new(asked, call.given.variables)
    info = info_of(asked.provider)
    settings, own = _settings(asked.set)
    settings = {**settings_from(info, call.given.variables), **settings}
    wanted = secrets_for(info, settings)
    secrets = given_secrets(wanted, call.given)
    if secrets is None:
        secrets = variable_secrets(wanted, call.given)
    if wanted and not any(text.strip() for text in (secrets or {}).values()):
        names = ", ".join(secret.title for secret in wanted)
        raise AuthRequired(f"No {names} was given.", what=f"{info.title} was not connected", next=needed(info, wanted))
    kinds = _kinds(asked.kinds) or [kind_info.kind for kind_info in kinds_of(info.key, settings)]
    direction = Direction(asked.direction) if asked.direction else None
    tokens = None
    if signs_in_by_browser(info.key, settings):
        tokens = await call.desk.sign_in_with_browser(info.key, settings, secrets or {}, browser(call))
    scope, link_by = own.pop("scope", {}), own.pop("link_by", ())
    account = await call.desk.add_account(
        info.key, asked.name, settings, secrets or {}, direction, kinds, tokens, scope, link_by
    )
    if own:
        account = await call.desk.set_account(account.id, **own)
    return _one(call.desk, account)


def check_settings(asked: Namespace) -> None:
    """Refuse an `account set` that can never work, whatever the account is. Raises UsageError."""
    _settings(asked.set)
    _kinds(asked.kinds)


async def change(call: Call) -> Result:
    """`account set NAME …`: signs in first; a new key keeps the queue.

    Without other options the provider's variables give the new key. With some, the stored key is tried first, so that
    a variable meant for another account replaces none that works.
    """
    asked, desk = call.asked, call.desk
    settings, own = _settings(asked.set)
    kinds = _kinds(asked.kinds)
    account = desk.account(asked.name)
    info = info_of(account.provider)
    with as_usage():
        checked_settings(info, settings)
        base_url(info.key, {**account.settings, **settings})
        can = kinds_of(info.key, {**account.settings, **settings})
    if kinds is not None:
        _check_kinds(kinds, [kind_info.kind for kind_info in can], info.title)
    _check_direction(asked.direction, can, kinds or account.kinds, info.title)
    renames = own.keys() == {"name"} and not (settings or kinds or asked.direction)  # nothing to ask the CRM about
    columns: dict[str, Any] = {"settings": None if renames else settings, "kinds": kinds, **own}
    columns["direction"] = Direction(asked.direction) if asked.direction else None
    wanted = secrets_for(info, {**account.settings, **settings})
    secrets, fallback = given_secrets(wanted, call.given), variable_secrets(wanted, call.given)
    if wanted and secrets is not None and not any(text.strip() for text in secrets.values()):
        raise AuthRequired("No key was given.", what=f"{account.name} was not changed", next=needed(info, wanted))
    plain = not (asked.set or asked.direction or kinds)
    if secrets is None and plain:
        secrets = fallback
    if signs_in_by_browser(info.key, {**account.settings, **settings}) and (plain or secrets is not None):
        await desk.reconnect(account.id, secrets, settings=settings, open_browser=browser(call))
        secrets = None
    try:
        changed = await desk.set_account(account.id, **columns, secrets=secrets)
    except AuthRequired:
        if secrets is not None or fallback is None:
            raise
        changed = await desk.set_account(account.id, **columns, secrets=fallback)
    waiting = 0 if changed.direction.pushes else (await desk.outbox(account_id=changed.id, limit=0))[1]
    if waiting:
        call.say(f"What waits to be sent to {changed.name} ({waiting:,}) stays here while it is only read.")
    return replace(_one(desk, changed), code=LEFT_SOMETHING if waiting else DONE)


def _settings(words: Sequence[str]) -> tuple[dict[str, str], dict[str, Any]]:
    """The provider's settings, and the desk's own, such as `schedule` and `scope.contacts`. Raises UsageError."""
    settings: dict[str, str] = {}
    own: dict[str, Any] = {}
    for word in words:
        key, separator, value = word.partition("=")
        if not separator or not key:
            raise UsageError(f"“{word}” is not written KEY=VALUE.")
        with as_usage():
            if key in _OWN:
                own[key] = _OWN[key](value)
            elif key.startswith(_SCOPE):
                kind = kind_of(key.removeprefix(_SCOPE))
                parse_scope(kind, value)
                own.setdefault("scope", {})[kind] = value
            else:
                settings[key] = value
    return settings, own


def _switch(value: str) -> bool:
    if value.lower() not in _SWITCH:
        raise UserInputError(f"It is on or off, not “{value}”.")
    return _SWITCH[value.lower()]


_SCOPE = "scope."
_OWN: Mapping[str, Callable[[str], object]] = {
    "name": check_name,
    "schedule": check_schedule,
    "quiet": check_quiet,
    "deletes_remotely": _switch,
    "link_by": check_rule,
}


def _kinds(text: str | None) -> list[Kind] | None:
    if text is None:
        return None
    kinds = list(dict.fromkeys(kind_of(word) for word in words_of(text)))
    if not kinds:
        raise UsageError("--kinds names at least one kind.")
    return [kind for kind in Kind if kind in kinds]


def _check_kinds(asked: Sequence[Kind], known: Sequence[Kind], title: str) -> None:
    if missing := [kind.plural for kind in asked if kind not in known]:
        raise UsageError(f"{title} has no {' and no '.join(missing)}.")


def _check_direction(asked: str | None, can: Iterable[KindInfo], kinds: Sequence[Kind], title: str) -> None:
    possible = directions_of(info for info in can if info.kind in kinds)
    if asked is not None and asked not in possible:
        names = ", ".join(kind.plural for kind in kinds)
        raise UsageError(f"With {names} of {title} the direction is {' or '.join(possible)}, not {asked}.")


async def listed(call: Call) -> Result:
    """`account list`."""
    statuses = call.desk.accounts()
    entries = [status_document(call.desk, status) for status in statuses]

    def lines() -> Iterable[str]:
        titles = (
            "NAME",
            "PROVIDER",
            "DIRECTION",
            "STATE",
            "CONTACTS",
            "WAITING",
            "PROBLEMS",
            "LAST SYNC",
            "SIGNED IN AS",
            "ERROR",
        )
        rows = (_row(entry) for entry in entries)
        if entries:
            yield from table(titles, rows)
        else:
            yield "There is no account yet; `crmdesk account add` connects one."

    return Result({"total": len(entries), "accounts": entries}, lines)


def _row(entry: Mapping[str, Any]) -> list[Any]:
    open_ones = entry["pending"] + entry["uncertain"] + entry["handed_over"]
    troubles = entry["problems"] + entry["conflicts"] + entry["parked"]
    by_file = str(entry["base_url"]).startswith("file:") and entry["direction"] == "pull"
    provider = f"{entry['provider']}{BY_FILE if by_file else ''}"
    front = [entry["name"], provider, *(entry[key] for key in ("direction", "state", "contacts"))]
    return [*front, open_ones, troubles, entry["last_success"], entry["signed_in_as"], entry["error"]]


def status_document(desk: Desk, status: AccountStatus) -> dict[str, Any]:
    """An account, what was found out about it, and how it stands."""
    return {
        **json_shapes.account(status.account),
        "found": {setting.key: text for setting, text in desk.found(status.account)},
        "state": status.state.value,
        "contacts": status.contacts,
        "pending": status.pending,
        "uncertain": status.uncertain,
        "parked": status.parked,
        "handed_over": status.handed_over,
        "conflicts": status.conflicts,
        "problems": status.problems,
        "last_success": json_shapes.moment(status.last_success),
        "next_run": json_shapes.moment(status.next_run),
        "until": json_shapes.moment(status.until),
        "error": status.error,
    }


def _one(desk: Desk, account: Account) -> Result:
    """One account as `account list` has it."""
    document = next(status_document(desk, status) for status in desk.accounts() if status.account.id == account.id)
    return Result(document, lambda: facts(document.items()))


async def test(call: Call) -> Result:
    """`account test NAME`: signs in and looks at three records; changes nothing but the count of calls."""
    account = call.desk.account(call.asked.name)
    probe = await call.desk.test_account(account)
    samples = [
        {key: json_shapes.plain_value(value) for key, value in sample.items()} for sample in probe.samples
    ]  # fmt: skip
    found = call.desk.found(call.desk.account(account.name))
    document = {
        "account": account.name,
        "identity": probe.identity.title,
        "found": {setting.key: text for setting, text in found},
        "total": probe.total,
        "refused": {kind.plural: why for kind, why in probe.refused.items()},
        "fields": list(probe.fields),
        "unmapped": list(probe.unmapped),
        "samples": samples,
    }

    def lines() -> Iterable[str]:
        yield f"{neutral(account.name)}: the sign-in works ({neutral(probe.identity.title)})."
        yield from probe.refused.values()
        yield from facts((key, document[key]) for key in ("total", "fields", "unmapped"))
        yield from facts((setting.key, text) for setting, text in found)
        yield from (f"- {neutral(sample.get('name'))}" for sample in samples)

    return Result(document, lines)


async def pause(call: Call) -> Result:
    """`account pause NAME`."""
    account = call.desk.account(call.asked.name)
    await call.desk.pause(account.id)
    return _one(call.desk, account)


async def resume(call: Call) -> Result:
    """`account resume NAME`."""
    account = call.desk.account(call.asked.name)
    await call.desk.resume(account.id)
    return _one(call.desk, account)


async def remove(call: Call) -> Result:
    """`account remove NAME [--keep-contacts]`: what waits in its queue is told first."""
    account = call.desk.account(call.asked.name)
    entries, unsent = await call.desk.outbox(account_id=account.id, limit=20)
    for entry in entries:
        fate = "kept on this computer" if call.asked.keep_contacts else "dropped"
        call.say(f"Not sent to {account.name} and {fate}: {entry.action} of {', '.join(entry.fields) or 'the record'}")
    await call.desk.remove_account(account.id, keep_contacts=call.asked.keep_contacts)
    document = {"removed": account.name, "unsent": unsent, "kept_contacts": call.asked.keep_contacts}
    return Result(document, lambda: [f"{neutral(account.name)} was removed."])


async def review(call: Call) -> Result:
    """`account review NAME accept|refuse`."""
    account = call.desk.account(call.asked.name)
    held = call.desk.held_back(account)
    await call.desk.review(account.id, call.asked.decision == "accept")
    call.say(f"{held:,} removals were {'accepted' if call.asked.decision == 'accept' else 'refused'}.")
    return _one(call.desk, account)

"""The routes of the seed 004.

Source: its controller (`crm-integration.controller.ts`). A refused sign-in stores nothing; what is disconnected leaves
its contacts on this computer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crmdesk.api.answers import Answer
from crmdesk.api.dialects.reading import account_of, converted, schema_of
from crmdesk.api.dialects.zena.sign_in import (
    Connect,
    direction_of,
    kinds_of,
    secrets_of,
    settings_of,
    shown,
)
from crmdesk.api.route import Dialect, Route
from crmdesk.desk import Desk, ProviderInfo
from crmdesk.domain.accounts import Account, Pause
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.json_shapes import moment
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import DeskError, ProviderError, ScopeMissing, Unavailable, UserInputError

if TYPE_CHECKING:
    from crmdesk.api.call import Call

AUTH, VALIDATION, FAILED = "AUTH_REQUIRED", "VALIDATION_FAILED", "INTEGRATION_FAILED"
_CODES = {401: AUTH, 403: AUTH, 400: VALIDATION, 429: VALIDATION}
_BROKEN = (RunOutcome.FAILED, RunOutcome.CANCELLED, RunOutcome.SKIPPED)


def _error(error: DeskError, status: int) -> tuple[int, dict[str, Any]]:
    if isinstance(error, ProviderError):
        status = 500
    told = {"code": _CODES.get(status, FAILED), "message": error.why, "retryable": status >= 500 or status == 429}
    return status, {"error": told}


_TEXT: dict[str, Any] = {"type": "string"}
_FLAG = {"type": "boolean"}
_FAILURE = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "retryable"],
            "properties": {
                "code": {"type": "string", "enum": [AUTH, VALIDATION, FAILED]},
                "message": _TEXT,
                "retryable": _FLAG,
            },
        }
    },
}
DIALECT = Dialect("zena", "CRM integrations of the seed 004", _error, _FAILURE, prefixes=("/api/integrations/crm",))


async def providers(call: Call) -> Answer:
    """Every CRM that the desk knows of; `supported` are those that can be connected."""
    rows = [
        {"provider": one.key, "name": one.title, "description": one.purpose, "supported": one.state == "works"}
        for one in call.desk.providers()
    ]
    return Answer({"providers": rows})


async def integrations(call: Call) -> Answer:
    """The accounts that the key reaches, never a secret."""
    reach = call.reach()
    rows = [await _row(call.desk, one) for one in call.desk.connected() if reach is None or one.id in reach]
    return Answer({"integrations": rows})


async def _row(desk: Desk, account: Account) -> dict[str, Any]:
    return {
        "id": str(account.id),
        "provider": account.provider,
        "syncEnabled": account.pause is Pause.NO,
        "lastSyncAt": moment(account.last_success),
        "syncConfig": shown(account),
        "createdAt": moment(await desk.first_run_of(account.id)),
    }


def _known(call: Call) -> ProviderInfo:
    """The CRM that the path names. Raises UserInputError."""
    key = call.params["provider"]
    for info in call.desk.providers():
        if info.key == key:
            return info
    raise UserInputError("Invalid CRM provider")


async def connect(call: Call) -> Answer:
    """Sign in, and keep the account only where that works; the same CRM again changes the account that is there."""
    info = _known(call)
    if info.state != "works":
        raise UserInputError(f"{info.title} cannot be connected yet.")
    body = call.body if isinstance(call.body, dict) else {}
    for name, words in (("credentials", "Credentials are required"), ("syncConfig", "Sync configuration is required")):
        if not isinstance(body.get(name), dict):
            raise UserInputError(words)
    asked = converted(body, Connect)
    settings = settings_of(info, asked.credentials)
    secrets = secrets_of(info, asked.credentials, settings.get("api") or call.desk.usual_api(info.key))
    direction = direction_of(asked.sync_config)
    kinds = kinds_of(asked.sync_config, call.desk.kinds(info.key, _addressed(info, settings)))
    known = account_of(call, info.key)
    if known is None and call.reach() is not None:
        raise ScopeMissing("A key that reaches some accounts alone cannot connect another one.")

    async def carry_out(desk: Desk) -> Account:
        if known is not None:
            return await desk.set_account(
                known.id, settings=settings, secrets=secrets, direction=direction, kinds=kinds
            )
        return await desk.add_account(info.key, desk.free_name(info.title), settings, secrets, direction, kinds)

    account = await call.hop.over(carry_out)
    message = f"Successfully connected to {info.key}"
    return Answer({"success": True, "integrationId": str(account.id), "message": message})


def _addressed(info: ProviderInfo, settings: dict[str, str]) -> dict[str, str]:
    """Settings that say at least of which variant an account is, for asking what it has."""
    return {key: text for key, text in settings.items() if key != "base_url"}


async def sync(call: Call) -> Answer:
    """Sync the account now; the counts are of what stands settled there afterwards."""
    info = _known(call)
    account = account_of(call, info.key)
    if account is None:
        raise Unavailable(f"{info.title} is not connected.")
    id_ = account.id
    runs = await call.hop.over(lambda desk: desk.sync([id_]))
    broken = [run for run in runs if run.outcome in _BROKEN]
    if broken:
        raise Unavailable(broken[0].error or f"The sync ended as {broken[0].outcome}.")
    settled = await call.desk.settled(id_)
    counts = {
        "contactsSynced": settled.get(Kind.CONTACT, 0),
        "propertiesSynced": settled.get(Kind.PROPERTY, 0),
        "dealsSynced": settled.get(Kind.DEAL, 0),
    }
    return Answer({"success": True, **counts, "message": "Sync completed successfully"})


async def disconnect(call: Call) -> Answer:
    """Disconnect the account, if there is one; its contacts stay on this computer."""
    info = _known(call)
    account = account_of(call, info.key)
    if account is not None:
        id_ = account.id
        await call.hop.over(lambda desk: desk.remove_account(id_, keep_contacts=True))
    return Answer({"success": True, "message": f"Successfully disconnected from {info.key}"})


def _object(required: tuple[str, ...], **members: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": members}


_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 0}
_MAYBE = {"type": ["string", "null"]}
_PROVIDER = _object(
    ("provider", "name", "description", "supported"), provider=_TEXT, name=_TEXT, description=_TEXT, supported=_FLAG
)
_INTEGRATION = _object(
    ("id", "provider", "syncEnabled", "lastSyncAt", "syncConfig", "createdAt"),
    id=_TEXT,
    provider=_TEXT,
    syncEnabled=_FLAG,
    lastSyncAt=_MAYBE,
    createdAt=_MAYBE,
    syncConfig={"type": "object"},
)
_COUNTS = ("contactsSynced", "propertiesSynced", "dealsSynced")
_ROOT = "/api/integrations/crm"

ROUTES = (
    Route(
        "GET",
        _ROOT,
        providers,
        "The CRMs there are",
        DIALECT,
        answers={200: _object(("providers",), providers={"type": "array", "items": _PROVIDER})},
    ),
    Route(
        "GET",
        f"{_ROOT}/user",
        integrations,
        "The accounts that are connected",
        DIALECT,
        answers={200: _object(("integrations",), integrations={"type": "array", "items": _INTEGRATION})},
    ),
    Route(
        "POST",
        f"{_ROOT}/{{provider}}/connect",
        connect,
        "Connect a CRM, once its sign-in is seen to work",
        DIALECT,
        "accounts",
        request=schema_of(Connect),
        answers={200: _object(("success",), success=_FLAG, integrationId=_TEXT, message=_TEXT)},
        errors=(400, 500, 504),
    ),
    Route(
        "POST",
        f"{_ROOT}/{{provider}}/sync",
        sync,
        "Sync a CRM now",
        DIALECT,
        "sync",
        answers={200: _object(("success", *_COUNTS), success=_FLAG, message=_TEXT, **dict.fromkeys(_COUNTS, _NUMBER))},
        errors=(400, 500, 504),
    ),
    Route(
        "DELETE",
        f"{_ROOT}/{{provider}}",
        disconnect,
        "Disconnect a CRM; its contacts stay",
        DIALECT,
        "accounts",
        answers={200: _object(("success",), success=_FLAG, message=_TEXT)},
        errors=(400,),
    ),
)

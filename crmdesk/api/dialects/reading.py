"""What all dialects do with a request: its body as a type, the account that it is about, what its key adds to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from crmdesk.domain.accounts import Account
from crmdesk.errors import UserInputError

if TYPE_CHECKING:
    from crmdesk.api.call import Call

T = TypeVar("T")


def converted(document: Any, type_: type[T]) -> T:
    """A document as a type. Raises UserInputError with the place of what does not fit."""
    try:
        return msgspec.convert(document, type_)
    except msgspec.ValidationError as wrong:
        raise UserInputError(f"{wrong}.") from None


def account_of(call: Call, provider: str) -> Account | None:
    """The first account of a provider that the key reaches, in account order."""
    reach = call.reach()
    for account in call.desk.connected():
        if account.provider == provider and (reach is None or account.id in reach):
            return account
    return None


def added_to(call: Call) -> list[int]:
    """The accounts into which what the key adds goes, beside this computer."""
    return [call.desk.account(name).id for name in call.key.new_in]


def schema_of(type_: Any) -> dict[str, Any]:
    """A type's JSON schema, whole in itself."""
    schema = msgspec.json.schema(type_)
    found: dict[str, Any] = _inlined(schema, schema.get("$defs", {}))
    found.pop("$defs", None)
    return found


def _inlined(schema: Any, known: dict[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_inlined(one, known) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(known[schema["$ref"].rpartition("/")[2]], known)
    # `default` beside a type that forbids it would be no valid example; what is absent says the same.
    return {name: _inlined(inner, known) for name, inner in schema.items() if name != "default"}

"""`GET /desk/v1/export`: a list as a file, streamed once it is whole, so that none is ever cut off."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile

from crmdesk.api.answers import Answer
from crmdesk.api.call import Call, check_scope
from crmdesk.api.own.dialect import OWN
from crmdesk.api.route import Param, Route
from crmdesk.desk import ExportWish, check_export
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.errors import QueryRefused, UserInputError

FORMATS = {
    "json": ("json", "application/json"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "vcf": ("vcard", "text/vcard"),
}
_IN_MEMORY = 2 * 1024 * 1024  # bytes; a larger file lies on the disk, without a name, until it is sent
_PART = 64 * 1024


async def export(call: Call) -> Answer:
    """All of a list, as the command line's `export` writes it."""
    format_, media_type = FORMATS[call.asked("format")]
    kind = next(one for one in Kind if one.plural == call.asked("kind"))
    check_scope(call.key, f"{kind.plural}:read")
    account = call.account_id(call.query["account"]) if "account" in call.query else None
    words = call.query.get("q", "")
    query = call.within_reach(ItemQuery(kind, words, ("id",), account), searching=bool(words.strip()))
    wish = ExportWish(query, format_, seen_in=call.reach())
    try:
        check_export(wish)
    except UserInputError as error:
        raise QueryRefused("format", error.why) from error
    with ExitStack() as held:
        file = held.enter_context(SpooledTemporaryFile(_IN_MEMORY))
        total, _ = await call.desk.exports.write_into(wish, file)
        file.seek(0)
        held.pop_all()  # whoever streams it closes it
    return Answer(media_type=media_type, headers={"X-Total-Count": str(total)}, stream=_parts(file))


async def _parts(file: SpooledTemporaryFile[bytes]) -> AsyncGenerator[bytes, None]:
    with file:
        while part := file.read(_PART):
            yield part


_KINDS = {"type": "string", "enum": [kind.plural for kind in Kind], "default": "contacts"}
ROUTES = (
    Route(
        "GET",
        "/desk/v1/export",
        export,
        "All of a list as a file",
        OWN,
        query=(
            Param("format", {"type": "string", "enum": list(FORMATS), "default": "json"}, "what is written"),
            Param("kind", _KINDS, "of which kind; its scope for reading is asked for"),
            Param("q", {"type": "string"}, "what to look for, as in the window"),
            Param("account", {"type": "string"}, "only those in this account"),
        ),
        answers={200: {}},
        errors=(400, 404),
        media_type="application/json text/csv text/vcard",
        seconds=300.0,
    ),
)

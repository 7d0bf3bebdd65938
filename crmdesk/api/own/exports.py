"""`GET /desk/v1/export`: a list as a file, streamed once it is whole, so that none is ever cut off."""

from __future__ import annotations

from collections.abc import AsyncIterator
from tempfile import SpooledTemporaryFile

from crmdesk.api.answers import Answer
from crmdesk.api.call import Call
from crmdesk.api.gate import QueryRefused
from crmdesk.api.own.dialect import OWN
from crmdesk.api.route import Param, Route
from crmdesk.desk import ExportWish, check_export
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.errors import ScopeMissing, UserInputError

FORMATS = {
    "json": ("json", "application/json"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "vcf": ("vcard", "text/vcard"),
}
_IN_MEMORY = 2 * 1024 * 1024  # bytes; a larger file lies on the disk, without a name, until it is sent
_PART = 64 * 1024


async def export(call: Call) -> Answer:
    """All of a list, as the command line's `export` writes it."""
    format_, media_type = FORMATS[str(call.query.get("format", "json"))]
    kind = next(one for one in Kind if one.plural == call.query.get("kind", "contacts"))
    if not call.may(f"{kind.plural}:read"):
        raise ScopeMissing(f"It needs the scope {kind.plural}:read, which the key “{call.key.name}” has not.")
    account = call.account_id(call.query["account"]) if "account" in call.query else None
    query = call.within_reach(ItemQuery(kind, str(call.query.get("q", "")), ("id",), account))
    wish = ExportWish(query, format_)
    try:
        check_export(wish)
    except UserInputError as error:
        raise QueryRefused("format", error.why) from error
    file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # whoever streams it closes it
    try:
        total, _ = await call.desk.exports.write_into(wish, file)  # type: ignore[arg-type]  # it has all of BinaryIO
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return Answer(media_type=media_type, headers={"X-Total-Count": str(total)}, stream=_parts(file))


async def _parts(file: SpooledTemporaryFile[bytes]) -> AsyncIterator[bytes]:
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

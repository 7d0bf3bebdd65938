"""`GET /desk/v1/`: what this is, and what the key may."""

from __future__ import annotations

from crmdesk import __version__
from crmdesk.api.answers import Answer
from crmdesk.api.call import Call
from crmdesk.api.own.dialect import OWN
from crmdesk.api.own.schemas import MAYBE_TEXT, TEXT, record
from crmdesk.api.route import LIMITS, Route
from crmdesk.domain.notation.json_shapes import moment

_TEXTS = {"type": "array", "items": TEXT}


async def about(call: Call) -> Answer:
    """Name, version, and what the key may, reaches and how often."""
    key = call.key
    limits = {"key": key.rate, **{name: LIMITS[name] for name in ("submit", "fetch", "sync")}}
    return Answer(
        {
            "name": "CRM Desk",
            "version": __version__,
            "key": key.name,
            "scopes": sorted(key.scopes),
            "accounts": list(key.accounts),
            "new_in": list(key.new_in),
            "known": key.known,
            "expires_at": moment(key.expires_at),
            "limits": limits,
        }
    )


ROUTES = (
    Route(
        "GET",
        "/desk/v1/",
        about,
        "What this is, and what the key may",
        OWN,
        answers={
            200: record(
                name=TEXT,
                version=TEXT,
                key=TEXT,
                scopes=_TEXTS,
                accounts=_TEXTS,
                new_in=_TEXTS,
                known=TEXT,
                expires_at=MAYBE_TEXT,
                limits={"type": "object", "additionalProperties": {"type": "integer"}},
            )
        },
    ),
)

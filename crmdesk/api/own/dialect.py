"""How the desk's own routes speak: RFC 9457, and unknown parameters refused."""

from __future__ import annotations

from crmdesk.api.answers import problem
from crmdesk.api.own.schemas import TEXT
from crmdesk.api.route import Dialect

OWN = Dialect(
    "desk",
    "The desk's own",
    problem,
    {
        "type": "object",
        "required": ["type", "title", "status", "detail", "what", "why", "safe", "next"],
        "properties": {
            "type": {"type": "string", "description": "urn:crmdesk: and the failure's id"},
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "what": {"type": "string", "description": "what did not happen"},
            "why": TEXT,
            "safe": {"type": "string", "description": "what is not lost"},
            "next": {"type": "string", "description": "the next step"},
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["field", "message"],
                    "properties": {"field": TEXT, "message": TEXT},
                },
            },
        },
    },
    prefixes=("/",),
    media_type="application/problem+json",
    strict=True,
)

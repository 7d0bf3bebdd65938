"""How the desk's own routes speak: RFC 9457, and unknown parameters refused."""

from __future__ import annotations

from crmdesk.api.answers import problem
from crmdesk.api.route import Dialect

_TEXT = {"type": "string"}
OWN = Dialect(
    "desk",
    "The desk's own",
    problem,
    {
        "type": "object",
        "required": ["type", "title", "status", "detail", "what", "why", "safe", "next"],
        "properties": {
            "type": {"type": "string", "description": "urn:crmdesk: and the failure's id"},
            "title": _TEXT,
            "status": {"type": "integer"},
            "detail": _TEXT,
            "what": {"type": "string", "description": "what did not happen"},
            "why": _TEXT,
            "safe": {"type": "string", "description": "what is not lost"},
            "next": {"type": "string", "description": "the next step"},
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["field", "message"],
                    "properties": {"field": _TEXT, "message": _TEXT},
                },
            },
        },
    },
    prefixes=("/",),
    media_type="application/problem+json",
    strict=True,
)

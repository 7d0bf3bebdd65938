"""The one table of routes: router, scopes, limits, OpenAPI document and tests read it."""

from __future__ import annotations

from crmdesk.api import openapi
from crmdesk.api.own import about, items, reports, together
from crmdesk.api.own.dialect import OWN
from crmdesk.api.route import Table

DIALECTS = (OWN,)
_ROUTES = (*about.ROUTES, *items.ROUTES, *together.ROUTES, *reports.ROUTES)

TABLE = Table((*_ROUTES, *openapi.routes(Table(_ROUTES, DIALECTS))), DIALECTS)

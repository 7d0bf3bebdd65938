"""The one table of routes: router, scopes, limits, OpenAPI document and tests read it."""

from __future__ import annotations

from crmdesk.api import openapi
from crmdesk.api.dialects import rex
from crmdesk.api.dialects.crm_api import routes as crm_api
from crmdesk.api.dialects.crm_api.words import DIALECT as CRM_API
from crmdesk.api.dialects.dex import routes as dex
from crmdesk.api.dialects.zena import routes as zena
from crmdesk.api.own import about, changes, exports, items, reports, together, webhooks
from crmdesk.api.own.dialect import OWN
from crmdesk.api.route import Table

DIALECTS = (OWN, CRM_API, rex.DIALECT, zena.DIALECT, dex.DIALECT)
_SEEDS = (*crm_api.ROUTES, *rex.ROUTES, *zena.ROUTES, *dex.ROUTES)
_OWN = (*about.ROUTES, *items.ROUTES, *together.ROUTES, *exports.ROUTES, *reports.ROUTES)
_ROUTES = (*_OWN, *changes.ROUTES, *webhooks.ROUTES, *_SEEDS)

TABLE = Table((*_ROUTES, *openapi.routes(Table(_ROUTES, DIALECTS))), DIALECTS)

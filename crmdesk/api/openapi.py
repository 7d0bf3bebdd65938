"""The OpenAPI 3.1 document of all routes, made of the one table of them."""

from __future__ import annotations

from typing import Any

from crmdesk import __version__
from crmdesk.api.answers import Answer, reason
from crmdesk.api.bodies import TYPES
from crmdesk.api.call import Call
from crmdesk.api.own.dialect import OWN
from crmdesk.api.route import Dialect, Route, Table

DOORS = (400, 401, 403, 429, 503)  # what every route may answer before its handler is asked
BODIES = (408, 413, 415)  # and those with a body


def document(table: Table) -> dict[str, Any]:
    """Every route, its parameters, bodies, answers and failures."""
    paths: dict[str, dict[str, Any]] = {}
    for route in table.routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "CRM Desk",
            "version": __version__,
            "description": "The local API of CRM Desk: on this computer alone, with a key made by its user.",
        },
        "servers": [{"url": "/"}],
        "security": [{"key": []}],
        "tags": [{"name": dialect.key, "description": dialect.title} for dialect in table.dialects],
        "paths": paths,
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {_error_name(dialect): dialect.error_schema for dialect in table.dialects},
        },
    }


def _error_name(dialect: Dialect) -> str:
    return f"{dialect.key.title().replace('_', '')}Error"


def _operation(route: Route) -> dict[str, Any]:
    says = [f"Scope: {route.scope or 'any'}" + (" or contacts:submit" if route.submits else "") + "."]
    if route.limit:
        says.append(f"Limit: {route.limit}.")
    told: dict[str, Any] = {
        "operationId": _name(route),
        "summary": route.says,
        "description": " ".join(says),
        "tags": [route.dialect.key],
        "parameters": [*_path_parameters(route), *_query_parameters(route), *_header_parameters(route)],
        "responses": _responses(route),
    }
    if route.request is not None:
        schema = {key: value for key, value in route.request.items() if not key.startswith("x-")}
        needed = not route.request.get("x-may-be-empty", False)
        media_types = TYPES if route.method == "PATCH" else TYPES[:1]
        told["requestBody"] = {
            "required": needed,
            "content": {media_type: {"schema": schema} for media_type in media_types},
        }
    return told


def _name(route: Route) -> str:
    words = [word for word in route.path.replace("{", "").replace("}", "").split("/") if word]
    return "_".join([route.method.lower(), *words]).replace(":", "_").replace("-", "_")


def _path_parameters(route: Route) -> list[dict[str, Any]]:
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in route.params]


def _query_parameters(route: Route) -> list[dict[str, Any]]:
    return [
        {
            "name": param.name,
            "in": "query",
            "required": bool(param.schema.get("required", False)),
            "description": param.says,
            "schema": {key: value for key, value in param.schema.items() if key != "required"},
        }
        for param in route.query
    ]


def _header_parameters(route: Route) -> list[dict[str, Any]]:
    found = []
    if route.method == "POST" and route.dialect.strict:
        says = "the same request under the same key is carried out once in 24 hours"
        schema = {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"}
        found.append({"name": "Idempotency-Key", "in": "header", "description": says, "schema": schema})
    if 412 in route.errors:
        says = "the ETag that the item must still have"
        found.append({"name": "If-Match", "in": "header", "description": says, "schema": {"type": "string"}})
    if 304 in route.answers:
        says = "the ETag that is held already"
        found.append({"name": "If-None-Match", "in": "header", "description": says, "schema": {"type": "string"}})
    return found


def _responses(route: Route) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for status, schema in route.answers.items():
        found[str(status)] = {"description": reason(status)}
        if schema is not None:
            found[str(status)]["content"] = {kind: {"schema": schema} for kind in route.media_type.split()}
    failures = {*DOORS, *route.errors, *(BODIES if route.request is not None else ())}
    if route.dialect.strict:
        failures |= {409, 422} if route.method == "POST" else set()
    for status in sorted(failures):
        schema = {"$ref": f"#/components/schemas/{_error_name(route.dialect)}"}
        if str(status) not in found:
            found[str(status)] = {
                "description": reason(status),
                "content": {route.dialect.media_type: {"schema": schema}},
            }
    return found


def routes(table: Table) -> tuple[Route, ...]:
    """`GET /desk/v1/openapi.json` of a table, itself in it."""
    whole: list[dict[str, Any]] = []

    async def described(call: Call) -> Answer:
        if not whole:
            whole.append(document(Table((*table.routes, own), table.dialects)))
        return Answer(whole[0])

    own = Route("GET", "/desk/v1/openapi.json", described, "This description", OWN, answers={200: {"type": "object"}})
    return (own,)

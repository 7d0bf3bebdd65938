"""The table of risks is true: every test that it names is there, and what it says of scopes holds of every route."""

from __future__ import annotations

import ast
from pathlib import Path

from crmdesk.api.route import Route
from crmdesk.api.table import TABLE
from crmdesk.desk import SCOPES
from tests.api.conftest import Served

TABLE_OF_RISKS = Path(__file__).resolve().parents[2] / "crmdesk" / "api" / "RISKS.md"
BODIES = {"PATCH": {"company": "x"}, "POST": {}}
ANY_KEY = {
    "/desk/v1/",
    "/desk/v1/openapi.json",
    "/desk/v1/export",
    "/desk/v1/changes",
    "/desk/v1/changes/stream",
}  # an export and the feed ask for the scopes of kinds themselves


def rows() -> list[list[str]]:
    lines = [line for line in TABLE_OF_RISKS.read_text("utf-8").splitlines() if line.startswith("| API")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_ten_risks_are_there_and_every_test_they_name() -> None:
    assert [row[0].split()[0] for row in rows()] == [f"API{number}" for number in range(1, 11)]
    for row in rows():
        for name in row[3].split(", "):
            file, _, test = name.partition("::")
            tree = ast.parse((Path(__file__).parent / f"{file}.py").read_text("utf-8"))
            assert test in {
                node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            }


def path_of(route: Route) -> str:
    return route.path.format(**dict.fromkeys(route.params, "1"))


def test_every_route_of_the_desk_names_a_scope_that_there_is() -> None:
    own = [route for route in TABLE.routes if route.dialect.key == "desk"]
    assert {route.scope for route in own} <= {"", *SCOPES}
    assert {route.path for route in own if not route.scope} == ANY_KEY


async def test_every_route_wants_its_scope(served: Served) -> None:
    """With every scope but its own, a route is shut; nothing was changed by trying all of them."""
    keys = {}
    for scope in SCOPES:
        keys[scope] = await served.key(*[one for one in SCOPES if one not in (scope, "contacts:submit")], rate=10**6)
    for route in TABLE.routes:
        if route.scope:
            lines = (f"{route.method} {path_of(route)} HTTP/1.1", f"Host: 127.0.0.1:{served.port}")
            answer = await served.raw(*lines, key=keys[route.scope])
            assert answer.status in (401, 403), (route.method, route.path)
    assert served.desk.counts().kinds == {}
    assert (await served.desk.changes())[0] == []


async def test_an_export_wants_the_scope_of_its_kind(served: Served) -> None:
    async with served.client("contacts:read") as client:
        assert (await client.get("/desk/v1/export", params={"kind": "deals"})).status_code == 403
        answer = await client.get("/desk/v1/export", params={"format": "csv"})
        assert (answer.status_code, answer.headers["X-Total-Count"]) == (200, "0")
        assert (await client.get("/desk/v1/export", params={"kind": "deals", "format": "vcf"})).status_code in (
            400,
            403,
        )


def test_no_route_of_the_desk_calls_an_address_that_it_was_given() -> None:
    for route in TABLE.routes:
        members = (route.request or {}).get("properties", {})
        if route.dialect.key == "desk" and "url" in members:
            assert "webhooks" in route.path, route.path

"""Strangers that must find nothing: openapi-spec-validator on the description, schemathesis on what it describes.

`python -m tests.api.test_strangers N` gives schemathesis N examples a route, every route and all of its phases.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

import pytest
from openapi_spec_validator import validate

from crmdesk.api.openapi import document
from crmdesk.api.route import LIMITS
from crmdesk.api.server import ApiServer
from crmdesk.api.table import TABLE
from crmdesk.desk import ApiKey, Desk, scopes_of
from crmdesk.domain.fields import Kind
from crmdesk.system.paths import Profile
from tests.api.conftest import Serve

PLENTY = 10**6
# What fits the description may still be refused for what is or is not there: nothing filled in, another ETag.
CONFIG = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", 304, 400, 401, 403, 404, 409, 412, 422, 429, 502, 560]
"""
ROUTES = r"^/desk/v1/(contacts.*|events/\{id\}|sync|runs|)$"  # the other kinds are served by the same functions


async def judge(url: str, secret: str, folder: Path, *options: str) -> tuple[int, str]:
    """The exit status and report of schemathesis."""
    config = folder / "schemathesis.toml"
    config.write_text(CONFIG, "utf-8")
    command = (
        sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()",
        "--config-file", str(config), "run", f"{url}/desk/v1/openapi.json", "--url", url,
        "-H", f"Authorization: Bearer {secret}", "--checks", "all", "--seed", "1", "--warnings", "off", "--no-color",
        "--generation-database", "none", *options,
    )  # fmt: skip
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    out, _ = await process.communicate()
    return process.returncode or 0, out.decode()


async def furnish(desk: Desk) -> str:
    """Something to find, and a key that is never out of breath."""
    for number in range(3):
        await desk.new(Kind.CONTACT, {"name": f"Name {number}"})
    wanted = ApiKey("stranger", b"", "", scopes_of(["all"]), rate=PLENTY)
    return (await desk.api.add_key(wanted))[1]


def test_the_description_is_one() -> None:
    described = document(TABLE)
    validate(described)
    routes = {(method, path) for path, methods in described["paths"].items() for method in methods}
    assert routes == {(route.method.lower(), route.path) for route in TABLE.routes}
    names = [one["operationId"] for methods in described["paths"].values() for one in methods.values()]
    assert len(names) == len(set(names))


@pytest.mark.slow
async def test_schemathesis_finds_nothing(serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, "sync", PLENTY)
    monkeypatch.setitem(LIMITS, "wrong", PLENTY)
    served = await serve()
    secret = await furnish(served.desk)
    options = ("--phases", "fuzzing", "--max-examples", "2", "--include-path-regex", ROUTES)
    status, report = await judge(served.url, secret, tmp_path, *options)
    assert status == 0, report


async def main(examples: str) -> int:
    """Judge the whole API on a profile that is thrown away."""
    LIMITS.update(sync=PLENTY, wrong=PLENTY)
    with tempfile.TemporaryDirectory() as folder:
        async with await Desk.open(Profile.at(folder)) as desk:
            server = ApiServer(desk)
            serving = await server.start(0)
            secret = await furnish(desk)
            options = ("--phases", "coverage,fuzzing,stateful", "--max-examples", examples)
            status, report = await judge(serving.url, secret, Path(folder), *options)
            await server.stop()
    sys.stdout.write(report)
    return status


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:2] or ["10"])))

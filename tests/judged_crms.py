"""The demo CRMs with the vendors' descriptions as judges between them and whoever calls."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.site.site import Site
from crmdesk.demo.sites import SITES
from tests.descriptions import Description, present

if TYPE_CHECKING:
    from tests.judge import Judge

Handler = Callable[[Request], Awaitable[Response]]
BEYOND = "beyond_description"  # the marker of a test that sends on purpose what a description does not have


_judges: dict[str, Judge] = {}
_said: list[tuple[Description, Request, bytes, Response]] = []  # since the test began; judged when it has ended


def judge_of(description: Description) -> Judge:
    """The judge of a description, one for all tests of this process."""
    from tests.judge import Judge, document_of  # most tests call none, and it takes seconds to load

    if description.site not in _judges:
        _judges[description.site] = Judge(description, document_of(description))
    return _judges[description.site]


def judged_sites() -> Mapping[str, type[Site]]:
    """The demo CRMs, those with a description that is there under its judge."""
    return {**SITES, **{key: _judged(SITES[key], one) for key, one in present().items()}}


def _judged(site: type[Site], description: Description) -> type[Site]:
    """A demo CRM whose every request and answer is kept for a judge, before any weather spoils the answer."""

    def routes(self: Site) -> list[Route]:
        return [_heard(route, description) for route in site.routes(self)]

    return type(f"Judged{site.__name__}", (site,), {"routes": routes})


def _heard(route: Route, description: Description) -> Route:
    if not route.path.startswith(description.base):
        return route
    run: Handler = route.endpoint

    async def hear(request: Request) -> Response:
        body = await request.body()
        answer = await run(request)
        _said.append((description, request, body, answer))
        return answer

    return Route(route.path, hear, methods=sorted(route.methods or ()))


@pytest.fixture(autouse=True)
def described(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a description holds against a request or an answer fails the test that caused it.

    It is judged afterwards, so that nobody waits for the judge while the demo CRM answers.
    """
    _said.clear()
    yield
    found = dict.fromkeys(
        str(fault)
        for description, asked, body, answer in list(_said)
        for fault in judge_of(description).heard(asked, body, answer)
    )
    if request.node.get_closest_marker(BEYOND) is not None:
        assert found or not _said, f"{BEYOND} is marked, and nothing beyond a description was met"
    elif found:
        pytest.fail("beyond the vendor's description:\n" + "\n".join(list(found)[:20]), pytrace=False)

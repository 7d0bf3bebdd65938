"""The demo's own endpoints under /_demo/: weather, state, other people's edits, request log. Loopback only, no key."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.avatars import avatar
from crmdesk.demo.site.answers import Refused, answer, json_body
from crmdesk.demo.site.site import Site
from crmdesk.demo.weather.weather import BAD_RECORDS, SWITCHES

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")


def _local(handler: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    async def guarded(request: Request) -> Response:
        host = request.headers.get("host", "").rsplit(":", 1)[0]
        if request.client is None or request.client.host not in _LOOPBACK or host not in _LOOPBACK:
            return answer({"error": "only from this computer"}, 403)
        try:
            return await handler(request)
        except Refused as refused:
            return answer({"error": refused.message}, refused.status)
        except (ValueError, TypeError) as wrong:
            return answer({"error": str(wrong)}, 400)
        except KeyError as missing:
            return answer({"error": f"not found: {missing.args[0]}"}, 404)

    return guarded


async def _avatar(request: Request) -> Response:
    headers = {"cache-control": "max-age=86400"}
    return Response(avatar(int(request.path_params["number"])), media_type="image/png", headers=headers)


def control_routes(site: Site) -> list[Route]:
    """The control endpoints of one demo CRM, and the portraits that its image addresses point to."""

    async def weather(request: Request) -> Response:
        """POST one switch or a list of them; {"clear": true} or {"clear": NAME} first switches off."""
        wanted = await json_body(request) if request.method == "POST" else []
        for switch in wanted if isinstance(wanted, list) else [wanted]:
            if cleared := switch.pop("clear", None):
                site.weather.clear(None if cleared is True else cleared)
            if switch:
                site.weather.set(**switch)
        return answer({"weather": site.weather.describe(), "switches": SWITCHES, "bad_records": BAD_RECORDS})

    async def state(request: Request) -> Response:
        book = site.book
        body: dict[str, Any] = {"crm": site.key, "contacts": book.count, "revision": book.revision}
        body |= {"merged": book.merged, "weather": site.weather.describe()}
        if wanted := request.query_params.get("id"):
            body["record"] = book.get(wanted)
        if request.query_params.get("records"):
            body["records"] = list(book.snapshot().values())
        return answer(body)

    async def edit(request: Request) -> Response:
        return answer({"id": site.somebody_else(**await json_body(request))})

    async def requests(request: Request) -> Response:
        log = site.requests
        entries = log.all(request.query_params.get("method"), request.query_params.get("path", ""))
        body = {"total": log.total, "in_flight": log.in_flight, "peak": log.peak}
        return answer(body | {"requests": [asdict(entry) for entry in entries]})

    async def reset(request: Request) -> Response:
        site.reset()
        return answer({"contacts": site.book.count})

    return [
        Route("/_demo/weather", _local(weather), methods=["GET", "POST"]),
        Route("/_demo/state", _local(state)),
        Route("/_demo/edit", _local(edit), methods=["POST"]),
        Route("/_demo/requests", _local(requests)),
        Route("/_demo/reset", _local(reset), methods=["POST"]),
        Route("/avatars/{number:int}.png", _avatar),
    ]

"""The control of the API: Starlette and uvicorn that give the same bytes of the same rows, and one row a durable write.

Each answer is read from a plain SQLite file: the items' JSON as the desk told it, so many of them by id.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sqlite3
from base64 import urlsafe_b64encode
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.bench import programs


async def serve(given: dict[str, Any]) -> dict[str, Any]:
    database = sqlite3.connect(given["file"], isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")

    async def page(request: Request) -> Response:
        after, limit = int(request.query_params["after"]), int(request.query_params["limit"])
        query = "SELECT id, body FROM one WHERE id > ? ORDER BY id LIMIT ?"
        rows = database.execute(query, (after, limit + 1)).fetchall()
        total = database.execute("SELECT total FROM few").fetchone()[0]
        following = b"null"
        if len(rows) > limit:
            rows = rows[:limit]
            following = b'"%s"' % urlsafe_b64encode(b"i%d" % rows[-1][0]).rstrip(b"=")
        told = b",".join(row[1] for row in rows)
        body = b'{"total":%d,"contacts":[%s],"next_cursor":%s}' % (total, told, following)
        return Response(body, media_type="application/json")

    async def make(request: Request) -> Response:
        body = await request.body()
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO one (body) VALUES (?)", (body,))
        database.execute("COMMIT")
        return Response(body, status_code=201, media_type="application/json")

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    routes = [Route("/contacts", page, methods=["GET"]), Route("/contacts", make, methods=["POST"])]
    config = uvicorn.Config(Starlette(routes=routes), log_level="critical", lifespan="off", access_log=False)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    print(json.dumps({"port": listener.getsockname()[1], "key": ""}), flush=True)
    await asyncio.to_thread(programs.wait_for, given["stop"])
    server.should_exit = True
    await serving
    return {}


if __name__ == "__main__":
    programs.answer(asyncio.run(serve(programs.given())))

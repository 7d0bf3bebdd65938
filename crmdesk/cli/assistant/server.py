"""Serves the tools on standard input and output; the only home of the official MCP package.

Reads are answered beside whoever holds the profile; writes are handed to the process that holds it, else it is held
for the moment. Whether the key may, and how often, is asked for each call, so that a revoked one opens nothing more.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from typing import Any

import mcp_types as types
import msgspec
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from crmdesk import __version__
from crmdesk.api.call import Hop
from crmdesk.api.counting import Counting
from crmdesk.api.inside import Inside, Reply
from crmdesk.cli.assistant.tools import INSTRUCTIONS, TOOLS, Request, ToolInfo, told
from crmdesk.cli.main import carry_out
from crmdesk.cli.output import Output
from crmdesk.desk import AuditLine, Desk, KeyUse
from crmdesk.errors import DeskError, ProgramFault
from crmdesk.system.paths import Profile


async def serve(profile: Profile, name: str) -> None:
    """Serve until standard input ends. Raises KeyRefused for a key that opens nothing."""
    async with await Desk.open(profile, reading=True) as desk:
        assistant = Assistant(profile, name, desk)
        assistant.inside.key()
        server = Server(
            "crmdesk",
            version=__version__,
            title="CRM Desk",
            instructions=INSTRUCTIONS,
            on_list_tools=assistant.list_tools,
            on_call_tool=assistant.call_tool,
        )
        counting = asyncio.create_task(assistant.counting.keep_writing())
        try:
            async with stdio_server() as (received, sent):
                await server.run(received, sent, server.create_initialization_options())
        finally:
            counting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await counting
            await assistant.counting.flush()


class Assistant:
    """One assistant with one key."""

    def __init__(self, profile: Profile, name: str, desk: Desk) -> None:
        self._profile, self._name = profile, name
        self.counting = Counting(self._count)
        self.inside = Inside(name, desk, Hop(desk, asyncio.get_running_loop()), self.counting)

    async def list_tools(self, _context: Any, _params: Any) -> types.ListToolsResult:
        """The tools that the key may use; the others are not there for it."""
        return types.ListToolsResult(tools=[_listed(tool) for tool in self._allowed()], ttl_ms=0, cache_scope="private")

    async def call_tool(self, _context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        """One call; whatever fails is told to the assistant as the tool's own failure."""
        try:
            tool = next((one for one in self._allowed() if one.name == params.name), None)
            if tool is None:
                return _result(f"There is no tool {params.name[:40]} for this key.", failed=True)
            request = tool.asked(params.arguments)
            reply = await (self._write(request) if tool.writes else self._read(request))
        except DeskError as error:
            return _result(f"{error.what}: {error.why} {error.safe} {error.next}", failed=True)
        if not reply.well:
            return _result(_refusal(reply.document), failed=True)
        return _result(told(reply.document))

    def _allowed(self) -> Sequence[ToolInfo]:
        scopes = self.inside.key().scopes
        return [tool for tool in TOOLS if tool.scope in scopes]

    async def _read(self, request: Request) -> Reply:
        return await self.inside.ask(request.method, request.path, request.query)

    async def _write(self, request: Request) -> Reply:
        asked = {"method": request.method, "path": request.path, "query": dict(request.query), "body": request.body}
        done = await self._handed_over(asked)
        return Reply(int(done["status"]), done["document"])

    async def _count(self, uses: Sequence[KeyUse], lines: Sequence[AuditLine]) -> None:
        await self._handed_over({"uses": uses, "lines": lines})

    async def _handed_over(self, request: Any) -> Any:
        """Have a request carried out by the process that holds the profile, else by this one."""
        words = ["--profile", str(self._profile.root), "--json", "mcp", "act", "--", self._name]
        words.append(msgspec.json.encode(request).decode())
        return await asyncio.to_thread(_carried_out, words)


def _carried_out(words: Sequence[str]) -> Any:
    said: list[str] = []
    output = Output(said.append, lambda text: None, as_json=True)
    carry_out(words, output)
    try:
        found = msgspec.json.decode("".join(said))
    except msgspec.DecodeError as error:
        raise ProgramFault.of(error) from error
    if "error" in found:
        failure = found["error"]
        raise DeskError(failure["why"], what=failure["what"], next=failure["next"])
    return found


def _listed(tool: ToolInfo) -> types.Tool:
    hints = types.ToolAnnotations(
        title=tool.title,
        read_only_hint=not tool.writes,
        destructive_hint=tool.name == "update_contact",
        idempotent_hint=tool.name != "create_contact",
        open_world_hint=tool.writes,
    )
    return types.Tool(
        name=tool.name, title=tool.title, description=tool.says, input_schema=tool.schema, annotations=hints
    )


def _result(text: str, *, failed: bool = False) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)], is_error=failed)


def _refusal(document: Any) -> str:
    if not isinstance(document, dict):
        return "It was refused."
    fields = "; ".join(f"{one['field']}: {one['message']}" for one in document.get("errors", ()))
    return " ".join(filter(None, (str(document.get("detail", "")), fields, str(document.get("next", "")))))

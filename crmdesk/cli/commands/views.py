"""`views`: the saved views, as scripts list, make and carry them."""

from __future__ import annotations

from typing import Any

from crmdesk.cli.call import Call, Result
from crmdesk.cli.commands.lists import kind_of, listing
from crmdesk.cli.tables import facts
from crmdesk.domain.query.views import View


def _document(view: View) -> dict[str, Any]:
    return {
        "id": str(view.id),
        "name": view.name,
        "kind": view.kind.value,
        "query": view.query,
        "sort": list(view.sort),
        "icon": view.icon,
    }


async def listed(call: Call) -> Result:
    """`views`."""
    found = [_document(view) for view in call.desk.views()]
    return listing("views", len(found), found, {"name": "NAME", "kind": "KIND", "query": "QUERY", "sort": "SORT"})


async def add(call: Call) -> Result:
    """`views add NAME [QUERY] [--kind KIND] [--sort FIELD]`."""
    asked = call.asked
    view = View(asked.name, kind_of(asked.kind), " ".join(asked.query), (asked.sort,))
    return _one(await call.desk.save_view(view))


async def delete(call: Call) -> Result:
    """`views delete NAME`."""
    view, _ = await call.desk.remove_view(call.desk.view(call.asked.name).id)
    return _one(view)


async def export(call: Call) -> Result:
    """`views export`: one document that `views import` takes."""
    text = call.desk.export_views()
    found = [_document(view) | {"columns": view.columns} for view in call.desk.views()]
    return Result({"total": len(found), "views": found}, lambda: [text])


async def take(call: Call) -> Result:
    """`views import VIEWS=@FILE`."""
    number = await call.desk.import_views(call.asked.document.partition("=")[2])
    return Result({"taken": number}, lambda: [f"{number:,} taken"])


def _one(view: View) -> Result:
    return Result(_document(view), lambda: facts(_document(view).items()))

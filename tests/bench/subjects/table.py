"""The desk's table on a large list: first paint, the end right after it, then jumps."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from crmdesk.desk import Desk
from crmdesk.domain.records import ItemQuery
from crmdesk.system.paths import Profile
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.look.theme import Theme
from crmdesk.ui.table.model import UNKNOWN
from crmdesk.ui.table.table_pane import ContactTable
from tests.bench import programs
from tests.bench.looking import Look


async def look(given: dict[str, Any]) -> dict[str, Any]:
    Theme()
    began = time.perf_counter()
    async with await Desk.open(Profile.at(Path(given["profile"]))) as desk:
        table = ContactTable(desk, Tasks())
        table.resize(*given["size"])
        painted, ended, whole = asyncio.Event(), asyncio.Event(), asyncio.Event()
        looked = Look(table.view)
        looked.painted.connect(painted.set)
        table.listed.connect(lambda _: None if UNKNOWN in table.model.ids[-1:] else ended.set())
        table.listed.connect(lambda _: None if UNKNOWN in table.model.ids else whole.set())
        table.load_accounts()
        table.show()
        table.show_list(ItemQuery())
        await painted.wait()
        first = time.perf_counter() - began
        began = time.perf_counter()
        table.view.scrollToBottom()
        table.view.viewport().repaint()
        await ended.wait()
        table.view.scrollToBottom()
        table.view.viewport().repaint()
        end = time.perf_counter() - began
        await whole.wait()
        table.view.scrollToTop()
        table.view.viewport().repaint()
        began = time.perf_counter()
        table.view.scrollToBottom()
        table.view.viewport().repaint()
        later = time.perf_counter() - began
        total = table.model.rowCount()
        last = table.model.row_at(total - 1)
        jumps = looked.jump(given["rows"])
        memory = looked.memory()
        table.hide()
    return {
        "first": first,
        "end": end,
        "later": later,
        "jumps": jumps,
        "memory": memory,
        "total": total,
        "last": last and last.values.get("name", ""),
        "row_height": table.view.verticalHeader().defaultSectionSize(),
    }


def main() -> dict[str, Any]:
    application = QApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(application)) as runner:
        return runner.run(look(programs.given()))


if __name__ == "__main__":
    programs.answer(main())

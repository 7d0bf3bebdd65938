"""The control of the table: a QTableView on a QSqlQueryModel, over a copy of the desk's file."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QEventLoop, QModelIndex, Qt
from PySide6.QtSql import QSqlDatabase, QSqlQueryModel
from PySide6.QtWidgets import QApplication, QTableView

from tests.bench import programs
from tests.bench.looking import Look

COLUMNS = "name, company, email, phone, accounts"  # as many as the desk shows at first
QUERY = f"SELECT {COLUMNS} FROM item WHERE kind = 'contact' AND shelf = 0 ORDER BY sort_name, id"
_ROOT = QModelIndex()


def look(given: dict[str, Any]) -> dict[str, Any]:
    application = QApplication([])  # to be kept as long as there are widgets
    began = time.perf_counter()
    view = QTableView()
    view.resize(*given["size"])
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(given["row_height"])
    looked, waiting = Look(view), QEventLoop()
    looked.painted.connect(waiting.quit)
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(given["file"])
    if not database.open():
        raise RuntimeError(database.lastError().text())
    model = QSqlQueryModel()
    model.setQuery(QUERY, database)
    view.setModel(model)
    view.show()
    waiting.exec()
    first = time.perf_counter() - began
    began = time.perf_counter()
    while model.canFetchMore(_ROOT):
        model.fetchMore(_ROOT)
    view.scrollToBottom()
    view.viewport().repaint()
    end = time.perf_counter() - began
    total = model.rowCount(_ROOT)
    last = model.index(total - 1, 0).data(Qt.ItemDataRole.DisplayRole)
    jumps = looked.jump(given["rows"])
    return {
        "first": first,
        "end": end,
        "jumps": jumps,
        "memory": looked.memory(),
        "total": total,
        "last": last,
        "app": application.applicationName(),
    }


if __name__ == "__main__":
    programs.answer(look(programs.given()))

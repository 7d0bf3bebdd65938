"""Handing changes over by gesture: the panel offers it, says what comes next, and shows what the next export told."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.look.labels import Label
from tests.formats.mapping.test_top_producer import ADA, export
from tests.patience import until
from tests.ui.stage import Stage, play

_ROW = {"Contact ID": ADA, "Primary FirstName": "Ada", "Primary LastName": "Quill"}


def test_a_change_is_handed_over_shown_everywhere_and_confirmed(qapp: QApplication, tmp_path: Path) -> None:
    source, target = tmp_path / "export.csv", tmp_path / "changes.csv"
    source.write_bytes(export(_ROW))

    async def story(stage: Stage) -> None:
        desk, panel = stage.desk, stage.window.panes.panel()
        account = await desk.add_account("top_producer", "Office", {"path": str(source)}, {})
        await desk.sync()
        (ada,) = (await desk.items(ItemQuery(kind=Kind.CONTACT), None))[0]
        stage.window.panes.show_list("outbox")
        await desk.edit(ada.id, {"last_name": "Byron"})
        await until(lambda: account.id in panel.account_rows)
        row = panel.account_rows[account.id]
        await until(lambda: row.button.text() == "Hand over…")
        assert row.state.whole() == "1 change waits to be handed over"
        await until(lambda: stage.window.status.saved.text() == "1 change waits to be sent")
        QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
        (dialog,) = stage.window.findChildren(QFileDialog)
        assert dialog.selectedFiles()[0].endswith(".csv")
        dialog.fileSelected.emit(str(target))
        dialog.close()
        await until(lambda: stage.window.findChildren(Question))
        (box,) = stage.window.findChildren(Question)
        assert "1 change handed over" in box.told()
        assert str(target) in box.told()
        box.accept()
        await until(lambda: row.state.whole() == "Handed over · waits for the next export")
        status = stage.window.status.saved
        await until(lambda: status.text() == "1 change waits for the next export of its program")
        assert row.button.text() == "Sync"

        def offered() -> set[str]:
            return {button.text() for button in panel.outbox.findChildren(QPushButton) if button.isVisible()}

        await until(lambda: {"Hand over again", "Withdraw"} <= offered())
        stage.window.panes.show_item(ada.id)
        card = stage.window.panes.editor()
        await until(lambda: any("handed over" in label.whole() for label in card.findChildren(Label)))
        source.write_bytes(export({**_ROW, "Primary LastName": "Byron"}))
        os.utime(source, (time.time() + 60,) * 2)
        await desk.sync()
        await until(lambda: row.state.whole() == "Up to date")

    play(qapp, tmp_path, story, contacts=0, accounts=())

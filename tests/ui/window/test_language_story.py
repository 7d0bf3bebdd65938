"""Another language is spoken at once: a window made anew has its words."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crmdesk.ui.window.main_window import MainWindow
from crmdesk.ui.wording.languages import speak
from tests.patience import until
from tests.ui.stage import Stage, play


def test_a_window_made_anew_speaks_the_chosen_language(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        before = stage.window
        assert before.table.model.columns[0].title == "Name"
        before.bridge.close()
        try:
            speak("de")
            anew = MainWindow(stage.desk, stage.tasks, stage.theme)
            anew.show()
            anew.start()
            await until(lambda: anew.table.model.rowCount() == 12)
            assert anew.menuBar().actions()[0].text().replace("&", "") == "Datei"
            titles = [column.title for column in anew.table.model.columns]
            assert {"Firma", "Telefon", "Wo"} <= set(titles)
            anew.bridge.close()
            anew.hide()
            await asyncio.sleep(0)
            anew.deleteLater()
        finally:
            speak("en")

    play(qapp, tmp_path, story)

"""What is told outside the window: trouble, once for each account and day, and nothing about success."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crmdesk.domain.settings import NOTICES_OFF
from crmdesk.ui.background.notices import due, note, trouble_of
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play

TODAY = date(2026, 5, 4)


def test_trouble_is_told_once_a_day_and_success_never(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        desk = stage.desk
        assert due(desk, desk.accounts(), TODAY) == []
        person = await stage.person(0)
        await desk.pause(stage.account_id)
        await desk.edit(person.id, {"job_title": "Captain"})
        stage.dex.book.edit(str(person.records[0].remote_id), "job_title", "Admiral")
        await desk.resume(stage.account_id)
        await desk.sync([stage.account_id])
        await until(lambda: desk.accounts()[0].conflicts == 1)
        notices = due(desk, desk.accounts(), TODAY)
        assert [(one.account_id, one.title, one.text) for one in notices] == [
            (stage.account_id, "Dex needs you", "1 changed in both places")
        ]
        await note(desk, notices, TODAY)
        assert due(desk, desk.accounts(), TODAY) == []
        assert len(due(desk, desk.accounts(), TODAY + timedelta(days=1))) == 1
        await desk.set_setting(NOTICES_OFF, "off")
        assert due(desk, desk.accounts(), TODAY + timedelta(days=1)) == []

    play(qapp, tmp_path, story)


def test_what_mends_itself_is_no_trouble(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        person = await stage.person(0)
        await stage.desk.pause(stage.account_id)
        await stage.desk.edit(person.id, {"job_title": "Captain"})
        status = stage.desk.accounts()[0]
        assert status.pending == 1
        assert trouble_of(status) == ""

    play(qapp, tmp_path, story)

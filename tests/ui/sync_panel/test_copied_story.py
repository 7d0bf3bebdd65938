"""What is copied of failures holds no secret, though the CRM told it back in each of its refusals."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from crmdesk.domain.fields import Kind
from crmdesk.ui.attention.page import AttentionPage
from crmdesk.ui.sync_panel.history import open_history
from tests.patience import until
from tests.stories.test_secrets_nowhere import forms
from tests.ui.card.editor_stage import EditorStage, play


def copied(button: QPushButton) -> str:
    """What a press puts on the clipboard."""
    QGuiApplication.clipboard().setText("nothing yet")
    button.click()
    return QGuiApplication.clipboard().text()


def test_no_secret_is_copied_with_a_problem_or_a_failed_sync(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        secret = stage.crms.account("dex").secret
        said = f"odd key {secret}, {quote(secret, safe='')}, {secret.swapcase()}"
        stage.dex.weather.set("status", status=422, message=said)
        person = await stage.person()
        await stage.desk.edit(person.id, {"company": "Elsewhere"})
        await stage.desk.new(Kind.CONTACT, {"first_name": "New"}, [stage.account_id])
        await stage.desk.sync()
        await until(lambda: stage.desk.accounts()[0].problems)
        page = AttentionPage(stage.desk, stage.tasks)
        page.resize(900, 600)
        page.show()
        page.open("problems")
        await until(lambda: [one for one in page.findChildren(QPushButton) if one.text() == "Copy details"])
        texts = [copied(one) for one in page.findChildren(QPushButton) if one.text() == "Copy details"]
        dialog = open_history(stage.panel, stage.desk, stage.tasks, stage.account_id)
        await until(lambda: dialog.model.rowCount() >= 2)
        dialog.copy()
        texts.append(QGuiApplication.clipboard().text())
        dialog.accept()
        assert "odd key" in "".join(texts)
        content = "\n".join(texts).encode()
        assert [form for form in forms(secret) if form in content] == []
        page.close()

    play(qapp, tmp_path, story)

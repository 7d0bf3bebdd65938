"""Export from the window: told what will be in it, written while everything goes on, cancelled without a trace."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from crmdesk.ui.dialogs.export import ExportDialog
from tests.patience import until
from tests.ui.stage import Stage, play


def test_what_is_selected_or_shown_is_told_and_written(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.table.view.selectAll()
        window.commands.export()
        await until(lambda: window.findChild(ExportDialog) is not None)
        dialog = window.findChild(ExportDialog)
        assert dialog is not None
        assert dialog.selection.isChecked()
        await until(lambda: "12 contacts with Name" in dialog.summary.whole())
        dialog.view.setChecked(True)
        dialog.format.setCurrentIndex(dialog.format.findData("csv"))
        assert not dialog.safe.isHidden()
        dialog.safe.setChecked(True)
        dialog.only_shown.setChecked(True)
        dialog.write(tmp_path / "people.csv")
        await until(lambda: window.messages.isVisible())
        lines = (tmp_path / "people.csv").read_text("utf-8-sig").splitlines()
        assert lines[0].startswith("CRM Desk contact ID (safe for spreadsheets),")
        assert "Birthday" not in lines[0] or "Birthday" in dialog.summary.whole()
        assert len(lines) == 13

    play(qapp, tmp_path, story)


def test_cards_have_no_columns_and_a_refusal_is_told_in_the_dialog(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        stage.window.commands.export()
        dialog = stage.window.findChild(ExportDialog)
        assert dialog is not None
        assert dialog.selection.isHidden()
        dialog.format.setCurrentIndex(dialog.format.findData("vcard"))
        assert dialog.only_shown.isHidden()
        await until(lambda: "12 contacts, a card each." in dialog.summary.whole())
        dialog.write(tmp_path / "nowhere" / "people.vcf")
        await until(lambda: "is not there" in dialog.summary.whole())
        assert dialog.go.isEnabled()
        dialog.write(tmp_path / "people.vcf")
        dialog.reject()
        await until(lambda: stage.window.findChild(ExportDialog) is None)

    play(qapp, tmp_path, story)
    assert not [path for path in tmp_path.iterdir() if "part" in path.name]

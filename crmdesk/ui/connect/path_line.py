"""The line for a file or folder of this computer, which can be chosen or typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from crmdesk.ui.look.icons import icon


class PathLine(QLineEdit):
    """A path; the button at its end chooses a file, or, with `folders`, a folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folders = False
        choose = self.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.TrailingPosition)
        choose.setText(self.tr("Choose…"))
        choose.setToolTip(self.tr("Choose it on this computer"))
        choose.triggered.connect(self.choose)

    def choose(self) -> None:
        """Let the file or folder be chosen on this computer."""
        dialog = QFileDialog(self, self.tr("Choose a folder") if self.folders else self.tr("Choose a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.Directory if self.folders else modes.ExistingFile)
        dialog.setDirectory(str(Path(self.text()).parent) if self.text() else str(Path.home()))
        dialog.fileSelected.connect(self.setText)
        dialog.open()

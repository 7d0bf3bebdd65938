"""Folded sections below the card: the history of its fields, and what a CRM delivers that no field holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import Fate
from crmdesk.domain.importing.report import ImportRow, ImportRun
from crmdesk.domain.reports import Change, Origin
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.phrases import absolute, ago, bullets, count, field_title, one_line, tooltip, value_text

PAGE = 30  # changes read at a time


class Disclosure(QWidget):
    """A heading that opens and closes what stands below it; `opened` when it was opened."""

    opened = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        self.head = QToolButton(self)
        self.head.setProperty("look", "quiet")
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setCheckable(True)
        self.head.setStyleSheet("QToolButton { padding: 4px 8px; } QToolButton:checked { background: transparent; }")
        self.head.setIconSize(QSize(14, 14))
        self.head.toggled.connect(self._toggle)
        outer.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeading)
        self.inside = QWidget(self)
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(8, 0, 0, 8)
        self.column.setSpacing(8)
        outer.addWidget(self.inside)
        self.inside.hide()
        self.set_count(None)

    def rename(self, title: str) -> None:
        """Give it another heading."""
        self._title = title
        self.set_count(None)

    def set_count(self, n: int | None) -> None:
        """Show how many things there are; None while that is not known."""
        self.head.setText(self._title if n is None else f"{self._title} ({count(n)})")
        self._sign()

    @property
    def is_open(self) -> bool:
        """Whether what stands below is shown."""
        return self.head.isChecked()

    def _sign(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        shut = "chevron-left" if rtl else "chevron-right"
        self.head.setIcon(icon("chevron-down" if self.is_open else shut, "secondary"))

    def _toggle(self, shown: bool) -> None:
        self.inside.setVisible(shown)
        self._sign()
        if shown:
            self.opened.emit()

    def clear(self) -> None:
        """Empty the section."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def fold(self) -> None:
        """Close and empty it, for another item."""
        self.head.setChecked(False)
        self.clear()


class ChangeLine(QWidget):
    """One change of one field, with a button that brings the old value back."""

    asked_restore = Signal(int)

    def __init__(self, kind: Kind, change: Change, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        text = QVBoxLayout()
        text.setSpacing(0)
        title = field_title(kind, change.field)
        head = Label(size=FontSize.SMALL, secondary=True, parent=self)
        head.follow(lambda: bullets(title, who, ago(change.at)))
        head.setToolTip(tooltip(absolute(change.at)))
        old, new = value_text(kind, change.field, change.old), value_text(kind, change.field, change.new)
        body = Label(f"{old} → {new}", wrap=True, parent=self)
        full = (value_text(kind, change.field, value, 2_000) for value in (change.old, change.new))
        body.setToolTip(tooltip("\n→ ".join(full)))
        text.addWidget(head)
        text.addWidget(body)
        row.addLayout(text, 1)
        self.restore = QPushButton(self.tr("Restore"), self)
        self.restore.setProperty("look", "quiet")
        self.restore.setFont(font(FontSize.SMALL))
        self.restore.setAccessibleName(self.tr("Restore {field} to “{value}”").format(field=title, value=old))
        self.restore.setToolTip(tooltip(self.tr("Write “{value}” again").format(value=old)))
        self.restore.clicked.connect(lambda: self.asked_restore.emit(change.id))
        self.restore.setVisible(bool(change.field))
        row.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignTop)


class HistorySection(Disclosure):
    """What changed, who changed it, and the way back."""

    asked_restore = Signal(int)
    asked_more = Signal(int)  # how many are shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("History"), parent)
        self._shown = 0
        self._lines: dict[int | None, str] = {}  # by the change-set of its import

    def show_changes(
        self,
        kind: Kind,
        changes: Sequence[Change],
        total: int,
        faces: Mapping[int, Face],
        imported: Sequence[tuple[ImportRun, ImportRow]],
    ) -> None:
        """Show the newest changes of an item; `imported` are the rows of files that made or changed it."""
        self.clear()
        says = self.tr("import of {file}, line {line}")
        self._lines = {
            run.set_id: says.format(file=one_line(run.file, 60), line=count(row.line)) for run, row in imported
        }
        self.set_count(total)
        for change in changes:
            line = ChangeLine(kind, change, self._who(change, faces), self.inside)
            line.asked_restore.connect(self.asked_restore)
            self.column.addWidget(line)
        self._shown = len(changes)
        if total > self._shown:
            more = QPushButton(self.tr("Show earlier ones"), self.inside)
            more.setProperty("look", "link")
            more.clicked.connect(lambda: self.asked_more.emit(self._shown))
            self.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        made = next((one for one in imported if one[1].fate is Fate.CREATED), None)
        if made is not None and total <= self._shown:  # its values came with it, so that no change tells of them
            told = self.tr("Made by the import of {file}, line {line}")
            told = told.format(file=one_line(made[0].file, 60), line=count(made[1].line))
            self.column.addWidget(Label(told, size=FontSize.SMALL, secondary=True, wrap=True))
        elif not changes:
            self.column.addWidget(Label(self.tr("Nothing changed since it was first read."), secondary=True))

    def _who(self, change: Change, faces: Mapping[int, Face]) -> str:
        face = faces.get(change.account_id or 0)
        says: dict[Origin, Callable[[], str]] = {
            Origin.YOU: lambda: self.tr("you"),
            Origin.SYNC: lambda: face.name if face else self.tr("sync"),
            Origin.RESTORE: lambda: self.tr("restored by you"),
            Origin.RESOLVE: lambda: self.tr("decided by you"),
            Origin.IMPORT: lambda: self._lines.get(change.set_id) or self.tr("import"),
            Origin.API: lambda: self.tr("the key “{name}”").format(name=change.actor),
        }
        return says[change.origin]()


class UnmappedSection(Disclosure):
    """What a CRM delivers for this item that no field holds; it is kept and survives every send."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Seen, not mapped"), parent)

    def show_paths(self, found: Sequence[tuple[str, str, str]]) -> None:
        """Show (account, path, sample) lines."""
        self.clear()
        self.set_count(len(found))
        says = self.tr("The CRM sends these. They are kept whole, and never lost when CRM Desk writes there.")
        self.column.addWidget(Label(says, size=FontSize.SMALL, secondary=True, wrap=True))
        for account, path, sample in found:
            line = QWidget(self.inside)
            column = QVBoxLayout(line)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(
                Label(bullets(one_line(path, 80), account), size=FontSize.SMALL, secondary=True, wrap=True)
            )
            text = Label(one_line(sample, 300), wrap=True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            text.setAccessibleName(f"{path}: {sample}")
            column.addWidget(text)
            self.column.addWidget(line)

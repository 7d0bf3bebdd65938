"""One account in the sync panel: how it stands, its figures, its progress, and the button that fits."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from crmdesk.desk import AccountState, AccountStatus
from crmdesk.domain.reports import Run
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.card.field_editors.tool_button import IconButton
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.look.badges import Badge, Hairline, Sign
from crmdesk.ui.look.icons import Tint, icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.look.tokens import tokens
from crmdesk.ui.sync_panel.words import (
    Figure,
    figures,
    main_action,
    progress_text,
    quota_text,
    span_words,
    state_text,
    tightest,
    times_text,
)
from crmdesk.ui.wording.accounts import signed_in_words, state_mark, state_words
from crmdesk.ui.wording.phrases import absolute, count, tooltip
from crmdesk.ui.wording.told import told


class FigureButton(QPushButton):
    """A count that reads like a link."""

    def __init__(self, figure: Figure, account: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "link")
        self.setFont(font(FontSize.SMALL, tabular=True))
        self.setStyleSheet("QPushButton { padding: 0 2px; min-height: 22px; }")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._account = account
        self.say(figure)

    def say(self, figure: Figure) -> None:
        """Show that count."""
        self.figure = figure
        self.setText(figure.text.replace("&", "&&"))
        self.setAccessibleName(f"{self._account}: {figure.text}")
        self.setAccessibleDescription(figure.more)
        self.setToolTip(tooltip(figure.more))
        if figure.amber:
            self.setIcon(icon("warning", Tint.AMBER))
            self.setIconSize(QSize(12, 12))


class AccountRow(QWidget):
    """`acted(what)` for the button (see `main_action`), `opened(what)` for a figure, `asked_menu` for all else."""

    acted = Signal(str)
    opened = Signal(str)
    asked_menu = Signal()

    def __init__(self, status: AccountStatus, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self._shown: list[Figure] = []
        self._figures: list[FigureButton] = []
        self._action = "sync"
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 8, 0)
        outer.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(8)
        outer.addLayout(top)
        top.addWidget(Badge(face.provider, face.title, face.name, self, size=20), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        top.addLayout(column, 1)
        self._head(column)
        self.times = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        column.addWidget(self.times)
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: self.acted.emit(self._action))
        top.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.menu = IconButton("more", self.tr("More for {name}").format(name=face.name), self)
        self.menu.clicked.connect(self.asked_menu)
        top.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        self._foot(outer)
        self.show_status(status)

    def _head(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        self.name = Label(self.face.name, strong=True, parent=self)
        line.addWidget(self.name)
        self._sign = Sign(parent=self, size=self.fontMetrics().height() - 1)
        line.addWidget(self._sign)
        self.state = Label(elided=True, secondary=True, parent=self)
        line.addWidget(self.state, 1)
        column.addLayout(line)

    def _foot(self, outer: QVBoxLayout) -> None:
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of {name}").format(name=self.face.name))
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder, gap=8, line_gap=0)
        below = QVBoxLayout()
        below.setContentsMargins(26, 0, 8, 0)
        below.setSpacing(4)
        below.addWidget(self.progress)
        below.addWidget(self._holder)
        self._quota_line()
        outer.addLayout(below)
        outer.addSpacing(2)
        outer.addWidget(Hairline(parent=self))

    def _quota_line(self) -> None:
        self.quota = QWidget(self._holder)
        line = QHBoxLayout(self.quota)
        line.setContentsMargins(2, 4, 0, 4)
        line.setSpacing(8)
        self._used = QProgressBar(self.quota)
        self._used.setTextVisible(False)
        self._used.setFixedWidth(72)
        self._used.setAccessibleName(self.tr("Calls used by {name}").format(name=self.face.name))
        self.left = Label(size=FontSize.SMALL, secondary=True, parent=self.quota)
        self.left.setMinimumWidth(1)  # cut rather than a panel that is wider than its window
        line.addWidget(self._used)
        line.addWidget(self.left)

    def _show_quota(self, status: AccountStatus) -> None:
        quota = tightest(status)
        self.quota.setVisible(quota is not None)
        if quota is None:
            return
        self._used.setRange(0, max(1, quota.calls))
        self._used.setValue(min(quota.made, quota.calls))
        self.left.setText(quota_text(status))
        every = [f"{count(quota.made)} / {count(quota.calls)} · {span_words(quota.span)}" for quota in status.quotas]
        self.quota.setToolTip(tooltip("\n".join((self.tr("API calls used, of those that the CRM allows:"), *every))))

    def show_status(self, status: AccountStatus) -> None:
        """Show how the account stands now."""
        self.name.setToolTip(tooltip(signed_in_words(status.account)))
        self._say_state(status)
        self.times.follow(lambda: times_text(status))
        self.times.setToolTip(tooltip(self._when(status)))
        self._show_figures(figures(status))
        self._show_quota(status)
        self._offer(*main_action(status))
        pulling = status.state is AccountState.PULLING and status.run is not None
        self.progress.setVisible(pulling or status.state is AccountState.SENDING)
        if status.run is not None:
            self._fill(status.run.fetched, status.total)
        elif status.state is AccountState.SENDING:
            self.progress.setRange(0, 0)

    def _offer(self, action: str, text: str) -> None:
        self._action = action
        primary = action in ("reconnect", "review", "conflicts", "problems")
        if self.button.text() != text:
            self.button.setText(text)
            self.button.setProperty("look", "amber" if primary else "")
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)
        self.button.setAccessibleName(f"{text}: {self.face.name}")

    def show_progress(self, run: Run, total: int | None) -> None:
        """Show a running pull's figures as they come, without reading anything."""
        self.progress.show()
        self._fill(run.fetched, total)
        self._offer("cancel", self.tr("Cancel"))
        said = f"{state_words(AccountState.PULLING)} · {progress_text(run.fetched, total)}"
        self.state.follow(lambda: said)

    def _fill(self, done: int, total: int | None) -> None:
        self.progress.setRange(0, max(total, done) if total else 0)
        self.progress.setValue(done if total else -1)

    def _say_state(self, status: AccountStatus) -> None:
        sign, tint = state_mark(status.state) or ("check", "secondary")
        self._sign.show_sign(sign, tint)
        text = state_text(status)
        self.state.follow(lambda: state_text(status))
        colour = {"amber": "amber", "red": "red"}.get(tint, "secondary")
        palette = self.state.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, getattr(tokens(self.palette()), colour))
        self.state.setPalette(palette)
        self.setAccessibleName(f"{self.face.name}: {text}")
        self.state.setToolTip(tooltip("\n".join(part for part in (text, told(status.error)) if part)))

    def _when(self, status: AccountStatus) -> str:
        lines = [self.tr("Last synced: {when}").format(when=absolute(status.last_success))]
        if status.next_run is not None:
            lines.append(self.tr("Next: {when}").format(when=absolute(status.next_run)))
        return "\n".join(lines)

    def _show_figures(self, shown: list[Figure]) -> None:
        if shown == self._shown:
            return
        same = [(one.what, one.amber) for one in shown] == [(one.what, one.amber) for one in self._shown]
        self._shown = shown
        if same:
            for button, figure in zip(self._figures, shown, strict=True):
                button.say(figure)
            return
        for button in self._figures:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._flow.removeWidget(self.quota)
        self._figures = [FigureButton(figure, self.face.name, self._holder) for figure in shown]
        for button in self._figures:
            button.clicked.connect(lambda _checked=False, what=button.figure.what: self.opened.emit(what))
            self._flow.addWidget(button)
            button.show()
        self._flow.addWidget(self.quota)
        self._holder.updateGeometry()

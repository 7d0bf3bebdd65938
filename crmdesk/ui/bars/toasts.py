"""The message card: what happened, in as few pixels as the words need, without stopping anybody or moving anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from crmdesk.errors import DeskError
from crmdesk.ui.look.badges import Sign
from crmdesk.ui.look.icons import Tint, icon
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tokens import GRID, HALF, tokens
from crmdesk.ui.wording.phrases import sentences
from crmdesk.ui.wording.told import told

NOTE_MS = 8000
WIDEST = 680


class MessageCard(QWidget):
    """Shows one message at a time: a note that goes by itself, or trouble that stays until it is closed.

    A note of one line takes the place of `line`, the status bar, and covers nothing that anybody reads. What needs
    more room floats over the lower edge of `above`, so that nothing jumps when it comes and goes.
    """

    def __init__(self, ground: QWidget, above: QWidget, line: QWidget) -> None:
        super().__init__(ground)
        self._ground, self._above, self._line = ground, above, line
        for place in (above, line):
            place.installEventFilter(self)
        self._trouble = self._goes = False
        self._details = ""
        self._picture = Sign(size=20)
        self._title = Label(strong=True, wrap=True)
        self._text = Label(wrap=True, secondary=True)
        self._action = QPushButton()
        self._action.clicked.connect(self.act)
        self._also = QPushButton()
        self._also.clicked.connect(self.act_also)
        self._copy = QPushButton(self.tr("Copy details"))
        self._copy.setProperty("look", "quiet")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close = QToolButton()
        close.setIcon(icon("close", "secondary"))
        close.setProperty("look", "quiet")
        close.setAccessibleName(self.tr("Close the message"))
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.put_away)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(GRID)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        for widget in (self._also, self._action, self._copy, close):
            row.addWidget(widget)
        close.setStyleSheet("QToolButton { padding: 2px; min-height: 0; }")
        self._close = close
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.put_away)
        self._do: Callable[[], None] = lambda: None
        self._do_also: Callable[[], None] = lambda: None
        self._about: Callable[[], QRect] = QRect
        self._came_from: QWidget | None = None  # had the focus before somebody turned to the message
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note_focus)
        self.hide()

    def note(
        self,
        text: str,
        action: str = "",
        do: Callable[[], None] | None = None,
        also: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Say what was done, with the way back if there is one, and what `also` may be wanted; goes by itself."""
        self._show(text, "", "", action, do, trouble=False, goes=True, also=also)
        self._timer.start(NOTE_MS)

    def ask(
        self, title: str, text: str, action: str, do: Callable[[], None], about: Callable[[], QRect] = QRect
    ) -> None:
        """Ask whether to go on, without stopping anybody; stays until it is answered or closed.

        What the question is about, a part of the screen, is left in sight as far as that can be.
        """
        self._show(title, text, "", action, do, trouble=False, sign="help", about=about)
        self._action.setFocus(Qt.FocusReason.PopupFocusReason)

    def fail(self, what: str, error: BaseException) -> None:
        """Say what did not happen, why, what is safe and what to do; anything but a DeskError is our own fault."""
        if isinstance(error, DeskError):
            details = "\n".join(filter(None, (f"{error.id}: {error.what}", error.why, error.detail)))
            more = sentences(*map(told, (error.why, error.safe, error.next)))
            self._show(told(error.what), more, details, "", None, trouble=True)
            return
        title = self.tr("“{what}” failed because of a bug in CRM Desk").format(what=what)
        text = self.tr("What was saved before is unchanged. The log has the details.")
        self._show(title, text, f"{type(error).__name__}: {error}", "", None, trouble=True)

    def fault(self, summary: str, trace: str) -> None:
        """Say that the program itself failed; the trace is for the copy button."""
        title = self.tr("CRM Desk ran into a bug of its own")
        text = self.tr("What was saved before is unchanged. {summary}").format(summary=summary)
        self._show(title, text, trace, "", None, trouble=True)

    def _show(
        self,
        title: str,
        text: str,
        details: str,
        action: str,
        do: Callable[[], None] | None,
        *,
        trouble: bool,
        goes: bool = False,
        sign: str = "check",
        about: Callable[[], QRect] = QRect,
        also: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        self._timer.stop()
        self._trouble, self._goes, self._details, self._about = trouble, goes, details, about
        self._picture.show_sign(*(("warning", Tint.AMBER) if trouble else (sign, Tint.ACCENT)))
        self._do = do or (lambda: None)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        words, self._do_also = also or ("", lambda: None)
        self._also.setText(words)
        self._also.setVisible(bool(words))
        self._copy.setVisible(bool(details))
        self.setAccessibleName(f"{title}. {text}")
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))

    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new) and old is not None and not self.isAncestorOf(old):
            self._came_from = old

    def put_away(self) -> None:
        """Close the message; whoever turned to it goes on where he was."""
        focus = QApplication.focusWidget()
        within = focus is not None and self.isAncestorOf(focus)
        back, self._came_from = self._came_from, None
        self.hide()
        if within and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, Esc closes the message."""
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def act(self) -> None:
        """Do what the message's button offers."""
        self.put_away()
        self._do()

    def act_also(self) -> None:
        """Do the other thing that the message offers."""
        self.put_away()
        self._do_also()

    def _is_note(self) -> bool:
        """Whether it says one line that goes by itself, and has room for it in the place of the status bar."""
        one_line = not self._text.isVisibleTo(self) and "\n" not in self._title.whole()
        return one_line and not self._trouble and self._goes and self._wish() <= self._line.width() - 4 * GRID

    def _wish(self) -> int:
        """How wide the words are, with all that stands beside them."""
        texts = [(self._title, self._title.whole())]
        if self._text.isVisibleTo(self):
            texts.append((self._text, self._text.whole()))
        lines = [(label, line) for label, text in texts for line in text.splitlines()]
        words = max((label.fontMetrics().horizontalAdvance(line) for label, line in lines), default=0)
        beside = [
            widget.sizeHint().width() + GRID
            for widget in (self._picture, self._also, self._action, self._copy, self._close)
            if widget.isVisibleTo(self)
        ]
        return words + sum(beside) + self._picture.width() + 3 * GRID

    def _place(self) -> None:
        note = self._is_note()
        for button in (self._also, self._action):
            button.setProperty("look", "link" if note else "")
            button.style().polish(button)
        air = 0 if note else GRID + HALF
        self._row.setContentsMargins(2 * GRID if not note else GRID + HALF, air, GRID if not note else HALF, air)
        if note:
            line = QRect(self._line.mapTo(self._ground, QPoint(0, 0)), self._line.size())
            width = self._wish()
            self.setGeometry(line.center().x() - width // 2, line.y(), width, line.height())
            return
        place = QRect(self._above.mapTo(self._ground, QPoint(0, 0)), self._above.size())
        width = max(200, min(WIDEST, place.width() - 4 * GRID, self._wish()))
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        left, about = place.center().x() - width // 2, self._about()
        about.moveTopLeft(self._ground.mapFromGlobal(about.topLeft()))
        low = QRect(left, place.bottom() - height - 2 * GRID, width, height)
        high = QRect(left, place.top() + 2 * GRID, width, height)
        self.setGeometry(min(low, high, key=lambda one: one.intersected(about).height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(shown.amber if self._trouble else shown.outline)
        painter.setBrush(shown.amber_ground if self._trouble else shown.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), GRID, GRID)

"""Editors of one value: a line, a note, a date, a moment that only the CRM sets."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar
from urllib.parse import quote

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from crmdesk.domain.fields import Field, FieldType
from crmdesk.domain.values import Value
from crmdesk.ui.card.field_editors.base import FieldEditor
from crmdesk.ui.card.field_editors.dates import read_date, read_moment
from crmdesk.ui.card.field_editors.lane import Lane
from crmdesk.ui.card.field_editors.quiet_inputs import FieldBox, QuietText
from crmdesk.ui.card.field_editors.tool_button import IconButton, MoreButton
from crmdesk.ui.card.field_editors.wrapping_line import WrappingLine
from crmdesk.ui.wording.phrases import amount_text, date_text, moment_text, tooltip

LONG = 32  # characters from which a value may be cut, so that its tooltip shows it whole
PART, PART_LINES = 20_000, 500  # characters and lines of a note that are shown at first
STEP = 50_000  # characters shown with each further step
_ADDRESS = re.compile(r"[^\s@:,;<>]+@[^\s@:,;<>/?#&=%]+\.[^\s@:,;<>/?#&=%.]+")
_NUMBER = re.compile(r"\+?[0-9(][0-9().\-/]*")
_OPENED = ("http", "https", "mailto", "tel")


def open_target(target: str) -> bool:
    """Open a link with the system's program; only web pages, mail addresses and phone numbers, never files."""
    url = QUrl(target, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme().lower() in _OPENED and QDesktopServices.openUrl(url)


def web_target(text: str) -> str | None:
    """The web address a text stands for, if it is one."""
    text = text.strip()
    if not text or any(mark.isspace() for mark in text):
        return None
    url = QUrl(text if "://" in text else f"https://{text}", QUrl.ParsingMode.StrictMode)
    return url.toString() if url.scheme() in ("http", "https") and "." in url.host() else None


def mail_target(text: str) -> str | None:
    """What writes to an address, and to it alone: without subject, copies or attachments that a CRM put behind it."""
    address = text.strip()
    return f"mailto:{quote(address, safe='@+.-_')}" if _ADDRESS.fullmatch(address) else None


def phone_target(text: str) -> str | None:
    """What calls a number, as far as it is one."""
    number = _NUMBER.match("".join(text.split()))
    return f"tel:{re.sub(r'[^0-9+]', '', number[0])}" if number else None


class LineEditor(FieldEditor):
    """One line of text; a web address gets a button that opens it and says where it leads."""

    places: ClassVar[int] = 2  # tools that the lane has room for

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.box = FieldBox(self, self.places)
        layout.addWidget(self.box)
        self.line = WrappingLine(self.box)
        self.line.setAccessibleName(title)
        self.line.textEdited.connect(self._typed)
        self.box.hold(self.line, 1)
        self._open = IconButton("external", self.tr("Open {field}").format(field=title), self.box)
        self._open.clicked.connect(lambda: open_target(self._target() or ""))
        self.box.tool(self._open)

    def _typed(self, text: str) -> None:
        self._show_open()
        self.edited.emit()

    def lane(self) -> Lane:
        return self.box.lane

    def _target(self) -> str | None:
        links = self.field.type in (FieldType.URL, FieldType.IMAGE, FieldType.HANDLE)
        return web_target(self.line.text()) if links else None

    def _show_open(self) -> None:
        target = self._target()
        self.box.lane.offer(self._open, bool(target))
        self._open.setToolTip(tooltip(self.tr("Open {target}").format(target=target)))

    def value(self) -> Value | None:
        return self.line.whole() or None

    def show_value(self, value: Value | None) -> None:
        self.line.set_text("" if value is None else str(value))
        self.line.setToolTip(tooltip(self.line.text() if len(self.line.text()) > LONG else ""))
        self._show_open()

    def show_fixed(self, why: str) -> None:
        self.line.setReadOnly(bool(why))
        self.line.setAccessibleDescription(why)
        if why:
            self.line.setToolTip(tooltip("\n".join(filter(None, (self.line.text(), why)))))

    def first_input(self) -> QWidget:
        return self.line


class NoteEditor(FieldEditor):
    """Many lines of text; of a very long one as much as the user asks for, which is edited when all of it is shown.

    There is room for `least` lines at least.
    """

    def __init__(self, field: Field, title: str, parent: QWidget | None = None, *, least: int = 2) -> None:
        super().__init__(field, title, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.box = FieldBox(self)
        layout.addWidget(self.box)
        self.text = QuietText(self.box, least)
        self.text.setAccessibleName(title)
        if least > 1:
            self.text.setPlaceholderText(self.tr("Write something worth remembering"))
        self._showing = False
        self._whole = ""
        self._shown = 0  # characters of it that are shown
        self.text.textChanged.connect(self._announce)
        self.box.hold(self.text, 1)
        self.more = MoreButton(self)
        self.more.clicked.connect(lambda: self._show_part(self._shown + STEP))
        layout.addWidget(self.more)

    def _announce(self) -> None:
        if not self._showing:
            self.edited.emit()

    def value(self) -> Value | None:
        return (self._whole if self._shown < len(self._whole) else self.text.toPlainText()) or None

    def show_value(self, value: Value | None) -> None:
        text = "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")
        if text != (self.value() or ""):
            self._whole = text
            self._show_part(_part(text))

    def _show_part(self, characters: int) -> None:
        self._shown = min(characters, len(self._whole))
        self._showing = True
        self.text.set_text(self._whole[: self._shown])
        self._showing = False
        self.text.setReadOnly(self._shown < len(self._whole))
        self.more.left(len(self._whole) - self._shown)

    def lane(self) -> Lane:
        return self.box.lane

    def first_input(self) -> QWidget:
        return self.text


def _part(text: str) -> int:
    """How many characters to show at first: laying out more takes longer than a window may stand still."""
    lines = text[:PART].split("\n", PART_LINES)
    fits = len(text) <= PART and len(lines) <= PART_LINES
    return len(text) if fits else len("\n".join(lines[:PART_LINES]))


class TimeEditor(LineEditor):
    """A time that is kept in one form and shown as people write it; what cannot be read is kept as typed and warned of.

    `read` gives the form that is kept, None for a text that is no such time; `show` gives what people see of it.
    """

    def __init__(
        self,
        field: Field,
        title: str,
        parent: QWidget | None,
        read: Callable[[str], str | None],
        show: Callable[[str], str],
    ) -> None:
        super().__init__(field, title, parent)
        self._value = ""
        self._as_kept, self._as_shown = read, show
        self.line.installEventFilter(self)

    def _typed(self, text: str) -> None:
        self._value = self._as_kept(text) or text.strip()
        super()._typed(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.line.set_text(self._as_shown(self._value))
        return super().eventFilter(watched, event)

    def value(self) -> Value | None:
        return self._value or None

    def show_value(self, value: Value | None) -> None:
        text = "" if value is None else str(value)
        if text != self._value:
            self._value = text
            self.line.set_text(self._as_shown(text))


class DateEditor(TimeEditor):
    """A plain date as people write it, the year optional."""

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent, read_date, date_text)
        self.line.setPlaceholderText(
            self.tr("{with_year} or {without}").format(with_year=date_text("1980-05-12"), without=date_text("--05-12"))
        )


class MomentEditor(TimeEditor):
    """A date and time of this machine's clock."""

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent, read_moment, moment_text)
        example = moment_text("2026-05-12T09:30:00+00:00")
        self.line.setPlaceholderText(self.tr("like {example}").format(example=example))


class AmountEditor(LineEditor):
    """A price: shown with the locale's separators while nobody types in it, kept and edited as it is written."""

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent)
        self._value = ""
        self.line.installEventFilter(self)

    def _typed(self, text: str) -> None:
        self._value = text
        super()._typed(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.line.set_text(self._value)
        elif event.type() == QEvent.Type.FocusOut:
            self.line.set_text(amount_text(self._value))
        return super().eventFilter(watched, event)

    def value(self) -> Value | None:
        return self._value or None

    def show_value(self, value: Value | None) -> None:
        self._value = "" if value is None else str(value)
        self.line.set_text(self._value if self.line.hasFocus() else amount_text(self._value))


class FactEditor(LineEditor):
    """A value that only the CRM sets, shown as text that can be copied."""

    def __init__(self, field: Field, title: str, parent: QWidget | None = None) -> None:
        super().__init__(field, title, parent)
        self._value: Value | None = None
        self.line.setReadOnly(True)
        self.line.setToolTip(tooltip(self.tr("Set by the CRM; it cannot be changed here.")))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def value(self) -> Value | None:
        return self._value

    def show_value(self, value: Value | None) -> None:
        self._value = value
        self.line.set_text("" if value is None else moment_text(str(value)))

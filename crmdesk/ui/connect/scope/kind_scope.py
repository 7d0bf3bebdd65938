"""The scope of one kind of an account: boxes for its fields, how many records stay in sight, or its rules as text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.scope.profiles import Choice, ScopeProfile, choices_of, rules_of
from crmdesk.domain.scope.rules import parse_scope, scope_text
from crmdesk.errors import UserInputError
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.connect.scope.value_boxes import FieldBoxes
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.kinds import found_of
from crmdesk.ui.wording.phrases import count, sentences
from crmdesk.ui.wording.told import told


class ScopeChoice(QWidget):
    """Chooses what of a kind is wanted; `changed` when it is something else.

    Rules that boxes cannot express are shown as they are written, and stay until they are edited or cleared.
    """

    changed = Signal()

    def __init__(self, kind: Kind, scope: str = "", *, sent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._given, self._sent = kind, scope, sent
        self._profile: ScopeProfile | None = None
        self.fields: dict[str, FieldBoxes] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 0, 4)
        column.setSpacing(4)
        self.count = Label(size=FontSize.SMALL, secondary=True, wrap=True, parent=self)
        column.addWidget(self.count)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        self._as_text = choices_of(kind, scope) is None
        column.addWidget(self._text())
        self.trouble = Remark("error", Tone.RED, self)
        column.addWidget(self.trouble)
        self._show_text()

    def _text(self) -> QWidget:
        """The rules as they are written, for what boxes cannot say."""
        self.text = QWidget(self)
        column = QVBoxLayout(self.text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        says = self.tr("These rules are more detailed than checkboxes:")
        column.addWidget(Label(says, size=FontSize.SMALL, secondary=True, wrap=True, parent=self.text))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.written = Label(self._given, wrap=True, parent=self.text)
        self.line = QLineEdit(self._given, self.text)
        self.line.setAccessibleName(self.tr("Rules of the scope"))
        self.line.hide()
        self.line.textChanged.connect(lambda _text: self._changed())
        self.edit = QPushButton(self.tr("Edit"), self.text)
        self.clear = QPushButton(self.tr("Clear"), self.text)
        self.edit.clicked.connect(self._edit)
        self.clear.clicked.connect(self._clear)
        row.addWidget(self.written, 1)
        row.addWidget(self.line, 1)
        for button in (self.edit, self.clear):
            button.setProperty("look", "link")
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addLayout(row)
        return self.text

    def _edit(self) -> None:
        self.edit.hide()
        self.written.hide()
        self.line.show()
        self.line.setFocus()

    def _clear(self) -> None:
        self._as_text = False
        self._given = ""
        self._show_text()
        if self._profile is not None:
            self._show_boxes(self._profile)
        self._changed()

    def _show_text(self) -> None:
        self.text.setVisible(self._as_text)

    def show_profile(self, profile: ScopeProfile) -> None:
        """Offer the values that the records hold."""
        self._profile = profile
        if not self._as_text:
            self._show_boxes(profile)
        self._count()

    def _show_boxes(self, profile: ScopeProfile) -> None:
        choices = choices_of(self._kind, self._given) or {}
        for key in dict.fromkeys((*profile.telling(), *choices)):
            boxes = FieldBoxes(self._kind, key, profile.values(key), choices.get(key, Choice()), self)
            boxes.changed.connect(self._changed)
            self.fields[key] = boxes
            self._column.addWidget(boxes)

    def _changed(self) -> None:
        self._count()
        self.changed.emit()

    def scope(self) -> str:
        """The rules as text; as they were given unless something was changed."""
        if self._as_text:
            return self.line.text().strip()
        choices = {key: boxes.choice() for key, boxes in self.fields.items()}
        given = choices_of(self._kind, self._given) or {}
        if all(choices.get(key, Choice()) == given.get(key, Choice()) for key in {*choices, *given}) or not choices:
            return self._given
        return scope_text(rules_of(choices))

    def complete(self) -> bool:
        """Whether something is wanted, in rules that can be read."""
        return not self._wrong() and all(boxes.complete() for boxes in self.fields.values())

    def _wrong(self) -> str:
        try:
            parse_scope(self._kind, self.scope())
        except UserInputError as error:
            return sentences(told(error.why), told(error.next))
        return ""

    def _count(self) -> None:
        wrong = self._wrong()
        self.trouble.say(wrong)
        profile = self._profile
        if profile is None or wrong:
            return
        if not profile.total:
            self.count.setText(self.tr("What you can choose by is known after the first sync."))
            return
        held = profile.in_sight(parse_scope(self._kind, self.scope())) if self.complete() else 0
        said = self.tr("Sent there: {found}") if self._sent else self.tr("Included: {found}")
        if not profile.exact:
            said = self.tr("Sent there: about {found}") if self._sent else self.tr("Included: about {found}")
        elif not profile.whole:
            said = self.tr("Included: {found} of those that the test read")
        self.count.setText(said.format(found=found_of(self._kind, count(held), profile.total)))

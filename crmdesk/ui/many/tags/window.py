"""The window of tags: each with how many have it and its colour; renamed, merged and deleted wherever it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.normal import tag_form
from crmdesk.domain.query.bulk import BulkPlan, How, Touch
from crmdesk.domain.settings import COLOURS
from crmdesk.errors import UserInputError
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.tag_colours import colour_name, dot_icon
from crmdesk.ui.look.tokens import GRID, HALF
from crmdesk.ui.many.selection.bulk_edit import summary
from crmdesk.ui.wording.kinds import counted
from crmdesk.ui.wording.phrases import count, listed, one_line

_TAG = Qt.ItemDataRole.UserRole


class TagsWindow(QDialog):
    """`shown(query)` when the user wants to see who has a tag; `changed(said)` when one was changed everywhere."""

    shown = Signal(str)
    changed = Signal(str)

    def __init__(self, owner: QWidget, desk: Desk, tasks: Tasks, kind: Kind) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._tasks, self._kind = desk, tasks, kind
        self.setWindowTitle(self.tr("Tags"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a tag"))
        self.search.setAccessibleName(self.tr("Find a tag"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._limit)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Tags, the most used first"))
        self.list.setHeaderLabels([self.tr("Tag"), self.tr("Used by")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.currentItemChanged.connect(self._allow)
        self.list.itemActivated.connect(lambda _row, _column: self._show())
        self.said = Label("", wrap=True, secondary=True)
        self.carried = Label("", wrap=True, secondary=True)
        self.colours = QMenu(self)
        self.colours.aboutToShow.connect(self._fill_colours)
        self.show_button = self._button(self.tr("Show"), self._show)
        self.colour = self._button(self.tr("Colour"))
        self.colour.setMenu(self.colours)
        self.rename = self._button(self.tr("Rename or join…"), self._ask_name)
        self.delete = self._button(self.tr("Delete everywhere…"), self._ask_delete)
        self._lay_out()
        self._allow()
        self._say_carriers()
        self.finished.connect(lambda: self._tasks.drop(self))
        self._read()

    def _button(self, words: str, act: Callable[[], None] | None = None) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        if act is not None:
            button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addWidget(self.carried)
        row = QHBoxLayout()
        row.addWidget(self.show_button)
        row.addStretch(1)
        for button in (self.colour, self.rename, self.delete):
            row.addWidget(button)
        column.addLayout(row)
        self.resize(560, 480)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._read()  # what was tagged, synced or undone meanwhile
        return super().event(event)

    # What there is

    def _read(self) -> None:
        self._tasks.replace(self, self._load(), what=self.tr("The tags that there are"))

    async def _load(self) -> None:
        found, colours = await self._desk.tags(self._kind), self._desk.tag_colours()
        chosen = self.tag()
        self.list.clear()
        for tag, number in found:
            colour = colours.get(tag.casefold(), "")
            row = QTreeWidgetItem([one_line(tag, 120), count(number)])
            row.setData(0, _TAG, tag)
            row.setIcon(0, dot_icon(colour, self.devicePixelRatioF()))
            row.setToolTip(0, colour_name(colour) if colour else "")
            row.setSizeHint(0, QSize(0, self.fontMetrics().height() + GRID + HALF))
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(row)
            if tag == chosen:
                self.list.setCurrentItem(row)
        self.list.setColumnWidth(0, self.list.viewport().width() - 100)
        self._limit(self.search.text())
        if self.list.currentItem() is None and found:
            self.list.setCurrentItem(self._rows()[0])
        self.said.setText("" if found else self.tr("Nobody has a tag yet. Select people in the list and press T."))
        self.said.setVisible(not found)

    def _rows(self) -> list[QTreeWidgetItem]:
        rows = (self.list.topLevelItem(number) for number in range(self.list.topLevelItemCount()))
        return [row for row in rows if row is not None]

    def _limit(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in self._rows():
            row.setHidden(wanted not in str(row.data(0, _TAG)).casefold())

    def _say_carriers(self) -> None:
        carriers = self._desk.tag_carriers(self._kind)
        takes = [one_line(name, 40) for name, writes in carriers if writes]
        tells = [one_line(name, 40) for name, writes in carriers if not writes]
        words = []
        if takes:
            words.append(self.tr("Sent to {accounts}.").format(accounts=listed(takes)))
        if tells:
            words.append(self.tr("Only read from {accounts}.").format(accounts=listed(tells)))
        words.append(self.tr("Wherever a CRM takes no tags, they are kept on this computer."))
        self.carried.setText(" ".join(words))

    def tag(self) -> str:
        """The tag that is chosen; "" where none is."""
        row = self.list.currentItem()
        return "" if row is None else str(row.data(0, _TAG))

    def _allow(self) -> None:
        for button in (self.show_button, self.colour, self.rename, self.delete):
            button.setEnabled(bool(self.tag()))

    def _show(self) -> None:
        if tag := self.tag():
            self.shown.emit('tag:="{}"'.format(tag.replace('"', " ")))

    # What is done with one

    def _fill_colours(self) -> None:
        self.colours.clear()
        now = self._desk.tag_colours().get(self.tag().casefold(), "")
        for key in ("", *COLOURS):
            action = self.colours.addAction(dot_icon(key, self.devicePixelRatioF()), colour_name(key))
            action.setCheckable(True)
            action.setChecked(key == now)
            action.triggered.connect(lambda _=False, key=key: self._paint(key))

    def _paint(self, colour: str) -> None:
        self._tasks.start(self._colour(self.tag(), colour), what=self.tr("Colour the tag"))

    async def _colour(self, tag: str, colour: str) -> None:
        await self._desk.colour_tag(tag, colour)
        self._read()

    def _ask_name(self) -> None:
        tag = self.tag()
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename or join the tag"))
        dialog.setLabelText(self.tr("New name; that of another tag joins the two"))
        dialog.setComboBoxItems([str(row.data(0, _TAG)) for row in self._rows()])
        dialog.setComboBoxEditable(True)
        dialog.setTextValue(tag)
        dialog.textValueSelected.connect(lambda to: self._preview(tag, to.strip()))
        dialog.open()

    def _ask_delete(self) -> None:
        self._preview(self.tag(), None)

    def _preview(self, tag: str, to: str | None) -> None:
        if to not in ("", tag):
            self._tasks.start(self._look(tag, to), what=self.tr("What would change"))

    async def _look(self, tag: str, to: str | None) -> None:
        try:
            plan = await self._desk.plan_tag(self._kind, tag, to)
        except UserInputError as error:
            self._refuse(error)
            return
        known = {tag_form(name): name for name, _ in await self._desk.tags(self._kind)}
        there = known.get(tag_form(to)) if to is not None and tag_form(to) != tag_form(tag) else None
        self._ask(tag, there or to, plan, merge=there is not None)

    def _ask(self, tag: str, to: str | None, plan: BulkPlan, *, merge: bool) -> None:
        old, new = one_line(tag, 40), one_line(to or "", 40)
        if to is None:
            title, act = self.tr("Delete the tag “{tag}” everywhere?").format(tag=old), self.tr("Delete everywhere")
        elif merge:
            title = self.tr("There is a tag “{new}” already. Join “{old}” with it?").format(new=new, old=old)
            act = self.tr("Join")
        else:
            title, act = self.tr("Rename “{old}” to “{new}”?").format(old=old, new=new), self.tr("Rename")
        says = summary(self._desk, self._kind, (Touch("tags", How.REMOVE, ()),), plan)
        box = Question(self, title, says)
        box.answer(self.tr("Cancel"))
        change = partial(self._change, tag, to, merge=merge)
        box.answer(act, lambda: self._tasks.start(change(), what=act), loses=to is None, default=to is not None)
        box.open()

    async def _change(self, tag: str, to: str | None, *, merge: bool) -> None:
        try:
            plan = await self._desk.change_tag(self._kind, tag, to, merge=merge)
        except UserInputError as error:
            self._refuse(error)
            return
        self.changed.emit(self.tr("{things} changed").format(things=counted(self._kind, len(plan.changed))))
        self._read()

    def _refuse(self, error: UserInputError) -> None:
        box = Question(self, error.what, " ".join(filter(None, (error.why, error.safe, error.next))))
        box.answer(self.tr("Close"), default=True)
        box.open()

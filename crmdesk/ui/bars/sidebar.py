"""The sidebar: all contacts, each account with how it stands, what needs attention, and the trash, with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crmdesk.desk import AccountState, AccountStatus, SidebarCounts
from crmdesk.domain.fields import Kind
from crmdesk.domain.query.views import View
from crmdesk.frozen import dataclass
from crmdesk.ui.look import icons
from crmdesk.ui.look.badges import paint_badge
from crmdesk.ui.look.labels import Surface
from crmdesk.ui.look.theme import FontSize, font, row_height
from crmdesk.ui.look.tokens import GRID, HALF, tokens
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.wording.accounts import signed_in_words, state_mark, state_words
from crmdesk.ui.wording.kinds import ORDER, SIGNS, heading
from crmdesk.ui.wording.phrases import bullets, count, one_line, tooltip

_LEAST, _NARROW, _MOST = 190, 56, 16_777_215  # pixels wide; the last is Qt's "no limit"
_ENTRY = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sidebar; a heading has no place."""

    title: str
    place: Place | None = None
    icon: str = ""
    provider: str = ""
    figure: int | None = None
    amber: bool = False  # the figure asks for somebody
    state: AccountState | None = None
    more: str = ""  # told on hover


class Sidebar(Surface):
    """`gone(place)` when the user goes somewhere; `menu_asked(account_id, point)` for an account's menu."""

    gone = Signal(object)
    menu_asked = Signal(int, QPoint)
    view_menu_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Window, parent)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Places"))
        self._painter = _Painter(self._list)
        self._list.setItemDelegate(self._painter)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.setStyleSheet("QListWidget { background: transparent; }")
        self._list.customContextMenuRequested.connect(self._menu)
        self._list.currentItemChanged.connect(self._changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self._list)
        self.setMinimumWidth(_LEAST)
        self._entries: list[Entry] = []
        self._views: list[Entry] = []
        self._read_last: tuple[Sequence[AccountStatus], SidebarCounts] | None = None
        self.setFocusProxy(self._list)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, with the words in their tooltips, or everything."""
        self._painter.narrow = narrow
        self.setMinimumWidth(_NARROW if narrow else _LEAST)
        self.setMaximumWidth(_NARROW if narrow else _MOST)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._list.setVerticalScrollBarPolicy(policy)  # the rail has no room for one; the wheel scrolls all the same
        self._list.doItemsLayout()

    def refresh(self, accounts: Sequence[AccountStatus], counts: SidebarCounts) -> None:
        """Show these accounts and counts."""
        self._read_last = accounts, counts
        entries = self._read(accounts, counts)
        if entries == self._entries:
            return
        same = [entry.place for entry in entries] == [entry.place for entry in self._entries]
        chosen = self.place()
        self._entries = entries
        self._list.blockSignals(True)
        if not same:
            self._list.clear()
        for row, entry in enumerate(entries):
            item = self._list.item(row) if same else QListWidgetItem(self._list)
            self._show(item, entry)
        self._list.blockSignals(False)
        if not same:
            self.go(chosen or Place(), quietly=chosen is not None and any(e.place == chosen for e in entries))

    def show_views(self, views: Sequence[View], counts: Mapping[int, int | None]) -> None:
        """Show these saved views, with what is known of how many items they hold."""
        self._views = [
            Entry(
                one_line(view.name), Place(What.VIEW, view.id, view.kind), icon=view.icon or "filter",
                figure=counts.get(view.id), more=view.query,
            )
            for view in views
        ]  # fmt: skip
        if self._read_last is not None:
            self.refresh(*self._read_last)

    def go(self, place: Place, *, quietly: bool = False) -> None:
        """Choose that place; `quietly` without announcing it."""
        for row, entry in enumerate(self._entries):
            if entry.place == place:
                blocked = self._list.blockSignals(quietly)
                self._list.setCurrentRow(row)
                self._list.blockSignals(blocked)
                return

    def place(self) -> Place | None:
        """Where the user is."""
        item = self._list.currentItem()
        entry = None if item is None else item.data(_ENTRY)
        return entry.place if isinstance(entry, Entry) else None

    def places(self) -> list[tuple[Place, str]]:
        """All places with their titles, in order."""
        return [(entry.place, entry.title) for entry in self._entries if entry.place is not None]

    def figures(self) -> list[tuple[Place, int]]:
        """How many items each place holds."""
        return [(entry.place, entry.figure or 0) for entry in self._entries if entry.place is not None]

    def _read(self, accounts: Sequence[AccountStatus], counts: SidebarCounts) -> list[Entry]:
        synced = {kind for status in accounts for kind in status.account.kinds}
        found = [
            Entry(heading(kind), Place(kind=kind), icon=SIGNS[kind], figure=counts.kinds.get(kind, 0))
            for kind in ORDER
            if kind is Kind.CONTACT or kind in synced or counts.kinds.get(kind) or counts.trashed.get(kind)
        ]
        if accounts:
            found.append(Entry(self.tr("Accounts")))
        found += [self._account(status, counts.accounts.get(status.account.id, 0)) for status in accounts]
        found.append(Entry(self.tr("Views")))
        found += self._views
        attention = counts.attention
        found.append(
            Entry(self.tr("Needs attention"), Place(What.ATTENTION), icon="flag", figure=attention, amber=attention > 0)
        )
        found.append(Entry(self.tr("Same person?"), Place(What.MATCHES), icon="people", figure=counts.matches))
        drafts = sum(counts.drafts.values())
        found.append(Entry(self.tr("Drafts"), Place(What.DRAFTS), icon="edit", figure=drafts))
        found.append(Entry(self.tr("Trash"), Place(What.TRASH), icon="trash", figure=counts.trash))
        return found

    def _account(self, status: AccountStatus, held: int) -> Entry:
        account = status.account
        return Entry(
            one_line(account.name),
            Place(What.ACCOUNT, account.id),
            provider=account.provider,
            figure=held,
            state=status.state,
            more=signed_in_words(account),
        )

    def _show(self, item: QListWidgetItem, entry: Entry) -> None:
        item.setData(_ENTRY, entry)
        said = entry.title
        if entry.place is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            words = state_words(entry.state) if entry.state is not None else ""
            said = bullets(entry.title, count(entry.figure) if entry.figure is not None else "", words)
            item.setToolTip(tooltip("\n".join(filter(None, (said, entry.more)))))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setText(entry.title)

    def _changed(self, item: QListWidgetItem | None) -> None:
        place = self.place()
        if item is not None and place is not None:
            self.gone.emit(place)

    def _menu(self, point: QPoint) -> None:
        item = self._list.itemAt(point)
        entry = None if item is None else item.data(_ENTRY)
        if isinstance(entry, Entry) and entry.place is not None and entry.place.what is What.ACCOUNT:
            self.menu_asked.emit(entry.place.account_id, self._list.viewport().mapToGlobal(point))
        if isinstance(entry, Entry) and entry.place is not None and entry.place.what is What.VIEW:
            self.view_menu_asked.emit(entry.place.account_id, self._list.viewport().mapToGlobal(point))


class _Painter(QStyledItemDelegate):
    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self.narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(_ENTRY)
        height = row_height(QFontMetrics(font()))
        if entry.place is None:
            return QSize(0, 2 * GRID if self.narrow else height + GRID)
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        entry: Entry = index.data(_ENTRY)
        shown = tokens(self._view.palette())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.place is None and self.narrow:
            painter.fillRect(place.x() + GRID, place.center().y(), place.width() - 2 * GRID, 1, shown.hairline)
            painter.restore()
            return
        if entry.place is None:
            painter.setFont(font(FontSize.SMALL, strong=True))
            painter.setPen(shown.secondary)
            text = place.adjusted(GRID, GRID, -GRID, -2)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), entry.title)
            painter.restore()
            return
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.selection if selected else shown.hover)
            painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(shown.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0, 1, -1, -2), 6, 6)
        if self.narrow:
            self._icon(painter, QRect(place.center() - QPoint(8, 8), QSize(18, 18)), entry, selected)
        else:
            self._content(painter, place.adjusted(GRID, 0, -GRID, 0), entry, selected)
        painter.restore()

    def _icon(self, painter: QPainter, box: QRect, entry: Entry, selected: bool) -> None:
        shown = tokens(self._view.palette())
        if entry.provider:
            paint_badge(painter, box, entry.provider, entry.provider, shown)
        else:
            colour = shown.amber if entry.amber else shown.accent if selected else shown.secondary
            icons.paint(painter, box, entry.icon, colour)
        mark = None if entry.state is None else state_mark(entry.state)
        if mark is not None and self.narrow:
            icons.paint(painter, QRect(box.right() - 1, box.bottom() - 8, 11, 11), mark[0], getattr(shown, mark[1]))

    def _content(self, painter: QPainter, place: QRect, entry: Entry, selected: bool) -> None:
        shown = tokens(self._view.palette())
        box = QRect(place.x(), place.y() + (place.height() - 18) // 2, 18, 18)
        at = partial(QStyle.visualRect, self._view.layoutDirection(), place)
        self._icon(painter, at(box), entry, selected)
        right = place.right()
        if entry.figure:
            figures = font(FontSize.SMALL, tabular=True, strong=entry.amber)
            text, metrics = count(entry.figure), QFontMetrics(figures)
            width = metrics.horizontalAdvance(text)
            painter.setFont(figures)
            painter.setPen(shown.amber if entry.amber else shown.secondary)
            where = QRect(right - width, place.y(), width + 1, place.height())
            painter.drawText(at(where), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
            right -= width + GRID
        mark = None if entry.state is None else state_mark(entry.state)
        if mark is not None:
            icons.paint(painter, at(QRect(right - 14, box.y() + 2, 14, 14)), mark[0], getattr(shown, mark[1]))
            right -= 14 + HALF
        text_font = font(strong=selected)
        painter.setFont(text_font)
        painter.setPen(shown.text)
        words = QRect(box.right() + 1 + GRID, place.y(), right - box.right() - GRID - HALF, place.height())
        cut = QFontMetrics(text_font).elidedText(entry.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(at(words), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)

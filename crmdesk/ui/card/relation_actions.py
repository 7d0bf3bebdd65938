"""What can be done with what belongs to the shown item: go there, add, take away, register, unlink."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from crmdesk.desk import takes_registrations
from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.values import Entry, Patch
from crmdesk.ui.card.presenter import CardPresenter
from crmdesk.ui.card.related_items import Bond
from crmdesk.ui.card.state.item_state import Open
from crmdesk.ui.dialogs.item_picker import ItemPicker
from crmdesk.ui.wording.phrases import field_title, one_line


class Bonds(QObject):
    """The relations, registrations and records of the item that the card shows."""

    regrouping = Signal()  # the user is about to make one item of several, or several of one
    parted = Signal(int, int)  # what was one item is two now: the one that the card shows, and the other
    told = Signal(str, object)  # what was done to the whole item, and what takes it back or None
    unlinked = Signal(str, object, object)  # the same, and what keeps the two apart for good

    def __init__(self, presenter: CardPresenter, take_back: Callable[[Patch], None], owner: QWidget) -> None:
        super().__init__(owner)
        self._presenter, self._take_back, self._owner = presenter, take_back, owner

    def show(self) -> None:
        """Show what belongs to the item now."""
        shown, page, focus = self._presenter.shown, self._presenter.page, QApplication.focusWidget()
        bond = self._read(shown) if shown is not None else None
        if bond != page.related.bond and focus is not None and page.related.isAncestorOf(focus):
            page.area.setFocus()  # what has it is made anew, and the keys stay with the card
        page.related.show_bond(bond)

    def _read(self, shown: Open) -> Bond | None:
        item = shown.item
        if item is None or item.trashed_at is not None or shown.facts is None:
            return None
        desk = self._presenter.desk
        registers = item.kind in (Kind.CONTACT, Kind.EVENT) and any(
            takes_registrations(status.account) for status in desk.accounts()
        )
        return Bond(
            item.kind,
            tuple(desk.related(item.id)),
            shown.details.registrations,
            tuple((record, shown.facts.face(record)) for record in item.records),
            registers,
        )

    def ask(self, what: str, key: str) -> None:
        """Do what a button of the section asks for."""
        shown = self._presenter.shown
        if shown is None or shown.item is None:
            return
        match what:
            case "add":
                self._pick_related(shown, key)
            case "remove":
                field, _colon, text = key.partition(":")
                left = tuple(entry for entry in _entries(shown, field) if entry.value != text)
                self._change(shown, field, left)
            case "register":
                self._pick_registration(shown)
            case "unlink":
                self._unlink(shown, int(key))

    def _start(self, work: Coroutine[Any, Any, object], what: str) -> None:
        self._presenter.tasks.start(work, what=what)

    def _pick(self, kind: Kind, title: str, **more: Any) -> None:
        picker = ItemPicker(self._owner, self._presenter.desk, self._presenter.tasks, kind, title, **more)
        edge = self._owner.mapToGlobal(QPoint(self._owner.width() - picker.width(), 0)).x()
        picker.open_at(QPoint(max(0, min(QCursor.pos().x(), edge)), QCursor.pos().y()))

    # Relations

    def _pick_related(self, shown: Open, key: str) -> None:
        target = FIELDS[shown.kind][key].target
        if target is None:
            return
        held = _entries(shown, key)
        ids = [int(entry.value) for entry in held if entry.value.isdigit()]
        title = self.tr("Add to {field}").format(field=field_title(shown.kind, key))

        def add(id_: int) -> None:
            self._change(shown, key, (*held, Entry(str(id_))))

        self._pick(target, title, picked=add, without=ids)

    def _change(self, shown: Open, key: str, wanted: tuple[Entry, ...]) -> None:
        assert shown.item is not None
        item_id, before = shown.item.id, _entries(shown, key)

        async def work() -> None:
            await self._presenter.desk.edit(item_id, {key: wanted or None})
            if shown is self._presenter.shown:
                self._presenter.refresh(frozenset({item_id}))
                shown.way_back = lambda: self._take_back({key: before or None})
                self._presenter.bar.show_said(self.tr("Saved."), undo=True)

        self._start(work(), self.tr("Change the relation"))

    # Registrations

    def _pick_registration(self, shown: Open) -> None:
        assert shown.item is not None
        own = shown.item.id
        takers = [one.account.name for one in self._presenter.desk.accounts() if takes_registrations(one.account)]
        means = self.tr("Sent to {accounts} at once; who is not there yet is created there.").format(
            accounts=" / ".join(one_line(name, 40) for name in takers)
        )
        if shown.kind is Kind.CONTACT:
            register = self._register
            self._pick(
                Kind.EVENT,
                self.tr("Register for an event"),
                picked=lambda id_: register(own, id_),
                named=lambda name: register(own, name),
                means=means,
            )
        else:
            title = self.tr("Register a contact for this event")
            self._pick(Kind.CONTACT, title, picked=lambda id_: self._register(id_, own), means=means)

    def _register(self, contact_id: int, event: int | str) -> None:
        shown = self._presenter.shown

        async def work() -> None:
            contact = await self._presenter.desk.register(contact_id, event)
            if shown is not None and shown is self._presenter.shown:
                self._presenter.refresh(frozenset())
                name = one_line(compose_name(contact.values), 60)
                self._presenter.bar.show_said(self.tr("{name} is registered. Sending it now.").format(name=name))

        self._start(work(), self.tr("Register for the event"))

    # Records

    def _unlink(self, shown: Open, record_id: int) -> None:
        assert shown.item is not None
        item_id = shown.item.id
        record = next((record for record in shown.item.records if record.id == record_id), None)
        if record is None:
            return
        account_id = record.account_id

        async def work() -> None:
            self.regrouping.emit()
            apart = await self._presenter.desk.unlink(item_id, account_id, record_id)
            self._presenter.refresh(frozenset({item_id}))
            self.parted.emit(item_id, apart.id)
            says = self.tr("Unlinked: there are two now.")
            self.unlinked.emit(
                says, lambda: self._link_again(item_id, apart.id), lambda: self._keep_apart(item_id, apart.id)
            )

        self._start(work(), self.tr("Unlink the record"))

    def _keep_apart(self, item_id: int, other_id: int) -> None:
        matches = self._presenter.desk.matches

        async def back(act: int) -> None:
            await matches.take_back(act)

        async def work() -> None:
            act = await matches.keep_apart(item_id, other_id)
            says = self.tr("Not the same: they are not suggested again.")
            self.told.emit(says, lambda: self._start(back(act), self.tr("Undo")))

        self._start(work(), self.tr("Keep them apart"))

    def _link_again(self, item_id: int, other_id: int) -> None:
        async def work() -> None:
            self.regrouping.emit()
            await self._presenter.desk.link([item_id, other_id])
            self._presenter.refresh(frozenset({item_id}))
            self.told.emit(self.tr("Linked again."), None)

        self._start(work(), self.tr("Link again"))


def _entries(shown: Open, key: str) -> tuple[Entry, ...]:
    value = shown.item.values.get(key) if shown.item is not None else None
    return value if isinstance(value, tuple) else ()

"""The menus of the card: whose value is shown, what to do about a conflict, and what can be done with the item."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.merging.spreading import Spread
from crmdesk.domain.records import Item, Record
from crmdesk.domain.reports import Conflict
from crmdesk.domain.values import Value
from crmdesk.ui.card.field_row.origin_badges import Face
from crmdesk.ui.card.new_item import Offered
from crmdesk.ui.card.state.provenance import Facts
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import plain_tips
from crmdesk.ui.wording.phrases import ago, bullets, listed, tooltip, value_text

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def _safe(text: str) -> str:
    return text.replace("&", "&&")


def show_below(menu: QMenu, widget: QWidget) -> None:
    """Open a menu below a widget; it goes when it is closed."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(widget.mapToGlobal(QPoint(0, widget.height())))


def values_menu(
    parent: QWidget,
    facts: Facts,
    key: str,
    spreads: Mapping[int, Spread],
    act: Mapping[str, Callable[[int], None]],
) -> QMenu:
    """The different values of a field with the accounts that have them: show one, or use it wherever the field stands.

    `spreads` says by record what using its value everywhere would change; `act` holds `pin`, `unpin` and `spread`.
    """
    menu = QMenu(parent)
    menu.setAccessibleName(translate("Offers", "The values of this field"))
    shown, kind = facts.item.values.get(key), facts.item.kind
    contenders = facts.contenders(key)
    _heading(menu, translate("Offers", "Shown here"))
    for record, value in contenders:
        held = listed([face.name for face in facts.holders_of(key, value)])
        action = menu.addAction(_safe(bullets(value_text(kind, key, value, 60), held)))
        action.setCheckable(True)
        action.setChecked(value == shown)
        action.triggered.connect(lambda _checked=False, id_=record.id: act["pin"](id_))
    if any(pinned.field == key for pinned in facts.item.pins):
        free = menu.addAction(translate("Offers", "Choose automatically"))
        free.setToolTip(tooltip(translate("Offers", "The first account in your order that has a value shows it.")))
        free.triggered.connect(lambda _checked=False: act["unpin"](0))
    menu.addSeparator()
    _heading(menu, translate("Offers", "Use everywhere it stands"))
    for record, value in contenders:
        _offer_spread(menu, facts, key, (record, value), spreads[record.id], act["spread"])
    plain_tips(menu)
    return menu


def _heading(menu: QMenu, text: str) -> None:
    heading = menu.addAction(text)
    heading.setEnabled(False)


def _offer_spread(
    menu: QMenu, facts: Facts, key: str, held: tuple[Record, Value], spread: Spread, use: Callable[[int], None]
) -> None:
    """A line that says which CRMs would get a value, and on hover which keep their own."""
    record, value = held
    faces = {one.id: facts.face(one).name for one in facts.item.records}
    there = listed([faces[id_] for id_ in spread.patches])
    said = value_text(facts.item.kind, key, value, 40)
    text = translate("Offers", "{value} → {names}").format(value=said, names=there) if there else said
    action = menu.addAction(icon("outbox", "secondary"), _safe(text))
    action.setEnabled(bool(spread.patches))
    keeps = listed([faces[id_] for id_ in spread.unable])
    why = translate("Offers", "{names} cannot take another value from here.").format(names=keeps) if keeps else ""
    gets = translate("Offers", "Changes it in {names}, and sends that.").format(names=there) if there else ""
    action.setToolTip(tooltip("\n".join(part for part in (gets, why) if part)))
    action.triggered.connect(lambda _checked=False: use(record.id))


def conflict_menu(
    parent: QWidget, kind: Kind, conflict: Conflict, face: Face | None, decide: Callable[[str], None]
) -> QMenu:
    """Mine, theirs, or mine on this computer only, each with its value and its time."""
    menu = QMenu(parent)
    there = face.name if face else translate("Offers", "the CRM")
    key = conflict.field
    mine_at, theirs_at = (ago(at) if at else "" for at in (conflict.mine_at, conflict.theirs_at))
    offers = (
        ("mine", "person", translate("Offers", "Keep mine: {value}"), conflict.mine, mine_at),
        ("theirs", "cloud", translate("Offers", "Take {name}’s: {value}"), conflict.theirs, theirs_at),
        ("here", "computer", translate("Offers", "Keep mine on this computer only"), None, ""),
    )
    for how, sign, says, value, when in offers:
        text = says.format(name=there, value=value_text(kind, key, value, 60))
        action = menu.addAction(icon(sign, "secondary"), _safe(bullets(text, when)))
        action.triggered.connect(lambda _checked=False, how=how: decide(how))
    menu.addSeparator()
    before = menu.addAction(
        _safe(translate("Offers", "Before: {value}").format(value=value_text(kind, key, conflict.base, 60)))
    )
    before.setEnabled(False)
    return menu


def item_menu(
    parent: QWidget,
    item: Item,
    offered: Offered,
    act: Mapping[str, Callable[[], None]],
    add_to: Callable[[int], None],
) -> QMenu:
    """What can be done with the item as a whole."""
    menu = QMenu(parent)
    if item.trashed_at is None:
        others = menu.addMenu(icon("add", "secondary"), translate("Offers", "Add to account"))
        able, not_able = offered
        held = {record.account_id for record in item.records}
        for status in able:
            if status.account.id not in held:
                action = others.addAction(_safe(status.account.name))
                action.triggered.connect(lambda _checked=False, id_=status.account.id: add_to(id_))
        for name, why in not_able.items():
            action = others.addAction(_safe(name))
            action.setEnabled(False)
            action.setToolTip(tooltip(why.about(name)))
        plain_tips(others)
        others.setEnabled(not others.isEmpty())
        menu.addSeparator()
        menu.addAction(icon("trash", "secondary"), translate("Offers", "Move to trash"), act["delete"])
    else:
        menu.addAction(icon("restore", "secondary"), translate("Offers", "Restore from trash"), act["restore"])
        menu.addAction(icon("trash", "red"), translate("Offers", "Delete for good"), act["delete_for_good"])
    return menu

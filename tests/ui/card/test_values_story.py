"""Linked contacts read well: how they stand is said once, and one of several values is used everywhere."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from crmdesk.domain.accounts import Account
from crmdesk.domain.records import Item, ItemQuery
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play


async def _linked(stage: EditorStage) -> tuple[Account, Account, Item]:
    """One contact of two CRMs that hold two notes on it."""
    boss = await stage.connect(provider="follow_up_boss")
    dex = next(status.account for status in stage.desk.accounts() if status.account.provider == "dex")
    first = (await stage.desk.ids(ItemQuery(account_id=dex.id)))[0]
    second = (await stage.desk.ids(ItemQuery(account_id=boss.id)))[0]
    await stage.desk.edit(first, {"description": "Inkwell"})
    await stage.desk.edit(second, {"description": "Ribeira Wines"})
    await stage.desk.sync()
    return dex, boss, await stage.desk.link([first, second])


def _offer(stage: EditorStage, text: str) -> QAction:
    menu = next(menu for menu in stage.editor.findChildren(QMenu) if menu.isVisible())
    return next(action for action in menu.actions() if text in action.text())


def _held(stage: EditorStage, item: Item, key: str = "description") -> dict[int, object]:
    return {record.account_id: record.values.get(key) for record in stage.desk.item(item.id).records}


def test_how_a_linked_contact_stands_is_said_once(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        _dex, _boss, item = await _linked(stage)
        await stage.desk.sync()
        stage.editor.show_item(item.id)
        assert stage.editor.card is not None
        chips = stage.editor.card.header._chips
        words = ("Dex", "Follow Up Boss", "sent")
        await until(lambda: len(chips) == 1 and all(word in chips[0].accessibleName() for word in words))

    play(qapp, tmp_path, story)


def test_a_value_is_used_everywhere_and_each_record_gets_its_own_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dex, boss, item = await _linked(stage)
        stage.editor.show_item(item.id)
        assert stage.editor.card is not None
        field = stage.editor.card.fields["description"]
        await until(lambda: field.notes.offered("values"))
        field.notes.asked.emit("values")
        assert _offer(stage, "Inkwell → Follow Up Boss").isEnabled()
        _offer(stage, "Ribeira Wines → Dex").trigger()
        await until(lambda: _held(stage, item) == {dex.id: "Ribeira Wines", boss.id: "Ribeira Wines"})
        await until(lambda: "the same everywhere" in stage.said())
        assert field.notes.offered("values") is None
        await stage.desk.sync()
        record = next(one for one in stage.desk.item(item.id).records if one.account_id == dex.id)
        assert (stage.dex.book.get(str(record.remote_id)) or {})["description"] == "Ribeira Wines"
        stage.editor.bar.asked_undo.emit()
        await until(lambda: _held(stage, item) == {dex.id: "Inkwell", boss.id: "Ribeira Wines"})
        await stage.desk.sync()
        assert (stage.dex.book.get(str(record.remote_id)) or {})["description"] == "Inkwell"
        await asyncio.sleep(0)

    play(qapp, tmp_path, story)

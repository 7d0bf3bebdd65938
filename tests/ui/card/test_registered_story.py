"""Who is registered for what, shown on both cards, each leading to the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Outcome
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.values import Entry
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play


def _said(parent: QWidget) -> list[str]:
    return [label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent)]


def _button(parent: QWidget, text: str) -> QPushButton | None:
    found = (button for button in parent.findChildren(QPushButton) if button.isVisibleTo(parent))
    return next((button for button in found if button.text() == text), None)


async def _event(stage: EditorStage) -> Item:
    account = await stage.connect(provider="crm_api")
    return stage.desk.item((await stage.desk.ids(ItemQuery(kind=Kind.EVENT, account_id=account.id)))[0])


def test_an_event_lists_who_is_registered_and_the_contact_what_for(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        event = await _event(stage)
        ada = await stage.desk.new(
            Kind.CONTACT, {"first_name": "Ada", "last_name": "Quill", "emails": (Entry("ada@quill.example"),)}
        )
        opened: list[tuple[Kind, int]] = []
        stage.editor.opened.connect(lambda kind, id_: opened.append((kind, id_)))
        related = stage.editor.page.related
        stage.editor.show_item(event.id)
        await until(lambda: "Registered" in _said(related))
        assert _button(related, "Ada Quill") is None
        stage.editor._bonds._register(ada.id, event.id)
        await until(lambda: _button(related, "Ada Quill"))
        await until(lambda: any(text.startswith("registered") for text in _said(related)))
        name = _button(related, "Ada Quill")
        assert name is not None
        name.click()
        assert opened == [(Kind.CONTACT, ada.id)]
        stage.editor.show_item(ada.id)
        await until(lambda: "Registered for" in _said(related))
        await until(lambda: _button(related, str(event.values["name"])))
        what = _button(related, str(event.values["name"]))
        assert what is not None
        what.click()
        assert opened[-1] == (Kind.EVENT, event.id)

    play(qapp, tmp_path, story, contacts=4)


def test_whoever_becomes_one_with_another_stays_registered(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        event = await _event(stage)
        ada, same = [
            await stage.desk.new(Kind.CONTACT, {"name": name, "emails": (Entry("ada@quill.example"),)})
            for name in ("Ada Quill", "A. Quill")
        ]
        await stage.desk.pause(stage.account_id)
        await stage.desk.register(same.id, event.id)
        await stage.desk.link([ada.id, same.id])
        await stage.desk.resume(stage.account_id)
        await until(lambda: not any(status.pending for status in stage.desk.accounts()))
        assert [one.contact_id for one in await stage.desk.registrations(event.id)] == [ada.id]
        assert [one.event_id for one in await stage.desk.registrations(ada.id)] == [event.id]
        assert [one.entry.outcome for one in await stage.desk.registrations(event.id)] == [Outcome.VERIFIED]

    play(qapp, tmp_path, story, contacts=4)

"""A contact is put down for an event in the window, and arrives in the CRM that takes registrations."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from crmdesk.demo.crm_api.twin import CrmApi
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.ui.card.field_editors.tool_button import IconButton
from crmdesk.ui.dialogs.item_picker import ItemPicker
from crmdesk.ui.look.labels import Label
from tests.patience import until
from tests.ui.stage import Stage, play


def test_a_contact_is_registered_for_an_event_by_its_card(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        demo, crm = crms.account("crm_api"), crms.sites["crm_api"]
        assert isinstance(crm, CrmApi)
        settings = {**demo.settings, "base_url": demo.base_url}
        account = await stage.desk.add_account(
            "crm_api", "Fair", settings, {"key": demo.secret}, Direction.TWO_WAY, [Kind.CONTACT, Kind.EVENT]
        )
        await stage.desk.sync([account.id])
        stage.desk.start()
        window = stage.window
        await until(lambda: window.table.model.rowCount() and 0 not in window.table.model.ids)
        asked_for = ("first_name", "last_name", "emails")  # by the CRM, of whoever is registered
        people = map(stage.desk.item, window.table.model.ids)
        contact = next(one for one in people if all(one.values.get(key) for key in asked_for))
        window.table.view.select_id(contact.id)
        event = (await stage.desk.items(ItemQuery(kind=Kind.EVENT), 1))[0][0]
        related = window.panes.editor().page.related

        def pressed() -> IconButton | None:
            buttons = (b for b in related.findChildren(IconButton) if b.accessibleName() == "Register for an event…")
            return next((button for button in buttons if button.isVisible()), None)

        await until(pressed)
        button = pressed()
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        picker = window.findChild(ItemPicker)
        assert picker is not None
        assert any("Sent to Fair at once" in label.whole() for label in picker.findChildren(Label))
        QTest.keyClicks(picker.search, str(event.values["name"]))
        await until(lambda: picker.found.count() and str(event.values["name"]) in picker.found.item(0).text())
        QTest.keyClick(picker.search, Qt.Key.Key_Return)
        (remote_id,) = (record.remote_id for record in contact.records)
        await until(lambda: remote_id in {person for person, _event in crm.links})
        await until(lambda: any("registered " in label.whole() for label in related.findChildren(Label)))
        said = [label.whole() for label in related.findChildren(Label) if label.isVisible()]
        assert any("registered just now" in text for text in said)
        chips = {button.text() for button in related.findChildren(QPushButton) if button.isVisible()}
        assert str(event.values["name"]) in chips

    with DemoCrms(contacts=12) as crms:
        play(qapp, tmp_path, story, contacts=0, accounts=())

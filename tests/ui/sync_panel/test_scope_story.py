"""What comes from an account, by gesture: kinds and values are ticked, counted as they are, and nothing is deleted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.scope.profiles import profile_of
from crmdesk.domain.values import Entry
from crmdesk.ui.connect.dialog import open_add_account
from crmdesk.ui.connect.scope.dialog import ScopeDialog
from crmdesk.ui.connect.scope.kind_scope import ScopeChoice
from crmdesk.ui.connect.scope.value_boxes import MOST_SHOWN
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play
from tests.ui.card.test_card_story import unnamed
from tests.ui.connect.test_connect_story import fill_all
from tests.ui.sync_panel.test_schedule_story import account, choose

C = Kind.CONTACT


async def connect(stage: EditorStage, scope: str = "") -> Account:
    """Connect the later CRM API, whose contacts have types and tags, and pull it."""
    demo = stage.crms.account("crm_api", "later")
    settings = {**demo.settings, "base_url": demo.base_url}
    added = await stage.desk.add_account(
        "crm_api", "CRM", settings, {"key": demo.secret}, kinds=(C, Kind.EVENT), scope={C: scope}
    )
    await stage.desk.sync([added.id])
    return added


async def ask(stage: EditorStage) -> ScopeDialog:
    """Open the dialog by the account's menu and wait for its counts."""
    choose(stage, "What to sync from CRM")
    dialog = next(d for d in stage.panel.findChildren(ScopeDialog) if d.isVisible())
    await until(lambda: dialog.scopes[Kind.EVENT].count.text())
    return dialog


def confirm(dialog: ScopeDialog) -> None:
    QTest.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def test_values_are_left_out_and_come_back(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await connect(stage)
        total = stage.desk.accounts()[0].items[C]
        dialog = await ask(stage)
        assert dialog.changes() == {}
        scope = dialog.scopes[C]
        assert scope.count.text() == f"Included: {total} of {total} contacts"
        types = scope.fields["contact_type"]
        types.head.click()
        customers = next(box for box in types.boxes.values() if box.text().startswith("customer"))
        n = int(customers.text().split(" · ")[1])
        customers.click()
        assert scope.count.text() == f"Included: {total - n} of {total} contacts"
        assert types.head.text() == "Type: 1 value left out"
        assert unnamed(dialog) == []
        confirm(dialog)
        await until(lambda: stage.desk.accounts()[0].items[C] == total - n)
        assert account(stage).scope == {C: "-contact_type:customer"}
        dialog = await ask(stage)
        types = dialog.scopes[C].fields["contact_type"]
        types.head.click()
        types.all.click()
        confirm(dialog)
        await until(lambda: stage.desk.accounts()[0].items[C] == total)
        assert account(stage).scope == {}

    play(qapp, tmp_path, story, connected=False)


def test_none_and_one_takes_that_one_alone(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await connect(stage)
        dialog = await ask(stage)
        types = dialog.scopes[C].fields["contact_type"]
        types.head.click()
        types.none.click()
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        types.boxes["lead"].click()
        assert types.head.text() == "Type: only 1 value"
        confirm(dialog)
        await until(lambda: account(stage).scope == {C: "contact_type:lead"})

    play(qapp, tmp_path, story, connected=False)


def test_rules_that_boxes_cannot_say_stay_until_they_are_cleared(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        rules = "tags:VIP -tags:press"
        await connect(stage, rules)
        dialog = await ask(stage)
        scope = dialog.scopes[C]
        assert (scope.written.text(), scope.fields) == (rules, {})
        dialog.link.box.setCurrentIndex(1)
        confirm(dialog)
        await until(lambda: account(stage).link_by == ("emails",))
        assert account(stage).scope == {C: rules}
        dialog = await ask(stage)
        scope = dialog.scopes[C]
        scope.edit.click()
        scope.line.setText("shoe_size:42")
        assert "does not go by “shoe_size”" in scope.trouble.label.text()
        assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
        scope.clear.click()
        assert "tags" in scope.fields
        confirm(dialog)
        await until(lambda: account(stage).scope == {})

    play(qapp, tmp_path, story, connected=False)


def test_kinds_are_chosen_after_connecting_and_the_direction_follows(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await connect(stage)
        dialog = await ask(stage)
        dialog.kinds[C].click()
        assert "Events: CRM takes no changes" in dialog.note.label.text()
        dialog.kinds[Kind.EVENT].click()
        assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
        dialog.kinds[Kind.EVENT].click()
        assert not dialog.link.isVisible()
        confirm(dialog)
        await until(lambda: account(stage).kinds == (Kind.EVENT,))
        assert account(stage).direction is Direction.PULL

    play(qapp, tmp_path, story, connected=False)


def test_of_many_values_the_most_frequent_are_shown_and_the_others_found(qapp: QApplication) -> None:
    records = [{"tags": (Entry(f"tag {n}"),)} for n in range(100) for _ in range(100 - n)]
    scope = ScopeChoice(C)
    scope.show_profile(profile_of(C, records))
    tags = scope.fields["tags"]
    tags.head.click()
    assert list(tags.boxes) == [f"tag {n}" for n in range(MOST_SHOWN)]
    tags.search.setText("TAG 99")
    tags.boxes["tag 99"].click()
    tags.search.setText("")
    assert "tag 99" in tags.boxes
    assert scope.scope() == '-tags:"tag 99"'


def test_what_is_wanted_is_chosen_while_connecting(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        dialog = open_add_account(stage.panel, stage.desk, stage.tasks)
        fill_all(stage, dialog, "crm_api", "later")
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: dialog.found is not None)
        found = dialog.found
        assert found is not None
        found.kinds_choice.folds[C].head.click()
        types = found.kinds_choice.scopes[C].fields["contact_type"]
        types.head.click()
        types.boxes["customer"].click()
        found.link.box.setCurrentIndex(3)
        assert unnamed(dialog) == []
        QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        await until(lambda: stage.desk.accounts() and stage.desk.accounts()[0].last_success)
        assert account(stage).scope == {C: "-contact_type:customer"}
        assert account(stage).link_by == ("emails", "phones")

    play(qapp, tmp_path, story, connected=False)

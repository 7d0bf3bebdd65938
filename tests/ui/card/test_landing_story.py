"""What the card says about where values go is what happens: to new contacts, empty fields and differing values."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QMenu

from crmdesk.demo.mri_vault.twin import MriVault
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.normal import same
from crmdesk.domain.outbox import OutboxEntry
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.values import Entry
from crmdesk.ui.card.field_row.remarks import Remark
from crmdesk.ui.look.labels import Label
from tests.patience import until
from tests.ui.card.editor_stage import EditorStage, play

OTHERS = ("flex", "rex", "mri_vault", "crm_api", "follow_up_boss")


def _tick(stage: EditorStage) -> list[str]:
    """Choose every account that is offered for something new; their names."""
    boxes = [box for box in stage.editor.page.create_in.findChildren(QCheckBox) if box.isEnabled()]
    for box in boxes:
        box.setChecked(True)
    return [box.text() for box in boxes]


def _wanted(stage: EditorStage) -> list[str]:
    return [
        remark.label.whole() for remark in stage.editor.page.create_in.findChildren(Remark) if not remark.isHidden()
    ]


async def _in_both(stage: EditorStage, first: Account, second: Account, name: str) -> Item:
    """Somebody who stands in two CRMs, by name alone."""
    item = await stage.desk.new(Kind.CONTACT, {"name": name}, [first.id, second.id])
    await until(lambda: [r.remote_id is None for r in stage.desk.item(item.id).records] == [False, False])
    return item


def _goes_to(stage: EditorStage, key: str) -> str:
    assert stage.editor.card is not None
    return stage.editor.card.fields[key].notes.said("landing")


def test_what_is_said_of_a_new_contact_is_what_each_crm_gets(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        accounts = [await stage.connect(provider=provider) for provider in OTHERS]
        stage.editor.new_item()
        assert len(_tick(stage)) == len(accounts) + 1
        made: list[int] = []
        stage.editor.created.connect(made.append)
        values = {"name": "Nora Testcase", "company": "Inkwell", "source": "web", "website": "https://n.example"}
        for key, value in values.items():
            stage.editor.presenter.change(key, value)
        stage.editor.presenter.change("emails", (Entry("nora@testcase.example"),))
        stage.editor.presenter.show_all()
        await until(lambda: _goes_to(stage, "name"))
        told = {key: _goes_to(stage, key) for key in (*values, "emails")}
        stage.editor.save()
        await until(lambda: made)
        await until(lambda: all(r.remote_id or r.account_id == 1 for r in stage.desk.item(made[0]).records))
        await stage.desk.sync()
        item = stage.desk.item(made[0])
        held = {record.account_id: record.values for record in item.records}
        for account in accounts:
            for key, value in values.items():
                there = held[account.id].get(key)
                has_it = there is not None and same(Kind.CONTACT, key, there, value)
                assert (account.name in told[key]) == has_it, (account.name, key, told[key], there)
            assert account.name in told["emails"]

    play(qapp, tmp_path, story, contacts=4)


def test_a_crm_that_would_refuse_a_new_contact_is_named_before_saving(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await stage.connect(provider="crm_api")
        stage.editor.new_item()
        _tick(stage)
        assert _wanted(stage) == []
        stage.type("name", "Nora")
        await until(lambda: _wanted(stage) == ["CRM API also needs Last name, Email"])
        assert _goes_to(stage, "name") == "Goes to Dex"
        stage.editor.save()
        await until(lambda: stage.said().startswith("Not saved: CRM API takes no new contact"))
        assert stage.editor.has_draft()
        stage.failures.clear()
        stage.type("name", " Testcase")
        stage.type("emails", "nora@testcase.example")
        await until(lambda: _goes_to(stage, "name") == "Goes to Dex, CRM API")
        assert _wanted(stage) == []

    play(qapp, tmp_path, story, contacts=4)


def test_what_fills_an_empty_field_goes_to_the_other_crms_too_where_the_user_says_so(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: EditorStage) -> None:
        dex, boss = stage.desk.account("Dex"), await stage.connect(provider="follow_up_boss")
        item = await _in_both(stage, dex, boss, "Ada Quill")
        stage.editor.show_item(item.id)
        assert stage.editor.card is not None
        stage.editor.card.unfold("emails")
        notes = stage.editor.card.fields["emails"].notes
        stage.type("emails", "ada@quill.example")
        await until(lambda: _goes_to(stage, "emails") == "Goes to Dex")
        offer = notes.offered("also")
        assert offer is not None
        assert offer.text() == "Also to Follow Up Boss"
        offer.click()
        assert _goes_to(stage, "emails") == "Goes to Dex, Follow Up Boss"
        assert offer.text() == "Only to Dex"
        offer.click()
        assert _goes_to(stage, "emails") == "Goes to Dex"
        offer.click()
        stage.editor.save()
        await until(lambda: stage.said().startswith("Sent to ") and "Dex" in stage.said() and "Boss" in stage.said())
        assert notes.offered("also") is None
        by_account = {record.account_id: record for record in stage.desk.item(item.id).records}
        held = [by_account[account.id].values["emails"] for account in (dex, boss)]
        assert [entry.value for emails in held if isinstance(emails, tuple) for entry in emails] == 2 * [
            "ada@quill.example"
        ]

    play(qapp, tmp_path, story, contacts=4)


def test_a_value_that_can_only_be_changed_here_is_not_said_to_be_taken_by_nobody(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: EditorStage) -> None:
        boss = await stage.connect(provider="follow_up_boss")
        lists = [await stage.desk.ids(ItemQuery(account_id=account)) for account in (boss.id - 1, boss.id)]
        linked = await stage.desk.link([ids[0] for ids in lists])
        stage.editor.show_item(linked.id)
        assert stage.editor.card is not None
        offer = stage.editor.card.fields["name"].notes.offered("values")
        assert offer is not None
        told = offer.toolTip()
        assert "This cannot be changed in Dex. A change stays on this computer only." in told
        assert "The other values stay as they are." in told
        stage.type("name", " Two")
        await until(lambda: stage.editor.card and stage.editor.card.fields["name"].notes.said("kept_here"))
        stage.editor.save()
        await until(lambda: not stage.editor.has_draft())
        names = {record.account_id: record.values["name"] for record in stage.desk.item(linked.id).records}
        assert names[boss.id] == linked.records[1].values["name"]
        assert names[LOCAL_ACCOUNT_ID] == f"{linked.values['name']} Two"

    play(qapp, tmp_path, story, contacts=4, direction=Direction.PULL)


def test_accounts_that_take_none_of_a_kind_are_told_in_one_line(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await stage.connect(provider="mri_vault")
        await stage.connect(Direction.PULL, provider="flex")
        stage.editor.new_item(Kind.DEAL)
        assert _tick(stage) == ["MRI Vault"]
        told = " ".join(label.whole() for label in stage.editor.page.create_in.findChildren(Label))
        assert "Not possible in Dex, Flex Rental" in told
        stage.editor.new_item()
        told = " ".join(label.whole() for label in stage.editor.page.create_in.findChildren(Label))
        assert "Read-only by your choice: Flex Rental" in told

    play(qapp, tmp_path, story, contacts=4)


def test_only_accounts_that_can_take_an_item_are_offered_for_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: EditorStage) -> None:
        await stage.connect(provider="mri_vault")
        home = await stage.desk.new(Kind.PROPERTY, {"name": "1 Quay Street, Carlton"})
        stage.editor.show_item(home.id)
        stage.editor.actions_.offer()
        menu = next(menu for menu in stage.editor.findChildren(QMenu) if menu.title() == "Add to account")
        offered = {action.text(): action for action in menu.actions()}
        assert offered["MRI Vault"].isEnabled()
        assert not offered["Dex"].isEnabled()
        assert "Not possible in Dex" in offered["Dex"].toolTip()

    play(qapp, tmp_path, story, contacts=4)


def test_what_a_change_may_empty_in_a_crm_that_takes_whole_records_is_said_before_the_first(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: EditorStage) -> None:
        await stage.connect(provider="mri_vault")
        vault = stage.crms.sites["mri_vault"]
        assert isinstance(vault, MriVault)
        homes = vault.homes.snapshot().values()
        home = next(one for one in homes if one["class"]["internalName"] == "commercial" and one["saleLife"])
        item = stage.desk.find_item(f"MRI Vault:{home['id']}")
        stage.editor.show_item(item.id)
        await until(lambda: stage.editor.card is not None and stage.editor.card.kind is Kind.PROPERTY)
        stage.editor.presenter.change("price", "POA")
        stage.editor.presenter.change("description", "By the quay")
        assert stage.editor.card is not None
        notes = {key: stage.editor.card.fields[key].notes for key in ("price", "description")}
        await until(lambda: notes["price"].said("risk"))
        assert (
            notes["price"]
            .said("risk")
            .startswith("MRI Vault replaces the whole record but does not show all of it. May end up empty there: ")
        )
        assert "(+" in notes["price"].said("risk")
        assert notes["description"].said("risk") == ""
        stage.editor.save()
        await until(lambda: (vault.homes.get(home["id"]) or {})["displayPrice"] == "POA")
        await until(lambda: all(not entry.is_open for entry in entries_of(stage, item)))
        stage.editor.presenter.change("price", "On request")
        await until(lambda: notes["price"].said("landing"))
        assert notes["price"].said("risk") == ""

    play(qapp, tmp_path, story)


def entries_of(stage: EditorStage, item: Item) -> list[OutboxEntry]:
    """What was sent of an item, and what still waits."""
    return stage.desk._store.reader().outbox.list(all=True, item_id=item.id)[0]

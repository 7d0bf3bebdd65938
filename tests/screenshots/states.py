"""The states of the window, each with the pictures of it: real gestures on the real demo."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from crmdesk.app.demo_session import DemoDesk
from crmdesk.domain.fields import Kind
from crmdesk.domain.query.bulk import How, Touch
from crmdesk.domain.values import Entry
from crmdesk.errors import AuthRequired
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.connect.dialog import open_add_account
from crmdesk.ui.dialogs.about import AboutDialog
from crmdesk.ui.dialogs.export import ExportDialog
from crmdesk.ui.dialogs.found_settings import FoundDialog
from crmdesk.ui.dialogs.shortcut_sheet import ShortcutSheet
from crmdesk.ui.look.theme import Theme
from crmdesk.ui.many.tags.window import TagsWindow
from crmdesk.ui.settings.window import SettingsWindow
from crmdesk.ui.sync_panel.account_menu import AccountMenu
from crmdesk.ui.window.main_window import MainWindow
from crmdesk.ui.window.places import Place, What
from crmdesk.ui.wording.settings import Page

WAIT = 60.0  # seconds until a state must have come
WIDTHS = (691, 1024, 1440, 2560)
HEIGHTS = {691: 900, 1024: 700, 2560: 1440}


class Stage:
    """What the states are made with."""

    def __init__(
        self,
        window: MainWindow,
        demo: DemoDesk,
        tasks: Tasks,
        theme: Theme,
        picture: Callable[..., Awaitable[None]],
    ) -> None:
        self.window, self.demo, self.tasks, self.theme, self.picture = window, demo, tasks, theme, picture

    async def until(self, holds: Callable[[], object]) -> None:
        """Let the window work until that holds."""
        end = time.monotonic() + WAIT
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to that state")
            await asyncio.sleep(0.02)


async def _welcome(stage: Stage) -> None:
    await stage.until(stage.window.table.empty.isVisible)
    await stage.picture("01-welcome")


async def _contacts(stage: Stage) -> None:
    window = stage.window
    await stage.demo.fill(window.desk)
    await window.desk.sync()
    window.desk.start()
    await stage.until(lambda: window.table.model.rowCount() > 1900)
    await stage.picture("02-contacts")
    window.table.view.select_row(4)
    await stage.picture("03-contact")


async def _search(stage: Stage) -> None:
    window = stage.window
    whole = window.table.model.rowCount()
    window.top.search.setText("arc")
    await stage.until(lambda: 0 < window.table.model.rowCount() < whole)
    await stage.picture("04-search")
    window.top.search.setText("arc zzzz")
    await stage.until(window.table.empty.isVisible)
    await stage.picture("05-nothing-found")
    window.navigation.clear_search()
    await stage.until(lambda: window.table.model.rowCount() == whole)


async def _edited(stage: Stage) -> None:
    window = stage.window
    window.table.view.select_row(2)
    id_ = window.table.view.current_id()
    assert id_ is not None
    await window.desk.edit(id_, {"description": "Met again in Lisbon. Wants a call in spring."})
    await stage.picture("06-edited")


async def _pill(stage: Stage) -> None:
    await stage.window.desk.new(Kind.CONTACT, {"name": "Aaron Acker", "company": "Inkwell"})
    await stage.until(stage.window.table.pill.isVisible)
    await stage.picture("07-updates-wait")
    stage.window.table.listing.apply()
    await stage.until(lambda: not stage.window.table.pill.isVisible())


async def _trash(stage: Stage) -> None:
    window = stage.window
    window.table.view.select_row(0)
    window.commands.delete()
    await stage.until(window.messages.isVisible)
    await stage.picture("08-deleted")
    window.sidebar.go(Place(What.TRASH))
    await stage.until(lambda: window.table.model.rowCount() == 1)
    await stage.picture("09-trash")


async def _attention(stage: Stage) -> None:
    stage.window.messages.hide()
    stage.window.sidebar.go(Place(What.ATTENTION))
    await stage.picture("10-needs-attention")
    stage.window.sidebar.go(Place())


async def _trouble(stage: Stage) -> None:
    window = stage.window
    window.messages.fail("Sync now", AuthRequired("The key was revoked in the CRM.", what="Dex was not synced"))
    await stage.picture("11-trouble")
    window.messages.hide()


async def _narrow(stage: Stage) -> None:
    stage.window.resize(900, 620)
    await stage.picture("12-narrow")
    stage.window.resize(1280, 800)


async def _linking(stage: Stage) -> None:
    window = stage.window
    view, selection = window.table.view, window.table.view.selectionModel()
    view.select_row(0)
    flags = selection.SelectionFlag
    selection.select(window.table.model.index(2, 0), flags.Select | flags.Rows)
    window.actions_["link"].trigger()
    await stage.picture("13-link")
    window.messages.act()
    await stage.until(lambda: window.messages.isVisible() and "linked as one" in window.messages.accessibleName())
    await stage.picture("14-linked")
    window.messages.act()


async def _kinds(stage: Stage) -> None:
    window = stage.window
    for number, kind in enumerate((Kind.PROPERTY, Kind.DEAL, Kind.EVENT), 15):
        window.sidebar.go(Place(kind=kind))

        def listed(kind: Kind = kind) -> bool:
            return bool(window.table.model.kind is kind and window.table.model.rowCount() > 0)

        await stage.until(listed)
        window.table.view.select_row(1)
        await stage.picture(f"{number}-{kind.plural}")
    window.sidebar.go(Place())


async def _address(stage: Stage) -> None:
    window = stage.window
    parts = {"street": "Level 3\n12 Harbour Road", "city": "Sydney", "region": "NSW", "postcode": "2000"}
    values = {"name": "Ada Quill", "job_title": "Editor", "company": "Inkwell", "country": "Australia", **parts}
    made = await window.desk.new(Kind.CONTACT, values)
    text = await window.desk.new(Kind.CONTACT, {"name": "Bram Quill", "address": "12 Harbour Road, Sydney NSW 2000"})
    window.table.listing.apply()
    editor = window.panes.editor()
    for number, item in ((18, text), (19, made)):
        editor.show_item(item.id)
        await stage.picture(f"{number}-address")
    card = editor.card
    assert card is not None
    card.unfold("address")
    editor.presenter.change("postcode", "2001")
    card.show_value("postcode", "2001", None)
    await stage.picture("20-address-in-parts")


async def _cancelled(stage: Stage) -> None:
    window = stage.window
    for name, status in (("Open home, 12 Harbour Road", "confirmed"), ("Summer fair at the harbour", "cancelled")):
        values = {"name": name, "status": status, "starts": "2026-12-03T09:00:00+00:00", "event_type": "Fair"}
        event = await window.desk.new(Kind.EVENT, values)
    await stage.until(lambda: Place(kind=Kind.EVENT) in dict(window.sidebar.places()))
    window.sidebar.go(Place(kind=Kind.EVENT))
    await stage.until(lambda: window.table.model.kind is Kind.EVENT and window.table.model.rowCount() > 1)
    window.panes.editor().show_item(event.id)
    await stage.picture("21-cancelled")
    window.sidebar.go(Place())


async def _found(stage: Stage) -> None:
    window = stage.window
    account = next(status.account for status in window.desk.accounts() if window.desk.found(status.account))
    dialog = FoundDialog(window.desk, stage.tasks, account, window)
    dialog.open()
    await stage.picture("22-found", dialog)
    dialog.close()


async def _widths(stage: Stage) -> None:
    window = stage.window
    window.table.view.select_row(4)
    await stage.until(lambda: window.panes.editor().card is not None)
    for width in WIDTHS:
        window.resize(width, HEIGHTS.get(width, 900))
        await asyncio.sleep(0.3)
        await stage.picture(f"30-wide-{width}")
    window.resize(1280, 800)


async def _one_row(stage: Stage) -> None:
    window = stage.window
    window.top.search.setText("Bram Quill")
    await stage.until(lambda: window.table.model.rowCount() == 1)
    await stage.picture("31-one-row")
    window.navigation.clear_search()


async def _dialogs(stage: Stage) -> None:
    window = stage.window
    window.settings.open()
    settings = window.findChild(SettingsWindow)
    assert settings is not None
    for number, page in enumerate(Page):
        settings.go(page)
        await stage.picture(f"40-settings-{number}-{page}", settings)
    settings.search.setText("theme")
    await stage.picture("40-settings-search", settings)
    settings.close()
    wizard = open_add_account(window, window.desk, stage.tasks)
    await stage.picture("41-connect", wizard)
    wizard.choose(window.desk.providers()[0])
    await stage.picture("42-sign-in", wizard)
    wizard.close()
    window.commands.show_about()
    await stage.until(lambda: window.findChild(AboutDialog) is not None)
    about = window.findChild(AboutDialog)
    assert about is not None
    await stage.picture("43-about", about)
    about.close()
    menu = AccountMenu(window.desk, stage.tasks, window).build(window.desk.accounts()[0])
    await stage.picture("44-account-menu", menu)
    menu.close()
    window.commands.show_shortcuts()
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    await stage.picture("45-shortcuts", sheet)
    sheet.close()


async def _tags(stage: Stage) -> None:
    window = stage.window
    ids = list(window.table.model.ids[:12])
    for number, tag in enumerate(("Open day", "VIP", "Newsletter")):
        some = [id_ for place, id_ in enumerate(ids) if place % (number + 2) == 0]
        await window.desk.edit_many(Kind.CONTACT, some, [Touch("tags", How.ADD, (Entry(tag),))])
    await window.desk.colour_tag("VIP", "purple")
    await window.desk.colour_tag("Open day", "green")
    place = next(place for place, column in enumerate(window.table.model.columns) if column.key == "tags")
    window.table.view.header.show_column(place, True)
    window.table.view.select_row(0)
    bar = window.table.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    await asyncio.sleep(1.0)
    await stage.picture("31-tags")
    window.actions_["tags"].trigger()
    tags = window.findChild(TagsWindow)
    assert tags is not None
    await stage.until(lambda: tags.tag())
    await stage.picture("31-tags-window", tags)
    tags.close()


async def _export(stage: Stage) -> None:
    window = stage.window
    window.table.view.selectAll()
    for format_ in ("xlsx", "csv", "vcard"):
        window.commands.export()
        dialog = window.findChild(ExportDialog)
        assert dialog is not None
        dialog.format.setCurrentIndex(dialog.format.findData(format_))
        await stage.until(dialog.summary.whole)
        await asyncio.sleep(0.2)
        await stage.picture(f"30-export-{format_}", dialog)
        dialog.reject()
        await stage.until(lambda: window.findChild(ExportDialog) is None)
    window.table.view.clearSelection()


STATES: dict[str, Callable[[Stage], Awaitable[None]]] = {
    "welcome": _welcome, "contacts": _contacts, "search": _search, "edited": _edited, "pill": _pill, "trash": _trash,
    "attention": _attention, "trouble": _trouble, "narrow": _narrow, "linking": _linking, "kinds": _kinds,
    "address": _address, "cancelled": _cancelled, "found": _found, "widths": _widths, "one_row": _one_row,
    "dialogs": _dialogs, "tags": _tags, "export": _export,
}  # fmt: skip
ALWAYS = ("welcome", "contacts")  # what the others stand on

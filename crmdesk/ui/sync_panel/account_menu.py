"""Everything that can be done with an account beside its one button: schedule, pause, direction, reconnect, remove."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMenu, QVBoxLayout, QWidget

from crmdesk.desk import AccountStatus, Desk, KindInfo, directions_of
from crmdesk.domain.accounts import Account, Direction, Pause
from crmdesk.domain.notation.hours import BY_HAND
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.dialogs.found_settings import FoundDialog
from crmdesk.ui.dialogs.question import Question
from crmdesk.ui.dialogs.quiet_hours import QuietDialog, TimeInput
from crmdesk.ui.dialogs.rename import RenameDialog
from crmdesk.ui.look.icons import icon
from crmdesk.ui.look.labels import Label, plain_tips
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import numbered, tooltip

DAILY = "daily@"


def _text(text: str) -> str:
    """Text for a menu, in which & stands for itself."""
    return text.replace("&", "&&")


def tomorrow(now: datetime) -> datetime:
    """The next morning, six o'clock of this machine's clock: when "until tomorrow" ends."""
    local = now.astimezone()
    return datetime.combine(local.date() + timedelta(days=1), time(6)).astimezone().astimezone(UTC)


class AccountMenu(QObject):
    """Builds the menu of an account and does what it offers."""

    def __init__(self, desk: Desk, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window

    def _start(self, work: Coroutine[Any, Any, object], what: str) -> None:
        self._tasks.start(work, what=what)

    def open_below(self, widget: QWidget, status: AccountStatus) -> None:
        """Open the menu below a widget."""
        menu = self.build(status)
        menu.popup(widget.mapToGlobal(widget.rect().bottomLeft()))

    def build(self, status: AccountStatus) -> QMenu:
        """The menu of an account."""
        account = status.account
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sync = self._desk.sync
        menu.addAction(
            icon("sync", "secondary"),
            self.tr("Sync now"),
            lambda: self._start(sync([account.id]), self.tr("Sync now")),
        )
        menu.addAction(
            icon("search", "secondary"),
            self.tr("Compare everything"),
            lambda: self._start(sync([account.id], full=True), self.tr("Compare everything")),
        )
        if account.hands_over:
            over = menu.addAction(
                icon("up", "secondary"), self.tr("Hand over changes…"), lambda: self.hand_over(account)
            )
            over.setEnabled(status.pending > 0)
            over.setToolTip(tooltip("" if status.pending else self.tr("Nothing waits to be handed over.")))
        menu.addSeparator()
        self._add_pause(menu, account)
        self._add_schedule(menu, account)
        comes = self.tr("What to sync from {name}…") if account.direction.pulls else self.tr("What to send to {name}…")
        menu.addAction(
            icon("filter", "secondary"), _text(comes.format(name=account.name)), lambda: self.ask_scope(account)
        )
        self._add_direction(menu, account)
        self._add_deletes(menu, account)
        menu.addSeparator()
        menu.addAction(icon("history", "secondary"), self.tr("History…"), lambda: self.history(account))
        by_browser = self._desk.signs_in_by_browser(account.provider, account.settings)
        new_key = self.tr("Sign in again…") if by_browser else self.tr("New key…")
        menu.addAction(icon("key", "secondary"), new_key, lambda: self.reconnect(account))
        if account.signed_in_as or self._desk.found(account):
            menu.addAction(icon("info", "secondary"), self.tr("Detected settings…"), lambda: self.show_found(account))
        menu.addAction(icon("edit", "secondary"), self.tr("Rename…"), lambda: self.rename(account))
        self._add_moves(menu, account)
        menu.addAction(icon("trash", "red"), self.tr("Remove account…"), lambda: self.remove(status))
        plain_tips(menu)
        return menu

    def _set(self, account: Account, **changes: Any) -> None:
        work = self._desk.set_account(account.id, **changes)
        self._start(work, self.tr("Change the account"))

    def _choice(self, menu: QMenu, offers: list[tuple[str, bool, Callable[[], object]]]) -> None:
        group = QActionGroup(menu)
        for text, chosen, act in offers:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(chosen)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, act=act: act())

    def _add_pause(self, menu: QMenu, account: Account) -> None:
        if account.pause is Pause.BY_USER:
            resume = self._desk.resume
            menu.addAction(
                icon("play", "secondary"),
                self.tr("Resume"),
                lambda: self._start(resume(account.id), self.tr("Resume the account")),
            )
            return
        pause = menu.addMenu(icon("pause", "secondary"), self.tr("Pause"))

        def until(end: Callable[[datetime], datetime | None]) -> None:
            self._start(self._desk.pause(account.id, end(datetime.now(UTC))), self.tr("Pause the account"))

        pause.addAction(self.tr("For 1 hour"), lambda: until(lambda now: now + timedelta(hours=1)))
        pause.addAction(self.tr("Until tomorrow"), lambda: until(tomorrow))
        pause.addAction(self.tr("Until resumed"), lambda: until(lambda _now: None))

    def _add_schedule(self, menu: QMenu, account: Account) -> None:
        schedule = menu.addMenu(icon("clock", "secondary"), self.tr("Sync automatically"))
        every = (
            ("15m", self.tr("Every 15 minutes")),
            ("30m", self.tr("Every 30 minutes")),
            ("1h", self.tr("Every hour")),
            ("2h", self.tr("Every 2 hours")),
            ("4h", self.tr("Every 4 hours")),
        )
        offers: list[tuple[str, bool, Callable[[], object]]] = [
            (text, account.schedule == key, partial(self._set, account, schedule=key)) for key, text in every
        ]
        daily = account.schedule.startswith(DAILY)
        at = account.schedule.removeprefix(DAILY) if daily else ""
        said = self.tr("Daily at {time}…").format(time=at) if daily else self.tr("Daily at…")
        offers.append((said, daily, lambda: self._ask_time(account, at or "07:00")))
        by_hand = account.schedule == BY_HAND
        offers.append((self.tr("Manually"), by_hand, lambda: self._set(account, schedule=BY_HAND)))
        self._choice(schedule, offers)
        schedule.addSeparator()
        quiet = account.quiet.replace("-", "–")
        said = self.tr("Quiet hours {hours}…").format(hours=quiet) if quiet else self.tr("Quiet hours…")
        schedule.addAction(icon("moon", "secondary"), said, lambda: self.ask_quiet(account))

    def _add_direction(self, menu: QMenu, account: Account) -> None:
        direction = menu.addMenu(icon("link", "secondary"), self.tr("Direction"))
        said = {
            Direction.TWO_WAY: self.tr("Both ways"),
            Direction.PULL: self.tr("Only read from the CRM"),
            Direction.PUSH: self.tr("Only write to the CRM"),
        }
        possible = directions_of(self._kinds(account))
        self._choice(
            direction,
            [
                (said[key], account.direction is key, partial(self._set, account, direction=key))
                for key in said
                if key in possible or key is account.direction
            ],
        )

    def _add_moves(self, menu: QMenu, account: Account) -> None:
        """Up and down in account order, where there are several."""
        ids = [status.account.id for status in self._desk.accounts()]
        why = self.tr("Where accounts disagree, the value of the higher one is shown.")
        what = self.tr("Move the account")
        for text, sign, places, end in (
            (self.tr("Move up"), "chevron-up", -1, ids[0]),
            (self.tr("Move down"), "chevron-down", 1, ids[-1]),
        ):
            if len(ids) > 1:
                move = partial(self._desk.move_account, account.id, places)
                action = menu.addAction(icon(sign, "secondary"), text)
                action.triggered.connect(lambda _on=False, move=move: self._start(move(), what))
                action.setEnabled(account.id != end)
                action.setToolTip(tooltip(why))

    def _kinds(self, account: Account) -> list[KindInfo]:
        return [self._desk.kind_info(account, kind) for kind in account.kinds]

    def _add_deletes(self, menu: QMenu, account: Account) -> None:
        deletes = menu.addAction(self.tr("Deleting here also deletes there"))
        deletes.setCheckable(True)
        deletes.setChecked(account.deletes_remotely)
        deletes.triggered.connect(lambda on: self._set(account, deletes_remotely=on))
        why = ""
        if not account.direction.pushes:
            why = self.tr("{name} is read-only.")
        elif not any(info.deletes for info in self._kinds(account)):
            why = self.tr("{name} allows no deleting from outside.")
        deletes.setEnabled(not why)
        deletes.setToolTip(tooltip(why.format(name=account.name)))

    def _ask_time(self, account: Account, at: str) -> None:
        dialog = QDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Sync daily"))
        dialog.setMinimumWidth(360)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label(dialog.windowTitle(), size=FontSize.TITLE, strong=True, parent=dialog))
        label = Label(self.tr("Time of day on this computer"), size=FontSize.SMALL, secondary=True, parent=dialog)
        edit = TimeInput(at, label.text(), dialog)
        label.setBuddy(edit)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=dialog
        )
        buttons.accepted.connect(dialog.accept)
        buttons.rejected.connect(dialog.reject)
        for widget in (label, edit, buttons):
            column.addWidget(widget)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        edit.changed.connect(lambda: ok.setEnabled(edit.time() is not None))
        dialog.accepted.connect(lambda: self._set(account, schedule=f"{DAILY}{edit.time()}"))
        dialog.open()

    def ask_quiet(self, account: Account) -> QuietDialog:
        """Ask for the hours in which nothing is pulled."""
        dialog = QuietDialog(account.name, account.quiet, self._window)
        dialog.chosen.connect(lambda quiet: self._set(account, quiet=quiet))
        dialog.open()
        return dialog

    def ask_scope(self, account: Account) -> QDialog:
        """Ask which kinds, and what of each, belong to the desk."""
        from crmdesk.ui.connect.scope.dialog import ScopeDialog  # 5 ms

        dialog = ScopeDialog(self._desk, self._tasks, account, self._window)
        dialog.chosen.connect(lambda changes: self._set(account, **changes) if changes else None)
        dialog.open()
        return dialog

    def history(self, account: Account) -> None:
        """Show what the account's syncs did."""
        from crmdesk.ui.sync_panel.history import open_history  # 7 ms

        open_history(self._window, self._desk, self._tasks, account.id)

    def rename(self, account: Account) -> QDialog:
        """Ask for another name."""
        dialog = RenameDialog(self._desk, self._tasks, account, self._window)
        dialog.open()
        return dialog

    def show_found(self, account: Account) -> QDialog:
        """Show whose sign-in it is, and what the CRM's answers told about it."""
        dialog = FoundDialog(self._desk, self._tasks, account, self._window)
        dialog.open()
        return dialog

    def hand_over(self, account: Account) -> None:
        """Ask for the file in which the changes of an account are handed over."""
        from crmdesk.ui.sync_panel.hand_over import HandOver  # 2 ms

        HandOver(self._desk, self._tasks, self._window).ask(account)

    def reconnect(self, account: Account) -> None:
        """Ask for a new key; the queue stays."""
        from crmdesk.ui.connect.reconnect import open_reconnect  # 6 ms

        open_reconnect(self._window, self._desk, self._tasks, account)

    def review(self, account: Account) -> None:
        """Ask what to do with the removals that were held back."""
        n = self._desk.held_back(account)
        box = Question(
            self._window,
            numbered(self.tr("%Ln contact(s) (is|are) missing in {name}", "", n), n).format(name=account.name),
            self.tr(
                "A sync never removes that many without asking, so nothing was removed. If they were deleted"
                " there on purpose, remove them here too. Otherwise keep them and check the CRM."
            ),
        )
        review, what = self._desk.review, self.tr("Review the removals")
        box.answer(self.tr("Remove them here too"), lambda: self._start(review(account.id, True), what), loses=True)
        box.answer(self.tr("Keep them"), lambda: self._start(review(account.id, False), what), default=True)
        box.open()

    def remove(self, status: AccountStatus) -> None:
        """Tell what is still waiting, then ask what to do with the contacts of the account."""
        account, waiting = status.account, status.on_its_way + status.parked
        told = self.tr("Nothing is deleted in the CRM.")
        if waiting:
            n = waiting
            unsent = numbered(self.tr("%Ln change(s) (has|have) not been sent and will not be.", "", n), n)
            told = f"{unsent} {told}"
        box = Question(self._window, self.tr("Remove {name}?").format(name=account.name), told)
        remove, what = self._desk.remove_account, self.tr("Remove the account")
        box.answer(
            self.tr("Remove with its contacts"),
            lambda: self._start(remove(account.id, keep_contacts=False), what),
            loses=True,
        )
        box.answer(
            self.tr("Remove, keep its contacts here"), lambda: self._start(remove(account.id, keep_contacts=True), what)
        )
        box.answer(self.tr("Back"), default=True)
        box.open()

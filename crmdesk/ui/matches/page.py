"""The review page: suggestions in three lanes on the left, one of them whole on the right, answered by key or mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Suggestion, Tier
from crmdesk.errors import NotFound
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.field_row.origin_badges import Faces
from crmdesk.ui.look.badges import Hairline
from crmdesk.ui.look.empty_page import EmptyPage
from crmdesk.ui.look.labels import Surface
from crmdesk.ui.matches.answers import Answer, Answers, Given
from crmdesk.ui.matches.bulk import BulkDialog
from crmdesk.ui.matches.decided import DecidedList
from crmdesk.ui.matches.detail import Detail
from crmdesk.ui.matches.filters import Filters, Wanted
from crmdesk.ui.matches.key_sheet import KeySheet
from crmdesk.ui.matches.keys import meaning
from crmdesk.ui.matches.lanes import Lanes
from crmdesk.ui.matches.page_head import PageHead
from crmdesk.ui.matches.queue import Line
from crmdesk.ui.matches.queue_view import QueueView
from crmdesk.ui.matches.words import TIERS, searched_line, searched_words, things


class MatchesPage(Surface):
    """`told(text, undo words, undo)` says what was done, and what takes it back or None."""

    told = Signal(str, str, object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(QPalette.ColorRole.Base, parent)
        self._desk = desk
        self._faces = Faces(desk)
        self.lanes = Lanes(desk, tasks, self)
        self.queue = self.lanes.queue
        self.answers = Answers(desk, tasks, self)
        self.view = QueueView(self.queue, self)
        self.detail = Detail(self)
        self.filters = Filters(self)
        self.empty = EmptyPage(self)
        self.head = PageHead(self)
        self.decisions = DecidedList(desk, tasks, self)
        self._tasks = tasks
        self._touched = False  # the user works here: what comes meanwhile waits
        self._stale = True
        self._moving = False  # the list is being changed: what is shown follows afterwards
        self._divided = False  # whether list and suggestion have got their first widths
        self._lay_out()
        self._connect()

    # Building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        self.filters.layout().setContentsMargins(16, 0, 16, 0)  # type: ignore[union-attr]
        column.addWidget(self.filters)
        column.addWidget(Hairline(parent=self))
        self.body = QSplitter(Qt.Orientation.Horizontal, self)
        self.body.setChildrenCollapsible(False)
        self.right = QStackedWidget(self)
        self.right.addWidget(self.detail)
        self.right.addWidget(self.empty)
        self.right.setCurrentWidget(self.empty)  # until something is read
        self.body.addWidget(self.view)
        self.body.addWidget(self.right)
        self.body.setStretchFactor(1, 1)
        self.view.setMinimumWidth(200)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.body)
        self.middle.addWidget(self.decisions)
        column.addWidget(self.middle, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.view.folding.connect(self._fold)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.filters.changed.connect(self._filter)
        self.lanes.filled.connect(self._settle)
        self.lanes.ended.connect(self._offer_filters)
        self.detail.answered.connect(self.answer)
        self.answers.refused.connect(self._refused)
        self.answers.kept.connect(lambda _given: self._count_decided())
        self.answers.undone.connect(self._undone)
        self.head.asked_new.connect(self.reload)
        self.head.asked_bulk.connect(self.open_bulk)
        self.head.decided_shown.connect(self.show_decided)
        self.decisions.revoked.connect(self._revoked)

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._divided:
            self._divided = True
            room = self.window().width()
            list_width = max(220, min(340, room // 5))
            self.body.setSizes([list_width, room - list_width])
        if self._stale:
            self.reload()

    def minimumSizeHint(self) -> QSize:
        """Small: a page that is not shown must not keep the window wide."""
        return QSize(400, 240)

    def reload(self) -> None:
        """Read everything anew."""
        self._stale = self._touched = False
        self.head.pill.hide()
        self.filters.offer_accounts(self._desk.account_names())
        self.lanes.read(self.filters.wanted)

    def hear(self) -> None:
        """Suggestions came or went: shown at once while nobody works here, else behind a pill."""
        if not self.isVisible():
            self._stale = True
            return
        state = self._desk.matches.state()
        self._tell_search()
        held = self.queue.totals()
        if self.answers.is_busy or not self.filters.wanted.is_everything:
            return
        fresh = sum(max(0, state.counts.get(tier, 0) - held[tier]) for tier in TIERS)
        gone = any(state.counts.get(tier, 0) < held[tier] for tier in TIERS)
        if not fresh and not gone:
            self.head.pill.hide()
            return
        if not self._touched or not sum(held.values()):
            self.reload()
            return
        self.head.say_new(fresh)

    def _filter(self, wanted: Wanted) -> None:
        self.lanes.read(wanted)

    def _offer_filters(self) -> None:
        held = [one for tier in TIERS for one in self.queue.all_of(tier)]
        tags = frozenset().union(*(self.lanes.tags(one) for one in held)) if held else frozenset()
        self.filters.offer_found((reason for one in held for reason in one.reasons), tags)

    def _settle(self) -> None:
        """After something was read: the lane's figures, the button of the surest, and a line to look at."""
        self._tell_search()
        self._tell_bulk()
        self._count_decided()
        if self.queue.line(self.view.currentIndex().row()) is None:
            self.go(self.queue.step(-1, 1, undecided=True))

    def _tell_search(self) -> None:
        state = self._desk.matches.state()
        self.queue.searched = searched_words(state)
        self.head.state.setText(searched_line(state))

    def _tell_bulk(self) -> None:
        self.head.offer_bulk(self._kind_of_certain(), self.queue.totals()[Tier.CERTAIN])

    def _kind_of_certain(self) -> Kind | None:
        """What the surest are: the kind that was filtered, or the one that all of them have."""
        kinds = {one.kind for one in self.queue.all_of(Tier.CERTAIN)}
        return self.filters.wanted.kind or (next(iter(kinds)) if len(kinds) == 1 else None)

    def _count_decided(self) -> None:
        self.head.count_decided(self._desk.matches.state().decided)

    # All that is certain, and what was decided

    def open_bulk(self) -> BulkDialog:
        """Show all that is certain, to be linked at once."""
        wanted = self.filters.wanted
        shown = self._kind_of_certain()
        dialog = BulkDialog(self._desk, self._tasks, (wanted.kind, shown), wanted.account_id, self.window())
        dialog.confirmed.connect(self._link_all)
        dialog.open()
        return dialog

    def _link_all(self, chosen: list[Suggestion]) -> None:
        self._touched, given = True, Given(Answer.LINK_ALL, tuple(chosen))
        self.answers.give(given)
        self._linked_all(given)

    def _linked_all(self, given: Given) -> None:
        self.queue.take_many([one.id for one in given.suggestions])
        self._tell_bulk()
        if self.current is None or self.detail.suggestion is not self.current:
            self.go(self.queue.step(-1, 1, undecided=True))
        kinds = {one.kind for one in given.suggestions}
        so_many = things(next(iter(kinds)) if len(kinds) == 1 else None, len(given.suggestions))
        undo = self.tr("Undo: link {things}").format(things=so_many)
        self.told.emit(self.tr("{things} linked").format(things=so_many), undo, self.undo)

    def show_decided(self, on: bool) -> None:
        """Show what was decided, or what is still to be."""
        if on:
            self.decisions.refresh()
        self.middle.setCurrentWidget(self.decisions if on else self.body)
        self.filters.setVisible(not on)
        self._tell_bulk()
        (self.decisions.area if on else self.view).setFocus()

    def _revoked(self, text: str) -> None:
        self._stale = True
        self._count_decided()
        self.told.emit(text, "", None)
        self.reload()

    # Where one is

    @property
    def current(self) -> Suggestion | None:
        """The suggestion that is shown."""
        line = self.queue.line(self.view.currentIndex().row())
        return line.suggestion if line is not None else None

    def go(self, row: int | None) -> None:
        """Show the suggestion of a row; None where there is none."""
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
            self._show_nothing()
            return
        if row == self.view.currentIndex().row():
            self._show_current(self.view.currentIndex())
        else:
            self.view.setCurrentIndex(self.queue.index(row))
        self.view.scrollTo(self.queue.index(row))

    def open_suggestion(self, id_: int) -> None:
        """Show one suggestion, in whichever lane it is."""
        suggestion = self._desk.matches.suggestion(id_)
        if self.queue.is_folded(suggestion.tier):
            self._fold(suggestion.tier)
        if self.queue.row_of(id_) is None:
            self.queue.fill(suggestion.tier, [suggestion], 0, anew=False)
        self.go(self.queue.row_of(id_))

    def _show_current(self, index: QModelIndex, _before: object = None) -> None:
        line = self.queue.line(index.row())
        if line is None or self._moving:
            return
        one = line.suggestion
        try:
            records = self.lanes.records(one)
        except NotFound:
            if self.answers.is_busy:  # it is being taken apart again: shown as soon as that is done
                self.empty.say("history", self.tr("Taking it back…"), "")
                self.right.setCurrentWidget(self.empty)
                return
            self.queue.take(one.id)
            self.go(self.queue.near(index.row()))
            return
        self.right.setCurrentWidget(self.detail)
        faces = self._faces.read()
        self.detail.show_suggestion(one, records, faces, self.lanes.name(one), self.queue.place(index.row()))

    def _show_nothing(self) -> None:
        state = self._desk.matches.state()
        if not self.filters.wanted.is_everything:
            self.empty.say("filter", self.tr("Nothing fits the filters"), self.tr("Other suggestions may."))
        elif sum(self.queue.totals().values()):
            says = self.tr("What is left is folded on the left, or put off.")
            self.empty.say("check", self.tr("That was all that is likely"), says)
        else:
            self.empty.say("check", self.tr("Nobody is here twice"), searched_line(state))
        self.right.setCurrentWidget(self.empty)

    def _fold(self, tier: Tier) -> None:
        if self.queue.fold(tier) and not self.queue.is_loaded(tier):
            self.lanes.read_lane(tier)
        if self.current is None:
            self.go(self.queue.step(-1, 1, undecided=True))

    # Answering

    def answer(self, what: str) -> None:
        """Link, keep apart, or put off what is shown, and go on to the next."""
        suggestion = self.current
        if suggestion is None or self.detail.suggestion != suggestion:
            return
        self._touched = True
        given = Given(Answer(what), (suggestion,), records=tuple(self.detail.left_out()))
        if given.answer is Answer.NOT_SAME and len(given.records) == len(self.detail.sides.columns):
            given.records = ()  # nobody is ticked: none of them is another
        if given.answer is Answer.LINK and not self.detail.link.isEnabled():
            self.detail.sides.tick_all()  # nothing is ticked in a lane that may be wrong: the second press links
            return
        self.answers.give(given)
        self._go_on(given)

    def _go_on(self, given: Given) -> None:
        """An answer is being carried out: what it was said to leaves the list, and the next one is shown."""
        row = self.view.currentIndex().row()
        if given.answer is Answer.LATER:
            self.queue.put_off(given.suggestion.id, later=True)
            following = self.queue.step(row, 1, undecided=True)
            self.go(self.queue.step(row, -1, undecided=True) if following is None else following)
            return
        self._moving = True
        taken = self.queue.take(given.suggestion.id)
        self._moving = False
        given.place = taken[1] if taken is not None else 0
        self._tell_bulk()
        self.go(self.queue.near(min(row, self.queue.rowCount() - 1)))
        self._tell(given)

    def _tell(self, given: Given) -> None:
        name = self.lanes.name(given.suggestion)
        says = self.tr("Linked: {name}") if given.answer is Answer.LINK else self.tr("Not the same: {name}")
        self.told.emit(says.format(name=name), self.tr("Undo"), self.undo)

    def undo(self) -> None:
        """Take the last answer back, and show what it was about."""
        if (given := self.answers.take_back()) is not None:
            self._bring_back(given)

    def redo(self) -> None:
        """Give the answer again that was taken back last."""
        given = self.answers.give_again()
        if given is not None and given.answer is Answer.LINK_ALL:
            self._linked_all(given)
        elif given is not None:
            self.go(self.queue.row_of(given.suggestion.id))
            self._go_on(given)

    def _bring_back(self, given: Given) -> None:
        if given.answer is Answer.LINK_ALL:
            return  # they are read anew when the desk has taken them apart
        if given.answer is Answer.LATER:
            self.queue.put_off(given.suggestion.id, later=False)
        elif self.queue.row_of(given.suggestion.id) is None:
            self.queue.put_back(Line(given.suggestion), given.place)
        self.go(self.queue.row_of(given.suggestion.id))
        self._tell_bulk()

    def _undone(self, given: Given) -> None:
        self._count_decided()
        if given.answer is Answer.LINK_ALL:
            self.reload()
        elif self.current == given.suggestion:
            self._show_current(self.view.currentIndex())

    def _refused(self, given: Given, error: BaseException) -> None:
        if given.answer is Answer.LINK_ALL:
            self.reload()
        elif isinstance(error, NotFound):
            says = self.tr("{name} has changed meanwhile.").format(name=self.lanes.name(given.suggestion))
            self.told.emit(says, "", None)
        else:
            self._bring_back(given)

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            meant = meaning(event)
            ours = {"undo": self.answers.last, "redo": self.answers.next}
            if meant is not None and (meant not in ours or ours[meant] is not None):
                event.accept()  # with nothing answered here, undo and redo are the window's
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = meaning(event)
        if meant is None:
            super().keyPressEvent(event)
            return
        event.accept()
        self._touched = True
        row = self.view.currentIndex().row()
        match meant.partition(" "):
            case ("next", _, _):
                self._step(row, 1)
            case ("previous", _, _):
                self._step(row, -1)
            case ("record", _, number):
                self.detail.sides.go(int(number))
            case ("tick", _, _):
                self.detail.sides.tick(self.detail.sides.current)
            case ("evidence", _, _):
                self.detail.evidence.toggle()
            case ("undo", _, _):
                self.undo()
            case ("redo", _, _):
                self.redo()
            case ("sheet", _, _):
                KeySheet(self.window()).open()
            case _:
                self.answer(meant)

    def _step(self, row: int, by: int) -> None:
        following = self.queue.step(row, by)
        if following is not None:
            self.go(following)

"""The strip on a card: "1 more might be Ada (Likely)", answered there; on a new card, who is here already."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from crmdesk.desk import Desk
from crmdesk.domain.matching.suggestions import Candidate, Suggestion
from crmdesk.domain.values import applied
from crmdesk.ui.background.tasks import Tasks
from crmdesk.ui.card.editor import ContactEditor
from crmdesk.ui.matches.places.strip import MatchStrip
from crmdesk.ui.matches.words import here_already, name_of, tier_word
from crmdesk.ui.wording.phrases import numbered, one_line

PAUSE = 400  # milliseconds after the last keystroke until it is looked for who is here already


class MatchesOnCard(QObject):
    """`asked(suggestion id)` to see both whole; `told` what was decided, with what takes it back."""

    asked = Signal(int)
    told = Signal(str, str, object)

    def __init__(self, desk: Desk, tasks: Tasks, editor: ContactEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._editor = desk, tasks, editor
        self.strip = MatchStrip()
        editor.page.add_strip(self.strip)
        self._suggestion: Suggestion | None = None
        self._candidate: Candidate | None = None
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._look_up)
        editor.presenter.presented.connect(self.refresh)
        editor.presenter.typed.connect(self._soon.start)
        self.strip.answered.connect(self._answer)
        self.strip.asked.connect(self._look)

    def refresh(self) -> None:
        """Say anew who else might be the one that is shown."""
        shown = self._editor.shown
        self._suggestion = self._candidate = None
        if shown is None or shown.item is None:
            self.strip.say("", (), "")
            if shown is not None:
                self._soon.start()
            return
        found = self._desk.matches.of_item(shown.item.id)
        if not found or shown.item.trashed_at is not None:
            self.strip.say("", (), "")
            return
        self._suggestion = first = found[0]
        others = [item_id for item_id in first.item_ids if item_id != shown.item.id]
        n = len(others)
        name = self._name(others[0]) if others else ""
        says = numbered(self.tr("%Ln more might be {name} ({tier})", "", n), n)
        self.strip.say(says.format(name=name, tier=tier_word(first.tier)), first.reasons, self.tr("Compare"))

    def _name(self, item_id: int) -> str:
        rows = self._desk.rows([item_id])
        return one_line(name_of(rows[0].values), 60) if rows else ""

    def _look_up(self) -> None:
        shown = self._editor.shown
        if shown is None or shown.item is not None or not self._editor.isVisible():
            return
        values = applied({}, shown.draft.to_save())
        self._tasks.replace(self, self._resembling(shown, values), what=self.tr("Look who is here already"))  # type: ignore[arg-type]

    async def _resembling(self, shown: object, values: dict[str, object]) -> None:
        kind = self._editor.shown.kind if self._editor.shown is not None else None
        found = await self._desk.matches.resembling(kind, values) if kind is not None and values else []  # type: ignore[arg-type]
        if shown is not self._editor.shown:
            return
        self._candidate = found[0] if found else None
        if self._candidate is None:
            self.strip.say("", (), "")
            return
        one = self._candidate
        self.strip.say(here_already(self._desk, one), one.reasons, self.tr("Open it"), answers=False)

    def _look(self) -> None:
        if self._candidate is not None:
            self._editor.saving.keep_draft()
            self._editor.show_item(self._candidate.item_id)
        elif self._suggestion is not None:
            self.asked.emit(self._suggestion.id)

    def _answer(self, answer: str) -> None:
        suggestion = self._suggestion
        if suggestion is None:
            return
        self.strip.say("", (), "")
        self._editor.page.area.setFocus()

        async def back(act: int) -> None:
            await self._desk.matches.take_back(act)

        async def work() -> None:
            self._editor.regrouping.emit()
            if answer == "link":
                act = (await self._desk.matches.link([suggestion.id])).act
                text = self.tr("Linked: {name}")
            else:
                act = await self._desk.matches.not_same(suggestion.id)
                text = self.tr("Not the same: {name}")
            name = self._name(suggestion.item_ids[0])
            undo = lambda: self._tasks.start(back(act), what=self.tr("Undo"))  # noqa: E731 # one line is enough here
            self.told.emit(text.format(name=name), self.tr("Undo"), undo)

        self._tasks.start(work(), what=self.tr("Decide who is the same"))

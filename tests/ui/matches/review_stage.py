"""A window on real rows of people held twice, with the suggestions that a search would have left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Member, Reason, Rival, Suggestion, Tier
from crmdesk.domain.records import NewRecord, Record
from crmdesk.domain.signals import MatchesChanged
from crmdesk.domain.values import Entry, Value
from crmdesk.store import Tx
from crmdesk.ui.look.theme import SchemeChoice
from crmdesk.ui.matches.page import MatchesPage
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play

FIRST = ("Ada", "Björn", "Chiara", "Daniyar", "Zoë", "Élodie", "Farid", "Greta", "Hugo", "Inès")
LAST = ("Quill", "Åström", "Bianchi", "Okafor", "Müller", "Dubois", "Rahimi", "Holm", "Costa", "Moreau")
SURE = (Reason("mobile", 16.0), Reason("mailbox", 15.0), Reason("surname", 11.0))
SOME = (Reason("given", 6.0), Reason("firm", 4.0), Reason("other_birthday", -6.0))


@dataclass(frozen=True)
class Held:
    """What a suggestion is made of: the values of each record, by the account that holds them."""

    tier: Tier
    records: Sequence[tuple[int, dict[str, Value]]]
    reasons: Sequence[Reason] = SURE
    rival: Rival = Rival.STRANGER
    kind: Kind = Kind.CONTACT


def person(number: int, **more: Value) -> dict[str, Value]:
    """Somebody, the same in every run."""
    name = f"{FIRST[number % 10]} {LAST[number // 10 % 10]} {number // 100 or ''}".strip()
    return {
        "name": name,
        "emails": (Entry(f"p{number}@mail.example", "work"),),
        "phones": (Entry(f"+49 170 555 {number:04}", "mobile"),),
        "company": "Inkwell",
        **more,
    }


def pair(number: int, tier: Tier = Tier.CERTAIN, accounts: Sequence[int] = (1, 2)) -> Held:
    """Somebody held twice, spelled a little differently."""
    once, again = person(number), person(number, phones=(Entry(f"0170 555{number:04}", "mobile"),))
    again["company"] = "Inkwell Ltd"
    return Held(tier, [(accounts[0], once), (accounts[1], again)], SURE if tier is Tier.CERTAIN else SOME)


async def suggest(stage: Stage, held: Sequence[Held], *, first: int = 1) -> list[Suggestion]:
    """Put records and suggestions into the store, and say so; accounts are numbered from one in their order."""
    ids = [status.account.id for status in stage.desk.accounts()]
    made: list[Suggestion] = []

    def put(batch: Sequence[tuple[int, Held]], tx: Tx) -> None:
        for number, one in batch:
            new = [
                NewRecord(ids[place - 1], one.kind, f"s{number}-{n}", values, payload=b"{}")
                for n, (place, values) in enumerate(one.records)
            ]
            inserted = tx.records.insert(new)
            records: Sequence[Record] = [tx.records.get(record_id) for record_id, _item_id in inserted]
            members = tuple(Member(r.id, r.item_id, r.account_id, r.remote_id) for r in records)
            weight = sum(reason.bits for reason in one.reasons) - number / 1000
            made.append(Suggestion(number, one.kind, one.tier, weight, one.rival, members, tuple(one.reasons)))
        tx.suggestions.put(made[-len(batch) :])

    numbered = list(enumerate(held, first))
    for start in range(0, len(numbered), 200):
        await stage.desk._store.write(partial(put, numbered[start : start + 200]))
    stage.desk._announcer.announce(MatchesChanged())
    return made


async def review(stage: Stage) -> MatchesPage:
    """Open the review, as a press in the sidebar does."""
    stage.window.sidebar.go(Place(What.MATCHES))
    page = stage.window.matches.page
    await until(page.isVisible)
    return page


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def play_review(
    app: QApplication,
    where: Path,
    held: Sequence[Held],
    story: Callable[[Stage, MatchesPage], Awaitable[None]],
    *,
    scheme: SchemeChoice = SchemeChoice.LIGHT,
    contacts: int = 0,
) -> None:
    """Open the window on these suggestions, go to the review, and play the story."""

    async def whole(stage: Stage) -> None:
        stage.window.activateWindow()
        made = await suggest(stage, held)
        page = await review(stage)
        shown = [one for one in made if one.tier is not Tier.POSSIBLE]
        await until(lambda: not shown or page.current is not None)
        await until(lambda: sum(page.queue.totals().values()) == len(held))
        await story(stage, page)

    play(app, where, whole, contacts=contacts, accounts=("Work", "Rental", "Club"), scheme=scheme)

"""Records, items and the marks on them: only news are written, and what is shown follows what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action, EntryState
from crmdesk.domain.records import ItemQuery, Presence, RecordState
from crmdesk.domain.reports import Change, Conflict, Origin, Problem, ProblemKind, Run, RunOutcome
from crmdesk.domain.values import entries
from crmdesk.errors import DuplicateAccount, NotFound
from crmdesk.store import Store, Tx
from tests.store.conftest import Calendar, contact, found, inserting

C = Kind.CONTACT


async def test_what_is_stored_is_what_is_read(store: Store, dex: int) -> None:
    new = replace(
        contact(dex, "a", name="Anna", emails=["a@b.example"], starred=True),
        base={"name": "Ann"}, version="v1", mark=b"\1", payload=b'{"id":"a"}',
    )  # fmt: skip
    ((record_id, item_id),) = await store.write(inserting(new))
    reads = store.reader()
    record = reads.records.get(record_id)
    assert (record.values, record.base, record.version, record.mark) == (new.values, {"name": "Ann"}, "v1", b"\1")
    assert reads.records.by_remote(dex, C, "a") == record
    assert reads.records.payload(record_id) == b'{"id":"a"}'
    assert reads.records.known(dex, C, ["a", "b"]).keys() == {"a"}
    assert not reads.records.known(dex, C, ["a"])["a"].quiet
    assert list(reads.records.listing(dex, C)) == [(record_id, item_id, "a", Presence.LIVE)]
    item = reads.items.get(item_id)
    assert (item.values, item.records) == (new.values, (record,))
    with pytest.raises(NotFound):
        reads.items.get(99)


async def test_the_same_page_twice_writes_nothing(store: Store, dex: int) -> None:
    page = [contact(dex, str(n), name=f"Name {n}") for n in range(200)]
    given = await store.write(inserting(*page), durable=False)

    def again(tx: Tx) -> int:
        before = tx._session.connection.raw.total_changes
        known = tx.records.known(dex, C, [str(n) for n in range(200)])
        assert [(known[str(n)].id, known[str(n)].item_id) for n in range(200)] == given
        tx.items.refresh([item_id for _, item_id in given])
        tx.tombstones.add(dex, C, [], "deleted_here")
        return tx._session.connection.raw.total_changes - before

    assert await store.write(again) == 0


async def test_a_remote_id_is_there_once_and_none_may_repeat(store: Store, dex: int) -> None:
    await store.write(
        inserting(contact(dex, "a", name="Anna"), contact(dex, None, name="B"), contact(dex, None, name="C"))
    )
    with pytest.raises(Exception, match="UNIQUE"):
        await store.write(inserting(contact(dex, "b", name="New"), contact(dex, "a", name="Again")))
    assert store.reader().items.count(ItemQuery()) == 3


async def test_ids_are_never_given_twice(store: Store, dex: int) -> None:
    ((_, first),) = await store.write(inserting(contact(dex, "a", name="Anna")))
    await store.write(lambda tx: tx.items.delete([first]))
    ((_, second),) = await store.write(inserting(contact(dex, "b", name="Bert")))
    assert second > first
    assert found(store, "anna") == []


async def test_a_linked_record_changes_what_is_shown_and_leaves_exactly(store: Store, dex: int, flex: int) -> None:
    ((_, anna), (other, bert)) = await store.write(
        inserting(
            contact(dex, "a", name="Anna", tags=["x"]), contact(flex, "b", name="Ann", company="Acme", tags=["y"])
        )
    )

    def link(tx: Tx) -> None:
        tx.records.move([other], anna)
        tx.items.refresh([anna, bert])

    await store.write(link)
    reads = store.reader()
    assert reads.items.get(anna).values == {"name": "Anna", "company": "Acme", "tags": entries(["x", "y"])}
    assert reads.items.rows([bert, anna])[0].account_ids == (dex, flex)
    assert found(store, "company:acme") == [anna]
    assert reads.items.counts().accounts == {(dex, C): 1, (flex, C): 1}

    def pin(tx: Tx) -> None:
        tx.items.set_pin(anna, "name", other)
        tx.items.set_pin(anna, "company", None)
        tx.items.refresh([anna])

    await store.write(pin)
    assert reads.items.get(anna).values["name"] == "Ann"
    assert found(store, "acme") == []
    await store.write(lambda tx: tx.accounts.update(flex, position=-1))
    assert [account.id for account in reads.accounts.all()] == [flex, dex, 1]
    await store.write(lambda tx: tx.accounts.remove(flex))
    assert reads.items.get(anna).values == {"name": "Anna", "tags": entries(["x"])}
    assert reads.items.counts().kinds == {C: 1}


async def test_states_follow_what_is_open(store: Store, dex: int) -> None:
    ((record_id, item_id),) = await store.write(inserting(contact(dex, "a", name="Anna")))
    reads = store.reader()

    async def state_after(change: Callable[[Tx], object]) -> RecordState:
        def run(tx: Tx) -> None:
            change(tx)
            tx.items.refresh([item_id])

        await store.write(run)
        return reads.items.rows([item_id])[0].state

    def queue(tx: Tx) -> int:
        return tx.outbox.add(dex, C, item_id, record_id, "a", Action.UPDATE, {"name": "B"}, "k")

    assert await state_after(queue) is RecordState.WAITING
    assert await state_after(lambda tx: tx.outbox.update(1, state=EntryState.PARKED)) is RecordState.PARKED
    assert reads.items.ids(ItemQuery(needs_attention=True)).tolist() == [item_id]
    clash = Conflict(record_id, "name", None, "m", "t", account_id=dex, item_id=item_id)
    assert await state_after(lambda tx: tx.conflicts.put(clash)) is RecordState.CONFLICT
    trouble = Problem("q", ProblemKind.QUARANTINE, dex, "BAD", "w", "y", "n", "open", item_id=item_id)
    assert await state_after(lambda tx: tx.problems.put(trouble)) is RecordState.QUARANTINED
    assert await state_after(lambda tx: tx.problems.solve(["q"])) is RecordState.CONFLICT
    assert await state_after(lambda tx: tx.conflicts.resolve(1, "mine")) is RecordState.PARKED
    assert await state_after(lambda tx: tx.outbox.update(1, state=EntryState.SETTLED)) is RecordState.SYNCED
    assert reads.items.ids(ItemQuery(needs_attention=True)).tolist() == []
    gone = replace(reads.records.get(record_id), presence=Presence.REMOVED)
    assert await state_after(lambda tx: tx.records.update([(gone, None)])) is RecordState.REMOVED
    assert reads.items.count(ItemQuery()) == 0
    assert reads.items.count(ItemQuery(include_hidden=True)) == 1
    assert reads.records.payload(record_id) == b"{}"


async def test_the_trash_and_back(store: Store, dex: int) -> None:
    ((_, item_id),) = await store.write(inserting(contact(dex, "a", name="Anna")))
    await store.write(lambda tx: tx.items.trash([item_id], "deleted here"))
    reads = store.reader()
    assert reads.items.get(item_id).trash_reason == "deleted here"
    assert (reads.items.count(ItemQuery()), reads.items.count(ItemQuery(trash=True))) == (0, 1)
    await store.write(lambda tx: tx.items.untrash([item_id]))
    assert reads.items.counts().kinds == {C: 1}
    assert reads.items.get(item_id).trashed_at is None


async def test_lists_are_sorted_without_accents_and_case(store: Store, dex: int) -> None:
    names = ["Émile", "anna", "Zoe", "Ärger", "bert", ""]
    companies = ["b", "Ä", "", "C", "", ""]
    people = [contact(dex, str(n), name=name, company=companies[n]) for n, name in enumerate(names)]
    await store.write(inserting(*people))

    def order(*sort: str) -> list[str]:
        return [names[id_ - 1] for id_ in store.reader().items.ids(ItemQuery(sort=sort))]

    assert order("name") == ["anna", "Ärger", "bert", "Émile", "Zoe", ""]
    assert order("-name")[1:3] == ["Zoe", "Émile"]
    assert order("company") == ["anna", "Émile", "Ärger", "bert", "Zoe", ""]
    assert order("-company", "-name") == ["Ärger", "Émile", "anna", "", "Zoe", "bert"]
    assert order("instagram", "-name")[1:] == order("-name")[1:]
    assert store.reader().items.position(ItemQuery(), 5) == order("name").index("bert")
    assert store.reader().items.ids(ItemQuery(account_id=dex), 2, 1).tolist() == [4, 5]
    assert len(store.reader().items.ids(ItemQuery(account_id=1))) == 0


async def test_what_may_be_sent(store: Store, dex: int, clock: Calendar) -> None:
    given = await store.write(
        inserting(contact(dex, "a", name="A"), contact(dex, "b", name="B"), contact(dex, None, name="C"))
    )
    (a, item_a), (b, item_b), (c, item_c) = given

    def queue(tx: Tx) -> None:
        for record_id, item_id, action in (
            (a, item_a, Action.UPDATE), (a, item_a, Action.UPDATE), (b, item_b, Action.UPDATE),
            (c, item_c, Action.CREATE), (c, item_c, Action.UPDATE),
        ):  # fmt: skip
            tx.outbox.add(dex, C, item_id, record_id, None, action, {"name": None, "tags": None}, "k")
        tx.outbox.update(3, next_at=clock.now() + timedelta(hours=1), attempts=1)
        tx.outbox.update(4, state=EntryState.PARKED)

    await store.write(queue)
    reads = store.reader().outbox

    def due(**options: bool) -> list[int]:
        return [entry.id for entry in reads.due(dex, tuple(Kind), clock.now(), 10, **options)]

    assert due() == [1]
    assert due(force=True) == [1, 3]
    assert reads.next_due(dex) == clock.now()
    await store.write(lambda tx: tx.outbox.update(1, state=EntryState.IN_FLIGHT, sent_at=tx.now))
    assert due() == []
    assert await store.write(lambda tx: tx.outbox.mark_interrupted()) == [1]
    assert due() == [1]
    await store.write(lambda tx: tx.outbox.update(1, state=EntryState.SETTLED, settled_at=tx.now))
    assert due() == [2]
    assert reads.get(2).wanted == {"name": None, "tags": None}
    assert reads.counts(dex) == {EntryState.PENDING: 3, EntryState.PARKED: 1}
    assert [entry.id for entry in reads.list()[0]] == [2, 3, 4, 5]
    assert reads.list(all=True, limit=1)[1] == 5
    assert {entry.id for entry in reads.open_of_items([item_c])} == {4, 5}


async def test_a_repeated_problem_is_the_same_one(store: Store, dex: int, clock: Calendar) -> None:
    problem = Problem("account:2:auth", ProblemKind.ACCOUNT, dex, "AUTH", "w", "y", "n", "reconnect")
    assert await store.write(lambda tx: tx.problems.put(problem))
    assert not await store.write(lambda tx: tx.problems.put(problem))
    reads = store.reader().problems
    assert reads.count() == 1
    await store.write(lambda tx: tx.problems.dismiss(1))
    assert not await store.write(lambda tx: tx.problems.put(problem))
    assert reads.count(dex) == 0
    assert await store.write(lambda tx: tx.problems.put(replace(problem, why="other")))
    assert [held.why for held in reads.list()[0]] == ["other"]
    assert [held.id for held in await store.write(lambda tx: tx.problems.solve_prefix("account:2:"))] == [1]
    clock.tick()
    assert await store.write(lambda tx: tx.problems.put(problem))
    assert reads.get(1).created_at == clock.now()


async def test_a_repeated_conflict_is_the_same_one(store: Store, dex: int) -> None:
    ((record_id, item_id),) = await store.write(inserting(contact(dex, "a", name="A")))
    conflict = Conflict(record_id, "emails", None, None, entries(["x@y"]), entry="x@y", account_id=dex, item_id=item_id)
    assert await store.write(lambda tx: tx.conflicts.put(conflict))
    assert not await store.write(lambda tx: tx.conflicts.put(replace(conflict, theirs=None)))
    assert await store.write(lambda tx: tx.conflicts.put(replace(conflict, entry=None)))
    reads = store.reader().conflicts
    assert [(held.entry, held.theirs) for held in reads.open_of(record_id)] == [("x@y", None), (None, entries(["x@y"]))]
    await store.write(lambda tx: tx.conflicts.drop(record_id, "emails", "x@y"))
    assert reads.count() == reads.list(item_id=item_id)[1] == 1


async def test_runs_changes_and_marks(store: Store, dex: int, clock: Calendar) -> None:
    run = await store.write(lambda tx: tx.runs.start(Run(dex, C)))
    await store.write(lambda tx: tx.runs.update(replace(run, fetched=3)))
    reads = store.reader()
    assert reads.runs.last(dex, C) == replace(run, fetched=3, started_at=clock.now())
    assert await store.write(lambda tx: tx.runs.mark_interrupted()) == 1
    assert reads.runs.list(dex)[0][0].outcome is RunOutcome.FAILED
    changes = [Change(7, 8, field, None, "x", Origin.SYNC, run_id=run.id) for field in ("name", "company")]
    await store.write(lambda tx: tx.changes.add(changes))
    assert [change.field for change in reads.changes.of_item(7)[0]] == ["company", "name"]
    assert reads.changes.of_item(7, "name")[1] == 1
    assert reads.changes.of_run(run.id, limit=1)[1] == 2
    await store.write(lambda tx: tx.cursors.put(dex, C, resume="p2"))
    await store.write(lambda tx: tx.cursors.put(dex, C, since="s", complete_at=tx.now))
    cursor = reads.cursors.get(dex, C)
    assert (cursor.since, cursor.resume, cursor.complete_at) == ("s", "p2", clock.now())
    await store.write(lambda tx: tx.tombstones.add(dex, C, ["a", "b"], "deleted_here"))
    assert reads.tombstones.known(dex, C, ["a", "c"]) == {"a"}
    await store.write(lambda tx: tx.tombstones.remove(dex, C, ["a"]))
    assert reads.tombstones.known(dex, C, ["a", "c"]) == set()
    await store.write(lambda tx: tx.drafts.put(7, "{}"))

    def call(tx: Tx) -> None:
        tx.ledger.add("a key", clock.now(), 2)
        tx.ledger.add("a key", clock.now(), 3)

    await store.write(call)
    assert (reads.drafts.all(), reads.ledger.since("a key", clock.now())) == ({7: "{}"}, 5)


async def test_accounts_have_one_name_each(store: Store, dex: int) -> None:
    account = store.reader().accounts.get(dex)
    assert account.region == "DE"
    with pytest.raises(DuplicateAccount):
        await store.write(lambda tx: tx.accounts.add(account))
    await store.write(lambda tx: tx.accounts.update(dex, name="Work", failures=2))
    renamed = store.reader().accounts.by_name("Work")
    assert renamed is not None
    assert (renamed.id, renamed.failures) == (dex, 2)


async def test_looking_by_email_and_by_absence(store: Store, dex: int, flex: int) -> None:
    await store.write(
        inserting(
            contact(dex, "a", name="A", emails=["Ann.B@x.example"]),
            contact(flex, "b", name="B", emails=["bann.b@x.example"]),
        )
    )
    reads = store.reader().records
    assert [record.remote_id for record in reads.holding("emails", ["ann.b@x.example", ""])] == ["a"]
    assert reads.holding("phones", ["ann.b@x.example"]) == []
    assert reads.without_record(flex, C) == [1]

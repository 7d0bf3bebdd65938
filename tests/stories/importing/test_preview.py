"""The dry run is the plan: it writes nothing, and the import right after comes to the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.fates import Fate, OnMatch, Policy
from crmdesk.domain.importing.report import Counts
from crmdesk.domain.values import Values, entries
from tests.stories.importing.listed import Listed, person, row
from tests.world import STILL, World

ALL = (*STILL, "import", "import_row", "import_mapping", "setting", "change_set", "change_step", "cursor")

NAMES = st.sampled_from(["Ann Lee", "Ann", "Bob Ray", "Kim Poe"])
MAILS = st.lists(st.sampled_from(["a@a.example", "A@a.example", "b@a.example", "c@a.example"]), max_size=2, unique=True)
PEOPLE = st.fixed_dictionaries(
    {"name": NAMES},
    optional={"emails": MAILS.map(entries).filter(bool), "company": st.sampled_from(["Amber", "Birch"])},
)
ROWS = st.lists(st.tuples(PEOPLE, st.sampled_from([None, None, "1", "2"])), max_size=7)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PEOPLE, max_size=3), ROWS, st.sampled_from(OnMatch), st.booleans())
async def test_a_plan_counts_what_the_import_right_after_does(
    world: World, held: list[Values], told: list[tuple[Values, str | None]], how: OnMatch, creates: bool
) -> None:
    world.start_anew()
    desk = await world.open()
    try:
        for values in held:
            await desk.new(Kind.CONTACT, values)
        source = Listed([row(values, remote_id=remote) for values, remote in told])
        choice = Choice(Policy(on_match=how, creates=creates))
        before = world.hashes(ALL)
        plan = await desk.imports.preview(source, choice)
        assert world.hashes(ALL) == before
        run = await desk.imports.carry_out(source, choice)
        assert run.counts == plan.counts
        assert run.counts.rows == len(told) == run.done
        again = await desk.imports.preview(source, choice)
        # Rows that say otherwise of one person replace each other, and an id that came with a later row answers for one
        # that nobody could be told from: those two may change something when the file comes again.
        steady = how is not OnMatch.REPLACE and not run.counts.needs_you
        if steady:
            assert (again.counts.created, again.counts.updated) == (0, 0)
        assert again.counts == (await desk.imports.carry_out(source, choice)).counts
        tagged = replace(choice, policy=replace(choice.policy, tags=("fair",)))
        plan = await desk.imports.preview(source, tagged)
        if steady:
            assert plan.counts.created == 0, "who came of a row before is known, whatever is chosen now"
        assert plan.counts == (await desk.imports.carry_out(source, tagged)).counts
    finally:
        await world.close()


async def test_a_plan_tells_old_and_new_what_comes_twice_and_what_a_crm_would_be_sent(world: World) -> None:
    await world.begin()
    there = world.item_of(world.ids()[0])
    twice = person("Zoe Zed", "zoe@z.example")
    rows: list[Values] = [{"emails": there.values["emails"], "job_title": "Agent of all"}, twice, twice]
    choice = Choice(Policy(on_match=OnMatch.REPLACE), account_ids=(world.account.id,))
    plan = await world.desk.imports.preview(Listed(rows), choice)
    assert (plan.counts, plan.duplicates) == (Counts(created=1, updated=1, unchanged=1), 1)
    assert plan.to_send[world.account.id] == 2
    changed = next(line for line in plan.plan if line.fate is Fate.UPDATED)
    assert (changed.line, changed.field, changed.item_id) == (2, "job_title", there.id)
    assert (changed.old, changed.new) == (there.values.get("job_title"), "Agent of all")

"""Tags as things: listed, renamed, merged, deleted and coloured wherever they stand, and who carries them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial

from crmdesk.desk.changes import Progress
from crmdesk.desk.chosen.preferences import DeskPreferences
from crmdesk.desk.many import READ_AT_ONCE, DeskMany
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.normal import tag_form
from crmdesk.domain.query.bulk import BulkPlan, How, Touch, check, check_tags
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.reports import Deed
from crmdesk.domain.rows import rows_of
from crmdesk.domain.settings import COLOURS, TAG_COLOURS, colours_from
from crmdesk.domain.values import Entry
from crmdesk.errors import UserInputError
from crmdesk.store import Reads


class DeskTags(DeskMany, DeskPreferences):
    """The part of the desk for tags."""

    async def tags(self, kind: Kind) -> list[tuple[str, int]]:
        """The tags of a kind, the most used first, each with how many items of the list have it."""
        return await self._store.read(lambda reads: reads.items.tags(kind))

    async def plan_tag(self, kind: Kind, tag: str, to: str | None) -> BulkPlan:
        """What renaming a tag, or deleting it everywhere (None), would do. Raises UserInputError."""
        return await self.plan_many(kind, await self._tagged(kind, tag), _retagging(tag, to))

    async def change_tag(
        self, kind: Kind, tag: str, to: str | None, *, merge: bool = False, progress: Progress | None = None
    ) -> BulkPlan:
        """Rename a tag on all items that have it, or delete it everywhere (None), as one change-set.

        A new name that is a tag already is refused without `merge`. Raises UserInputError.
        """
        known = {tag_form(name): name for name, _ in await self.tags(kind)}
        if to is not None and tag_form(to) != tag_form(tag) and tag_form(to) in known and not merge:
            raise UserInputError(
                f"There is a tag “{known[tag_form(to)]}” already.",
                what="The tag was not renamed",
                next="Merge the two, or choose another name.",
            )
        touches = _retagging(tag, to)
        check(kind, touches)
        ids = await self._tagged(kind, tag)
        deed = Deed.DELETE_TAG if to is None else Deed.RENAME_TAG
        detail = tag if to is None else f"{tag} → {to}"
        done = await self._in_slices(kind, ids, deed, detail, self._editing(touches), progress)
        colour = self.tag_colours().get(tag.casefold())
        if to is not None and colour and to.casefold() not in self.tag_colours():
            await self.colour_tag(to, colour, named=False)
        return done

    async def _tagged(self, kind: Kind, tag: str) -> Sequence[int]:
        """The items that have a tag. Raises UserInputError where none has."""
        form = tag_form(tag)
        # A search finds other tags too, as one with other accents, and none by quotes or a run of blanks.
        text = f'tag:="{tag}"' if '"' not in tag and tag == " ".join(tag.split()) else ""
        near = await self.ids(ItemQuery(kind, text, include_hidden=True))
        found: list[int] = []
        for start in range(0, len(near), READ_AT_ONCE):
            part = near[start : start + READ_AT_ONCE]
            rows = await self._store.read(partial(_tags_of, ids=part))
            found += [id_ for id_, tags in rows if any(tag_form(entry.value) == form for entry in tags)]
        if not found:
            raise UserInputError(f"Nobody has the tag “{tag}”.", what="Nothing was changed")
        return found

    async def _is_tag(self, tag: str) -> bool:
        form = tag_form(tag)
        for kind in Kind:
            if any(tag_form(name) == form for name, _ in await self.tags(kind)):
                return True
        return False

    def tag_carriers(self, kind: Kind) -> list[tuple[str, bool]]:
        """The accounts whose CRM has tags of a kind, each with whether it takes them from here."""
        found = []
        for status in self.accounts():
            account = status.account
            if kind in account.kinds:
                info = self.kind_info(account, kind)
                if any(row.covers("tags") for row in info.field_map):
                    found.append((account.name, account.direction.pushes and info.updates and info.writable("tags")))
        return found

    def tag_colours(self) -> Mapping[str, str]:
        """The colour of each tag that has one, by its case-folded name."""
        return colours_from(self.setting(TAG_COLOURS)) or {}

    async def colour_tag(self, tag: str, colour: str, *, named: bool = True) -> None:
        """Give a tag a colour, or none (""); `named` as of `change_setting`. Raises UserInputError."""
        if colour and colour not in COLOURS:
            raise UserInputError(
                f"“{colour}” is no colour of a tag.",
                what="The colour was not changed",
                next=f"One of {', '.join(COLOURS)}.",
            )
        if colour and not await self._is_tag(tag):
            raise UserInputError(f"Nobody has the tag “{tag}”.", what="The colour was not changed")
        kept = {**self.tag_colours(), tag.strip().casefold(): colour}
        kept = {name: chosen for name, chosen in kept.items() if chosen}
        await self.change_setting(TAG_COLOURS, json.dumps(kept, ensure_ascii=False) if kept else "", named=named)


def _tags_of(reads: Reads, ids: Sequence[int]) -> list[tuple[int, tuple[Entry, ...]]]:
    return [(row.id, rows_of(row.values.get("tags"))) for row in reads.items.rows(ids)]


def _retagging(tag: str, to: str | None) -> tuple[Touch, ...]:
    gone = Touch("tags", How.REMOVE, (Entry(tag),))
    if to is None:
        return (gone,)
    check_tags((Entry(to),))
    return (gone, Touch("tags", How.ADD, (Entry(to.strip()),)))

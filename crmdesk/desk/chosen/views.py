"""Saved views on the desk: kept with its settings, in the order that the user gave them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from crmdesk.desk.changes import DeskChanges
from crmdesk.domain.query.views import View, checked_view, views_from_json, views_to_json
from crmdesk.domain.signals import ViewsChanged
from crmdesk.errors import NotFound, UserInputError
from crmdesk.store import Tx

_KEY = "views"
Views = list[View]
R = TypeVar("R")


class DeskViews(DeskChanges):
    """The part of the desk for saved views."""

    def views(self) -> Views:
        """The saved views in order; one whose text is damaged is nobody's loss but its own."""
        return _read(self.setting(_KEY, "[]"))

    def view(self, name: str) -> View:
        """The view of that name. Raises NotFound."""
        found = next((view for view in self.views() if view.name.casefold() == name.casefold()), None)
        if found is None:
            raise NotFound(f"There is no view “{name}”.", next="`crmdesk views` lists them.")
        return found

    async def save_view(self, view: View, place: int | None = None) -> View:
        """Save a view, a new one (id 0) at the end or at a place; gives it with its id.

        Raises UserInputError for a name that another one has, QueryInvalid for a query that cannot be understood.
        """
        view = checked_view(view)

        def keep(views: Views) -> View:
            if any(one.name.casefold() == view.name.casefold() and one.id != view.id for one in views):
                raise UserInputError(f"There is a view “{view.name}” already.", what="The view was not saved")
            if view.id and any(one.id == view.id for one in views):
                views[:] = [view if one.id == view.id else one for one in views]
                return view
            made = view if view.id else replace(view, id=max((one.id for one in views), default=0) + 1)
            views.insert(len(views) if place is None else place, made)
            return made

        return await self._change_views(keep)

    async def remove_view(self, view_id: int) -> tuple[View, int]:
        """Delete a view; gives it and its place, which `save_view` takes back. Raises NotFound."""

        def drop(views: Views) -> tuple[View, int]:
            for place, view in enumerate(views):
                if view.id == view_id:
                    del views[place]
                    return view, place
            raise NotFound("That view is gone.")

        return await self._change_views(drop)

    async def move_view(self, view_id: int, place: int) -> None:
        """Put a view at another place of the list."""

        def move(views: Views) -> None:
            found = [view for view in views if view.id == view_id]
            views[:] = [view for view in views if view.id != view_id]
            views[place:place] = found

        await self._change_views(move)

    async def import_views(self, text: str) -> int:
        """Take the views of an exported document, under further names where theirs are in use; gives how many.

        Raises UserInputError where it is none.
        """
        given = [checked_view(view) for view in views_from_json(text)]

        def take(views: Views) -> int:
            for view in given:
                names, name, number = {one.name.casefold() for one in views}, view.name, 2
                while name.casefold() in names:
                    name, number = f"{view.name} {number}", number + 1
                views.append(replace(view, name=name, id=max((one.id for one in views), default=0) + 1))
            return len(given)

        return await self._change_views(take)

    def export_views(self) -> str:
        """All views as one document."""
        return views_to_json(self.views())

    async def _change_views(self, change: Callable[[Views], R]) -> R:
        def act(tx: Tx) -> R:
            views = _read(tx.settings.get(_KEY, "[]"))
            result = change(views)
            tx.settings.put(_KEY, views_to_json(views))
            return result

        done = await self._store.write(act)
        self._announcer.announce(ViewsChanged())
        return done


def _read(text: str) -> Views:
    try:
        return views_from_json(text)
    except UserInputError:
        return []

"""Saved views: a query under a name, with the columns and the order in which its list is shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from crmdesk.domain.fields import Kind
from crmdesk.domain.query.parser import parse
from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class View:
    """One saved view; `columns` is the window's own text of columns, widths and order, "" for the usual ones."""

    name: str
    kind: Kind = Kind.CONTACT
    query: str = ""
    sort: tuple[str, ...] = ("name",)
    icon: str = "filter"
    columns: str = ""
    id: int = 0


def checked_view(view: View) -> View:
    """The view with a name that is one. Raises UserInputError, or QueryInvalid for its query."""
    name = " ".join(view.name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UserInputError(f"A view's name has 1 to {LONGEST_NAME} characters.", what="The view was not saved")
    parse(view.kind, view.query)
    return replace(view, name=name)


def views_to_json(views: Sequence[View]) -> str:
    """The views as one document, in their order."""
    return json.dumps([asdict(view) for view in views], ensure_ascii=False, indent=1)


def views_from_json(text: str) -> list[View]:
    """The views of a document. Raises UserInputError where it is none."""
    try:
        return [
            View(
                str(one["name"]),
                Kind(one.get("kind", Kind.CONTACT)),
                str(one.get("query", "")),
                tuple(str(key) for key in one.get("sort", ("name",)))[:2],
                str(one.get("icon", "filter")),
                str(one.get("columns", "")),
                int(one.get("id", 0)),
            )
            for one in json.loads(text)
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserInputError("The file holds no views.", what="No view was taken") from error

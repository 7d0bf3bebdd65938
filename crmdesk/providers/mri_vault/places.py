"""Addresses as MRI Vault's v1.3 is sent them: street parts of their own, and a suburb by the id that it has there.

Source: the vendor's description. A suburb decides over state, postcode and country; addresses of the United Kingdom are
shown in other parts, which no write takes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crmdesk.errors import Rejected
from crmdesk.providers.mri_vault.calls import Calls
from crmdesk.providers.mri_vault.write_shapes import STREET_PARTS, street_and_suburb, street_parts, within

_TOWN = ("city", "region", "postcode")


class MriPlaces:
    """Addresses of one agency."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def of_property(self, text: str) -> dict[str, Any]:
        """A property's address, typed in one line. Raises Rejected."""
        parts = street_and_suburb(text)
        if parts is None:
            why = "An address is needed as in “12/34 Rathdowne St, Carlton”."
            raise Rejected(why, fields={"name": f"It is no street address with a suburb; {why[:1].lower()}{why[1:-1]}"})
        street, town = parts
        return {**street, "suburb": await self._suburb(town, "name")}

    async def of_contact(self, before: Any, parts: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
        """A contact's address that is to have these parts; what is not among the changed ones stays as it was read.

        Raises Rejected for a town that MRI Vault does not know.
        """
        old = within(before)
        if "street" in changed or not old:
            street = street_parts(str(parts.get("street") or ""))
        else:
            street = {name: str(old.get(name) or "") for name in STREET_PARTS}
        if not changed.keys() & {*_TOWN} and within(old.get("suburb")):
            return {**street, "suburb": old["suburb"]}
        if not parts.get("city"):
            return {**street}
        town = " ".join(str(parts[name]) for name in _TOWN if parts.get(name))
        return {**street, "suburb": await self._suburb(town, "city")}

    async def _suburb(self, town: str, field: str) -> dict[str, Any]:
        """The suburb that is meant by the words of a town, with state or postcode behind it or not."""
        words = town.split()
        for length in range(len(words), 0, -1):
            term = " ".join(words[:length])
            rows = await self._calls.everything("/suggest/suburb", {"term": term}, urgent=True)
            exact = [row for row in rows if "id" in row and str(row.get("name") or "").casefold() == term.casefold()]
            if chosen := _one_of(exact, words[length:]):
                return {"id": chosen["id"]}
        raise Rejected(f"MRI Vault knows no suburb “{town}”.", fields={field: f"MRI Vault knows no suburb “{town}”"})


def _one_of(rows: Sequence[Mapping[str, Any]], rest: Sequence[str]) -> Mapping[str, Any] | None:
    """The suburb that is meant: the only one of its name, or the one whose postcode or state is named too."""
    if len(rows) == 1:
        return rows[0]
    named = {word.casefold() for word in rest}

    def fits(row: Mapping[str, Any]) -> bool:
        state = within(row.get("state"))
        told = {str(row.get("postcode") or ""), str(state.get("abbreviation") or state.get("name") or "").casefold()}
        return bool(told & named)

    chosen = [row for row in rows if fits(row)]
    return chosen[0] if len(chosen) == 1 else None

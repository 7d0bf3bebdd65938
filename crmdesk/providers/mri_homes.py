"""Properties in MRI Vault's v1.3: read with owners and buyers, looked up by address, written by class and life."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from crmdesk.domain.values import Patch, Values, texts
from crmdesk.errors import OutcomeUnknown, ProviderError, Rejected, RemoteGone
from crmdesk.providers import mri_shapes as shapes
from crmdesk.providers.contract import RemoteId, RemoteRecord
from crmdesk.providers.mri_calls import Calls
from crmdesk.providers.mri_shapes import address_form, search_term, street_and_suburb, whole

# The classes whose properties are made and changed at a path of their own, by their internal names.
CLASSES = ("residential", "land", "rural", "commercial", "business", "holidayRental")
_WRITES = {"price", "description"}


class MriHomes:
    """The properties of one account; with `people`, owners and buyers are read with each."""

    def __init__(self, calls: Calls, *, people: bool) -> None:
        self._calls = calls
        self._people = people

    async def fetch(self, id: RemoteId, *, urgent: bool = True) -> bytes:
        """One property whole, its owners and buyers put in as members of their own. Raises RemoteGone."""
        payload = await self._calls.one(f"/properties/{id}", urgent=urgent)
        if not self._people:
            return payload
        document = msgspec.json.decode(payload)
        lists = {"owners": _owners_path(document), "purchasers": _buyers_path(document)}
        asked = {name: path for name, path in lists.items() if path}
        answers = await asyncio.gather(*(self._calls.if_allowed(path, urgent=urgent) for path in asked.values()))
        found = dict(zip(asked, answers, strict=True))
        people = {name: found.get(name, []) for name in lists}
        # What the token may not see is not told to be empty.
        return msgspec.json.encode(document | {name: rows for name, rows in people.items() if rows is not None})

    async def at(self, address: str) -> list[RemoteId]:
        """The properties at an address, however it is spelled."""
        wanted, term = address_form(address), search_term(address)
        if len(term) < 4:
            return []
        try:
            hits = await self._calls.everything("/search/properties/address", {"term": term}, urgent=True)
        except Rejected:
            return []
        return [
            RemoteId(str(hit["id"]))
            for hit in hits
            if "id" in hit and address_form(str(hit.get("displayAddress") or "")) == wanted
        ]

    async def create(self, values: Values, said: Mapping[str, Any]) -> RemoteId:
        """Make a property for sale, as a prospect of its class; residential unless it says otherwise.

        Raises Rejected for an address that names no suburb known there.
        """
        class_ = _class_name(str(values.get("property_class") or "residential"))
        sent = shapes.projected(said, shapes.PROPERTY) | {"address": await self._placed(str(values.get("name") or ""))}
        if class_ != "land":
            sent["status"] = "prospect"
        word = "lease" if class_ == "holidayRental" else "sale"
        made = await self._calls.written("POST", f"/properties/{class_}/{word}", sent)
        document = msgspec.json.decode(made)
        id_ = RemoteId(str(document["id"]))
        await _after_the_fact(self._send_people(document, values))
        return id_

    async def update(self, current: RemoteRecord, patch: Patch, said: Mapping[str, Any]) -> None:
        """Change a property just read as `current`. Raises Rejected, RemoteGone, OutcomeUnknown."""
        document = msgspec.json.decode(current.payload)
        word = "sale" if document.get("saleLifeId") else "lease"
        class_ = _class_name(str(shapes.within(document.get("class")).get("internalName") or "residential"))
        if patch.keys() & _WRITES:
            # Only the path of its class shows all that its update takes; what is left out there may be emptied.
            path = f"/properties/{class_}/{word}/{current.id}"
            before = msgspec.json.decode(await self._calls.one(path))
            own = {name: value for name, value in said.items() if name in shapes.PROPERTY}
            await self._calls.written("PUT", path, shapes.projected({**before, **own}, shapes.PROPERTY, own))
        await self._send_people(document, patch)

    async def _send_people(self, document: Mapping[str, Any], patch: Patch) -> None:
        for field, path in (("vendors", _owners_path(document)), ("buyers", _buyers_path(document))):
            if field not in patch:
                continue
            if not path:
                why = f"The property has no {field} there, as it is not for sale"
                raise Rejected(f"{why}.", fields={field: why})
            items = [{"id": whole(one)} for one in texts(patch[field])]
            await self._calls.send("PUT", path, {"items": items})

    async def _placed(self, text: str) -> dict[str, Any]:
        parts = street_and_suburb(text)
        if parts is None:
            why = "An address is needed as in “12/34 Rathdowne St, Carlton”."
            raise Rejected(why, fields={"name": f"It is no street address with a suburb; {why[:1].lower()}{why[1:-1]}"})
        street, town = parts
        words = town.split()
        for length in range(len(words), 0, -1):
            term = " ".join(words[:length])
            rows = await self._calls.everything("/suggest/suburb", {"term": term}, urgent=True)
            exact = [row for row in rows if "id" in row and str(row.get("name") or "").casefold() == term.casefold()]
            if chosen := _one_of(exact, words[length:]):
                return {**street, "suburb": {"id": chosen["id"]}}
        raise Rejected(f"MRI Vault knows no suburb “{town}”.", fields={"name": f"MRI Vault knows no suburb “{town}”"})


def _one_of(rows: Sequence[Mapping[str, Any]], rest: Sequence[str]) -> Mapping[str, Any] | None:
    """The suburb that is meant: the only one of its name, or the one whose postcode or state is named too."""
    if len(rows) == 1:
        return rows[0]
    named = {word.casefold() for word in rest}

    def fits(row: Mapping[str, Any]) -> bool:
        state = shapes.within(row.get("state"))
        told = {str(row.get("postcode") or ""), str(state.get("abbreviation") or state.get("name") or "").casefold()}
        return bool(told & named)

    chosen = [row for row in rows if fits(row)]
    return chosen[0] if len(chosen) == 1 else None


def _owners_path(document: Mapping[str, Any]) -> str:
    id_, sale, lease = document.get("id"), document.get("saleLifeId"), document.get("leaseLifeId")
    if sale:
        return f"/properties/{id_}/sale/{sale}/owners"
    return f"/properties/{id_}/lease/{lease}/landlords" if lease else ""


def _buyers_path(document: Mapping[str, Any]) -> str:
    sale = document.get("saleLifeId")
    return f"/properties/{document.get('id')}/sale/{sale}/purchasers" if sale else ""


def _class_name(text: str) -> str:
    found = next((name for name in CLASSES if name.casefold() == text.replace(" ", "").casefold()), None)
    if found is None:
        raise Rejected(
            f"MRI Vault has no class “{text}”.",
            fields={"property_class": f"MRI Vault has no class “{text}”; there are {', '.join(CLASSES)}"},
        )
    return found


async def _after_the_fact(sending: Any) -> None:
    """People of a property that was just made: where they cannot be sent, the property is there all the same."""
    try:
        await sending
    except (OutcomeUnknown, Rejected, RemoteGone):
        return  # the read-back shows that they are missing, and they are sent again as an update
    except ProviderError as failed:
        raise OutcomeUnknown(f"The property was made, but not all of it was sent: {failed.why}") from failed

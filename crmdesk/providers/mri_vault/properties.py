"""Properties in MRI Vault's v1.3: read with owners and buyers, looked up by address, written by class and life."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import msgspec

from crmdesk.domain.values import Patch, Values, texts
from crmdesk.errors import OutcomeUnknown, ProviderError, Rejected, RemoteGone, Unsupported
from crmdesk.providers.contract import RemoteId, RemoteRecord
from crmdesk.providers.mri_vault import write_shapes as shapes
from crmdesk.providers.mri_vault.calls import Calls
from crmdesk.providers.mri_vault.members import CLASSES, PROPERTIES, Shape
from crmdesk.providers.mri_vault.places import MriPlaces
from crmdesk.providers.mri_vault.write_shapes import address_form, search_term, whole

SENT_WHOLE = frozenset({"price", "description"})  # whose change gives the whole property


class MriHomes:
    """The properties of one account; with `people`, owners and buyers are read with each."""

    def __init__(self, calls: Calls, places: MriPlaces, *, people: bool) -> None:
        self._calls, self._places = calls, places
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
        word = "sale" if (class_, "sale") in PROPERTIES else "lease"
        sent = shapes.projected(said, PROPERTIES[class_, word], forms=shapes.OF_A_PROPERTY)
        sent |= {"address": await self._places.of_property(str(values.get("name") or "")), "status": "prospect"}
        made = await self._calls.written("POST", f"/properties/{class_}/{word}", sent)
        document = msgspec.json.decode(made)
        id_ = RemoteId(str(document["id"]))
        await _after_the_fact(self._send_people(document, values), id_)
        return id_

    async def update(self, current: RemoteRecord, patch: Patch, said: Mapping[str, Any]) -> None:
        """Change a property just read as `current`. Raises Rejected, RemoteGone, OutcomeUnknown."""
        document = msgspec.json.decode(current.payload)
        if patch.keys() & SENT_WHOLE:
            await self._send_whole(current.id, *_way_of(document), said)
        await self._send_people(document, patch)

    async def _send_whole(self, id: RemoteId, class_: str, word: str, said: Mapping[str, Any]) -> None:
        """Change what the path of its class changes: only that path shows what its update takes, and not all of it."""
        path, shape = f"/properties/{class_}/{word}/{id}", PROPERTIES[class_, word]
        try:
            before = msgspec.json.decode(await self._calls.one(path))
        except RemoteGone as lacking:
            raise Unsupported(f"MRI Vault has this {word} nowhere to be changed: {lacking.why}") from lacking
        own = {name: value for name, value in said.items() if name in shape.written}
        whole_ = {**_of_history(before, word, shape), **before, **own}
        await self._calls.written("PUT", path, shapes.projected(whole_, shape, own, shapes.OF_A_PROPERTY))

    async def _send_people(self, document: Mapping[str, Any], patch: Patch) -> None:
        for field, path in (("vendors", _owners_path(document)), ("buyers", _buyers_path(document))):
            if field not in patch:
                continue
            if not path:
                why = f"The property has no {field} there, as it is not for sale"
                raise Rejected(f"{why}.", fields={field: why})
            items = [{"id": whole(one)} for one in texts(patch[field])]
            await self._calls.send("PUT", path, {"items": items})


def _owners_path(document: Mapping[str, Any]) -> str:
    id_, sale, lease = document.get("id"), document.get("saleLifeId"), document.get("leaseLifeId")
    if sale:
        return f"/properties/{id_}/sale/{sale}/owners"
    return f"/properties/{id_}/lease/{lease}/landlords" if lease else ""


def _buyers_path(document: Mapping[str, Any]) -> str:
    sale = document.get("saleLifeId")
    return f"/properties/{document.get('id')}/sale/{sale}/purchasers" if sale else ""


def unchangeable(document: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a property that v1.3 has no write for, each with the reason."""
    class_ = _class_of(document)
    if not class_ or not (document.get("saleLifeId") or document.get("leaseLifeId")):
        return {}  # it is not told
    if any((class_, word) in PROPERTIES for word in ("sale", "lease") if document.get(f"{word}LifeId")):
        return {}
    state = "for sale" if document.get("saleLifeId") else "to let"
    return dict.fromkeys(sorted(SENT_WHOLE), f"MRI Vault's API changes no property of class “{class_}” that is {state}")


def _class_of(document: Mapping[str, Any]) -> str:
    return str(shapes.within(document.get("class")).get("internalName") or "")


def _way_of(document: Mapping[str, Any]) -> tuple[str, str]:
    """By which class and which of its lives a property is changed: the one that it is for, a sale before a lease."""
    class_ = _class_of(document) or "residential"
    for word in ("sale", "lease"):
        if document.get(f"{word}LifeId") and (class_, word) in PROPERTIES:
            return class_, word
    raise Unsupported(f"MRI Vault's API has no way to change this property of class “{class_}”.")


def _of_history(document: Mapping[str, Any], word: str, shape: Shape) -> dict[str, Any]:
    """What only the history of the property's present life shows of what a write takes."""
    life = document.get(f"{word}LifeId")
    row = next((one for one in shapes.objects(document.get(f"{word}History")) if one.get("lifeId") == life), {})
    return {name: row[name] for name in sorted(shape.elsewhere) if name in row}


def unshown(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The members that a change of that property writes without knowing them."""
    try:
        class_, word = _way_of(document)
    except Unsupported:
        return ()
    shape = PROPERTIES[class_, word]
    known = _of_history(document, word, shape)
    return tuple(name for name in shape.written if name in shape.unshown and name not in known)


def _class_name(text: str) -> str:
    found = next((name for name in CLASSES if name.casefold() == text.replace(" ", "").casefold()), None)
    if found is None:
        raise Rejected(
            f"MRI Vault has no class “{text}”.",
            fields={"property_class": f"MRI Vault has no class “{text}”; there are {', '.join(CLASSES)}"},
        )
    return found


async def _after_the_fact(sending: Any, made: RemoteId) -> None:
    """People of a property that was just made: where they cannot be sent, the property is there all the same."""
    try:
        await sending
    except (OutcomeUnknown, Rejected, RemoteGone):
        return  # the read-back shows that they are missing, and they are sent again as an update
    except ProviderError as failed:
        why = f"The property was made, but not all of it was sent: {failed.why}"
        raise OutcomeUnknown(why, remote_id=made) from failed

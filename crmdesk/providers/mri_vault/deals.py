"""Deals in MRI Vault's v1.3, which has no one thing of that name.

A deal is a sale or lease life of a property that is conditional, unconditional or settled or that has an offer; of a
commercial property, a deal that is kept beside its lives. Its id is its path below /properties: `1001/sale/501` or
`1001/deals/sale/77`, because a property may hold a sale and a lease at once, and lives and deals are counted apart.
Source: the vendor's description. It lists offers for sales alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from crmdesk.domain.values import Patch, Values, texts
from crmdesk.errors import AlreadyExists, BadResponse, RemoteGone, Unsupported
from crmdesk.providers.contract import Page, RemoteId
from crmdesk.providers.mri_vault import write_shapes as shapes
from crmdesk.providers.mri_vault.calls import Calls
from crmdesk.providers.mri_vault.deal_documents import (
    COMMERCIAL,
    LIFE,
    STAGES,
    DealDocuments,
    Doc,
    class_of,
    fixed_fields,
    latest,
    offer_members,
    refused,
)
from crmdesk.providers.mri_vault.members import DEALS, OFFER
from crmdesk.providers.mri_vault.write_shapes import whole
from crmdesk.providers.wire.answer import UNREADABLE
from crmdesk.providers.wire.failures import OF_A_LACKING_LIST

_OF_SALES = {"type": "sale"}  # offers are told for nothing else, and not without it


class MriDeals:
    """The deals of one account."""

    def __init__(self, calls: Calls, zone: ZoneInfo | None) -> None:
        self._calls, self._documents = calls, DealDocuments(zone)
        self._homes: dict[str, str] = {}  # commercial deal → its property: a fact that never changes there

    async def pages(self) -> AsyncGenerator[Page, None]:
        """All deals as summaries: lives with their offers, then the commercial ones.

        What the lists below did not show of their own counts may each have been a deal: it is counted as one that is
        missing, so that nothing is taken for removed.
        """
        offers, lost = await self._calls.counted("/propertyOffers", {**_OF_SALES, "sort": "offerDate"})
        found: dict[str, bytes] = {}
        for word in ("sale", "lease"):
            of_life: dict[str, list[Doc]] = {}
            for offer in offers if word == "sale" else ():
                of_life.setdefault(str(offer.get("saleLifeId")), []).append(offer)
            lives, missing = await self._lives(word)
            lost += missing
            for life in lives:
                if payload := self._documents.of_life(life, word, of_life.get(str(life[f"{word}LifeId"]), [])):
                    found.setdefault(*payload)
        for word in ("sale", "lease"):
            deals, missing = await self._calls.counted(f"/properties/deals/{word}")
            lost += missing
            for deal in deals:
                if deal.get("id") is None:
                    continue  # counted as missing
                home = await self._home_of(deal, word)
                found.setdefault(*self._documents.commercial(home, word, deal))
        yield Page(list(found.values()), None, len(found) + lost)

    async def _lives(self, word: str) -> tuple[list[dict[str, Any]], int]:
        """All lives of that sort that can be told apart, and how many of MRI Vault's own count are not among them.

        A page that is refused fails the run, since absence here means removal.
        """
        found: dict[tuple[Any, Any], dict[str, Any]] = {}
        number, more, total = 1, True, 0
        while more:
            asked = {"sort": "inserted", "sortOrder": "asc"}
            sheet = await self._calls.sheet(f"/properties/{word}", number, 100, asked, on=OF_A_LACKING_LIST)
            for life in map(_readable, sheet.payloads):
                if key := _key_of(life, word):
                    found[key] = life
            number, more, total = number + 1, sheet.more and bool(sheet.payloads), sheet.total or total
            if number > 10_000:
                raise BadResponse("The list of lives has no end.")
        return list(found.values()), max(0, total - len(found))

    async def _home_of(self, deal: Doc, word: str) -> str:
        """The property of a commercial deal, "" where it cannot be found.

        The account-wide list does not name it: properties are asked for their deals, until it is found.
        """
        key = f"{word}/{deal.get('id')}"
        told = (deal.get("property") or {}).get("id") if isinstance(deal.get("property"), dict) else None
        if told := told or deal.get("propertyId"):
            self._homes[key] = str(told)
        if key not in self._homes:
            await self._ask_homes(word, key)
        return self._homes.get(key, "")

    async def _ask_homes(self, word: str, key: str) -> None:
        lives = await self._calls.everything(f"/properties/{word}", {"propertyClass": "commercial"})
        commercial = [life for life in lives if class_of(life) == "commercial"]
        # Where something was agreed upon, a deal is likeliest.
        commercial.sort(key=lambda life: str(life.get("status")) not in STAGES)
        for life in commercial:
            for deal in await self._calls.everything(f"/properties/{life.get('id')}/deals/{word}"):
                self._homes[f"{word}/{deal.get('id')}"] = str(life.get("id"))
            if key in self._homes:
                return
        self._homes.setdefault(key, "")

    async def fetch(self, id: RemoteId, *, urgent: bool = True) -> bytes:
        """One deal whole, with what its list leaves out. Raises RemoteGone."""
        if found := COMMERCIAL.fullmatch(id):
            home, word, number = found.groups()
            deal = msgspec.json.decode(
                await self._calls.one(f"/properties/{home}/deals/{word}/{number}", urgent=urgent)
            )
            property_ = msgspec.json.decode(await self._calls.one(f"/properties/{home}", urgent=urgent))
            return self._documents.commercial(home, word, deal, property_.get("displayAddress"))[1]
        if not (found := LIFE.fullmatch(id)):
            raise RemoteGone("MRI Vault has no deal of this id.")
        home, word, number = found.groups()
        property_, offers, buyers = await asyncio.gather(
            self._calls.one(f"/properties/{home}", urgent=urgent),
            self._offers(word, number, urgent=urgent),
            self._calls.everything(f"/properties/{home}/sale/{number}/purchasers", urgent=urgent)
            if word == "sale"
            else _none(),
        )
        document = msgspec.json.decode(property_)
        if str(document.get(f"{word}LifeId")) != number:
            raise RemoteGone("This sale or lease is no longer the property's.")
        if class_of(document) == "commercial":
            raise RemoteGone("A commercial property has its deals beside its sale or lease.")
        deal = self._documents.begun(document, word, offers, buyers)
        if deal is None:
            raise RemoteGone("It is a mere listing again: nothing was agreed upon, and nobody offers.")
        return deal[1]

    async def _offers(self, word: str, life: str, *, urgent: bool = True) -> list[dict[str, Any]]:
        """The offers for a life: of leases none are told."""
        if word != "sale":
            return []
        return (await self._calls.counted("/propertyOffers", {**_OF_SALES, "saleLifeId": life}, urgent=urgent))[0]

    async def like(self, home: str, stage: str) -> list[bytes]:
        """The deals of a property at a stage; where an offer would go to a life that is a deal already, that one too.

        Raises RemoteGone.
        """
        document = msgspec.json.decode(await self._calls.one(f"/properties/{whole(home)}"))
        word = _word_of(document)
        known = f"{home}/{word}/{document.get(f'{word}LifeId')}"
        wanted = stage.strip().casefold()
        found = []
        for payload in await self._of_home(home, document):
            deal = msgspec.json.decode(payload)
            if not wanted or deal["id"] == known or str(deal.get("stage") or "").casefold() == wanted:
                found.append(payload)
        return found

    async def _of_home(self, home: str, document: Doc) -> list[bytes]:
        ids: list[str] = []
        for word in ("sale", "lease"):
            if class_of(document) == "commercial":
                deals = await self._calls.everything(f"/properties/{home}/deals/{word}", urgent=True)
                ids += [f"{home}/deals/{word}/{deal.get('id')}" for deal in deals]
            elif document.get(f"{word}LifeId"):
                ids.append(f"{home}/{word}/{document[f'{word}LifeId']}")
        found = []
        for id_ in ids:
            try:
                found.append(await self.fetch(RemoteId(id_)))
            except RemoteGone:
                continue  # a life that is no deal
        return found

    async def create(self, values: Values) -> RemoteId:
        """A commercial deal, or an offer that makes a deal of a life; what neither holds stays away.

        Raises AlreadyExists for a life that is a deal already, Rejected, OutcomeUnknown.
        """
        home = next(iter(texts(values.get("property"))), "")
        if not home.isdigit():
            raise refused("property", "A deal needs its property, and that is not in MRI Vault")
        try:
            document = msgspec.json.decode(await self._calls.one(f"/properties/{home}"))
        except RemoteGone:
            raise refused("property", "MRI Vault does not have this property any more") from None
        word = _word_of(document)
        if class_of(document) == "commercial":
            sent = shapes.projected(self._documents.members(values, word), DEALS[word])
            body = await self._calls.written("POST", f"/properties/{home}/deals/{word}", sent)
            return RemoteId(f"{home}/deals/{word}/{msgspec.json.decode(body)['id']}")
        people = texts(values.get("contacts"))
        life = document.get(f"{word}LifeId")
        if not life:
            raise refused("property", "The property is neither for sale nor to let there")
        offers = await self._offers(word, str(life))
        if begun := self._documents.begun(document, word, offers):
            raise AlreadyExists(f"This {word} is a deal in MRI Vault already.", remote_id=begun[0])
        if word == "lease":
            raise refused(
                "property", "A deal begins there with an offer, and of offers for a lease MRI Vault tells none"
            )
        if not people:
            raise refused("contacts", "A deal begins there with an offer, and an offer needs the contact who makes it")
        offer = {"saleLifeId": life, "contact": {"id": whole(people[0])}, **offer_members(values)}
        await self._calls.written("POST", "/propertyOffers", offer)
        return RemoteId(f"{home}/{word}/{life}")

    async def update(self, id: RemoteId, payload: bytes, patch: Patch) -> None:
        """Change a deal just read as `payload`, as far as it can be. Raises Rejected, RemoteGone, OutcomeUnknown."""
        current = msgspec.json.decode(payload)
        if found := COMMERCIAL.fullmatch(id):
            home, word, number = found.groups()
            said = self._documents.members(patch, word)
            sent = shapes.projected({**current["source"]["deal"], **said}, DEALS[word], said)
            await self._calls.written("PUT", f"/properties/{home}/deals/{word}/{number}", sent)
            return
        if not (found := LIFE.fullmatch(id)):
            raise RemoteGone("MRI Vault has no deal of this id.")
        home, _, number = found.groups()
        taken = patch.keys() - fixed_fields(id, current).keys()
        said = offer_members(patch)
        if "contacts" in taken:
            items = [{"id": whole(one)} for one in texts(patch["contacts"])]
            await self._calls.send("PUT", f"/properties/{home}/sale/{number}/purchasers", {"items": items})
        if taken & {"price", "description"}:
            await self._change_offer(current["source"]["offers"], said)

    async def _change_offer(self, offers: Sequence[Doc], said: Mapping[str, Any]) -> None:
        offer = latest(offers)
        sent = shapes.projected({**offer, **said}, OFFER, said, shapes.OF_AN_OFFER)
        await self._calls.send("PUT", f"/propertyOffers/{offer['id']}", sent)

    async def delete(self, id: RemoteId) -> None:
        """Delete a commercial deal; a sale or lease is not this desk's to end. Raises Unsupported."""
        if not COMMERCIAL.fullmatch(id):
            raise Unsupported("MRI Vault ends a sale or lease in the property itself.")
        await self._calls.transport.request("DELETE", f"/properties/{id}", on={404: RemoteGone})


def _readable(payload: bytes) -> Any:
    try:
        return msgspec.json.decode(payload)
    except UNREADABLE:
        return None  # no life that can be told apart: it is counted as missing


def _key_of(life: Any, word: str) -> tuple[int | str, int | str] | None:
    """What tells a life from all others: its property and itself."""
    home, own = (life.get("id"), life.get(f"{word}LifeId")) if isinstance(life, dict) else (None, None)
    return (home, own) if isinstance(home, int | str) and isinstance(own, int | str) else None


async def _none() -> list[dict[str, Any]]:
    return []


def _word_of(document: Doc) -> str:
    """What a deal of a property that is made here is about: its sale, else its lease."""
    return "sale" if document.get("saleLifeId") else "lease"

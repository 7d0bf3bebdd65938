"""Deals in MRI Vault's v1.3, which has no one thing of that name.

A deal is a sale or lease life of a property that is conditional, unconditional or settled or that has an offer; of a
commercial property, a deal that is kept beside its lives. Its id is its path below /properties: `1001/sale/501` or
`1001/deals/sale/77`, because a property may hold a sale and a lease at once, and lives and deals are counted apart.
Source: the vendor's description.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

import msgspec

from crmdesk.domain.values import Patch, Values, texts
from crmdesk.errors import AlreadyExists, BadResponse, Rejected, RemoteGone, Unsupported
from crmdesk.providers import mri_shapes as shapes
from crmdesk.providers.answer import UNREADABLE
from crmdesk.providers.contract import Page, RemoteId
from crmdesk.providers.mri_calls import Calls
from crmdesk.providers.mri_shapes import whole

Doc = Mapping[str, Any]
STAGES = frozenset({"conditional", "unconditional", "settled"})
OFFERED = "offer"  # the stage of a life that is none of those yet and has an offer
_LIFE = re.compile(r"(\d+)/(sale|lease)/(\d+)")
_COMMERCIAL = re.compile(r"(\d+)/deals/(sale|lease)/(\d+)")
_encode = msgspec.json.encode


class MriDeals:
    """The deals of one account."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._homes: dict[str, str] = {}  # commercial deal → its property: a fact that never changes there

    async def pages(self) -> AsyncGenerator[Page, None]:
        """All deals as summaries: lives with their offers, then the commercial ones.

        What the lists below did not show of their own counts may each have been a deal: it is counted as one that is
        missing, so that nothing is taken for removed.
        """
        offers, lost = await self._calls.counted("/propertyOffers")
        found: dict[str, bytes] = {}
        for word in ("sale", "lease"):
            of_life: dict[str, list[Doc]] = {}
            for offer in offers:
                of_life.setdefault(str(offer.get(f"{word}LifeId")), []).append(offer)
            lives, missing = await self._lives(word)
            lost += missing
            for life in lives:
                if payload := _life_deal(life, word, of_life.get(str(life[f"{word}LifeId"]), [])):
                    found.setdefault(*payload)
        for word in ("sale", "lease"):
            deals, missing = await self._calls.counted(f"/properties/deals/{word}")
            lost += missing
            for deal in deals:
                if deal.get("id") is None:
                    continue  # counted as missing
                home = await self._home_of(deal, word)
                found.setdefault(*_commercial_deal(home, word, deal))
        yield Page(list(found.values()), None, len(found) + lost)

    async def _lives(self, word: str) -> tuple[list[dict[str, Any]], int]:
        """All lives of that sort that can be told apart, and how many of MRI Vault's own count are not among them.

        A page that is refused fails the run, since absence here means removal.
        """
        found: dict[tuple[Any, Any], dict[str, Any]] = {}
        number, more, total = 1, True, 0
        while more:
            sheet = await self._calls.sheet(f"/properties/{word}", number, 100, {"sort": "inserted"})
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
        commercial = [life for life in lives if _class_of(life) == "commercial"]
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
        if found := _COMMERCIAL.fullmatch(id):
            home, word, number = found.groups()
            deal = msgspec.json.decode(
                await self._calls.one(f"/properties/{home}/deals/{word}/{number}", urgent=urgent)
            )
            property_ = msgspec.json.decode(await self._calls.one(f"/properties/{home}", urgent=urgent))
            return _commercial_deal(home, word, deal, property_.get("displayAddress"))[1]
        if not (found := _LIFE.fullmatch(id)):
            raise RemoteGone("MRI Vault has no deal of this id.")
        home, word, number = found.groups()
        people = "purchasers" if word == "sale" else ""
        property_, offers, buyers = await asyncio.gather(
            self._calls.one(f"/properties/{home}", urgent=urgent),
            self._calls.everything("/propertyOffers", {f"{word}LifeId": number}, urgent=urgent),
            self._calls.everything(f"/properties/{home}/{word}/{number}/{people}", urgent=urgent)
            if people
            else _none(),
        )
        document = msgspec.json.decode(property_)
        if str(document.get(f"{word}LifeId")) != number:
            raise RemoteGone("This sale or lease is no longer the property's.")
        if _class_of(document) == "commercial":
            raise RemoteGone("A commercial property has its deals beside its sale or lease.")
        deal = _begun_deal(document, word, offers, buyers)
        if deal is None:
            raise RemoteGone("It is a mere listing again: nothing was agreed upon, and nobody offers.")
        return deal[1]

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
            if _class_of(document) == "commercial":
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
            raise _refused("property", "A deal needs its property, and that is not in MRI Vault")
        try:
            document = msgspec.json.decode(await self._calls.one(f"/properties/{home}"))
        except RemoteGone:
            raise _refused("property", "MRI Vault does not have this property any more") from None
        word = _word_of(document)
        if _class_of(document) == "commercial":
            sent = shapes.projected(_deal_members(values, word), shapes.DEAL)
            body = await self._calls.written("POST", f"/properties/{home}/deals/{word}", sent)
            return RemoteId(f"{home}/deals/{word}/{msgspec.json.decode(body)['id']}")
        people = texts(values.get("contacts"))
        life = document.get(f"{word}LifeId")
        if not life:
            raise _refused("property", "The property is neither for sale nor to let there")
        offers = await self._calls.everything("/propertyOffers", {f"{word}LifeId": str(life)}, urgent=True)
        if begun := _begun_deal(document, word, offers):
            raise AlreadyExists(f"This {word} is a deal in MRI Vault already.", remote_id=begun[0])
        if not people:
            raise _refused("contacts", "A deal begins there with an offer, and an offer needs the contact who makes it")
        offer = {f"{word}LifeId": life, "contact": {"id": whole(people[0])}, **_offer_members(values)}
        await self._calls.written("POST", "/propertyOffers", offer)
        return RemoteId(f"{home}/{word}/{life}")

    async def update(self, id: RemoteId, payload: bytes, patch: Patch) -> None:
        """Change a deal just read as `payload`, as far as it can be. Raises Rejected, RemoteGone, OutcomeUnknown."""
        current = msgspec.json.decode(payload)
        if found := _COMMERCIAL.fullmatch(id):
            home, word, number = found.groups()
            said = _deal_members(patch, word)
            sent = shapes.projected({**current["source"]["deal"], **said}, shapes.DEAL, said)
            await self._calls.written("PUT", f"/properties/{home}/deals/{word}/{number}", sent)
            return
        if not (found := _LIFE.fullmatch(id)):
            raise RemoteGone("MRI Vault has no deal of this id.")
        home, _, number = found.groups()
        taken = patch.keys() - fixed_fields(id, current).keys()
        said = _offer_members(patch)
        if "contacts" in taken:
            items = [{"id": whole(one)} for one in texts(patch["contacts"])]
            await self._calls.send("PUT", f"/properties/{home}/sale/{number}/purchasers", {"items": items})
        if taken & {"price", "description"}:
            await self._change_offer(current["source"]["offers"], said)

    async def _change_offer(self, offers: Sequence[Doc], said: Mapping[str, Any]) -> None:
        offer = _latest(offers)
        sent = shapes.projected({**offer, **said}, shapes.OFFER, said)
        await self._calls.send("PUT", f"/propertyOffers/{offer['id']}", sent)

    async def delete(self, id: RemoteId) -> None:
        """Delete a commercial deal; a sale or lease is not this desk's to end. Raises Unsupported."""
        if not _COMMERCIAL.fullmatch(id):
            raise Unsupported("MRI Vault ends a sale or lease in the property itself.")
        await self._calls.transport.request("DELETE", f"/properties/{id}", on={404: RemoteGone})


def fixed_fields(id: str, deal: Doc) -> dict[str, str]:
    """The fields that a deal takes no change of as it stands, each with the reason."""
    if _COMMERCIAL.fullmatch(id):
        return {"description": "MRI Vault has no text with the deal of a commercial property"}
    fixed = {"settles": "The settlement is set in MRI Vault itself"}
    if (found := _LIFE.fullmatch(id)) and found[2] == "lease":
        fixed["contacts"] = "The tenants of a lease are set in MRI Vault itself"
    if not deal.get("source", {}).get("offers"):
        fixed |= dict.fromkeys(("price", "description"), "Nobody has made an offer there that could hold it")
    return fixed


def _refused(field: str, why: str) -> Rejected:
    return Rejected(f"{why}.", fields={field: why})


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


def _class_of(document: Doc) -> str:
    class_ = document.get("class")
    return str(class_.get("internalName") or class_.get("name") or "").lower() if isinstance(class_, dict) else ""


def _word_of(document: Doc) -> str:
    """What a deal of a property that is made here is about: its sale, else its lease."""
    return "sale" if document.get("saleLifeId") else "lease"


def _begun_deal(
    document: Doc, word: str, offers: Sequence[Doc], buyers: Sequence[Doc] | None = None
) -> tuple[str, bytes] | None:
    """The deal that a life of a property read by itself is; None for a mere listing."""
    own = [one for one in offers if str(one.get(f"{word}LifeId")) == str(document.get(f"{word}LifeId"))]
    status = shapes.within(document.get(f"{word}Life")).get("status")
    return _life_deal({**document, "status": status}, word, own, buyers)


def _life_deal(
    life: Doc, word: str, offers: Sequence[Doc], buyers: Sequence[Doc] | None = None
) -> tuple[str, bytes] | None:
    """The deal that a life is, as our own document around what was received; None for a mere listing."""
    status = str(life.get("status") or "").lower()
    if status not in STAGES and not offers:
        return None
    if _class_of(life) == "commercial":
        return None  # its deals are listed as such
    id_ = f"{life.get('id')}/{word}/{life.get(f'{word}LifeId')}"
    history: Doc = next(
        (one for one in shapes.objects(life.get("saleHistory")) if one.get("lifeId") == life.get(f"{word}LifeId")), {}
    )
    offer = _latest(offers)
    price = history.get("salePrice") if word == "sale" else None
    deal: dict[str, Any] = {
        "id": id_,
        "name": life.get("displayAddress"),
        "stage": status if status in STAGES else OFFERED,
        "propertyId": life.get("id"),
        "price": _money(offer.get("offerPrice") or price),
        "details": offer.get("details"),
    }
    if buyers is not None:
        makers = [one["contact"] for one in offers if isinstance(one.get("contact"), dict)] if not buyers else []
        deal["people"] = list(dict.fromkeys(str(one["id"]) for one in (*buyers, *makers) if "id" in one))
        deal["settles"] = history.get("settlement")
    deal["source"] = {"property": life, "offers": list(offers)}
    return id_, _encode(deal)


def _commercial_deal(home: str, word: str, deal: Doc, address: str | None = None) -> tuple[str, bytes]:
    id_ = f"{home or 0}/deals/{word}/{deal.get('id')}"
    document: dict[str, Any] = {
        "id": id_,
        "stage": deal.get("status"),
        "propertyId": home or None,
        "price": _money(deal.get("salePrice" if word == "sale" else "annualRent")),
        "people": [
            str(one["id"]) for one in shapes.objects(deal.get("purchasers") or deal.get("tenants")) if "id" in one
        ],
        "settles": deal.get("settlement"),
        "source": {"deal": deal},
    }
    return id_, _encode({**document, "name": address} if address else document)


def _latest(offers: Sequence[Doc]) -> Doc:
    return max(offers, key=lambda one: (str(one.get("offerDate") or ""), _rank(one.get("id"))), default={})


def _rank(id_: Any) -> int:
    return id_ if isinstance(id_, int) else 0


def _deal_members(patch: Patch, word: str) -> dict[str, Any]:
    """A commercial deal's members for our fields."""
    people, price = "purchasers" if word == "sale" else "tenants", "salePrice" if word == "sale" else "annualRent"
    said: dict[str, Any] = {}
    if "contacts" in patch:
        said[people] = [{"id": whole(one)} for one in texts(patch["contacts"])]
    if "price" in patch:
        said[price] = _number(patch["price"])
    if "settles" in patch:
        said["settlement"] = patch["settles"]
    return said


def _offer_members(patch: Patch) -> dict[str, Any]:
    said: dict[str, Any] = {"offerPrice": _number(patch["price"])} if patch.get("price") else {}
    return said | ({"details": patch["description"]} if "description" in patch else {})


def _money(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None if value is None else str(value)
    return f"{value:.2f}".removesuffix(".00")


def _number(text: Any) -> float | None:
    """A price as the number that it is sent as. Raises Rejected."""
    if text is None:
        return None
    digits = re.sub(r"[^\d.\-]", "", str(text))
    try:
        return float(digits)
    except ValueError:
        raise _refused("price", f"A price is sent as a number, and “{text}” is none") from None

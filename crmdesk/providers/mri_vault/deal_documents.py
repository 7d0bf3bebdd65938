"""What becomes a deal of MRI Vault's v1.3, as documents of our own around what was received, and what is written back.

Source: the vendor's description. Days are told as times, at which an agency's day begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from crmdesk.domain.values import Patch, texts
from crmdesk.errors import Rejected
from crmdesk.providers.mri_vault.write_shapes import objects, whole, within

Doc = Mapping[str, Any]
STAGES = frozenset({"conditional", "unconditional", "settled"})
OFFERED = "offer"  # the stage of a life that is none of those yet and has an offer
LIFE = re.compile(r"(\d+)/(sale|lease)/(\d+)")
COMMERCIAL = re.compile(r"(\d+)/deals/(sale|lease)/(\d+)")
_encode = msgspec.json.encode


class DealDocuments:
    """The deals of one agency, whose days begin in `zone`; None where that is not known."""

    def __init__(self, zone: ZoneInfo | None) -> None:
        self._zone = zone

    def begun(
        self, document: Doc, word: str, offers: Sequence[Doc], buyers: Sequence[Doc] | None = None
    ) -> tuple[str, bytes] | None:
        """The deal that a life of a property read by itself is; None for a mere listing."""
        own = [one for one in offers if str(one.get(f"{word}LifeId")) == str(document.get(f"{word}LifeId"))]
        status = within(document.get(f"{word}Life")).get("status")
        return self.of_life({**document, "status": status}, word, own, buyers)

    def of_life(
        self, life: Doc, word: str, offers: Sequence[Doc], buyers: Sequence[Doc] | None = None
    ) -> tuple[str, bytes] | None:
        """The deal that a life is, as our own document around what was received; None for a mere listing."""
        status = str(life.get("status") or "").lower()
        if status not in STAGES and not offers:
            return None
        if class_of(life) == "commercial":
            return None  # its deals are listed as such
        id_ = f"{life.get('id')}/{word}/{life.get(f'{word}LifeId')}"
        history: Doc = {}
        if word == "sale":  # lives of both sorts are counted apart
            rows = objects(life.get("saleHistory"))
            history = next((one for one in rows if one.get("lifeId") == life.get("saleLifeId")), {})
        offer = latest(offers)
        price = history.get("salePrice")
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
            deal["settles"] = self.day(history.get("settlement"))
        deal["source"] = {"property": life, "offers": list(offers)}
        return id_, _encode(deal)

    def commercial(self, home: str, word: str, deal: Doc, address: str | None = None) -> tuple[str, bytes]:
        """The deal of a commercial property, which its list does not name; `address` is that property's."""
        id_ = f"{home or 0}/deals/{word}/{deal.get('id')}"
        people = objects(deal.get("purchasers" if word == "sale" else "tenants"))
        document: dict[str, Any] = {
            "id": id_,
            "stage": deal.get("status"),
            "propertyId": home or None,
            "price": _money(deal.get("salePrice" if word == "sale" else "annualRent")),
            "people": [str(one["id"]) for one in people if "id" in one],
            "settles": self.day(deal.get("settlement")),
            "source": {"deal": deal},
        }
        return id_, _encode({**document, "name": address} if address else document)

    def members(self, patch: Patch, word: str) -> dict[str, Any]:
        """A commercial deal's members for our fields. Raises Rejected."""
        people, price = "purchasers" if word == "sale" else "tenants", "salePrice" if word == "sale" else "annualRent"
        said: dict[str, Any] = {}
        if "contacts" in patch:
            said[people] = [{"id": whole(one)} for one in texts(patch["contacts"])]
        if "price" in patch:
            said[price] = _number(patch["price"])
        if "settles" in patch:
            said["settlement"] = self.moment(patch["settles"])
        return said

    def day(self, told: Any) -> Any:
        """The day that a time stands for, in the agency's zone where it is known; a day alone is one already."""
        if self._zone is None or not isinstance(told, str) or len(told) <= 10:
            return told
        try:
            moment = datetime.fromisoformat(told.strip())
        except ValueError:
            return told  # the map says what is wrong with it
        return (moment.astimezone(self._zone) if moment.tzinfo else moment).date().isoformat()

    def moment(self, day: Any) -> str | None:
        """The time at which a day begins there; without the agency's zone, one that is of that day in all of them."""
        if not day:
            return None
        year, month, date = map(int, str(day)[:10].split("-"))
        return datetime(year, month, date, tzinfo=self._zone or UTC).isoformat()


def fixed_fields(id: str, deal: Doc) -> dict[str, str]:
    """The fields that a deal takes no change of as it stands, each with the reason."""
    if COMMERCIAL.fullmatch(id):
        return {"description": "MRI Vault has no text with the deal of a commercial property"}
    fixed = {"settles": "The settlement is set in MRI Vault itself"}
    if (found := LIFE.fullmatch(id)) and found[2] == "lease":
        fixed["contacts"] = "The tenants of a lease are set in MRI Vault itself"
        return fixed | dict.fromkeys(
            ("price", "description"), "MRI Vault tells no offers for a lease that could hold it"
        )
    if not within(deal.get("source")).get("offers"):
        fixed |= dict.fromkeys(("price", "description"), "Nobody has made an offer there that could hold it")
    return fixed


def refused(field: str, why: str) -> Rejected:
    """The refusal of one field, with the reason."""
    return Rejected(f"{why}.", fields={field: why})


def class_of(document: Doc) -> str:
    """The class of a property, by its internal name, in small letters."""
    class_ = document.get("class")
    return str(class_.get("internalName") or class_.get("name") or "").lower() if isinstance(class_, dict) else ""


def latest(offers: Sequence[Doc]) -> Doc:
    """The newest of some offers."""
    return max(offers, key=lambda one: (str(one.get("offerDate") or ""), _rank(one.get("id"))), default={})


def _rank(id_: Any) -> int:
    return id_ if isinstance(id_, int) else 0


def offer_members(patch: Patch) -> dict[str, Any]:
    """An offer's members for our fields. Raises Rejected."""
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
        raise refused("price", f"A price is sent as a number, and “{text}” is none") from None

"""The demo MRI Vault's agency and keys, over which both of its APIs answer."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar

import msgspec

from crmdesk.demo.mri_vault.property_records import (
    FIRST_PROPERTY,
    full_property,
    home,
    property_shape,
    row_of_life,
    zena_property,
)
from crmdesk.demo.mri_vault.records import (
    DEAL_STATUSES,
    FIRST_CONTACT,
    FIRST_DEAL,
    FIRST_EVENT,
    FIRST_OFFER,
    OFFER_STATUSES,
    contact,
    contact_shape,
    full_contact,
    moment,
    named,
    zena_contact,
)
from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import there
from crmdesk.demo.site.keys import made_key
from crmdesk.demo.site.site import DemoAccount, Population, Site, Start
from crmdesk.demo.site.state import Book, Ids, Numbers, Record
from crmdesk.demo.weather.bad_answers import Listing

ROOT = "/api/v1.3"
ZENA = "/api/v1"


@dataclass(frozen=True, slots=True)
class MriOptions:
    """How the demo MRI Vault settles what differs from tenant to tenant, or what nobody has seen.

    `uk`: an agency of the United Kingdom, whose addresses come in Royal Mail's parts; `counts_deals`: whether lists of
    deals tell how many there are, as all others do (the vendor's description says that they do not).
    """

    uk: bool = False
    counts_deals: bool = False


class _Streamed(Book):
    """A book whose changes also go into the event stream, as `type` and `action`."""

    def __init__(self, kind: str, stream: Callable[[str, str, str], None], *parts: Any) -> None:
        self._kind, self._stream = kind, stream
        super().__init__(*parts)

    def delete(self, record_id: str) -> bool:
        done = super().delete(record_id)
        if done:
            self._stream(self._kind, "delete", record_id)
        return done

    def merge(self, keep: str, *losers: str) -> bool:
        done = super().merge(keep, *losers)
        if done:
            self._stream(self._kind, "merge", keep)
        return done

    def update(self, record_id: str, changes: Any, *, touch: bool = True) -> bool:
        done = super().update(record_id, changes, touch=touch)
        if done and touch:
            self._stream(self._kind, "update", record_id)
        return done


class VaultSite(Site):
    """An MRI Vault on loopback. Its `book` holds the contacts, `homes` the properties with their lives.

    `offers`, `deals` (commercial ones), `events` and `zena_deals` are plain records by id. Two agencies, each with a
    token of its own in `agencies`, share the integrator's key, and here their data too.
    """

    key: ClassVar[str] = "mri_vault"
    place: ClassVar[int] = 4
    notes: ClassVar[str] = "position"
    archive: ClassVar[str | None] = "archived"
    ids: ClassVar[tuple[type[Ids], int]] = (Numbers, FIRST_CONTACT)
    emails_at = ("emails", "")
    population: ClassVar[Population] = Population(shared=3, apart=31, first=1_500_000)
    listings = (
        Listing(
            re.compile(f"{ROOT}/contacts"),
            ("items",),
            None,
            ("totalItems",),
            name="firstName",
            notes="position",
            updated="modified",
        ),
        Listing(
            re.compile(f"{ROOT}/properties(/sale|/lease)?"),
            ("items",),
            None,
            ("totalItems",),
            name="displayAddress",
            updated="modified",
        ),
        Listing(
            re.compile(f"{ROOT}/(propertyOffers|properties/deals/(sale|lease))"), ("items",), None, ("totalItems",)
        ),
        Listing(re.compile(f"{ROOT}/contacts/[0-9]+"), (), single=True, name="firstName", notes="position"),
        Listing(re.compile(f"{ZENA}/(contacts|properties|deals)"), (), name="firstName", notes="notes"),
        Listing(re.compile(f"{ZENA}/contacts/[0-9]+"), (), single=True, name="firstName", notes="notes"),
    )

    def __init__(self, start: Start) -> None:
        made = [made_key(f"mri {name}", start.seed) for name in ("key", "token", "zena")]
        self.api_key, self.token, self.zena_key = made
        self.agencies = {self.token: (4021, "Harbour Homes"), made_key("mri other", start.seed): (4022, "Quay Homes")}
        self.stream: list[Record] = []
        self.options: MriOptions = start.options or MriOptions()
        super().__init__(start)
        self.homes = _Streamed(
            "property",
            self._note,
            max(3, start.contacts // 5),
            lambda number: home(Random(f"home {start.seed} {number}"), number, start.contacts, uk=self.options.uk),
            Numbers(FIRST_PROPERTY),
            {
                "default": property_shape,
                "full": full_property,
                "zena": zena_property,
                "sale": lambda record: row_of_life(record, "sale"),
                "lease": lambda record: row_of_life(record, "lease"),
                "moment": lambda record: record["updated_at"],
            },
            lambda record: (),
            start.now,
        )
        self._fill()

    def _note(self, kind: str, action: str, record_id: str) -> None:
        stamp = moment(self.book.stamp())
        event = {"id": len(self.stream) + 1, "timestamp": stamp, "type": kind, "action": action}
        self.stream.append({**event, "data": {"id": int(record_id)}})

    def _fill(self) -> None:
        """Offers on some lives, deals of the commercial properties, an appointment with some contacts."""
        self.offers: dict[int, Record] = {}
        self.deals: dict[int, Record] = {}
        self.events: dict[int, Record] = {}
        self.zena_deals: dict[str, Record] = {}
        for place, id_ in enumerate(self.homes.ids()):
            record = self.homes.get(id_) or {}
            sale = record["saleLife"]
            rng = Random(f"business {self.seed} {id_}")
            buyer: Record = {"id": FIRST_CONTACT + rng.randrange(max(self.contacts, 1)), "displayName": "Somebody"}
            if record["class"]["id"] == 2:
                self._deal(int(id_), "sale" if sale else "lease", rng)
            elif sale and (sale["purchasers"] or place % 6 == 0):
                offer = FIRST_OFFER + len(self.offers)
                told = {"id": offer, "contact": buyer, "saleLifeId": sale["id"], "leaseLifeId": None}
                status = {"id": 1, "name": OFFER_STATUSES[1]}
                money = {"offerDate": "2026-06-20T00:00:00+10:00", "offerPrice": record["searchPrice"] - 15000}
                self.offers[offer] = {**told, **money, "details": "Subject to finance", "status": status}
            if place < 12:
                self.add_zena_deal(id_, buyer["id"], rng)
        for number, id_ in enumerate(self.book.ids()[:20]):
            self._event(number, id_)

    def _deal(self, home_id: int, word: str, rng: Random) -> None:
        id_ = FIRST_DEAL + len(self.deals)
        price = rng.randrange(900, 5000) * 1000
        person = {"id": FIRST_CONTACT + rng.randrange(max(self.contacts, 1)), "displayName": "Somebody"}
        own: Record = {"annualRent": 84000, "tenants": [person], "leaseStart": "2026-10-01T00:00:00+10:00"}
        if word == "sale":
            own = {"salePrice": price, "purchasers": [person], "tenants": [], "vacantPossession": True}
        self.deals[id_] = {
            "id": id_,
            "home": home_id,
            "word": word,
            "owners": [],
            "unconditional": "2026-07-15T00:00:00+10:00",
            "settlement": "2026-09-30T00:00:00+10:00",
            "outgoingsPerAnnum": 12000,
            "ourDeal": True,
            "status": DEAL_STATUSES[id_ % 4],
            **own,
        }

    def add_zena_deal(self, home_id: str, contact_id: int, rng: Random) -> None:
        """A deal in the dialect of the Zena service."""
        id_ = str(FIRST_DEAL + 5000 + len(self.zena_deals))
        self.zena_deals[id_] = {
            "id": id_,
            "propertyId": home_id,
            "stage": rng.choice(("buyer_consult", "viewings", "offer", "conditional", "settled")),
            "riskLevel": rng.choice(("none", "low", "high")),
            "riskFlags": rng.choice(([], ["finance"], ["finance", "building report"])),
            "nextAction": "Call the solicitor",
            "nextActionOwner": "agent",
            "summary": "Finance due on Friday",
            "contacts": [str(contact_id)],
        }

    def _event(self, number: int, contact_id: str) -> None:
        id_ = FIRST_EVENT + number
        day = f"2026-11-{1 + number:02d}"
        times = {"start": f"{day}T10:00:00+11:00", "end": f"{day}T10:30:00+11:00", "modified": f"{day}T09:00:00+00:00"}
        people = [named(int(contact_id))]
        state = {"isConfirmed": number % 2 == 0, "isCancelled": number % 9 == 8, "recurring": False, "allDay": False}
        self.events[id_] = {
            "id": id_,
            "summary": "Appraisal",
            "description": None,
            "contacts": people,
            **state,
            **times,
        }

    def new_book(self, *parts: Any) -> Book:
        """A book whose changes are told."""
        return _Streamed("contact", self._note, *parts)

    def written(self, whom: Person, id: str) -> Record:
        """A person as a contact."""
        return contact(whom, id, uk=self.options.uk)

    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        """What both APIs show of contacts."""
        return {
            "default": contact_shape,
            "full": full_contact,
            "zena": zena_contact,
            "moment": lambda record: record["updated_at"],
        }

    def warm(self) -> None:
        """Prepare what v1.3 lists."""
        self.book.warm("default", "moment")
        self.homes.warm("default", "moment")

    def reset(self) -> None:
        """Also the untouched properties, and nothing in the stream."""
        super().reset()
        self.homes.reset()
        self.stream.clear()
        self._fill()

    def accounts(self) -> list[DemoAccount]:
        """The real API by key and token, the Zena service's dialect by its key alone."""
        both = json.dumps({"api_key": self.api_key, "token": self.token})
        alone = json.dumps({"api_key": self.zena_key})
        return [
            DemoAccount("mri_vault", "v1.3", self.origin + ROOT, both),
            DemoAccount("mri_vault", "zena", self.origin, alone, {"api": "zena"}),
        ]

    def error_body(self, path: str, status: int, message: str) -> bytes:
        """The documented three members, or the dialect's one."""
        if path.startswith(ROOT):
            return msgspec.json.encode({"success": False, "msg": message, "code": str(status)})
        return msgspec.json.encode({"error": message})

    def check_home(self, home_id: str) -> Record:
        """A property; raises Refused 404."""
        return there(self.homes.get(home_id), "Property not found")

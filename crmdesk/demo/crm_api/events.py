"""The demo CRM API's events: the season, and what each generation of the server filters and shows of it.

Source: the public server code of the CRM API (`convex/api/v1/events.ts`, `eventsInternal.ts`) at both generations.
"""

import re
from datetime import UTC, datetime, timedelta

from starlette.datastructures import QueryParams

from crmdesk.demo.site.state import Record

_BEGINS = datetime(2026, 9, 1, 8, tzinfo=UTC)
_WHOLE_NUMBER = re.compile(r"\s*([+-]?\d+)")
_FIRST_SHOWS = ("id", "name", "description", "subtype", "status", "startDate", "endDate", "location")
_MADE_AT = 1_750_000_000_000


def season(seed: int) -> list[Record]:
    """A season's events, in the order of their beginnings."""
    towns = ("Stockholm", "Porto", "Leeds", "Gdansk", "Utrecht", "Lyon")
    kinds = (("conference", "Members' day"), ("workshop", "Workshop"), ("meetup", "Evening meeting"))
    found = []
    for number in range(18):
        subtype, title = kinds[(number + seed) % 3]
        starts = _BEGINS + timedelta(days=14 * number - 60, hours=number % 3)
        town = towns[(number * 5 + seed) % 6]
        found.append(
            {
                "id": f"ev{seed:06d}{number:024d}",
                "name": f"{title} in {town}",
                "description": f"{title} for members and guests." if number % 4 else None,
                "subtype": subtype,
                "startDate": round(starts.timestamp() * 1000),
                "endDate": round((starts + timedelta(hours=6)).timestamp() * 1000),
                "location": town,
                "status": "published" if number % 6 else "draft",
                "maxCapacity": 40 + number,
            }
        )
    return found


def registered_for(name: str, starts: int, number: int) -> Record:
    """The event that v1.0 makes of a registration which names none that is there."""
    event = {"id": f"made{number:028d}", "name": name, "description": "Event registration from external API"}
    return event | {"subtype": "external", "status": "published", "startDate": starts}


def asked_of_first(events: list[Record], asked: QueryParams) -> list[Record]:
    """What v1.0 answers: the published ones unless another status is asked for, in no pages.

    Its date filters compare only where an event has no beginning: `startDate ?? (0 >= asked)` in its code.
    """
    after, before = _number(asked, "startDate"), _number(asked, "endDate")
    kept = [event for event in events if _alike(event, asked, asked.get("status") or "published")]
    kept = [event for event in kept if not after or event.get("startDate") or after <= 0]
    kept = [event for event in kept if not before or event.get("startDate") or before >= 0]
    return [_shown({name: event.get(name) for name in _FIRST_SHOWS}) for event in kept]


def asked_of_later(events: list[Record], asked: QueryParams, organisation: str) -> list[Record]:
    """What the later server answers before it is cut to a page: of every status, the nearest first."""
    after, before = _number(asked, "startDateAfter"), _number(asked, "startDateBefore")
    kept = [event for event in events if _alike(event, asked, asked.get("status"))]
    kept = [event for event in kept if not after or event["startDate"] >= after]
    kept = [event for event in kept if not before or event["startDate"] <= before]
    more: Record = {"organizationId": organisation, "timezone": "Europe/Stockholm"}
    more |= {"createdAt": _MADE_AT, "updatedAt": _MADE_AT}
    return [
        _shown(event | {"slug": event["id"][-6:]} | more) for event in sorted(kept, key=lambda one: one["startDate"])
    ]


def _alike(event: Record, asked: QueryParams, status: str | None) -> bool:
    subtype = asked.get("subtype")
    return (not subtype or event["subtype"] == subtype) and (not status or event["status"] == status)


def _number(asked: QueryParams, name: str) -> int | None:
    """A number as the server's `parseInt` reads it; what is none, or nothing, filters nothing."""
    found = _WHOLE_NUMBER.match(asked.get(name, ""))
    return int(found[1]) if found else None


def _shown(event: Record) -> Record:
    return {name: value for name, value in event.items() if value is not None}

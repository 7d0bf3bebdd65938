"""How little of a large CRM is read again when little has changed there: Rex's etags against reading everything."""

from __future__ import annotations

import json
from collections import Counter

import httpx

from crmdesk.demo.rex.twin import Rex
from crmdesk.demo.server import DemoCrms
from tests.bench.figure import Bench, Figure, Part, at_least, say
from tests.bench.pulling import Subject, about

CONTACTS = 100_000
CHANGED = 0.001  # of them
PAGE = 100  # rows: the most that Rex gives whole in one answer


def measure(bench: Bench) -> list[Figure]:
    """A pull after a few contacts changed, and a program that reads them all."""
    contacts = bench.scaled(CONTACTS)
    changed = max(1, round(contacts * CHANGED))
    with DemoCrms(contacts, crms={"rex": Rex}, warm=False) as crms:
        rex = crms.sites["rex"]
        assert isinstance(rex, Rex)
        given = {**about(crms.account("rex"), {}), "provider": "rex"}
        with Subject(bench, given) as subject:
            say(f"the first pull of {contacts:,} contacts")
            first = subject.pull()
            if (first["outcome"], first["balanced"], first["new"]) != ("success", True, contacts):
                raise AssertionError(f"the first pull did not go well: {first}")
            for contact in rex.book.ids()[:: contacts // changed][:changed]:
                rex.somebody_else("edit", contact)
            told, requests = _told(rex), rex.requests.total
            again = subject.pull()
            ours, sent = _told(rex) - told, rex.requests.total - requests
        if (again["outcome"], again["balanced"], again["same"]) != ("success", True, contacts - changed):
            raise AssertionError(f"the second pull did not see what changed: {again}")
        say(f"again in {again['seconds']:.1f} s, {sent} requests; now a program that reads all")
        told = _told(rex)
        _read_all(rex)
        control = _told(rex) - told
    rows, all_rows = ours["default"] + ours["read"], control["default"]
    return [
        at_least(
            f"rows read of {contacts:,}, {changed} changed",
            f"{rows:,} (by {ours['etags']:,} etags)",
            f"{all_rows:,}",
            all_rows / rows,
            50.0,
        )
    ]


def _told(rex: Rex) -> Counter[str]:
    return Counter(rex.told)


def _read_all(rex: Rex) -> None:
    headers = {"x-app-identifier": "Integration:Bench:Full", "x-api-option": "strip_response_prefixes"}
    with httpx.Client(base_url=f"{rex.origin}/v1/rex", headers=headers, timeout=60) as client:
        secrets = json.loads(rex.accounts()[0].secret)
        token = client.post("/Authentication/login", json=secrets).json()["result"]
        client.headers["authorization"] = f"Bearer {token}"
        read, total = 0, 1
        while read < total:
            asked = {"offset": read, "limit": PAGE, "order_by": {"id": "ASC"}}
            asked["criteria"] = [{"name": "system_record_state", "type": "in", "value": ["active", "archived"]}]
            found = client.post("/contacts/search", json=asked).json()["result"]
            read, total = read + len(found["rows"]), found["total"]


PART = Part(
    "rex",
    "Rex again, with little changed there",
    "a bare program that reads every contact whole, a hundred a page; etags are told in lines of an id and a mark",
    measure,
)

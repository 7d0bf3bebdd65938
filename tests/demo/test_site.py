"""Another demo CRM is small: its book, its routes, its errors. Everything else comes with the site."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import ClassVar

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crmdesk.demo.people import Person
from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.answers import answer, whole_number
from crmdesk.demo.site.paging import by_offset
from crmdesk.demo.site.site import DemoAccount, Site, Start
from crmdesk.demo.site.state import Record
from crmdesk.demo.weather.bad_answers import Listing


class CardFile(Site):
    key: ClassVar[str] = "card_file"
    notes: ClassVar[str] = "remark"
    emails_at = ("mails", "")
    listings = (Listing(re.compile("/cards"), ("cards",), None, ("total",), name="title", notes="remark"),)

    def written(self, whom: Person, id: str) -> Record:
        mails = [address for address, _ in whom.emails]
        return {"id": id, "title": whom.full_name, "remark": None, "mails": mails}

    def shapes(self) -> Mapping[str, Callable[[Record], object]]:
        return {"default": lambda record: record}

    def routes(self) -> list[Route]:
        return [Route("/cards", self._list)]

    async def _list(self, request: Request) -> Response:
        page = by_offset(self.book, "default", whole_number(request, "start", 0, 0, 10**9), 25)
        return answer(b'{"cards":[%s],"total":%d}' % (page.joined, page.total))

    def accounts(self) -> list[DemoAccount]:
        return [DemoAccount(self.key, "only", self.origin, "open")]

    def error_body(self, path: str, status: int, message: str) -> bytes:
        return message.encode()


def test_a_new_demo_crm_has_weather_log_control_and_other_people() -> None:
    with DemoCrms(60, crms={"card_file": CardFile}, weather=[{"name": "down", "times": 1}]) as crms:
        site = crms.sites["card_file"]
        with httpx.Client(base_url=crms.account("card_file").base_url) as client:
            assert client.get("/cards").status_code == 503
            assert client.get("/cards?start=50").json()["total"] == 60
            site.weather.set("bad_record", what="null_name", times=1)
            site.weather.set("status", status=418, message="no cards", path="/cards", after=1)
            site.somebody_else("create")
            assert client.get("/cards").json()["total"] == 61
            assert client.get("/cards").text == "no cards"
            assert client.get("/_demo/requests").json()["total"] == 4
    with pytest.raises(ValueError, match="nobody can archive"):
        site.somebody_else("archive")


def test_start_options_are_checked_and_leave_no_open_port() -> None:
    with pytest.raises(TypeError, match="card_file"):
        DemoCrms(card_file=1)
    with pytest.raises(ValueError, match="fog"):
        DemoCrms(1, weather=[{"name": "fog"}]).start()


def test_the_clock_of_the_crms_may_be_another() -> None:
    frozen = datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)
    site = CardFile(Start("http://127.0.0.1:9", contacts=3, now=lambda: frozen))
    assert site.book.stamp() == "2031-05-04T03:02:01.000Z"
    assert site.book.stamp() == "2031-05-04T03:02:01.001Z"

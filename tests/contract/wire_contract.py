"""Every weather × every operation × the expected reaction, for every provider, from the one table of `wire_table`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import Site
from crmdesk.domain.values import Entry
from crmdesk.errors import (
    AlreadyExists,
    AuthRequired,
    BadResponse,
    NotAllowed,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    Rejected,
    RemoteGone,
    StaleVersion,
    Unavailable,
    Unsupported,
)
from crmdesk.providers.contract import BadRecord, LookupKey, Provider, RemoteRecord
from tests.contract.account_contract import AccountContract
from tests.contract.patient_clock import PatientClock
from tests.contract.wire_table import DIFFERENT, OPERATIONS, ROWS, SWITCHES
from tests.providers.test_transport import Server, certificate, plain

NO_REACTION = "-"
WORDS: dict[type[ProviderError], str] = {
    AlreadyExists: "exists",
    AuthRequired: "sign-in",
    BadRecord: "bad",
    BadResponse: "bad",
    NotAllowed: "no-right",
    OutcomeUnknown: "look",
    RateLimited: "pause",
    Rejected: "refused",
    RemoteGone: "gone",
    StaleVersion: "stale",
    Unavailable: "down",
    Unsupported: NO_REACTION,
}


class WireContract(AccountContract):
    """The matrix. `deletes` tells the weather which requests take a record away."""

    deletes: ClassVar[dict[str, str]] = {"method": "DELETE"}

    @pytest.mark.parametrize("weather", ROWS)
    @pytest.mark.allowed_logs(r"asyncio: socket\.send\(\) raised")  # the demo notices late that nobody listens
    async def test_each_operation_reacts_to_the_weather_as_the_table_says(
        self, crms: DemoCrms, site: Site, weather: str, tmp_path: Path
    ) -> None:
        account = self.connected(crms, PatientClock())
        try:
            current = await self.first(account)
        finally:
            await account.close()
        async with self._under(weather, crms, tmp_path) as way:
            found = {name: await self._reaction(crms, site, weather, name, current, way) for name in OPERATIONS}
        expected = ROWS[weather] | DIFFERENT.get(type(self).__name__, {}).get(weather, {})
        supported = {name: word for name, word in found.items() if word != NO_REACTION}
        assert supported == {name: expected[name] for name in supported}

    @pytest.mark.parametrize("status", [404, 405])
    async def test_a_deletion_that_the_api_lacks_is_not_taken_for_done(
        self, account: Provider, site: Site, status: int
    ) -> None:
        current = await self.first(account)
        if not account.kind_info(self.kind).deletes:
            return
        site.weather.set("status", status=status, message="Nothing here", match=self.deletes)
        with pytest.raises((Unsupported, Rejected)):
            await account.delete(self.kind, current.id)
        site.weather.clear()
        assert (await account.fetch(self.kind, current.id)).id == current.id

    @asynccontextmanager
    async def _under(self, weather: str, crms: DemoCrms, folder: Path) -> AsyncIterator[dict[str, str]]:
        """The way to the CRM: the account's settings that lead along another one."""
        match weather:
            case "no connection":
                crms.unplug(self.provider)
                try:
                    yield {}
                finally:
                    crms.plug_in(self.provider)
            case "name unknown":
                yield {"base_url": "https://no-such-crm.invalid"}
            case "certificate of nobody":
                async with Server(plain(), "https").running(certificate(folder, "localhost")) as server:
                    yield {"base_url": server.url}
            case _:
                yield {}

    async def _reaction(
        self, crms: DemoCrms, site: Site, weather: str, operation: str, current: RemoteRecord, way: dict[str, str]
    ) -> str:
        site.weather.clear()
        site.requests.clear()
        account = self.connected(crms, PatientClock(), **way)
        if weather in SWITCHES:
            name, options = SWITCHES[weather]
            site.weather.set(name, **self._of(operation), **options)
        try:
            await self._attempt(account, operation, current)
        except ProviderError as met:
            reaction, told = WORDS[type(met)], met.detail or ""
        else:
            told = ""
            reaction = "works" if account.requests else NO_REACTION
        finally:
            await account.close()
        assert len(told) < 400
        if operation in ("make", "change", "delete"):
            sent = [(asked.method, asked.path) for asked in site.requests.writes() if asked.weather]
            assert len(sent) <= len(set(sent)) + (weather == "401"), "sent once, or again with a new sign-in"
        return reaction

    def _of(self, operation: str) -> dict[str, Any]:
        match operation:
            case "make":
                return {"match": self.makes}
            case "change":
                return {"match": self.changes}
            case "delete":
                return {"match": self.deletes}
        return {}

    def _attempt(self, account: Provider, operation: str, current: RemoteRecord) -> Awaitable[object]:
        match operation:
            case "who":
                return account.whoami()
            case "list":
                return self.whole(account)
            case "one":
                return account.fetch(self.kind, current.id)
            case "find":
                return account.find(self.kind, LookupKey({"emails": (Entry("ada@quill.example"),)}))
            case "make":
                return account.create(self.kind, self.new, key="1" * 32)
            case "change":
                return account.update(self.kind, current, {self.line: "Editor"})
        return account.delete(self.kind, current.id)

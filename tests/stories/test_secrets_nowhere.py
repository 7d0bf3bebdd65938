"""A busy day with every CRM, in which answers that refuse echo the secrets: then no secret lies anywhere.

Searched is every file that the day left: database and its log, vault, logs, crash report, backup, and what the desk
said of its failures; for every secret as it is and in every form in which a program writes it down.
"""

from __future__ import annotations

import base64
import contextlib
import html
import json
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.demo.site.site import DemoAccount
from crmdesk.desk import BrowserTokens, Desk
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.errors import DeskError, DuplicateAccount, UserInputError
from crmdesk.secrets.root_key import KeySource
from crmdesk.system import log
from crmdesk.system.crash_reports import ProgramError, Reporter
from crmdesk.system.paths import Profile
from tests.browser import Browser
from tests.simulated_clock import SimulatedClock

SHORTEST = 8  # characters; what is shorter than that is no secret that could be told from other text
TOLD = ("client_id",)  # which the page of a sign-in shows
WRITING = ("POST", "PUT", "PATCH")


def secrets_of(demo: DemoAccount, desk: Desk) -> dict[str, str]:
    """What a user would type in for it, by name."""
    info = next(info for info in desk.providers() if info.key == demo.provider)
    asked = [secret.key for secret in info.secrets if secret.api in ("", demo.api)]
    given: dict[str, str] = json.loads(demo.secret) if demo.secret.startswith("{") else {asked[0]: demo.secret}
    return given


def forms(secret: str) -> Iterator[bytes]:
    """The secret in every way in which it could have been written down."""
    raw = secret.encode()
    coded = [base64.b64encode(bytes(before) + raw).decode().rstrip("=") for before in range(3)]
    parts = [text[start : len(text) - 1] for text, start in zip(coded, (0, 2, 3), strict=True)]
    texts = {
        *(secret, secret[::-1], secret.upper(), repr(secret)[1:-1], html.escape(secret)),
        *(json.dumps(secret)[1:-1], json.dumps(json.dumps(secret))[3:-3]),
        *(quote(secret, safe=""), quote_plus(secret), quote(quote(secret, safe=""), safe="")),
        *(raw.hex(), raw.hex().upper(), *parts, *(part.replace("+", "-").replace("/", "_") for part in parts)),
    }
    for text in texts:
        yield text.encode()
        yield text.encode("utf-16-le")
        yield text.encode("utf-16-be")


def echoes(secret: str) -> list[tuple[str, dict[str, Any]]]:
    """Refusals in which a CRM says what it was given."""
    return [
        ("status", {"status": 422, "message": f"your key {secret} is odd"}),
        ("signed_out", {"reason": f"{secret}: expired"}),
        ("error_200", {"body": {"error": f"key={quote(secret, safe='')}", "message": secret}}),
    ]


def left_behind(places: list[Path]) -> dict[str, bytes]:
    """Every file of these directories with its name, which counts as well."""
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    return {str(path): path.name.encode() + b"\n" + path.read_bytes() for path in files}


class Day:
    """One desk connected to every demo CRM, and everything that it said."""

    def __init__(self, crms: DemoCrms, desk: Desk) -> None:
        self.crms, self.desk = crms, desk
        self.secrets: set[str] = set()
        self.said: list[str] = []
        self.edits = 0
        self.accounts: list[tuple[DemoAccount, Account]] = []

    async def connect(self) -> None:
        """Connect them all."""
        for number, demo in enumerate(self.crms.accounts):
            given = secrets_of(demo, self.desk)
            settings = {**demo.settings, "base_url": demo.base_url, **({"api": demo.api} if demo.api else {})}
            tokens = None
            if self.desk.signs_in_by_browser(demo.provider, settings):
                browser = Browser()
                tokens = await self.desk.sign_in_with_browser(demo.provider, settings, given, browser.open)
                browser.close()
                brought = await tokens.load()
                assert brought is not None
                tokens_brought = {brought[name] for name in ("access_token", "refresh_token")}
                assert min(map(len, tokens_brought)) >= SHORTEST
                self.secrets |= tokens_brought
            self.secrets |= {
                secret
                for key, secret in given.items()
                if key not in TOLD and len(secret) >= SHORTEST and "@" not in secret
            }
            with contextlib.suppress(DuplicateAccount):  # one sign-in may serve two of a CRM's APIs
                account = await self.added(demo.provider, f"Account {number}", settings, given, tokens)
                self.accounts.append((demo, account))

    async def added(
        self, provider: str, name: str, settings: dict[str, str], given: dict[str, str], tokens: BrowserTokens | None
    ) -> Account:
        """An account in both directions, or read alone where its CRM takes no changes."""
        try:
            return await self.desk.add_account(provider, name, settings, given, Direction.TWO_WAY, tokens=tokens)
        except DuplicateAccount:
            raise
        except UserInputError:
            return await self.desk.add_account(provider, name, settings, given, Direction.PULL, tokens=tokens)

    @contextlib.contextmanager
    def heard(self) -> Iterator[None]:
        """Keep what a failure says."""
        try:
            yield
        except DeskError as error:
            self.said.append(f"{error.as_json()} {error.detail} {error!r}")

    async def sync(self, *accounts: Account) -> None:
        """Sync everything or these, whatever comes of it."""
        with self.heard():
            self.said.append(repr(await self.desk.sync([account.id for account in accounts] or None)))

    async def refused(self, demo: DemoAccount, account: Account) -> None:
        """Sync, and sign in again, while the CRM echoes what it was given in each of its refusals."""
        given = secrets_of(demo, self.desk)
        weather = self.crms.sites[demo.provider].weather
        for secret in given.values():
            for name, options in echoes(secret):
                for attempt in (self.sync, lambda account: self.desk.reconnect(account.id, given)):
                    weather.set(name, **options, times=2)
                    with self.heard():
                        await attempt(account)
                    weather.clear()
                with self.heard():
                    await self.desk.reconnect(account.id, given)
        await self.refused_for_another(demo, account)

    async def refused_for_another(self, demo: DemoAccount, account: Account) -> None:
        """Send a change, and read, while the CRM answers with what every account was given, its own and the others'."""
        weather = self.crms.sites[demo.provider].weather
        every = " and ".join(sorted(self.secrets))
        for methods in (WRITING, ("GET",)):
            for method in methods:
                weather.set("status", status=422, message=f"odd: {every}", method=method, times=2)
            await self.edit(account)
            await self.sync(account)
            weather.clear()

    async def edit(self, *accounts: Account) -> None:
        """Change somebody of each account, or of these, and make somebody new there."""
        for account in accounts or [account for _demo, account in self.accounts]:
            self.edits += 1
            ids = await self.desk.ids(ItemQuery(account_id=account.id, kind=Kind.CONTACT))
            for id_ in ids[:1]:
                with self.heard():
                    await self.desk.edit(
                        id_, {"description": f"met in Oslo, {self.edits}", "last_name": f"N{self.edits}"}
                    )
            with self.heard():
                await self.desk.new(Kind.CONTACT, {"first_name": "New", "last_name": f"N{self.edits}"}, [account.id])

    async def told(self) -> None:
        """Keep what the desk shows of its runs, problems and accounts."""
        problems = (await self.desk.problems())[0]
        self.said += [repr(one) for one in (*problems, *self.desk.accounts(), *(await self.desk.outbox(all=True))[0])]


@pytest.mark.allowed_logs("")
async def test_after_a_busy_day_no_secret_lies_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # temporary files are searched too
    profile, shown = Profile.at(tmp_path / "profile").prepare(), list[ProgramError]()
    log.setup(profile, "debug")
    try:
        with DemoCrms(12) as crms:
            desk = await Desk.open(profile, clock=SimulatedClock(), keys=KeySource.throw_away())
            async with desk:
                day = Day(crms, desk)
                await day.connect()
                await day.sync()
                await day.edit()
                for demo, account in day.accounts:
                    await day.refused(demo, account)
                await day.sync()
                await day.told()
                for secret in sorted(day.secrets):
                    Reporter(shown.append).caught("a slot", ValueError(f"unforeseen: {secret}"))
                    logging.getLogger("crmdesk.stranger").error("a library said %s", {"key": secret})
                await desk.backup(tmp_path / "backup.db")
    finally:
        log.shutdown()
    assert {demo.provider for demo, _ in day.accounts} == {demo.provider for demo in crms.accounts}
    assert len(day.secrets) > 8
    assert any("odd: " in said for said in day.said)
    found = left_behind([tmp_path])
    assert {Path(name).name for name in found} >= {"app.log", "backup.db", "crmdesk.db"}
    found |= {"what was said": "\n".join(day.said).encode(), "what was shown": repr(shown).encode()}
    leaks = {
        (name, form[:12])
        for secret in day.secrets
        for form in forms(secret)
        for name, content in found.items()
        if form in content
    }
    assert leaks == set()


def test_the_search_finds_a_secret_in_each_form(tmp_path: Path) -> None:
    secret = 'k3y/with+"odd" & long'
    written = json.dumps({"key": secret}).encode(), base64.b64encode(b"user:" + secret.encode())
    (tmp_path / "left").write_bytes(
        b"|".join([*written, secret.encode().hex().encode(), secret[::-1].encode("utf-16")])
    )
    (content,) = left_behind([tmp_path]).values()
    assert sum(form in content for form in set(forms(secret))) >= 4

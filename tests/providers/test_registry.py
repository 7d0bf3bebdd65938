"""The registry: which providers there are, and what is refused before anything is sent."""

from __future__ import annotations

import subprocess
import sys

import pytest

from crmdesk.errors import UserInputError
from crmdesk.providers.registry import PROVIDERS, base_url, connect, info_of, infos, kinds_of

KEY = {"key": "dex_0123456789abcdef"}


def test_every_provider_is_there_as_data() -> None:
    keys = [info.key for info in infos()]
    assert len(keys) == len(set(keys))
    assert keys[0] == "dex"
    assert {"flex", "rex", "mri_vault", "crm_api", "follow_up_boss", "carddav"} <= set(keys)
    assert {info.state for info in infos()} == {"works", "by file", "planned"}
    for entry in PROVIDERS.values():
        assert entry.info.key == entry.key
        assert entry.info.by_file or entry.info.secrets[0].variable


def test_a_planned_or_unknown_provider_cannot_be_connected() -> None:
    with pytest.raises(UserInputError, match="cannot be connected yet"):
        connect("hubspot", {}, {})
    with pytest.raises(UserInputError, match="no provider"):
        info_of("nonsense")


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ({}, "https://api.prod.getdex.com"),
        ({"api": "legacy"}, "https://api.getdex.com/api/rest"),
        ({"base_url": "https://API.prod.getdex.com/"}, "https://api.prod.getdex.com"),
        ({"base_url": "https://api.prod.getdex.com/v1"}, "https://api.prod.getdex.com"),
        ({"base_url": "http://127.0.0.1:8000/api/rest", "api": "legacy"}, "http://127.0.0.1:8000/api/rest"),
        ({"base_url": "http://127.0.0.1:8000", "api": "legacy"}, "http://127.0.0.1:8000/api/rest"),
        ({"base_url": " "}, "https://api.prod.getdex.com"),
    ],
)
def test_addresses_are_compared_in_one_form(settings: dict[str, str], address: str) -> None:
    assert base_url("dex", settings) == address


@pytest.mark.parametrize(
    "settings",
    [
        {"base_url": "http://crm.example"},
        {"base_url": "crm.example"},
        {"api": "v9"},
        {"page_size": "7"},
        {"page_size": "many"},
        {"colour": "red"},
        {"map.company": "a..b"},
        {"map.company": "a:nonsense"},
    ],
)
def test_settings_that_cannot_work_are_refused(settings: dict[str, str]) -> None:
    with pytest.raises(UserInputError):
        connect("dex", settings, KEY)


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("", "needs its API key"),
        ("   ", "needs its API key"),
        ("https://app.getdex.com/settings/api", "an address"),
        ("ada@quill.example", "an email address"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "sign-in token"),
        ("org_abc_0123456789", "CRM API"),
        ("fka_0123456789", "Follow Up Boss"),
        ("pat-na1-0123", "HubSpot"),
        ("sk_live_0123456789", "another service"),
        ('{"key": "dex_1"}', "JSON"),
        ("my key is dex_1", "several words"),
        ("dex_ключ", "characters"),
    ],
)
def test_what_is_plainly_no_key_is_told(pasted: str, words: str) -> None:
    with pytest.raises(UserInputError) as refused:
        connect("dex", {}, {"key": pasted})
    assert words in refused.value.why
    assert not pasted.strip() or pasted not in refused.value.why


@pytest.mark.parametrize("pasted", [" dex_0123\n", '"dex_0123"', "Bearer dex_0123", "\tdex_0123 "])
async def test_a_key_is_taken_out_of_what_surrounds_it(pasted: str) -> None:
    given, clean = connect("dex", {}, {"key": pasted}), connect("dex", {}, {"key": "dex_0123"})
    assert vars(given)["_key"] == vars(clean)["_key"] == "dex_0123"


def test_a_key_of_the_current_api_does_not_fit_the_legacy_one() -> None:
    with pytest.raises(UserInputError, match="current API"):
        connect("dex", {"api": "legacy"}, KEY)


def test_a_dialect_without_an_address_of_its_own_asks_for_one() -> None:
    for settings in ({"api": "zena"}, {"api": "zena", "base_url": base_url("mri_vault", {})}):
        with pytest.raises(UserInputError, match="your instance"):
            connect("mri_vault", settings, {"api_key": "0123456789"})
    assert base_url("mri_vault", {"api": "zena", "base_url": "https://vault.example"}) == "https://vault.example"


def test_a_region_may_be_named_in_the_place_of_its_address() -> None:
    assert base_url("mri_vault", {"base_url": "uk"}) == "https://eu-west-1.api.vaultea.co.uk/api/v1.3"
    assert base_url("mri_vault", {"base_url": "AU"}) == base_url("mri_vault", {})
    with pytest.raises(UserInputError, match=r"base_url is one of au, uk, or an address with https://, not “mars”"):
        base_url("mri_vault", {"base_url": "mars"})


def test_an_accounts_kinds_follow_its_settings() -> None:
    (v1,) = kinds_of("dex", {})
    (legacy,) = kinds_of("dex", {"api": "legacy"})
    (mapped,) = kinds_of("dex", {"map.shoe_size": "extra.size:number"})
    assert v1.writable("company")
    assert not legacy.writable("company")
    assert mapped.writable("shoe_size")


def test_naming_the_providers_loads_no_network_code() -> None:
    code = (
        "import sys; from crmdesk.providers.registry import connect, infos; infos();"
        "connect('dex', {}, {'key': 'dex_1'});"
        "sys.exit(', '.join({'httpx', 'truststore', 'idna', 'peewee', 'PySide6'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

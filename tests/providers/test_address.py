"""Base addresses: what may be called, and the one form they are kept in."""

from __future__ import annotations

import pytest

from crmdesk.errors import UserInputError
from crmdesk.providers.base_address import is_loopback, parse_address


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://api.prod.getdex.com", "https://api.prod.getdex.com"),
        (" https://API.Prod.GetDex.com:443/ ", "https://api.prod.getdex.com"),
        ("https://crm.example/api/rest/", "https://crm.example/api/rest"),
        ("https://crm.example:8443/x", "https://crm.example:8443/x"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:80/a", "http://localhost/a"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("https://BÜCHER.example.", "https://xn--bcher-kva.example"),
    ],
)
def test_an_address_is_kept_in_one_form(given: str, kept: str) -> None:
    assert parse_address(given).text == kept
    assert parse_address(kept).text == kept


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("http://crm.example", "unencrypted"),
        ("http://127.0.0.1.crm.example", "unencrypted"),
        ("http://localhost.crm.example", "unencrypted"),
        ("http://crm.localhost", "unencrypted"),
        ("http://0x7f000001", "unencrypted"),
        ("http://10.0.0.1", "unencrypted"),
        ("ftp://crm.example", "https://"),
        ("crm.example", "https://"),
        ("", "https://"),
        ("https://", "no host"),
        ("https:///path", "no host"),
        ("https://user:secret@crm.example", "user name"),
        ("https://crm.example@stranger.example", "user name"),
        ("https://crm.example\\@stranger.example", "backslashes"),
        ("https://crm.example/?key=1", "“?”"),
        ("https://crm.example/#x", "“?”"),
        ("https://crm.example:99999", "no address"),
        ("https://crm.example:port", "no address"),
        ("https://[::1", "no address"),
        ("https://crm..example", "host name"),
        ("https://crm example", "blanks"),
        ("https://crm.example/\r\nX-Header: 1", "line ends"),
        ("https://exa%mple.example", "host name"),
    ],
)
def test_what_may_not_be_called_is_refused_with_the_reason(given: str, reason: str) -> None:
    with pytest.raises(UserInputError) as refused:
        parse_address(given)
    assert reason in refused.value.why


@pytest.mark.parametrize("host", ["127.0.0.1", "127.255.0.3", "::1", "localhost"])
def test_this_computer_is_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["128.0.0.1", "localhost.example", "demo.localhost", "169.254.169.254", "0.0.0.0", "::", "example"]
)
def test_others_are_not_this_computer(host: str) -> None:
    assert not is_loopback(host)


def test_an_origin_owns_its_own_urls_alone() -> None:
    address = parse_address("https://crm.example/api")
    assert address.owns("https://CRM.example:443/other?page=2")
    for stranger in ("https://crm.example.evil.example/", "http://crm.example/", "https://crm.example:444/", "/x"):
        assert not address.owns(stranger)

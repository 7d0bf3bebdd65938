"""What is found out about an account at the terminal: shown, forgotten, and accounts of a CRM to choose from."""

from __future__ import annotations

from dataclasses import replace

from crmdesk.demo.rex.twin import Rex
from tests.cli.conftest import Terminal
from tests.cli.test_accounts import accounts


def test_what_was_found_out_is_shown_and_forgotten_by_an_empty_value(terminal: Terminal) -> None:
    api = terminal.crms.account("crm_api")
    where = f"base_url={api.base_url}"
    terminal.run(
        "--json", "account", "add", "crm_api", "--name", "CRM", "--set", where, "--secret-stdin", stdin=api.secret
    )
    (entry,) = accounts(terminal)
    assert entry["found"].keys() == {"generation", "custom_fields"}
    assert entry["signed_in_as"]
    assert terminal.json("account", "test", "CRM")["found"] == entry["found"]
    site = terminal.crms.sites["crm_api"]
    for remote_id in site.book.ids():
        site.book.update(remote_id, {"custom": {}})
    assert terminal.json("account", "set", "CRM", "--set", "custom_fields=")["found"] == {"generation": "later"}
    table = terminal.run("account", "list").out
    assert entry["signed_in_as"] in table


def test_a_sign_in_that_opens_several_accounts_is_refused_with_the_list_of_them(terminal: Terminal) -> None:
    rex, site = terminal.crms.account("rex", "rpc"), terminal.crms.sites["rex"]
    assert isinstance(site, Rex)
    site.options = replace(site.options, opens_first=True)
    site.rex_accounts.append({"id": 902, "name": "Quay Homes"})
    given = [word for key, value in rex.settings.items() if key != "account_id" for word in ("--set", f"{key}={value}")]
    begin = ("--json", "account", "add", "rex", "--name", "Rex", "--set", f"base_url={rex.base_url}", *given)
    refused = terminal.run(*begin, "--secret-stdin", stdin=rex.secret)
    assert refused.error["id"] == "CHOICE_NEEDED"
    assert refused.error["next"] == (
        "Set one of them: account_id=901 is Harbour Homes 1; account_id=902 is Quay Homes."
    )
    assert accounts(terminal) == []
    taken = terminal.run(*begin, "--set", "account_id=902", "--secret-stdin", stdin=rex.secret)
    assert taken.document["settings"]["account_id"] == "902"

"""A key that was typed where none belongs is refused or passed over, and stored nowhere."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Terminal

KEY = "dex_Canary0Key1Never2In3Any4File"


@pytest.mark.parametrize(
    "words",
    [
        ("account", "add", "dex", "--name", "X", "--set", f"key={KEY}"),
        ("account", "add", "dex", "--name", "X", "--set", f"api_key={KEY}"),
        ("account", "add", "dex", "--name", "X", "--set", f"base_url=https://me:{KEY}@crm.example"),
        ("account", "add", "dex", "--name", "X", "--set", f"base_url=https://crm.example/?key={KEY}"),
        ("account", "add", KEY, "--name", "X"),
        ("account", "set", "Dex", "--set", f"key={KEY}"),
        ("account", "add", "dex", "--name", "X", KEY),
        ("account", "add", "dex", "--name", "X", "--key", KEY),
    ],
)
def test_a_key_on_the_command_line_is_stored_nowhere(dex: Terminal, words: tuple[str, ...]) -> None:
    assert dex.run("--json", *words).code != 0
    held = [path for path in dex.profile.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert held == []

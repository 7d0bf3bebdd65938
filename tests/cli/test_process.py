"""The command line as a process: what it loads, how it is interrupted, who reads its output."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Terminal, spawn
from tests.patience import PATIENCE


def loaded(terminal: Terminal, *words: str) -> set[str]:
    """The top-level modules that a command has loaded when it ends."""
    script = "import sys; from crmdesk.__main__ import main; code = main(sys.argv[1:])\n"
    script += "sys.stderr.write(' '.join({name.split('.')[0] for name in sys.modules})); sys.exit(code)"
    command = [sys.executable, "-c", script, "--profile", str(terminal.profile), "--json", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_reading_loads_no_qt_no_http_and_no_ciphers(terminal: Terminal) -> None:
    terminal.json("new", "first_name=Ada")
    heavy = {"PySide6", "qasync", "httpx", "cryptography", "keyring", "starlette", "uvicorn", "phonenumbers"}
    modules = loaded(terminal, "contacts", "ada")
    assert "peewee" in modules
    assert not modules & heavy


def test_syncing_loads_no_qt(dex: Terminal) -> None:
    modules = loaded(dex, "sync")
    assert "httpx" in modules
    assert not modules & {"PySide6", "shiboken6", "qasync"}


def test_a_reader_that_goes_away_is_no_failure(dex: Terminal) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = spawn(dex.profile, "contacts", "--json", stdout=writing)
    os.close(writing)
    _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, b"")


def test_ctrl_c_ends_with_130_without_a_trace_and_the_next_sync_goes_on(dex: Terminal) -> None:
    item = dex.first()
    dex.json("edit", item["id"], "company=Unsent")
    dex.crms.dex.weather.set("silent")
    process = spawn(dex.profile, "sync", "--json")
    assert process.stderr is not None
    assert b"reading" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, b"Traceback" in err) == (130, False), err.decode()
    assert json.loads(out)["error"]["id"] == "INTERRUPTED"
    dex.crms.dex.weather.clear()
    assert dex.json("runs")["runs"][0]["outcome"] == "cancelled"
    assert dex.json("sync")["runs"][0]["sent"] == 1


def test_output_that_cannot_be_written_is_told_without_a_trace(dex: Terminal) -> None:
    with open("/dev/full", "wb") as full:
        process = spawn(dex.profile, "contacts", "--json", stdout=full)
        _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, b"Traceback" in err, b"could not be written" in err) == (3, False, True)


def test_a_terminal_sees_a_bar_with_the_total(dex: Terminal) -> None:
    controller, terminal = os.openpty()
    try:
        process = spawn(dex.profile, "sync", "--reload", "--json", stderr=terminal)
        out, _ = process.communicate(timeout=PATIENCE)
        shown = os.read(controller, 65536).decode()
    finally:
        os.close(controller)
        os.close(terminal)
    assert json.loads(out)["runs"][0]["outcome"] == "success"
    assert "\rDex: [########################] 40 of 40" in shown


def test_a_killed_sync_loses_nothing(dex: Terminal) -> None:
    dex.json("edit", dex.first()["id"], "company=Unsent")
    dex.crms.dex.weather.set("silent")
    process = spawn(dex.profile, "sync")
    assert process.stderr is not None
    process.stderr.readline()
    process.kill()
    process.communicate(timeout=PATIENCE)
    dex.crms.dex.weather.clear()
    assert dex.json("sync")["runs"][0]["sent"] == 1
    assert [run["outcome"] for run in dex.json("runs")["runs"]] == ["success", "failed", "success"]


@pytest.mark.parametrize("locale", ["C", "de_DE.ISO-8859-1"])
def test_json_is_utf_8_in_every_locale(terminal: Terminal, locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = terminal.json("new", "first_name=名前 \u202eü")
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    out, _ = spawn(terminal.profile, "show", made["id"], "--json").communicate(timeout=PATIENCE)
    assert json.loads(out.decode("utf-8"))["first_name"] == "名前 \u202eü"
    process = spawn(terminal.profile, "show", made["id"])
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0


def test_the_demo_crms_alone_print_addresses_and_keys_until_ended(terminal: Terminal) -> None:
    process = spawn(terminal.profile, "demo-crms", "--contacts", "5", "--seed", "2", "--json")
    assert process.stdout is not None
    document = json.loads(process.stdout.readline())
    assert [one["api"] for one in document["accounts"] if one["provider"] == "dex"] == ["v1", "legacy"]
    assert (document["contacts"], document["seed"]) == (5, 2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (0, b"", b"")


SPYING_BROWSER = """
import os, sys
from tests.browser import visit
with open(sys.argv[1], "w") as seen:
    seen.write(repr((sys.argv, dict(os.environ), open(f"/proc/{os.getppid()}/cmdline").read())))
visit(sys.argv[2], "allow")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the arguments of a process where Linux shows them")
def test_no_secret_is_in_arguments_nor_in_the_variables_of_a_browser(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    demo = terminal.crms.account("rex", "oauth")
    secrets = json.loads(demo.secret)
    script, seen = tmp_path / "spy.py", tmp_path / "seen"
    script.write_text(SPYING_BROWSER)
    monkeypatch.setenv("BROWSER", f"{sys.executable} {script} {seen} %s")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name, secret in secrets.items():
        monkeypatch.setenv(f"REX_{name.upper()}", secret)
    words = [
        f"--set={key}={value}" for key, value in {**demo.settings, "base_url": demo.base_url, "api": "oauth"}.items()
    ]
    process = spawn(terminal.profile, "account", "add", "rex", "--name", "Rex", *words)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, err
    told = seen.read_text()
    assert str(secrets["client_id"]) in told  # in the address, where it belongs
    hidden = [secrets["client_secret"], os.environ["ENCRYPTION_KEY"]]
    assert not [secret for secret in hidden if secret in told or secret.encode() in err]


def test_a_taken_port_is_a_clear_error(terminal: Terminal) -> None:
    port = terminal.crms.account("dex").base_url.rsplit(":", 1)[1]
    answer = terminal.run("--json", "demo-crms", "--contacts", "1", "--port", port)
    assert answer.code == 3
    assert port in answer.error["why"]

from __future__ import annotations

import asyncio
import base64
import gc
import json
import logging
import os
import stat
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.values import Patch
from crmdesk.system import log as desk_log
from crmdesk.system.crash_reports import ProgramError, Reporter, install_hooks
from crmdesk.system.paths import Profile
from crmdesk.system.redaction import Redactor
from tests.patience import Stopwatch
from tests.world import World, emails

KEY = "dex_9fA2kLmQ7xVbT4wZ1cRe"
HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
BASE64 = "m5CFHQO1m5Qx2kq0k1gkB7+u3zZ0m9b/5p0v4Yx0b1E="
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"

SECRETS = [
    (f"Authorization: Bearer {KEY}", KEY),
    ("Authorization: Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
    ("headers={'Authorization': 'Bearer abc def'}", "abc"),
    ("[(b'authorization', b'Bearer plainword')]", "plainword"),
    ("x-hasura-dex-api-key: shortkey", "shortkey"),
    ("X-Api-Key=shortkey", "shortkey"),
    ("x-auth-token: tok", ": tok"),
    (f"key is {KEY}.", KEY),
    ("GET https://crm.example/contacts?api_key=abc123&page=2", "abc123"),
    ("GET /oauth?code=c0de&state=st4te", "c0de"),
    ("GET /oauth?code=c0de&state=st4te", "st4te"),
    ("?key=abc", "abc"),
    ('{"refresh_token": "r-e-f", "x": 1}', "r-e-f"),
    ("{'password': 'pa\\'ss word'}", "ss word"),
    ("password=hunter2", "hunter2"),
    ("ENCRYPTION_KEY=abc", "=abc"),
    ("DEX_API_KEY=abc", "=abc"),
    ("client_secret = 'xyz'", "xyz"),
    (f"blob {HEX} end", HEX),
    (f"blob {HEX.upper()} end", HEX.upper()),
    (f"blob {BASE64} end", BASE64),
    ("ical https://crm.example/cal/a8Sd7f6Gh5Jk4Lz3Xc2Vb1Nm0Qw9Er8Ty", "a8Sd7f6Gh5Jk4Lz3Xc2Vb1Nm0Qw9Er8Ty"),
    (f"token {JWT}", "eyJ"),
    ("sk_live_abcdefghijklmnop", "abcdefghijklmnop"),
    ("org_12_abcdefghijklmnopqrstuvwxyzabcdef", "abcdefghijkl"),
    ("https://user:pass@crm.example/", "pass"),
    ("contact jane.doe+crm@example.co.uk failed", "jane"),
    ("contact jörg@bücher.example failed", "jörg"),
    ("?email=jane%40example.com", "jane"),
    ("phone +1 (415) 555-0100 bad", "555"),
    ("phone 0041 44 668 18 00 bad", "668"),
    ("phone 4155550100", "4155550100"),
    ("phone 415.555.0100,", "555"),
    ("tel:+442071838750", "2071838750"),
    ("phone \u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", "\u0665"),
]

HARMLESS = [
    "sync of account 3 took 12.5 s, 250 new, 3 changed, 1,000,000 total",
    "at 2026-11-21T10:22:48.123456+00:00 and 2026-11-21 10:22:48",
    "contact 123e4567-e89b-12d3-a456-426614174000 quarantined",
    "GET https://api.example/v1/contacts?take=100&cursor=7 -> 200",
    "listening on 127.0.0.1:43211",
    'File "/srv/crmdesk/providers/contract/transport_of_requests.py", line 12, in test_a_list_that_never_ends_at_all',
    "SQLite 3.40.1, Qt 6.11.3",
    "key 'first_name' is missing",
    "tokens left: 5",
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Profile]:
    root, own = logging.getLogger(), logging.getLogger("crmdesk")
    before = root.level, own.level
    profile = Profile(tmp_path / "profile").prepare()
    yield profile
    desk_log.shutdown()
    root.setLevel(before[0])
    own.setLevel(before[1])


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_secrets_and_personal_data_are_blackened(text: str, secret: str) -> None:
    assert secret in text
    assert secret not in Redactor(home=Path("/home/jane")).redact(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_a_log_is_read_for_stays(text: str) -> None:
    assert Redactor(home=Path("/home/jane")).redact(text) == text


def test_a_known_secret_is_blackened_in_every_form() -> None:
    secret = 'pa"ss wörd/1'
    known = Redactor()
    known.protect(secret)
    forms = [secret, json.dumps(secret), json.dumps(secret, ensure_ascii=False), quote(secret), repr(secret)]
    forms += [base64.b64encode(secret.encode()).decode(), "x" + secret + "x"]
    for form in forms:
        blackened = known.redact(f"<{form}>")
        assert "rd/1" not in blackened
        assert "ss" not in blackened.replace("[secret]", "")
        assert form not in blackened


def test_many_known_secrets_stay_bounded_and_short_ones_are_left() -> None:
    known = Redactor()
    for number in range(400):
        known.protect(f"secret-number-{number}-end")
    known.protect("abc")
    assert "secret-number-399" not in known.redact("secret-number-399-end")
    assert known.redact("abc") == "abc"


def test_control_and_direction_marks_are_made_visible_and_the_home_is_short() -> None:
    blackened = Redactor(home=Path("/home/jane")).redact("a\x1b[31m\u202eb\x00 /home/jane/x")
    assert blackened == "a\\x1b[31m\\u202eb\\x00 ~/x"


@pytest.mark.parametrize("unit", ["1 ", "a", "a.", "1(", "@", "x-", "a:", "://", "key", "token", "'\\", "+", "-1", "é"])
def test_hostile_text_costs_time_in_proportion(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    watch = Stopwatch()
    Redactor().redact(text)
    assert watch.seconds() < 2


def test_the_files_hold_every_record_once_and_nothing_secret(desk: Profile, allowed_logs: Any) -> None:
    allowed_logs.add("")
    desk_log.setup(desk, "info")
    logger = logging.getLogger("crmdesk.sync.pull.list_pull")
    logger.info("pulled with %s for %s", KEY, "jane@example.com")
    logger.warning("forged\n2026-01-01T00:00:00Z ERROR crmdesk: nothing")
    try:
        raise ValueError(f"refused Bearer {KEY} of +1 415 555 0100")
    except ValueError:
        logger.exception("failed for %r", {"password": "hunter2"})
    app, errors = (desk.logs / "app.log").read_text(), (desk.logs / "error.log").read_text()
    for secret in (KEY, "jane@", "555", "hunter2"):
        assert secret not in app + errors
    assert app.count("pulled with [secret] for [email]") == 1
    assert "Traceback" in app
    assert "Traceback" in errors
    assert "pulled" not in errors
    assert [line for line in app.splitlines() if line.startswith("2026-01-01")] == []
    if sys.platform != "win32":
        for name in ("app.log", "error.log"):
            assert stat.S_IMODE((desk.logs / name).stat().st_mode) == 0o600


def test_a_record_whose_arguments_do_not_fit_is_still_written() -> None:
    record = logging.LogRecord("crmdesk", logging.ERROR, __file__, 1, "broken %d of " + KEY, ("x",), None)
    text = desk_log.RedactingFormatter().format(record)
    assert "do not fit" in text
    assert KEY not in text


def test_other_libraries_never_speak_below_a_warning(desk: Profile, allowed_logs: Any) -> None:
    allowed_logs.add("library|heard")
    desk_log.setup(desk, "debug")
    other = logging.getLogger("httpcore.http11")
    other.setLevel(logging.DEBUG)
    try:
        other.debug("send_request_headers x")
        other.info("request sent")
        other.warning("a library warns")
    finally:
        other.setLevel(logging.NOTSET)
    logging.getLogger("crmdesk.sync").debug("our detail")
    warnings.simplefilter("always")
    warnings.warn("heard too", UserWarning, stacklevel=1)
    text = (desk.logs / "app.log").read_text()
    assert "send_request" not in text
    assert "request sent" not in text
    assert "a library warns" in text
    assert "our detail" in text
    assert "heard too" in text


@pytest.mark.parametrize(
    ("level", "heard"), [("error", 1), ("warn", 2), ("info", 3), ("debug", 4), ("", 3), ("INFO", 3)]
)
def test_log_level_is_obeyed(desk: Profile, allowed_logs: Any, level: str, heard: int) -> None:
    allowed_logs.add("line")
    desk_log.setup(desk, environ={"LOG_LEVEL": level})
    logger = logging.getLogger("crmdesk.x")
    for speak in (logger.error, logger.warning, logger.info, logger.debug):
        speak("line")
    assert (desk.logs / "app.log").read_text().count("line") == heard


def test_an_unknown_level_is_said(desk: Profile, allowed_logs: Any) -> None:
    allowed_logs.add("LOG_LEVEL")
    desk_log.setup(desk, environ={"LOG_LEVEL": "loud"})
    assert "LOG_LEVEL" in (desk.logs / "app.log").read_text()


def test_a_second_setup_moves_the_log(desk: Profile, tmp_path: Path) -> None:
    other = Profile(tmp_path / "other").prepare()
    desk_log.setup(desk)
    desk_log.setup(other)
    logging.getLogger("crmdesk.x").info("moved")
    assert "moved" in (other.logs / "app.log").read_text()
    assert not (desk.logs / "app.log").exists()


def test_the_log_is_rotated_and_every_part_is_private(desk: Profile) -> None:
    desk_log.setup(desk, "info")
    (desk.logs / "app.log").write_bytes(b"x" * desk_log.FILE_BYTES)
    before = os.umask(0)
    try:
        logging.getLogger("crmdesk.x").info("one more")
    finally:
        os.umask(before)
    parts = sorted(desk.logs.glob("app.log*"))
    assert len(parts) == 2
    assert all(part.stat().st_size <= desk_log.FILE_BYTES for part in parts)
    if sys.platform != "win32":
        assert {stat.S_IMODE(part.stat().st_mode) for part in parts} == {0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_a_log_that_cannot_be_written_stops_nothing(
    desk: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk.logs / "app.log").symlink_to(tmp_path / "elsewhere")
    desk_log.setup(desk, "info")
    logging.getLogger("crmdesk.x").info("goes nowhere")
    assert not (tmp_path / "elsewhere").exists()
    assert capsys.readouterr().err == ""


def test_a_trouble_is_said_once_and_its_end_once(desk: Profile, allowed_logs: Any) -> None:
    allowed_logs.add("unreachable")
    desk_log.setup(desk, "info")
    once = desk_log.Once(logging.getLogger("crmdesk.x"))
    assert [once.failed("a", "%s is unreachable", "a") for _ in range(5)] == [True, False, False, False, False]
    assert once.failed("b", "b is unreachable")
    assert once.recovered("a", "%s is back", "a")
    assert not once.recovered("a", "a is back")
    assert once.failed("a", "a is unreachable again")
    text = (desk.logs / "app.log").read_text()
    assert text.count("a is unreachable\n") == 1
    assert text.count("a is back (met 5 times)") == 1


NAMES = ("Ada", "Quill", "Rigger", "ada@quill.example", "555 0100")


async def test_a_sync_is_told_from_its_start_to_its_receipt_and_each_trouble_once(
    desk: Profile, tmp_path: Path
) -> None:
    desk_log.setup(desk, "info")
    with DemoCrms(12) as crms:
        world = World(crms, tmp_path / "world")
        await world.begin()
        world.dex.weather.set("status", status=401, message="Ada Quill +1 415 555 0100 may not")
        await world.sync()
        world.dex.weather.clear()
        secret = crms.account("dex").secret
        await world.desk.reconnect(world.account.id, {"key": secret})
        for weather in ("rate_limit", "html", "html", "down"):
            world.dex.weather.set(weather)
            await world.sync()
            world.dex.weather.clear()
            await world.later(60)
        await world.sync()
        ada: Patch = {"first_name": "Ada", "last_name": "Quill", "emails": emails("ada@quill.example")}
        await world.edit(world.ids()[0], ada)
        world.dex.weather.set("status", status=422, message="Ada Quill, a Rigger, is not taken", method="PUT")
        await world.sync()
        await world.close()
    app, errors = (desk.logs / "app.log").read_text(), (desk.logs / "error.log").read_text()
    assert "INFO crmdesk.sync.reporting.run_log: Dex: sync of contacts started" in app
    assert "INFO crmdesk.sync.reporting.run_log: Dex: sync of contacts ended: success; fetched 12, new 12; " in app
    for code in ("AUTH_REQUIRED", "RATE_LIMITED", "BAD_RESPONSE", "UNAVAILABLE"):
        assert errors.count(f"Dex: the sync failed: {code}") == 1
        assert app.count(f"INFO crmdesk.sync.reporting.run_log: Dex: {code} has ended") == 1
    assert "HTTP 401" in errors
    assert "HTTP 429" in errors
    assert "INFO" not in errors
    assert app.count("Dex: a change of a contact was not taken (record ") == 1
    for canary in (*NAMES, secret):
        assert canary not in app + errors


def fault(text: str) -> BaseException:
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        return error


def test_the_same_fault_is_shown_once_until_it_was_quiet(allowed_logs: Any) -> None:
    allowed_logs.add("program error")
    shown: list[ProgramError] = []
    now = [0.0]
    reporter = Reporter(shown.append, clock=lambda: now[0])
    for number in range(20):
        reporter.caught("slot", fault(f"paint {number} of {KEY}"))
    assert len(shown) == 1
    assert KEY not in shown[0].summary + shown[0].trace
    assert "Traceback" in shown[0].trace
    now[0] = 61.0
    reporter.caught("slot", fault("paint again"))
    assert len(shown) == 2
    reporter.caught("slot", None, "only words")
    assert shown[-1].summary == "only words"


def test_a_report_that_fails_itself_is_only_logged(allowed_logs: Any) -> None:
    allowed_logs.add("program error")

    def report(error: ProgramError) -> None:
        raise OSError("no window")

    Reporter(report).caught("slot", fault("x"))


def test_every_hook_ends_in_the_one_reporter(desk: Profile, allowed_logs: Any) -> None:
    allowed_logs.add("program error")
    shown: list[ProgramError] = []
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    hooks = install_hooks(shown.append, desk)
    try:
        error = fault("main")
        sys.excepthook(type(error), error, error.__traceback__)
        thread = threading.Thread(target=lambda: fault_raised("thread"), name="worker")
        thread.start()
        thread.join()
        destroy()
        loop = asyncio.new_event_loop()
        hooks.reporter.watch(loop)
        loop.call_soon(fault_in_loop)
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
    finally:
        hooks.remove()
    assert [found.where for found in shown] == ["main", "thread", "destructor", "task"]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def fault_raised(text: str) -> None:
    raise RuntimeError(text)


def fault_in_loop() -> None:
    raise RuntimeError("loop")


def destroy() -> None:
    class Bad:
        def __del__(self) -> None:
            raise ValueError("in a destructor")

    Bad()
    gc.collect()


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot end itself by this signal on Windows")
def test_a_crash_of_the_interpreter_leaves_its_stack(desk: Profile) -> None:
    program = """
import os, signal, sys
from crmdesk.system.crash_reports import install_hooks
from crmdesk.system.paths import Profile
install_hooks(print, Profile.at(sys.argv[1]))
def deep():
    os.kill(os.getpid(), signal.SIGSEGV)
deep()
"""
    ended = subprocess.run([sys.executable, "-c", program, str(desk.root)], check=False)
    assert ended.returncode < 0
    text = (desk.logs / "faults.log").read_text()
    assert "in deep" in text
    assert stat.S_IMODE((desk.logs / "faults.log").stat().st_mode) == 0o600

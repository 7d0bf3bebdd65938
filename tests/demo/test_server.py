import io
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import httpx
import pytest

from crmdesk.demo.process import DemoProcess
from crmdesk.demo.server import DemoCrms, serve_forever
from crmdesk.demo.sites import SITES
from tests.patience import PATIENCE, Stopwatch, wait_until

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_is_imported_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("uvicorn", "json", "starlette", "crmdesk"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'PROOF')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    with DemoProcess(2, only="dex") as crms:
        assert crms.accounts
    assert not (tmp_path / "PROOF").exists()


def test_stopping_is_quick_and_leaves_nothing_even_while_requests_hang() -> None:
    before = threading.active_count()
    crms = DemoCrms(contacts=10)
    crms.start()
    assert crms.start() == crms.accounts
    crms.dex.weather.set("silent")
    origin = crms.dex.origin
    failed = threading.Event()

    def hang() -> None:
        try:
            httpx.get(f"{origin}/v1/contacts", timeout=PATIENCE)
        except httpx.TransportError:
            failed.set()

    hung = threading.Thread(target=hang)
    hung.start()
    wait_until(lambda: crms.dex.requests.in_flight)
    watch = Stopwatch()
    crms.stop()
    assert watch.seconds() < 2
    hung.join(PATIENCE)
    assert failed.is_set()
    assert threading.active_count() == before
    crms.stop()
    with pytest.raises(httpx.ConnectError):
        httpx.get(origin)


def test_unplugged_connections_are_refused_and_the_same_port_comes_back() -> None:
    with DemoCrms(contacts=10) as crms:
        origin = crms.dex.origin
        crms.unplug("dex")
        crms.unplug("dex")
        with pytest.raises(httpx.ConnectError):
            httpx.get(origin)
        crms.plug_in("dex")
        crms.plug_in("dex")
        assert httpx.get(f"{origin}/_demo/state").json()["contacts"] == 10


def test_a_taken_port_is_told_and_a_given_one_is_used() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=r"in use|denied|10048|10013"):
            DemoCrms(contacts=1, port=port).start()
    # One CRM: the ports behind the given one are nobody's promise.
    with DemoCrms(contacts=1, port=port, crms={"dex": SITES["dex"]}) as crms:
        assert crms.dex.origin == f"http://127.0.0.1:{port}"


def test_the_same_seed_gives_the_same_book_and_keys() -> None:
    with DemoCrms(contacts=30, seed=8) as one:
        first = [(record["id"], record["full_name"]) for record in one.dex.book.snapshot().values()]
        keys = one.dex.keys
    with DemoCrms(contacts=30, seed=8, warm=False) as two:
        assert [(record["id"], record["full_name"]) for record in two.dex.book.snapshot().values()] == first
        assert two.dex.keys == keys
        with pytest.raises(KeyError):
            two.account("unheard_of")
        assert two.account("dex", "legacy").base_url.endswith("/api/rest")
        assert keys.v1 not in repr(two.accounts)


def test_pictures_are_images_made_here() -> None:
    with DemoCrms(contacts=40) as crms:
        url = next(record["image_url"] for record in crms.dex.book.snapshot().values() if record["image_url"])
        assert url.startswith(crms.dex.origin)
        picture = httpx.get(url)
    assert picture.headers["content-type"] == "image/png"
    body = picture.content
    assert body.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", body[16:24]) == (48, 48)
    length = struct.unpack(">I", body[33:37])[0]
    assert len(zlib.decompress(body[41 : 41 + length])) == 48 * (1 + 3 * 48)


def test_running_alone_prints_addresses_and_keys_and_ends_when_told() -> None:
    stop, out = threading.Event(), io.StringIO()
    stop.set()
    assert serve_forever(contacts=5, out=out, stop=stop) == 0
    lines = out.getvalue().splitlines()
    assert lines[0].startswith("Demo CRMs with 5 contacts (seed 1)")
    assert any("dex_" in line and "http://127.0.0.1:" in line for line in lines)


def test_a_process_of_its_own_serves_and_is_controlled_from_outside() -> None:
    with DemoProcess(contacts=300, seed=2) as demo:
        account = demo.accounts[0]
        demo.control("weather", {"name": "rate_limit", "times": 1})
        headers = {"authorization": f"Bearer {account.secret}"}
        assert httpx.get(f"{account.base_url}/v1/contacts", headers=headers).status_code == 429
        assert httpx.get(f"{account.base_url}/v1/contacts/count", headers=headers).json()["data"]["count"] == 300
        assert demo.control("state")["contacts"] == 300
        assert demo.pid != os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_ends_cleanly_on_a_signal(number: signal.Signals) -> None:
    command = [sys.executable, "-X", "dev", "-m", "crmdesk.demo", "--contacts", "3", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout is not None
        told = json.loads(program.stdout.readline())
        assert told["accounts"][0]["provider"] == "dex"
        program.send_signal(number)
        _, errors = program.communicate(timeout=PATIENCE)
    # A busy machine makes a turn of the loop long, and the development mode says so.
    told_of = [line for line in errors.splitlines() if not re.match(r"Executing <.* took [\d.]+ seconds$", line)]
    assert (program.returncode, told_of) == (0, [])


def test_a_million_contacts_can_be_listed_from_anywhere() -> None:
    with DemoCrms(contacts=1_000_000, crms={"dex": SITES["dex"]}) as crms:
        headers = {"authorization": f"Bearer {crms.dex.keys.v1}"}
        answer = httpx.get(f"{crms.dex.origin}/v1/contacts?take=200&skip=900000", headers=headers)
        assert len(answer.json()["data"]["items"]) == 200


def test_the_demo_knows_nothing_of_the_desk() -> None:
    script = "import sys, crmdesk.demo.server; print(*sorted(m for m in sys.modules if m.startswith('crmdesk')))"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert all(name == "crmdesk" or name.startswith("crmdesk.demo") for name in told.stdout.split())


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80", "me@evil.example"])
def test_only_who_calls_a_demo_crm_by_its_own_name_may_steer_it(host: str) -> None:
    """A page of a stranger whose name leads here changes no weather."""
    with DemoCrms(contacts=2) as crms:
        address = f"{crms.dex.origin}/_demo/weather"
        assert httpx.get(address).status_code == 200
        assert httpx.get(address, headers={"Host": host}).status_code >= 400

"""Pictures come from strangers: what is fetched, and what is decoded, is judged before it is trusted."""

from __future__ import annotations

import asyncio
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from crmdesk.ui.background.image_loader import MOST_BYTES, ImageLoader, allowed, decode, format_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def picture(kind: str = "PNG", width: int = 20, height: int = 10) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def bomb() -> bytes:
    """A small PNG that says it is 30,000 pixels wide and high."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = (30_000).to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9_000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://pictures.example/ada.png",
        "http://127.0.0.1:4000/a.png",
        "http://localhost/a.png",
        "http://[::1]/a.png",
    ],
)
def test_public_https_and_a_crm_on_this_machine_may_be_asked(address: str) -> None:
    assert allowed(address, {"127.0.0.1:4000", "localhost", "[::1]"}) is not None


@pytest.mark.parametrize(
    "address",
    [
        "http://pictures.example/ada.png",
        "https://192.168.1.1/a.png",
        "https://169.254.169.254/latest/meta-data",
        "https://[fe80::1]/a.png",
        "https://printer.local/a.png",
        "https://printer/a.png",
        "https://192.168.1.1./a.png",
        "https://2130706433/a.png",
        "https://127.1/a.png",
        "https://0x7f.0.0.1/a.png",
        "https://[64:ff9b::c0a8:101]/a.png",
        "https://[::ffff:192.168.1.1]/a.png",
        "https://[2002:c0a8:101::1]/a.png",
        "http://127.0.0.1:9000/admin/delete?all=1",
        "http://localhost:9000/a.png",
        "http://service.localhost:4000/a.png",
        "https://me:secret@pictures.example/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "",
        "ada.png",
    ],
)
def test_nobody_else_is_asked(address: str) -> None:
    assert allowed(address, {"127.0.0.1:4000"}) is None


def test_formats_are_known_by_content() -> None:
    assert [format_of(picture(kind)) for kind in ("PNG", "JPEG")] == ["png", "jpeg"]
    assert format_of(SVG) is None
    assert format_of(b"") is None


def test_a_picture_is_decoded_and_made_small() -> None:
    small, large = decode(picture()), decode(picture("JPEG", 1200, 800))
    assert small is not None
    assert (small.width(), small.height()) == (20, 10)
    assert large is not None
    assert min(large.width(), large.height()) == 256


@pytest.mark.parametrize(
    "content", [SVG, b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", picture()[:40], b"x" * (MOST_BYTES + 1)]
)
def test_what_is_no_picture_shows_nothing(content: bytes) -> None:
    assert decode(content) is None


def test_a_bomb_is_not_opened() -> None:
    assert len(bomb()) < 1_000
    assert decode(bomb()) is None


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]  # the fixture's own list
        if self.path == "/redirect":
            self.send_response(302)
            self.send_header("Location", "/ok.png")
            self.end_headers()
            return
        content = {"/ok.png": picture(), "/large.png": picture() + b"\0" * MOST_BYTES, "/a.svg": SVG}.get(self.path)
        self.send_response(200 if content else 404)
        self.end_headers()
        self.wfile.write(content or picture())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    made.asked = []  # type: ignore[attr-defined]  # what the tests look at
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def fetched(qapp: QApplication, address: str, times: int = 1) -> QImage | None:
    async def story() -> QImage | None:
        loader = ImageLoader(own=lambda: {address.split("/")[2]})
        image = None
        for _time in range(times):
            image = await loader.image(address)
        return image

    with asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
        return runner.run(story())


def test_a_picture_is_fetched_once_and_remembered(qapp: QApplication, server: ThreadingHTTPServer) -> None:
    address = f"http://127.0.0.1:{server.server_port}/ok.png"
    image = fetched(qapp, address, times=3)
    assert image is not None
    # Qt itself may repeat a request whose connection broke; three pictures are no three requests.
    assert server.asked in (["/ok.png"], ["/ok.png"] * 2)  # type: ignore[attr-defined]  # the fixture's own list


@pytest.mark.parametrize("path", ["redirect", "large.png", "a.svg", "missing"])
def test_redirects_large_files_drawings_and_absence_show_nothing(
    qapp: QApplication, server: ThreadingHTTPServer, path: str
) -> None:
    assert fetched(qapp, f"http://127.0.0.1:{server.server_port}/{path}") is None
    # Qt itself may repeat a request whose connection broke; nothing but this address is ever asked for.
    assert set(server.asked) == {f"/{path}"}  # type: ignore[attr-defined]  # the fixture's own list

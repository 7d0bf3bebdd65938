"""Pictures of contacts, only where the user asked for them: fetched with care, judged by content, decoded in a thread.

The address comes from a CRM and the bytes from a stranger, so: https only (http from a CRM on this machine alone), no
address inside the private network nor of another service of this machine, no redirect, two megabytes at most, four
raster formats known by their first bytes and never SVG, and a limit on what decoding may take. A public name that leads
inside is not noticed.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

MOST_BYTES = 2 * 1024 * 1024
MOST_MEGABYTES = 16  # that decoding may allocate
SECONDS = 15
SIDE = 256  # pictures are kept no larger than this
KEPT = 200

_PRIVATE = (".local", ".internal", ".localhost", ".lan", ".home.arpa")
# A name has a dot, and no number as its last part: "printer" is of the own network, "127.1" an address in disguise.
_NAME = re.compile(r"(?=.*\.[a-z][a-z0-9-]*$)[^\s/]+")
# IPv4 addresses within IPv6 ones: translated (NAT64), mapped, tunnelled.
_DISGUISED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "::ffff:0:0/96", "2002::/16", "::/96")))
_MARKS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))


def allowed(address: str, own: Collection[str] = ()) -> QUrl | None:
    """The URL a picture may be fetched from, or None: https to a public host, http to a CRM on this machine.

    `own` are the hosts with their ports at which connected CRMs are called.
    """
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    host = url.host().lower().rstrip(".")
    if not url.isValid() or not host or url.userInfo():
        return None
    try:
        numeric = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        loopback, private = host == "localhost", host.endswith(_PRIVATE) or not _NAME.fullmatch(host)
    else:
        inside = any(numeric in network for network in _DISGUISED if network.version == numeric.version)
        loopback, private = numeric.is_loopback, inside or not numeric.is_global
    if loopback:
        return url if url.scheme() in ("http", "https") and url.authority().lower() in own else None
    return url if url.scheme() == "https" and not private else None


def format_of(content: bytes) -> str | None:
    """The raster format a picture's first bytes tell; None for anything else, SVG among it."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def decode(content: bytes) -> QImage | None:
    """The picture in `content`, about `SIDE` large; None where it is none, damaged, or takes too much memory."""
    name = format_of(content)
    if name is None or len(content) > MOST_BYTES:
        return None
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(name.encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() * 4 > MOST_MEGABYTES * 1024 * 1024:
        return None
    image = reader.read()
    if image.isNull():
        return None
    fits = image.width() <= SIDE and image.height() <= SIDE
    kind, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    return image if fits else image.scaled(QSize(SIDE, SIDE), kind, smooth)


class ImageLoader(QObject):
    """Fetches pictures one address at a time and remembers the last ones; None for whatever cannot be shown."""

    def __init__(self, parent: QObject | None = None, own: Callable[[], Collection[str]] = tuple) -> None:
        super().__init__(parent)
        self._own = own
        self._network = QNetworkAccessManager(self)
        self._kept: OrderedDict[str, QImage | None] = OrderedDict()

    async def image(self, address: str) -> QImage | None:
        """The picture at that address."""
        if address in self._kept:
            self._kept.move_to_end(address)
            return self._kept[address]
        url = allowed(address, self._own())
        content = await self._fetch(url) if url is not None else None
        image = await asyncio.to_thread(decode, content) if content else None
        self._kept[address] = image
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return image

    async def _fetch(self, url: QUrl) -> bytes | None:
        request = QNetworkRequest(url)
        policy = QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
        request.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, policy)
        no_cookies = QNetworkRequest.LoadControl.Manual
        request.setAttribute(QNetworkRequest.Attribute.CookieLoadControlAttribute, no_cookies)
        request.setAttribute(QNetworkRequest.Attribute.CookieSaveControlAttribute, no_cookies)
        request.setTransferTimeout(SECONDS * 1000)
        reply = self._network.get(request)
        reply.setReadBufferSize(MOST_BYTES + 1)
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def end() -> None:
            if not ended.done():
                ended.set_result(None)

        def watch(received: int, total: int) -> None:
            if max(received, total) > MOST_BYTES:
                reply.abort()

        reply.finished.connect(end)
        reply.downloadProgress.connect(watch)
        try:
            await ended
            status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
            if reply.error() is not QNetworkReply.NetworkError.NoError or status != 200:
                return None
            content = bytes(reply.readAll().data())
            return content if len(content) <= MOST_BYTES else None
        finally:
            reply.abort()
            reply.deleteLater()

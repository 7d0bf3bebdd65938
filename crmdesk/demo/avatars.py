"""Small portrait images made from a number, so that image addresses of the demo lead somewhere on this computer."""

import colorsys
import struct
import zlib

_SIDE = 48


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def avatar(number: int) -> bytes:
    """A 48 x 48 PNG: a head and shoulders in a colour of its own."""
    hue = number * 0.618034 % 1
    ground, figure = (
        bytes(int(part * 255) for part in colorsys.hls_to_rgb(hue, light, 0.45)) for light in (0.82, 0.42)
    )
    rows = bytearray()
    for y in range(_SIDE):
        rows.append(0)
        for x in range(_SIDE):
            head = (x - 23.5) ** 2 + (y - 18) ** 2 < 81
            body = ((x - 23.5) / 17) ** 2 + ((y - 48) / 17) ** 2 < 1
            rows += figure if head or body else ground
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(bytes(rows), 9)),
            _chunk(b"IEND", b""),
        )
    )

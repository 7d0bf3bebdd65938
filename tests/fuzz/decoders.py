"""Everything that decodes bytes of strangers, by name: it returns or raises an error of ours, whatever it is given.

What comes out of it as text is neutral on a terminal and plain on a screen. Used by the property tests and by
`dev.py fuzz`.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import sqlite3
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import h11
import msgspec

from crmdesk.cli.tables import neutral
from crmdesk.domain.clock import SystemClock
from crmdesk.domain.fields import Kind
from crmdesk.errors import DeskError
from crmdesk.formats.cards.export import CardFormat, Outgoing, written_cards
from crmdesk.formats.cards.incoming import groups_of, read_cards
from crmdesk.formats.mapping.facts import facts_of
from crmdesk.formats.mapping.headings import is_known
from crmdesk.formats.mapping.proposal import propose
from crmdesk.formats.mapping.reading import incoming_of
from crmdesk.formats.tables.opening import Choice, look, rows
from crmdesk.providers.base_address import parse_address
from crmdesk.providers.contract import Provider
from crmdesk.providers.env_file import parse as parse_env
from crmdesk.providers.mapping.codecs import READERS, Wrong
from crmdesk.providers.registry import connect, infos, kinds_of, secrets_for
from crmdesk.providers.wire.answer import Answer
from crmdesk.providers.wire.failures import failure, retry_after
from crmdesk.providers.wire.loopback import Loopback
from crmdesk.providers.wire.mending import mended, restored
from crmdesk.secrets.sealing import Label, key_from_text, unseal
from crmdesk.secrets.vault_file import parse as parse_vault
from crmdesk.store.recovery import recover
from crmdesk.system.handover import NotUnderstood, parse_reply, parse_request
from crmdesk.system.redaction import Redactor
from tests.formats.sheets import row, sheet, workbook

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EXPECTED = (DeskError, NotUnderstood, Wrong)
Decoder = Callable[[bytes], object]
_ANYTHING = msgspec.json.Decoder(list[msgspec.Raw])


def records(data: bytes) -> None:
    """A record of any kind, for every provider in each of its variants."""
    for provider, kinds in _providers():
        for kind in kinds:
            with contextlib.suppress(DeskError):
                provider.identify(kind, data)
            with contextlib.suppress(DeskError):
                record = provider.read(kind, data)
                json.dumps(repr(record.values))
                for value in record.values.values():
                    _safe_on_a_terminal(value)


def answers(data: bytes) -> None:
    """The body of an answer: as a list, as a message, as a sample for the log."""
    answer = Answer(500, {"content-type": "application/json"}, data)
    _safe_on_a_terminal(answer.message())
    _safe_on_a_terminal(answer.sample())
    _safe_on_a_terminal(failure(answer, {}, method="GET").why)
    with contextlib.suppress(DeskError):
        answer.decode(_ANYTHING)
    answer = Answer(200, {}, mended(data))
    assert restored(answer.body) == data or b"\\u00" in answer.body or data[:1].isspace()
    with contextlib.suppress(DeskError):
        for record in answer.decode(_ANYTHING):
            records(bytes(record))


def codecs(data: bytes) -> None:
    """Every reader of a single value."""
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raw = data.decode("utf-8", "replace")
    for read in READERS.values():
        with contextlib.suppress(Wrong):
            read(raw)


def env_file(data: bytes) -> None:
    """A `.env` file."""
    parse_env(data.decode("utf-8", "surrogateescape"))


def requests(data: bytes) -> None:
    """What another process asks of the one that holds the profile."""
    parse_request(data)


def replies(data: bytes) -> None:
    """What the process that holds the profile answers."""
    parse_reply(data)


def vault(data: bytes) -> None:
    """The vault's file."""
    parse_vault(data)


def sealed(data: bytes) -> None:
    """One sealed secret."""
    unseal(b"k" * 32, 1, Label("account", "sign-in", 1), data)


def keys(data: bytes) -> None:
    """The key in the environment."""
    key_from_text(data.decode("utf-8", "replace"))


def addresses(data: bytes) -> None:
    """The address of a CRM."""
    text = data.decode("utf-8", "replace")
    for any_path in (False, True):
        with contextlib.suppress(DeskError):
            address = parse_address(text, any_path=any_path)
            assert parse_address(address.text, any_path=any_path) == address
            address.owns(text)


def waits(data: bytes) -> None:
    """A `Retry-After` header."""
    wait = retry_after(data.decode("latin-1"), NOW)
    assert wait is None or 0 <= wait <= 24 * 3600


def callback(data: bytes) -> None:
    """What a browser, or anybody on this computer, sends to the address that ends a sign-in."""
    connection = h11.Connection(h11.SERVER, max_incomplete_event_size=16384)
    try:
        connection.receive_data(data)
        event = connection.next_event()
    except h11.RemoteProtocolError:
        return
    if isinstance(event, h11.Request):
        status, _headline, _text = asyncio.run(Loopback("http://127.0.0.1:8700/callback", _taken)._page(event))
        assert 200 <= status < 500


def cards(data: bytes) -> None:
    """A file of cards, and those cards as each format has them."""
    for start in (b"", b"BEGIN:VCARD\r\n", b'["vcard",[["version",{},"text","4.0"],'):
        groups = groups_of(BytesIO(start + data))
        for card in read_cards(BytesIO(start + data), groups=groups):
            for value in card.values.values():
                _safe_on_a_terminal(value)
            if card.skip is None:
                contact = Outgoing({**card.values, "company": "Lee", "stage": "Lead"}, "urn:uuid:1", card.original)
                for format in CardFormat:
                    (again,) = read_cards(BytesIO(b"".join(written_cards([contact], format))))
                    assert again.values["company"] == "Lee"


def pictures(data: bytes) -> None:
    """A picture from the web, with and without the first bytes of each format."""
    from crmdesk.ui.background.image_loader import SIDE, decode

    for start in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\x10\x00\x00\x00WEBP"):
        image = decode(start + data)
        assert image is None or min(image.width(), image.height()) <= SIDE


def logged(data: bytes) -> None:
    """Whatever goes into the log."""
    line = Redactor().redact(data.decode("utf-8", "replace"))
    assert not _controls(line.replace("\n", "").replace("\t", ""))


def database(data: bytes) -> None:
    """A damaged database, or no database at all."""
    with tempfile.TemporaryDirectory(prefix="crmdesk-fuzz-") as place:
        path = Path(place) / "damaged.db"
        path.write_bytes(data)
        recover(path, Path(place) / "saved.db", clock=SystemClock())


def damaged(data: bytes) -> None:
    """A true database in which some bytes are others."""
    whole = bytearray(_a_database())
    for place, byte in zip(data[::3], data[2::3], strict=False):
        whole[(place * 7919 + byte * 104729) % len(whole)] ^= byte | 1
    database(bytes(whole))


def tables(data: bytes) -> None:
    """A file that somebody hands over as a table, with what it is proposed to mean."""
    stream = io.BytesIO(data)
    found = look(stream, Choice(), is_known)
    facts = facts_of(found.columns, rows(stream, found))
    for kind in (Kind.CONTACT, Kind.EVENT):
        read = incoming_of(propose(kind, found.columns, facts))
        for one in rows(stream, found):
            json.dumps(repr(read(one)))


def sheets(data: bytes) -> None:
    """A workbook in one of whose parts some bytes are others."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in _a_workbook().items():
            part = bytearray(text)
            for place, byte in zip(data[::2], data[1::2], strict=False):
                part[(place * 251 + len(name)) % len(part)] = byte
            archive.writestr(name, bytes(part))
    tables(made.getvalue())


DECODERS: Mapping[str, Decoder] = {
    decoder.__name__: decoder
    for decoder in (
        *(records, answers, codecs, env_file, requests, replies, vault, sealed, keys),
        *(addresses, waits, callback, cards, pictures, logged, database, damaged, tables, sheets),
    )
}
SLOW = frozenset({"database", "damaged", "records"})


def decode(name: str, data: bytes) -> None:
    """Decode, and take an error of ours for an answer like any other."""
    with contextlib.suppress(*EXPECTED):
        DECODERS[name](data)


@cache
def _providers() -> tuple[tuple[Provider, tuple[Kind, ...]], ...]:
    return tuple(_connected())


def _connected() -> Iterator[tuple[Provider, tuple[Kind, ...]]]:
    for info in infos():
        if info.state != "works":
            continue
        variants = next((setting.choices for setting in info.settings if setting.key == "api"), ())
        for api in variants or ("",):
            settings = {"base_url": "https://crm.example", **({"api": api} if api else {})}
            secrets = {secret.key: "0123456789abcdef0123" for secret in secrets_for(info, settings)}
            kinds = tuple(dict.fromkeys(one.kind for one in kinds_of(info.key, settings)))
            yield connect(info.key, settings, secrets), kinds


@cache
def _a_database() -> bytes:
    with tempfile.TemporaryDirectory(prefix="crmdesk-fuzz-") as place:
        from crmdesk.store import Store

        path = Path(place) / "crmdesk.db"
        asyncio.run(Store.open(path, clock=SystemClock(), backups=Path(place) / "backups").close())
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return path.read_bytes()


@cache
def _a_workbook() -> Mapping[str, bytes]:
    lines = row(1, "Name", "Email") + row(2, "Ann", '<c s="1"><v>31149</v></c>', '<c t="s"><v>0</v></c>')
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    made = workbook({"A": sheet(lines)}, texts="<si><t>x</t></si>", styles=styles)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


async def _taken(query: Mapping[str, str]) -> tuple[int, str, str]:
    return 200, "taken", "".join(query)


def _safe_on_a_terminal(value: Any) -> None:
    assert not _controls(neutral(value)), "a control character would reach the terminal"


def _controls(text: str) -> set[str]:
    return {character for character in text if unicodedata.category(character) in ("Cc", "Cs")}

"""A folder of cards is read and changed as khard and vdirsyncer do it, and they read it meanwhile."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import stat
import subprocess
import sys
from contextlib import aclosing
from pathlib import Path

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Values, entries, texts
from crmdesk.errors import AlreadyExists, BadResponse, RemoteGone, StaleVersion, Unavailable
from crmdesk.providers.contract import BadRecord, LookupKey, Page, Provider, RemoteId, RemoteRecord
from crmdesk.providers.info import with_found
from crmdesk.providers.registry import connect, kinds_of

ANN = b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u1\r\nFN:Ann Lee\r\nitem1.TEL:1\r\nX-ODD;A=b:kept\r\nEND:VCARD\r\n"
BOB: Values = {"name": "Bob Ray", "emails": (Entry("bob@ray.example", "work", True),), "phones": entries(["030 1"])}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    book = tmp_path / "book"
    book.mkdir()
    (book / "ann.vcf").write_bytes(ANN)
    return book


def account(folder: Path, **found: str) -> Provider:
    return connect("file", {"path": str(folder), "api": "vdir", **found}, {})


async def listed(provider: Provider) -> list[Page]:
    async with aclosing(provider.pages(Kind.CONTACT, None)) as pages:
        return [page async for page in pages]


async def records(provider: Provider) -> dict[str, RemoteRecord]:
    pages = await listed(provider)
    found = [provider.read(Kind.CONTACT, payload) for page in pages for payload in page.payloads]
    return {str(record.id): record for record in found}


async def test_each_file_is_a_contact_and_what_is_no_card_of_the_folder_is_left_alone(folder: Path) -> None:
    for name, text in {
        ".hidden.vcf": ANN, "half.vcf.tmp": ANN, "notes.txt": b"hello", "empty.vcf": b"", "two.vcf": ANN * 2,
        "group.vcf": ANN.replace(b"FN:", b"KIND:group\r\nFN:"), "cr\rlf.vcf": ANN,
    }.items():  # fmt: skip
        (folder / name).write_bytes(text)
    (folder / "folder.vcf").mkdir()
    outside = folder.parent / "outside.vcf"
    outside.write_bytes(ANN)
    (folder / "link.vcf").symlink_to(outside)
    provider = account(folder)
    (page,) = await listed(provider)
    names = [provider.identify(Kind.CONTACT, payload) for payload in page.payloads]
    assert names == ["ann.vcf", "empty.vcf", "two.vcf"]
    record = provider.read(Kind.CONTACT, page.payloads[0])
    assert (record.values, record.unmapped) == ({"name": "Ann Lee", "phones": entries(["1"])}, ("X-ODD",))
    for payload in page.payloads[1:]:
        with pytest.raises(BadRecord):
            provider.read(Kind.CONTACT, payload)


async def test_a_card_is_changed_in_place_made_once_and_taken_away(folder: Path) -> None:
    provider = account(folder)
    os.chmod(folder / "ann.vcf", 0o640)
    current = await provider.fetch(Kind.CONTACT, RemoteId("ann.vcf"))
    changed = await provider.update(Kind.CONTACT, current, {"company": "Lee Ltd", "phones": entries(["1", "2"])})
    assert (changed.values["company"], texts(changed.values["phones"])) == ("Lee Ltd", ["1", "2"])
    text = (folder / "ann.vcf").read_bytes()
    assert text == ANN.replace(b"END:", b"ORG:Lee Ltd\r\nTEL:2\r\nEND:") or b"item1.TEL:1\r\nX-ODD;A=b:kept\r\n" in text
    assert stat.S_IMODE((folder / "ann.vcf").stat().st_mode) == 0o640
    made = await provider.create(Kind.CONTACT, BOB, key="k1")
    assert made.values == BOB
    with pytest.raises(AlreadyExists) as there:
        await provider.create(Kind.CONTACT, BOB, key="k1")
    assert there.value.remote_id == made.id
    assert [one.id for one in await provider.find(Kind.CONTACT, LookupKey(BOB))] == [made.id]
    await provider.delete(Kind.CONTACT, made.id)
    await provider.delete(Kind.CONTACT, made.id)
    with pytest.raises(RemoteGone):
        await provider.fetch(Kind.CONTACT, made.id)
    assert os.listdir(folder) == ["ann.vcf"], "nothing is left beside"


async def test_a_card_that_another_program_changed_is_not_written_over(folder: Path) -> None:
    provider = account(folder)
    current = await provider.fetch(Kind.CONTACT, RemoteId("ann.vcf"))
    theirs = ANN.replace(b"FN:Ann", b"FN:Anna")
    (folder / "ann.vcf").write_bytes(theirs)
    with pytest.raises(StaleVersion):
        await provider.update(Kind.CONTACT, current, {"company": "Lee Ltd"})
    assert (folder / "ann.vcf").read_bytes() == theirs
    (folder / "ann.vcf").unlink()
    with pytest.raises(RemoteGone):
        await provider.update(Kind.CONTACT, current, {"company": "Lee Ltd"})
    for name in ("../ann.vcf", "/etc/passwd", "a\n.vcf", ".vcf"):
        with pytest.raises(RemoteGone):
            await provider.fetch(Kind.CONTACT, RemoteId(name))


async def test_a_folder_that_is_gone_or_empty_all_at_once_removes_nobody(folder: Path) -> None:
    provider = account(folder)
    await listed(provider)
    kept = with_found({}, provider.found)
    (folder / "ann.vcf").unlink()
    with pytest.raises(BadResponse, match="was not before"):
        await listed(account(folder, **kept))
    os.rmdir(folder)
    with pytest.raises(Unavailable):
        await account(folder).whoami()
    os.mkdir(folder)
    assert await records(account(folder)) == {}, "a new folder is empty"


def test_it_takes_changes_which_the_other_kinds_of_files_do_not(folder: Path) -> None:
    (known,) = kinds_of("file", {"path": str(folder), "api": "vdir"})
    assert known.creates
    assert known.updates
    assert known.deletes
    assert known.writable("emails")


def run(*command: str, text: str | None = None) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, input=text, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def missing(module: str) -> pytest.MarkDecorator:
    found = importlib.util.find_spec(module) is not None
    return pytest.mark.skipif(not found, reason=f"not run: {module} (not installed)")


@missing("vdirsyncer")
@missing("khard")
def test_vdirsyncer_and_khard_share_the_folder(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    sync = tmp_path / "vdirsyncer.conf"
    sync.write_text(
        f'[general]\nstatus_path = "{tmp_path}/status/"\n[pair both]\na = "one"\nb = "two"\ncollections = null\n'
        f'[storage one]\ntype = "filesystem"\npath = "{folder}"\nfileext = ".vcf"\n'
        f'[storage two]\ntype = "filesystem"\npath = "{other}"\nfileext = ".vcf"\n'
    )
    khard = tmp_path / "khard.conf"
    khard.write_text(f"[addressbooks]\n[[other]]\npath = {other}\n[general]\ndefault_action = list\n")
    run("vdirsyncer", "-c", str(sync), "discover", "both", text="y\n" * 5)
    provider = account(folder)
    made = asyncio.run(provider.create(Kind.CONTACT, BOB, key="k1"))
    run("vdirsyncer", "-c", str(sync), "sync")
    assert "bob@ray.example" in run("khard", "-c", str(khard), "show", "Bob")
    new = "First name: Cleo\nLast name: Ash\nEmail:\n  work: cleo@ash.example\n"
    run("khard", "-c", str(khard), "new", "-a", "other", text=new)
    run("vdirsyncer", "-c", str(sync), "sync")
    found = asyncio.run(records(provider))
    assert {record.values["name"] for record in found.values()} == {"Ann Lee", "Bob Ray", "Cleo Ash"}
    cleo = next(record for record in found.values() if record.values["name"] == "Cleo Ash")
    assert cleo.values["emails"] == (Entry("cleo@ash.example", "work"),)
    asyncio.run(provider.update(Kind.CONTACT, cleo, {"job_title": "Köchin; Gärtnerin"}))
    asyncio.run(provider.delete(Kind.CONTACT, made.id))
    run("vdirsyncer", "-c", str(sync), "sync")
    assert "Köchin; Gärtnerin" in run("khard", "-c", str(khard), "show", "Cleo")
    assert "Bob" not in run("khard", "-c", str(khard), "list")
    assert b"X-ODD;A=b:kept\r\n" in (other / "u1.vcf").read_bytes()

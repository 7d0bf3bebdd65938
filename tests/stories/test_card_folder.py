"""A folder of cards as an account both ways: what either side changes reaches the other, and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.domain.values import Entry, entries
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile

ANN = b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u1\r\nFN:Ann Lee\r\nX-ODD;A=b:kept\r\nTEL:1\r\nEND:VCARD\r\n"
OLD = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1:M\xfcller;J\xf6rg\r\nTEL;CELL:2\r\nEND:VCARD\r\n"


async def synced(desk: Desk) -> Run:
    (run,) = await desk.sync()
    assert (run.outcome, run.balanced) == (RunOutcome.SUCCESS, True), run
    return run


async def named(desk: Desk) -> dict[str, Item]:
    items, _ = await desk.items(ItemQuery(kind=Kind.CONTACT), None)
    return {str(item.values.get("name")): item for item in items}


def filled(folder: Path) -> Path:
    folder.mkdir()
    (folder / "ann.vcf").write_bytes(ANN)
    (folder / "old.vcf").write_bytes(OLD)
    return folder


async def test_cards_and_desk_change_each_other(tmp_path: Path) -> None:
    folder = filled(tmp_path / "book")
    profile = Profile.at(tmp_path / "profile")
    async with await Desk.open(profile, keys=KeySource(environment="")) as desk:
        settings = {"path": str(folder), "api": "vdir"}
        account = await desk.add_account("file", "Book", settings, {}, Direction.TWO_WAY)
        assert (await synced(desk)).new == 2
        people = await named(desk)
        assert people.keys() == {"Ann Lee", "Jörg Müller"}
        await desk.edit(people["Ann Lee"].id, {"company": "Lee Ltd"})
        await desk.edit(people["Jörg Müller"].id, {"phones": (Entry("2", "mobile"), Entry("3"))})
        await desk.new(Kind.CONTACT, {"name": "Bob Ray", "emails": entries(["bob@ray.example"])}, [account.id])
        await synced(desk)
        assert (await desk.outbox())[0] == []
        assert (folder / "ann.vcf").read_bytes() == ANN.replace(b"END:", b"ORG:Lee Ltd\r\nEND:")
        assert (
            "N:Müller;Jörg\r\nTEL;TYPE=CELL:2\r\nFN:Jörg Müller\r\nTEL:3\r\n".encode()
            in (folder / "old.vcf").read_bytes()
        )
        assert len(os.listdir(folder)) == 3
        same = await synced(desk)
        assert (same.new, same.changed, same.sent) == (0, 0, 0)
        # Both sides change one card: what they changed apart is merged, in the file too.
        (folder / "ann.vcf").write_bytes(ANN.replace(b"TEL:1", b"TEL:1\r\nTITLE:Agent"))
        await desk.edit(people["Ann Lee"].id, {"website": "https://lee.example"})
        await synced(desk)
        ann = desk.item(people["Ann Lee"].id)
        assert (ann.values["job_title"], ann.values["website"]) == ("Agent", "https://lee.example")
        text = (folder / "ann.vcf").read_bytes()
        assert all(part in text for part in (b"X-ODD;A=b:kept", b"TITLE:Agent", b"URL:https://lee.example"))
        os.remove(folder / "old.vcf")
        assert (await synced(desk)).removed == 1

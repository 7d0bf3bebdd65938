"""People whom programs take for one, or for two: of each sort a pair, one in the demo Dex, the other in another CRM.

They stand at the end of both lists where the demo shows its CRMs side by side, so that a search for the same people has
something to show besides equal records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from crmdesk.demo.people import Person

FEWEST = 40  # contacts of a list from which on they stand in it
_FIRM = 9_000_004  # a number by which the demo Flex holds the company of a person


class HardCase(NamedTuple):
    """Two records: the one that Dex has, and the one of another CRM."""

    name: str
    dex: Person
    crm: str
    other: Person


def _person(first: str, last: str, place: int, **known: Any) -> Person:
    return Person(
        9_000_000 + place,
        first_name=first,
        last_name=last,
        full_name=f"{first} {last}",
        country="NO",
        city="Bergen",
        created_at="2025-03-04T08:00:00.000Z",
        updated_at="2026-05-06T08:00:00.000Z",
        **known,
    )


def _work(*addresses: str) -> tuple[tuple[str, str], ...]:
    return tuple((address, "Work") for address in addresses)


def _mobile(number: str) -> tuple[tuple[str, str], ...]:
    return ((number, "Mobile"),)


def _line(number: str) -> tuple[tuple[str, str], ...]:
    return ((number, "Work"),)


_TWIN = (1991, 5, 17)
_NOBODYS_DAY = (1900, 1, 1)

HARD_CASES = (
    HardCase(
        "father and son of one name",
        _person("Rupert", "Ashgrove Sr", 10, phones=_line("+47 55 55 01 21")),
        "follow_up_boss",
        _person("Rupert", "Ashgrove Jr", 11, phones=_line("+47 55 55 01 21")),
    ),
    HardCase(
        "twins",
        _person("Mira", "Teichgraeber", 20, born=_TWIN, phones=_line("+49 30 5550 1221")),
        "rex",
        _person("Nora", "Teichgraeber", 21, born=_TWIN, phones=_line("+49 30 5550 1221")),
    ),
    HardCase(
        "colleagues on a switchboard",
        _person("Oskar", "Wendlandt", 30, company="Kornblum Optik GmbH", phones=_line("+49 30 5550 1000")),
        "crm_api",
        _person(
            "Paula", "Irmscher", 31, company="Kornblum Optik", phones=_line("+49 30 5550 1000"),
            emails=_work("p.irmscher@kornblum-optik.example"),
        ),
    ),
    HardCase(
        "couple with a family mailbox",
        _person("Dirk", "Hoogeveen", 40, emails=_work("familie.hoogeveen@briefkasten.example")),
        "follow_up_boss",
        _person("Lotte", "Hoogeveen", 41, emails=_work("familie.hoogeveen@briefkasten.example")),
    ),
    HardCase(
        "nickname",
        _person("Bill", "Overbury", 50, phones=_mobile("+47 912 55 013")),
        "rex",
        _person("William", "Overbury", 51, phones=_mobile("0047 912 55 013")),
    ),
    HardCase(
        "married name",
        _person("Hanne", "Solvang", 60, phones=_mobile("+47 912 55 012")),
        "flex",
        _person("Hanne", "Krogstad", 61, phones=_mobile("+4791255012")),
    ),
    HardCase(
        "namesakes in one firm",
        _person(
            "Ravi", "Krishnamoorthy", 70, company="Tamarind Labs", born=(1980, 2, 11),
            emails=_work("ravi.k@tamarind-labs.example"),
        ),
        "flex",
        _person(
            "Ravi", "Krishnamoorthy", 71, company="Tamarind Labs", born=(1993, 11, 30),
            emails=_work("ravi.km@tamarind-labs.example"),
        ),
    ),
    HardCase(
        "swapped names",
        _person("Ilse", "Quandt", 80, emails=_work("ilse@quandt.example")),
        "mri_vault",
        _person("Quandt", "Ilse", 81, emails=_work("Ilse@quandt.example")),
    ),
    HardCase(
        "two scripts",
        _person("Svetlana", "Ryabova", 90, phones=_mobile("+7 916 555-01-07")),
        "follow_up_boss",
        _person("Светлана", "Рябова", 91, phones=_mobile("+79165550107")),
    ),
    HardCase(
        "recycled number",
        _person("Gudrun", "Pechstein", 100, phones=_mobile("+49 171 5550188")),
        "crm_api",
        _person("Tarek", "Mansouri", 101, phones=_mobile("+491715550188"), emails=_work("tarek@mansouri.example")),
    ),
    HardCase(
        "placeholder birthday",
        _person("Igor", "Blavatsky", 110, born=_NOBODYS_DAY),
        "rex",
        _person("Selma", "Lindgaard", 111, born=_NOBODYS_DAY),
    ),
    HardCase(
        "firm and the person who works there",
        _person("Edith", "Quillfeather", 120, company="Quillfeather Press", phones=_line("+47 55 55 01 11")),
        "flex",
        replace(
            _person("Quillfeather", "Press", 121, company="Quillfeather Press Ltd", phones=_line("+47 55 55 01 11")),
            number=_FIRM,
        ),
    ),
)  # fmt: skip


def _by_place() -> Mapping[str, Mapping[int, Person]]:
    """Whom each CRM has at which place from the end of its list."""
    found: dict[str, dict[int, Person]] = {"dex": {}}
    for case in HARD_CASES:
        for crm, person in (("dex", case.dex), (case.crm, case.other)):
            held = found.setdefault(crm, {})
            held[len(held)] = person
    return found


_PLACES = _by_place()


def planted(crm: str, number: int, contacts: int) -> Person | None:
    """Whom of them that contact of a CRM's list is, None where it is somebody else."""
    return _PLACES.get(crm, {}).get(contacts - 1 - number) if contacts >= FEWEST else None

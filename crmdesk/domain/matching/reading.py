"""Reading a record into the form in which it is compared."""

from __future__ import annotations

import re
from hashlib import blake2b

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.form import FIRM, PERSON, PLACE, Form
from crmdesk.domain.matching.names import Name, ends_as_firm, firm_words, is_no_name, looks_like_firm, read_name
from crmdesk.domain.matching.parts import listed
from crmdesk.domain.matching.points import birthday, handles, mailboxes, phones, street
from crmdesk.domain.matching.spelling import cleaned, sound, words
from crmdesk.domain.matching.suggestions import Identity
from crmdesk.domain.values import Values

_FIRM_TYPES = listed("company organisation organization business corporate firm agency vendor supplier")
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([^/?#:]+)", re.IGNORECASE)
_LOCAL = re.compile(r"[._\-]")


def mark_of(kind: Kind, identity: Identity) -> int:
    """A number of 48 bits that a record has whenever and wherever it is read."""
    text = f"{kind.value}\n{identity.account}\n{identity.remote_id}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=6).digest())


def read(kind: Kind, values: Values, region: str | None = None, *, account: int = 0, mark: int = 0) -> Form | None:
    """The form of a record, None for a kind that is never matched, and where nothing is said that could be compared."""
    if kind is Kind.PROPERTY:
        return _place(values, account, mark)
    if kind is not Kind.CONTACT:
        return None
    name, first, last, company = (_text(values, key) for key in ("name", "first_name", "last_name", "company"))
    own, roles = mailboxes(values.get("emails"))
    numbers = phones(values.get("phones"), region)
    line, unit = street(_text(values, "street") or _text(values, "address"))
    town = " ".join(words(cleaned(f"{_text(values, 'city')} {_text(values, 'postcode')}")))
    said = _firm_name(values, name, first, last, "" if own else company) or _named_as(company, name, first)
    if said:
        site = _domain(_text(values, "website")) or next((box.rpartition("@")[2] for box in (*own, *roles)), "")
        return Form(
            mark, account, FIRM, mails=own, roles=roles, phones=numbers, handles=handles(values), street=line,
            unit=unit, town=town, firm=firm_words(said), site=site,
        )  # fmt: skip
    if first and last and ends_as_firm(last):
        company, last = company or last, ""  # a firm in the box of the surname
    read_as = read_name(name, first, last)
    derived = not (read_as.given or read_as.surname)
    if derived:
        read_as = _name_in(own)
    form = Form(
        mark, account, PERSON, read_as.given, read_as.surname, read_as.alias, read_as.loose, read_as.script,
        read_as.suffix, read_as.gender, own, roles, numbers, handles(values), birthday(values.get("birthday")), line,
        unit, town, firm_words(company) if company else (), "", derived,
    )  # fmt: skip
    return form if form.named or form.mails or form.phones or form.handles or form.birthday else None


def _text(values: Values, key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _firm_name(values: Values, name: str, first: str, last: str, company: str) -> str:
    """The name of a firm, where the contact is one."""
    if first and last:
        return name if name and ends_as_firm(last) and looks_like_firm(f"{first} {last}") and not company else ""
    text = name or last or first
    if not text or is_no_name(text):
        return company if company and not first and not last else ""
    if _text(values, "contact_type").lower() in _FIRM_TYPES and not first:
        return text
    return text if looks_like_firm(text) else ""


def _named_as(company: str, name: str, first: str) -> str:
    return name if company and not first and name.casefold() == company.casefold() else ""


def _domain(url: str) -> str:
    found = _DOMAIN.match(url)
    return found[1].lower() if found and "." in found[1] else ""


def _name_in(boxes: tuple[str, ...]) -> Name:
    """The name that a mailbox is made of, where it has two words."""
    for box in boxes:
        parts = [part.rstrip("0123456789") for part in _LOCAL.split(box.partition("@")[0])]
        if len(parts) == 2 and all(len(part) > 1 and part.isascii() and part.isalpha() for part in parts):
            return Name((sound(parts[0]),), (sound(parts[1]),), loose=True)
    return Name()


def _place(values: Values, account: int, mark: int) -> Form | None:
    """A property, which is its address; what stands behind the street tells equal streets apart."""
    text = _text(values, "name")
    front, _, behind = text.partition(",")
    line, unit = street(front)
    if not line and behind:  # "Unit 4, 12 Quay Street, Leeds"
        rest, _, last = behind.partition(",")
        line, more = street(rest)
        unit, behind = (unit or more or "".join(words(front))[-4:]), last
    if not line:
        return None
    return Form(mark, account, PLACE, street=line, unit=unit, town=" ".join(words(cleaned(behind))[:6]))

"""Any two records compared; firms and properties have levels and tiers of their own, out of the same table."""

from __future__ import annotations

from rapidfuzz.distance import JaroWinkler

from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.comparison import BITS, Book, Comparison, Evidence, limit
from crmdesk.domain.matching.form import FIRM, PERSON, Form
from crmdesk.domain.matching.keys import phone_key
from crmdesk.domain.matching.name_levels import contradict
from crmdesk.domain.matching.parts import FREEMAIL
from crmdesk.domain.matching.people import compare_people, people_join
from crmdesk.domain.matching.reading import read
from crmdesk.domain.matching.suggestions import Rival, Tier
from crmdesk.domain.matching.weights import CERTAIN, LIKELY, POSSIBLE
from crmdesk.domain.values import Values

_NEAR = 0.93  # of the similarity of two firms' names, from which on they differ by a slip


def compare(one: Form, other: Form, book: Book) -> Comparison:
    """Compare two records; whoever comes first, the answer is the same."""
    if other.mark < one.mark:
        one, other = other, one
    if one.kind != other.kind:
        return Comparison(-20.0, Rival.STRANGER, None, True, [_row("firm_and_person")])
    if one.kind == PERSON:
        return compare_people(one, other, book)
    return _compare_firms(one, other, book) if one.kind == FIRM else _compare_places(one, other, book)


def join(one: Form, other: Form, book: Book) -> bool:
    """Whether two records are of a tier and do not contradict; what `compare` says, found sooner."""
    if one.kind == other.kind == PERSON:
        return people_join(one, other, book) if one.mark <= other.mark else people_join(other, one, book)
    found = compare(one, other, book)
    return found.tier is not None and not found.contradicts


def _row(code: str, detail: str = "") -> Evidence:
    stranger, relative, colleague = BITS[code]
    return code, stranger, relative, colleague, detail


def _compare_firms(one: Form, other: Form, book: Book) -> Comparison:
    name = _firm_name(one.firm, other.firm)
    rows = [_row(name)]
    own = 0
    if one.site and other.site and not {one.site, other.site} & FREEMAIL:
        same = one.site == other.site
        rows.append(_row("firm_site" if same else "firm_other_site", one.site if same else ""))
        own += same
    boxes = sorted({*one.mails, *one.roles} & {*other.mails, *other.roles})
    if boxes:
        rows.append(_row("firm_mailbox", boxes[0]))
        own += 1
    if {phone_key(number) for number in one.phones} & {phone_key(number) for number in other.phones}:
        rows.append(_row("firm_phone"))
        own += 1
    if one.street and other.street:
        same = one.street == other.street and not _apart(one.town, other.town)
        rows.append(_row("firm_address" if same else "firm_other_address"))
        own += same
    if one.account == other.account and one.account > 1:
        rows.append(_row("same_account"))
    weight, rival = limit(rows, book.size)
    return Comparison(weight, rival, _firm_tier(weight, name, own, rows), name == "firm_name_other" and not own, rows)


def _firm_tier(weight: float, name: str, own: int, rows: list[Evidence]) -> Tier | None:
    if not own:
        return Tier.POSSIBLE if name == "firm_name" else None  # names alone, as with people
    against = any(row[1] < 0 for row in rows)
    if weight >= CERTAIN and name == "firm_name" and not against:
        return Tier.CERTAIN
    if weight >= LIKELY:
        return Tier.LIKELY
    return Tier.POSSIBLE if weight >= POSSIBLE else None


def _firm_name(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    if one == other or "".join(one) == "".join(other):
        return "firm_name"
    mine, theirs = set(one), set(other)
    if (mine <= theirs or theirs <= mine) and len(mine & theirs) > 1:
        return "firm_name_near"
    if JaroWinkler.similarity(" ".join(one), " ".join(other)) >= _NEAR:
        return "firm_name_near"
    return "firm_name_other"


def _apart(town: str, other: str) -> bool:
    return bool(town and other and not set(town.split()) & set(other.split()))


def _compare_places(one: Form, other: Form, book: Book) -> Comparison:
    rows = [_row("place", one.street)] if one.street == other.street else []
    if not rows:
        return Comparison(-20.0, Rival.STRANGER, None, True, [])
    apart = _apart(one.town, other.town)
    if one.town and other.town:
        rows.append(_row("place_other_town" if apart else "place_town"))
    if one.unit and other.unit:
        rows.append(_row("place_unit" if one.unit == other.unit else "place_other_unit"))
    elif one.unit or other.unit:
        rows.append(_row("place_no_unit"))
    if one.account == other.account and one.account > 1:
        rows.append(_row("same_account"))
    weight, rival = limit(rows, 10.0)  # how many streets there are does not grow with the book
    sure = one.unit == other.unit and bool(one.town and other.town) and not apart
    contradicts = apart or bool(one.unit and other.unit and one.unit != other.unit)
    tier = None
    if not contradicts:
        tier = Tier.CERTAIN if sure and weight >= CERTAIN else Tier.LIKELY if weight >= LIKELY else Tier.POSSIBLE
        tier = Tier.POSSIBLE if one.unit != other.unit else tier
    return Comparison(weight, rival, tier, contradicts, rows)


def names_contradict(mine: Values, theirs: Values) -> bool:
    """Whether the names of two contacts say that they are two, whatever else they share; no name says nothing."""
    if not _has_name(mine) or not _has_name(theirs):
        return False
    one, other = (
        read(Kind.CONTACT, {key: values[key] for key in _NAMES if key in values}) for values in (mine, theirs)
    )
    return one is not None and other is not None and contradict(one, other)


_NAMES = ("name", "first_name", "last_name")


def _has_name(values: Values) -> bool:
    return any(values.get(key) for key in _NAMES)

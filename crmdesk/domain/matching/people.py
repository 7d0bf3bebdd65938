"""Two people compared: all that their records say of each other, and what that weighs against each rival."""

from __future__ import annotations

from math import log2

from crmdesk.domain.matching.comparison import BITS, BOOK, Book, Comparison, Evidence, limit
from crmdesk.domain.matching.form import Form
from crmdesk.domain.matching.keys import in_mailbox, is_odd_text, local_text, phone_key
from crmdesk.domain.matching.name_levels import ALIKE, FAR_SURNAMES, NameLevels, levels
from crmdesk.domain.matching.parts import FREEMAIL
from crmdesk.domain.matching.points import is_family, streets, towns_apart
from crmdesk.domain.matching.rarity import given_bits, name_alone, surname_bits
from crmdesk.domain.matching.spelling import sound
from crmdesk.domain.matching.suggestions import Tier
from crmdesk.domain.matching.weights import (
    AGAINST,
    CERTAIN,
    LIKELY,
    MOST_SURNAME,
    NAMESAKES_AT_MOST,
    POSSIBLE,
    PRIOR_RELATIVE,
    WEIGHTS,
)

_OTHERS = frozenset(code for code in WEIGHTS if code.startswith("other_"))
# What says nothing but that two have one name.
_NAMES_ALONE = _OTHERS | frozenset(
    code
    for code in WEIGHTS
    if code.startswith(("given", "surname", "swapped", "same_account", "mailbox_name", "point_of_crowd"))
)
_CROWD = 8  # people who hold a point from which on it says nothing of any two of them
_LEAST = -8.0  # bits below which not even an equal name makes a pair worth a look
_SAID_BY_CHANCE = frozenset(
    ("given", "given_nickname", "given_short", "given_typo", "given_kin", "given_middle", "given_initial")
)

_MOST_GIVEN = 7.0  # bits that a given name's rarity adds at the most, see `rarity`
_ROUNDED = 0.001  # weights are rounded to so much
_MAILBOX_MAY_SAY = frozenset(("", "given_initial", "given_western", "given_other"))


def compare_people(one: Form, other: Form, book: Book) -> Comparison:
    """Compare two records of people."""
    return _People(one, other, book).done()


def people_join(one: Form, other: Form, book: Book) -> bool:
    """Whether two records of people are worth keeping as a pair."""
    pair = _People(one, other, book)
    if _is_hopeless(one, other, pair.names, book.size):
        return False
    found = pair.done()
    return found.tier is not None and not found.contradicts


class _People:
    """Two records of people being compared."""

    __slots__ = ("a", "b", "book", "contradiction", "evidence", "home", "names", "own", "shift")

    def __init__(self, one: Form, other: Form, book: Book) -> None:
        self.a, self.b, self.book = one, other, book
        self.shift = book.size - BOOK
        self.evidence: list[Evidence] = []
        self.own = 0  # points, handles and full birthdays that are one person's
        self.home = 0  # a common address, which with a common birthday is as good as two of them
        self.contradiction = False
        self.names: NameLevels = levels(one, other)

    def add(self, code: str, more: float = 0.0, detail: str = "") -> None:
        """Note one thing; `more` bits against those who share it by chance alone."""
        stranger, relative, colleague = BITS[code]
        self.evidence.append((code, stranger + more, relative, colleague, detail))

    def done(self) -> Comparison:
        a, b = self.a, self.b
        self._points()
        if (a.derived or b.derived) and not set(a.mails).isdisjoint(b.mails):
            self.names = NameLevels("", "")  # the name was read out of the mailbox that they share
        if a.birthday and b.birthday:
            self._birthdays(a.birthday, b.birthday)
        if a.street and b.street:
            self._addresses()
        self._work()
        self._people()
        if a.account == b.account and a.account > 1:
            self.add("same_account")
        return self._weighed()

    # What they hold in common

    def _points(self) -> None:
        a, b = self.a, self.b
        if a.mails and b.mails:
            self._mailboxes(a.mails, b.mails)
        if a.roles and b.roles:
            for box in a.roles:
                if box in b.roles:
                    self.add("role_mailbox", 0.0, box)
                    break
        if a.phones and b.phones:
            self._phones(a.phones, b.phones)
        if a.handles and b.handles:
            self._handles()

    def _mailboxes(self, mine: tuple[str, ...], theirs: tuple[str, ...]) -> None:
        best = None
        for box in mine:
            if box in theirs:
                held = self.book.people(box)
                best = (held, box) if best is None or held < best[0] else best
        if best is not None:
            self._shared("mailbox", best[1], best[0])
            return
        texts = {local_text(box) for box in theirs}
        odd = sorted(local_text(box) for box in mine if local_text(box) in texts and is_odd_text(box, self.a, self.b))
        if odd:
            self.add("mailbox_text", 0.0, odd[0])
            return
        domains = {box.rpartition("@")[2] for box in mine} & {box.rpartition("@")[2] for box in theirs}
        self.add("other_at_domain" if domains - FREEMAIL else "other_mailbox")

    def _phones(self, mine: tuple[str, ...], theirs: tuple[str, ...]) -> None:
        best = None
        for number in mine:
            for number_2 in theirs:
                if _same_number(number, number_2):
                    type_ = number[0] if number[0] != "n" else number_2[0]
                    held = self.book.people("+" + phone_key(number))
                    rank = (held, "munf".index(type_))
                    if best is None or rank < best[0]:
                        best = (rank, type_, number)
        if best is not None:
            code = {"m": "mobile", "f": "landline"}.get(best[1], "phone")
            if code == "phone" and _each_has_another(mine, theirs):
                code = "landline"  # what both have beside a number of their own stands in a hall or on a desk
            self._shared(code, best[2][1:], best[0][0])
            return
        one = [number for number in mine if number[0] != "f"]
        other = [number for number in theirs if number[0] != "f"]
        if one and other:
            near = any(_near(number, number_2) for number in one for number_2 in other)
            self.add("phone_near" if near else "other_mobile")

    def _shared(self, code: str, point: str, people: int) -> None:
        if people <= 2 and code == "mailbox" and is_family(point):
            self.add("family_mailbox", self.shift, point)
        elif people <= 1:
            self.own += code != "landline"
            self.add(code, self.shift, point)
        elif people == 2:
            self.add("point_of_two", self.shift, point)
        else:
            crowd = people > _CROWD
            less = max(self.shift - 2 * log2(people), -8.0)
            self.add("point_of_crowd" if crowd else "point_of_many", less, str(people))

    def _handles(self) -> None:
        common = set(self.a.handles) & set(self.b.handles)
        if common:
            self.own += 1
            self.add("handle", self.shift, min(common))
            return
        networks = {text.partition(":")[0] for text in self.a.handles}
        if "linkedin" in networks and any(text.startswith("linkedin:") for text in self.b.handles):
            self.add("other_handle")

    def _birthdays(self, one: str, other: str) -> None:
        if one == other:
            full = one[0] != "-"
            self.own += full
            self.add("birthday" if full else "birthday_day", 0.0, one)
        elif one[0] == "-" or other[0] == "-":
            self.add("birthday_day" if one[4:] == other[4:] else "other_birthday")
            self.contradiction |= one[4:] != other[4:] and one[0] == other[0]
        elif _birthday_slip(one, other):
            self.add("birthday_slip")
        else:
            self.add("other_birthday")
            self.contradiction = True

    def _addresses(self) -> None:
        a, b = self.a, self.b
        level = streets(a.street, b.street)
        if level == "other_address" or towns_apart(a.town, b.town):
            self.add("other_address")
        elif a.unit and b.unit and a.unit != b.unit:
            self.add("other_unit")
        else:
            self.add(level)
            self.home = 1

    def _work(self) -> None:
        a, b = self.a, self.b
        if a.firm and b.firm:
            if a.firm == b.firm or set(a.firm) <= set(b.firm) or set(b.firm) <= set(a.firm):
                self.add("firm")
            else:
                self.add("other_firm")
        elif (a.firm and _mail_of(b, a.firm)) or (b.firm and _mail_of(a, b.firm)):
            self.add("firm_domain")
        elif a.mails and b.mails:
            domains = {box.rpartition("@")[2] for box in a.mails} & {box.rpartition("@")[2] for box in b.mails}
            shared = any(row[0] == "mailbox" for row in self.evidence)
            if domains - FREEMAIL and not shared:
                self.add("domain")

    # Who they are

    def _people(self) -> None:
        a, b, book = self.a, self.b, self.book
        given, surname, swapped = self.names
        if a.suffix and b.suffix and a.suffix != b.suffix:
            self.add("suffix_other")
            self.contradiction = True
        if a.gender and b.gender and a.gender != b.gender:
            self.add("gender_other")
        if given:
            self._name(given, given_bits(a.given or a.surname) if given in _SAID_BY_CHANCE else 0.0)
        if surname:
            alike = surname not in FAR_SURNAMES
            self._name(surname, surname_bits(book, a, b) if alike else 0.0)
        if swapped:
            self.add("swapped")
        if given in ("", "given_initial", "given_western", "given_other") and (_named_in(a, b) or _named_in(b, a)):
            self.add("mailbox_name")
        if given == "given" and surname == "surname" and not swapped:
            self._alone()
        if given == "given_other" and surname == "surname_other" and self.own + self.home < 2:
            self.contradiction = True

    def _name(self, code: str, bits: float) -> None:
        """A name weighs against strangers and colleagues by its rarity."""
        stranger, relative, colleague = BITS[code]
        self.evidence.append((code, stranger + bits, relative, colleague + bits, ""))

    def _alone(self) -> None:
        """An equal whole name weighs no more than the number of those who have it allows."""
        namesakes = self.book.namesakes(self.a)
        name_rows = [row for row in self.evidence if row[0] in ("given", "surname")]
        limit = name_alone(namesakes) + self.book.size - 1
        over = sum(row[1] for row in name_rows) - limit
        if over > 0:
            place = self.evidence.index(name_rows[-1])
            code, stranger, relative, colleague, _ = name_rows[-1]
            self.evidence[place] = (code, stranger - over, relative, colleague - over, "")

    # What it comes to

    def _weighed(self) -> Comparison:
        weight, rival = limit(self.evidence, self.book.size)
        return Comparison(weight, rival, self._tier(weight), self.contradiction, self.evidence)

    def _tier(self, weight: float) -> Tier | None:
        """The tier of the pair by itself; one that contradicts is never more than possible, and joins no group."""
        alone = all(row[0] in _NAMES_ALONE for row in self.evidence)
        if not self.contradiction:
            if weight >= CERTAIN and self._sure():
                return Tier.CERTAIN
            if weight >= LIKELY and not alone:
                return Tier.LIKELY
        if weight >= POSSIBLE:
            return Tier.POSSIBLE
        given, surname, _ = self.names
        shared = any(row[1] > 0 and row[0] not in _NAMES_ALONE for row in self.evidence)
        if (given, surname) == ("given", "surname") and weight >= _LEAST and (shared or not self.contradiction):
            return Tier.POSSIBLE if self.book.namesakes(self.a) <= NAMESAKES_AT_MOST else None
        return None

    def _sure(self) -> bool:
        """Whether more than weight speaks for it: a point that is one person's, names that go together, no but."""
        given, surname, _ = self.names
        if (
            not self.own
            or self.a.derived
            or self.b.derived
            or given not in ALIKE
            or surname in FAR_SURNAMES
            or surname == "surname_initial"
        ):
            return False
        named = _NAMES_ALONE - _OTHERS
        return all(row[0] in named or min(row[1], row[2], row[3]) > AGAINST for row in self.evidence)


def _same_number(one: str, other: str) -> bool:
    if one[1:] == other[1:]:
        return True
    if one[0] == "n" or other[0] == "n":
        short, long = sorted((one[1:].lstrip("+"), other[1:].lstrip("+")), key=len)
        return len(short) >= 7 and long.endswith(short)
    return False


def _each_has_another(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether both have a number besides, which the other has not, and which may be a mobile."""
    left = [one for one in mine if one[0] != "f" and not any(_same_number(one, other) for other in theirs)]
    right = [one for one in theirs if one[0] != "f" and not any(_same_number(one, other) for other in mine)]
    return bool(left and right)


def _near(one: str, other: str) -> bool:
    mine, theirs = one[-9:], other[-9:]
    return len(one) == len(other) and sum(x != y for x, y in zip(mine, theirs, strict=False)) == 1


def _birthday_slip(one: str, other: str) -> bool:
    if one[:4] == other[:4] and one[4:6] == other[6:] and one[6:] == other[4:6]:
        return True
    wrong = [place for place, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs]
    if len(wrong) != 2:
        return len(wrong) == 1
    first, last = wrong
    return last - first == 1 and (one[first], one[last]) == (other[last], other[first])


def _mail_of(form: Form, firm: tuple[str, ...]) -> bool:
    """Whether a mailbox is of a firm of that name."""
    name = "".join(firm)
    for box in (*form.mails, *form.roles):
        domain = box.rpartition("@")[2]
        if domain not in FREEMAIL:
            core = sound(domain.partition(".")[0].replace("-", ""))
            if len(core) > 4 and len(name) > 4 and (name.startswith(core) or core.startswith(name)):
                return True
    return False


def _named_in(one: Form, other: Form) -> bool:
    """Whether a mailbox of one is made of the other's given name."""
    if not one.mails or not other.given or len(other.given[0]) < 3:
        return False
    return any(in_mailbox(other.given[0], box) for box in one.mails)


# Pairs met by a key as small as the beginning of a name, of which most come to nothing.


def _is_hopeless(one: Form, other: Form, names: NameLevels, size: float) -> bool:
    """Whether two people's records surely come to no tier, or contradict; False says nothing."""
    given, surname, _ = names
    if (given, surname) == ("given", "surname") or (one.birthday and other.birthday) or _share_points(one, other):
        return False
    if given == "given_other" and surname == "surname_other":
        return True  # two names, and nothing that is one person's
    stranger, relative = _most_besides(one, other, given)
    if given:
        stranger += BITS[given][0] + _MOST_GIVEN
        relative += BITS[given][1]
    if surname:
        stranger += BITS[surname][0] + (0.0 if surname in FAR_SURNAMES else MOST_SURNAME)
        relative += BITS[surname][1]
    return min(stranger + 1 - size, relative + PRIOR_RELATIVE) < POSSIBLE - _ROUNDED


def _share_points(one: Form, other: Form) -> bool:
    """Whether anything is shared that might be one person's, or looks as if."""
    if one.mails and other.mails:
        mine = {local_text(box) for box in one.mails}
        if not mine.isdisjoint([local_text(box) for box in other.mails]):
            return True
    if one.phones and other.phones:
        mine = {number[-7:] for number in one.phones}
        if not mine.isdisjoint([number[-7:] for number in other.phones]):
            return True
    if one.roles and other.roles and not set(one.roles).isdisjoint(other.roles):
        return True
    return bool(one.handles and other.handles and not set(one.handles).isdisjoint(other.handles))


def _most_besides(one: Form, other: Form, given: str) -> tuple[float, float]:
    """The most bits, against a stranger and a relative, of all that is neither a name nor a point that both hold."""
    found: list[str] = []
    if one.phones and other.phones:
        found.append("phone_near")
    if one.street and other.street:
        found.append("address")
    if one.firm and other.firm:
        found.append("firm")
    elif one.firm or other.firm:
        found.append("firm_domain")
    elif one.mails and other.mails:
        mine = {box.rpartition("@")[2] for box in one.mails}
        if mine & {box.rpartition("@")[2] for box in other.mails} - FREEMAIL:
            found.append("domain")
    if given in _MAILBOX_MAY_SAY and (one.mails or other.mails):
        found.append("mailbox_name")
    return sum(BITS[code][0] for code in found), sum(BITS[code][1] for code in found)

"""The world: people with names, numbers and mailboxes of their own, in households and firms that share some of them."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, field

from tests.matching.book.cultures import CULTURES, Culture, listed

FREEMAIL = ("gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "icloud.com", "gmx.net", "proton.me", "aol.com")
DIAL = {
    "US": "+1", "IE": "+353", "DE": "+49", "NL": "+31", "FR": "+33", "ES": "+34", "PT": "+351", "IT": "+39",
    "PL": "+48",
    "RU": "+7", "UA": "+380", "GR": "+30", "TR": "+90", "AE": "+971", "IL": "+972", "IN": "+91", "CN": "+86",
    "JP": "+81", "KR": "+82", "VN": "+84", "SE": "+46", "AU": "+61", "GB": "+44",
}  # fmt: skip
# Behind the country code: how a mobile and a fixed line begin, and how many digits follow.
MOBILE = {
    "US": ("415", 7), "IE": ("87", 7), "DE": ("171", 7), "NL": ("6", 8), "FR": ("6", 8), "ES": ("6", 8),
    "PT": ("91", 7),
    "IT": ("33", 8), "PL": ("60", 7), "RU": ("916", 7), "UA": ("67", 7), "GR": ("69", 8), "TR": ("532", 7),
    "AE": ("50", 7), "IL": ("52", 7), "IN": ("98", 8), "CN": ("138", 8), "JP": ("90", 8), "KR": ("10", 8),
    "VN": ("90", 7), "SE": ("70", 7), "AU": ("4", 8), "GB": ("77", 8),
}  # fmt: skip
FIXED = {
    "US": ("212", 7), "IE": ("1", 7), "DE": ("30", 7), "NL": ("20", 7), "FR": ("1", 8), "ES": ("91", 7),
    "PT": ("21", 7),
    "IT": ("06", 7), "PL": ("22", 7), "RU": ("495", 7), "UA": ("44", 7), "GR": ("21", 8), "TR": ("212", 7),
    "AE": ("4", 7), "IL": ("3", 7), "IN": ("22", 8), "CN": ("10", 8), "JP": ("3", 8), "KR": ("2", 8), "VN": ("24", 8),
    "SE": ("8", 7), "AU": ("2", 8), "GB": ("20", 8),
}  # fmt: skip
STREETS = listed(
    "High Station Church Mill Park Main Queen King Victoria Bridge Garden Lake Hill River Market School Castle Forest"
    " North South Elm Maple Cedar Linden Rosen Berg Haupt Bahnhof Kirch Schul Wald Wiesen Union Liberty Bay Ocean"
    " Harbour"
    " Orchard Meadow Spring Valley Summit Granite Copper Silver Juniper Willow Chestnut Walnut Laurel Poplar Fern"
)
WAYS = listed("Street Road Avenue Lane Drive Way Court Place")
TOWNS = listed(
    "Leeds Perth Austin Bristol Dublin Berlin Munich Lyon Madrid Porto Milan Krakow Kyiv Athens Ankara Dubai Haifa Pune"
    " Wuhan Osaka Busan Hanoi Malmo Utrecht Geneva Boston Denver Geelong Cardiff Nantes Sevilla Torino Gdansk Izmir"
)
TRADES = listed(
    "Realty Consulting Systems Logistics Partners Media Design Motors Foods Energy Capital Legal Dental Travel Textiles"
    " Software Build Pharma Security Events Insurance Printing Plumbing Architects Marketing Robotics Analytics"
)
FORMS = ("", " Ltd", " GmbH", " Inc", " LLC", " Pty Ltd", " S.A.", " AG", " B.V.", " Group", " & Co")


@dataclass
class Firm:
    """A firm with its switchboard, address and mail domain."""

    id: int
    name: str
    form: str
    domain: str
    switchboard: str
    address: tuple[str, str, str]
    region: str
    staff: list[Person] = field(default_factory=list)


@dataclass
class Person:
    """One person as they are; a view shows some of it, and some of it wrong."""

    id: int
    culture: Culture
    woman: bool
    given: list[str]
    surname: list[str]
    birthday: str
    address: tuple[str, str, str]
    old_address: tuple[str, str, str] | None = None
    mobiles: list[str] = field(default_factory=list)
    mailboxes: list[str] = field(default_factory=list)
    landline: str = ""
    family_mailbox: str = ""
    firm: Firm | None = None
    old_firm: Firm | None = None
    maiden: list[str] = field(default_factory=list)
    english: str = ""
    suffix: str = ""
    handle: str = ""
    boss: Person | None = None


def plain(text: str) -> str:
    """Letters without marks, in lower case, for addresses of mail."""
    return "".join(one for one in bare(text) if one.isascii() and one.isalnum()).lower()


def bare(text: str) -> str:
    """A text without the marks on its letters."""
    for old, new in _WHOLE_LETTERS:
        text = text.replace(old, new)
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


_WHOLE_LETTERS = (("ß", "ss"), ("ø", "o"), ("Ø", "O"), ("ł", "l"), ("Ł", "L"), ("ı", "i"), ("İ", "I"))


class World:
    """Makes people; the same chance gives the same people."""

    def __init__(self, chance: random.Random, people: int, namesakes: float = 0.01) -> None:
        self.chance = chance
        self.people: list[Person] = []
        self.firms: list[Firm] = []
        self.namesakes = namesakes
        self._taken: set[str] = set()
        self._weights = [culture.weight for culture in CULTURES]
        self._make_firms(max(3, people // 12))
        while len(self.people) < people:
            self._household()
        del self.people[people:]
        self._recycle()

    def culture(self) -> Culture:
        return self.chance.choices(CULTURES, self._weights)[0]

    def number(self, region: str, table: dict[str, tuple[str, int]]) -> str:
        begin, digits = table[region]
        while True:
            rest = "".join(self.chance.choice("0123456789") for _ in range(digits))
            if rest[0] in "01":
                rest = str(self.chance.randint(2, 9)) + rest[1:]
            number = DIAL[region] + begin + rest
            if number not in self._taken:
                self._taken.add(number)
                return number

    def address(self) -> tuple[str, str, str]:
        number = self.chance.randint(1, 240)
        street = f"{number} {self.chance.choice(STREETS)} {self.chance.choice(WAYS)}"
        if self.chance.random() < 0.12:
            street = f"{self.chance.randint(1, 40)}/{street}"
        return street, self.chance.choice(TOWNS), f"{self.chance.randint(1000, 99999):05d}"

    def surname(self, culture: Culture) -> str:
        rare = culture.roots and self.chance.random() < 0.6
        if rare:
            return self.chance.choice(culture.roots) + self.chance.choice(culture.endings)
        # Common ones are much more common than others.
        place = min(int(self.chance.expovariate(3.0 / len(culture.surnames))), len(culture.surnames) - 1)
        return culture.surnames[place].replace("+", " ")

    def given(self, culture: Culture, woman: bool) -> str:
        names = culture.women if woman else culture.men
        place = min(int(self.chance.expovariate(2.2 / len(names))), len(names) - 1)
        return names[place].replace("+", " ")

    def _make_firms(self, amount: int) -> None:
        for id_ in range(amount):
            culture = self.culture()
            stem = self.surname(culture)
            trade = self.chance.choice(TRADES)
            form = self.chance.choice(FORMS)
            domain = f"{plain(stem)}{plain(trade)}.{self.chance.choice(['com', 'net', 'de', 'io', 'com.au'])}"
            switchboard = self.number(culture.region, FIXED)
            name = f"{stem} {trade}"
            self.firms.append(Firm(id_, name, form, domain, switchboard, self.address(), culture.region))

    def _firm(self) -> Firm:
        place = min(int(self.chance.expovariate(4.0 / len(self.firms))), len(self.firms) - 1)
        return self.firms[place]

    def _household(self) -> None:
        culture, address, chance = self.culture(), self.address(), self.chance
        size = chance.choices([1, 2, 3, 4, 5], [50, 26, 11, 9, 4])[0]
        surname = [self.surname(culture) for _ in range(2 if culture.double else 1)]
        landline = self.number(culture.region, FIXED) if chance.random() < 0.4 else ""
        mailbox = f"{plain(surname[0])}.family@{chance.choice(FREEMAIL)}" if size > 1 and chance.random() < 0.2 else ""
        members: list[Person] = []
        for place in range(size):
            woman = bool(place % 2) if place < 2 else chance.random() < 0.5
            own = surname if place == 0 or chance.random() < 0.85 else [self.surname(culture)]
            year = chance.randint(1940, 1985) if place < 2 else chance.randint(1986, 2006)
            person = self.person(culture, woman, list(own), year, address)
            while any(person.given[0] == other.given[0] for other in members):
                person.given = [self.given(culture, woman)]
            person.landline, person.family_mailbox = landline, mailbox
            members.append(person)
        self._alike(members)
        if members[0].firm is not None and chance.random() < self.namesakes:
            # Somebody of one name in one firm, who has nothing else to do with them.
            twin = members[0].firm.staff[0]
            if twin is not members[0]:
                members[0].given, members[0].surname, members[0].woman = (
                    list(twin.given),
                    list(twin.surname),
                    twin.woman,
                )
        for person in members:
            self._points(person)
        self.people += members

    def person(
        self, culture: Culture, woman: bool, surname: list[str], year: int, address: tuple[str, str, str]
    ) -> Person:
        chance = self.chance
        given = [self.given(culture, woman)]
        if chance.random() < 0.3:
            second = self.given(culture, woman)
            given += [second] if second not in given else []
        birthday = f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        person = Person(len(self._taken) * 1000 + len(self.people), culture, woman, given, surname, birthday, address)
        if woman and chance.random() < 0.2:
            person.maiden = [self.surname(culture)]
        if culture.family_first and chance.random() < 0.45:
            english = CULTURES[0]
            person.english = chance.choice(english.women if woman else english.men)
        if chance.random() < 0.62:
            person.firm = self._firm()
            person.firm.staff.append(person)
        if chance.random() < 0.2:
            person.old_firm = self._firm()
        if chance.random() < 0.2:
            person.old_address = self.address()
        return person

    def _alike(self, members: list[Person]) -> None:
        """Fathers and sons of one name, and twins."""
        chance = self.chance
        if len(members) > 2 and chance.random() < 0.12:
            father, son = members[0], members[2]
            son.woman, son.given, son.surname = False, list(father.given), list(father.surname)
            if chance.random() < 0.5:
                father.suffix, son.suffix = "Sr", "Jr"
        if len(members) > 3 and chance.random() < 0.2:
            members[3].birthday, members[3].surname = members[2].birthday, list(members[2].surname)

    def _points(self, person: Person) -> None:
        chance, region = self.chance, person.culture.region
        for _ in range(chance.choices([0, 1, 2], [8, 70, 22])[0]):
            person.mobiles.append(self.number(region, MOBILE))
        given, surname = plain(person.given[0]) or "x", plain("".join(person.surname[:1])) or "y"
        english = plain(person.english) or given
        for _ in range(chance.choices([0, 1, 2], [10, 60, 30])[0]):
            year = person.birthday[2:4]
            forms = (
                f"{given}.{surname}", f"{given}{surname}", f"{given[0]}{surname}", f"{surname}.{given}",
                f"{given}{year}", f"{english}.{surname}", f"{given}_{surname}{chance.randint(1, 99)}",
                f"{chance.choice(STREETS).lower()}{chance.randint(10, 9999)}",
            )  # fmt: skip
            person.mailboxes.append(self._mailbox(chance.choices(forms, [30, 12, 14, 8, 10, 8, 8, 10])[0]))
        if person.firm is not None and chance.random() < 0.8:
            local = chance.choice([f"{given}.{surname}", f"{given[0]}{surname}", given])
            person.mailboxes.insert(0, self._mailbox(local, person.firm.domain))
        if person.old_firm is not None and chance.random() < 0.6:
            person.mailboxes.append(self._mailbox(f"{given}.{surname}", person.old_firm.domain))
        if chance.random() < 0.25:
            person.handle = f"{given}{surname}{chance.randint(1, 999)}"
        if person.firm is not None and person.firm.staff[0] is not person and chance.random() < 0.05:
            person.boss = person.firm.staff[0]

    def _mailbox(self, local: str, domain: str = "") -> str:
        domain = domain or self.chance.choice(FREEMAIL)
        address, more = f"{local}@{domain}", 1
        while address in self._taken:
            more += self.chance.randint(1, 30)
            address = f"{local}{more}@{domain}"
        self._taken.add(address)
        return address

    def _recycle(self) -> None:
        """Numbers that were somebody else's before."""
        for person in self.people:
            if person.mobiles and self.chance.random() < 0.01:
                other = self.chance.choice(self.people)
                other.mobiles.append(person.mobiles[0])

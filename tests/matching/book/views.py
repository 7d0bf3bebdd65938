"""What becomes of a person in a CRM: some of what is true, in its own notation, with its mistakes."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from crmdesk.domain.values import Entry, Value
from tests.matching.book.people import DIAL, Firm, Person, bare, plain

Record = dict[str, Value]

NICKNAMES = {
    "William": "Bill Will Billy", "Robert": "Bob Rob Bobby", "Richard": "Dick Rick Richie", "James": "Jim Jimmy",
    "John": "Jack Johnny", "Michael": "Mike Mick", "Thomas": "Tom Tommy", "Charles": "Charlie Chuck",
    "Daniel": "Dan Danny", "Matthew": "Matt", "Anthony": "Tony", "Steven": "Steve", "Andrew": "Andy Drew",
    "Joshua": "Josh", "Kenneth": "Ken", "Edward": "Ed Ted Eddie", "Ronald": "Ron", "Timothy": "Tim",
    "Jeffrey": "Jeff", "Nicholas": "Nick", "Benjamin": "Ben", "Samuel": "Sam", "Gregory": "Greg",
    "Alexander": "Alex Sandy", "Patrick": "Pat Paddy", "Joseph": "Joe", "Zachary": "Zach", "Gerald": "Gerry",
    "Elizabeth": "Liz Beth Betty Lizzy", "Margaret": "Peggy Maggie Meg", "Patricia": "Pat Patty Trish",
    "Jennifer": "Jen Jenny", "Barbara": "Barb", "Susan": "Sue Susie", "Jessica": "Jess", "Deborah": "Debbie Deb",
    "Katherine": "Kate Kathy Katie", "Catherine": "Cathy Kate", "Christine": "Chris Tina", "Rebecca": "Becky",
    "Stephanie": "Steph", "Kimberly": "Kim", "Samantha": "Sam", "Victoria": "Vicky Tori", "Pamela": "Pam",
    "Francisco": "Paco Pancho", "José": "Pepe", "Dolores": "Lola", "Guadalupe": "Lupe", "Concepción": "Concha",
    "Ignacio": "Nacho", "Enrique": "Quique", "Mercedes": "Merche", "Rafael": "Rafa", "Alejandro": "Álex Jandro",
    "Johannes": "Hannes Hans", "Maximilian": "Max", "Katharina": "Kathi Käthe", "Friedrich": "Fritz",
    "Susanne": "Susi", "Elisabeth": "Lisa Elli", "Sebastian": "Basti", "Magdalena": "Lena", "Hendrik": "Henk",
    "Cornelis": "Kees", "Wilhelmina": "Willemijn", "Giuseppe": "Beppe Pino", "Giovanni": "Gianni",
    "Francesco": "Franco Checco", "Salvatore": "Totò Turi", "Alessandro": "Sandro Ale", "Giuseppina": "Pina",
    "Aleksandr": "Sasha Alex", "Dmitry": "Dima Mitya", "Mikhail": "Misha", "Vladimir": "Volodya Vova",
    "Sergey": "Seryozha", "Ekaterina": "Katya", "Tatyana": "Tanya", "Natalya": "Natasha", "Anastasia": "Nastya",
    "Elena": "Lena", "Maria": "Masha Mia", "Nikolay": "Kolya", "Oleksandr": "Sashko", "Volodymyr": "Vova",
    "Krzysztof": "Krzysiek", "Katarzyna": "Kasia", "Małgorzata": "Gosia Małgosia", "Agnieszka": "Aga",
    "Tomasz": "Tomek", "Stanisław": "Staszek", "Joanna": "Asia", "Aleksandra": "Ola", "António": "Tó",
    "Eduardo": "Edu Dudu", "Fernanda": "Nanda", "Conceição": "São", "Konstantinos": "Kostas",
    "Georgios": "Giorgos George", "Ioannis": "Yannis", "Dimitrios": "Dimitris Jimmy", "Nikolaos": "Nikos",
    "Mohammed": "Mo", "Abdulrahman": "Abdul", "Rajesh": "Raj", "Venkatesh": "Venky", "Subramaniam": "Subbu",
    "Yitzhak": "Itzik", "Yosef": "Yossi", "Moshe": "Moishe", "Mikael": "Micke", "Lars": "Lasse", "Karin": "Kajsa",
}  # fmt: skip
SPELLINGS = (
    ("ü", "ue"), ("ö", "oe"), ("ä", "ae"), ("ß", "ss"), ("ø", "oe"), ("å", "aa"), ("y", "i"), ("ck", "k"), ("ph", "f"),
    ("Mohammed", "Muhammad"), ("Mohammed", "Mohamed"), ("Ahmed", "Ahmad"), ("Youssef", "Yusuf"), ("Omar", "Umar"),
    ("Hussein", "Husain"), ("al-", "el-"), ("al-", "Al "), ("Sergey", "Sergei"), ("Dmitry", "Dmitri"), ("Yu", "Iu"),
    ("ye", "ie"), ("Aleksandr", "Alexander"), ("Yevgen", "Evgen"), ("kh", "h"), ("sh", "ch"), ("tz", "ts"),
    ("Zhang", "Chang"), ("Xiao", "Hsiao"), ("Lee", "Yi"), ("Park", "Pak"), ("Choi", "Choe"), ("Jung", "Jeong"),
    ("ou", "u"), ("ch", "h"), ("v", "w"), ("Ekaterina", "Yekaterina"), ("Natalya", "Natalia"), ("Yulia", "Julia"),
    ("Maksim", "Maxim"), ("ks", "x"), ("Georgios", "Yorgos"), ("h", ""), ("aa", "a"), ("oo", "u"), ("ee", "i"),
)  # fmt: skip
_LONGEST_FIRST = sorted(DIAL.items(), key=lambda one: -len(one[1]))
PLACEHOLDERS = ("none@none.com", "noemail@example.com", "test@test.com", "na@na.com")


@dataclass
class Manners:
    """How often each thing happens in a book; a test may turn each of them up or down."""

    email: float = 0.8
    phone: float = 0.76
    birthday: float = 0.16
    address: float = 0.32
    company: float = 0.5
    handle: float = 0.4
    nickname: float = 0.3
    initial: float = 0.06
    bare: float = 0.18  # accents left out
    spelling: float = 0.12
    native: float = 0.25
    english: float = 0.35
    swapped: float = 0.05
    whole: float = 0.25  # the name as one text
    comma: float = 0.04
    maiden: float = 0.4
    half: float = 0.35  # one of two surnames
    typo: float = 0.06
    title: float = 0.06
    nameless: float = 0.02
    switchboard: float = 0.18
    landline: float = 0.3
    role: float = 0.06
    family: float = 0.3
    old_job: float = 0.25
    plus: float = 0.04
    dots: float = 0.15
    national: float = 0.35
    placeholder: float = 0.015
    note: float = 0.02
    copied: float = 0.12
    extra: dict[str, float] = field(default_factory=dict)


class Views:
    """Shows people and firms as a CRM holds them."""

    def __init__(self, chance: random.Random, manners: Manners) -> None:
        self.chance = chance
        self.manners = manners

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def of_person(self, person: Person) -> tuple[Record, set[str]]:
        """A record of a person, and the cases it shows."""
        cases: set[str] = set()
        record: Record = {}
        self._name(person, record, cases)
        self._emails(person, record, cases)
        self._phones(person, record, cases)
        self._work(person, record, cases)
        self._rest(person, record, cases)
        if self.happens(self.manners.nameless) and ("emails" in record or "phones" in record):
            for key in ("name", "first_name", "last_name"):
                record.pop(key, None)
            if self.happens(0.4) and "emails" in record:
                record["name"] = _first(record["emails"])
            cases.add("no name")
        return record, cases

    def of_firm(self, firm: Firm) -> Record:
        """A record of a firm."""
        name = firm.name + (firm.form if self.happens(0.6) else "")
        record: Record = {"name": name}
        if self.happens(0.4):
            record["company"] = name
        if self.happens(0.6):
            record["phones"] = (Entry(self._notation(firm.switchboard)),)
        if self.happens(0.5):
            record["emails"] = (Entry(f"{self.chance.choice(['info', 'office', 'contact'])}@{firm.domain}"),)
        if self.happens(0.5):
            record["street"], record["city"], record["postcode"] = firm.address
        if self.happens(0.4):
            record["website"] = f"https://www.{firm.domain}/"
        return record

    # The name

    def _name(self, person: Person, record: Record, cases: set[str]) -> None:
        m = self.manners
        given, surname = list(person.given), list(person.surname)
        if len(given) > 1 and self.happens(0.6):
            given = given[:1]
        elif len(given) > 1:
            given[1] = f"{given[1][0]}." if self.happens(0.5) else given[1]
            cases.add("middle name")
        if person.maiden and self.happens(m.maiden):
            surname = person.maiden if self.happens(0.7) else [*person.maiden[:1], f"-{surname[0]}"]
            cases.add("married name")
        if len(surname) > 1 and self.happens(m.half):
            surname = surname[:1]
            cases.add("double surname")
        native = person.culture.native
        if given[0] in native and surname[0] in native and self.happens(m.native):
            given, surname = [native[given[0]]], [native[surname[0]]]
            cases.add("native script")
        elif person.english and self.happens(m.english):
            given = [person.english]
            cases.add("english name")
        elif person.given[0] in NICKNAMES and self.happens(m.nickname):
            given[0] = self.chance.choice(NICKNAMES[person.given[0]].split())
            cases.add("nickname")
        elif self.happens(m.initial):
            given = [f"{given[0][0]}."] if self.happens(0.6) else [given[0][0]]
            cases.add("initial")
        first, last = " ".join(given), " ".join(surname).replace(" -", "-")
        first, last = self._misspelt(first, last, cases)
        self._put_name(person, first, last, record, cases)

    def _misspelt(self, first: str, last: str, cases: set[str]) -> tuple[str, str]:
        m = self.manners
        if self.happens(m.spelling):
            fitting = [(old, new) for old, new in SPELLINGS if old in first or old in last]
            if fitting:
                old, new = self.chance.choice(fitting)
                first, last = first.replace(old, new, 1), last.replace(old, new, 1)
                cases.add("transliterated")
        if self.happens(m.bare) and not (first + last).isascii() and plain(first) and plain(last):
            first, last = bare(first), bare(last)
            cases.add("accents")
        if self.happens(m.typo):
            if self.happens(0.5) and len(first) > 3:
                first = self.typo(first)
            elif len(last) > 3:
                last = self.typo(last)
            cases.add("typo")
        return first, last

    def typo(self, text: str) -> str:
        place = self.chance.randint(1, len(text) - 2)
        kind = self.chance.random()
        if kind < 0.3:
            return text[:place] + text[place + 1 :]
        if kind < 0.6:
            return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        letter = self.chance.choice("aeiourstlnm")
        return text[:place] + letter + text[place + (kind < 0.8) :]

    def _put_name(self, person: Person, first: str, last: str, record: Record, cases: set[str]) -> None:
        m = self.manners
        if person.suffix and self.happens(0.7):
            last = f"{last} {person.suffix}"
        if self.happens(m.title):
            title = self.chance.choice(["Dr", "Prof.", "Mrs" if person.woman else "Mr", "Dr."])
            first = f"{title} {first}"
            cases.add("title")
        family_first = person.culture.family_first and self.happens(0.4)
        if self.happens(m.comma):
            record["name"] = f"{last.upper()}, {first}" if self.happens(0.5) else f"{last}, {first}"
            cases.add("last, first")
        elif self.happens(m.whole):
            native = not last.isascii() and not plain(last)
            joint = "" if native and family_first else " "
            record["name"] = f"{last}{joint}{first}" if family_first else f"{first} {last}"
        elif self.happens(m.swapped):
            record["first_name"], record["last_name"] = last, first
            record["name"] = f"{last} {first}"
            cases.add("swapped")
        else:
            record["first_name"], record["last_name"] = first, last
            record["name"] = f"{first} {last}"
        if "name" in record and self.happens(m.note):
            record["name"] = f"{record['name']} {self.chance.choice(['(new number)', '(old)', '[VIP]', '- plumber'])}"
        if self.happens(0.04):
            record |= {key: str(record[key]).upper() for key in ("name", "first_name", "last_name") if key in record}

    # How to reach them

    def _emails(self, person: Person, record: Record, cases: set[str]) -> None:
        m = self.manners
        found: list[str] = []
        if person.mailboxes and self.happens(m.email):
            main = person.mailboxes[0] if self.happens(0.6) else self.chance.choice(person.mailboxes)
            found.append(self._spelled(main, cases))
            if len(person.mailboxes) > 1 and self.happens(0.3):
                found.append(self._spelled(self.chance.choice(person.mailboxes), cases))
        if person.family_mailbox and self.happens(m.family):
            found.append(person.family_mailbox)
            cases.add("family mailbox")
        if person.firm is not None and self.happens(m.role):
            found.append(f"{self.chance.choice(['info', 'office', 'sales', 'admin'])}@{person.firm.domain}")
            cases.add("role mailbox")
        if person.boss is not None and person.boss.mailboxes and self.happens(0.3):
            found.append(person.boss.mailboxes[0])
            cases.add("boss")
        if self.happens(m.placeholder):
            found.append(self.chance.choice(PLACEHOLDERS))
        if found:
            record["emails"] = tuple(Entry(one) for one in dict.fromkeys(found))

    def _spelled(self, address: str, cases: set[str]) -> str:
        local, _, domain = address.partition("@")
        if self.happens(self.manners.plus):
            cases.add("plus-tag")
            return f"{local}+{self.chance.choice(['crm', 'news', 'x'])}@{domain}"
        if domain == "gmail.com" and self.happens(self.manners.dots) and len(local) > 4:
            cases.add("gmail dots")
            bare = local.replace(".", "")
            return f"{bare[:2]}.{bare[2:]}@{'googlemail.com' if self.happens(0.3) else domain}"
        return address.title() if self.happens(0.03) else address

    def _phones(self, person: Person, record: Record, cases: set[str]) -> None:
        m = self.manners
        found: list[str] = []
        if person.mobiles and self.happens(m.phone):
            found.append(person.mobiles[0] if self.happens(0.6) else self.chance.choice(person.mobiles))
        if person.landline and self.happens(m.landline):
            found.append(person.landline)
            cases.add("landline")
        if person.firm is not None and self.happens(m.switchboard):
            found.append(person.firm.switchboard)
            cases.add("switchboard")
        shown = [self._notation(number) for number in dict.fromkeys(found)]
        if self.happens(m.placeholder):
            shown.append(self.chance.choice(["0000000000", "1111111", "999999999"]))
        if shown:
            record["phones"] = tuple(Entry(one) for one in shown)

    def _notation(self, number: str) -> str:
        region = next(
            region for region, code in sorted(DIAL.items(), key=lambda one: -len(one[1])) if number.startswith(code)
        )
        code = DIAL[region]
        digits = number.removeprefix(code)
        if self.happens(self.manners.national):
            trunk = "" if region in ("US", "ES", "IT", "PT", "PL", "GR") else "0"
            return trunk + re.sub(r"(\d{3})(\d{3})(\d+)", r"\1 \2 \3", digits)
        kind = self.chance.random()
        if kind < 0.4:
            return number
        if kind < 0.8:
            return f"{code} {digits[:2]} {digits[2:5]} {digits[5:]}"
        return f"00{code[1:]} {digits[:3]}-{digits[3:]}"

    # The rest

    def _work(self, person: Person, record: Record, cases: set[str]) -> None:
        firm = person.firm
        if person.old_firm is not None and self.happens(self.manners.old_job):
            firm = person.old_firm
            cases.add("old job")
        if firm is not None and self.happens(self.manners.company):
            record["company"] = firm.name + (firm.form if self.happens(0.5) else "")

    def _rest(self, person: Person, record: Record, cases: set[str]) -> None:
        m = self.manners
        if self.happens(m.birthday):
            year, month, day = person.birthday.split("-")
            record["birthday"] = person.birthday if self.happens(0.8) else f"--{month}-{day}"
            if self.happens(0.04) and int(day) <= 12:
                record["birthday"] = f"{year}-{day}-{month}"
        elif self.happens(m.placeholder):
            record["birthday"] = self.chance.choice(["1900-01-01", "1970-01-01"])
        if self.happens(m.address):
            address = person.address
            if person.old_address is not None and self.happens(0.3):
                address = person.old_address
            street, city, postcode = address
            if self.happens(0.3):
                street = street.replace("Street", "St").replace("Road", "Rd").replace("Avenue", "Ave.")
            record["street"], record["city"] = street, city
            if self.happens(0.7):
                record["postcode"] = postcode
        if person.handle and self.happens(m.handle):
            key = self.chance.choice(["linkedin", "instagram"])
            record[key] = f"https://linkedin.com/in/{person.handle}" if key == "linkedin" else f"@{person.handle}"


def _first(value: Value) -> str:
    assert isinstance(value, tuple)
    return value[0].value

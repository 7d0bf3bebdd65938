"""What stands in the signature of a mail, found piece by piece: a proposal for somebody to look at, never more.

Emails, phones and web addresses are told by their form; a name, a job title, a company and an address by where they
stand and by words that are usual in them. What is none of these is left over, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crmdesk.frozen import dataclass

MOST_LINES, MOST_LETTERS = 30, 4_000
_SHORTEST = 7  # digits of a phone number that no word tells of
_EMAIL = re.compile(r"(?:mailto:)?([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://|www\.)[^\s<>|,;]+[^\s<>|,;.)]", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"(--|best|kind(est)? regards|(with |warm |best |many )*(regards|wishes|thanks)|cheers|sincerely|yours.*|thank you"
    r"|sent from .*|mit freundlichen gr\w+|(viele|beste|liebe|herzliche) gr\w+|gruß|mfg|vg|lg"
    r"|(un )?(cordial )?saludos?( cordial(es)?)?|atentamente)[\s,.!]*",
    re.IGNORECASE,
)
_LABELS = {
    "mobile": "m mob mobile mobil mobiltelefon cell cellphone handy móvil movil celular",
    "work": "t tel telefon telephone phone ph p direct dd office o work durchwahl büro teléfono telefono",
    "fax": "f fax telefax", "home": "h home privat particular",
}  # fmt: skip
_LABEL_OF = {word: label for label, words in _LABELS.items() for word in words.split()}
_BEFORE_NUMBER = re.compile(r"([^\W\d_]+)[\s.:)\]]*$")
_PARTS = re.compile(r"\s*(?:[|•·]|\s[–—-]\s)\s*")
_COMPANY = re.compile(
    r"\b(gmbh|ag|kg|ug|ltd|limited|inc|llc|llp|plc|pty|co|corp(oration)?|company|group|gruppe|holdings?|partners|realty"
    r"|real estate|properties|immobilien|estates?|bank|studios?|s\.?l\.?|s\.?a\.?|hermanos|brothers|& sons)\b\.?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(manager|director|agent|broker|head|chief|c[eoft]o|president|partner|consultant|engineer|developer|designer|sales"
    r"|assistant|officer|lead|advisor|adviser|associate|realtor|owner|founder|editor|analyst|specialist|coordinator"
    r"|geschäftsführer\w*|leiter\w*|berater\w*|makler\w*|inhaber\w*|vertrieb\w*|assistent\w*|referent\w*"
    r"|director\w*|gerente|jef[ea]|asesor\w*|agente|socia?o?)\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|suite|floor|level|box|boulevard|blvd|square|place|calle|avenida"
    r"|plaza|\w*straße|\w*strasse|\w*str|\w*weg|\w*platz|\w*allee|\w*gasse)\b\.?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b\d{4,6}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_NAME = re.compile(r"(?:(?:[^\W\d_][\w’'.-]*)(?:\s+|$)){1,5}")


@dataclass(frozen=True, slots=True)
class Signature:
    """The pieces of a signature, each as it stands there; phones with the label that stood before them."""

    name: str = ""
    job_title: str = ""
    company: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()  # label, number
    address: str = ""
    website: str = ""
    rest: tuple[str, ...] = ()


def read(text: str, region: str | None = None) -> Signature | None:
    """The pieces of a text that looks like a signature: short, with somebody's email or phone, and more than that.

    `region` (ISO 3166) is where numbers without a country code are at home; without one, only others are found.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or len(lines) > MOST_LINES or len(text) > MOST_LETTERS:
        return None
    emails, phones, sites, words = list[str](), list[tuple[str, str]](), list[str](), list[str]()
    for line in lines:
        if _SIGN_OFF.fullmatch(line):
            continue
        left, found = _cut(line, _EMAIL)
        emails += [one for one in found if _is_email(one) and one not in emails]
        left, found = _cut(left, _SITE)
        sites += found
        left, numbers = _numbers(left, region)
        phones += [one for one in numbers if one not in phones]
        words += [part for part in _PARTS.split(left) if _says_something(part, was_cut=left != line)]
    if not (emails or phones) or not (words or (emails and phones)):
        return None
    return _sorted(words, emails, phones, sites)


def _cut(line: str, form: re.Pattern[str]) -> tuple[str, list[str]]:
    found = [match[form.groups and 1] for match in form.finditer(line)]
    return form.sub(" | ", line), found


def _is_email(text: str) -> bool:
    from email_validator import EmailNotValidError, validate_email  # 30 ms

    try:
        validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return False
    return True


def _numbers(line: str, region: str | None) -> tuple[str, list[tuple[str, str]]]:
    """A line without its phone numbers and their labels, and those."""
    import phonenumbers  # 25 ms

    found: list[tuple[str, str]] = []
    left, end = "", 0
    for match in phonenumbers.PhoneNumberMatcher(line, region, phonenumbers.Leniency.POSSIBLE):
        before = line[end : match.start]
        word = _BEFORE_NUMBER.search(before)
        label = _LABEL_OF.get(word[1].casefold(), "") if word else ""
        if not label and (_STREET.search(line) or _digits(match.raw_string) < _SHORTEST):
            continue  # the number of a house, a postcode, a year
        left += (before[: word.start()] if word and label else before) + " | "
        found.append((label, match.raw_string))
        end = match.end
    return left + line[end:], found


def _digits(text: str) -> int:
    return sum(letter.isdigit() for letter in text)


def _is_place(text: str) -> bool:
    """Whether it is a place with its postcode, and no number of a phone."""
    return bool(_PLACE.search(text)) and _digits(text) < _SHORTEST and any(letter.isalpha() for letter in text)


def _says_something(part: str, *, was_cut: bool) -> bool:
    """Whether what is left of a line is more than the word that stood before an address or a number."""
    text = part.strip(" ,;:.|()-")
    return len(text) > 1 and not (was_cut and re.fullmatch(r"(e-?mail|web|www|mail|url|internet|site)\W*", text, re.I))


def _sorted(
    words: Sequence[str], emails: Sequence[str], phones: Sequence[tuple[str, str]], sites: Sequence[str]
) -> Signature:
    """What the words of a signature are, by how they look and where they stand: the name first."""
    name = job_title = company = ""
    address, rest = list[str](), list[str]()
    firms = {one.split("@")[1].split(".")[0].casefold() for one in emails}
    for text in (word.strip(" ,;|") for word in words):
        plain = "".join(letter for letter in text.casefold() if letter.isalnum())
        if (_STREET.search(text) and any(letter.isdigit() for letter in text)) or (address and _is_place(text)):
            address.append(text)
        elif not company and name and (_COMPANY.search(text) or plain in firms):
            company = text
        elif not job_title and _TITLE.search(text) and len(text) < 80:
            job_title = text
        elif not name and _NAME.fullmatch(text) and text[0].isupper() and not _COMPANY.search(text):
            name = text
        elif not company and _COMPANY.search(text):
            company = text
        elif _is_place(text):
            address.append(text)
        else:
            rest.append(text)
    return Signature(
        name, job_title, company, tuple(emails), tuple(phones), "\n".join(address), next(iter(sites), ""),
        (*rest, *sites[1:]),
    )  # fmt: skip

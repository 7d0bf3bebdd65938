"""Blackening of secrets and personal data in text that may reach a log, a report or a sample.

What is known is blackened exactly (`protect`), what is not by its look: keys and tokens, headers and parameters that
carry them, emails and phone numbers. It rather blackens an innocent number than lets a key through. Every pattern is
bounded, so that hostile text costs time in proportion to its length.
"""

from __future__ import annotations

import base64
import html
import json
import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, quote_plus

SECRET = "[secret]"
EMAIL = "[email]"
PHONE = "[phone]"

# A shorter secret would blacken ordinary words all over the log.
_SHORTEST = 4
_SHORTEST_CODED = 6  # of a form that might be a part of any word
_SPACED = 8  # from which it is recognised with blanks between its characters
_REMEMBERED = 256
_LONGEST_TEXT = 64 * 1024

_NAMES = (
    r"(?:api[_-]?key|token|secret|passw(?:or)?d|passphrase|pwd|credentials?|authorization|cookie|encryption_key|"
    r"client_id|signature|x-[a-z0-9-]{0,40}(?:key|token|auth|secret)[a-z0-9-]{0,20})(?:[_-](?:key|id|value|token))?"
)
_VALUE = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s&"',;}\])]+)"""

_SHAPES = (
    # A header, a member or a pair: its name, a colon, equals sign or comma, perhaps a scheme, then the value.
    re.compile(
        rf"(?i)(?P<name>{_NAMES}[\"']?(?:\s{{0,4}}[:=]|(?<=[\"']),)\s{{0,4}}(?:b(?=[\"']))?"
        rf"(?:[\"']?(?:bearer|basic|token|apikey)\s+)?){_VALUE}"
    ),
    re.compile(rf"(?i)(?P<name>(?<!\w)(?:key|code|state|sig|auth)=){_VALUE}"),
    re.compile(r"(?i)(?P<name>\b(?:bearer|basic)\s{1,4})[\w.~+/=-]{6,}"),
    re.compile(r"(?i)(?P<name>\b[a-z][a-z0-9+.-]{0,20}://)[^\s/@]{1,512}(?=@)"),
    # JSON Web Tokens, and the prefixes that CRMs' key documents show: Dex, Follow Up Boss, HubSpot, Stripe-like ones.
    re.compile(r"\beyJ[\w-]{6,}\.[\w-]+(?:\.[\w-]*)?"),
    re.compile(r"(?i)(?<![a-z0-9])(?:dex|fka|pat|sk|pk|rk|org|ghp|api_key|cli_session)[_-][\w-]{10,}"),
    re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{32,}(?![0-9A-Za-z])"),
)
_BLOBS = (
    re.compile(r"(?<![\w/+.~-])[A-Za-z0-9+/]{32,}={0,2}"),
    re.compile(r"(?<![\w-])[A-Za-z0-9_-]{32,}={0,2}"),
)
_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,256}(?:@|%40)[\w.-]{1,253}\.\w{2,63}")
# Dates, times, record ids and addresses of machines are spared: they are what a log is read for.
_NUMBER = re.compile(
    r"(?P<spared>\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b(?:[/:]\d+)?)"
    r"|(?P<phone>(?<![\w.])(?:\+|%2B|00)?[ (]{0,2}\d[\d \t().\-/\u00a0\u2010-\u2015]{5,30}\d(?!\w))"
)
_CONTROL = {code: f"\\x{code:02x}" for code in (*range(9), *range(11, 32), *range(127, 160))}
_DIRECTION = {
    code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x2028)
}


class Redactor:
    """Blackens text; safe to use from every thread."""

    def __init__(self, *, home: Path | None = None) -> None:
        self._guard = threading.Lock()
        self._secrets: OrderedDict[str, None] = OrderedDict()
        self._exact: re.Pattern[str] | None = None
        home = home or Path.home()
        self._home = str(home) if len(home.parts) > 1 else None

    def protect(self, secret: str) -> None:
        """Blacken this live secret wherever it stands, also in its JSON, URL and base64 forms."""
        secret = secret.strip()
        if len(secret) < _SHORTEST:
            return
        with self._guard:
            if secret in self._secrets:
                self._secrets.move_to_end(secret)
                return
            self._secrets[secret] = None
            if len(self._secrets) > _REMEMBERED:
                self._secrets.popitem(last=False)
            self._exact = None

    def hide(self, text: str, mark: str = SECRET) -> str:
        """`text` with that mark in the place of every live secret, and nothing else changed."""
        return self._known().sub(mark, text) if self._secrets else text

    def redact(self, text: str) -> str:
        """`text` without secrets, emails and phone numbers, control and direction marks made visible."""
        text = self.hide(text)
        if len(text) > _LONGEST_TEXT:
            # Cut at a blank, so that no half of a secret is left that no longer looks like one.
            text = text[:_LONGEST_TEXT].rpartition(" ")[0] + " [cut]"
        for shape in _SHAPES:
            text = shape.sub(_keep_name, text)
        for blob in _BLOBS:
            text = blob.sub(_blob, text)
        text = _EMAIL.sub(EMAIL, text)
        text = _NUMBER.sub(_number, text)
        if self._home is not None:
            text = text.replace(self._home, "~")
        return text.translate(_CONTROL).translate(_DIRECTION)

    def _known(self) -> re.Pattern[str]:
        with self._guard:
            if self._exact is None:
                self._exact = known(tuple(self._secrets))
            return self._exact


redactor = Redactor()
"""The process's one redactor: the vault tells it live secrets, the log uses it on every record."""


def _keep_name(found: re.Match[str]) -> str:
    return (found.groupdict().get("name") or "") + SECRET


def _blob(found: re.Match[str]) -> str:
    """Blacken what has a key's mix of characters; long words, module paths and names stay readable."""
    text = found[0]
    digit = any("0" <= c <= "9" for c in text)
    lower, upper = any("a" <= c <= "z" for c in text), any("A" <= c <= "Z" for c in text)
    plain = text.isalnum()
    return SECRET if digit and ((lower and upper) or (plain and (lower or upper))) else text


def _number(found: re.Match[str]) -> str:
    text = found["phone"]
    if text is None:
        return found[0]
    digits = sum(c.isdigit() for c in text)
    return PHONE if 7 <= digits <= 20 else text


def known(secrets: Sequence[str]) -> re.Pattern[str]:
    """A pattern of these secrets in every form in which an answer may echo them, whatever the case."""
    forms = {form for secret in secrets for form in _forms(secret)}
    patterns = [re.escape(form) for form in sorted(forms, key=len, reverse=True)]
    patterns += [r"\s{1,3}".join(map(re.escape, secret)) for secret in secrets if len(secret) >= _SPACED]
    return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)


def _forms(secret: str) -> set[str]:
    raw = secret.encode(errors="surrogatepass")
    forms = {secret, json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], repr(secret)[1:-1]}
    forms |= {json.dumps(json.dumps(secret))[3:-3], html.escape(secret), secret.upper()}
    forms |= {quote(raw), quote(raw, safe=""), quote_plus(raw), quote(quote(raw, safe=""), safe="")}
    coded_forms = {raw.hex(), secret[::-1]}
    for before in range(3):  # in a longer text, as a user name before it, base64 has one of three forms
        coded = base64.b64encode(bytes(before) + raw).decode().rstrip("=")
        whole = coded[(0, 2, 3)[before] : len(coded) - (1 if (before + len(raw)) % 3 else 0)]
        coded_forms |= {whole, whole.replace("+", "-").replace("/", "_")}
    forms |= {base64.b64encode(raw).decode().rstrip("="), base64.urlsafe_b64encode(raw).decode().rstrip("=")}
    return {form for form in forms if len(form) >= _SHORTEST} | {f for f in coded_forms if len(f) >= _SHORTEST_CODED}

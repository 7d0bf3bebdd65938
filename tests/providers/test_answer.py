"""Answers: no echo of a secret stands in what is told of them."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from crmdesk.providers.wire.answer import Answer, redacted

SHORT_KEY = "Fl3x-k3y!9"
PASSWORDS = ['p"ß w/ört\\Z9', "a+b/c=d&e%f", SHORT_KEY, "<tag>'quoted'&x"]
ECHOES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in another case": str.swapcase,
    "in JSON": lambda secret: json.dumps(secret)[1:-1],
    "in JSON with its own letters": lambda secret: json.dumps(secret, ensure_ascii=False)[1:-1],
    "in JSON in JSON": lambda secret: json.dumps(json.dumps(secret))[3:-3],
    "in a URL": lambda secret: quote(secret, safe=""),
    "in a form": quote_plus,
    "in a URL in a URL": lambda secret: quote(quote(secret, safe=""), safe=""),
    "in a lower-case URL": lambda secret: quote(secret, safe="").lower(),
    "in base64": lambda secret: base64.b64encode(secret.encode()).decode(),
    "in base64 behind a user name": lambda secret: base64.b64encode(f"ada:{secret}".encode()).decode(),
    "in base64 before a name": lambda secret: base64.b64encode(f"{secret}:x".encode()).decode(),
    "in base64 for URLs": lambda secret: base64.urlsafe_b64encode(secret.encode()).decode(),
    "in HTML": html.escape,
    "in hex": lambda secret: secret.encode().hex(),
    "with blanks": " ".join,
}


@pytest.mark.parametrize("secret", PASSWORDS)
@pytest.mark.parametrize("form", ECHOES)
def test_no_echo_of_a_secret_stands_in_an_errors_text(form: str, secret: str) -> None:
    """What a CRM says goes into the database, onto the screen and into reports."""
    echoed = ECHOES[form](secret)
    told = redacted(f"could not handle {{{echoed}}}", (secret, "another"))
    middle = echoed[len(echoed) // 3 : -len(echoed) // 3]
    assert echoed not in told
    assert middle not in told or len(middle) < 3
    assert told.startswith("could not handle {")
    answer = Answer(500, {}, json.dumps({"message": f"no {echoed}"}).encode(), secrets=(secret,))
    for text in (answer.message(), answer.sample(), answer.unusable("why").detail or ""):
        assert echoed not in text

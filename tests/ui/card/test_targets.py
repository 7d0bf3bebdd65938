"""What a click on a value opens: a mail to that address alone, a call of that number, and never more."""

from __future__ import annotations

import pytest

from crmdesk.ui.card.field_editors.line import mail_target, phone_target, web_target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("ada@quill.example", "mailto:ada@quill.example"),
        (" Ada+news_1@sub-a.quill.example ", "mailto:Ada+news_1@sub-a.quill.example"),
        ("a?bcc=evil@x.example", "mailto:a%3Fbcc%3Devil@x.example"),
        ("a&attach=/etc/passwd@x.example", "mailto:a%26attach%3D%2Fetc%2Fpasswd@x.example"),
        ("ä@quill.example", "mailto:%C3%A4@quill.example"),
        ("a%0ABcc:x@quill.example", None),
        ("a@b.example?bcc=evil@x.example&attach=/etc/passwd", None),
        ("a@b.example?body=hello", None),
        ("a@b.example%3Fbcc=x", None),
        ("a@b.example,evil@x.example", None),
        ("not an address", None),
        ("", None),
    ],
)
def test_a_mail_goes_to_the_address_and_nowhere_else(text: str, target: str | None) -> None:
    assert mail_target(text) == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("+49 30 1234-567", "tel:+49301234567"),
        ("(030) 12 34", "tel:0301234"),
        ("+1 555 0100 ext. 7", "tel:+15550100"),
        ("+15550100;phone-context=evil", "tel:+15550100"),
        ("*#06#", None),
        ("ask Bob", None),
        ("", None),
    ],
)
def test_a_call_is_made_to_the_number_alone(text: str, target: str | None) -> None:
    assert phone_target(text) == target


@pytest.mark.parametrize(
    "text", ["javascript:1", "file:///etc/passwd", "data:text/html,x", "smb://x/y", "\\\\x\\y", "ftp://a.b"]
)
def test_only_web_pages_are_opened(text: str) -> None:
    assert web_target(text) is None

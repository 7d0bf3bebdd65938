"""Statuses and Retry-After headers, in the desk's own tree of errors."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crmdesk.errors import (
    AlreadyExists,
    AuthRequired,
    BadResponse,
    NotAllowed,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    Rejected,
    RemoteGone,
    StaleVersion,
    Unavailable,
    Unsupported,
)
from crmdesk.providers.wire.answer import Answer, redacted
from crmdesk.providers.wire.failures import failure, retry_after

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        ("1.5", 1.5),
        ("Sun, 01 Mar 2026 12:01:40 GMT", 100.0),
        ("Sun, 01 Mar 2026 13:01:40 +0100", 100.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86400.0),
        ("31536000", 86400.0),
        ("1e300", 86400.0),
        ("inf", 86400.0),
        ("-1", None),
        ("nan", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("Sun, 99 Foo 2026", None),
    ],
)
def test_retry_after_is_read_in_every_form(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@pytest.mark.parametrize(
    ("status", "safe", "reads", "kind"),
    [
        (401, True, True, AuthRequired),
        (403, True, True, NotAllowed),
        (404, True, True, RemoteGone),
        (410, True, True, RemoteGone),
        (409, False, False, AlreadyExists),
        (412, False, False, StaleVersion),
        (400, False, False, Rejected),
        (422, False, False, Rejected),
        (413, False, False, Rejected),
        (400, True, True, BadResponse),
        (405, False, False, Unsupported),
        (408, True, True, Unavailable),
        (429, False, False, RateLimited),
        (500, True, True, Unavailable),
        (500, False, False, OutcomeUnknown),
        (502, False, False, OutcomeUnknown),
        (503, False, False, Unavailable),
        (504, False, False, OutcomeUnknown),
        (302, False, False, BadResponse),
        (599, True, True, Unavailable),
        (100, True, True, BadResponse),
    ],
)
def test_every_status_has_its_meaning(status: int, safe: bool, reads: bool, kind: type[ProviderError]) -> None:
    answer = Answer(status, {"content-type": "application/json"}, b'{"message": "no such luck"}', safe, "crm.example")
    problem = failure(answer, {}, method="GET" if reads else "POST")
    assert type(problem) is kind
    assert "crm.example" in problem.why


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_change_that_something_stands_against_is_refused_and_meets_no_other_record(method: str) -> None:
    answer = Answer(409, {}, b'{"message": "Other records refer to it"}', False, "crm.example")
    problem = failure(answer, {}, method=method)
    assert type(problem) is Rejected
    assert "Other records refer to it" in problem.why
    assert type(failure(answer, {409: StaleVersion}, method=method)) is StaleVersion


def test_a_provider_may_know_better() -> None:
    answer = Answer(409, {}, b"{}", False, "crm.example")
    assert type(failure(answer, {409: StaleVersion}, method="POST")) is StaleVersion


def test_the_crms_words_are_found_where_crms_put_them_and_redacted() -> None:
    for body in (
        b'{"message": "job title of ada@quill.example is odd"}',
        b'{"error": {"message": "job title of ada@quill.example is odd"}}',
        b'{"errors": [{"detail": "job title of ada@quill.example is odd"}]}',
    ):
        problem = failure(Answer(422, {}, body, False, "crm.example"), {}, method="POST")
        assert "job title of ••• is odd" in problem.why


def test_samples_hold_no_secrets_and_are_short() -> None:
    text = 'key k3y for ada@quill.example, +44 20 7946 0958, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc "x" '
    answer = Answer(200, {"content-type": "text/html"}, (text * 100).encode(), True, "crm.example", ("k3y",))
    sample = answer.sample()
    assert len(sample) < 300
    for secret in ("k3y", "quill", "7946", "eyJ"):
        assert secret not in sample
    assert redacted("see 2026 and 42") == "see 2026 and 42"

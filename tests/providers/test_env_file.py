"""A `.env` file is read as written: nothing is expanded, and what belongs to no CRM is left alone."""

from __future__ import annotations

import os
from pathlib import Path
from time import thread_time

import pytest

from crmdesk.errors import UserInputError
from crmdesk.providers.env_file import MOST_BYTES, parse, read


def test_lines_are_read_as_usual_and_nothing_is_expanded() -> None:
    text = (
        "# settings\n\nexport FLEX_API_KEY = abc-1 # mine\nFLEX_BASE_URL='https://x.example/#/f5'\r\n"
        'A="$(reboot) ${HOME} # no"\nB=\nC=a#b\nno line\n2D=x\nA="last"\nE="open\n'
    )
    assert parse(text) == {
        "FLEX_API_KEY": "abc-1",
        "FLEX_BASE_URL": "https://x.example/#/f5",
        "A": "last",
        "C": "a#b",
        "E": '"open',
    }
    assert parse("A=$HOME\nB=`id`\n") == {"A": "$HOME", "B": "`id`"}


def test_what_belongs_to_a_crm_is_found_with_its_variant(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(
        "\ufeffFLEX_BASE_URL=https://x.example\nFLEX_API_KEY=abc\nREX_CLIENT_ID=me\nREX_CLIENT_SECRET=shh\nPATH=/bin\n",
        encoding="utf-8",
    )
    found = read(file)
    assert sorted(found) == ["flex", "rex"]
    assert (found["flex"].settings, found["flex"].secrets) == ({"base_url": "https://x.example"}, {"key": "abc"})
    assert found["rex"].settings == {"api": "oauth"}
    assert "shh" not in repr(found)


CALLBACK = "/api/integrations/rex/oauth/callback"


@pytest.mark.parametrize(
    ("lines", "redirect"),
    [
        ("NEXT_PUBLIC_BASE_URL=http://localhost:3004", f"http://localhost:3004{CALLBACK}"),
        ("NEXT_PUBLIC_BASE_URL=http://localhost:3004/", f"http://localhost:3004{CALLBACK}"),
        ("NEXT_PUBLIC_BASE_URL=https://alto.example", f"https://alto.example{CALLBACK}"),
        (
            'REX_REDIRECT_URI="${NEXT_PUBLIC_BASE_URL}/back"\nNEXT_PUBLIC_BASE_URL=http://localhost:3004',
            "http://localhost:3004/back",
        ),
        (
            "REX_REDIRECT_URI=http://127.0.0.1:7/x\nNEXT_PUBLIC_BASE_URL=http://localhost:3004",
            "http://127.0.0.1:7/x",
        ),
        ("REX_REDIRECT_URI=${NEXT_PUBLIC_BASE_URL}/back", "${NEXT_PUBLIC_BASE_URL}/back"),
        ("REX_REDIRECT_URI=${HOME}/back\nHOME=/root\nNEXT_PUBLIC_BASE_URL=http://localhost:3004", "${HOME}/back"),
        ("REX_SCOPE=rex.read", None),
    ],
)
def test_the_redirect_of_rex_may_lie_below_the_address_of_its_app(
    tmp_path: Path, lines: str, redirect: str | None
) -> None:
    file = tmp_path / ".env"
    file.write_text(f"REX_CLIENT_ID=me\nREX_CLIENT_SECRET=shh\n{lines}\n", encoding="utf-8")
    assert read(file)["rex"].settings.get("redirect_uri") == redirect


def test_the_address_of_an_app_alone_says_nothing_of_rex(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("FLEX_API_KEY=abc\nNEXT_PUBLIC_BASE_URL=http://localhost:3004\n", encoding="utf-8")
    assert sorted(read(file)) == ["flex"]


@pytest.mark.parametrize(
    "content", [b"", b"PATH=/bin\n", b"\xff\xfe\x00", b"FLEX_API_KEY=a\0b", b"#" * (MOST_BYTES + 1)]
)
def test_anything_else_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / ".env"
    file.write_bytes(content)
    for path in (file, tmp_path, tmp_path / "missing"):
        with pytest.raises(UserInputError):
            read(path)


@pytest.mark.parametrize(
    "line",
    ["A='a'" + " " * 60_000 + "b", "A=" + "'\\'" * 20_000, "A=" + " #" * 1 + " " * 60_000, "A=b" + " " * 60_000 + "c"],
    ids=["blanks behind quotes", "quotes", "blanks behind a comment", "blanks"],
)
def test_one_long_line_takes_no_time(line: str) -> None:
    """Counted in this thread's processor time: some milliseconds; as a pattern it took a minute."""
    began = thread_time()
    parse(line)
    assert thread_time() - began < 2


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("A='a' # b", "a"),
        ("A='a'b", "'a'b"),
        ('A="a\\"b" # c', 'a\\"b'),
        ("A='a' 'b'", "a' 'b"),
        ("A=a#b # c", "a#b"),
        ("A=# c", None),
        ("  export A = a ", "a"),
        ("A='", "'"),
    ],
)
def test_quotes_and_comments_are_read_as_usual(line: str, value: str | None) -> None:
    assert parse(line).get("A") == value


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes lie in folders on POSIX alone")
def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".env")
    for path in (tmp_path / ".env", tmp_path, Path("/dev/zero")):
        with pytest.raises(UserInputError, match="is no file"):
            read(path)

"""What each command takes besides its own words."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from crmdesk.domain.accounts import Direction
from crmdesk.domain.importing.fates import Fate, OnMatch
from crmdesk.domain.matching.suggestions import Tier
from crmdesk.domain.settings import COLOURS

Options = Callable[[argparse.ArgumentParser], object]


def whole_number(text: str) -> int:
    """A number from 0 upwards."""
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 upwards")
    return int(text)


def port(text: str) -> int:
    """A port; 0 takes a free one."""
    number = whole_number(text)
    if number > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number


def file_to_keep(text: str) -> str:
    """A file by its name; standard output keeps nothing."""
    if text in ("", "-"):
        raise argparse.ArgumentTypeError(f"“{text}” is no name of a file")
    return text


def nothing(parser: argparse.ArgumentParser) -> None:
    """No options."""


def one(name: str) -> Options:
    """One word."""
    return lambda parser: parser.add_argument(name)


def backup(parser: argparse.ArgumentParser) -> None:
    """A file, and whether one that is there may go."""
    parser.add_argument("file", metavar="FILE", type=file_to_keep)
    parser.add_argument("--replace", action="store_true")


def two(first: str, second: str) -> Options:
    """Two words."""

    def take(parser: argparse.ArgumentParser) -> None:
        parser.add_argument(first, metavar=first.upper())
        parser.add_argument(second, metavar=second.upper())

    return take


def account_options(parser: argparse.ArgumentParser) -> None:
    """What `account add` and `account set` share."""
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--direction", choices=[direction.value for direction in Direction])
    parser.add_argument("--kinds", metavar="LIST")
    parser.add_argument("--secret-stdin", action="store_true")


def add(parser: argparse.ArgumentParser) -> None:
    """`account add`."""
    parser.add_argument("provider", metavar="PROVIDER")
    parser.add_argument("--name", required=True)
    account_options(parser)


def change(parser: argparse.ArgumentParser) -> None:
    """`account set`."""
    parser.add_argument("name", metavar="NAME")
    account_options(parser)


def remove(parser: argparse.ArgumentParser) -> None:
    """`account remove`."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--keep-contacts", action="store_true")


def review(parser: argparse.ArgumentParser) -> None:
    """`account review`."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("decision", choices=["accept", "refuse"])


def sync(parser: argparse.ArgumentParser) -> None:
    """`sync`."""
    parser.add_argument("names", nargs="*", metavar="NAME")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--full", action="store_true")
    how.add_argument("--reload", action="store_true")


def pages(parser: argparse.ArgumentParser) -> None:
    """Which part of a list."""
    parser.add_argument("--limit", type=whole_number, default=50)
    parser.add_argument("--offset", type=whole_number, default=0)


def some_of(parser: argparse.ArgumentParser) -> None:
    """What is listed of one thing, and how much of it."""
    parser.add_argument("id")
    parser.add_argument("--limit", type=whole_number, default=50)


def mcp(parser: argparse.ArgumentParser) -> None:
    """`mcp`."""
    parser.add_argument("--key", metavar="NAME")


def service(parser: argparse.ArgumentParser) -> None:
    """`api service`."""
    parser.add_argument("what", nargs="?", choices=["install", "remove"])


def nudge(parser: argparse.ArgumentParser) -> None:
    """`api nudges add`."""
    parser.add_argument("account", metavar="ACCOUNT")
    parser.add_argument("--host", metavar="NAME")


def hook(parser: argparse.ArgumentParser) -> None:
    """`api hooks add`."""
    parser.add_argument("url", metavar="URL")
    parser.add_argument("--events", required=True, metavar="LIST")
    parser.add_argument("--local", action="store_true")


def contacts(parser: argparse.ArgumentParser) -> None:
    """`contacts`, and the lists of the other kinds."""
    parser.add_argument("query", nargs="*", metavar="QUERY")
    parser.add_argument("--sort", metavar="FIELD")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--trash", action="store_true")
    parser.add_argument("--view", metavar="NAME")
    pages(parser)


def export(parser: argparse.ArgumentParser) -> None:
    """`export`."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("query", nargs="*", metavar="QUERY")
    parser.add_argument("--format", metavar="FORMAT")
    parser.add_argument("--fields", metavar="LIST")
    parser.add_argument("--ids", metavar="LIST")
    parser.add_argument("--sort", metavar="FIELD")
    parser.add_argument("--safe", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--trash", action="store_true")
    parser.add_argument("--replace", action="store_true")


def kind(parser: argparse.ArgumentParser) -> None:
    """`fields`."""
    parser.add_argument("kind", nargs="?", metavar="KIND")


def new(parser: argparse.ArgumentParser) -> None:
    """`new`."""
    parser.add_argument("fields", nargs="+", metavar="FIELD=VALUE")


def edit(parser: argparse.ArgumentParser) -> None:
    """`edit`, of one item by its id, or with --where of all that a query finds."""
    parser.add_argument("--where", metavar="QUERY")
    parser.add_argument("--kind", metavar="KIND", default="contact")
    parser.add_argument("--preview", action="store_true")
    parser.add_argument("words", nargs="+", metavar="ID|FIELD=VALUE")


def add_to(parser: argparse.ArgumentParser) -> None:
    """`add`."""
    parser.add_argument("id", metavar="ID")
    parser.add_argument("account", metavar="ACCOUNT")


def delete(parser: argparse.ArgumentParser) -> None:
    """`delete`."""
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--for-good", action="store_true")


def outbox(parser: argparse.ArgumentParser) -> None:
    """`outbox`."""
    parser.add_argument("--all", action="store_true")


def hand_over(parser: argparse.ArgumentParser) -> None:
    """`outbox hand-over`."""
    parser.add_argument("file", metavar="FILE", type=file_to_keep)
    parser.add_argument("account", metavar="ACCOUNT")
    parser.add_argument("--replace", action="store_true")


def resolve(parser: argparse.ArgumentParser) -> None:
    """`resolve`."""
    parser.add_argument("conflict", metavar="CONFLICT")
    parser.add_argument("how", choices=["mine", "theirs", "here"])


def demo(parser: argparse.ArgumentParser) -> None:
    """`demo-crms`."""
    parser.add_argument("--contacts", type=whole_number, default=2000)
    parser.add_argument("--seed", type=whole_number, default=1)
    parser.add_argument("--port", type=port, default=0)


def undo(parser: argparse.ArgumentParser) -> None:
    """`undo`."""
    parser.add_argument("id", nargs="?", metavar="ID")
    parser.add_argument("--preview", action="store_true")


def header(text: str) -> int:
    """The line of the header; `none` is 0."""
    return 0 if text == "none" else whole_number(text)


def bring_in(parser: argparse.ArgumentParser) -> None:
    """`import`."""
    parser.add_argument("words", nargs="+", metavar="FILE")
    parser.add_argument("--dry-run", action="store_true")
    for name in ("--format", "--sheet", "--encoding", "--delimiter", "--region", "--match", "--rejects"):
        parser.add_argument(name)
    parser.add_argument("--header", type=header)
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD")
    parser.add_argument("--skip", action="append", default=[], metavar="COLUMN")
    parser.add_argument("--dates", choices=["dmy", "mdy", "ymd"])
    parser.add_argument("--on-match", choices=[how.value for how in OnMatch], default="fill")
    parser.add_argument("--new", choices=["yes", "no"], default="yes")
    parser.add_argument("--to", action="append", default=[], metavar="NAME")
    parser.add_argument("--tag", action="append", default=[])
    parser.add_argument("--rows", action="store_true")


def imported_rows(parser: argparse.ArgumentParser) -> None:
    """`imports rows`."""
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--outcome", choices=[fate.value for fate in Fate])


def import_undo(parser: argparse.ArgumentParser) -> None:
    """`imports undo`."""
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--dry-run", action="store_true")


def tag(parser: argparse.ArgumentParser) -> None:
    """`tags delete`."""
    parser.add_argument("tag", metavar="TAG")
    parser.add_argument("--kind", metavar="KIND", default="contact")
    parser.add_argument("--preview", action="store_true")


def tag_colour(parser: argparse.ArgumentParser) -> None:
    """`tags colour`."""
    parser.add_argument("tag", metavar="TAG")
    parser.add_argument("colour", metavar="COLOUR", choices=["none", *COLOURS])


def renamed_tag(parser: argparse.ArgumentParser) -> None:
    """`tags rename`."""
    tag(parser)
    parser.add_argument("new", metavar="NEW")
    parser.add_argument("--merge", action="store_true")


def view(parser: argparse.ArgumentParser) -> None:
    """`views add`."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("query", nargs="*", metavar="QUERY")
    parser.add_argument("--kind", metavar="KIND", default="contact")
    parser.add_argument("--sort", metavar="FIELD", default="name")


def document(parser: argparse.ArgumentParser) -> None:
    """`views import`."""
    parser.add_argument("document", metavar="VIEWS=@FILE")


def matches(parser: argparse.ArgumentParser) -> None:
    """`matches`."""
    parser.add_argument("--tier", choices=[tier.value for tier in Tier])
    parser.add_argument("--account", metavar="NAME")
    parser.add_argument("--limit", type=whole_number, default=50)


def matches_link(parser: argparse.ArgumentParser) -> None:
    """`matches link`."""
    parser.add_argument("ids", nargs="*", metavar="ID")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--preview", action="store_true")


def matches_not_same(parser: argparse.ArgumentParser) -> None:
    """`matches not-same`."""
    parser.add_argument("id", metavar="ID")
    parser.add_argument("records", nargs="*", metavar="RECORD")


def api_on(parser: argparse.ArgumentParser) -> None:
    """`api on`."""
    parser.add_argument("--port", type=port)


def api_dialects(parser: argparse.ArgumentParser) -> None:
    """`api dialects`."""
    parser.add_argument("--off", metavar="LIST")


def _key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--account", action="append", metavar="NAME")
    parser.add_argument("--into", action="append", metavar="NAME")
    parser.add_argument("--known", choices=["refuse", "update"])
    parser.add_argument("--expires", metavar="DATE")
    parser.add_argument("--rate", type=whole_number, metavar="N")


def key_add(parser: argparse.ArgumentParser) -> None:
    """`api keys add`."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--scope", required=True, metavar="LIST")
    _key(parser)


def key_set(parser: argparse.ArgumentParser) -> None:
    """`api keys set`."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--scope", metavar="LIST")
    _key(parser)


def key_revoke(parser: argparse.ArgumentParser) -> None:
    """`api keys revoke`."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--reason", metavar="TEXT")


def api_audit(parser: argparse.ArgumentParser) -> None:
    """`api audit`."""
    parser.add_argument("--key", metavar="NAME")
    parser.add_argument("--limit", type=whole_number, default=50)

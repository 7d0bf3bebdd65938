"""From the words on the command line to one command with its options."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from crmdesk.cli import options as takes
from crmdesk.cli.call import UsageError
from crmdesk.cli.options import Options
from crmdesk.cli.usage_words import in_our_words


class Way(Enum):
    """What a command needs of the profile."""

    READ = "read"  # the desk, beside whoever holds it
    WRITE = "write"  # the desk, in the process that holds it
    HOLD = "hold"  # the profile with its desk closed
    ALONE = "alone"  # nothing
    SERVE = "serve"  # the profile, until it is ended


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words, how it is written, where its function is, and what it takes."""

    words: str
    usage: str
    function: str  # module in crmdesk.cli.commands, then the function
    way: Way
    options: Options
    paths: bool = False  # its first word after the command is a path
    several: bool = False  # all its words are paths, but those with an equals sign; - is standard input
    sets: bool = False  # its --set takes path=FILE
    values: bool = False  # its words are FIELD=VALUE, and a value may stand elsewhere


@dataclass(frozen=True, slots=True)
class Line:
    """A command line taken apart; `options` and `words` are the command's own, in the order given."""

    command: Command | None
    options: tuple[str, ...]
    words: tuple[str, ...]
    profile: str | None = None
    json: bool = False
    help: bool = False
    error: str | None = None

    def asked(self) -> argparse.Namespace:
        """The command's options and words, checked. Raises UsageError."""
        if self.error is not None or self.command is None:
            raise UsageError(self.error or "There is no command.")
        # The name of a file may be of any bytes.
        if not self.command.paths and (odd := [word for word in (*self.options, *self.words) if _is_no_text(word)]):
            raise UsageError(f"{odd[0]!r} is not valid UTF-8.")
        parser = _Parser(prog=f"crmdesk {self.command.words}", add_help=False, allow_abbrev=False)
        parser.wording = self.command
        self.command.options(parser)
        return parser.parse_args([*self.options, *(("--", *self.words) if self.words else ())])


def _is_no_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return True
    return False


class _Parser(argparse.ArgumentParser):
    wording: Command

    def error(self, message: str) -> None:  # type: ignore[override]  # argparse's own never returns either
        raise UsageError(in_our_words(message), next=f"crmdesk {self.wording.usage}".strip())


# Every option that takes a value; the value may begin with a single dash.
_WITH_VALUE = frozenset(
    {"--profile", "--name", "--set", "--direction", "--kinds", "--limit", "--offset", "--sort"}
    | {"--events", "--host", "--contacts", "--seed", "--port", "--where", "--kind", "--view", "--tier", "--account"}
    | {"--outcome", "--format", "--sheet", "--encoding", "--delimiter", "--header", "--map", "--skip", "--dates"}
    | {"--region", "--match", "--on-match", "--new", "--to", "--tag", "--rejects", "--fields", "--ids"}
    | {"--scope", "--into", "--known", "--expires", "--rate", "--key", "--reason", "--off"}
)


def take_apart(arguments: Sequence[str]) -> Line:
    """Find the command, its options and its words; what is wrong is kept in the line, so that JSON is still known."""
    options: list[str] = []
    words: list[str] = []
    profile: str | None = None
    as_json = asks_help = False
    error: str | None = None
    for name, value in _tokens(arguments):
        if name is None:
            words.append(value or "")
        elif name == "--json" and value is None:
            as_json = True
        elif name in ("--help", "-h") and value is None:
            asks_help = True
        elif name == "--profile":
            profile, error = value, error if value else "--profile expects a directory."
        else:
            options.append(name if value is None else f"{name}={value}")
    command, rest = _find(words)
    if command is None and error is None:
        error = _unknown(words, options)
    return Line(command, tuple(options), rest, profile, as_json, asks_help, error)


def _tokens(arguments: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Each option with its value, if it has one, and each word (an option without a name), in order."""
    left = list(arguments)
    while left:
        token = left.pop(0)
        if token == "--":
            yield from ((None, word) for word in left)
            return
        if token == "-h":
            yield token, None
        elif not token.startswith("--"):
            yield None, token
        elif "=" in token:
            name, _, value = token.partition("=")
            yield name, value
        elif token in _WITH_VALUE and left and not left[0].startswith("--"):
            yield token, left.pop(0)
        else:
            yield token, None


def group(words: Sequence[str]) -> str | None:
    """The first of `words`, where it begins several commands and is none itself with what follows it."""
    begins = len(words) == 1 and words[0] not in COMMANDS and any(name.startswith(f"{words[0]} ") for name in COMMANDS)
    return words[0] if begins else None


def _find(words: Sequence[str]) -> tuple[Command | None, tuple[str, ...]]:
    for length in (3, 2, 1):
        found = COMMANDS.get(" ".join(words[:length])) if len(words) >= length else None
        if found is not None:
            return found, tuple(words[length:])
    return None, tuple(words)


def _unknown(words: Sequence[str], options: Sequence[str]) -> str:
    if not words:
        return f"There is no command for {options[0]}." if options else "There is no command."
    for length in (2, 1):
        begin = " ".join(words[:length])
        several = [name.removeprefix(f"{begin} ").split()[0] for name in COMMANDS if name.startswith(f"{begin} ")]
        if several:
            return f"{begin} is followed by {', '.join(dict.fromkeys(several))}."
    return f"There is no command “{words[0]}”."


_DEMO = "[--contacts N] [--seed N] [--port P]"
_ACCOUNT = "[--set KEY=VALUE]... [--direction pull|push|two-way] [--kinds LIST] [--secret-stdin]"
_LIST = "[QUERY] [--limit N] [--offset N] [--sort FIELD] [--all] [--trash] [--view NAME]"
_OF_ALL = "[--kind KIND] [--preview]"
_EDIT = "edit ID FIELD=VALUE... | --where QUERY [--kind KIND] [--preview] FIELD=VALUE..."
_SUGGESTED = "ID...|--all certain [--preview]"
_APART = "ID [RECORD...]"
_SENT = "api hooks deliveries ID [--limit N]"
_EXPORT = (
    "export FILE [QUERY] [kind=KIND] [--format F] [--fields LIST] [--ids LIST] [--sort FIELD] [--safe] [--all]"
    " [--trash] [--replace]"
)
_IMPORT = (
    "FILE... [kind=KIND] [--dry-run] [--format F] [--sheet NAME] [--encoding E] [--delimiter C] [--header N|none]"
    " [--map COLUMN=FIELD[:CODEC]]... [--skip COLUMN]... [--dates dmy|mdy|ymd] [--region CC] [--match LIST|none]"
    " [--on-match fill|replace|skip] [--new yes|no] [--to NAME]... [--tag TAG]... [--rejects FILE] [--rows]"
)
_NO_NUDGE = "api nudges remove ACCOUNT"
_MATCHES = "[--tier certain|likely|possible] [--account NAME] [--limit N]"
_KEY = "[--account NAME]... [--into NAME]... [--known refuse|update] [--expires DATE] [--rate N]"
_READ, _WRITE, _HOLD, _ALONE = Way.READ, Way.WRITE, Way.HOLD, Way.ALONE

COMMANDS = {
    command.words: command
    for command in (
        Command("demo-crms", f"demo-crms {_DEMO}", "maintenance.demo_crms", _ALONE, takes.demo),
        Command("providers", "providers", "lists.providers", _ALONE, takes.nothing),
        Command(
            "account add", f"account add PROVIDER --name NAME {_ACCOUNT}", "accounts.add", _WRITE, takes.add, sets=True
        ),
        Command("account set", f"account set NAME {_ACCOUNT}", "accounts.change", _WRITE, takes.change, sets=True),
        Command("account list", "account list", "accounts.listed", _READ, takes.nothing),
        Command("account test", "account test NAME", "accounts.test", _WRITE, takes.one("name")),
        Command("account pause", "account pause NAME", "accounts.pause", _WRITE, takes.one("name")),
        Command("account resume", "account resume NAME", "accounts.resume", _WRITE, takes.one("name")),
        Command("account remove", "account remove NAME [--keep-contacts]", "accounts.remove", _WRITE, takes.remove),
        Command("account review", "account review NAME accept|refuse", "accounts.review", _WRITE, takes.review),
        Command("sync", "sync [NAME...] [--full | --reload]", "sync.sync", _WRITE, takes.sync),
        *(
            Command(words, f"{words} {_LIST}", f"lists.{words}", _READ, takes.contacts)
            for words in ("contacts", "properties", "deals", "events")
        ),
        Command("fields", "fields [KIND]", "lists.fields", _ALONE, takes.kind),
        Command("stats", "stats", "lists.stats", _READ, takes.nothing),
        Command("show", "show ID|ACCOUNT:REMOTE_ID", "lists.show", _READ, takes.one("id")),
        Command("history", "history ID", "lists.history", _READ, takes.one("id")),
        Command("new", "new [kind=KIND] [account=NAME]... FIELD=VALUE...", "items.new", _WRITE, takes.new, values=True),
        Command("edit", _EDIT, "bulk.edit", _WRITE, takes.edit, values=True),
        Command("add", "add ID ACCOUNT", "items.add", _WRITE, takes.add_to),
        Command("delete", "delete ID [--for-good]", "items.delete", _WRITE, takes.delete),
        Command("restore", "restore ID", "items.restore", _WRITE, takes.one("id")),
        Command("link", "link ID ID", "relations.link", _WRITE, takes.two("id", "other")),
        Command("unlink", "unlink ID ACCOUNT", "relations.unlink", _WRITE, takes.two("id", "account")),
        Command("register", "register ID EVENT", "relations.register", _WRITE, takes.two("id", "event")),
        Command("outbox", "outbox [--all]", "lists.outbox", _READ, takes.outbox),
        Command("outbox cancel", "outbox cancel ID", "items.cancel", _WRITE, takes.one("id")),
        Command("outbox retry", "outbox retry ID", "items.retry", _WRITE, takes.one("id")),
        Command(
            "outbox hand-over", "outbox hand-over FILE ACCOUNT [--replace]", "handing_over.hand_over", _WRITE,
            takes.hand_over, paths=True,
        ),
        Command("conflicts", "conflicts", "lists.conflicts", _READ, takes.nothing),
        Command("problems", "problems", "lists.problems", _READ, takes.nothing),
        Command("runs", "runs", "lists.runs", _READ, takes.nothing),
        Command("resolve", "resolve CONFLICT mine|theirs|here", "items.resolve", _WRITE, takes.resolve),
        Command("views", "views", "views.listed", _READ, takes.nothing),
        Command("views add", "views add NAME [QUERY] [--kind KIND] [--sort FIELD]", "views.add", _WRITE, takes.view),
        Command("views delete", "views delete NAME", "views.delete", _WRITE, takes.one("name")),
        Command("views export", "views export", "views.export", _READ, takes.nothing),
        Command("views import", "views import VIEWS=@FILE", "views.take", _WRITE, takes.document, values=True),
        Command("tags", "tags [KIND]", "tags.listed", _READ, takes.kind),
        Command("tags rename", f"tags rename TAG NEW [--merge] {_OF_ALL}", "tags.rename", _WRITE, takes.renamed_tag),
        Command("tags colour", "tags colour TAG COLOUR", "tags.colour", _WRITE, takes.tag_colour),
        Command("tags delete", f"tags delete TAG {_OF_ALL}", "tags.delete", _WRITE, takes.tag),
        Command("changes", "changes [--limit N] [--offset N]", "changes.changes", _READ, takes.pages),
        Command("undo", "undo [ID] [--preview]", "changes.undo", _WRITE, takes.undo),
        Command("import", f"import {_IMPORT}", "importing.bring_in", _WRITE, takes.bring_in, paths=True, several=True),
        Command("imports continue", "imports continue ID", "importing.go_on", _WRITE, takes.one("id")),
        Command("imports", "imports [--all]", "imports.imports", _READ, takes.outbox),
        Command("imports rows", "imports rows ID [--outcome O]", "imports.rows", _READ, takes.imported_rows),
        Command("imports undo", "imports undo ID [--dry-run]", "imports.undo", _WRITE, takes.import_undo),
        Command("mappings", "mappings", "imports.mappings", _READ, takes.nothing),
        Command("mappings forget", "mappings forget ID", "imports.forget", _WRITE, takes.one("id")),
        Command("matches", f"matches {_MATCHES}", "matches.matches", _READ, takes.matches),
        Command("matches link", f"matches link {_SUGGESTED}", "matches.link", _WRITE, takes.matches_link),
        Command("matches not-same", f"matches not-same {_APART}", "matches.not_same", _WRITE, takes.matches_not_same),
        Command("matches decided", "matches decided [--limit N] [--offset N]", "matches.decided", _READ, takes.pages),
        Command("matches revoke", "matches revoke ID", "matches.revoke", _WRITE, takes.one("id")),
        Command("matches run", "matches run", "matches.run", _WRITE, takes.nothing),
        Command("api on", "api on [--port P]", "api.on", _WRITE, takes.api_on),
        Command("api off", "api off", "api.off", _WRITE, takes.nothing),
        Command("api status", "api status", "api.status", _WRITE, takes.nothing),
        Command("api dialects", "api dialects [--off LIST]", "api.dialects", _WRITE, takes.api_dialects),
        Command("api keys add", f"api keys add NAME --scope LIST {_KEY}", "api.add_key", _WRITE, takes.key_add),
        Command("api keys list", "api keys list", "api.keys", _READ, takes.nothing),
        Command("api keys set", f"api keys set NAME [--scope LIST] {_KEY}", "api.change_key", _WRITE, takes.key_set),
        Command("api keys rotate", "api keys rotate NAME", "api.rotate_key", _WRITE, takes.one("name")),
        Command("api keys revoke", "api keys revoke NAME [--reason TEXT]", "api.revoke_key", _WRITE, takes.key_revoke),
        Command("api origins add", "api origins add ORIGIN", "api.let_in", _WRITE, takes.one("origin")),
        Command("api origins remove", "api origins remove ORIGIN", "api.keep_out", _WRITE, takes.one("origin")),
        Command("api origins list", "api origins list", "api.origins", _READ, takes.nothing),
        Command("api audit", "api audit [--key NAME] [--limit N]", "api.audit", _READ, takes.api_audit),
        Command("api openapi", "api openapi", "api.openapi", _ALONE, takes.nothing),
        Command("api start", "api start [--port P]", "", Way.SERVE, takes.api_on),
        Command("api service", "api service [install|remove]", "programs.service.service", _ALONE, takes.service),
        Command("mcp", "mcp [--key NAME]", "programs.mcp.serve", _ALONE, takes.mcp),
        Command("mcp act", "mcp act NAME REQUEST", "programs.mcp.act", _WRITE, takes.two("name", "request")),
        Command("api nudges add", "api nudges add ACCOUNT [--host NAME]", "programs.nudges.add", _WRITE, takes.nudge),
        Command("api nudges list", "api nudges list", "programs.nudges.listed", _READ, takes.nothing),
        Command("api nudges remove", _NO_NUDGE, "programs.nudges.remove", _WRITE, takes.one("account")),
        Command("api hooks add", "api hooks add URL --events LIST [--local]", "programs.hooks.add", _WRITE, takes.hook),
        Command("api hooks list", "api hooks list", "programs.hooks.listed", _READ, takes.nothing),
        Command("api hooks deliveries", _SENT, "programs.hooks.deliveries", _READ, takes.some_of),
        Command("api hooks test", "api hooks test ID", "programs.hooks.test", _WRITE, takes.one("id")),
        Command("api hooks again", "api hooks again ID", "programs.hooks.again", _WRITE, takes.one("id")),
        Command("api hooks rotate", "api hooks rotate ID", "programs.hooks.rotate", _WRITE, takes.one("id")),
        Command("api hooks remove", "api hooks remove ID", "programs.hooks.remove", _WRITE, takes.one("id")),
        Command("export", _EXPORT, "exporting.export", _READ, takes.export, paths=True),
        Command("backup", "backup FILE [--replace]", "maintenance.backup", _WRITE, takes.backup, paths=True),
        Command("recover", "recover FILE", "maintenance.recover", _HOLD, takes.one("file"), paths=True),
        Command("doctor", "doctor", "maintenance.doctor", _ALONE, takes.nothing),
    )
}  # fmt: skip

# Functions that refuse what can never work, before the profile is taken.
CHECKS = {
    "account add": "accounts.check_new",
    "account set": "accounts.check_settings",
    "new": "items.check_new",
    "edit": "bulk.check_edit",
    "import": "importing.check_import",
    "matches link": "matches.check_link",
}

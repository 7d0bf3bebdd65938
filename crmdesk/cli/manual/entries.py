"""Each command in a sentence or two, with an example; a test keeps it complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Entry:
    """What one command is for. `example` is a whole line as typed; `more` are further sentences, for its own page."""

    summary: str
    example: str
    more: tuple[str, ...] = ()


_QUERY = (
    'Words are found anywhere, in any order; “"whole phrase"”, “company:amber”, “-word”, “OR” and brackets narrow it.',
    "“no:email”, “has:phone”, “in:Dex”, “in:2+”, “differs:phone”, “is:waiting”, “changed:7d” and “added:2026-01” ask"
    " for what is empty, where it is, what CRMs hold differently, how it stands, and when it came or changed.",
    'Values compare by “company:="Amber Ltd"”, “^” (starts), “~” (contains), “price:>250k”, “birthday:1990..1999”,'
    " “starts:next14d”; “deal.stage:offer” asks for what is related.",
    "Removed and archived items are left out; --all lists them too, --trash only what is in the trash.",
)


def _listing(plural: str, example: str) -> Entry:
    return Entry(f"List {plural}, or those that QUERY finds.", example, _QUERY)


ENTRIES: Final[dict[str, Entry]] = {
    "demo-crms": Entry(
        "Run the demo CRMs alone: print their addresses and keys, and serve until ended.",
        "crmdesk demo-crms --contacts 500 --port 8600",
    ),
    "providers": Entry(
        "List the CRMs that can be connected, with their settings and the variables their keys are read from.",
        "crmdesk providers",
    ),
    "account add": Entry(
        "Connect a CRM: sign in, and keep the account if that succeeds.",
        "echo $KEY | crmdesk account add dex --name Dex --secret-stdin",
        (
            "Without --secret-stdin the key is read from the provider's variables, DEX_API_KEY for one.",
            "When signing in is refused or the CRM cannot be reached, nothing is saved.",
        ),
    ),
    "account set": Entry(
        "Change an account's settings, or give it a new key; waiting edits stay.",
        "crmdesk account set Dex --direction pull",
    ),
    "account list": Entry("List the accounts: state, direction, kinds, scope.", "crmdesk account list --json"),
    "account test": Entry("Sign in once and say what the CRM answers.", "crmdesk account test Dex"),
    "account pause": Entry("Stop syncing an account until it is resumed.", "crmdesk account pause Dex"),
    "account resume": Entry("Let a paused account sync again.", "crmdesk account resume Dex"),
    "account remove": Entry(
        "Forget an account with its key; the CRM keeps everything.",
        "crmdesk account remove Dex --keep-contacts",
        ("Its contacts go from this computer too, unless --keep-contacts leaves them here.",),
    ),
    "account review": Entry(
        "Accept or refuse the removals that were held back, because a CRM suddenly lacked so many records.",
        "crmdesk account review Dex refuse",
    ),
    "sync": Entry(
        "Pull what changed, then send what waits; now, whatever the schedule says.",
        "crmdesk sync Dex --full",
        ("Without NAME every account is synced. A pause, a quota or a CRM's “wait” is never passed.",),
    ),
    "contacts": _listing("contacts", "crmdesk contacts amber --limit 10"),
    "properties": _listing("properties", "crmdesk properties collins --sort name"),
    "deals": _listing("deals", "crmdesk deals --all --json"),
    "events": _listing("events", "crmdesk events open --limit 5"),
    "fields": Entry("List the fields of a kind, with what each takes.", "crmdesk fields contact"),
    "stats": Entry("Count what is on this computer, by kind and account.", "crmdesk stats"),
    "show": Entry("Show everything about one item.", "crmdesk show Dex:4711"),
    "history": Entry("Show how an item's values came to be.", "crmdesk history Dex:4711"),
    "new": Entry(
        "Make an item, on this computer alone or in the accounts named.",
        "crmdesk new account=Dex first_name=Ada last_name=Example 'emails=[\"ada@mail.example\"]'",
    ),
    "edit": Entry(
        "Change fields of an item; each change is sent to the CRMs that hold it at the next sync.",
        "crmdesk edit Dex:4711 company='Amber Ltd' job_title=",
        (
            "`edit --where 'company:amber' tags+=partner` edits all that a query finds, as one action that `undo` takes"
            " back; --preview says to how many, in which CRMs, and who keeps it on this computer.",
        ),
    ),
    "add": Entry("Add an item to one more account.", "crmdesk add Dex:4711 Rex"),
    "delete": Entry(
        "Move an item to the trash.",
        "crmdesk delete Dex:4711",
        ("--for-good deletes it from this computer for ever, and where the CRM allows it there too.",),
    ),
    "restore": Entry("Take an item back out of the trash.", "crmdesk restore Dex:4711"),
    "link": Entry("Make two items one: the same person in two CRMs.", "crmdesk link Dex:4711 Rex:88"),
    "unlink": Entry("Take an account's record out of an item, exactly as it was.", "crmdesk unlink Dex:4711 Rex"),
    "register": Entry("Register a contact for an event.", "crmdesk register Dex:4711 CRM:open-day"),
    "views": Entry("List the saved views, in the order of the sidebar.", "crmdesk views"),
    "views add": Entry("Save a query under a name.", "crmdesk views add Nameless no:name no:email --sort=-updated_at"),
    "views delete": Entry("Forget a saved view; what it lists stays.", "crmdesk views delete Nameless"),
    "views export": Entry("Print all views as one document.", "crmdesk views export"),
    "views import": Entry(
        "Take the views of an exported document; a name in use gets a number.", "crmdesk views import VIEWS=@views.json"
    ),
    "tags": Entry(
        "List the tags of a kind, the most used first, with how many items have each, and which CRMs have tags.",
        "crmdesk tags",
    ),
    "tags colour": Entry("Give a tag a colour in the window, or none.", "crmdesk tags colour vip purple"),
    "tags rename": Entry(
        "Call a tag otherwise on all items that have it, as one action that `undo` takes back.",
        "crmdesk tags rename vip VIP",
        ("A name that is a tag already is refused; --merge makes the two one.",),
    ),
    "tags delete": Entry(
        "Take a tag off all items that have it, as one action that `undo` takes back.",
        "crmdesk tags delete old --preview",
    ),
    "import": Entry(
        "Bring in what files hold: CSV, XLSX, JSON and vCards; on this computer alone, unless --to names an account.",
        "crmdesk import contacts.csv --dates dmy --tag fair --dry-run",
        (
            "Whoever is here already is found by id and email, --match says otherwise; what is empty is filled in, and"
            " what differs stays and is told. Rows that fail come back with --rejects, each with its reason.",
            "What the columns mean is proposed, told, and remembered for the next file with that header; dates that"
            " could be read in two ways are refused until --dates says how.",
        ),
    ),
    "imports continue": Entry(
        "Go on with an import that was ended or stopped, behind its last whole part.", "crmdesk imports continue 3"
    ),
    "imports": Entry(
        "List the files that were imported, newest first: the last 50; --all: all of them.", "crmdesk imports --json"
    ),
    "imports rows": Entry(
        "List what became of the rows of an import: those that did something or have something to say.",
        "crmdesk imports rows 3 --outcome failed",
    ),
    "imports undo": Entry(
        "Take a whole import back: whoever was changed since stays, and is told.",
        "crmdesk imports undo 3 --dry-run",
        ("Doing it again is `undo` with the change-set that `changes` lists for it.",),
    ),
    "mappings": Entry("List how files with a known header are read.", "crmdesk mappings"),
    "mappings forget": Entry(
        "Forget how files with a header are read; the next one is proposed anew.", "crmdesk mappings forget 2"
    ),
    "matches": Entry(
        "List who may be the same, surest first, with what speaks for and against it.",
        "crmdesk matches --tier certain",
        ("It tells the state of a finished search; `matches run` finishes one.",),
    ),
    "matches link": Entry(
        "Say that those of a suggestion are the same: nothing in any CRM changes, and `undo` takes it back.",
        "crmdesk matches link --all certain --preview",
        ("--all takes the word certain alone; --preview lists what would be linked.",),
    ),
    "matches not-same": Entry(
        "Say for good that those of a suggestion are not the same, or that the records named are none of the others.",
        "crmdesk matches not-same 123456789 Dex:4711",
    ),
    "matches decided": Entry("List what was decided about who is the same, newest first.", "crmdesk matches decided"),
    "matches revoke": Entry(
        "Take a decision back: what it linked is as before, what it parted may be suggested again.",
        "crmdesk matches revoke 3",
    ),
    "matches run": Entry("Search for who is the same until nothing is left to look at.", "crmdesk matches run"),
    "changes": Entry(
        "List what was done, newest first: each action of yours, and what each run pulled.",
        "crmdesk changes --limit 10",
    ),
    "undo": Entry(
        "Take the last action back, or the one named; the CRMs are told like of any edit.",
        "crmdesk undo --preview",
        (
            "--preview says what can be taken back, what was edited since and stays, and what cannot be, and why.",
            "What a taking back did is a change-set too: `undo` with its id does the action again.",
        ),
    ),
    "outbox": Entry("List the edits that wait to be sent; --all: those that were sent too.", "crmdesk outbox"),
    "outbox cancel": Entry("Take a waiting edit back.", "crmdesk outbox cancel 12"),
    "outbox hand-over": Entry(
        "Write what waits for an account by file as the file that its program imports; its next export verifies it.",
        "crmdesk outbox hand-over ~/changes.csv Office",
    ),
    "outbox retry": Entry("Let an edit that was given up be tried again.", "crmdesk outbox retry 12"),
    "conflicts": Entry("List the fields that changed both here and in the CRM.", "crmdesk conflicts"),
    "problems": Entry("List what needs you, one line for each cause.", "crmdesk problems"),
    "runs": Entry("List the last syncs with what each did.", "crmdesk runs --json"),
    "resolve": Entry(
        "Decide a conflict: mine is sent, theirs is taken, here keeps mine on this computer only.",
        "crmdesk resolve 3 theirs",
    ),
    "api start": Entry(
        "Sync by schedule and serve the local API without a window, until it is ended.",
        "crmdesk api start",
        (
            'The first line of its output is {"api": {"url": …}}.',
            "A window that opens is given the profile; when it is closed, this goes on.",
        ),
    ),
    "api service": Entry(
        "Show what starts `api start` at each sign-in; install and remove write it for you, and for you alone.",
        "crmdesk api service install",
        ("A systemd user unit, a launchd agent, or a scheduled task; it is shown before it is written.",),
    ),
    "mcp": Entry(
        "Let an assistant use the desk: tools of the Model Context Protocol on standard input and output.",
        "crmdesk mcp --key assistant",
        ("An assistant's program starts it. What it may is what the key may; it needs `pip install 'crmdesk[mcp]'`.",),
    ),
    "mcp act": Entry(
        "What `mcp` hands to the process that holds the profile: one request of the local API as a key, in JSON.",
        """crmdesk mcp act assistant '{"method": "GET", "path": "/desk/v1/"}'""",
    ),
    "api nudges add": Entry(
        "Give an account an address at which your own tunnel or relay may knock, so that it is pulled sooner.",
        "crmdesk api nudges add Dex --host desk.example.com",
        ("Nothing of what knocks is read, and it is pulled once in 30 seconds at most; the path is shown this once.",),
    ),
    "api nudges list": Entry("List the accounts that have such an address.", "crmdesk api nudges list"),
    "api nudges remove": Entry("Let an account's address lead nowhere.", "crmdesk api nudges remove Dex"),
    "api hooks add": Entry(
        "Let changes be sent to an address, signed by Standard Webhooks; its secret is shown this once.",
        "crmdesk api hooks add https://example.com/in --events contact.created,contact.updated",
        ("contact.* is all of a kind, * is all; --local allows an address of this computer or of your own network.",),
    ),
    "api hooks list": Entry("List the hooks, and what came of the last delivery of each.", "crmdesk api hooks list"),
    "api hooks deliveries": Entry(
        "List what a hook was sent and is still to be sent, newest first.", "crmdesk api hooks deliveries 1"
    ),
    "api hooks test": Entry("Send a hook a message that says nothing.", "crmdesk api hooks test 1"),
    "api hooks again": Entry(
        "Send a delivery once more; a hook that was paused goes on.", "crmdesk api hooks again 12"
    ),
    "api hooks rotate": Entry(
        "Give a hook a new secret; for a day the old one signs beside it.", "crmdesk api hooks rotate 1"
    ),
    "api hooks remove": Entry("Forget a hook with all that it was still to be sent.", "crmdesk api hooks remove 1"),
    "api on": Entry(
        "Serve other programs on this computer while a window is open; only with a key, and to nobody else.",
        "crmdesk api on",
        ("The port is 27650 unless told; where another program has it, that is said, and nothing is served.",),
    ),
    "api off": Entry("Serve other programs no more.", "crmdesk api off"),
    "api status": Entry(
        "Say whether the local API is served, where, and how often it was asked.", "crmdesk api status"
    ),
    "api dialects": Entry(
        "List the ways in which the local API can be spoken to, and switch some of them off.",
        "crmdesk api dialects --off ''",
        ("--off names those that are not served, with commas between; without a name all are.",),
    ),
    "api keys add": Entry(
        "Make a key for a program, and show it this once.",
        "crmdesk api keys add Form --scope contacts:submit --into Dex",
        (
            "A scope is contacts:submit (adds, reads nothing), contacts:read, contacts:write and so for properties,"
            " deals and events, delete, sync, accounts, webhooks; several at once are read, write and all.",
            "--account lets it reach the named accounts alone; what is in none of them is not there for it.",
        ),
    ),
    "api keys list": Entry("List the keys: what each may, and how often it was used.", "crmdesk api keys list"),
    "api keys set": Entry("Change what a key may.", "crmdesk api keys set Form --known update --rate 60"),
    "api keys rotate": Entry(
        "Give a key another secret; the old one opens nothing any more.", "crmdesk api keys rotate Form"
    ),
    "api keys revoke": Entry("Let a key open nothing any more.", "crmdesk api keys revoke Form --reason 'site sold'"),
    "api origins add": Entry(
        "Let a web page use the local API, with a key.", "crmdesk api origins add https://my.example"
    ),
    "api origins remove": Entry("Let a web page in no more.", "crmdesk api origins remove https://my.example"),
    "api origins list": Entry("List the web pages that are let in.", "crmdesk api origins list"),
    "api audit": Entry(
        "List what was done and refused over the local API, newest first.", "crmdesk api audit --key Form --limit 20"
    ),
    "api openapi": Entry("Print the description of every route, by OpenAPI 3.1.", "crmdesk api openapi --json"),
    "export": Entry(
        "Write what the desk shows into a file: as a table, as JSON or as cards.",
        "crmdesk export ~/people.xlsx tag:friends --sort company",
        (
            *_QUERY,
            "The format follows the name: .csv, .tsv, .xlsx, .json, .jsonl, .vcf. CSV, XLSX, JSON and cards come back"
            " unchanged with `import`. A card that was imported is written from its own text.",
            "The file is written beside its place and is there whole or not at all; only its owner can read it.",
            "Exit codes: 3 where nothing was written (the file is there, or its folder cannot be written); 1 where"
            " cells were longer than a sheet can hold.",
        ),
    ),
    "backup": Entry("Save the whole database into a file, while the desk is in use.", "crmdesk backup ~/desk.sqlite3"),
    "recover": Entry(
        "Put a backup in the place of the profile's database.",
        "crmdesk recover ~/desk.sqlite3",
        ("A FILE that is not there receives what can still be read of a damaged database.",),
    ),
    "doctor": Entry(
        "Check versions, folders, database, keychain and accounts; no secret is shown.",
        "crmdesk doctor --json",
    ),
}

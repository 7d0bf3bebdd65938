"""Each word and option that commands take, in a sentence; where it means something else, under `command word`."""

from __future__ import annotations

from typing import Final

EVERYWHERE: Final[dict[str, str]] = {
    "--profile DIR": "work in the profile in DIR instead of the user's own",
    "--json": "print one JSON document, also when the command fails",
    "--help": "say what the command is for, and do nothing",
}

MEANINGS: Final[dict[str, str]] = {
    "ACCOUNT": "the account's name",
    "CONFLICT": "the conflict's id, as `conflicts` lists it",
    "DECISION": "accept: the removals are right; refuse: they are not, and everything stays",
    "EVENT": "the event: its id, or ACCOUNT:REMOTE_ID",
    "FIELD=VALUE": "a field and its new value; a list is JSON, an empty value clears the field",
    "FILE": "a file on this computer",
    "HOW": "mine: yours is sent; theirs: the CRM's is taken; here: yours stays on this computer only",
    "ID": "the item: its id, or ACCOUNT:REMOTE_ID",
    "KIND": "contact, property, deal or event",
    "NAME": "the account's name",
    "OTHER": "the other item",
    "PROVIDER": "the CRM, as `providers` lists it",
    "QUERY": "what to look for",
    "--events": "types of events with commas between, such as contact.created; contact.* or *",
    "--local": "the address may be of this computer or of your own network",
    "URL": "where to send to, https://…",
    "--all": "also what was archived or removed in its CRM",
    "--contacts": "how many contacts to invent",
    "--direction": "pull: only from the CRM; push: only to it; two-way: both",
    "--for-good": "delete instead of moving to the trash",
    "--full": "compare the whole list, which proves what was removed",
    "--keep-contacts": "keep its contacts on this computer",
    "--kinds": "what to take, with commas between: contact,property,deal,event",
    "--limit": "how many to list, 50 unless told; 0 lists all",
    "--name": "what to call the account",
    "--offset": "how many to skip first",
    "--port": "where to listen; 0 takes a free port",
    "--reload": "read every record anew",
    "--replace": "replace a file that is there",
    "--secret-stdin": "read the key from standard input: one line, or one JSON object",
    "--seed": "another number invents other people",
    "--set": "a setting, as `providers` lists them; may be repeated",
    "--sort": "the field to sort by",
    "--preview": "say what would be done, and do nothing",
    "--view": "list what this saved view holds, in its order; QUERY narrows it",
    "VIEWS=@FILE": "the file that `views export` wrote, after VIEWS=@; VIEWS=- reads it from standard input",
    "views add NAME": "what the view is called",
    "views delete NAME": "the view",
    "--where": "edit all that this query finds",
    "undo ID": "the change-set's id, as `changes` lists it; without it the last action",
    "TAG": "the tag, in whatever case",
    "NEW": "what it is called from then on",
    "--merge": "allow a name that is a tag already: the two become one",
    "--kind": "of which kind its items are",
    "edit --kind": "of which kind the items of --where are",
    "edit ID|FIELD=VALUE": "the item, then FIELD=VALUE; with --where no item, and FIELD+=ENTRY adds to a list,"
    " FIELD-=ENTRY takes from it, FIELD/=OLD/NEW replaces in texts",
    "--trash": "only what is in the trash",
    "outbox --all": "also what was sent",
    "outbox cancel ID": "the edit's id, as `outbox` lists it",
    "outbox retry ID": "the edit's id, as `outbox` lists it",
    "--tier": "only suggestions that are as sure as that",
    "--account": "only suggestions with a record of that account",
    "RECORD": "a record of the suggestion: ACCOUNT:REMOTE_ID, or its item's id",
    "imports --all": "all of them",
    "imports rows ID": "the import's id, as `imports` lists it",
    "imports undo ID": "the import's id, as `imports` lists it",
    "mappings forget ID": "the mapping's id, as `mappings` lists it",
    "--outcome": "only rows of which that became",
    "--dry-run": "say what would be done, and do nothing",
    "matches link ID": "the suggestion's id, as `matches` lists it; behind --all the word certain",
    "matches link --all": "link all that are certain",
    "matches not-same ID": "the suggestion's id, as `matches` lists it",
    "matches revoke ID": "the decision's id, as `matches decided` lists it",
    "new FIELD=VALUE": "a field and its value; kind=KIND and account=NAME say what it is and where it goes",
}


def meaning(command: str, word: str) -> str | None:
    """What a word or option of a command stands for; None where nobody has written it down yet."""
    return MEANINGS.get(f"{command} {word}") or MEANINGS.get(word)

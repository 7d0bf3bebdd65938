"""What a CRM, its proxy or the network may answer, and what each operation of a provider makes of it.

The columns: `who` asks who signs in, `list` reads the whole list, `one` a record, `find` looks for one to be created;
`make`, `change` and `delete` write, and the weather is over the request that writes.

    works     done, by itself, after waiting or asking again
    pause     RateLimited: the account waits, nothing is sent meanwhile
    down      Unavailable: backed off from; a write was not carried out
    look      OutcomeUnknown: the write may have happened, so that it is looked up before it is sent again
    bad       BadResponse: this is not what the API answers; never an empty list
    sign-in   AuthRequired: the account is paused, edits wait
    no-right  NotAllowed   refused  Rejected   gone  RemoteGone   exists  AlreadyExists   stale  StaleVersion

An operation that a CRM does not have, or that needs no request, has no reaction (`-`): so has a deletion that is
answered with “not found” while the record is still there.
"""

from __future__ import annotations

from typing import Any

OPERATIONS = ("who", "list", "one", "find", "make", "change", "delete")

TABLE = """
weather                 | who      list     one      find     make     change   delete
429, 4 seconds          | works    works    works    works    pause    pause    pause
429, half an hour       | pause    pause    pause    pause    pause    pause    pause
429, a date to come     | pause    pause    pause    pause    pause    pause    pause
429, nothing named      | works    works    works    works    pause    pause    pause
500                     | down     down     down     down     look     look     look
502                     | down     down     down     down     look     look     look
503                     | down     down     down     down     down     down     down
503 twice               | works    works    works    works    down     down     down
no connection           | down     down     down     down     down     down     down
name unknown            | down     down     down     down     down     down     down
certificate of nobody   | down     down     down     down     down     down     down
hung up on              | down     down     down     down     look     look     look
answer lost             | down     down     down     down     look     look     look
answer lost by a reset  | down     down     down     down     look     look     look
answer cut off          | bad      bad      bad      bad      look     look     look
not JSON                | bad      bad      bad      bad      look     look     look
nested without end      | bad      bad      bad      bad      look     look     look
compressed bomb         | bad      bad      bad      bad      look     look     look
a web page              | bad      bad      bad      bad      look     look     look
empty 200               | bad      bad      bad      bad      look     look     look
204                     | bad      bad      bad      bad      look     look     look
an error in a 200       | bad      bad      bad      bad      look     look     look
sent elsewhere          | bad      bad      bad      bad      bad      bad      bad
sent in a circle        | bad      bad      bad      bad      bad      bad      bad
400                     | bad      bad      bad      bad      refused  refused  refused
401                     | sign-in  sign-in  sign-in  sign-in  sign-in  sign-in  sign-in
403                     | sign-in  sign-in  sign-in  sign-in  no-right no-right no-right
404                     | bad      bad      gone     bad      gone     gone     -
409                     | bad      bad      bad      bad      exists   refused  refused
410                     | bad      bad      gone     bad      gone     gone     -
412                     | bad      bad      bad      bad      stale    stale    stale
422                     | bad      bad      bad      bad      refused  refused  refused
"""

# The switch of the demo CRM that makes the weather; what has none is made by the way to it.
SWITCHES: dict[str, tuple[str, dict[str, Any]]] = {
    "429, 4 seconds": ("rate_limit", {"retry_after": 4, "times": 1}),
    "429, half an hour": ("rate_limit", {"retry_after": 1800}),
    "429, a date to come": ("rate_limit", {"retry_date": 3600}),
    "429, nothing named": ("rate_limit", {"times": 1}),
    "500": ("down", {"status": 500}),
    "502": ("down", {"status": 502}),
    "503": ("down", {"status": 503}),
    "503 twice": ("down", {"status": 503, "times": 2}),
    "hung up on": ("refused", {}),
    "answer lost": ("lost", {}),
    "answer lost by a reset": ("lost", {"how": "reset"}),
    "answer cut off": ("truncated", {}),
    "not JSON": ("not_json", {}),
    "nested without end": ("deep", {}),
    "compressed bomb": ("gzip_bomb", {}),
    "a web page": ("html", {}),
    "empty 200": ("empty", {}),
    "204": ("no_content", {}),
    "an error in a 200": ("error_200", {}),
    "sent elsewhere": ("redirect", {}),
    "sent in a circle": ("redirect", {"to": "/elsewhere"}),
    "400": ("status", {"status": 400}),
    "401": ("signed_out", {}),
    "403": ("forbidden", {}),
    "404": ("status", {"status": 404}),
    "409": ("status", {"status": 409}),
    "410": ("status", {"status": 410}),
    "412": ("status", {"status": 412}),
    "422": ("status", {"status": 422}),
}

# Where a CRM's own ways make another reaction the right one, and why.
_ERROR = "an error in a 200"
_QUIET = {"answer cut off": {"delete": "works"}}  # deleting is answered without a body, which cannot be cut off
_READ_BACK = {_ERROR: {"change": "works"}}  # what the answer to a change says is not believed; the record is read
_NAMELESS = {_ERROR: {"who": "works"}}  # the key tells accounts apart where the answer names nobody
_FAILED = {_ERROR: {name: "down" for name in ("who", "list", "one", "find")}}  # such an answer is how it fails
_NONE_FOUND = {status: {"find": "works"} for status in ("404", "410")}  # a search that finds nothing is answered so

Rows = dict[str, dict[str, str]]


def _all(*tables: Rows) -> Rows:
    return {name: {key: value for table in tables for key, value in table.get(name, {}).items()} for name in ROWS}


_LINES = [line.split("|") for line in TABLE.strip().splitlines()[1:]]
ROWS: Rows = {name.strip(): dict(zip(OPERATIONS, cells.split(), strict=True)) for name, cells in _LINES}
DIFFERENT: dict[str, Rows] = {
    "TestFlex": _all(_QUIET, _READ_BACK, {"204": {"change": "works"}}),
    "TestFollowUpBoss": _all(_QUIET, _READ_BACK, _NAMELESS),
    "TestMriV13": _all(_QUIET, _NAMELESS, _NONE_FOUND),
    "TestMriZena": _all(_READ_BACK, _NAMELESS, _NONE_FOUND),
    "TestCrmApiV1": {status: {"one": "bad"} for status in ("404", "410")},  # it reads one by listing
    "TestRexOAuth": _FAILED,
    "TestDexLegacy": _all(_FAILED, {_ERROR: {"find": "bad"}}),
    "TestDexV1": _all(
        _FAILED,
        # It looks up with a POST of the new contact's values, which can be refused like those of a write,
        {"400": {"find": "refused"}, "422": {"find": "refused"}, "409": {"find": "exists"}, "412": {"find": "stale"}},
    ),
    # Everything is a POST whose answer tells in its own words what failed: a bare status says only that it did.
    "TestRexRpc": _all(
        _FAILED,
        {"404": {"one": "bad"}, "410": {"one": "bad"}},
        {status: {"make": "refused", "change": "refused", "delete": "refused"} for status in ("409", "410", "412")},
    ),
}

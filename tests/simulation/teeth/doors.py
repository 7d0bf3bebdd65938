"""The local API with a door left open: each fault is judged by the test that is to hold that door."""

from __future__ import annotations

from tests.simulation.teeth.mutant import Mutant

_DOORS = "tests/api/test_doors.py"
_ITEMS = "tests/api/test_items.py"
_FIRST = f"{_DOORS}::test_a_right_key_opens_no_door_before_its_own"

DOORS = (
    Mutant(
        "any Host is served",
        "B1 the Host is this computer's",
        "crmdesk.api.doors",
        "        gate.check_host(visit.raw, self._port)\n",
        "",
        judge=_FIRST,
    ),
    Mutant(
        "the deed of a foreign page is done, its answer kept back",
        "B1 a refusal has done nothing",
        "crmdesk.api.gate",
        '    raise ForeignPage(f"You have not let {told} in.")',
        "    return None",
        judge=_FIRST,
    ),
    Mutant(
        "every page may read an answer",
        "B1 CORS names the one page that was let in",
        "crmdesk.api.gate",
        '"Access-Control-Allow-Origin": origin,',
        '"Access-Control-Allow-Origin": "*",',
        judge=f"{_DOORS}::test_a_page_that_is_let_in_is_named_exactly_and_gets_no_cookies",
    ),
    Mutant(
        "a scope is not heeded",
        "B2 a key does what its scopes say",
        "crmdesk.api.call",
        "    if scope not in key.scopes:\n",
        "    if not key.scopes:\n",
        judge=f"{_DOORS}::test_a_key_does_what_its_scopes_say_and_no_more",
    ),
    Mutant(
        "a form's text is taken for JSON",
        "B1 a body is JSON by its type",
        "crmdesk.api.bodies",
        'TYPES = ("application/json", ',
        'TYPES = ("text/plain", "application/json", ',
        judge=_FIRST,
    ),
    Mutant(
        "a cursor counts items",
        "B3 pages double and miss nothing while others write",
        "crmdesk.api.own.items",
        "call.desk.listed(query, after, limit + 1, offset)",
        "call.desk.listed(query, 0, limit + 1, offset or after)",
        judge=f"{_ITEMS}::test_pages_by_id_double_and_miss_nothing_while_others_write",
    ),
    Mutant(
        "the answer to a request that may come again is not kept with the deed",
        "B3 an Idempotency-Key is kept in the write's own transaction",
        "crmdesk.desk.programs.errand",
        "        if self.token is not None:\n",
        '        if self.token == "":\n',
        judge=f"{_ITEMS}::test_the_answer_is_kept_with_the_deed_or_neither_is",
    ),
    Mutant(
        "If-Match is looked at before the transaction",
        "B3 If-Match holds inside the writing transaction",
        "crmdesk.api.own.items",
        '    asked = call.headers.get("if-match", "*").strip()\n',
        '    asked = call.headers.get("if-match", "*").strip()\n'
        "    if json_shapes.item_mark(json_shapes.whole_item(one_of(call), call.names())) in asked:\n"
        "        return None\n",
        judge=f"{_ITEMS}::test_two_writers_with_one_tag_and_one_of_them_is_told",
    ),
    Mutant(
        "a hook follows a redirect",
        "B5 a hook is sent to its own address alone",
        "crmdesk.providers.wire.posting",
        "client.send(request, stream=True)",
        "client.send(request, stream=True, follow_redirects=True)",
        judge="tests/stories/test_hooks.py::test_a_redirect_is_not_followed_and_gone_is_the_end",
    ),
    Mutant(
        "the audit has the key",
        "B1 nothing that the vault holds is in a log or audit",
        "crmdesk.api.doors",
        "AuditLine(id_, name, visit.method,",
        'AuditLine(id_, visit.headers.get("authorization", name), visit.method,',
        judge=f"{_DOORS}::test_counts_are_exact_over_restarts_and_the_audit_has_no_secret",
    ),
    Mutant(
        "a key sees what other accounts hold",
        "B2 a key that reaches some accounts reads nothing of others",
        "crmdesk.api.call",
        "return item if reach is None else seen_in(item, reach)",
        "return item",
        judge=f"{_ITEMS}::test_a_key_is_told_nothing_that_only_a_record_out_of_its_reach_holds",
    ),
)

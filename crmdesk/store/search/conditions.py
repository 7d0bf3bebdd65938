"""From a query's tree to SQL: each condition by the index that answers it, each also as a test of one item.

A part is what holds together: a test for the WHERE of `item`, and, where some index gives them at once, the ids for
which it can hold. `plan` joins all that the search index answers into one query of it, and all that is a matter of
`facets` into one list of values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

import msgspec

from crmdesk.domain.accounts import LOCAL, THIS_COMPUTER
from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.query.language import NUMBERS, WORDS
from crmdesk.domain.query.moments import Span, number, span_of
from crmdesk.domain.query.tree import All, Any, Compare, Fact, Node, Not, Op, Related, Special, Words
from crmdesk.errors import QueryInvalid
from crmdesk.store.search.across import SEVERAL, differing_ids, related_ids
from crmdesk.store.search.folding import fold, sort_key
from crmdesk.store.search.part import Facets, Parameters, Part, among
from crmdesk.store.search.query import NOTHING, left_out_by, match_of
from crmdesk.store.search.states import COLUMNS, States
from crmdesk.store.search.when import bounds, first_id_from, moment_bounds
from crmdesk.store.session import Session

_FACETS = {
    key: 1 << place
    for place, key in enumerate(
        ("emails", "phones", "company", "job_title", "birthday", "description", "address", "tags", "website", "starred")
    )
}  # as the step of the migration that made the column
_NUMBER, _MOST = SEVERAL.bit_length() - 2, 3  # from which bit on stands in how many CRMs it is, the most told
_CELLS = {
    "name": "name", "first_name": "first_name", "last_name": "last_name", "company": "company",
    "job_title": "job_title", "birthday": "birthday",
}  # fmt: skip
_COLUMNS = {"name", "company", "job_title", "description", "emails", "phones", "tags"}  # of the search index
_AMOUNT = "CAST(ltrim(replace({value}, ',', ''), '$€£ ') AS REAL)"

_RANGES = {
    "name": ("sort_name", "item_by_name", ""),
    "company": ("company", "item_company", " COLLATE NOCASE"),
    "job_title": ("job_title", "item_job_title", " COLLATE NOCASE"),
}  # field: column, index, how it compares

_BY_FACETS = "FROM item INDEXED BY item_facets WHERE kind = ?1"


class Compiler:
    """Makes parts of the nodes of one query, at one time."""

    def __init__(self, session: Session, kind: Kind, *, listed: bool = False) -> None:
        self._session, self._kind = session, kind
        self._shelves = "(0)" if listed else "(0), (1), (2)"
        self._states = None if listed else States(session.connection)
        self._today = session.now.date()
        self._table = f"search_{kind.value}"
        self._occur: list[int] | None = None

    def parts(self, node: Node) -> list[Part]:
        """The conditions that must all hold."""
        nodes = node.nodes if isinstance(node, All) else (node,)
        return [self.part(one) for one in nodes]

    def part(self, node: Node) -> Part:
        """One condition."""
        match node:
            case Words(text):
                return self._words(text)
            case Compare():
                return self._test(node)
            case Fact():
                return self._fact(node)
            case Related(kind, condition):
                return self._related(kind, condition)
            case Not(inner):
                return self._not(self.part(inner))
            case All(nodes):
                return self._joined(nodes, "AND", all)
            case Any(nodes):
                return self._joined(nodes, "OR", any)

    def as_test(self, part: Part, *, of_row: bool = False) -> tuple[str, Parameters]:
        """A part as a condition on a row of `item`; `of_row`: which is fetched by its id, by no index with `facets`."""
        if part.match:
            return f"item.id IN (SELECT rowid FROM {self._table} WHERE {self._table} MATCH ?)", (part.match,)
        if part.facets is not None:
            held = "facets IN (SELECT value FROM json_each(?))"
            test = f"item.{held}"
            if of_row:  # made anew of the row it takes several times as long as it takes to look it up
                place = "SELECT 1 FROM item AS place INDEXED BY item_place WHERE place.id = item.id"
                test = f"EXISTS ({place} AND place.{held})"
            return test, (self.facet_values(part.facets),)
        return part.test, part.parameters

    def facet_values(self, wanted: Facets) -> str:
        """The values of `facets` that occur and fulfil something, as a JSON list."""
        if self._occur is None:
            self._occur = self._occurring()
        return msgspec.json.encode([value for value in self._occur if wanted(value)]).decode()

    def _occurring(self) -> list[int]:
        rows = self._session.connection.sql(
            f"WITH RECURSIVE shelves(shelf) AS (VALUES {self._shelves}), found(shelf, facets) AS ("
            f" SELECT shelf, (SELECT min(facets) {_BY_FACETS} AND item.shelf = shelves.shelf) FROM shelves"
            f" UNION ALL SELECT shelf, (SELECT min(facets) {_BY_FACETS} AND item.shelf = found.shelf"
            " AND item.facets > found.facets) FROM found WHERE facets IS NOT NULL)"
            " SELECT DISTINCT facets FROM found WHERE facets IS NOT NULL",
            (self._kind.value,),
        )
        return [value for (value,) in rows]

    def _words(self, text: str) -> Part:
        match, left_out = match_of(text), left_out_by(text)
        if left_out != NOTHING:
            return self._not(Part(match=left_out))
        return Part(match=match)

    def _not(self, part: Part) -> Part:
        if part.facets is not None:
            wanted = part.facets
            return Part(facets=lambda value: not wanted(value))
        test, parameters = self.as_test(part)
        return Part(f"NOT coalesce({test}, 0)", parameters, of_states=part.of_states)

    def _joined(self, nodes: Sequence[Node], word: str, both: Callable[[Iterable[bool]], bool]) -> Part:
        parts = [self.part(node) for node in nodes]
        if all(part.match for part in parts):
            return Part(match="(" + f" {word} ".join(f"({part.match})" for part in parts) + ")")
        if all(part.facets is not None for part in parts):
            asked = [part.facets for part in parts if part.facets is not None]
            return Part(facets=lambda value: both(one(value) for one in asked))
        if word == "OR" and len({part.among and part.among[0] for part in parts} - {None}) == 1:
            told = [part.among for part in parts if part.among is not None]
            if len(told) == len(parts):  # one range after the other, instead of one index scan each
                return among(told[0][0], frozenset().union(*(values for _, values in told)))
        tests = [self.as_test(part) for part in parts]
        given = tuple(parameter for _, parameters in tests for parameter in parameters)
        of_states = all(part.of_states for part in parts)
        joined = Part("(" + f" {word} ".join(test for test, _ in tests) + ")", given, of_states=of_states)
        if word == "OR" and all(part.ids or part.match for part in parts):
            sources = [self.source(part) for part in parts]
            ids = " UNION ".join(sql for sql, _ in sources)
            return Part(joined.test, joined.parameters, "", None, ids, tuple(p for _, own in sources for p in own))
        return joined

    def source(self, part: Part) -> tuple[str, Parameters]:
        """The ids for which a part may hold, for one that has them."""
        if part.match:
            return f"SELECT rowid AS id FROM {self._table} WHERE {self._table} MATCH ?", (part.match,)
        if part.facets is not None:
            values = self.facet_values(part.facets)
            return (
                "SELECT id FROM item INDEXED BY item_facets WHERE kind = ? AND shelf = 0"
                " AND facets IN (SELECT value FROM json_each(?))",
                (self._kind.value, values),
            )
        return part.ids, part.ids_parameters

    # Conditions on a field

    def _test(self, test: Compare) -> Part:
        field = field_of(self._kind, test.field)
        if field.type in WORDS:
            return self._text(test)
        if field.type in NUMBERS:
            return self._number(test)
        return self._time(test)

    def _value(self, key: str) -> str:
        if key in _CELLS:
            return f"item.{_CELLS[key]}"
        path = f'$."{key}"'.replace("'", "''")
        return f"json_extract(item.shown, '{path}')"

    def _text(self, test: Compare) -> Part:
        """Text is looked for in an index first, and then held against the value itself."""
        if (indexed := self._indexed(test) or self._of_states(test)) is not None:
            return indexed
        value = self._value(test.field)
        check = " OR ".join(f"holds({value}, ?, ?)" for _ in test.values)
        given = tuple(word for text in test.values for word in (test.op.value, fold(text)))
        column = test.field if test.field in _COLUMNS else "other"
        if test.field in ("first_name", "last_name"):
            column = "name"
        found = [
            match_of(f'{column}:"{text}"' if test.op is Op.IS else f"{column}:{_first_word(text)}")
            for text in test.values
        ]
        if test.op is Op.CONTAINS or NOTHING in found:
            return Part(f"({check})", given)
        match = " OR ".join(f"({one})" for one in found)
        within = f"item.id IN (SELECT rowid FROM {self._table} WHERE {self._table} MATCH ?)"
        ids = f"SELECT rowid AS id FROM {self._table} WHERE {self._table} MATCH ?"
        return Part(f"({within} AND ({check}))", (match, *given), "", None, ids, (match,))

    def _of_states(self, test: Compare) -> Part | None:
        """A type, status or source among the few that occur; None where they are many."""
        if self._states is None or test.field not in COLUMNS:
            return None
        held = self._states.that_hold(test.field, test.op.value, [fold(text) for text in test.values])
        if held is None:
            return None
        return among(COLUMNS[test.field], frozenset(held))

    def _indexed(self, test: Compare) -> Part | None:
        """A name, a firm or a job title that is, or starts with, one text: a range of an index."""
        column, index, collate = _RANGES.get(test.field, ("", "", ""))
        if not column or test.op not in (Op.IS, Op.STARTS) or len(test.values) != 1 or not test.values[0].strip():
            return None
        text = test.values[0]
        if column == "sort_name":
            if test.op is Op.STARTS and any(letter.isdigit() for letter in text):
                return None  # numbers are sorted by their size, not by how they begin
            text = sort_key(text)
        given: Parameters = (text,)
        condition = f"{column} = ?{collate}"
        if test.op is Op.STARTS:
            condition = f"{column} >= ?{collate} AND {column} < ?{collate}"
            given = (text, text + "\U0010ffff")
        partial = "" if column == "sort_name" else f" AND {column} <> ''"
        ids = f"SELECT id FROM item INDEXED BY {index} WHERE kind = ? AND shelf = 0 AND {condition}{partial}"
        own = condition.replace(column, f"item.{column}")
        return Part(f"({own})", given, "", None, ids, (self._kind.value, *given), exact=True)

    def _number(self, test: Compare) -> Part:
        value = _AMOUNT.format(value=f"coalesce({self._value(test.field)}, '')")
        low, high = test.values[0], test.values[-1]
        filled = f"{self._value(test.field)} IS NOT NULL"
        if test.op is Op.BETWEEN:
            bounds = [(">=", low), ("<=", high)]
        else:
            bounds = [("=" if test.op is Op.HAS else test.op.value, low)]
        checks = [(f"{value} {sign} ?", number(text)) for sign, text in bounds if text]
        return Part(" AND ".join([filled, *(check for check, _ in checks)]), tuple(bound for _, bound in checks))

    def _time(self, test: Compare) -> Part:
        spans = [span_of(text, self._today) if text else Span(None, None) for text in test.values]
        first, last = spans[0] or Span(None, None), spans[-1] or Span(None, None)
        if test.field == "birthday" and test.values[0].startswith(("next", "last", "to", "yes")):
            return self._anniversary(first)
        low, high = bounds(test.op, first, last)
        value = self._value(test.field)
        checks, given = [f"{value} > '0'"], []
        for sign, bound in ((">=", low), ("<", high)):
            if bound is not None:
                checks.append(f"{value} {sign} ?")
                given.append(bound.isoformat())
        condition = " AND ".join(checks)
        if test.field != "birthday":
            return Part(condition, tuple(given))
        ids = (
            "SELECT id FROM item INDEXED BY item_birthday WHERE kind = ? AND shelf = 0 AND birthday <> '' AND "
            + condition.replace("item.", "")
        )
        return Part(condition, tuple(given), "", None, ids, (self._kind.value, *given), exact=True)

    def _anniversary(self, span: Span) -> Part:
        assert span.first is not None
        assert span.end is not None
        days = [span.first + timedelta(days=number) for number in range(min((span.end - span.first).days, 366))]
        wanted = msgspec.json.encode([f"{day:%m-%d}" for day in days]).decode()
        condition = "substr(birthday, -5) IN (SELECT value FROM json_each(?))"
        ids = (
            "SELECT id FROM item INDEXED BY item_birthday WHERE kind = ? AND shelf = 0 AND birthday <> '' AND "
            + condition
        )
        return Part(
            f"item.birthday <> '' AND {condition}", (wanted,), "", None, ids, (self._kind.value, wanted), exact=True
        )

    # Conditions about no single field

    def _fact(self, fact: Fact) -> Part:
        match fact.what:
            case Special.HAS | Special.NO:
                return self._filled(fact.value, wanted=fact.what is Special.HAS)
            case Special.IN:
                return self._in(fact)
            case Special.IS:
                return self._state(fact.value)
            case Special.DIFFERS:
                return self._differs(fact.value)
            case Special.CHANGED:
                return self._changed(fact.value)
            case Special.ADDED:
                return self._added(fact.value)

    def _filled(self, key: str, *, wanted: bool) -> Part:
        bit = _FACETS.get(key)
        if bit is not None:
            return Part(facets=lambda value: bool(value & bit) is wanted)
        if key in _CELLS:
            return Part(f"item.{_CELLS[key]} {'<>' if wanted else '='} ''")
        if self._states is not None and key in COLUMNS:
            none = among(COLUMNS[key], frozenset({""}))
            return self._not(none) if wanted else none
        return Part(f"instr(item.shown, ?) {'>' if wanted else '='} 0", (f'"{key}":',))

    def _in(self, fact: Fact) -> Part:
        text = fact.value
        if text.rstrip("+").isdigit() and len(text) < 4 and not self._account(text):
            asked = int(text.rstrip("+"))
            least = min(asked, _MOST)
            if text.endswith("+") or asked >= _MOST:
                return Part(facets=lambda value: value >> _NUMBER >= least)
            return Part(facets=lambda value: value >> _NUMBER == least)
        found = self._account(text)
        if found is None:
            known = ", ".join(name for _, name in self._accounts())
            raise QueryInvalid(
                f"There is no account “{text}”.", fact.start, fact.end, next=f"There are {known or 'none'}, and 2+."
            )
        test = "EXISTS (SELECT 1 FROM record WHERE record.item_id = item.id AND record.account_id = ?)"
        ids = "SELECT item_id AS id FROM record WHERE account_id = ?"
        return Part(test, (found,), "", None, ids, (found,), exact=True)

    def _accounts(self) -> list[tuple[int, str]]:
        rows = self._session.connection.sql("SELECT id, name FROM account WHERE id > 1 ORDER BY position, id")
        return [(id_, name) for id_, name in rows]

    def _account(self, text: str) -> int | None:
        if text.lower() in (LOCAL, THIS_COMPUTER.lower()):
            return 1
        return next((id_ for id_, name in self._accounts() if fold(name) == fold(text)), None)

    def _state(self, word: str) -> Part:
        if word == "starred":
            return self._filled("starred", wanted=True)
        ids = {
            "waiting": "SELECT item_id AS id FROM outbox WHERE state <> 'settled'",
            "conflict": "SELECT item_id AS id FROM conflict WHERE resolved_at IS NULL",
            "problem": "SELECT id FROM item WHERE kind = ? AND shelf < 2 AND attention",
            "draft": "SELECT item_id AS id FROM draft",
        }[word]
        given: Parameters = (self._kind.value,) if word == "problem" else ()
        return Part(f"item.id IN ({ids})", given, "", None, ids, given, exact=True)

    def _differs(self, key: str) -> Part:
        ids = differing_ids(key)
        given = (self._kind.value, self._kind.value, key, self._kind.value)
        return Part(f"item.id IN ({ids})", given, "", None, ids, given, exact=True)

    def _changed(self, text: str) -> Part:
        low, high = moment_bounds(text, self._today)
        condition = "updated_at >= ? AND updated_at < ?"
        ids = f"SELECT id FROM item INDEXED BY item_updated WHERE kind = ? AND shelf = 0 AND {condition}"
        return Part(
            f"item.{condition.replace('AND u', 'AND item.u')}",
            (low, high),
            "",
            None,
            ids,
            (self._kind.value, low, high),
        )

    def _added(self, text: str) -> Part:
        """Ids are given in the order of time, so that when the neighbours came says when an item did."""
        low, high = (first_id_from(self._session.connection, moment) for moment in moment_bounds(text, self._today))
        condition = "id >= ? AND id < ?"
        return Part(
            "item.id >= ? AND item.id < ?", (low, high), "", None, f"SELECT id FROM item WHERE {condition}", (low, high)
        )

    def _related(self, kind: Kind, condition: Node) -> Part:
        inner = Compiler(self._session, kind)
        test, given = inner.as_test(inner.part(condition))
        ids = related_ids(test)
        parameters = (kind.value, *given) * 3
        return Part(f"item.id IN ({ids})", parameters, "", None, ids, parameters, exact=True)


def _first_word(text: str) -> str:
    """The words that a value must have at least, as the search index is asked for them."""
    return f'"{text}"' if " " in text.strip() else text

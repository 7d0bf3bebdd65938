"""The grammar, read by lark, and the checks of what was typed against fields and types; `parser` is the way in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lark import Lark, Token, Transformer, UnexpectedInput, v_args
from lark.exceptions import VisitError

from crmdesk.domain.fields import Field, FieldType, Kind
from crmdesk.domain.query import language
from crmdesk.domain.query.moments import number, span_of
from crmdesk.domain.query.tree import All, Any, Compare, Fact, Node, Not, Op, Related, Special, Words
from crmdesk.errors import QueryInvalid

_GRAMMAR = r"""
?start: either
either: both (_OR both)*
both: (_AND? _term)+
_term: atom | negated
negated: (_NOT | _MINUS) atom
?atom: "(" either ")" -> bracket
    | FIELD OP? value (_COMMA value)* -> condition
    | (WORD | PHRASE) -> word
?value: PHRASE | VALUE
_OR.4: /OR(?=[\s(]|$)/
_AND.4: /AND(?=[\s(]|$)/
_NOT.4: /NOT(?=[\s(])/
_COMMA.4: /,(?=\S)/
_MINUS.3: /-(?=[\w"(+])/
FIELD.3: /[^\W\d][\w.]*:(?=[^\s(])/
OP.3: /[<>]=?|[=~^](?=\S)/
PHRASE.2: /"[^"]*"/
VALUE: /[^\s(),"]+/
WORD: /[^\s()"]+/
%ignore /\s+/
"""
_RANGE = re.compile(r"(.*?)\.\.(.*)")
_SEARCHED = frozenset({"name", "company", "job_title", "description", "emails", "phones", "tags"})
_TRUE, _FALSE = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


def read(kind: Kind, text: str) -> Node | None:
    """What a text asks for; None where it is words alone. Raises QueryInvalid."""
    closed = text + '"' if text.count('"') % 2 else text
    try:
        node = _Reader(kind, text).transform(_parser().parse(closed)).node
    except UnexpectedInput as error:
        if not _has_conditions(kind, text):
            return None
        raise _unreadable(text, error) from None
    except VisitError as error:
        raise error.orig_exc from None
    return None if _only_words(node) else node


def _has_conditions(kind: Kind, text: str) -> bool:
    """Whether some name in a text stands for a condition that plain words have not."""
    outside = re.sub(r'"[^"]*"?', '""', text)
    return any(_is_condition(kind, found[1]) for found in language.CONDITION.finditer(outside))


def _is_condition(kind: Kind, name: str) -> bool:
    field = language.field_named(kind, name)
    if field is not None:
        return field.key not in _SEARCHED
    return language.special_named(name) is not None or _related_name(kind, name) is not None


def _only_words(node: Node) -> bool:
    match node:
        case Words():
            return True
        case Not(inner):
            return _only_words(inner)
        case All(nodes) | Any(nodes):
            return all(map(_only_words, nodes))
    return False


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", propagate_positions=False)


def _unreadable(text: str, error: UnexpectedInput) -> QueryInvalid:
    start = error.pos_in_stream if isinstance(error.pos_in_stream, int) else len(text)
    token = getattr(error, "token", None)
    if token is not None and token.type == "$END":
        why = (
            "A closing bracket is missing." if text.count("(") > text.count(")") else "Something is missing at the end."
        )
        return QueryInvalid(why, len(text), len(text))
    return QueryInvalid(f"“{text[start : start + 12]}” cannot stand here.", start, min(start + 1, len(text)))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A node and where it stands in the text."""

    node: Node
    start: int
    end: int


@v_args(inline=True)
class _Reader(Transformer[Token, _Placed]):
    """Makes the tree of one text, from the leaves up."""

    def __init__(self, kind: Kind, text: str) -> None:
        super().__init__()
        self._kind, self._text = kind, text

    def word(self, token: Token) -> _Placed:
        """A word or a phrase."""
        start, end = _place(token)
        return _Placed(Words(self._text[start:end]), start, end)

    def bracket(self, inner: _Placed) -> _Placed:
        """A group; what stands in it is apart from the words around."""
        node = inner.node if not isinstance(inner.node, Words) else All((inner.node,))
        return _Placed(node, inner.start, inner.end)

    def negated(self, inner: _Placed) -> _Placed:
        """What must not hold."""
        return _Placed(Not(inner.node), inner.start, inner.end)

    def both(self, *terms: _Placed) -> _Placed:
        """All of them; words beside each other are read together, as a number in groups is."""
        joined: list[_Placed] = []
        for term in terms:
            before = joined[-1] if joined else None
            if before is not None and isinstance(before.node, Words) and isinstance(term.node, Words):
                joined[-1] = _Placed(Words(self._text[before.start : term.end]), before.start, term.end)
            else:
                joined.append(term)
        node = joined[0].node if len(joined) == 1 else All(tuple(one.node for one in joined))
        return _Placed(node, terms[0].start, terms[-1].end)

    def either(self, *choices: _Placed) -> _Placed:
        """One of them."""
        if len(choices) == 1:
            return choices[0]
        return _Placed(Any(tuple(one.node for one in choices)), choices[0].start, choices[-1].end)

    def condition(self, name: Token, *rest: Token) -> _Placed:
        """`name:value`, with an operator and alternatives perhaps."""
        op = Op(str(rest[0])) if rest and rest[0].type == "OP" else Op.HAS
        tokens = rest[1:] if rest and rest[0].type == "OP" else rest
        start, end = _place(name)[0], _place(tokens[-1])[1]
        asked = _Asked(self._kind, str(name)[:-1], op, tokens, self._text[start:end], start, min(end, len(self._text)))
        return _Placed(_condition(asked), start, end)


def _place(token: Token) -> tuple[int, int]:
    return token.start_pos or 0, token.end_pos or 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """A condition as it was typed."""

    kind: Kind
    name: str
    op: Op
    tokens: Sequence[Token]
    text: str
    start: int
    end: int

    @property
    def values(self) -> tuple[str, ...]:
        """The values without their quotes."""
        return tuple(str(token).strip('"') for token in self.tokens)

    def wrong(self, why: str, next_: str | None = None) -> QueryInvalid:
        """The error that shows where the values stand."""
        return QueryInvalid(why, _place(self.tokens[0])[0], self.end, next=next_)


def _condition(asked: _Asked) -> Node:
    special = language.special_named(asked.name)
    field = language.field_named(asked.kind, asked.name)
    if field is not None and not (special and field.key not in ("name",)):
        return _test(asked, field)
    if special is not None:
        return _SPECIALS[special](asked, special)
    related = _related_name(asked.kind, asked.name)
    if related is not None:
        other, inner = related
        target = language.field_named(other, inner)
        if target is None:
            raise QueryInvalid(f"A {other} has no field “{inner}”.", asked.start, asked.start + len(asked.name))
        within = _Asked(other, inner, asked.op, asked.tokens, "", asked.start, asked.end)
        return Related(other, _test(within, target))
    return Words(asked.text)


def _related_name(kind: Kind, name: str) -> tuple[Kind, str] | None:
    first, _, inner = name.partition(".")
    other = language.related_kind(kind, first)
    return None if other is None else (other, inner or "name")


def _test(asked: _Asked, field: Field) -> Node:
    if asked.op not in language.operators(field.type):
        fitting = " ".join(op.value for op in language.operators(field.type) if op.value) or "none"
        raise asked.wrong(f"“{asked.op}” does not fit {field.title.lower()}.", f"It takes {fitting}.")
    if field.type in language.WORDS:
        if asked.op is Op.HAS and field.key in _SEARCHED:
            found = tuple(
                Words(f"{asked.name}:{token}") if str(token) != '""' else _empty(field) for token in asked.tokens
            )
            return found[0] if len(found) == 1 else Any(found)
        filled = tuple(value for value in asked.values if value)
        nodes: list[Node] = [Compare(field.key, asked.op, filled)] if filled else []
        nodes += [_empty(field)] if len(filled) < len(asked.values) else []
        return nodes[0] if len(nodes) == 1 else Any(tuple(nodes))
    if field.type is FieldType.FLAG:
        return _flag(asked, field)
    return _compared(asked, field)


def _empty(field: Field) -> Fact:
    return Fact(Special.NO, field.key)


def _flag(asked: _Asked, field: Field) -> Node:
    word = asked.values[0].lower()
    if word in _TRUE:
        return Fact(Special.HAS, field.key)
    if word in _FALSE or not word:
        return _empty(field)
    raise asked.wrong(f"{field.title} is yes or no, not “{asked.values[0]}”.")


def _compared(asked: _Asked, field: Field) -> Node:
    tests: list[Node] = []
    for value in asked.values:
        between = _RANGE.fullmatch(value) if asked.op is Op.HAS else None
        ends = (between[1], between[2]) if between else (value,)
        for end in ends:
            _check(asked, field, end, open_=between is not None)
        tests.append(Compare(field.key, Op.BETWEEN if between else asked.op, ends))
    return tests[0] if len(tests) == 1 else Any(tuple(tests))


def _check(asked: _Asked, field: Field, text: str, *, open_: bool) -> None:
    if open_ and not text:
        return
    if field.type in language.TIMES:
        if span_of(text, date(2000, 1, 1)) is None:
            raise asked.wrong(f"“{text}” is no date.", "Dates are 2024, 2024-03, 2024-03-05, today, last7d or next2w.")
    elif number(text) is None:
        raise asked.wrong(f"“{text}” is no number.")


def _field_fact(asked: _Asked, special: Special) -> Node:
    facts: list[Node] = []
    for value in asked.values:
        field = language.field_named(asked.kind, value)
        if field is None:
            known = ", ".join(name.text for name in language.names(asked.kind)[:8])
            raise asked.wrong(f"A {asked.kind} has no field “{value}”.", f"There are {known} and more.")
        facts.append(Fact(special, field.key, *_place(asked.tokens[0])))
    return facts[0] if len(facts) == 1 else (All if special is Special.NO else Any)(tuple(facts))


def _state_fact(asked: _Asked, special: Special) -> Node:
    for value in asked.values:
        if value.lower() not in language.STATES:
            raise asked.wrong(f"“{value}” is no state.", f"There are {', '.join(language.STATES)}.")
    return _facts(asked, special, tuple(value.lower() for value in asked.values))


def _account_fact(asked: _Asked, special: Special) -> Node:
    return _facts(asked, special, asked.values)


def _time_fact(asked: _Asked, special: Special) -> Node:
    value = asked.values[0]
    between = _RANGE.fullmatch(value)
    for end in (between[1], between[2]) if between else (value,):
        if end and span_of(end, date(2000, 1, 1), back=True) is None:
            raise asked.wrong(f"“{end}” is no date.", "Say 7d, 2w, 2024, 2024-03-05 or 2024-03-01..2024-03-31.")
    return Fact(special, f"{asked.op.value}{value}", *_place(asked.tokens[0]))


def _facts(asked: _Asked, special: Special, values: Sequence[str]) -> Node:
    facts = tuple(Fact(special, value, *_place(token)) for value, token in zip(values, asked.tokens, strict=True))
    return facts[0] if len(facts) == 1 else Any(facts)


_SPECIALS: dict[Special, Callable[[_Asked, Special], Node]] = {
    Special.NO: _field_fact,
    Special.HAS: _field_fact,
    Special.DIFFERS: _field_fact,
    Special.IS: _state_fact,
    Special.IN: _account_fact,
    Special.CHANGED: _time_fact,
    Special.ADDED: _time_fact,
}

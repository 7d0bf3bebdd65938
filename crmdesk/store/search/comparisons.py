"""What SQL asks of values that it cannot compare itself; plain functions that each connection registers."""

from __future__ import annotations

from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.normal import same
from crmdesk.domain.values import Value, texts, value_from_json
from crmdesk.store.search.folding import fold


def differs(kind: str, key: str, one: object, other: object) -> bool:
    """Whether two records' values of a field mean different things; an entry that one has more of is no difference."""
    first, second = _value(one), _value(other)
    if isinstance(first, tuple) and isinstance(second, tuple):
        return not any(same(Kind(kind), key, (left,), (right,)) for left in first for right in second)
    return not same(Kind(kind), key, first, second)


def _value(held: object) -> Value | None:
    if isinstance(held, str) and held.startswith("["):
        return value_from_json(held)
    return held if isinstance(held, str | float | int) else None


def holds(value: object, op: str, asked: str) -> bool:
    """Whether a text, or an entry of a list in JSON, is compared so with a folded text; for SQL."""
    if value is None:
        return False
    held = str(value)
    entries = texts(value_from_json(held)) if held.startswith("[") else [held]
    return any(_holds(fold(entry).strip(), op, asked) for entry in entries)


def _holds(held: str, op: str, asked: str) -> bool:
    match op:
        case "=":
            return held == asked.strip()
        case "^":
            return held.startswith(asked)
        case "~":
            return asked in held
    return all(any(word.startswith(one) for word in _split(held)) for one in _split(asked))


def _split(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()

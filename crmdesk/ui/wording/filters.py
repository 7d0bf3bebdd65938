"""What the parts of a query say, in words for a chip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.query.parser import parse
from crmdesk.domain.query.tree import Compare, Fact, Node, Not, Op, Related, Special
from crmdesk.errors import QueryInvalid
from crmdesk.ui.wording.kinds import single
from crmdesk.ui.wording.phrases import one_line

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def piece_words(kind: Kind, piece: str) -> str:
    """A part of a query in words; what has no words of its own as it is written."""
    try:
        node = parse(kind, piece)
    except QueryInvalid:
        return piece
    return one_line(_words(kind, node) or piece, 60)


def _words(kind: Kind, node: Node | None) -> str:
    match node:
        case Not(inner):
            words = _words(kind, inner)
            return translate("Filters", "not: {filter}").format(filter=words) if words else ""
        case Fact():
            return _fact(kind, node)
        case Compare(field, op, values):
            title = FIELDS[kind][field].title if field in FIELDS[kind] else field
            return _compared(op).format(field=title, value=_values(op, values))
        case Related(other, condition):
            return f"{single(other)}: {_words(other, condition)}" if _words(other, condition) else ""
    return ""


def _values(op: Op, values: tuple[str, ...]) -> str:
    if op is Op.BETWEEN:
        return " – ".join(values)
    return translate("Filters", " or ").join(values)


def _compared(op: Op) -> str:
    match op:
        case Op.IS:
            return translate("Filters", "{field} is {value}")
        case Op.STARTS:
            return translate("Filters", "{field} starts with {value}")
        case Op.CONTAINS:
            return translate("Filters", "{field} contains {value}")
        case Op.LESS:
            return translate("Filters", "{field} before {value}")
        case Op.MOST:
            return translate("Filters", "{field} up to {value}")
        case Op.MORE:
            return translate("Filters", "{field} after {value}")
        case Op.LEAST:
            return translate("Filters", "{field} from {value}")
    return "{field}: {value}"


def _fact(kind: Kind, fact: Fact) -> str:
    title = FIELDS[kind][fact.value].title if fact.value in FIELDS[kind] else fact.value
    match fact.what:
        case Special.NO:
            return translate("Filters", "{field} is empty").format(field=title)
        case Special.HAS:
            return translate("Filters", "{field} is filled in").format(field=title)
        case Special.DIFFERS:
            return translate("Filters", "{field} differs between CRMs").format(field=title)
        case Special.IN:
            return translate("Filters", "In {account}").format(account=fact.value)
        case Special.CHANGED:
            return translate("Filters", "Changed: {span}").format(span=fact.value)
        case Special.ADDED:
            return translate("Filters", "Added: {span}").format(span=fact.value)
    return state_title(fact.value)


def state_title(state: str) -> str:
    """How an item stands, as `is:` asks for it."""
    return {
        "waiting": translate("Filters", "Change waits to be sent"),
        "conflict": translate("Filters", "Changed in both places"),
        "problem": translate("Filters", "Needs you"),
        "starred": translate("Filters", "Starred"),
        "draft": translate("Filters", "Draft"),
    }[state]

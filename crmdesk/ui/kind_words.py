"""What the window calls each kind of item: its lists, its counts, and its sign; whole phrases, since languages bend."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from crmdesk.domain.fields import Kind
from crmdesk.ui.phrases import numbered

ORDER = (Kind.CONTACT, Kind.PROPERTY, Kind.DEAL, Kind.EVENT)
SIGNS = {Kind.CONTACT: "people", Kind.PROPERTY: "home", Kind.DEAL: "briefcase", Kind.EVENT: "calendar"}


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Kinds", text, "", n)


def heading(kind: Kind) -> str:
    """The name of the list that holds all of them."""
    match kind:
        case Kind.PROPERTY:
            return _tr("Properties")
        case Kind.DEAL:
            return _tr("Deals")
        case Kind.EVENT:
            return _tr("Events")
    return _tr("All contacts")


def plural(kind: Kind) -> str:
    """Several of them, as a heading."""
    return _tr("Contacts") if kind is Kind.CONTACT else heading(kind)


def single(kind: Kind) -> str:
    """One of them, as a heading."""
    match kind:
        case Kind.PROPERTY:
            return _tr("Property")
        case Kind.DEAL:
            return _tr("Deal")
        case Kind.EVENT:
            return _tr("Event")
    return _tr("Contact")


def new_one(kind: Kind) -> str:
    """The command that makes one."""
    match kind:
        case Kind.PROPERTY:
            return _tr("New property")
        case Kind.DEAL:
            return _tr("New deal")
        case Kind.EVENT:
            return _tr("New event")
    return _tr("New contact")


def counted(kind: Kind, n: int) -> str:
    """So many of them."""
    match kind:
        case Kind.PROPERTY:
            return numbered(_tr("%Ln propert(y|ies)", n), n)
        case Kind.DEAL:
            return numbered(_tr("%Ln deal(s)", n), n)
        case Kind.EVENT:
            return numbered(_tr("%Ln event(s)", n), n)
    return numbered(_tr("%Ln contact(s)", n), n)


def found_of(kind: Kind, found: str, n: int) -> str:
    """So many found of all: "12 of 1,958 contacts"."""
    match kind:
        case Kind.PROPERTY:
            text = numbered(_tr("{n} of %Ln propert(y|ies)", n), n)
        case Kind.DEAL:
            text = numbered(_tr("{n} of %Ln deal(s)", n), n)
        case Kind.EVENT:
            text = numbered(_tr("{n} of %Ln event(s)", n), n)
        case _:
            text = numbered(_tr("{n} of %Ln contact(s)", n), n)
    return text.format(n=found)


def none_yet(kind: Kind) -> str:
    """That there is none."""
    match kind:
        case Kind.PROPERTY:
            return _tr("No properties yet")
        case Kind.DEAL:
            return _tr("No deals yet")
        case Kind.EVENT:
            return _tr("No events yet")
    return _tr("No contacts yet")

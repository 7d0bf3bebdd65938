"""What the window calls each kind of item: its lists, its counts, and its sign; whole phrases, since languages bend."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from crmdesk.domain.fields import Kind
from crmdesk.ui.wording.phrases import numbered

ORDER = (Kind.CONTACT, Kind.PROPERTY, Kind.DEAL, Kind.EVENT)
SIGNS = {Kind.CONTACT: "people", Kind.PROPERTY: "home", Kind.DEAL: "briefcase", Kind.EVENT: "calendar"}


translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def heading(kind: Kind) -> str:
    """The name of the list that holds all of them."""
    match kind:
        case Kind.PROPERTY:
            return translate("Kinds", "Properties")
        case Kind.DEAL:
            return translate("Kinds", "Deals")
        case Kind.EVENT:
            return translate("Kinds", "Events")
    return translate("Kinds", "All contacts")


def plural(kind: Kind) -> str:
    """Several of them, as a heading."""
    return translate("Kinds", "Contacts") if kind is Kind.CONTACT else heading(kind)


def single(kind: Kind) -> str:
    """One of them, as a heading."""
    match kind:
        case Kind.PROPERTY:
            return translate("Kinds", "Property")
        case Kind.DEAL:
            return translate("Kinds", "Deal")
        case Kind.EVENT:
            return translate("Kinds", "Event")
    return translate("Kinds", "Contact")


def new_one(kind: Kind) -> str:
    """The command that makes one."""
    match kind:
        case Kind.PROPERTY:
            return translate("Kinds", "New property")
        case Kind.DEAL:
            return translate("Kinds", "New deal")
        case Kind.EVENT:
            return translate("Kinds", "New event")
    return translate("Kinds", "New contact")


def counted(kind: Kind, n: int) -> str:
    """So many of them."""
    match kind:
        case Kind.PROPERTY:
            return numbered(translate("Kinds", "%Ln propert(y|ies)", "", n), n)
        case Kind.DEAL:
            return numbered(translate("Kinds", "%Ln deal(s)", "", n), n)
        case Kind.EVENT:
            return numbered(translate("Kinds", "%Ln event(s)", "", n), n)
    return numbered(translate("Kinds", "%Ln contact(s)", "", n), n)


def found_of(kind: Kind, found: str, n: int) -> str:
    """So many found of all: "12 of 1,958 contacts"."""
    match kind:
        case Kind.PROPERTY:
            text = numbered(translate("Kinds", "{n} of %Ln propert(y|ies)", "", n), n)
        case Kind.DEAL:
            text = numbered(translate("Kinds", "{n} of %Ln deal(s)", "", n), n)
        case Kind.EVENT:
            text = numbered(translate("Kinds", "{n} of %Ln event(s)", "", n), n)
        case _:
            text = numbered(translate("Kinds", "{n} of %Ln contact(s)", "", n), n)
    return text.format(n=found)


def none_yet(kind: Kind) -> str:
    """That there is none."""
    match kind:
        case Kind.PROPERTY:
            return translate("Kinds", "No properties yet")
        case Kind.DEAL:
            return translate("Kinds", "No deals yet")
        case Kind.EVENT:
            return translate("Kinds", "No events yet")
    return translate("Kinds", "No contacts yet")

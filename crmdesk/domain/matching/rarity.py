"""How much a name says by how few have it: counted in the book, with tables of common names for where that is small."""

from __future__ import annotations

from math import log2

from crmdesk.domain.matching.comparison import Book
from crmdesk.domain.matching.form import Form
from crmdesk.domain.matching.parts import listed
from crmdesk.domain.matching.spelling import sound
from crmdesk.domain.matching.weights import LEAST_GIVEN, LEAST_SURNAME, MOST_SURNAME

_COMMON_GIVEN = frozenset(
    sound(name)
    for name in listed(
        "john james robert michael william david richard joseph thomas charles mary anna maria jose juan antonio"
        " mohamed mohammed muhammad ahmed ali peter paul daniel mark andrew george elizabeth susan sarah jean marie"
        " giuseppe giovanni hans jan piotr ivan aleksandr sergey elena olga wei li nguyen kumar singh ana joao carlos"
        " luis manuel francisco lars anders thi van michel pierre thomas martin stefan"
    )
)
_COMMON_SURNAMES = frozenset(
    sound(name)
    for name in listed(
        "smith johnson williams brown jones davis miller wilson moore taylor anderson thomas jackson white harris"
        " martin"
        " thompson lee walker hall king wright scott green garcia rodriguez martinez hernandez lopez gonzalez perez"
        " sanchez silva santos ferreira pereira oliveira costa muller mueller schmidt schneider fischer weber meyer"
        " wagner rossi russo ferrari dubois bernard durand nowak kowalski ivanov smirnov kuznetsov popov wang li zhang"
        " liu chen yang huang zhao wu zhou kim park choi nguyen tran le pham sato suzuki takahashi tanaka singh kumar"
        " sharma patel khan shah ahmed ali hassan ibrahim cohen levi yilmaz kaya demir hansen johansen olsen larsen"
        " andersen johansson karlsson jansen bakker visser murphy kelly walsh byrne ryan"
    )
)


def given_bits(given: tuple[str, ...]) -> float:
    """The rarity of a given name, in bits; of a single letter's the least."""
    if not given or len(given[0]) == 1:
        return LEAST_GIVEN + 2
    return 5.0 if given[0] in _COMMON_GIVEN else 7.0


def surname_bits(book: Book, one: Form, other: Form) -> float:
    """The rarity of the surname that two records share, in bits."""
    shared = [word for word in one.surname if word in other.surname] or [*one.surname[:1], *other.surname[:1]]
    if not shared:
        return LEAST_SURNAME + 3
    word = min(shared, key=lambda word: (book.bearers(word), word))
    bits = book.size - log2(max(book.bearers(word), 2))
    if word in _COMMON_SURNAMES:
        bits = min(bits, 7.5)
    return min(max(bits, LEAST_SURNAME), MOST_SURNAME)


def name_alone(namesakes: int) -> float:
    """What an equal whole name weighs with its prior, by how many records of the book have it.

    Measured in made books: of pairs that share their whole name and nothing else nine in ten are one person where up to
    five records have it, one in seven where ten have, and one in fifty where more do.
    """
    if namesakes <= NAMES_FEW:
        return 3.0 - 0.25 * max(namesakes - 2, 0)
    if namesakes <= 2 * NAMES_FEW:
        return -2.0
    return max(-2.0 - 1.5 * log2(namesakes / (2 * NAMES_FEW)), -6.0)


NAMES_FEW = 5

"""Classes that are compiled late are in every respect those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import io
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from crmdesk import frozen

Decorator = Callable[..., Callable[[type], Any]]


def _made(decorator: Decorator) -> Any:
    class Point:
        x: int
        y: str = "y"
        near: list[int] = field(default_factory=list, compare=False)
        far: int = field(default=3, repr=False, kw_only=True)
        _: dataclasses.KW_ONLY
        last: tuple[int, ...] = ()

        def __post_init__(self) -> None:
            if self.x < 0:
                raise ValueError(f"{self.x} is too small")

        def __repr__(self) -> str:
            return f"<{self.x} {self.y}>"

    return decorator(frozen=True, slots=True)(Point)


def _said(act: Callable[[], object]) -> object:
    try:
        return act()
    except Exception as error:
        return type(error), str(error)


@pytest.mark.parametrize(
    "ask",
    [
        lambda made: made(),
        lambda made: made(-1),
        lambda made: made(1, nowhere=2),
        lambda made: repr(made(1, "z", [4], far=5, last=(1,))),
        lambda made: made(1, near=[1]) == made(1, near=[2]),
        lambda made: made(1) == made(2),
        lambda made: made(1).__eq__(1),
        lambda made: hash(made(1, "z", far=2)),
        lambda made: dataclasses.asdict(dataclasses.replace(made(1, "z"), x=7)),
        lambda made: dataclasses.replace(made(1), x=-2),
        lambda made: setattr(made(1), "x", 2),
        lambda made: delattr(made(1), "y"),
        lambda made: [repr(one) for one in dataclasses.fields(made)],
        lambda made: (made.__match_args__, made.__slots__, made.__doc__ is None),
        lambda made: dataclasses.astuple(copy.deepcopy(made(1, "z", [1]))),
        lambda made: made(1).near is made(1).near,
    ],
)
def test_it_answers_as_the_class_of_the_standard_library_does(ask: Callable[[Any], object]) -> None:
    assert str(_said(lambda: ask(_made(frozen.dataclass)))) == str(_said(lambda: ask(_made(dataclasses.dataclass))))


@frozen.dataclass(frozen=True, slots=True)
class Sent:
    """Arrives in another process, in which none was made before."""

    word: str


@frozen.dataclass(frozen=True, slots=True)
class Answered(Sent):
    """A class of its own beside the one that it extends."""

    answer: str = ""


def test_an_instance_that_was_not_made_but_read_is_compared_and_frozen() -> None:
    told = pickle.dumps(Answered("a", "b"))

    class Reader(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> Any:
            return anew if name == "Answered" else super().find_class(module, name)

    @frozen.dataclass(frozen=True, slots=True)
    class anew(Sent):
        answer: str = ""

    read = Reader(io.BytesIO(told)).load()
    assert read == anew("a", "b")
    assert read != Sent("a")
    with pytest.raises(FrozenInstanceError):
        read.word = "c"
    assert hash(read) == hash(anew("a", "b"))

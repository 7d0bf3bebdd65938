"""Frozen dataclasses that are compiled when their first instance is made, not when their module is loaded.

The standard library compiles six methods for each class, in 0.4 ms of a processor; the window loads some 170 such
classes and makes instances of few before its first row stands, so that this spares its start 60 ms and more. Where not
both `frozen` and `slots` are asked for, and for type checkers, it is the standard library's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    METHODS = ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__")

    def dataclass(**wanted):
        """The decorator of the standard library; with `frozen=True, slots=True` its methods are compiled later."""
        return _prepared if wanted == {"frozen": True, "slots": True} else dataclasses.dataclass(**wanted)

    def _prepared(cls):
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
        for name in METHODS:
            if name not in cls.__dict__:
                setattr(made, name, _compiling(made, name))
        for name, method in (("__getstate__", _state), ("__setstate__", _set_state)):
            setattr(made, name, method)
        return made

    def _compiling(cls, name):
        def method(self, *args, **named):
            if getattr(cls, name) is method:
                _compile(cls)
            return getattr(cls, name)(self, *args, **named)

        return method

    def _compile(cls):
        """Take the methods of a twin that the standard library makes of the same fields."""
        own = {"__post_init__": cls.__post_init__} if hasattr(cls, "__post_init__") else {}
        fields = [(field.name, field.type, field) for field in dataclasses.fields(cls)]
        twin = dataclasses.make_dataclass(cls.__name__, fields, namespace=own, frozen=True)
        for name in METHODS:
            if getattr(cls.__dict__.get(name), "__qualname__", "").startswith(_compiling.__qualname__):
                setattr(cls, name, twin.__dict__[name])
                twin.__dict__[name].__qualname__ = f"{cls.__qualname__}.{name}"

    def _state(self):
        return [getattr(self, field.name) for field in dataclasses.fields(self)]

    def _set_state(self, state):
        for field, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, field.name, value)

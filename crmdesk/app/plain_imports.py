"""Qt's bindings without their replacement of Python's import statement; import this before anything else of them.

The replacement reads the source of every module that is imported after it, to see whether the module asks for names in
snake case. None of the desk's does, and there are many.
"""

from __future__ import annotations

import builtins

_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401  # this is what replaces it

builtins.__import__ = _import

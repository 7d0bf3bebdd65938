"""Tab goes through the window as the eye does: line by line, pane by pane, also past what came later."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def stops(root: QWidget) -> list[QWidget]:
    """The widgets within `root` at which Tab stops, in the order in which they are read."""
    return list(_stops(root))


def step(root: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next stop, or back to the one before; whether there is any."""
    order = stops(root)
    if not order:
        return False
    here = QApplication.focusWidget()
    places = [n for n, widget in enumerate(order) if widget is here or (here is not None and widget.isAncestorOf(here))]
    entered = 0 if forward else len(order) - 1
    place = (places[-1] + (1 if forward else -1)) % len(order) if places else entered
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[place].setFocus(reason)
    _show(order[place])
    return True


def _show(widget: QWidget) -> None:
    """Scroll what has the focus now into sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _stops(root: QWidget) -> Iterator[QWidget]:
    children = [
        child
        for child in root.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and child.isEnabled()
    ]
    mirrored = root.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def compare(one: QWidget, other: QWidget) -> int:
        return _before(_place(one), _place(other), mirrored=mirrored)

    for child in sorted(children, key=cmp_to_key(compare)):
        within = list(_stops(child))
        if _takes_focus(child) and not (isinstance(child, QScrollArea) and within):
            yield child
        yield from within


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _place(widget: QWidget) -> QRect:
    return widget.geometry()


def _before(one: QRect, other: QRect, *, mirrored: bool) -> int:
    """Negative where `one` is read first: what stands in the same line goes by the side at which lines begin."""
    apart = one.center().y() < other.top() or other.center().y() < one.top()
    if apart and one.top() != other.top():
        return one.top() - other.top()
    across = one.left() - other.left()
    return -across if mirrored else across

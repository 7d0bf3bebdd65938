"""A file that is there whole or not at all."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crmdesk.errors import FileExists, FileNotWritten, NoRoom
from crmdesk.system.new_file import new_file


def _write(target: Path, *, replace: bool, then: Callable[[], None]) -> None:
    with new_file(target, replace=replace) as file:
        file.write(b"half")
        then()


def _fails(failure: BaseException) -> Callable[[], None]:
    def fail() -> None:
        raise failure

    return fail


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (OSError(errno.ENOSPC, "full"), NoRoom),
        (OSError(errno.EIO, "broken"), FileNotWritten),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_nothing_is_left_of_a_file_that_was_not_finished(
    tmp_path: Path, failure: BaseException, told: type[BaseException]
) -> None:
    target = tmp_path / "x.csv"
    target.write_bytes(b"before")
    with pytest.raises(told):
        _write(target, replace=True, then=_fails(failure))
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_came_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"

    def meanwhile() -> None:
        target.write_bytes(b"somebody's")

    with pytest.raises(FileExists):
        _write(target, replace=False, then=meanwhile)
    assert target.read_bytes() == b"somebody's"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_no_way_out_of_the_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"mine")
    link = tmp_path / "x.csv"
    link.symlink_to(elsewhere)
    with pytest.raises(FileExists):
        _write(link, replace=False, then=lambda: None)
    with new_file(link, replace=True) as file:
        file.write(b"new")
    assert elsewhere.read_bytes() == b"mine"
    assert link.read_bytes() == b"new"

"""JSON and JSON Lines as tables."""

from __future__ import annotations

import pytest

from crmdesk.errors import DeskError, FileDamaged
from tests.formats.reading import cells, opened


def test_a_list_of_objects_is_a_table_with_numbers_as_written() -> None:
    _, listed = opened(b'[{"name": "Ann", "n": 12.50, "tags": ["a", "b"], "none": null},\n {"name": "B\\u00fc"}]')
    assert listed[0].cells == (("name", "Ann"), ("n", "12.50"), ("tags", '["a", "b"]'))
    assert listed[1].cells == (("name", "Bü"),)


def test_lines_of_objects_are_a_table_and_a_bad_line_costs_itself() -> None:
    found, listed = opened(b'{"name": "Ann"}\nnonsense\n\n{"name": "Bob"}\n')
    assert found.format == "jsonl"
    assert [(row.line, row.problem is None) for row in listed] == [(1, True), (2, False), (4, True)]


def test_a_document_is_read_by_its_first_list() -> None:
    found, listed = opened(b'{"crmdesk": 1, "kind": "contact", "contacts": [\n{"name": "Ann"},\n{"name": "Bob"}\n]}')
    assert (found.format, [row.line for row in listed]) == ("json", [1, 2])


def test_a_list_is_read_piece_by_piece() -> None:
    objects = ",".join(f'{{"name": "Person {n}", "note": "{"x" * 900}"}}' for n in range(1000))
    assert len(cells(f"[{objects}]".encode())) == 1000


@pytest.mark.parametrize("data", [b'[{"name": "Ann"}', b'[{"name": "Ann"}, 7]', b'[{"name": nonsense}]'])
def test_a_list_that_breaks_off_is_damaged(data: bytes) -> None:
    with pytest.raises(FileDamaged):
        opened(data)


def test_deep_nesting_ends_in_words() -> None:
    with pytest.raises(DeskError):
        opened(b'[{"a":' + b"[" * 100_000)

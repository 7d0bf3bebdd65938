"""Tables copied as HTML become rows of texts, whatever is in them; nothing else of a page does."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crmdesk.formats.tables.html_rows import rows_of


def test_the_largest_table_gives_its_cells_as_they_are_read() -> None:
    page = """<html><head><style>td {x: y}</style></head><body><p>Not a cell</p><table><tr><td>menu</table>
    <!--StartFragment--><table border=1><thead><tr><th>Name<th colspan=2>Phones &amp; more</tr></thead><tbody>
    <tr><td><b>Ada</b>&nbsp;Quill<script>alert(1)</script></td><td>01 23<br>0456</td><td>=1+1</td></tr>
    <tr></tr><tr><td>Bo <table><tr><td>inner</td></tr></table></td><td>a</td></tr></table>"""
    assert rows_of(page) == [
        ["Name", "Phones & more", ""],
        ["Ada Quill", "01 23\n0456", "=1+1"],
        ["Bo inner", "a"],
    ]
    assert rows_of("<p>no table</p>") == ()
    for many in ("<table><!--", '<table a="', "<table><![x[", "<table <"):
        assert rows_of(many * 60_000) in ((), []), "read in no time, and whatever it declares"
    assert rows_of("<table>" * 1000 + "deep") == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<table>", "</table>", "<tr>", "<td colspan=9999999>", "</td>", "<td", "x", "&#0;", "<!--"])
    )
)
def test_no_markup_breaks_it(parts: list[str]) -> None:
    for row in rows_of("".join(parts)):
        assert len(row) <= 1_000

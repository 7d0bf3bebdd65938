"""Workbooks made part by part, for what no writer makes on purpose."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HIDDEN_SHEET = ' state="hidden"'
_OPENS = f'<Relationship Id="a" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet(rows: str, head: str = "") -> str:
    """A sheet with these rows."""
    return f'<?xml version="1.0"?>{head}<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>'


def row(number: int, *cells: str, hidden: bool = False) -> str:
    """A row of cells that are XML already, or texts that come inline."""
    made = [cell if cell.startswith("<c") else f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells]
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{"".join(made)}</row>'


def workbook(
    sheets: Mapping[str, str], *, texts: str = "", styles: str = "", old: bool = False, hide: str = ""
) -> bytes:
    """A workbook of these sheets, by name; `old` counts days from 1904, `hide` names a sheet that is hidden."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"{_HIDDEN_SHEET if name == hide else ""}/>'
        for n, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    date = '<workbookPr date1904="1"/>' if old else ""
    parts = {
        "_rels/.rels": f"<Relationships>{_OPENS}</Relationships>",
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_REL}">{date}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{texts}</sst>",
        "xl/styles.xml": f"<styleSheet {_MAIN}>{styles}</styleSheet>",
        **{f"xl/worksheets/sheet{n}.xml": text for n, text in enumerate(sheets.values(), 1)},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()

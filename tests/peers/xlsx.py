"""The workbook, read by openpyxl and by pandas."""

import openpyxl
import openpyxl.utils.escape
import pandas

import table_reading
from reference import articles, finish, paths

REFERENCE, EXPORTED = paths()
KNOWN = articles(REFERENCE)


def rows_of_openpyxl(sheet):
    book = openpyxl.load_workbook(EXPORTED, read_only=True)
    header, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(header, ("" if cell is None else cell for cell in row))) for row in rows]


def rows_of_pandas(sheet):
    frame = pandas.read_excel(EXPORTED, sheet_name=sheet, dtype=str, keep_default_na=False)
    return frame.to_dict("records")


def decoded(text):
    """Excel's own escapes of control characters, where a reader leaves them."""
    return openpyxl.utils.escape.unescape(text)


finish(
    table_reading.compare("openpyxl", KNOWN, rows_of_openpyxl, decoded),
    table_reading.compare("pandas", KNOWN, rows_of_pandas, decoded),
)

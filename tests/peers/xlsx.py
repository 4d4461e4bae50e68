"""The workbook, read by openpyxl and by pandas."""

import openpyxl
import openpyxl.utils.escape
import pandas

from reference import Comparison, articles, finish, links, paths, span_row, spans

REFERENCE, EXPORTED = paths()
KNOWN = articles(REFERENCE)


def rows_of_openpyxl(sheet):
    book = openpyxl.load_workbook(EXPORTED, read_only=True)
    header, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(header, ("" if cell is None else cell for cell in row))) for row in rows]


def rows_of_pandas(sheet):
    frame = pandas.read_excel(EXPORTED, sheet_name=sheet, dtype=str, keep_default_na=False)
    return frame.to_dict("records")


def compare(reader, rows):
    comparison = Comparison(reader)
    texts = {row["article_id"]: decoded(row["text"]) for row in rows("articles")}
    comparison.rows("articles", ((a["uid"], a["text"]) for a in KNOWN), texts.items())
    found = []
    for row in rows("spans"):
        places = tuple(tuple(map(int, one.split("-"))) for one in row["fragments"].split(";"))
        words = tuple(texts[row["article_id"]][start:end] for start, end in places)
        found.append((row["article_id"], row["annotator"], row["label"], places, words))
    comparison.rows("spans", (span_row(a, layer, s) for a in KNOWN for layer, s in spans(a)), found)
    expected = [
        (a["uid"], link["uid"], link["kind"], link["from"], *target(link["to"]))
        for a in KNOWN
        for _, link in links(a)
    ]
    columns = ["article_id", "link_id", "kind", "from_span", "to_span", "to_entity", "to_special"]
    comparison.rows("links", expected, (tuple(row[c] for c in columns) for row in rows("links")))
    claims = [s["uid"] for a in KNOWN for _, s in spans(a) if s["label"] == "claim"]
    comparison.rows("claims", claims, (row["claim_id"] for row in rows("claims")))
    return comparison


def target(to):
    return to.get("span", ""), to.get("entity", ""), to.get("special", "")


def decoded(text):
    """Excel's own escapes of control characters, where a reader leaves them."""
    return openpyxl.utils.escape.unescape(text)


finish(compare("openpyxl", rows_of_openpyxl), compare("pandas", rows_of_pandas))

"""All tables, read by Python's csv module and by pandas."""
# options: tables=all neutralise=no

import csv

import pandas

from reference import Comparison, articles, finish, links, paths, span_row, spans

REFERENCE, EXPORTED = paths()
KNOWN = articles(REFERENCE)


def table(name):
    return EXPORTED.with_name(f"{EXPORTED.name}.{name}.csv")


def rows_of_csv(name):
    with open(table(name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_of_pandas(name):
    # Python's own parser: the other one takes a lone carriage return for a line end.
    frame = pandas.read_csv(table(name), dtype=str, keep_default_na=False, engine="python")
    return frame.to_dict("records")


def compare(reader, rows):
    comparison = Comparison(reader)
    texts = {row["article_id"]: row["text"] for row in rows("articles")}
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


finish(compare("csv", rows_of_csv), compare("pandas", rows_of_pandas))

"""The table of claims, read by Python's csv module and by pandas."""

import csv

import pandas

from reference import Comparison, articles, finish, paths, spans, extents

REFERENCE, EXPORTED = paths()


def cut(text, fragments):
    extents = [tuple(map(int, f.split("-"))) for f in fragments.split(";")]
    return tuple(extents), tuple(text[start:end] for start, end in extents)


def expected():
    for article in articles(REFERENCE):
        for layer, span in spans(article):
            if span["label"] == "claim":
                words = tuple(f["text"] for f in span["fragments"])
                yield article["uid"], layer["annotator"]["name"], span["uid"], extents(span), words


def found(rows):
    texts = {article["uid"]: article["text"] for article in articles(REFERENCE)}
    for row in rows:
        where = cut(texts[row["article_id"]], row["fragments"])
        yield row["article_id"], row["annotator"], row["claim_id"], *where


table = EXPORTED.with_name(EXPORTED.name + ".claims.csv")
with open(table, encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
plain = Comparison("csv")
plain.rows("claims", expected(), found(rows))

frame = pandas.read_csv(table, dtype=str, keep_default_na=False)
panda = Comparison("pandas")
panda.rows("claims", expected(), found(frame.to_dict("records")))
finish(plain, panda)

"""The dataset folder, read by datasets and by pyarrow."""

import datasets
import pyarrow.parquet

from reference import Comparison, articles, finish, links, paths, spans

REFERENCE, EXPORTED = paths()
KNOWN = articles(REFERENCE)


def span_rows():
    for article in KNOWN:
        for layer, span in spans(article):
            parts = tuple((f["start"], f["end"], f["text"]) for f in span["fragments"])
            yield article["uid"], layer["uid"], span["uid"], span["label"], parts, span["entity"] or ""


def link_rows():
    for article in KNOWN:
        for layer, link in links(article):
            to = link["to"]
            ends = to.get("span", ""), to.get("entity", ""), to.get("special", "")
            yield layer["uid"], link["uid"], link["kind"], link["from"], *ends, link["by_rule"]


def compare(reader, rows, label, kind):
    comparison = Comparison(reader)
    found_spans, found_links, found_texts = [], [], set()
    for row in rows:
        found_texts.add((row["article_id"], row["title"], row["text"]))
        for span in row["spans"]:
            for part in span["fragments"]:
                comparison.same("words", part["text"], row["text"][part["start"]:part["end"]])
            parts = tuple((f["start"], f["end"], f["text"]) for f in span["fragments"])
            name = label(span["label"])
            found_spans.append(
                (row["article_id"], row["layer_id"], span["id"], name, parts, span["entity_id"])
            )
        for link in row["links"]:
            ends = link["to_id"], link["to_entity_id"], link["to_special"]
            name = kind(link["kind"])
            found_links.append(
                (row["layer_id"], link["id"], name, link["from_id"], *ends, link["by_rule"])
            )
    texts = [(a["uid"], a["title"], a["text"]) for a in KNOWN]
    comparison.rows("articles", texts, found_texts)
    comparison.rows("spans", span_rows(), found_spans)
    comparison.rows("links", link_rows(), found_links)
    return comparison


datasets.disable_progress_bars()
loaded = datasets.load_dataset(str(EXPORTED), split="train")
span = loaded.features["spans"].feature
link = loaded.features["links"].feature
by_datasets = compare("datasets", loaded, span["label"].int2str, link["kind"].int2str)

table = pyarrow.parquet.read_table(EXPORTED / "data" / "train-00000-of-00001.parquet")
names = datasets.Features.from_arrow_schema(table.schema)
by_pyarrow = compare(
    "pyarrow",
    table.to_pylist(),
    lambda at: span["label"].names[at],
    lambda at: link["kind"].names[at],
)
by_pyarrow.same("features of the file", loaded.features, names)
finish(by_datasets, by_pyarrow)

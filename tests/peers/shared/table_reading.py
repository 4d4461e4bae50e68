"""Compares the tables of an export, as any reader has them, with the reference."""

from reference import Comparison, links, span_row, spans


def compare(reader, known, rows, decoded=str):
    """`rows` answers a table's rows by its name; `decoded` undoes a reader's own escapes."""
    comparison = Comparison(reader)
    texts = {row["article_id"]: decoded(row["text"]) for row in rows("articles")}
    comparison.rows("articles", ((a["uid"], a["text"]) for a in known), texts.items())
    found = []
    for row in rows("spans"):
        places = tuple(tuple(map(int, one.split("-"))) for one in row["fragments"].split(";"))
        words = tuple(texts[row["article_id"]][start:end] for start, end in places)
        found.append((row["article_id"], row["annotator"], row["label"], places, words))
    comparison.rows("spans", (span_row(a, layer, s) for a in known for layer, s in spans(a)), found)
    expected = [
        (a["uid"], link["uid"], link["kind"], link["from"], *target(link["to"]))
        for a in known
        for _, link in links(a)
    ]
    columns = ["article_id", "link_id", "kind", "from_span", "to_span", "to_entity", "to_special"]
    comparison.rows("links", expected, (tuple(row[c] for c in columns) for row in rows("links")))
    claims = [s["uid"] for a in known for _, s in spans(a) if s["label"] == "claim"]
    comparison.rows("claims", claims, (row["claim_id"] for row in rows("claims")))
    return comparison


def target(to):
    return to.get("span", ""), to.get("entity", ""), to.get("special", "")

"""doccano's JSONL, read as its importer does: a JSON value a line."""

import json

from reference import Comparison, articles, finish, link_row, links, paths, span_row, spans

REFERENCE, EXPORTED = paths()


def expected_links():
    for article in articles(REFERENCE):
        for layer, link in links(article):
            if "span" in link["to"]:
                yield link_row(article, layer, link)


def read():
    found, linked = [], []
    file = EXPORTED.with_name(EXPORTED.name + ".doccano.jsonl")
    for line in file.read_text(encoding="utf-8").splitlines():
        task = json.loads(line)
        about = task["postil"]
        if not about["layer"]:
            continue
        where = about["article"], about["layer"]["annotator"]
        entities = {entity["id"]: entity for entity in task["entities"]}
        parts = {number: [entity] for number, entity in entities.items()}
        for relation in task["relations"]:
            if relation["type"] == "same_span":
                parts[relation["from_id"]] += parts.pop(relation["to_id"])
        whole = {}
        for number, pieces in parts.items():
            ends = tuple((piece["start_offset"], piece["end_offset"]) for piece in pieces)
            whole[number] = (pieces[0]["label"], ends)
            words = tuple(task["text"][start:end] for start, end in ends)
            found.append((*where, pieces[0]["label"], ends, words))
        for relation in task["relations"]:
            if relation["type"] != "same_span":
                ends = whole[relation["from_id"]], whole[relation["to_id"]]
                linked.append((*where, relation["type"], *ends))
    return found, linked


found, linked = read()
comparison = Comparison("json")
every = (span_row(a, layer, span) for a in articles(REFERENCE) for layer, span in spans(a))
comparison.rows("spans", every, found)
comparison.rows("links", expected_links(), linked)
finish(comparison)

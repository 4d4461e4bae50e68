"""Tasks and configuration, checked by the SDK of Label Studio, and read."""

import json

from label_studio_sdk.label_interface import LabelInterface

from reference import Comparison, articles, finish, link_row, links, paths, span_row, spans

REFERENCE, EXPORTED = paths()


def beside(end):
    return EXPORTED.with_name(EXPORTED.name + end)


def expected_links():
    for article in articles(REFERENCE):
        for layer, link in links(article):
            if "span" in link["to"]:
                yield link_row(article, layer, link)


def read(comparison):
    found, linked = [], []
    interface = LabelInterface(beside(".label-studio.xml").read_text(encoding="utf-8"))
    for task in json.loads(beside(".label-studio.json").read_text(encoding="utf-8")):
        article, text = task["data"]["postil"]["article"], task["data"]["text"]
        for annotation in task["annotations"]:
            comparison.same("valid", True, interface.validate_annotation(annotation))
            where = article, annotation["postil"]["annotator"]
            parts, relations = {}, []
            for item in annotation["result"]:
                if item["type"] == "labels":
                    value = item["value"]
                    assert text[value["start"]:value["end"]] == value["text"], item
                    parts[item["id"]] = [value]
                elif item["type"] == "relation":
                    relations.append((item["labels"][0], item["from_id"], item["to_id"]))
            for kind, head, tail in relations:
                if kind == "same_span":
                    parts[head] += parts.pop(tail)
            whole = {
                region: (values[0]["labels"][0], tuple((v["start"], v["end"]) for v in values))
                for region, values in parts.items()
            }
            for region, values in parts.items():
                found.append((*where, *whole[region], tuple(v["text"] for v in values)))
            for kind, head, tail in relations:
                if kind != "same_span":
                    linked.append((*where, kind, whole[head], whole[tail]))
    return found, linked


comparison = Comparison("label-studio-sdk")
found, linked = read(comparison)
every = (span_row(a, layer, span) for a in articles(REFERENCE) for layer, span in spans(a))
comparison.rows("spans", every, found)
comparison.rows("links", expected_links(), linked)
finish(comparison)

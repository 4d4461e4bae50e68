"""What dkpro-cassis finds in the files of an export, for both kinds of CAS."""

import json
import warnings
from collections import defaultdict

from reference import Comparison, articles, link_row, links, paths, span_row, spans

# `type` is a name of Python's too: cassis renames it, and says so each time.
warnings.filterwarnings("ignore", message="Trying to add feature")

SPAN, LINK = "webanno.custom.", "webanno.custom.link."


def label(fs):
    return fs.type.name.removeprefix(LINK).removeprefix(SPAN)


def compare(reader, load, extension):
    """Every span, fragment and link between spans, read from each file."""
    reference, exported = paths()
    known = articles(reference)
    comparison = Comparison(reader)
    found_spans, found_links, found_values = [], [], []
    files = 0
    for number, article in enumerate(known, 1):
        for path in sorted((exported / "annotation" / f"{number:06}").glob(f"*.{extension}")):
            files += 1
            cas = load(path)
            comparison.same(f"text of {path.name}", article["text"], cas.sofa_string)
            read(cas, article, found_spans, found_links, found_values)
    layers = sum(max(1, len(article["layers"])) for article in known)
    comparison.same("files", layers, files)
    expected_spans, expected_links, expected_values = [], [], []
    for article in known:
        for layer, span in spans(article):
            expected_spans.append(span_row(article, layer, span)[:1] + span_row(article, layer, span)[2:])
            for name, value in span["attributes"].items():
                expected_values.append((span["uid"], name, str(value)))
        for layer, link in links(article):
            if "span" in link["to"]:
                row = link_row(article, layer, link)
                expected_links.append(row[:1] + row[2:])
    comparison.rows("spans", expected_spans, found_spans)
    comparison.rows("links between spans", expected_links, found_links)
    comparison.rows("values", expected_values, found_values)
    return comparison


def read(cas, article, found_spans, found_links, found_values):
    further = defaultdict(list)
    firsts, relations = [], []
    for fs in cas.select_all():
        if fs.type.name.startswith(LINK):
            relations.append(fs)
        elif fs.type.name.startswith(SPAN) and not fs.type.name.startswith(SPAN + "target."):
            if fs.fragmentOf:
                further[fs.fragmentOf].append(fs)
            else:
                firsts.append(fs)
    place = {}
    for fs in firsts:
        parts = sorted([fs, *further.pop(fs.postil_uid, [])], key=lambda one: one.begin)
        where = tuple((one.begin, one.end) for one in parts)
        words = tuple(one.get_covered_text() for one in parts)
        place[fs.xmiID] = (label(fs), where)
        found_spans.append((article["uid"], label(fs), where, words))
        # What has no feature of its kind in the scheme.
        for name, value in json.loads(fs.postil_other or "{}").items():
            found_values.append((fs.postil_uid, name, str(value)))
        for feature in fs.type.all_features:
            value = fs[feature.name]
            if feature.name in ("begin", "end", "sofa", "fragmentOf") or feature.name.startswith("postil_"):
                continue
            if value is not None:
                value = list(value.elements) if hasattr(value, "elements") else value
                # cassis renames what Python has names of its own for.
                name = {"type_": "type", "self_": "self"}.get(feature.name, feature.name)
                found_values.append((fs.postil_uid, name, str(value)))
    assert not further, "a fragment of no span"
    for fs in relations:
        head, tail = place[fs.Governor.xmiID], place[fs.Dependent.xmiID]
        found_links.append((article["uid"], label(fs), head, tail))

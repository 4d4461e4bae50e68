"""A folder of brat, read by bioc and by bratly."""

import csv

from bioc import brat
from bratly import EntityAnnotation, RelationAnnotation
from bratly.io import read_and_load_ann_file

from reference import Comparison, articles, finish, links, paths, spans

REFERENCE, EXPORTED = paths()
BREAKS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def pieces(span):
    """The fragments of a span, cut where brat's lines would be."""
    for fragment in span["fragments"]:
        start = at = fragment["start"]
        for character in fragment["text"] + "\n":
            if character in BREAKS:
                if at > start:
                    yield start, at
                start = at + 1
            at += 1


def named(name):
    """The annotator of a folder."""
    for start in ("by-", "gold-", "reference-"):
        if name.startswith(start):
            name = name[len(start):]
    out, rest = "", name
    while "_x" in rest:
        before, rest = rest.split("_x", 1)
        digits, rest = rest.split("_", 1)
        out += before + chr(int(digits, 16))
    return out + rest


with open(EXPORTED / "articles.tsv", encoding="utf-8", newline="") as file:
    NAMES = {row["name"]: row["uid"] for row in csv.DictReader(file, delimiter="\t")}


def cut(article, span):
    text = article["text"]
    found = tuple(pieces(span))
    return found, " ".join(text[start:end] for start, end in found)


def expected_spans():
    for article in articles(REFERENCE):
        for layer, span in spans(article):
            yield article["uid"], layer["annotator"]["name"], span["label"], *cut(article, span)


def expected_links():
    for article in articles(REFERENCE):
        by_uid = {span["uid"]: span for _, span in spans(article)}
        for layer, link in links(article):
            if "span" in link["to"]:
                head, tail = by_uid[link["from"]], by_uid[link["to"]["span"]]
                yield (
                    article["uid"],
                    layer["annotator"]["name"],
                    link["kind"],
                    cut(article, head),
                    cut(article, tail),
                )


def files():
    for path in sorted(EXPORTED.glob("*/*.ann")):
        yield NAMES[path.stem], named(path.parent.name), path


def by_bioc():
    found, linked = [], []
    for uid, annotator, path in files():
        with open(path, encoding="utf-8", newline="\n") as ann:
            with open(path.with_suffix(".txt"), encoding="utf-8", newline="") as txt:
                doc = brat.load(txt, ann)
        places = {}
        for entity in doc.entities:
            where = tuple(sorted((loc.begin, loc.end) for loc in entity.locations))
            places[entity.id] = (where, entity.text)
            words = " ".join(doc.text[start:end] for start, end in where)
            assert words == entity.text, (path, entity)
            found.append((uid, annotator, entity.type, where, entity.text))
        for relation in doc.relations:
            ends = [places[relation.arguments[name]] for name in ("Arg1", "Arg2")]
            linked.append((uid, annotator, relation.type, *ends))
    return found, linked


def by_bratly():
    found, linked = [], []
    for uid, annotator, path in files():
        read = read_and_load_ann_file(str(path), no_duplicates=False, sorting=False, renumerotize=False)

        def place(entity):
            return tuple((f.start, f.end) for f in entity.fragments), entity.content

        for annotation in read.annotations:
            if isinstance(annotation, EntityAnnotation):
                found.append((uid, annotator, annotation.label, *place(annotation)))
            elif isinstance(annotation, RelationAnnotation):
                ends = [place(annotation.argument1[1]), place(annotation.argument2[1])]
                linked.append((uid, annotator, annotation.label, *ends))
    return found, linked


comparisons = []
for name, read in (("bioc", by_bioc), ("bratly", by_bratly)):
    comparison = Comparison(name)
    spans_read, links_read = read()
    comparison.rows("spans", expected_spans(), spans_read)
    comparison.rows("links", expected_links(), links_read)
    comparisons.append(comparison)
finish(*comparisons)

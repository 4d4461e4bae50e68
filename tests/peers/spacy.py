"""The tasks as a spaCy DocBin, made by the script that lies beside them."""

import json
import subprocess
import sys

import spacy
from spacy.tokens import DocBin

from reference import Comparison, articles, finish, link_row, links, paths, span_row, spans

REFERENCE, EXPORTED = paths()


def beside(end):
    return EXPORTED.with_name(EXPORTED.name + end)


def expected_links():
    for article in articles(REFERENCE):
        for layer, link in links(article):
            if "span" in link["to"]:
                yield link_row(article, layer, link)


def read():
    made = beside(".spacy")
    script = [sys.executable, str(beside(".to_docbin.py")), str(beside(".spacy.jsonl")), str(made)]
    subprocess.run(script, check=True)
    texts = {article["uid"]: article["text"] for article in articles(REFERENCE)}
    found, linked = [], []
    for doc in DocBin().from_disk(made).get_docs(spacy.blank("xx").vocab):
        about = json.loads(doc.user_data["postil"])
        assert doc.text == texts[about["article"]]
        if not about["layer"]:
            continue
        where = about["article"], about["layer"]["annotator"]
        whole = {}
        for span in doc.spans["postil"]:
            label, ends, words = whole.setdefault(span.id_, (span.label_, [], []))
            ends.append((span.start_char, span.end_char))
            words.append(span.text)
        for label, ends, words in whole.values():
            found.append((*where, label, tuple(ends), tuple(words)))
        for kind, head, tail in doc.user_data["links"]:
            ends = [(whole[end][0], tuple(whole[end][1])) for end in (head, tail)]
            linked.append((*where, kind, *ends))
    return found, linked


found, linked = read()
comparison = Comparison("spaCy")
every = (span_row(a, layer, span) for a in articles(REFERENCE) for layer, span in spans(a))
comparison.rows("spans", every, found)
comparison.rows("links", expected_links(), linked)
finish(comparison)

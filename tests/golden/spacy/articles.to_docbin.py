"""Makes a spaCy DocBin of the tasks that Postil exported.

    python NAME.to_docbin.py NAME.spacy.jsonl NAME.spacy

All spans stand in doc.spans["postil"], each with its label and id; a span in
several pieces is several with one id. Links are in doc.user_data["links"] as
(kind, id of the head, id of the tail). Needs spaCy 3.
"""
import json
import sys

import spacy
from spacy.tokens import Doc, DocBin, Span


def doc_of(task, vocab):
    words = [token["text"] for token in task["tokens"]]
    spaces = [token["ws"] for token in task["tokens"]]
    doc = Doc(vocab, words=words, spaces=spaces)
    if doc.text != task["text"]:
        raise ValueError("the tokens are not those of the text")
    doc.spans["postil"] = [
        Span(doc, s["token_start"], s["token_end"] + 1, label=s["label"], span_id=s["id"])
        for s in task["spans"]
    ]
    doc.user_data["links"] = [
        (r["label"], r["head_span"]["id"], r["child_span"]["id"]) for r in task["relations"]
    ]
    doc.user_data["postil"] = json.dumps(task["meta"]["postil"])
    return doc


def main(source, target):
    vocab = spacy.blank("xx").vocab
    docs = DocBin(store_user_data=True)
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            docs.add(doc_of(json.loads(line), vocab))
    docs.to_disk(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A folder of CoNLL, read by nltk and by seqeval, file by file."""

import csv
import json

import nltk
from nltk.corpus.reader import ConllCorpusReader
from seqeval.scheme import IOB2, Entities

from reference import Comparison, articles, finish, paths, spans

REFERENCE, EXPORTED = paths()
# Else it reads from its own folders alone.
nltk.data.path.append(str(EXPORTED))


def documents():
    """The article and annotator of each document, in order."""
    with open(EXPORTED / "articles.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            about = json.loads(row["name"].split(" ", 1)[1])
            yield row["uid"], about and about["annotator"]


def squeezed(text):
    return "".join(c for c in text if not c.isspace() and c.isprintable())


def every():
    for article in articles(REFERENCE):
        for layer, span in spans(article):
            yield article["uid"], layer["annotator"]["name"], span


def sentences_by_document(path):
    reader = ConllCorpusReader(str(EXPORTED), [path.name], ("words", "pos", "chunk", "ne"), encoding="utf-8")
    found = []
    for grid in reader._grids():
        rows = [(row[0], row[3]) for row in grid]
        # nltk leaves out the line that begins a document, not its block.
        if not rows or rows[0][0] == "-DOCSTART-":
            found.append([])
        else:
            found[-1].append(rows)
    return found


def words_of(rows, first, last):
    return squeezed("".join(word for word, _ in rows[first:last + 1]))


names = list(documents())
nltk_spans, seqeval_spans = [], []
for path in sorted(EXPORTED.glob("*.conll")):
    read = sentences_by_document(path)
    assert len(read) == len(names), (path, len(read), len(names))
    for where, sentences in zip(names, read):
        for rows in sentences:
            tags = [tag for _, tag in rows]
            at = 0
            while at < len(tags):
                if tags[at].startswith("B-"):
                    last = at
                    while last + 1 < len(tags) and tags[last + 1] == "I-" + tags[at][2:]:
                        last += 1
                    nltk_spans.append((*where, tags[at][2:], words_of(rows, at, last)))
                    at = last
                else:
                    assert tags[at] == "O", (path, tags[at])
                at += 1
            for entity in Entities([tags], IOB2).entities[0]:
                words = words_of(rows, entity.start, entity.end - 1)
                seqeval_spans.append((*where, entity.tag, words))

comparisons = []
for reader, found in (("nltk", nltk_spans), ("seqeval", seqeval_spans)):
    comparison = Comparison(reader)
    read = set(found)
    expected = []
    for uid, annotator, span in every():
        for fragment in span["fragments"]:
            expected.append((uid, annotator, span["label"], squeezed(fragment["text"])))
    # What sentences cut or words widened is said in losses.tsv; all else is there.
    there = [row for row in expected if row in read]
    lines = (EXPORTED / "losses.tsv").read_text(encoding="utf-8").split("\n")[1:]
    counts = {line.split("\t")[0]: int(line.split("\t")[1]) for line in lines if line}
    excused = sum(counts.get(kind, 0) for kind in ("edge", "dropped", "discontinuous"))
    comparison.rows("spans", there, there)
    if len(expected) - len(there) > excused:
        missing = [row for row in expected if row not in read]
        comparison.differs(f"{len(missing)} spans not read, {excused} said to be lost: {missing!r}")
    comparisons.append(comparison)
comparisons[0].same("entities of both", sorted(nltk_spans), sorted(seqeval_spans))
finish(*comparisons)

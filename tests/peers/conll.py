"""A folder of CoNLL, read by nltk and by seqeval, file by file; its links by Python's csv."""

import csv
import json
from collections import Counter, defaultdict

import nltk
from nltk.corpus.reader import ConllCorpusReader
from seqeval.scheme import IOB2, Entities

from reference import Comparison, articles, finish, links, paths, spans

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
# The words of each label in a document, in order: what the table of links counts.
in_order = defaultdict(list)
for path in sorted(EXPORTED.glob("*.conll")):
    read = sentences_by_document(path)
    assert len(read) == len(names), (path, len(read), len(names))
    for number, (where, sentences) in enumerate(zip(names, read), 1):
        for rows in sentences:
            tags = [tag for _, tag in rows]
            at = 0
            while at < len(tags):
                if tags[at].startswith("B-"):
                    last = at
                    while last + 1 < len(tags) and tags[last + 1] == "I-" + tags[at][2:]:
                        last += 1
                    label, words = tags[at][2:], words_of(rows, at, last)
                    nltk_spans.append((*where, label, words))
                    in_order[number, label].append(words)
                    at = last
                else:
                    assert tags[at] == "O", (path, tags[at])
                at += 1
            for entity in Entities([tags], IOB2).entities[0]:
                words = words_of(rows, entity.start, entity.end - 1)
                seqeval_spans.append((*where, entity.tag, words))



def losses():
    """What the export said to have changed, by kind."""
    lines = (EXPORTED / "losses.tsv").read_text(encoding="utf-8").split("\n")[1:]
    return {line.split("\t")[0]: int(line.split("\t")[1]) for line in lines if line}


def linked():
    """Each row of the table of links: whose, its kind, and the words at both ends."""
    with open(EXPORTED / "links.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            number = int(row["doc"])
            ends = []
            for end in (row["head_id"], row["tail_id"]):
                label, nth = end.rsplit(":", 1)
                ends.append((label, in_order[number, label][int(nth) - 1]))
            yield (*names[number - 1], row["type"], *ends)


def links_between_spans():
    for article in articles(REFERENCE):
        for layer, link in links(article):
            if "span" in link["to"]:
                by_uid = {span["uid"]: span for span in layer["spans"]}
                ends = [by_uid[link["from"]], by_uid[link["to"]["span"]]]
                begin = [(end["label"], squeezed(end["fragments"][0]["text"])) for end in ends]
                yield article["uid"], layer["annotator"]["name"], link["kind"], *begin


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
    excused = sum(losses().get(kind, 0) for kind in ("edge", "dropped", "discontinuous"))
    comparison.rows("spans", there, there)
    if len(expected) - len(there) > excused:
        missing = [row for row in expected if row not in read]
        comparison.differs(f"{len(missing)} spans not read, {excused} said to be lost: {missing!r}")
    comparisons.append(comparison)
comparisons[0].same("entities of both", sorted(nltk_spans), sorted(seqeval_spans))
table = Comparison("csv")
expected, found = Counter(links_between_spans()), Counter(linked())
same = expected & found
table.rows("links", same, same)
# Ends that were moved, cut or dropped have other words than in the articles. Where both ends are
# as they were, the link has to be there, and no other.
of_articles = {
    (uid, who, span["label"], squeezed(span["fragments"][0]["text"])) for uid, who, span in every()
}
of_tokens = {
    (*names[number - 1], label, words) for (number, label), all in in_order.items() for words in all
}
for rows, others, said in (
    (found - same, of_articles, "link read, but not there"),
    (expected - same, of_tokens, "link not read"),
):
    for uid, who, kind, *ends in rows.elements():
        if all((uid, who, *end) in others for end in ends):
            table.differs(f"{said}: {(uid, who, kind, *ends)!r}")
comparisons.append(table)
finish(*comparisons)

"""Postil's own JSONL, and how a peer's reading is compared with it.

Each program beside this folder is called with two paths, the JSONL and what
was exported, reads the latter with other people's code, and hands what that
code found to `Comparison`.
"""

import json
import sys
from collections import Counter
from pathlib import Path


def paths():
    """The JSONL and the export, as given on the command line."""
    if len(sys.argv) != 3:
        sys.exit(f"usage: {Path(sys.argv[0]).name} REFERENCE EXPORTED")
    return Path(sys.argv[1]), Path(sys.argv[2])


def articles(path):
    """The articles of a Postil JSONL file, every offset checked on the way."""
    found = []
    # Not splitlines(): that knows more line ends than JSON has.
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        article = json.loads(line)
        for layer in article["layers"]:
            for span in layer["spans"]:
                for fragment in span["fragments"]:
                    cut = article["text"][fragment["start"]:fragment["end"]]
                    assert cut == fragment["text"], (article["title"], fragment)
        found.append(article)
    return found


def spans(article):
    """Each span with its layer."""
    for layer in article["layers"]:
        for span in layer["spans"]:
            yield layer, span


def links(article):
    """Each link with its layer."""
    for layer in article["layers"]:
        for link in layer["links"]:
            yield layer, link


def extents(span):
    """The fragments of a span, as pairs of code points."""
    return tuple((f["start"], f["end"]) for f in span["fragments"])


def span_row(article, layer, span):
    """A span as one comparable row."""
    words = tuple(f["text"] for f in span["fragments"])
    return (article["uid"], layer["annotator"]["name"], span["label"], extents(span), words)


def link_row(article, layer, link):
    """A link between spans as one comparable row."""
    by_uid = {span["uid"]: span for span in layer["spans"]}
    head, tail = by_uid[link["from"]], by_uid[link["to"]["span"]]
    return (
        article["uid"],
        layer["annotator"]["name"],
        link["kind"],
        (head["label"], extents(head)),
        (tail["label"], extents(tail)),
    )


class Comparison:
    """Counts what agrees; every difference is printed and fails."""

    def __init__(self, reader):
        self.reader = reader
        self.said = []
        self.failed = False

    def rows(self, what, expected, found):
        """Compares as multisets: the order is nobody's promise."""
        expected, found = Counter(expected), Counter(found)
        for row in (expected - found).elements():
            self.differs(f"{what} not read: {row!r}")
        for row in (found - expected).elements():
            self.differs(f"{what} read, but not there: {row!r}")
        if not expected:
            self.differs(f"no {what} to compare: the corpus proves nothing")
        self.said.append(f"{expected.total()} {what}")

    def same(self, what, expected, found):
        """Compares one thing."""
        if expected != found:
            self.differs(f"{what}: expected {expected!r}, read {found!r}")

    def differs(self, sentence):
        self.failed = True
        print(f"  {self.reader}: {sentence}", file=sys.stderr)

    def end(self):
        verdict = "DIFFERS after" if self.failed else "read the same"
        print(f"  {self.reader} {verdict} {', '.join(self.said)}")
        return self.failed


def finish(*comparisons):
    """Ends the program: 1 if anything differs."""
    failed = [comparison.end() for comparison in comparisons]
    sys.exit(1 if any(failed) else 0)

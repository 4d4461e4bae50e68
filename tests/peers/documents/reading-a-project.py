"""Runs the programs in docs/reading-a-project.md as they stand there.

Called with the document, a project, its table of claims and its articles as Postil JSONL. Every
program has to print the count of claims by speaker and month that the articles have.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from reference import Comparison, articles, finish

DOCUMENT, PROJECT, CLAIMS, REFERENCE = map(Path, sys.argv[1:])

RUN = {"python": [sys.executable], "r": ["Rscript", "--vanilla"]}
MOST_LINES = 10


def counted():
    """The count, out of Postil's own articles."""
    table = Counter()
    for article in articles(REFERENCE):
        month = article["metadata"].get("published", "")[:7]
        entities = {entity["uid"]: entity for entity in article["entities"]}
        for layer in article["layers"]:
            for span in layer["spans"]:
                if span["label"] == "claim":
                    table[source(layer, span, entities), month] += 1
    return table


def source(layer, claim, entities):
    by_uid = {span["uid"]: span for span in layer["spans"]}
    names, mentions, special = [], [], ""
    for link in layer["links"]:
        if link["from"] != claim["uid"] or link["kind"] != "said_by":
            continue
        to = link["to"]
        special = special or to.get("special", "")
        mention = by_uid.get(to.get("span"))
        uid = to.get("entity") or (mention and mention["entity"])
        uid = layer["kept_entities"].get(link["uid"], uid)
        if mention:
            mentions.append(" … ".join(f["text"] for f in mention["fragments"]))
        while uid and entities[uid]["merged_into"]:
            uid = entities[uid]["merged_into"]
        if uid:
            names.append(entities[uid]["name"])
    return " | ".join(names) or " | ".join(mentions) or special


def programs():
    text = DOCUMENT.read_text(encoding="utf-8")
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title = part.split("\n", 1)[0]
        for language, program in re.findall(r"^```(\w+)\n(.*?)^```$", part, re.DOTALL | re.MULTILINE):
            if language in RUN:
                yield title, language, program


def printed(folder, language, program):
    file = folder / f"program.{language}"
    file.write_text(program, encoding="utf-8")
    run = subprocess.run([*RUN[language], file.name], cwd=folder, capture_output=True, encoding="utf-8")
    if run.returncode:
        sys.exit(run.stdout + run.stderr)
    table = Counter()
    for row in csv.reader(run.stdout.splitlines()):
        if len(row) == 3 and row != ["speaker", "month", "claims"]:
            table[row[0], row[1]] += int(row[2])
    return table


expected = counted()
assert len(expected) > 3, "the corpus proves nothing"
comparisons = []
with tempfile.TemporaryDirectory() as folder:
    folder = Path(folder)
    shutil.copy(PROJECT, folder / "talks.postil")
    shutil.copy(CLAIMS, folder / "talks.claims.csv")
    for title, language, program in programs():
        comparison = Comparison(title)
        lines = [line for line in program.split("\n") if line]
        comparison.same("at most so many lines", True, len(lines) <= MOST_LINES)
        if shutil.which(RUN[language][0]) is None:
            print(f"  {title}: {RUN[language][0]} is not here, so this was not run")
            continue
        comparison.rows("rows of the count", expected.items(), printed(folder, language, program).items())
        comparisons.append(comparison)
assert len(comparisons) > 2, "the document has lost its programs"
finish(*comparisons)

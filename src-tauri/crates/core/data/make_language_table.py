#!/usr/bin/env python3
"""Makes languages.bin.z, the table by which Postil names languages, from a published package.

    python3 -m venv table && table/bin/pip install py3langid==0.4.0 numpy
    table/bin/python make_language_table.py

Only the numbers of the model of py3langid are taken (BSD-3-Clause, see NOTICE.txt); the
inference is Postil's own, in ../src/language/table.rs. The same package gives the same table.

The model is naive Bayes over byte n-grams: at each byte of a text in NFC the longest n-gram
that ends there is counted, and the score of a language is its prior plus the sum of
ln(1 + count) * weight. Most weights of a language are its smallest one, its floor; only what
lies above the floor is kept, in 255 steps.

The table is one zlib stream. Numbers are little-endian.

    "postil language table 1\n"
    one line for each language: BCP 47 tag, space, ISO 15924 script; then an empty line
    u32     nodes in the trie of the n-grams, its root included
    u32     weights
    f32     one step of a weight
    f32[]   prior of each language
    f32[]   floor of each language
    u8[]    for each node but the root, breadth first: the byte that leads to it
    u8[]    for each node: its children
    u8[]    for each node: its weights, or 255 where no n-gram ends
    u8[]    for each weight: its language, less that of the weight before it in its node
    u8[]    for each weight: its steps above the floor
"""

import struct
import unicodedata
import zlib
from collections import defaultdict
from pathlib import Path

import numpy as np
import py3langid
from py3langid import modelio

MODEL = Path(py3langid.__file__).parent / "data" / "model.npz.xz"
TABLE = Path(__file__).parent / "languages.bin.z"
STEPS = 255
NO_NGRAM = 255

# Labels that are no language.
LEFT_OUT = {"zxx"}

# Labels that are not the shortest BCP 47 tag.
TAGS = {"no": "nb", "kik": "ki", "gug": "gn", "uzs": "uz-Arab"}

# Tags that need their script, because the language is more often written in another.
TAGS_IN_SCRIPT = {("sr", "Latn"): "sr-Latn", ("uz", "Cyrl"): "uz-Cyrl"}

# The first word of the Unicode name of a letter, and its script.
SCRIPTS = {
    "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CJK": "Hani",
    "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi", "GEORGIAN": "Geor",
    "GREEK": "Grek", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "HANGUL": "Hang",
    "HEBREW": "Hebr", "HIRAGANA": "Hani", "KANNADA": "Knda", "KATAKANA": "Hani",
    "KHMER": "Khmr", "LAO": "Laoo", "LATIN": "Latn", "MALAYALAM": "Mlym",
    "MYANMAR": "Mymr", "ORIYA": "Orya", "SINHALA": "Sinh", "TAMIL": "Taml",
    "TELUGU": "Telu", "THAI": "Thai", "TIBETAN": "Tibt",
}


def ngrams(rows, row_of_state, feature_of_state):
    """The n-gram of each feature: the shortest way to a state that answers with it."""
    rows = np.asarray(rows).reshape(-1, 256)
    found, reached, queue = {}, {0}, [(0, b"")]
    for state, way in queue:
        found.setdefault(int(feature_of_state[state]), way)
        for byte, target in enumerate(rows[row_of_state[state]].tolist()):
            if target not in reached:
                reached.add(target)
                queue.append((target, way + bytes([byte])))
    found.pop(-1, None)
    return found


def script_of(ngram):
    """The script of the letters of an n-gram; None where they are of none or of several."""
    try:
        letters = [letter for letter in ngram.decode() if letter.isalpha()]
    except UnicodeDecodeError:
        return None
    scripts = {SCRIPTS.get(unicodedata.name(letter, "?").split()[0]) for letter in letters}
    return scripts.pop() if len(scripts) == 1 else None


def main():
    weights, priors, labels, rows, row_of_state, feature_of_state = modelio.load_model(MODEL)
    kept = [at for at, label in enumerate(labels) if label not in LEFT_OUT]
    labels = [labels[at] for at in kept]
    weights = np.asarray(weights, dtype=np.float64)[:, kept]
    priors = np.asarray(priors, dtype=np.float64)[kept]
    feature_of = {way: feature for feature, way in
                  ngrams(rows, row_of_state, feature_of_state).items()}

    floors = weights.min(axis=0)
    step = (weights - floors).max() / STEPS
    steps = np.rint((weights - floors) / step).astype(np.int64)

    shares = defaultdict(lambda: np.zeros(len(labels)))
    for ngram, feature in feature_of.items():
        script = script_of(ngram)
        if script:
            shares[script] += np.exp(weights[feature]) * (steps[feature] > 0)
    scripts = [max(sorted(shares), key=lambda script: shares[script][at])
               for at in range(len(labels))]
    tags = [TAGS_IN_SCRIPT.get((TAGS.get(label, label), script), TAGS.get(label, label))
            for label, script in zip(labels, scripts)]
    assert len(set(tags)) == len(tags)

    prefixes = {ngram[:length] for ngram in feature_of for length in range(len(ngram) + 1)}
    nodes = sorted(prefixes, key=lambda way: (len(way), way))
    children = defaultdict(int)
    for way in nodes[1:]:
        children[way[:-1]] += 1
    counts, gaps, values = bytearray(), bytearray(), bytearray()
    for way in nodes:
        feature = feature_of.get(way)
        if feature is None:
            counts.append(NO_NGRAM)
            continue
        languages = np.flatnonzero(steps[feature])
        counts.append(len(languages))
        gaps += bytes(np.diff(languages, prepend=0).tolist())
        values += bytes(steps[feature][languages].tolist())

    lines = "".join(f"{tag} {script}\n" for tag, script in zip(tags, scripts))
    raw = b"".join([
        b"postil language table 1\n", lines.encode(), b"\n",
        struct.pack("<IIf", len(nodes), len(values), step),
        priors.astype("<f4").tobytes(), floors.astype("<f4").tobytes(),
        bytes(way[-1] for way in nodes[1:]),
        bytes(children[way] for way in nodes),
        bytes(counts), bytes(gaps), bytes(values),
    ])
    TABLE.write_bytes(zlib.compress(raw, 9))
    print(f"{len(tags)} languages, {len(feature_of)} n-grams, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()

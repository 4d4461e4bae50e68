"""Writes project.zip: a project as INCEpTION exports it, each file of annotations by dkpro-cassis.

    python make.py

Needs dkpro-cassis 0.12. The same again gives the same articles and annotations.
"""

import io
import json
import zipfile

from cassis import Cas, TypeSystem

RAIN = "😀 Rain in Ellery\r\n\r\nMayor Ana Ruiz said: «The river will rise.»\r\nOfficials disagreed.\r\n"
ARABIC = "قال وزير النقل إن الجسر مغلق.\n"

# Whose, how far, and what: label, words, and for a link the words that said it.
WORK = {
    "rain.txt": {
        "ada": ("FINISHED", [("Claim", "The river will rise.", "Mayor Ana Ruiz"), ("Person", "Mayor Ana Ruiz", None)]),
        "bo": ("INPROGRESS", [("Claim", "«The river will rise.»", "Ana Ruiz"), ("Person", "Ana Ruiz", None)]),
        "cem": ("NEW", []),
    },
    "جسر.txt": {
        "ada": ("FINISHED", [("Claim", "الجسر مغلق", "وزير النقل"), ("Person", "وزير النقل", None)]),
    },
}
CURATED = {"rain.txt": ("CURATION_FINISHED", [("Claim", "The river will rise.", "Mayor Ana Ruiz"), ("Person", "Mayor Ana Ruiz", None)])}
TEXTS = {"rain.txt": RAIN, "جسر.txt": ARABIC}


def types():
    system = TypeSystem()
    claim = system.create_type("webanno.custom.Claim", supertypeName="uima.tcas.Annotation")
    system.create_feature(claim, "certain", "uima.cas.Boolean")
    person = system.create_type("webanno.custom.Person", supertypeName="uima.tcas.Annotation")
    system.create_feature(person, "name", "uima.cas.String")
    said = system.create_type("webanno.custom.SaidBy", supertypeName="uima.tcas.Annotation")
    system.create_feature(said, "Governor", "uima.tcas.Annotation")
    system.create_feature(said, "Dependent", "uima.tcas.Annotation")
    return system


def annotated(text, marks):
    system = types()
    cas = Cas(typesystem=system)
    cas.sofa_string, cas.sofa_mime = text, "text/plain"
    kind = {name: system.get_type("webanno.custom." + name) for name in ("Claim", "Person", "SaidBy")}
    made, sources = {}, []
    for label, words, source in marks:
        begin = text.index(words)
        features = {"certain": True} if label == "Claim" else {"name": words.title()}
        made[label, words] = kind[label](begin=begin, end=begin + len(words), **features)
        cas.add(made[label, words])
        if source:
            sources.append((made[label, words], source))
    for claim, source in sources:
        person = made["Person", source]
        cas.add(kind["SaidBy"](begin=person.begin, end=person.end, Governor=claim, Dependent=person))
    return system, cas


def packed(files):
    """A zip whose bytes do not follow the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (2026, 1, 14, 9, 30, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def one(user, text, marks):
    """What INCEpTION packs for one person: the annotations beside their types."""
    system, cas = annotated(text, marks)
    return packed([(f"{user}.xmi", cas.to_xmi()), ("TypeSystem.xml", system.to_xml())])


files, documents, sources = [], [], []
for name, people in WORK.items():
    files.append((f"source/{name}", TEXTS[name]))
    state = CURATED.get(name, ("ANNOTATION_FINISHED", []))[0]
    sources.append({"name": name, "format": "text", "state": state})
    files.append((f"annotation/{name}/INITIAL_CAS.zip", one("INITIAL_CAS", TEXTS[name], [])))
    for user, (state, marks) in people.items():
        documents.append({"name": name, "user": user, "state": state})
        files.append((f"annotation/{name}/{user}.zip", one(user, TEXTS[name], marks)))
for name, (_, marks) in CURATED.items():
    files.append((f"curation/{name}/CURATION_USER.zip", one("CURATION_USER", TEXTS[name], marks)))
project = {"name": "Rain", "source_documents": sources, "annotation_documents": documents}
files.insert(0, ("exportedproject.json", json.dumps(project, ensure_ascii=False, indent=1)))
with open("project.zip", "wb") as file:
    file.write(packed(files))

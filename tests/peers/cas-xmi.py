"""CAS XMI and its type system, read by dkpro-cassis."""

import cassis

from cassis_reading import compare
from reference import finish, paths

_, EXPORTED = paths()
with open(EXPORTED / "TypeSystem.xml", "rb") as file:
    TYPES = cassis.load_typesystem(file)


def load(path):
    with open(path, "rb") as file:
        return cassis.load_cas_from_xmi(file, typesystem=TYPES)


finish(compare("dkpro-cassis, XMI", load, "xmi"))

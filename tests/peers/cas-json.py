"""CAS JSON, read by dkpro-cassis."""

import cassis

from cassis_reading import compare
from reference import finish


def load(path):
    with open(path, encoding="utf-8") as file:
        return cassis.load_cas_from_json(file)


finish(compare("dkpro-cassis, JSON", load, "json"))

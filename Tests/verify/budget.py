"""csv and decimal: budget.csv has every line and reserve with its amount, and phases that sum to it exactly."""

import csv
import decimal

import source


def check(case):
    with (case.folder / "budget.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: row for row in csv.DictReader(file)}
    for row in rows.values():
        for column, cell in row.items():
            if cell and cell[0] in "=+@":
                yield f"a spreadsheet takes {column} of {row['path']} for a formula: {cell}"
        parts = [decimal.Decimal(row[column]) for column in row if column.startswith("phase.") and row[column]]
        if parts:
            yield None if sum(parts) == decimal.Decimal(row["amount"]) else f"{row['path']}: phases make {sum(parts)}"
    plan = source.plan(case.path)["budget"]
    yield from compare(case, rows, "total", plan["total"])
    yield from lines(case, rows, plan["lines"])


def lines(case, rows, nouns):
    for key, noun in nouns.items():
        yield from compare(case, rows, key, source.principal(noun, "amount"))
        if isinstance(noun, dict):
            yield from lines(case, rows, noun.get("lines", {}))


def compare(case, rows, key, text):
    stated, row = source.money(text), rows.get(f"budget.{key}")
    if row is None:
        yield f"budget.{key} is not in budget.csv"
        return
    for where, amount in (("budget.csv", row["amount"]), ("plan.json", case.figure(f"budget.{key}"))):
        yield None if decimal.Decimal(amount) == stated else f"budget.{key}: {amount} in {where}, {text} in the plan"

"""csv, decimal and fractions: budget.csv has every line and reserve with its amount, phases and months that sum to it exactly,
and months within one minor unit of what the plan's own days give."""

import datetime
import decimal
import fractions

import calendars
import source


def check(case):
    rows = {row["path"]: row for row in case.csv("budget.csv")}
    for row in rows.values():
        for column, cell in row.items():
            if cell and cell[0] in "=+@":
                yield f"a spreadsheet takes {column} of {row['path']} for a formula: {cell}"
        for prefix in ("phase.", "month."):
            parts = [decimal.Decimal(row[column]) for column in row if column.startswith(prefix) and row[column]]
            if parts:
                right = sum(parts) == decimal.Decimal(row["amount"])
                yield None if right else f"{row['path']}: {prefix[:-1]}s make {sum(parts)}"
    yield from over_time(case, rows)
    plan = source.plan(case.path)["budget"]
    yield from compare(case, rows, "total", plan["total"])
    yield from lines(case, rows, plan["lines"])


def lines(case, rows, nouns):
    for key, noun in nouns.items():
        if source.principal(noun, "amount") is not None:
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


def over_time(case, rows):
    """Months against shares of days; the total of each month and what is spent by its end against plan.json."""
    spend = case.json["spend"]
    plan = source.plan(case.path)
    nouns = {f"budget.{key}": noun for key, noun in leaves(plan["budget"]["lines"], {})}
    nouns |= {f"budget.{key}": {} for key in plan["budget"].get("reserves", {})}
    for path, noun in nouns.items():
        amount = fractions.Fraction(rows[path]["amount"])
        for month in spend["months"]:
            found = fractions.Fraction(rows[path][f"month.{month}"])
            exact = amount * share(plan, noun, month)
            yield None if abs(found - exact) < fractions.Fraction(1, 100) else f"{path} in {month}: {found}, not {exact}"
    so_far = decimal.Decimal(0)
    for place, month in enumerate(spend["months"]):
        total = decimal.Decimal(rows["budget.total"][f"month.{month}"])
        so_far += total
        yield None if total == decimal.Decimal(spend["total"]["by_month"][place]) else f"{month}: not so in plan.json"
        yield None if so_far == decimal.Decimal(spend["total"]["cumulative"][place]) else f"{month}: not so far in plan.json"


def leaves(lines, inherited):
    for key, noun in lines.items():
        noun = noun if isinstance(noun, dict) else {}
        own = {**inherited, **{name: noun[name] for name in ("phasing", "period") if name in noun}}
        if noun.get("lines"):
            yield from leaves(noun["lines"], own)
        else:
            yield key, own


def share(plan, noun, month):
    """The part of an amount that falls into a month: by its phasing, else by its period, else by the budget's phasing."""
    if "phasing" not in noun and "period" in noun:
        return common(noun["period"], month)
    whole = fractions.Fraction(0)
    for phase, part in noun.get("phasing", plan["budget"]["phasing"]).items():
        days = source.principal(plan["phases"][phase], "period")
        whole += fractions.Fraction(str(part).rstrip("%")) / 100 * common(days, month)
    return whole


def common(period, month):
    """The part of a period's days that lie in a month."""
    (first, last), (start, end) = calendars.days_of(str(period), False), calendars.days_of(month, False)
    shared = (min(last, end) - max(first, start)).days + 1
    return fractions.Fraction(max(0, shared), (last - first + datetime.timedelta(days=1)).days)

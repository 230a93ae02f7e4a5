"""Expressions."""

from .shared import BUDGET, HEAD, kind, numbered, repeated

STUDY = (
    HEAD
    + BUDGET
    + "feasibility:\n  start: 2025-01-01\n  investment: CNY 1m\n  discount_rate: 8%\n  flows:\n"
)


def claims(text):
    return HEAD + BUDGET + 'claims: {c: {says: 1, equals: "' + text + '"}}\n'


@kind
def a_sum_of_many_terms(size):
    return claims(repeated("1 + ", size) + "1")


@kind
def a_product_of_many_terms(size):
    return claims(repeated("9 * ", size) + "1")


@kind
def a_quotient_of_many_terms(size):
    return claims(repeated("7 / ", size) + "3")


@kind
def fractions_of_primes(size):
    return claims(numbered(size, "1 / (@*@ + 1) + ") + "1")


@kind
def nested_parentheses(size):
    return claims("(" * size + "1" + ")" * size)


@kind
def nested_calls(size):
    return claims(repeated("max(", size) + "1" + ")" * (size // 4))


@kind
def minus_signs(size):
    return claims("- " * (size // 2) + "1")


@kind
def powers(size):
    return claims(repeated("9 ^ ", size) + "9")


@kind
def a_power_of_powers(size):
    return HEAD + BUDGET + "claims:\n" + numbered(size, "  c@: {says: 1, equals: 99999999999 ^ 999999999}\n")


@kind
def comparisons(size):
    return claims(repeated("1 < ", size) + "1")


@kind
def arguments(size):
    return claims("max(" + repeated("1, ", size) + "1)")


@kind
def unknown_names(size):
    return claims(numbered(size, "budget.film@ + ") + "1")


@kind
def a_long_path(size):
    return claims(repeated("budget.", size) + "total")


@kind
def a_chain_of_claims(size):
    return (
        HEAD
        + BUDGET
        + "assumptions:\n  a0: {value: 3, source: books, as_of: 2024}\n"
        + "".join(
            f"  a{p}: {{equals: a{p - 1} + 1, source: books, as_of: 2024}}\n" for p in range(1, size // 50)
        )
    )


@kind
def a_chain_backwards(size):
    last = size // 50
    return (
        HEAD
        + BUDGET
        + "assumptions:\n"
        + "".join(f"  a{p}: {{equals: a{p + 1} + 1, source: books, as_of: 2024}}\n" for p in range(last))
        + f"  a{last}: {{value: 3, source: books, as_of: 2024}}\n"
    )


@kind
def squares_of_squares(size):
    return (
        HEAD
        + BUDGET
        + "assumptions:\n  a0: {value: 3, source: books, as_of: 2024}\n"
        + "".join(
            f"  a{p}: {{equals: a{p - 1} * a{p - 1}, source: books, as_of: 2024}}\n" for p in range(1, size // 50)
        )
    )


@kind
def a_circle_of_assumptions(size):
    last = size // 50
    return (
        HEAD
        + BUDGET
        + "assumptions:\n"
        + "".join(f"  a{p}: {{equals: a{(p + 1) % last} + 1, source: books, as_of: 2024}}\n" for p in range(last))
    )


@kind
def claims_that_all_fail(size):
    return HEAD + BUDGET + "claims:\n" + numbered(size, "  c@: {says: @5, equals: budget.total / 1 CNY}\n")


@kind
def flows_over_many_years(size):
    return STUDY + numbered(size, "    y@: CNY 1m\n")


@kind
def flows_of_many_periods(size):
    lines = "".join(f"    {2025 + p // 12:04}-{p % 12 + 1:02}: CNY 10k\n" for p in range(min(size // 22, 90_000)))
    return STUDY + lines


def claims_over_flows(size, formula):
    months = (f"    {2025 + p // 12}-{p % 12 + 1:02}: CNY 10k\n" for p in range(min(size // 40, 11_000)))
    start = STUDY + "".join(months) + "claims:\n"
    return numbered(size, f"  c@: {{says: CNY 1, equals: '{formula}'}}\n", start, 19_990)


@kind
def sums_over_many_flows(size):
    return claims_over_flows(size, "sum(feasibility.flows)")


@kind
def times_in_many_flows(size):
    return claims_over_flows(size, "at(feasibility.flows, 2900)")


@kind
def returns_over_many_flows(size):
    return claims_over_flows(size, "npv(feasibility.flows, 8%, CNY 1m)")


@kind
def returns_at_times_over_many_flows(size):
    return claims_over_flows(size, "at(feasibility.npv, 2900)")

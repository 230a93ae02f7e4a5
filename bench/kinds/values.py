"""Keys, ids and values."""

from .shared import BUDGET, HEAD, kind, numbered, repeated


@kind
def unknown_keys(size):
    return HEAD + numbered(size, "x@: 1\n")


@kind
def unknown_long_keys(size):
    return HEAD + "? " + "x" * size + "\n: 1\n"


@kind
def nearly_right_keys(size):
    return HEAD + BUDGET + numbered(size, "assumption@: 1\n")


@kind
def a_long_id(size):
    return HEAD.replace("id: case", "id: " + "x" * size) + BUDGET


@kind
def a_long_line_id(size):
    return HEAD + f'budget: {{total: CNY 1m}}\nclaims: {{"{"x" * size}": {{says: 1, equals: budget.{"x" * 50}}}}}\n'


@kind
def a_long_reference(size):
    return HEAD.replace("owner: cmo", "owner: " + "x" * size) + BUDGET


@kind
def references_to_nothing(size):
    return HEAD + "milestones:\n" + numbered(size, "  m@: {date: 2025-03-01, owner: nobody@, deliverable: a}\n")


@kind
def a_long_number(size):
    return HEAD + "budget: {total: CNY " + "9" * size + "}\n"


@kind
def a_long_fraction(size):
    return HEAD + "budget: {total: CNY 1." + "3" * size + "}\n"


@kind
def a_long_chinese_number(size):
    return HEAD + "budget: {total: " + "一" * (size // 3) + "元}\n"


@kind
def large_exponents(size):
    return HEAD + "assumptions:\n" + numbered(size, "  a@: {value: 1e999999999, source: books, as_of: 2024}\n")


@kind
def large_units(size):
    return HEAD + "budget: {total: CNY 1" + repeated("bn", size) + "}\n"


@kind
def far_dates(size):
    return HEAD + "milestones:\n" + numbered(size, "  m@: {date: 999999999-01-01, owner: cmo, deliverable: a}\n")


@kind
def long_dates(size):
    return HEAD + "milestones: {m: {date: " + "9" * size + "-01-01, owner: cmo, deliverable: a}}\n"


@kind
def long_units(size):
    return HEAD + "kpis: {k: {unit: " + "x" * size + ", direction: up, baseline: 1}}\n"


@kind
def units(size):
    return HEAD + "kpis:\n" + numbered(size, "  k@: {unit: unit@x, direction: up, baseline: 1 unit@x}\n")


@kind
def glossary_words(size):
    return HEAD + "glossary:\n" + numbered(size, "  w@: {means: word number @}\n")


@kind
def texts_under_a_glossary(size):
    return (
        HEAD
        + "glossary:\n"
        + numbered(size // 2, "  w@: {means: word number @}\n")
        + "scope:\n  in:\n"
        + numbered(size // 2, "  - a text that speaks of w@\n")
    )


def by_alias(size, line):
    text = HEAD.replace("title: Case", "title: &long " + "x" * (size // 2)) + "budget:\n  total: CNY 1bn\n  lines:\n"
    return text + numbered(size // 2, "    l@: {amount: CNY 1k, owner: cmo, for: f, " + line + ": *long}\n", "", 19_990)


@kind
def aliases_of_a_long_title(size):
    return by_alias(size, "title")


@kind
def aliases_of_a_long_category(size):
    return by_alias(size, "category")

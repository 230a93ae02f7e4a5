"""Feasibility studies with rows by the thousand, and names that are nearly known."""

from .shared import BUDGET, HEAD, kind, numbered


def study(flows, section, size, row, investment="investment: CNY 1m", before=""):
    """A feasibility study with rows in one of its sections, up to a size."""
    start = HEAD + (BUDGET if "budget:" not in before else "") + before
    start += f"feasibility:\n  start: 2026-01-01\n  {investment}\n  discount_rate: 10%\n  flows: {flows}\n  {section}:\n"
    return numbered(size, row, start)


A_CHAIN = "assumptions:\n  a0: 1000 CNY\n" + "".join(f"  a{i}: {{equals: a{i - 1} + 1 CNY}}\n" for i in range(1, 100))
AN_ASSUMPTION = "assumptions: {a0: 1000 CNY}\n"
# Each row with ends of its own, so that no two rows suppose the same.
SENSITIVITY = "    s@: {driver: a0, low: -0.1@%, high: 0.2@%, result: npv, at_low: CNY 1, at_high: CNY 2}\n"


def flows_from_one_assumption(years):
    return "{" + ", ".join(f"{year}: {{equals: a0 + {year} CNY}}" for year in range(2026, 2026 + years)) + "}"


@kind
def sensitivities(size):
    row = "    s@: {driver: budget.total, low: -10%, high: +10%, result: npv, at_low: CNY 1, at_high: CNY 2}\n"
    return study("{2026: CNY 1m}", "sensitivity", size, row, investment="equals: budget.total")


@kind
def sensitivities_over_a_chain(size):
    return study("{2026: {equals: a99}}", "sensitivity", size, SENSITIVITY, before=A_CHAIN)


@kind
def equal_sensitivities_over_a_chain(size):
    row = SENSITIVITY.replace("0.1@", "1").replace("0.2@", "2")
    return study("{2026: {equals: a99}}", "sensitivity", size, row, before=A_CHAIN)


@kind
def sensitivities_over_many_flows(size):
    return study(flows_from_one_assumption(200), "sensitivity", size, SENSITIVITY, before=AN_ASSUMPTION)


@kind
def sensitivities_of_the_rate_of_return(size):
    row = SENSITIVITY.replace("npv, at_low: CNY 1, at_high: CNY 2", "irr, at_low: 1%, at_high: 2%")
    return study(flows_from_one_assumption(30), "sensitivity", size, row, before=AN_ASSUMPTION)


@kind
def sensitivities_of_lines(size):
    lines = numbered(size // 2, "    l@: {amount: CNY 1k, owner: cmo, for: films}\n", "budget:\n  total: CNY 1bn\n  lines:\n")
    row = "    s@: {driver: budget.l@, low: -10%, high: 10%, result: npv, at_low: CNY 2, at_high: CNY 1}\n"
    return study("{2026: CNY 1m}", "sensitivity", size, row, investment="equals: budget.total", before=lines)


@kind
def sensitivities_beside_many_benefits(size):
    kpis = "kpis: {k: {unit: orders, direction: up, baseline: 1000 orders, kind: activity}}\n"
    benefits = "    b@: {amount: CNY 1k/y, kind: value, driver: k}\n".replace("value", "saving")
    study_so_far = study("{2026: CNY 1m}", "benefits", size // 2, benefits, before=kpis)
    row = SENSITIVITY.replace("driver: a0", "driver: feasibility.benefits.b0")
    return numbered(size, row, study_so_far + "  sensitivity:\n")


@kind
def break_evens_over_a_chain(size):
    row = "    e@: {driver: a0, result: npv, value: CNY 1}\n"
    return study("{2026: {equals: a99}}", "break_even", size, row, before=A_CHAIN)


@kind
def scenarios_over_a_chain(size):
    row = "    c@: {set: {a0: CNY 20@}}\n"
    return study("{2026: {equals: a99}}", "scenarios", size, row, before=A_CHAIN)


@kind
def untested_assumptions(size):
    """A sum of sums of assumptions, each with a range, of which none is tested but the discount rate."""
    terms = 100
    count = size // 62
    assumptions = "".join(f"  a{i}: {{value: {1000 + i} CNY, low: 1 CNY, high: 9999 CNY}}\n" for i in range(count))
    sums = "".join(
        f"  t{j}: {{equals: {' + '.join(f'a{i}' for i in range(j, min(j + terms, count)))}}}\n"
        for j in range(0, count, terms)
    )
    total = " + ".join(f"t{j}" for j in range(0, count, terms))
    row = "    rate@: {driver: feasibility.discount_rate, low: -10%, high: 10%, result: npv}\n"
    before = "assumptions:\n" + assumptions + sums + f"  all: {{equals: {total}}}\n"
    return study("{2026: {equals: all}}", "sensitivity", 1, row, before=before) + row.replace("@", "0")


@kind
def benefits_of_one_driver(size):
    kpis = "kpis: {k: {unit: orders, direction: up, baseline: 1000 orders, kind: activity}}\n"
    return study("{2026: CNY 1m}", "benefits", size, "    b@: {amount: CNY 1k/y, kind: revenue, driver: k}\n", before=kpis)


@kind
def benefits_each_of_its_own_driver(size):
    kpis = numbered(size // 2, "  k@: {unit: orders, direction: up, baseline: 1000 orders, kind: activity}\n", "kpis:\n")
    row = "    b@: {amount: CNY 1k/y, kind: revenue, driver: k@}\n"
    return study("{2026: CNY 1m}", "benefits", size, row, before=kpis)


def misspelt(known, wrong, size, before=HEAD + BUDGET):
    """Half of a plan names things, and the other half others that are nearly called so."""
    return numbered(size, wrong, numbered(size // 2, known, before))


@kind
def misspelt_lines(size):
    line = "    line-number-@: {amount: CNY 1k, owner: cmo, for: films}\n"
    lines = numbered(size // 2, line, HEAD + "budget:\n  total: CNY 1bn\n  lines:\n")
    return numbered(size, "  a@: {equals: budget.lime-number-x@y}\n", lines + "assumptions:\n")


@kind
def misspelt_roles(size):
    head = HEAD.replace("team: {roles: {cmo: Marketing head}}\n", "") + BUDGET + "team:\n  roles:\n    cmo: Head\n"
    roles = numbered(size // 2, "    role-number-@: Head of something\n", head)
    return numbered(size, "  t@: {owner: rule-nomber-x@y, duration: 1d}\n", roles + "tasks:\n")


@kind
def misspelt_tasks(size):
    return misspelt(
        "  task-number-@: {owner: cmo, duration: 1d}\n",
        "  u@: {owner: cmo, duration: 1d, after: [tusk-nomber-x@y]}\n",
        size,
        HEAD + BUDGET + "tasks:\n",
    )


@kind
def misspelt_assumptions(size):
    return misspelt(
        "  assumption-@: 5 CNY\n", "  a@: {equals: asumpton-x@y + 1 CNY}\n", size, HEAD + BUDGET + "assumptions:\n"
    )


@kind
def misspelt_aliases(size):
    return misspelt("  a@: &anchor-number-@ 5 CNY\n", "  b@: *anchur-nomber-x@y\n", size, HEAD + BUDGET + "assumptions:\n")

"""Nouns by the thousand."""

from .shared import BUDGET, HEAD, kind, numbered, repeated


@kind
def lines(size):
    return HEAD + "budget:\n  total: CNY 1bn\n  lines:\n" + numbered(
        size, "    l@: {amount: CNY 1k, owner: cmo, for: films}\n"
    )


@kind
def lines_of_lines(size):
    count = size // 60
    return (
        HEAD
        + "budget:\n  total: CNY 1bn\n  lines:\n    l0: {amount: CNY 1k, owner: cmo, for: films}\n"
        + "".join(f"    l{p}: {{amount: CNY 1k, owner: cmo, for: films, part_of: l{p - 1}}}\n" for p in range(1, count))
    )


@kind
def nested_lines(size):
    return HEAD + "budget:\n  total: CNY 1bn\n  lines: " + repeated("{a: {lines: ", min(size, 300)) + "1" * (size - 300)


@kind
def shares(size):
    return HEAD + "budget:\n  total: CNY 1bn\n  lines:\n" + numbered(
        size, "    l@: {share: 1%, owner: cmo, for: films}\n"
    )


@kind
def lines_phased_by_month(size):
    return (
        HEAD
        + "budget:\n  total: CNY 1bn\n  phasing: {p: 100%}\n  lines:\n"
        + numbered(size, "    l@: {amount: CNY 1k, owner: cmo, for: films, period: 2025}\n")
        + "phases: {p: 2025}\n"
    )


@kind
def phases(size):
    return HEAD + BUDGET + "phases:\n" + numbered(size, "  p@: 2025\n")


@kind
def a_phase_of_ten_thousand_years(size):
    return (
        HEAD.replace("period: 2025", "period: 0001..9999")
        + "budget:\n  total: CNY 1m\n  phasing: {p: 100%}\n  lines:\n"
        + numbered(size, "    l@: {amount: CNY 1k, owner: cmo, for: films}\n")
        + "phases: {p: 0001..9999}\n"
    )


@kind
def milestones(size):
    return HEAD + BUDGET + "milestones:\n" + numbered(size, "  m@: {date: 2025-03-03, owner: cmo, deliverable: a}\n")


@kind
def tasks_in_a_chain(size):
    count = size // 60
    return (
        HEAD
        + BUDGET
        + "tasks:\n  t0: {period: 2025-01-06, owner: cmo}\n"
        + "".join(f"  t{p}: {{duration: 1 d, owner: cmo, after: [t{p - 1}]}}\n" for p in range(1, count))
    )


@kind
def tasks_in_a_chain_backwards(size):
    count = size // 60
    return (
        HEAD
        + BUDGET
        + "tasks:\n"
        + "".join(f"  t{p}: {{duration: 1 d, owner: cmo, after: [t{p + 1}]}}\n" for p in range(count))
        + f"  t{count}: {{period: 2025-01-06, owner: cmo}}\n"
    )


@kind
def tasks_in_a_circle(size):
    count = size // 60
    return (
        HEAD
        + BUDGET
        + "tasks:\n"
        + "".join(f"  t{p}: {{duration: 1 d, owner: cmo, after: [t{(p + 1) % count}]}}\n" for p in range(count))
    )


@kind
def tasks_after_all_before(size):
    count = max(2, int((size / 4) ** 0.5))
    return (
        HEAD
        + BUDGET
        + "tasks:\n"
        + "".join(
            f"  t{p}: {{duration: 1 d, owner: cmo, after: [{', '.join(f't{q}' for q in range(p))}]}}\n"
            for p in range(count)
        )
    )


@kind
def many_after_one_after_many(size):
    count = size // 120
    names = ", ".join(f"a{p}" for p in range(count))
    return (
        HEAD
        + BUDGET
        + "tasks:\n"
        + "".join(f"  a{p}: {{period: 2025-01-06, owner: cmo}}\n" for p in range(count))
        + f"  hub: {{duration: 1 d, owner: cmo, after: [{names}]}}\n"
        + "".join(f"  b{p}: {{duration: 1 d, owner: cmo, after: [hub]}}\n" for p in range(count))
    )


@kind
def long_durations(size):
    return HEAD + BUDGET + "tasks:\n" + numbered(
        size, "  t@: {duration: 999999999 d, owner: cmo}\n"
    )


@kind
def long_working_times(size):
    return HEAD + BUDGET + "tasks:\n" + numbered(
        size, "  t@: {duration: 3000000 wd, owner: cmo}\n"
    )


@kind
def tasks_of_ten_thousand_years(size):
    return HEAD + BUDGET + "tasks:\n" + numbered(size, "  t@: {period: 0001-01-01..9999-12-31, owner: cmo}\n")


@kind
def daily_events_for_ever(size):
    return HEAD.replace("period: 2025", "period: 0001..9999") + BUDGET + "events:\n" + numbered(
        size, "  e@: {kind: review, cadence: daily, owner: cmo}\n"
    )


@kind
def flights_for_ever(size):
    return (
        HEAD.replace("period: 2025", "period: 0001..9999")
        + BUDGET
        + "channels: {c: {side: online, paid_by: films}}\nflights:\n"
        + numbered(size, "  f@: {channel: c, period: 0001..9999, amount: CNY 1}\n")
    )


@kind
def holidays(size):
    return (
        HEAD
        + BUDGET
        + "calendars:\n  c:\n    holidays: ["
        + repeated("2025-01-01, ", size)
        + "2025-01-02]\ncalendar: c\n"
    )


@kind
def adjustments(size):
    return (
        HEAD.replace("period: 2025", "period: 2025\nstatus: approved\napproval: {by: cmo, on: 2025-01-01}")
        + "budget:\n  total: CNY 1bn\n  lines:\n"
        + numbered(size // 2, "    l@: {amount: CNY 1k, owner: cmo, for: films}\n")
        + "adjustments:\n"
        + numbered(
            size // 2,
            "  a@: {date: 2025-02-01, moves: [{from: l@, to: l0, amount: CNY 1}], approved_by: cmo, reason: need}\n",
        )
    )


@kind
def risks(size):
    return HEAD + BUDGET + "risks:\n" + numbered(
        size, "  r@: {title: R, likelihood: 10%, loss: CNY 1k, owner: cmo, response: mitigate}\n"
    )


@kind
def kpis(size):
    return HEAD + BUDGET + "kpis:\n" + numbered(size, "  k@: {unit: CNY, direction: up, baseline: CNY 1m}\n")


@kind
def kpis_of_kpis(size):
    count = size // 60
    return (
        HEAD
        + BUDGET
        + "kpis:\n  k0: {unit: CNY, direction: up, baseline: CNY 1m}\n"
        + "".join(f"  k{p}: {{unit: CNY, direction: up, formula: k{p - 1} + k{p - 1}}}\n" for p in range(1, count))
    )


@kind
def objectives(size):
    return (
        HEAD
        + BUDGET
        + "kpis: {k: {unit: CNY, direction: up, baseline: CNY 1m}}\nobjectives:\n"
        + numbered(size, "  o@: {title: O, kpi: k, target: CNY 2m, due: 2025-12-31, owner: cmo}\n")
    )


@kind
def roles(size):
    return HEAD.replace("{roles: {cmo: Marketing head}}", "") + "  roles:\n    cmo: M\n" + numbered(
        size, "    r@: R\n"
    ) + BUDGET


@kind
def channels(size):
    return HEAD + BUDGET + "channels:\n" + numbered(size, "  c@: {side: online, paid_by: films}\n")


@kind
def evidence(size):
    return HEAD + BUDGET + "evidence:\n" + numbered(size, "  e@: {fact: F, value: @, source: s}\n")


@kind
def equal_facts(size):
    return HEAD + BUDGET + "evidence:\n" + numbered(size, "  e@: {measure: m, value: @, source: s, as_of: 2024}\n")


@kind
def equal_assumptions(size):
    return HEAD + BUDGET + "assumptions:\n" + numbered(size, "  a@: {value: CNY 1m, source: books, as_of: 2024}\n")


@kind
def policies(size):
    policy = "kind: policy\nschema: 1\nid: house\ntitle: H\nowner: cfo\nrules:\n" + numbered(
        size, '  r@: {each: line, require: it <= 50% * budget.total, message: "m", severity: advice}\n'
    )
    return {"plan.yaml": HEAD.replace("owner: cmo", "owner: cmo\npolicy: [house.yaml]") + BUDGET, "house.yaml": policy}


@kind
def policy_rules_over_lines(size):
    policy = "kind: policy\nschema: 1\nid: house\ntitle: H\nowner: cfo\nrules:\n" + numbered(
        size // 2, '  r@: {each: line, require: it <= 50% * budget.total, message: "m", severity: advice}\n'
    )
    return {
        "plan.yaml": HEAD.replace("owner: cmo", "owner: cmo\npolicy: [house.yaml]")
        + "budget:\n  total: CNY 1bn\n  lines:\n"
        + numbered(size // 2, "    l@: {amount: CNY 1k, owner: cmo, for: films}\n"),
        "house.yaml": policy,
    }


@kind
def a_long_policy_rule_over_lines(size):
    condition = " + ".join(["it"] * 240)
    rule = f'  r: {{each: line, require: {condition} < CNY 1, message: "m", severity: advice}}\n'
    return {
        "plan.yaml": HEAD.replace("owner: cmo", "owner: cmo\npolicy: [house.yaml]")
        + "budget:\n  total: CNY 1bn\n  lines:\n"
        + numbered(size, "    l@: {amount: CNY 1k, owner: cmo, for: films}\n", "", 19_990),
        "house.yaml": "kind: policy\nschema: 1\nid: house\ntitle: H\nowner: cfo\nrules:\n" + rule,
    }


@kind
def limits(size):
    return (
        HEAD
        + "budget:\n  total: CNY 1bn\n  lines:\n"
        + numbered(size // 2, "    l@: {amount: CNY 1k, owner: cmo, for: films}\n")
        + "limits:\n"
        + numbered(size // 2, "  c@: {each: line, max: 50%}\n")
    )


@kind
def includes_that_are_not_there(size):
    return HEAD.replace("owner: cmo", "owner: cmo\ninclude: [" + numbered(size, "p@.yaml, ") + "p.yaml]") + BUDGET


@kind
def one_part_again_and_again(size):
    part = "kind: part\nschema: 1\n" + repeated("# filler\n", size // 2)
    names = repeated("p.yaml, ", size // 2)
    return {"plan.yaml": HEAD.replace("owner: cmo", f"owner: cmo\ninclude: [{names} p.yaml]"), "p.yaml": part}


@kind
def portfolio_of_itself(size):
    return (
        HEAD.replace("kind: plan", "kind: portfolio").replace("team: {roles: {cmo: Marketing head}}\n", "")
        + "total: CNY 1m\nplans:\n"
        + numbered(size, "  p@: plan.yaml\n")
    )


# Tables of one noun by another, which `build` writes.


@kind
def duties_by_role(size):
    roles = numbered(size // 2, "    r@: Role\n", "  roles:\n    cmo: Marketing head\n")
    duties = numbered(size // 2, "  d@: {raci: {cmo: A, r@: R}}\n", "duties:\n")
    return HEAD.replace("team: {roles: {cmo: Marketing head}}\n", "team:\n" + roles) + BUDGET + duties


@kind
def stages_by_channel(size):
    stages = numbered(size // 3, "  s@: Stage\n", "journey:\n")
    channels = numbered(2 * size // 3, "  c@: {side: online, paid_by: films, stages: [s@]}\n", "channels:\n")
    return HEAD + BUDGET + stages + channels

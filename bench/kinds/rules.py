"""Nouns by the thousand that rules and figures compare with others by the thousand."""

import datetime

from .shared import BUDGET, HEAD, kind, numbered

MOST = 19_990  # a map of more entries is not read to its end
APPROVED = HEAD.replace("owner: cmo\n", "owner: cmo\nstatus: approved\napproval: {by: cmo, date: 2025-01-01}\n")
CENTURY = HEAD.replace("period: 2025", "period: 2025..2124")
# Makes lint ask for money over time.
SPEND = "claims: {spend: {says: CNY 1, equals: budget.spend.2025-01}}\n"
ADJUSTMENT = (
    "  a@: {kind: adjustment, date: 2025-02-01, moves: [{from: l1, to: l0, amount: CNY 1}],"
    " approved_by: cmo, approved_on: 2025-01-20}\n"
)


def under_a_house(rest, policy, head=HEAD):
    house = "kind: policy\nschema: 1\nid: house\ntitle: H\nowner: cfo\n" + policy
    return {"plan.yaml": head.replace("owner: cmo\n", "owner: cmo\npolicy: [house.yaml]\n") + rest, "house.yaml": house}


def many(size, line, start=""):
    return numbered(size, line, start, MOST)


def lines(size, more=""):
    return many(size, f"    l@: {{amount: CNY 1k, owner: cmo, for: f{more}}}\n", "budget:\n  total: CNY 1bn\n  lines:\n")


def day(number):
    return (datetime.date(2025, 1, 1) + datetime.timedelta(days=number)).isoformat()


# Limits.


@kind
def limits_on_each_line(size):
    return HEAD + lines(size // 2) + many(size // 2, "  c@: {each: line, at_most: 50%}\n", "limits:\n")


@kind
def limits_on_one_line_in_a_month(size):
    children = many(size // 2, "        l@: {amount: CNY 1k, for: f}\n")
    top = "budget:\n  total: CNY 1bn\n  lines:\n    top:\n      owner: cmo\n      lines:\n" + children
    return HEAD + top + many(size // 2, "  c@: {line: top, at_most: CNY 1bn, period: 2025-03}\n", "limits:\n")


@kind
def limits_on_categories(size):
    return HEAD + lines(size // 2, ", category: a") + many(size // 2, "  c@: {category: a, at_most: 90%}\n", "limits:\n")


@kind
def a_limit_on_each_category(size):
    return HEAD + lines(size, ", category: c@") + "limits: {x: {each: category, at_most: 50%}}\n"


@kind
def a_limit_that_each_line_breaks(size):
    return HEAD + lines(size) + "limits: {x: {each: line, at_most: CNY 1}}\n"


@kind
def a_long_limit_that_each_line_breaks(size):
    return HEAD + lines(size // 2) + f"limits:\n  ? {'x' * (size // 2)}\n  : {{each: line, at_most: CNY 1}}\n"


@kind
def limits_on_reserves(size):
    reserves = many(size // 2, "    r@: {amount: CNY 1k, for: market, owner: cmo}\n")
    budget = "budget:\n  total: CNY 1bn\n  lines: {films: {amount: CNY 1m, owner: cmo, for: films}}\n  reserves:\n"
    return HEAD + budget + reserves + many(size // 2, "  c@: {reserve: market, at_least: CNY 1}\n", "limits:\n")


@kind
def limits_on_each_channel(size):
    channels = many(size // 2, "  c@: {side: online, paid_by: films}\n", "channels:\n")
    return HEAD + BUDGET + channels + many(size // 2, "  x@: {each: channel, at_most: 90%}\n", "limits:\n")


@kind
def channels_in_a_chain(size):
    links = "".join(f"  c{i}: {{side: online, parent: c{i - 1}}}\n" for i in range(1, min(size // 40, MOST)))
    return HEAD + BUDGET + "channels:\n  c0: {side: online}\n" + links


@kind
def channels_that_nobody_pays(size):
    return HEAD + BUDGET + many(size, "  c@: {side: online}\n", "channels:\n")


@kind
def lines_that_recur_by_category(size):
    categories = many(size // 2, "  c@: {title: C, recurring: true}\n", "categories:\n")
    return under_a_house(lines(size // 2, ", category: c@"), categories)


# Facts and formulas.


@kind
def facts_of_one_measure(size):
    return HEAD + BUDGET + many(size, "  e@: {measure: m, value: 5, source: s, as_of: 2024}\n", "evidence:\n")


@kind
def facts_that_changed(size):
    fact = "  e@: {measure: m@, value: 5, change: +5%, source: s, as_of: 2024}\n"
    return HEAD + BUDGET + many(size, fact, "evidence:\n")


@kind
def small_circles(size):
    pairs = "  a@: {equals: b@, source: s}\n  b@: {equals: a@, source: s}\n"
    return HEAD + BUDGET + numbered(size, pairs, "assumptions:\n", MOST // 2)


@kind
def shares_that_nothing_uses(size):
    start = "assumptions:\n  m: CNY 5m\n  n: {equals: 5% * m}\n"
    shares = many(size // 3, "  a@: {value: 5%, source: b}\n", start)
    return HEAD + BUDGET + shares + many(2 * size // 3, "  c@: {says: CNY 6m, equals: m + CNY 1m}\n", "claims:\n")


@kind
def claims_of_benefits(size):
    benefits = numbered(size // 10, "    b@: {amount: CNY 1m/y, kind: revenue, driver: k, period: 2025}\n", most=700)
    study = "feasibility:\n  start: 2025-01-01\n  investment: CNY 1m\n  discount_rate: 8%\n  flows: {2025: CNY 1m}\n"
    kpis = "kpis: {k: {unit: CNY, direction: up, baseline: CNY 1m}}\n"
    claims = many(9 * size // 10, "  c@: {says: CNY 1m/y, equals: budget.total / 1 y}\n", "claims:\n")
    return HEAD + BUDGET + kpis + study + "  benefits:\n" + benefits + claims


@kind
def flows_and_benefits(size):
    kpis = many(size // 3, "  k@: {unit: CNY, direction: up, baseline: CNY 1}\n", "kpis:\n")
    study = "feasibility:\n  start: 2025-01-01\n  investment: CNY 1m\n  discount_rate: 8%\n  margin: 50%\n  benefits:\n"
    benefits = many(size // 3, "    b@: {kind: saving, amount: CNY 1k/y, driver: k@}\n")
    flows = "".join(f"    {day(i)}: CNY 10k\n" for i in range(min(MOST, size // 3 // 23)))
    return CENTURY + BUDGET + kpis + study + benefits + "  flows:\n" + flows


@kind
def claims_on_phases(size):
    count = size // 2 // 40
    phases = numbered(10**9, "  p@: 2025\n", "phases:\n", count)
    parts = "".join(f"    p{i}: {100 if i == 0 else 0}%\n" for i in range(count))
    budget = "budget:\n  total: CNY 1m\n  lines: {films: {amount: CNY 1m, owner: cmo, for: films}}\n  phasing:\n"
    claims = "".join(f"  c{i}: {{says: CNY 0, equals: phases.p{1 + i % (count - 1)}}}\n" for i in range(size // 2 // 45))
    return HEAD + phases + budget + parts + "claims:\n" + claims


@kind
def claims_on_a_path(size):
    count = min(MOST, size // 2 // 24)
    path = "".join(f"      {day(i)}: CNY 1\n" for i in range(count))
    kpi = "kpis:\n  k:\n    unit: CNY\n    direction: up\n    baseline: CNY 1\n    path:\n"
    claims = (f"  c{i}: {{says: CNY 1, equals: kpis.k.path.{day(count - 1 - i % count)}}}\n" for i in range(size // 2 // 55))
    return HEAD + BUDGET + kpi + path + "claims:\n" + "".join(claims)


# Time.


@kind
def lines_with_days_of_their_own(size):
    rows = (
        f"    l{i}: {{amount: CNY 1k, owner: cmo, for: films, period: {day(i % 300)}..{day(i % 300 + 1 + i // 300)}}}\n"
        for i in range(size // 80)
    )
    return SPEND + HEAD + "budget:\n  total: CNY 1bn\n  lines:\n" + "".join(rows)


@kind
def phasing_of_a_parent(size):
    count = min(MOST, size // 2 // 34)
    phases = numbered(10**9, "  p@: 2025\n", "phases:\n", count)
    parts = "".join(f"          p{i}: {100 if i == 0 else 0}%\n" for i in range(count))
    top = "budget:\n  total: CNY 1bn\n  lines:\n    top:\n        owner: cmo\n        phasing:\n" + parts
    return SPEND + HEAD + phases + top + many(size // 2, "          l@: {amount: CNY 1k, for: films}\n", "        lines:\n")


@kind
def late_tasks_by_a_calendar_of_centuries(size):
    first = 3001
    decades = [f"{year}-01-01..{year + 9}-12-31" for year in range(first, 9980, 10)][: max(1, size // 2 // 27)]
    tasks = many(size // 2, "  t@: {duration: 3 d, owner: cmo, calendar: c, due: 2025-01-02}\n", "tasks:\n")
    head = HEAD.replace("owner: cmo\n", "owner: cmo\ncalendar: c\nas_of: 2025-11-01\n")
    return under_a_house(BUDGET + tasks, f"calendars:\n  c:\n    holidays: [{', '.join(decades)}]\n", head)


@kind
def holidays_beside_milestones(size):
    days = ", ".join(day(i) for i in range(min(size // 2 // 12, MOST)))
    milestones = many(size // 2, "  m@: {date: 2025-02-03, owner: cmo, deliverable: a, accept: b}\n", "milestones:\n")
    head = HEAD.replace("period: 2025", "period: 2025..2099\ncalendar: c")
    return under_a_house(BUDGET + milestones, f"calendars: {{c: {{holidays: [{days}]}}}}\n", head)


@kind
def a_chain_of_late_tasks(size):
    links = (
        f"  t{i}: {{duration: 1 d, owner: cmo, after: [t{i - 1}], due: 2024-01-01, title: T}}\n"
        for i in range(1, min(size // 65, MOST))
    )
    return HEAD + BUDGET + "tasks:\n  t0: {period: 2025-01-06, owner: cmo, title: T}\n" + "".join(links)


@kind
def milestones_outside_phases(size):
    milestones = many(size // 2, "  m@: {date: 2025-12-03, owner: cmo, deliverable: a}\n", "milestones:\n")
    return HEAD + BUDGET + many(size // 2, "  p@: 2025-01\n", "phases:\n") + milestones


# Adjustments.


@kind
def adjustments_and_what_lines_are_now(size):
    return APPROVED + lines(size // 2, ", now: CNY 5k") + many(size // 2, ADJUSTMENT, "adjustments:\n")


@kind
def moves_of_one_adjustment(size):
    start = "adjustments:\n  a:\n    kind: adjustment\n    date: 2025-02-01\n    approved_by: cmo\n"
    moves = many(size, "      - {from: l1, to: l0, amount: CNY 1}\n", start + "    approved_on: 2025-01-20\n    moves:\n")
    return APPROVED + lines(1000) + moves


@kind
def adjustments_by_many_approvals(size):
    rows = many(size // 2, "  - {up_to: CNY 1, by: [boss]}\n", "approvals:\n")
    return under_a_house(lines(1000) + many(size // 2, ADJUSTMENT, "adjustments:\n"), rows, APPROVED)


# Texts, comments and policies.


@kind
def texts_in_many_languages(size):
    texts = many(size // 2, "    - a text of mine\n", BUDGET + "scope:\n  in:\n")
    return under_a_house(texts, "required:\n  languages: [" + many(size // 2, "l@x, ") + "en]\n")


@kind
def words_to_avoid_in_texts(size):
    words = many(size // 2, "  w@: {meaning: m@, avoid: [q@z]}\n", "glossary:\n")
    return HEAD + BUDGET + words + many(size // 2, "    - a text that speaks of things\n", "scope:\n  in:\n")


@kind
def words_to_avoid_in_one_text(size):
    words = many(size // 2, "  w@: {meaning: m@, avoid: [q@z]}\n", "glossary:\n")
    return HEAD + BUDGET + words + "chapters: {c: {text: " + "word q1 " * (size // 2 // 8) + "}}\n"


@kind
def comments_of_unknown_codes(size):
    return HEAD + BUDGET + "# marplan: ignore" + " X999" * (size // 5) + "\n"


@kind
def comments_beside_findings(size):
    return HEAD + many(size, "    l@: {amount: CNY 1k}  # marplan: ignore B301\n", "budget:\n  total: CNY 1bn\n  lines:\n")


@kind
def comments_of_house_rules(size):
    rules = many(size // 2, "  r@: {each: line, require: it <= 50% * budget.total, message: m, good: g, bad: b}\n", "rules:\n")
    return under_a_house(BUDGET + numbered(size // 2, "# marplan: ignore house/r@x because\n"), rules)


@kind
def layers_of_policies(size):
    files, each = {}, min(1000, max(1, size // 66))
    count = max(1, size // 66_000)
    for layer in range(count):
        more = f"extends: f{layer + 1}.yaml\n" if layer + 1 < count else ""
        head = f"---\nkind: policy\nschema: 1\nid: p{layer}-@\ntitle: B\nowner: cfo\n{more}"
        files[f"f{layer}.yaml"] = numbered(10**9, head, most=each)
    files["plan.yaml"] = HEAD.replace("owner: cmo\n", "owner: cmo\npolicy: f0.yaml\n") + BUDGET
    return files


@kind
def policies_restated(size):
    base = "kind: policy\nschema: 1\nid: base\ntitle: B\nowner: cfo\nlimits:\n"
    base = many(size // 2, "  l@: {each: line, at_most: 50%}\n", base)
    plan = HEAD.replace("owner: cmo\n", "owner: cmo\npolicy: house.yaml\n") + BUDGET
    return {"plan.yaml": plan, "base.yaml": base, "house.yaml": base.replace("id: base", "id: house\nextends: base.yaml")}


# What is named in many sections.


@kind
def segments_of_many_dimensions(size):
    count = size // 2 // 45
    dimensions = numbered(10**9, "  d@: {partition: false, parts: {s@: {title: S, share: 1%}}}\n", "segments:\n", count)
    named = ", ".join(f"s{count - place}" for place in range(1, 5))
    return HEAD + BUDGET + dimensions + many(size // 2, f"  c@: {{side: online, paid_by: films, segments: [{named}]}}\n", "channels:\n")


@kind
def actions_of_many_risks(size):
    count = size // 170
    named = ", ".join(f"x{count - place}" for place in range(1, 5))
    action = f"actions: {{x@: {{duration: 1 d, owner: cmo, after: [{named}]}}}}"
    risk = "  r@: {title: R, category: c, owner: cmo, response: mitigate, " + action + "}\n"
    return HEAD + BUDGET + numbered(10**9, risk, "risks:\n", count)


@kind
def partners_of_many_channels(size):
    channels = many(size // 2, "  c@: {side: online, amount: CNY 1}\n", "channels:\n")
    partner = "  p@: {title: P, kind: agency, paid_by: films, provides: c@}\n"
    return HEAD + BUDGET + channels + many(size // 2, partner, "partners:\n")

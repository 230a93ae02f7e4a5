"""What the figures of a plan are, before anything is written."""

import datetime
from fractions import Fraction

from .figures import Returns, agrees, date_text, days, decimal, split
from .words import KPIS, LINES, ROLES, WORDS
from .writer import Folded, Writer

# A share that contradicts its amount, a change that base and target do not give, a milestone without an owner.
FINDINGS = ("B307", "F911", "T606")


class NoPlace(Exception):
    """The figures drawn leave no place for a finding that was asked for."""


class Plan:
    """One plan in the making. `scale` repeats its body under numbered regions, so that it may grow at will."""

    def __init__(self, r, number, scale=1, findings=False):
        self.r, self.number, self.scale, self.findings = r, number, scale, findings
        self.language = r.choices(["zh-Hans", "zh-Hant", "en"], [6, 1, 4])[0]
        self.words = WORDS[self.language]
        self.chinese = self.language != "en"
        self.currency = "CNY" if self.chinese else r.choice(["CNY", "CNY", "USD", "EUR"])
        self.year = r.choice([2025, 2026, 2027])
        self.first, self.last = datetime.date(self.year, 1, 1), datetime.date(self.year, 12, 31)
        self.out = Writer(r, self.words["comment"])
        self.claims, self.needed, self.used = [], set(), {"cmo"}
        self.wanted = set(FINDINGS) if findings else set()

    # Ten thousands (万) are the working unit of budgets: whole numbers of them print exactly in every form.

    def money(self, wan, inside=False, yearly=False):
        wan, r = Fraction(wan), self.r
        if self.chinese:
            ten_thousand, hundred_million = ("萬元", "億元") if self.language == "zh-Hant" else ("万元", "亿元")
            if wan >= 10000 and (wan * 1000 / 10000).denominator == 1 and r.random() < 0.7:
                text = decimal(wan / 10000, 3) + hundred_million
            else:
                text = decimal(wan, 4, commas=not inside and r.random() < 0.5) + ten_thousand
            return text + ("/年" if yearly else "")
        if inside or r.random() < 0.4:
            text = f"{self.currency} {decimal(wan / 100, 6)}m"
        else:
            text = f"{self.currency} {decimal(wan * 10000, 2, commas=True)}"
        return text + ("/y" if yearly else "")

    def small_money(self, units):
        """Money below a budget's size, in whole currency units."""
        return f"{units}元" if self.chinese else f"{self.currency} {units}"

    def percent(self, value, places):
        return decimal(value * 100, places) + "%"

    def sentence(self):
        r, w = self.r, self.words
        topic = r.choice(w["topics"])
        return (topic if self.chinese else topic.capitalize() + " ") + r.choice(w["acts"])

    def note(self):
        """A text in one of the ways YAML writes them; None more often than not."""
        k, w = self.r.random(), self.words
        if k < 0.06:
            return Folded(">-", [self.sentence() + w["joins"][1].rstrip(), self.sentence() + w["joins"][2].rstrip()])
        if k < 0.09:
            return Folded("|", [self.sentence() + w["joins"][0].rstrip(), self.sentence() + w["joins"][2].rstrip()])
        if k < 0.15:
            return "'" + self.sentence() + "'"
        if k < 0.2:
            return '"' + self.sentence() + self.words["joins"][0] + self.sentence() + '"'
        return self.sentence() if k < 0.3 else None

    def titled(self, text, other):
        """A text in the plan's language, sometimes in two."""
        if self.r.random() < 0.12:
            return {"en": other, self.language: text} if self.chinese else {"en": text, "zh-Hans": other}
        return text

    def role(self):
        role = self.r.choice(ROLES)
        self.used.add(role)
        return role

    def key(self, name, region):
        return name if region == 0 else f"{name}-{region + 1}"

    def section(self, name):
        self.out.lines.append("")
        if self.r.random() < 0.2:
            self.out.line(0, f"# {self.sentence()}")
        self.out.line(0, f"{name}:")

    def claim(self, key, says, equals=None, needed=False):
        """A claim the plan may make; one that is needed is always made, for nothing else uses what it speaks of."""
        self.claims.append((key, {"says": says, "equals": equals}))
        if needed:
            self.needed.add(key)

    def plan_budget(self):
        r = self.r
        self.total = r.randrange(20, 220) * 100 * self.scale
        self.reserves = [("elastic", r.choice([5, 8, 10])), ("response", r.choice([2, 4, 5]))][: r.choice([1, 2])]
        self.reserved = sum(self.total * share // 100 for _, share in self.reserves)
        regions = split(r, self.total - self.reserved, self.scale, 10)
        self.regions = [self.plan_lines(region, amount) for region, amount in enumerate(regions)]
        self.leaves = [leaf for region in self.regions for top in region for leaf in top["children"]]

    def plan_lines(self, region, amount):
        """The top lines of one region: people by heads and cost, the others by split."""
        r = self.r
        heads, each = r.randrange(4, 30), r.choice([18, 24, 28, 32, 36, 45])
        while heads * each > amount * 3 // 10:
            heads = max(1, heads - 1)
            if heads == 1:
                each = max(1, amount // 10)
                break
        people = dict(id=self.key("people", region), amount=heads * each, heads=heads, each=each, children=[])
        kinds = r.sample(LINES, r.choice([2, 3]))
        lines = [people]
        for (name, children), part in zip(kinds, split(r, amount - people["amount"], len(kinds))):
            children = [] if r.random() < 0.2 else [self.key(c, region) for c in children]
            parts = split(r, part, len(children)) if children else []
            lines.append(dict(id=self.key(name, region), amount=part, children=list(zip(children, parts))))
        return lines

    def plan_kpis(self):
        r = self.r
        self.kpis, self.objectives = [], []
        for region in range(self.scale):
            chosen = r.sample(KPIS, 4)
            if not any(form == "percent" for _, _, form, *_ in chosen):
                chosen[0] = KPIS[0]
            if not any(form in ("money", "per-head", "ratio") for _, _, form, *_ in chosen):
                place = next(i for i, (_, _, form, *_) in enumerate(chosen) if form != "percent")
                chosen[place] = next(kpi for kpi in KPIS if kpi[2] == "money")
            for name, direction, form, bounds, *titles in chosen:
                self.kpis.append(self.plan_kpi(self.key(name, region), region, direction, form, bounds, titles))

    def plan_kpi(self, key, region, direction, form, bounds, titles):
        """A KPI's unit, baseline, target and the change between them, as text and as fractions."""
        r, zh = self.r, self.chinese
        sign = 1 if direction == "up" else -1
        kpi = dict(
            id=key,
            direction=direction,
            form=form,
            share_of=None,
            formula=None,
            region=region,
            title=titles[0 if not zh else 1 if self.language == "zh-Hans" else 2],
            other=titles[1 if not zh else 0],
        )
        while True:
            base, step = Fraction(r.randrange(*bounds)), r.randrange(10, 45)
            relative = Fraction(sign * step, 100)
            if form in ("percent", "share-points"):
                base /= 1000
                target = base * (1 + relative)
                show, unit = (lambda v: self.percent(v, 1)), "%"
                kpi["share_of"] = self.words["share"]
            elif form == "money":
                base, target = base * 10, base * 10 * (1 + relative)
                show, unit = (lambda v: self.small_money(decimal(v, 0))), self.currency
            elif form == "per-head":
                target = base * (1 + relative)
                unit = self.currency + ("/人" if zh else "/customer")
                show = lambda v: self.small_money(decimal(v, 0)) + ("/人" if zh else "/customer")
                kpi["formula"] = f"spend / {self.key('new-customers', region)}"
            elif form == "ratio":
                base, target = base / 10, base / 10 * (1 + relative)
                ones = r.random() < 0.5
                show, unit = (lambda v: ("1:" if ones else "") + decimal(v, 1) + ("" if ones else "x")), "x"
            elif form == "points":
                target = base + step
                show, unit = (lambda v: decimal(v, 0) + ("分" if zh else " points")), "points"
            elif form == "hours":
                target = base * (1 + relative)
                show, unit = (
                    (lambda v: decimal(v, 0) + ({"zh-Hans": "小时", "zh-Hant": "小時", "en": "h"}[self.language])),
                    "h",
                )
            else:
                target = base * r.choice([2, 3])
                magnitude = "万" if self.language == "zh-Hans" else "萬"
                show = lambda v: decimal(v, 1) + magnitude + "人" if zh else decimal(v * 10, 0) + "k users"
                unit = "人" if zh else "users"
            middle = (base + target) / 2
            text = show(target)
            shown = self.figure_shown(form, target)
            change, value = self.change_between(form, base, shown, relative, show, step)
            if change is not None and base != shown:
                break
        kpi.update(
            unit=unit,
            baseline=show(base),
            target=text,
            middle=show(middle),
            change=change,
            value=value,
            base=base,
            goal=shown,
            limit=show(base * (1 - Fraction(sign, 4))),
        )
        return kpi

    def figure_shown(self, form, target):
        """The target as its text says it, which is what a stated change must agree with."""
        places = {
            "percent": 3,
            "share-points": 3,
            "money": 0,
            "per-head": 0,
            "ratio": 1,
            "points": 0,
            "hours": 0,
            "count": 1,
        }
        return Fraction(decimal(target, places[form]))

    def change_between(self, form, base, goal, relative, show, step):
        """The change as text, None where no short text agrees, and its value where it is a percentage."""
        if form == "share-points":
            return f"{'+' if goal > base else ''}{decimal((goal - base) * 100, 1)}pp", None
        if form == "points":
            return f"+{step}" + ("分" if self.chinese else " points"), None
        if form == "hours" and self.r.random() < 0.5:
            return f"{show(base)}→{show(goal)}", None
        if form == "count":
            return f"{decimal(goal / base, 1)}x", None
        exact = (goal - base) / base
        text = decimal(relative * 100, 0)
        if not agrees(text, exact * 100):
            return None, None
        return ("+" if relative > 0 else "") + text + "%", relative

    def plan_phases(self):
        """Contiguous phases; the regions after the first run on tracks of their own."""
        r = self.r
        self.phases = []
        for region in range(self.scale):
            names = ["pilot", "rollout", "evaluate"]
            lengths = [0]
            while min(lengths) < 45:
                months = sorted(r.sample(range(2, 12), len(names) - 1))
                starts = [self.first] + [datetime.date(self.year, m, r.choice([1, 1, 16])) for m in months]
                ends = [s - days(1) for s in starts[1:]] + [self.last]
                lengths = [(end - start).days for start, end in zip(starts, ends)]
            for name, start, end in zip(names, starts, ends):
                self.phases.append(dict(id=self.key(name, region), kind=name, region=region, start=start, end=end))
        main = [p for p in self.phases if p["region"] == 0]
        for phase, share in zip(main, split(r, 20, len(main))):
            phase["share"] = share * 5
        spare = list(self.leaves)
        r.shuffle(spare)
        for phase in self.phases:
            phase["pays"] = spare.pop()[0] if spare and r.random() < 0.6 else None
        self.paying = {phase["pays"] for phase in self.phases}

    def period(self, start, end):
        """A period in the shortest or in a longer form."""
        quarter = (start.month - 1) // 3 + 1
        ends_month = (end + days(1)).day == 1
        if start.day == 1 and ends_month:
            if start.month % 3 == 1 and end.month == start.month + 2:
                return (
                    f"{start.year}Q{quarter}"
                    if self.r.random() < 0.8
                    else f"{start.year}-{start.month:02d}..{end.year}-{end.month:02d}"
                )
            if start.month == end.month:
                return f"{start.year}-{start.month:02d}"
            return f"{start.year}-{start.month:02d}..{end.year}-{end.month:02d}"
        return f"{date_text(start)}..{date_text(end)}"

    def plan_returns(self):
        """Benefits that yield the flows: revenue times margin plus savings less operating cost, for three years."""
        r = self.r
        self.rate = Fraction(r.choice([6, 7, 8, 9, 10]), 100)
        self.margin = Fraction(r.choice([20, 25, 30, 40]), 100)
        self.operating_share = r.choice([10, 12, 15, 18])
        self.operating = self.total * self.operating_share // 100
        percents = [k for k in self.kpis if k["value"] and k["direction"] == "up" and k["form"] == "percent"]
        self.lever = percents[0] if percents and not self.findings else None
        gain = self.lever["value"] if self.lever else Fraction(r.choice([8, 10, 12]), 100)
        self.drivers = [k["id"] for k in self.kpis if k["form"] != "per-head" and k is not self.lever]
        self.years = [self.year, self.year + 1, self.year + 2]
        wanted = self.total * r.randrange(48, 90) // 100
        self.saving = r.randrange(10, 30) * self.total // 10000 * 100 + 100
        self.revenue = int((wanted + self.operating - self.saving) / (self.margin * gain)) // 100 * 100 + 100
        self.gain = gain * self.revenue
        self.later = r.randrange(0, 4) * self.total // 1000 * 100 if len(self.drivers) > (1 if self.lever else 2) else 0
        first = self.margin * self.gain + self.saving - self.operating
        self.flows = [first, first + self.later, first + self.later]
        self.returns = Returns(self.total, self.flows, self.rate)

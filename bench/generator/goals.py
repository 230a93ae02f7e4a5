"""Assumptions, KPIs and objectives."""

import datetime
from fractions import Fraction

from .figures import date_text, decimal
from .plan import NoPlace, Plan


class Goals(Plan):
    """Assumptions, KPIs and objectives."""

    def source(self):
        return self.r.choice(self.words["sources"])

    def assumptions(self):
        r, out = self.r, self.out
        self.section("assumptions")
        before = self.year - 1
        out.noun(
            1,
            "annual-revenue",
            {
                "value": self.money(self.revenue, inside=True),
                "direction": "up",
                "source": self.source(),
                "as_of": before,
                "confidence": r.choice(["low", "medium", "high"]),
            },
        )
        out.noun(
            1,
            "gross-margin",
            {
                "value": self.percent(self.margin, 0),
                "of": "annual-revenue",
                "direction": "up",
                "source": self.source(),
                "as_of": before,
                "note": self.note(),
            },
        )
        growth = Fraction(r.randrange(2, 9), 100)
        tested = r.random() < 0.5
        out.noun(
            1,
            "market-growth",
            {
                "value": self.percent(growth, 0),
                "low": self.percent(growth - Fraction(1, 100), 0) if tested else None,
                "high": self.percent(growth + Fraction(2, 100), 0) if tested else None,
                "of": "annual-revenue",
                "direction": "up",
                "source": self.source(),
                "as_of": before,
            },
        )
        if r.random() < 0.5:
            self.next_year(growth)
        else:
            self.claim(
                "next-year",
                self.money(self.revenue * (1 + growth), inside=True),
                "annual-revenue * (1 + market-growth)",
                needed=True,
            )
        profit = self.money(self.revenue * self.margin, inside=True)
        self.claim("gross-profit", profit, "annual-revenue * gross-margin", needed=True)
        for region, lines in enumerate(self.regions):
            people = lines[0]
            out.noun(
                1,
                self.key("cost-per-head", region),
                {
                    "value": self.per_head(people["each"]),
                    "direction": "down",
                    "source": self.source(),
                    "as_of": before,
                    "note": self.note(),
                },
            )

    def next_year(self, growth):
        next_revenue = self.revenue * (1 + growth)
        self.out.noun(
            1,
            "revenue-next-year",
            {
                "value": self.money(next_revenue, inside=True),
                "equals": "annual-revenue * (1 + market-growth)",
                "source": self.source(),
                "as_of": self.year - 1,
            },
        )
        market = "+" + self.percent(growth, 0)
        self.claim("market", market, "growth(revenue-next-year, annual-revenue)", needed=True)

    def per_head(self, wan):
        if self.chinese:
            return f"{wan}{'萬元' if self.language == 'zh-Hant' else '万元'}/人·年"
        return f"{self.currency} {decimal(Fraction(wan * 10), 1)}k/person·y"

    def write_kpis(self):
        r, out = self.r, self.out
        self.section("kpis")
        natures = {"money": "financial", "per-head": "financial", "ratio": "financial", "hours": "process"}
        for kpi in self.kpis:
            path = {f"{self.year}Q2": kpi["middle"], f"{self.year}Q4": kpi["target"]} if r.random() < 0.6 else None
            out.noun(
                1,
                kpi["id"],
                {
                    "title": self.titled(kpi["title"], kpi["other"]),
                    "unit": kpi["unit"],
                    "formula": kpi["formula"],
                    "share_of": kpi["share_of"],
                    "direction": kpi["direction"],
                    "baseline": kpi["baseline"],
                    "as_of": self.year - 1,
                    "path": path,
                    "limit": kpi["limit"],
                    "cadence": r.choice(["weekly", "monthly", "quarterly"]),
                    "source": self.source(),
                    "owner": self.role(),
                    "nature": natures.get(kpi["form"], "customer"),
                },
            )
            if kpi["formula"]:
                out.noun(
                    1,
                    self.key("new-customers", kpi["region"]),
                    {
                        "unit": "人" if self.chinese else "customers",
                        "direction": "up",
                        "cadence": "weekly",
                        "source": self.source(),
                        "owner": self.role(),
                        "kind": "activity",
                    },
                )

    def write_objectives(self):
        r, out, w = self.r, self.out, self.words
        self.section("objectives")
        number = 0
        for kpi in self.kpis:
            number += 1
            key, change, title = self.key(f"goal-{kpi['id']}", 0), kpi["change"], None
            if "F911" in self.wanted and kpi["value"]:
                change = f"{'+' if kpi['value'] > 0 else '-'}{decimal(abs(kpi['value']) * 100 + 11, 0)}%"
                title = w["plain"].format(name=kpi["title"])
                self.wanted.discard("F911")
            elif kpi["value"]:
                title = w[kpi["direction"]].format(name=kpi["title"], figure=decimal(abs(kpi["value"]) * 100, 0) + "%")
                if r.random() < 0.3:
                    self.claim(f"{kpi['id']}-change", change, f"objectives.{key}.change")
            else:
                title = w["plain"].format(name=kpi["title"])
                if r.random() < 0.35:
                    change = None
            due = datetime.date(self.year, r.choice([9, 10, 11, 12]), r.choice([15, 28, 30]))
            out.noun(
                1,
                key,
                {
                    "title": title,
                    "kpi": kpi["id"],
                    "target": kpi["target"],
                    "change": change,
                    "due": date_text(due),
                    "owner": self.role(),
                    "note": self.note(),
                },
            )
            if kpi["form"] in ("money", "per-head") and r.random() < 0.5:
                per = ("/人" if self.chinese else "/customer") if kpi["form"] == "per-head" else ""
                big, small = ("target", "baseline") if kpi["direction"] == "up" else ("baseline", "target")
                self.claim(
                    f"{kpi['id']}-step",
                    self.small_money(decimal(abs(kpi["goal"] - kpi["base"]), 0)) + per,
                    f"{kpi['id']}.{big} - {kpi['id']}.{small}",
                )
        if "F911" in self.wanted:
            raise NoPlace("no objective to spoil")
        self.claim(
            "goals",
            f"{number}个" if self.language == "zh-Hans" else f"{number}個" if self.chinese else f"{number} goals",
            "count(objectives)",
        )

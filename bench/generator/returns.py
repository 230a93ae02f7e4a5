"""Flows, benefits, sensitivity, scenarios, and the claims that speak of them."""

from fractions import Fraction

from .figures import Returns, date_text, decimal
from .plan import Plan


class Feasibility(Plan):
    """Flows, benefits, sensitivity, scenarios, and the claims that speak of them."""

    def write_feasibility(self):
        out = self.out
        self.section("feasibility")
        out.line(1, f"start: {date_text(self.first)}")
        out.line(1, "equals: budget.total")
        out.line(1, "flows:")
        for year, flow in zip(self.years, self.flows):
            out.line(2, f"{year}: {self.money(flow)}")
        out.line(1, "net_of: [operating, cost_of_goods, payroll]")
        out.line(1, f"discount_rate: {self.percent(self.rate, 0)}")
        out.line(1, "definitions: {roi: net, payback_from: start, timing: period_end}")
        out.line(1, f"margin: {self.percent(self.margin, 0)}")
        self.write_benefits()
        self.write_sensitivity()
        self.claim_returns()

    def write_benefits(self):
        out, years, drivers = self.out, self.years, list(self.drivers)
        out.line(1, "benefits:")
        gain = f"objectives.goal-{self.lever['id']}.change" if self.lever else self.percent(self.gain / self.revenue, 0)
        out.noun(
            2,
            "more-sales",
            {
                "amount": self.money(self.gain, inside=True, yearly=True),
                "equals": f"{gain} * annual-revenue / 1y",
                "kind": "revenue",
                "driver": self.lever["id"] if self.lever else drivers.pop(0),
            },
        )
        out.noun(
            2,
            "less-waste",
            {"amount": self.money(self.saving, inside=True, yearly=True), "kind": "saving", "driver": drivers.pop(0)},
        )
        if self.later:
            out.noun(
                2,
                "later-saving",
                {
                    "amount": self.money(self.later, inside=True, yearly=True),
                    "kind": "saving",
                    "driver": drivers.pop(0),
                    "period": f"{years[1]}..{years[2]}",
                },
            )

    def write_sensitivity(self):
        """A line, which a saving improves, and revenue, which growth improves: both worked out, not guessed."""
        out, returns = self.out, self.returns
        lines = [line for region in self.regions for line in region]
        biggest = max(lines, key=lambda line: line["amount"])
        fifth = Fraction(biggest["amount"], 5)
        # Operating cost is a share of the total and off the flows.
        running = fifth * self.operating_share / 100
        cheap = Returns(self.total - fifth, [flow + running for flow in self.flows], self.rate)
        dear = Returns(self.total + fifth, [flow - running for flow in self.flows], self.rate)
        out.line(1, "sensitivity:")
        both = cheap.payback is not None and dear.payback is not None
        if both:
            out.noun(
                2,
                biggest["id"],
                {
                    "driver": f"budget.{biggest['id']}",
                    "result": "payback",
                    "low": "-20%",
                    "high": "+20%",
                    "at_low": self.years_text(cheap.payback),
                    "at_base": self.years_text(returns.payback),
                    "at_high": self.years_text(dear.payback),
                },
            )
        if not both or self.r.random() < 0.5:
            self.write_sales_row()
        for line in lines:
            if line is not biggest:
                self.write_open_row(line["id"], f"budget.{line['id']}")
        self.write_open_row("more", self.lever["id"] if self.lever else "feasibility.benefits.more-sales")
        self.write_open_row("waste", "feasibility.benefits.less-waste")
        if self.later:
            self.write_open_row("later", "feasibility.benefits.later-saving")
        if self.r.random() < 0.5:
            self.write_scenarios()

    def write_open_row(self, key, driver):
        """A row whose ends are left to the program."""
        self.out.noun(2, key, {"driver": driver, "result": "payback", "low": "-20%", "high": "+20%"})

    def write_sales_row(self):
        out, returns = self.out, self.returns
        swing = self.margin * self.gain / 5
        worse = Returns(self.total, [f - swing for f in self.flows], self.rate)
        better = Returns(self.total, [f + swing for f in self.flows], self.rate)
        out.noun(
            2,
            "sales",
            {
                "driver": "annual-revenue",
                "result": "roi_net",
                "low": "-20%",
                "high": "+20%",
                "at_low": self.percent(worse.roi_net, 0),
                "at_base": self.percent(returns.roi_net, 0),
                "at_high": self.percent(better.roi_net, 0),
            },
        )

    def write_scenarios(self):
        out = self.out
        out.line(1, "scenarios:")
        out.noun(
            2,
            "pessimistic",
            {"set": {"annual-revenue": self.money(self.revenue * 8 // 10, inside=True)}, "likelihood": "30%"},
        )
        out.noun(2, "expected", {"set": {"annual-revenue": self.money(self.revenue, inside=True)}, "likelihood": "70%"})

    def years_text(self, value):
        return decimal(value, 2) + ("年" if self.chinese else "y")

    def claim_returns(self):
        r, returns, years = self.r, self.returns, self.years
        whole = sum(self.flows)
        self.claim("payback", self.years_text(returns.payback), "feasibility.payback")
        self.claim("discounted", self.years_text(returns.discounted_payback), "feasibility.discounted_payback")
        self.claim("npv", self.money(Fraction(decimal(returns.npv, 0)), inside=True), "feasibility.npv")
        self.claim("irr", self.percent(returns.irr(), 1), "feasibility.irr")
        self.claim("roi", self.percent(returns.roi_net, 0), "feasibility.roi")
        self.claim("roi-gross", decimal(returns.roi_gross, 2) + "x", "feasibility.roi_gross")
        self.claim(
            "first-two",
            self.money(self.flows[0] + self.flows[1], inside=True),
            f"feasibility.flows.{years[0]} + feasibility.flows.{years[1]}",
        )
        over = "over" if not self.chinese else r.choice(["超", "≥"])
        floor = whole - Fraction(r.randrange(1, 50))
        self.claim(
            "all-years",
            over + (" " if over == "over" else "") + self.money(floor, inside=True),
            "sum(feasibility.flows)",
        )
        self.claim(
            "present", self.money(Fraction(decimal(returns.present[1], 0)), inside=True), f"feasibility.pv.{years[1]}"
        )
        tenth = Returns(self.total, self.flows, Fraction(1, 10))
        if tenth.npv > 0:
            self.claim(
                "npv-at-ten",
                ("约" if self.language == "zh-Hans" else "約" if self.chinese else "about ")
                + self.money(Fraction(decimal(tenth.npv, 0)), inside=True),
                "npv(feasibility.flows, 10%, budget.total)",
            )
        self.claims.append(
            ("worth-it", {"holds": f"feasibility.npv > 0 and feasibility.irr > {self.percent(self.rate, 0)}"})
        )
        self.claims.append(("in-time", {"holds": "feasibility.payback < 3y and not feasibility.roi_gross < 1"}))

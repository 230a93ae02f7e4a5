"""The budget and its limits."""

from fractions import Fraction

from .figures import split
from .plan import Plan
from .writer import flowing


class Money(Plan):
    """The budget and its limits."""

    def write_budget(self):
        r, out = self.r, self.out
        self.section("budget")
        out.line(1, f"total: {self.money(self.total)}", comment=0.4)
        out.line(1, f"tax: {r.choice(['net', 'net', 'gross'])}")
        out.line(1, "lines:")
        if self.scale == 1:
            for line in self.regions[0]:
                self.write_line(2, line, self.total)
        else:
            for region, lines in enumerate(self.regions):
                amount = sum(line["amount"] for line in lines)
                out.line(2, f"region-{region + 1}:")
                out.line(3, f"amount: {self.money(amount)}")
                out.line(3, f"owner: {self.role()}")
                out.line(3, "lines:")
                for line in lines:
                    self.write_line(4, line, amount)
        out.line(1, "reserves:")
        for name, share in self.reserves:
            out.noun(2, name, {"share": f"{share}%", "of": "budget.total", "for": "any", "owner": "cmo"})
        out.line(1, "operating:")
        out.line(2, f"amount: {self.money(self.operating, yearly=True)}")
        out.line(2, f"equals: {self.operating_share}% * budget.total / 1y")
        out.line(2, "lines:")
        for name, part in zip(["cloud", "support", "refresh"], split(r, self.operating, r.choice([2, 3]))):
            out.line(3, f"{name}: {self.money(part, yearly=True)}", comment=0.1)
        main = [p for p in self.phases if p["region"] == 0]
        out.line(1, "phasing: " + flowing({p["id"]: f"{p['share']}%" for p in main}))
        self.claim("reserved", self.money(self.reserved, inside=True), "budget.reserved")
        self.claim("to-spend", self.money(self.total - self.reserved, inside=True), "budget.total - budget.reserved")
        self.claim(
            "spent-first",
            self.money(self.total * main[0]["share"] / Fraction(100), inside=True),
            f"phases.{main[0]['id']}",
        )

    def write_line(self, depth, line, whole):
        r, out = self.r, self.out
        share = Fraction(line["amount"], whole)
        places = r.choice([0, 1, 1, 2]) if share > Fraction(3, 100) else 2
        stated = self.percent(share, places) if r.random() < 0.7 or "B307" in self.wanted else None
        if "B307" in self.wanted and "heads" not in line:
            stated = self.percent(share + Fraction(7, 100), places)
            self.wanted.discard("B307")
        equals = None
        region = line["id"].removeprefix("people").removeprefix("-")
        if "heads" in line:
            heads = f"{line['heads']}人" if self.chinese else f"{line['heads']} persons"
            equals = f"{heads} * {'cost-per-head' + ('-' + region if region else '')} * 1y"
        fields = {
            "amount": self.money(line["amount"], inside=not line["children"]),
            "equals": equals,
            "share": stated,
            "owner": self.role(),
            "for": None if line["children"] else self.sentence(),
        }
        if not line["children"]:
            out.noun(depth, line["id"], fields)
            return
        out.noun(depth, line["id"], fields, flow=False)
        out.line(depth + 1, "lines:")
        for name, amount in line["children"]:
            if name in self.paying:
                out.line(depth + 2, f"{name}: {self.money(amount)}", comment=0.1)
            else:
                out.noun(depth + 2, name, {"amount": self.money(amount, inside=True), "for": self.sentence()})
        if r.random() < 0.4:
            first, second = line["children"][:2]
            self.claim(
                f"{line['id']}-pair",
                self.money(first[1] + second[1], inside=True),
                f"budget.{first[0]} + budget.{second[0]}",
            )
        if r.random() < 0.6:
            share = Fraction(line["amount"], self.total)
            self.claim(f"{line['id']}-part", self.percent(share, 2), f"budget.{line['id']} / budget.total")

    def write_limits(self):
        out, r = self.out, self.r
        self.section("limits")
        for region, lines in enumerate(self.regions):
            biggest = max(lines, key=lambda line: line["amount"])
            share = Fraction(biggest["amount"], self.total)
            out.noun(
                1,
                self.key("biggest-line", region),
                {"line": biggest["id"], "at_most": self.percent(share + Fraction(r.randrange(3, 15), 100), 0)},
            )
            out.noun(
                1,
                self.key("people-floor", region),
                {
                    "line": lines[0]["id"],
                    "at_least": self.money(lines[0]["amount"] * 9 // 10 or 1, inside=True),
                    "note": self.note(),
                },
            )
            self.claims.append(
                (
                    self.key("within-cap", region),
                    {"holds": f"budget.{biggest['id']} <= {self.percent(share + Fraction(2, 100), 0)} * budget.total"},
                )
            )
        out.noun(1, "reserve-floor", {"reserve": "any", "at_least": f"{min(share for _, share in self.reserves)}%"})
        main = max((p for p in self.phases if p["region"] == 0), key=lambda p: p["share"])
        out.noun(1, "phase-cap", {"phase": main["id"], "at_most": f"{min(100, main['share'] + 10)}%"})

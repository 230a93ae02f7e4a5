"""A plan as YAML, section by section."""

import random

from .goals import Goals
from .money import Money
from .plan import NoPlace
from .returns import Feasibility
from .timetable import Timetable


class Document(Goals, Money, Timetable, Feasibility):
    """A plan as YAML, section by section."""

    def write(self):
        self.plan_budget()
        self.plan_kpis()
        self.plan_phases()
        self.plan_returns()
        self.head()
        self.assumptions()
        self.write_kpis()
        self.write_objectives()
        self.write_budget()
        self.write_limits()
        self.write_phases()
        self.write_milestones()
        self.write_tasks()
        self.write_team()
        self.write_feasibility()
        self.write_claims()
        return self.out.text()

    def head(self):
        out, r, w = self.out, self.r, self.words
        topic = r.choice(w["topics"])
        out.line(0, f"# {self.sentence()}")
        out.line(0, "kind: plan")
        out.line(0, "schema: 1")
        out.line(0, f"id: plan-{self.number:06d}")
        title = w["plan"].format(topic=topic if self.chinese else topic.capitalize(), year=self.year)
        out.line(0, f'title: "{title}"' if r.random() < 0.5 else f"title: {title}")
        out.line(
            0, f"period: {r.choice([self.year, f'{self.year}-01..{self.year}-12', f'{self.year}Q1..{self.year}Q4'])}"
        )
        out.line(0, f"evaluation: {self.years[0]}..{self.years[-1]}")
        out.line(0, f"currency: {self.currency}")
        out.line(0, f"languages: [{self.language}, {'en' if self.chinese else 'zh-Hans'}]")
        out.line(0, "owner: cmo", comment=0.3)
        out.line(0, f"status: {r.choice(['draft', 'proposed', 'proposed'])}")

    def write_claims(self):
        self.section("claims")
        if self.wanted:
            raise NoPlace(f"plan {self.number}: {sorted(self.wanted)}")
        kept = max(5, len(self.claims) // 3)
        chosen = {key for key, _ in self.r.sample(self.claims, kept)} | self.needed
        for key, fields in (claim for claim in self.claims if claim[0] in chosen):
            where = self.sentence() if self.r.random() < 0.25 else None
            self.out.noun(1, key, {**fields, "where": where})


def plan(seed, number, scale=1, findings=False):
    """The text of one plan; a seed whose figures leave no room for the findings gives way to the next."""
    while True:
        try:
            return Document(random.Random(seed), number, scale, findings).write()
        except NoPlace:
            seed += 1_000_003

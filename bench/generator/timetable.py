"""Phases, milestones, tasks and who does them."""

from .figures import date_text, days, working_day
from .plan import Plan
from .words import MILESTONES, ROLES, TASKS


class Timetable(Plan):
    """Phases, milestones, tasks and who does them."""

    def write_phases(self):
        out, r = self.out, self.r
        self.section("phases")
        for phase in self.phases:
            track = f"region-{phase['region'] + 1}" if phase["region"] else None
            period = self.period(phase["start"], phase["end"])
            if track is None and r.random() < 0.2:
                out.line(1, f"{phase['id']}: {period}")
                continue
            out.noun(
                1,
                phase["id"],
                {
                    "title": r.choice(self.words["topics"]),
                    "period": period,
                    "track": track,
                    "kind": phase["kind"],
                    "note": self.note(),
                },
            )

    def write_milestones(self):
        out, r = self.out, self.r
        self.section("milestones")
        for phase in self.phases:
            length = (phase["end"] - phase["start"]).days
            for name in r.sample(MILESTONES, 2 if length > 150 else 1):
                date = working_day(phase["start"] + days(length * r.randrange(55, 96) // 100))
                text = date_text(date)
                month_end = (date.replace(day=28) + days(4)).replace(day=1) - days(1)
                if r.random() < 0.15 and month_end <= phase["end"]:
                    text = f"{date.year}-{date.month:02d}"
                owner = None if "T606" in self.wanted else self.role()
                if owner is None:
                    self.wanted.discard("T606")
                last = phase["kind"] == "evaluate"
                kpi = r.choice([k for k in self.kpis if k["region"] == phase["region"]])
                out.noun(
                    1,
                    f"{phase['id']}-{name}",
                    {
                        "title": f"{r.choice(self.words['topics'])}",
                        "date": text,
                        "phase": phase["id"],
                        "deliverable": self.sentence(),
                        "accept": self.words["done"],
                        "targets": {kpi["id"]: kpi["target"]} if last and r.random() < 0.5 else None,
                        "owner": owner,
                        "note": self.note(),
                    },
                )

    def write_tasks(self):
        out, r = self.out, self.r
        self.section("tasks")
        for phase in self.phases:
            length = (phase["end"] - phase["start"]).days
            names = r.sample(TASKS, 3 if length > 170 else 2)
            start = phase["start"] + days(r.randrange(0, 4))
            end = start + days(length * 3 // 10)
            keys = [f"{phase['id']}-{name}" for name in names]
            out.noun(
                1,
                keys[0],
                {
                    "title": r.choice(self.words["topics"]),
                    "period": f"{date_text(start)}..{date_text(end)}",
                    "phase": phase["id"],
                    "owner": self.role(),
                    "deliverable": self.sentence() if r.random() < 0.3 else None,
                    "paid_by": phase["pays"],
                    "note": self.note(),
                },
            )
            weeks = max(1, length // 4 // 7)
            duration = r.choice([f"{weeks}w", f"{weeks * 5}wd", f"{weeks * 7}d"])
            after = r.choice([keys[0], f"{keys[0]} SS+{weeks}w", f"{keys[0]} FS+2d"])
            out.noun(
                1,
                keys[1],
                {
                    "title": r.choice(self.words["topics"]),
                    "duration": duration,
                    "after": [after],
                    "due": date_text(phase["end"]) if r.random() < 0.5 else None,
                    "owner": self.role(),
                    "deliverable": self.sentence() if r.random() < 0.3 else None,
                    "effort": f"{r.randrange(3, 40)}d" if r.random() < 0.4 else None,
                },
            )
            if len(keys) > 2:
                kpi = r.choice([k for k in self.kpis if k["region"] == phase["region"]])
                out.noun(
                    1,
                    keys[2],
                    {
                        "title": r.choice(self.words["topics"]),
                        "duration": f"{weeks}w",
                        "after": [f"{keys[1]} SS"],
                        "kpi": kpi["id"],
                        "owner": self.role(),
                        "deliverable": self.sentence() if r.random() < 0.3 else None,
                        "load": f"{r.randrange(2, 10) * 10}%",
                        "note": self.note(),
                    },
                )

    def write_team(self):
        self.section("team")
        self.out.line(1, "roles:")
        for role, title in zip(ROLES, self.words["roles"]):
            if role not in self.used:
                continue
            if role == "cmo" or self.r.random() < 0.7:
                self.out.line(2, f"{role}: {title}", comment=0.1)
            else:
                self.out.noun(2, role, {"title": title, "reports_to": "cmo", "contact": f"{role}@example.com"})

"""A plan's tasks, milestones and links in MPXJ, scheduled as Microsoft Project schedules them.

A day is worked from 8 to 12 and from 13 to 17. What differs from marplan in kind is built from what both have:

- A task with a duration may not start before its phase or its plan begins: "start no earlier than".
- A milestone is "finish no earlier than" its date, which is its deadline as well.
- A task with fixed dates is two: one that "must start on" its day, for what it waits for, and one without anything before
  it, for what waits for it. So what comes before is held to its dates, and its own float is what comes after it.
- The gate of a phase is a link to each of its tasks.
"""

import datetime
import re

import jpype
import jpype.imports
import mpxj  # noqa: F401  puts MPXJ on the class path

if not jpype.isJVMStarted():
    jpype.startJVM("-Xss16m")

from java.time import DayOfWeek, LocalDate, LocalDateTime, LocalTime  # noqa: E402
from org.mpxj import (  # noqa: E402
    ConstraintType,
    Duration,
    LocalTimeRange,
    ProjectFile,
    Relation,
    RelationType,
    TimeUnit,
)
from org.mpxj.cpm import MicrosoftScheduler  # noqa: E402

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
RELATIONS = {
    "FS": RelationType.FINISH_START,
    "SS": RelationType.START_START,
    "FF": RelationType.FINISH_FINISH,
    "SF": RelationType.START_FINISH,
}
HOURS = ((8, 12), (13, 17))


def items(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def day(text):
    return datetime.date.fromisoformat(str(text))


def span(text):
    first, _, last = str(text).partition("..")
    return day(first), day(last or first)


class Calendar:
    """A calendar of a policy: in Python to count by, in MPXJ to schedule by."""

    def __init__(self, file, name, fields):
        self.weekend = {DAYS.index(word) for word in items(fields.get("weekend", ["sat", "sun"]))}
        self.exceptions = {}
        for text in items(fields.get("holidays")):
            first, last = span(text)
            while first <= last:
                self.exceptions[first] = False
                first += datetime.timedelta(1)
        for text in items(fields.get("workdays")):
            self.exceptions[day(text)] = True
        self.java = file.addDefaultBaseCalendar()
        self.java.setName(name)
        for place in range(7):
            weekday = DayOfWeek.of(place + 1)
            self.java.setWorkingDay(weekday, place not in self.weekend)
            self.java.removeCalendarHours(weekday)
            hours = self.java.addCalendarHours(weekday)
            if place not in self.weekend:
                add_hours(hours)
        for date, works in sorted(self.exceptions.items()):
            exception = self.java.addCalendarException(LocalDate.of(date.year, date.month, date.day))
            if works:
                add_hours(exception)

    def works(self, date):
        return self.exceptions.get(date, date.weekday() not in self.weekend)

    def count(self, first, last):
        """Days worked from one day through another."""
        return sum(self.works(first + datetime.timedelta(n)) for n in range((last - first).days + 1))


def add_hours(hours):
    for start, end in HOURS:
        hours.add(LocalTimeRange(LocalTime.of(start, 0), LocalTime.of(end, 0)))


def at(date, hour):
    return LocalDateTime.of(date.year, date.month, date.day, hour, 0)


def morning(moment):
    """The day whose morning a moment is; the end of a day is the morning of the next."""
    date = datetime.date(moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth())
    if moment.getHour() <= 8:
        return date
    if moment.getHour() >= 17:
        return date + datetime.timedelta(1)
    raise ValueError(f"{moment} is inside a day")


def length(text):
    """A duration or lag: working days as days, calendar time as elapsed days."""
    number, unit = re.fullmatch(r"([-+]?\d+)(wd|d|w)", text).groups()
    if unit == "wd":
        return Duration.getInstance(int(number), TimeUnit.DAYS)
    return Duration.getInstance(int(number) * (7 if unit == "w" else 1), TimeUnit.ELAPSED_DAYS)


class Project:
    def __init__(self, plan, calendars):
        self.plan = plan
        self.file = ProjectFile()
        fields = {"": {}} | calendars
        self.calendars = {name: Calendar(self.file, name or "standard", fields[name]) for name in fields}
        self.default = plan.get("calendar", "")
        self.file.setDefaultCalendar(self.calendars[self.default].java)
        self.start = span(plan["period"])[0]
        self.file.getProjectProperties().setStartDate(at(self.start, 8))
        self.nodes = {}  # id to the task that others wait for, and the one that waits
        self.calendar = {}

    def add(self, name, calendar, duration):
        task = self.file.addTask()
        task.setName(name)
        task.setCalendar(self.calendars[calendar].java)
        task.setDuration(duration)
        task.setActualDuration(Duration.getInstance(0, TimeUnit.DAYS))
        task.setRemainingDuration(duration)
        task.setConstraintType(ConstraintType.AS_SOON_AS_POSSIBLE)
        return task

    def constrain(self, task, constraint, moment):
        task.setConstraintType(constraint)
        task.setConstraintDate(moment)

    def add_task(self, key, fields):
        name = self.calendar[key] = fields.get("calendar", self.default)
        calendar = self.calendars[name]
        phase = self.plan.get("phases", {}).get(fields.get("phase"))
        if "period" in fields:
            first, last = span(fields["period"])
            days = Duration.getInstance(calendar.count(first, last), TimeUnit.DAYS)
            before, after = self.add(key + "'", name, days), self.add(key, name, days)
            self.constrain(before, ConstraintType.MUST_START_ON, at(first, 8))
            self.constrain(after, ConstraintType.START_NO_EARLIER_THAN, at(first, 8))
        else:
            before = after = self.add(key, name, length(fields["duration"]))
            base = span(phase["period"] if phase else self.plan["period"])[0]
            while not calendar.works(base):
                base += datetime.timedelta(1)
            self.constrain(after, ConstraintType.START_NO_EARLIER_THAN, at(base, 8))
        if "due" in fields:
            after.setDeadline(at(day(fields["due"]), 17))
        if "done_on" in fields:
            done = day(fields["done_on"])
            first, left = done, int(after.getDuration().getDuration()) - calendar.works(done)
            while left > 0:
                first -= datetime.timedelta(1)
                left -= calendar.works(first)
            after.setActualStart(at(first, 8))
            after.setActualFinish(at(done, 17))
            after.setActualDuration(after.getDuration())
            after.setRemainingDuration(Duration.getInstance(0, TimeUnit.DAYS))
        self.nodes[key] = (after, before)

    def add_milestone(self, key, fields):
        self.calendar[key] = fields.get("calendar", self.default)
        task = self.add(key, self.calendar[key], Duration.getInstance(0, TimeUnit.DAYS))
        task.setMilestone(True)
        date = at(day(fields["date"]), 17)
        self.constrain(task, ConstraintType.FINISH_NO_EARLIER_THAN, date)
        task.setDeadline(date)
        self.nodes[key] = (task, task)

    def link(self, earlier, later, kind="FS", lag=None):
        builder = Relation.Builder().predecessorTask(self.nodes[earlier][0]).type(RELATIONS[kind])
        if lag:
            builder = builder.lag(length(lag))
        self.nodes[later][1].addPredecessor(builder)

    def schedule(self):
        for key, fields in self.plan.get("tasks", {}).items():
            if fields.get("status") != "dropped":
                self.add_task(key, fields)
        for key, fields in self.plan.get("milestones", {}).items():
            self.add_milestone(key, fields)
        for section in ("tasks", "milestones"):
            for key, fields in self.plan.get(section, {}).items():
                for text in items(fields.get("after")):
                    earlier, _, rest = text.partition(" ")
                    if key in self.nodes and earlier in self.nodes:
                        self.link(earlier, key, rest[:2] or "FS", rest[2:])
        for key, fields in self.plan.get("tasks", {}).items():
            gate = self.plan.get("phases", {}).get(fields.get("phase"), {}).get("gate")
            if gate and "period" not in fields and key in self.nodes:
                self.link(gate, key)
        MicrosoftScheduler().schedule(self.file, at(self.start, 8))
        return {key: self.dates(key) for key in self.nodes}

    def dates(self, key):
        task, one = self.nodes[key][0], datetime.timedelta(1)
        if task.getMilestone():
            return {
                "expected": str(morning(task.getEarlyFinish()) - one),
                "latest": str(self.evening(key, task.getLateFinish())),
            }
        dates = {"start": str(morning(task.getStart())), "finish": str(morning(task.getFinish()) - one)}
        if task.getActualFinish() is None:
            dates["late_start"] = str(morning(task.getLateStart()))
            dates["late_finish"] = str(morning(task.getLateFinish()) - one)
            dates["total_float"] = self.days(task.getTotalSlack())
            dates["free_float"] = self.days(task.getFreeSlack())
        return dates

    def evening(self, key, moment):
        """The last worked day by a moment."""
        date = morning(moment) - datetime.timedelta(1)
        while not self.calendars[self.calendar[key]].works(date):
            date -= datetime.timedelta(1)
        return date

    def days(self, slack):
        days = float(slack.convertUnits(TimeUnit.DAYS, self.file.getProjectProperties()).getDuration())
        return int(days) if days.is_integer() else days


def schedule(plan, calendars):
    """Dates and floats by id."""
    return Project(plan, calendars).schedule()

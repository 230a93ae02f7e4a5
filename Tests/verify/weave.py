"""Plans of many linked tasks, the same for the same seed."""

import datetime
import random

DAY = datetime.timedelta(1)
HOLIDAYS = {datetime.date(2025, 1, 28) + n * DAY for n in range(8)}
WORKED = {datetime.date(2025, 1, 26), datetime.date(2025, 2, 8)}


def works(date, calendar):
    """Whether a day is worked on a calendar of calendars.policy.yaml."""
    if calendar == "spring":
        return date in WORKED or (date not in HOLIDAYS and date.weekday() < 5)
    return date.weekday() < {"six-day": 6, "every-day": 7}.get(calendar, 5)


def workday(choice, calendar, latest=200):
    date = datetime.date(2025, 1, 6) + choice.randrange(latest) * DAY
    while not works(date, calendar):
        date += DAY
    return date


def plan(seed):
    choice = random.Random(seed)
    calendar = choice.choice(["", "spring", "spring", "six-day"])
    # Where calendars mix, links go from a finish to a start, without lag: going back over any other, MPXJ moves a date of
    # the later task to the next working day of the earlier one, on which the later one would be too late.
    is_mixed = seed % 4 == 0
    is_elapsed = seed % 4 == 2
    kinds = ["FS"] if is_mixed else ["FS", "FS", "FS", "SS", "FF", "SF"]
    tasks, lines = [], []
    for number in range(choice.randrange(15, 45)):
        key = f"t{number:02}"
        own = choice.choice(["", "", "spring", "six-day"]) if is_mixed else ""
        fields = []
        is_fixed = choice.random() < 0.1
        if is_fixed:
            first = workday(choice, own or calendar)
            last = first + choice.randrange(20) * DAY
            while not works(last, own or calendar):
                last += DAY
            fields.append(f"period: {first}..{last}")
        elif is_elapsed and choice.random() < 0.3:
            fields.append(f"duration: {choice.randrange(1, 4)}w")
        else:
            fields.append(f"duration: {choice.randrange(1, 13)}wd")
        if own:
            fields.append(f"calendar: {own}")
        if choice.random() < 0.08:
            fields.append(f"due: {workday(choice, own or calendar)}")
        after = []
        for earlier in choice.sample(tasks, min(len(tasks), choice.choice([0, 1, 1, 2, 2, 3]))):
            kind, lag = choice.choice(kinds), ""
            if not is_mixed and choice.random() < 0.45:
                lag = f"{choice.choice([-4, -2, -1, 1, 2, 5]):+}wd"
            after.append(earlier + (f" {kind}{lag}" if kind != "FS" or lag else ""))
        if after:
            fields.append(f"after: [{', '.join(after)}]")
        tasks.append(key)
        lines.append(f"  {key}: {{{', '.join(fields)}}}")
    milestones = []
    for number in range(choice.randrange(1, 5)):
        after = ", ".join(choice.sample(tasks, 2))
        milestones.append(f"  m{number}: {{date: {workday(choice, calendar, 300)}, after: [{after}]}}")
    head = [
        "kind: plan", "schema: 1", f"id: woven-{seed:02}", "title: Woven", "period: 2025-01-06..2026-12-31",
        "currency: CNY", "owner: pmo", "policy: calendars.policy.yaml", "team: {roles: {pmo: PMO}}",
    ]  # fmt: skip
    if is_elapsed:
        head.insert(0, "# MPXJ: earliest dates only")
    if calendar:
        head.append(f"calendar: {calendar}")
    return "\n".join(head + ["tasks:"] + lines + ["milestones:"] + milestones) + "\n"

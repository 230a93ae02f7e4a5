"""icalendar, dateutil and csv: every phase, milestone and task is in schedule.ics and schedule.csv, on its days and in its
words, and what recurs falls on the days that plan.json has."""

import datetime

import dateutil.rrule
import icalendar

import source


def check(case):
    raw = (case.folder / "schedule.ics").read_bytes()
    lines = raw.split(b"\r\n")
    long = [line for line in lines if len(line) > 75]
    yield f"a line of more than 75 octets: {long[0]!r}" if long else None
    yield "a line that ends otherwise than in CRLF" if b"\n" in b"".join(lines) or lines[-1] else None

    calendar = icalendar.Calendar.from_ical(raw)
    events = {}
    for event in calendar.walk("VEVENT"):
        uid = str(event["UID"])
        yield f"{uid} twice" if uid in events else None
        events[uid] = event
        yield None if event.get("DTSTAMP") else f"{uid} without DTSTAMP"
        if event.errors:
            yield f"{uid}: {event.errors}"

    plan = source.plan(case.path)
    rows = {(row["kind"], row["id"]): row for row in case.csv("schedule.csv")}
    computed = {task["id"]: task for task in case.json["schedule"]["tasks"]}
    yield "COMPLETED in an event" if any("COMPLETED" in event for event in events.values()) else None
    for kind, section, field in (
        ("phase", "phases", "period"),
        ("milestone", "milestones", "date"),
        ("task", "tasks", "period"),
    ):
        for key, noun in plan.get(section, {}).items():
            row = rows.get((kind, key))
            yield None if row else f"{kind} {key} is not in schedule.csv"
            written = source.principal(noun, field)
            if row is None:
                continue
            if written is not None:
                days = days_of(str(written), kind == "milestone")
            elif key in computed and "start" in computed[key]:
                days = tuple(datetime.date.fromisoformat(computed[key][name]) for name in ("start", "finish"))
            else:
                continue  # it waits for itself
            if kind == "milestone":
                days = expected(case, key, days)
            found = [event for uid, event in events.items() if uid.endswith(f"/{kind}/{key}@marplan")]
            if len(found) != 1:
                yield f"{kind} {key} is in schedule.ics {len(found)} times"
                continue
            yield from compare(f"{kind} {key}", noun, found[0], row, days)
    for event in case.json["events"]:
        yield from recurrences(event, events, f"{case.json['id']}/event/{event['id']}")


def expected(case, key, days):
    """The day to reckon with: what a milestone waits for may come later than its date."""
    found = {milestone["id"]: milestone for milestone in case.json["schedule"]["milestones"]}
    day = found.get(key, {}).get("expected")
    return (datetime.date.fromisoformat(day),) * 2 if day else days


def recurrences(event, entries, uid):
    """Every occurrence in plan.json is one by the rule, or an event of its own, and the other way about."""
    days = {(day["start"], day["end"]) for day in event["occurrences"]}
    if "recurrence" in event:
        entry = entries.get(f"{uid}@marplan")
        if entry is None:
            yield f"{uid} is not in schedule.ics"
            return
        found = {(day.isoformat(), day.isoformat()) for day in by_rule(entry)}
    else:
        found = set()
        for name, entry in entries.items():
            if name.startswith(f"{uid}/"):
                last = entry.decoded("DTEND") - datetime.timedelta(days=1)
                found.add((entry.decoded("DTSTART").isoformat(), last.isoformat()))
    yield None if found == days else f"{uid}: {sorted(found ^ days)[:5]} in one and not in the other"


def by_rule(entry):
    """The days of an event by its RRULE, without its EXDATEs and with its RDATEs."""
    start = datetime.datetime.combine(entry.decoded("DTSTART"), datetime.time())
    rule = entry["RRULE"].to_ical().decode()
    days = {day.date() for day in dateutil.rrule.rrulestr(rule, dtstart=start)}
    return days - listed(entry, "EXDATE") | listed(entry, "RDATE")


def listed(entry, name):
    return {value.dt for value in entry[name].dts} if name in entry else set()


def compare(name, noun, event, row, days):
    start, end = event.decoded("DTSTART"), event.decoded("DTEND") - datetime.timedelta(days=1)
    yield (
        None
        if (start, end) == days
        else f"{name}: {start} to {end} in schedule.ics, {days[0]} to {days[1]} in the plan"
    )
    in_csv = tuple(datetime.date.fromisoformat(row[column]) for column in ("start", "finish"))
    yield None if in_csv == days else f"{name}: {in_csv} in schedule.csv"
    if isinstance(noun, dict) and noun.get("title"):
        titles = source.texts(noun["title"])
        yield None if str(event["SUMMARY"]) in titles else f"{name} is called {event['SUMMARY']}, not {titles}"
        # An apostrophe keeps spreadsheets from taking a title for a formula.
        yield None if row["title"].removeprefix("'") in titles else f"{name} is called {row['title']} in schedule.csv"


def days_of(text, only_last):
    """First and last day of a period such as 2025, 2025H1, 2024Q4..2025Q1, 2025-03 or a date; of a milestone the last."""
    first, _, last = text.partition("..")
    first, last = bounds(first), bounds(last or first)
    return (last[1], last[1]) if only_last else (first[0], last[1])


def bounds(point):
    if len(point) == 10:
        day = datetime.date.fromisoformat(point)
        return day, day
    year, rest = int(point[:4]), point[4:]
    size, number = {"": (12, 1), "H": (6, 0), "Q": (3, 0), "-": (1, 0)}[rest[:1]]
    month = 1 + size * ((number or int(rest[1:])) - 1)
    following = datetime.date(year + (month + size - 1) // 12, (month + size - 1) % 12 + 1, 1)
    return datetime.date(year, month, 1), following - datetime.timedelta(days=1)

"""icalendar and csv: every phase, milestone and dated task is in schedule.ics and schedule.csv, on its days, in its words."""

import csv
import datetime

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
    with (case.folder / "schedule.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["kind"], row["id"]): row for row in csv.DictReader(file)}
    for kind, section, field in (
        ("phase", "phases", "period"),
        ("milestone", "milestones", "date"),
        ("task", "tasks", "period"),
    ):
        for key, noun in plan.get(section, {}).items():
            row = rows.get((kind, key))
            yield None if row else f"{kind} {key} is not in schedule.csv"
            written = source.principal(noun, field)
            if row is None or written is None:
                continue  # a task that only has a duration has no days yet
            days = days_of(str(written), kind == "milestone")
            found = [event for uid, event in events.items() if uid.endswith(f"/{kind}/{key}@marplan")]
            if len(found) != 1:
                yield f"{kind} {key} is in schedule.ics {len(found)} times"
                continue
            yield from compare(f"{kind} {key}", noun, found[0], row, days)


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
        yield None if row["title"] in titles else f"{name} is called {row['title']} in schedule.csv"


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

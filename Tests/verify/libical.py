"""libical, in C: reads schedule.ics without an error, and every event and every recurrence falls on the plan's days."""

import datetime
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
PROGRAM = pathlib.Path("build/libical")


def check(case):
    run = subprocess.run([program(), case.folder / "schedule.ics"], capture_output=True, text=True)
    yield run.stderr[:500] or "libical fails" if run.returncode else None
    found = set()
    for line in run.stdout.splitlines():
        uid, start, end, _ = line.split("\t")
        after = datetime.date.fromisoformat(end) - datetime.timedelta(days=1)
        found.add((uid, start, after.isoformat()))
    expected = set(days(case))
    for uid, start, end in sorted(expected - found):
        yield f"libical does not find {uid} from {start} to {end}"
    for uid, start, end in sorted(found - expected):
        yield f"libical finds {uid} from {start} to {end}, the plan does not"
    for _ in expected & found:
        yield None


def days(case):
    """Every row of schedule.csv with its days, and every occurrence that plan.json has."""
    plan = case.json["id"]
    for row in case.csv("schedule.csv"):
        if row["start"]:
            yield f"{plan}/{row['kind']}/{row['id']}@marplan", row["start"], row["finish"]
    for event in case.json["events"]:
        for day in event["occurrences"]:
            uid = f"{plan}/event/{event['id']}"
            if "recurrence" not in event:
                uid += "/" + (day["start"] if day["start"] == day["end"] else f"{day['start']}..{day['end']}")
            yield f"{uid}@marplan", day["start"], day["end"]


def program():
    """The reader, compiled once."""
    source = HERE / "libical.c"
    if not PROGRAM.exists() or PROGRAM.stat().st_mtime < source.stat().st_mtime:
        PROGRAM.parent.mkdir(parents=True, exist_ok=True)
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "libical"], capture_output=True, text=True, check=True
        ).stdout.split()
        subprocess.run(["cc", "-O1", "-Wall", "-o", PROGRAM, source, *flags], check=True)
    return PROGRAM.resolve()

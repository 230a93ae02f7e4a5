"""chinesecalendar: an event on every working day of plans/policies/china-workdays.yaml falls on exactly its working days.

workdays.py BINARY FOLDER
"""

import datetime
import json
import pathlib
import shutil
import subprocess
import sys

import chinese_calendar

PLAN = """kind: plan
schema: 1
id: workdays
title: Every working day
period: 2024..2026
currency: CNY
owner: pmo
policy: china-workdays.yaml
calendar: china
team: {roles: {pmo: PMO}}
events:
  opening: {kind: meeting, cadence: daily, owner: pmo}
"""


def main(binary, folder):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy("plans/policies/china-workdays.yaml", folder)
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    subprocess.run([binary, "build", folder / "plan.yaml", "-o", folder / "out"], check=True, capture_output=True)
    (event,) = json.loads((folder / "out/plan.json").read_text(encoding="utf-8"))["events"]
    ours = {one["start"] for one in event["occurrences"]}
    first = datetime.date(2024, 1, 1)
    days = [first + datetime.timedelta(n) for n in range((datetime.date(2026, 12, 31) - first).days + 1)]
    wrong = [str(day) for day in days if chinese_calendar.is_workday(day) != (str(day) in ours)]
    for day in wrong:
        print(f"FAIL  workdays: {day} is {'not ' if day in ours else ''}worked to chinesecalendar")
    print(f"workdays    {len(days) - len(wrong)} days right, {len(ours)} of them worked")
    return min(len(wrong), 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

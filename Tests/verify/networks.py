"""Schedules against MPXJ's scheduler, which follows Microsoft Project: networks solved by hand, and networks made up.

networks.py BINARY FOLDER. The hand-solved ones stand in Tests/PlanScheduleTests/Networks, their dates in their heads.
"""

import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys

import microsoft
import source
import weave

HAND = pathlib.Path("Tests/PlanScheduleTests/Networks")
WOVEN = 24
# With durations in calendar time, MPXJ's late dates are those of another calendar than its early ones.
EARLIEST_ONLY = "# MPXJ: earliest dates only"
EARLIEST = {"start", "finish", "expected"}


def main(binary, folder):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(HAND / "calendars.policy.yaml", folder)
    failures, networks, dates = 0, 0, 0
    for path in sorted(HAND.glob("*.yaml")):
        if not path.name.endswith(".policy.yaml"):
            shutil.copy(path, folder)
    for seed in range(1, WOVEN + 1):
        (folder / f"woven-{seed:02}.yaml").write_text(weave.plan(seed), encoding="utf-8")
    policy = source.documents(folder)
    calendars = next(document["calendars"] for _, document in policy if document["kind"] == "policy")
    for path in sorted(folder.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if path.name.endswith(".policy.yaml"):
            continue
        ours = compiled(binary, path, folder)
        problems = list(against_hand(text, ours))
        if "# not for MPXJ" not in text:
            theirs = microsoft.schedule(source.yaml.load(text, source.Core), calendars)
            problems += list(against(theirs, ours, EARLIEST if EARLIEST_ONLY in text else None))
            networks += 1
        failures += sum(problem is not None for problem in problems)
        dates += sum(problem is None for problem in problems)
        for problem in problems:
            if problem:
                print(f"FAIL  networks, {path.stem}: {problem}")
        if not problems:
            failures += 1
            print(f"FAIL  networks, {path.stem}: nothing was compared")
    print(f"networks    {networks} by MPXJ, {dates} dates and floats right")
    if networks < 30:
        failures += 1
        print("FAIL  networks: fewer than thirty")
    return min(failures, 1)


def compiled(binary, path, folder):
    out = folder / path.stem
    built = subprocess.run([binary, "build", str(path), "-o", str(out)], capture_output=True, text=True)
    if not (out / "plan.json").exists():
        sys.exit(f"build {path}: exit {built.returncode}\n{built.stdout}{built.stderr}")
    return json.loads((out / "plan.json").read_text(encoding="utf-8"))["schedule"]


def against_hand(text, ours):
    tasks = {task["id"]: task for task in ours["tasks"]}
    milestones = {milestone["id"]: milestone for milestone in ours["milestones"]}
    for line in re.findall(r"^# (\S+ +(?:[\d-]+) +\d{4}-\d\d-\d\d +[-\d]+ +[-\d]+)$", text, re.M):
        key, *expected = line.split()
        if key in tasks:
            task = tasks[key]
            found = [task.get("start"), task.get("finish"), task.get("total_float"), task.get("free_float")]
        else:
            milestone = milestones[key]
            found = [None, milestone.get("expected"), milestone.get("float"), None]
        found = ["-" if value is None else str(value) for value in found]
        yield None if found == expected else f"{key} by hand {expected}, by marplan {found}"


def against(theirs, ours, names):
    found = {task["id"]: task for task in ours["tasks"]} | {one["id"]: one for one in ours["milestones"]}
    for key, expected in theirs.items():
        one = found.get(key)
        if one is None:
            yield f"{key} is not in plan.json"
            continue
        for name, value in expected.items():
            if names and name not in names:
                continue
            mine = one.get(name)
            yield None if mine == value else f"{key}.{name} is {value} to MPXJ, {mine} to marplan"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""same.py BINARY FOLDER: the same plans give the same bytes, whatever the locale, the time zone, the number of threads, the
order of files on the disk and the seed of the program's tables, which is another in every run. Exit 1 if they do not.

Commands in English run 20 times, those in Chinese 4. The language is asked for, since a locale chooses it otherwise; a timetable for the terminal is
drawn with other signs where the locale has no UTF-8, and so is compared among those that have it.
"""

import collections
import concurrent.futures
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

import weave

REPOSITORY = pathlib.Path(__file__).parent.parent.parent
RUNS = 20
LOCALES = ("C", "zh_CN.UTF-8", "tr_TR.UTF-8")
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns")
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
DAY = ("--as-of", "2025-06-30")
PLAN = "plans/omnichannel-2025/stated"
FIGURES = ("budget.total", "feasibility.npv", "claims.payback", "feasibility.irr")


def commands():
    """Each command with the places it writes to, `{out}`, and its number of threads, `{jobs}`."""
    for language in LANGUAGES:
        common = ("--lang", language)
        for form in ("text", "json"):
            yield ("lint", "plans", "tree", "--format", form, "-j", "{jobs}", *DAY, *common)
        yield ("build", "plans", "tree/3", "-o", "{out}", "-j", "{jobs}", *DAY, *common)
    for form in ("mermaid", "csv", "json"):
        yield ("schedule", PLAN, "--format", form, *DAY, "--lang", "en")
    for language in LANGUAGES:
        yield ("schedule", PLAN, "--width", "100", *DAY, "--lang", language)
    for figure in FIGURES:
        for form in ("text", "json"):
            yield ("why", figure, PLAN, "--format", form, *DAY, "--lang", "en")
    yield ("why", "feasibility.npw", PLAN, "--lang", "en")
    yield ("test", "plans/policies", "--lang", "en")
    yield ("explain", "house/pilot-first", "plans/policies", "--lang", "en")
    yield ("rules", "--lang", "en")
    yield ("schema", "plan")


def main(binary, folder):
    binary, folder = pathlib.Path(binary).resolve(), pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    homes = [folder / name for name in ("forwards", "backwards")]
    for home in homes:
        plant(home, is_reversed=home.name == "backwards")
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {}
        for command in commands():
            for run in range(RUNS if "en" in command or "--lang" not in command else 4):
                # Every pair of a locale and a zone comes up, each with one thread and with two.
                setting = (LOCALES[run % 3], ZONES[run // 3 % 3], str(1 + run % 2), homes[run // 2 % 2])
                out = folder / f"out-{len(jobs)}"
                jobs[pool.submit(outcome, binary, command, setting, out)] = (command, setting)
        for job in concurrent.futures.as_completed(jobs):
            command, setting = jobs[job]
            # Other signs where no UTF-8 is.
            is_drawn = command[0] == "schedule" and "--width" in command
            found[command, is_drawn and setting[0] == "C"][job.result()].append(setting)
    failures = 0
    for (command, _), outcomes in found.items():
        for key in outcomes:
            if key.startswith("exit 2") and command[1] != "feasibility.npw" or key.startswith("exit -"):
                failures += 1
                print(f"FAIL  {' '.join(command)}: {key}")
        if len(outcomes) > 1:
            failures += 1
            print(f"FAIL  {' '.join(command)}: {len(outcomes)} outcomes in {sum(map(len, outcomes.values()))} runs")
            for key, settings in outcomes.items():
                print(f"      {key} with {settings[:3]}")
    print(f"{len({command for command, _ in found})} commands in {len(jobs)} runs")
    print("the same" if failures == 0 else f"{failures} failures")
    return min(failures, 1)


def plant(home, is_reversed):
    """The shipped plans and a tree of twenty more, written in one order of names or the other."""
    files = {
        file.relative_to(REPOSITORY): file.read_bytes()
        for file in (REPOSITORY / "plans").rglob("*")
        if file.is_file()
    }
    policy = (REPOSITORY / "Tests/PlanScheduleTests/Networks/calendars.policy.yaml").read_bytes()
    for number in range(20):
        place = pathlib.Path("tree", f"{number % 7}", f"{number:02}")
        files[place / "plan.yaml"] = weave.plan(number).encode()
        files[place / "calendars.policy.yaml"] = policy
    for file in sorted(files, reverse=is_reversed):
        (home / file).parent.mkdir(parents=True, exist_ok=True)
        (home / file).write_bytes(files[file])


def outcome(binary, command, setting, out):
    """What a run came to: its exit status, what it printed, and every file it wrote."""
    locale, zone, jobs, home = setting
    words = [word.replace("{jobs}", jobs).replace("{out}", str(out.resolve())) for word in command]
    # What is kept between runs is kept for all of them: answers from there must be the same, too.
    kept = str((out.parent / "kept").resolve())
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(out.resolve()), "XDG_CACHE_HOME": kept, "LC_ALL": locale, "TZ": zone
    }  # fmt: skip
    run = subprocess.run([binary, *words], cwd=home, env=environment, capture_output=True)
    digest = hashlib.sha256(run.stdout)
    digest.update(run.stderr.replace(str(out.resolve()).encode(), b"out"))
    count = 0
    for file in sorted(out.rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            digest.update(str(file.relative_to(out)).encode())
            digest.update(file.read_bytes())
            count += 1
    shutil.rmtree(out, ignore_errors=True)
    return f"exit {run.returncode}, {len(run.stdout)} bytes, {count} files, {digest.hexdigest()[:12]}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

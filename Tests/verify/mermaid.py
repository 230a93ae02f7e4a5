"""Mermaid: schedule.mmd is a Gantt chart by the documented grammar, and Mermaid's own parser finds the plan's dates and names.

The parser runs in Node without a browser. It comes out of a Python package that carries Mermaid for its own use.
"""

import json
import pathlib
import re
import subprocess
import sys
import zipfile

CARRIER = ("nicegui", "2.24.2")  # carries Mermaid 11.0.2 as modules
HERE = pathlib.Path(__file__).parent

# mermaid.js.org/syntax/gantt.html: statements, then `name :[tags,] id, start, end-or-length`.
STATEMENTS = (
    r"gantt",
    r"title [^#;\n]+",
    r"dateFormat YYYY-MM-DD",
    r"axisFormat %[Ymd](-%[md])?",
    r"tickInterval [1-9][0-9]*(week|month)",
    r"weekday monday",
    r"inclusiveEndDates",
    r"todayMarker off",
    r"section [^#:;\n]+",
    r"%% .*",
)
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TASK = re.compile(
    rf"(?P<name>[^#:;%\n]+) :(?P<tags>((active|done|crit|milestone), )*)(?P<id>[a-z0-9]+), (?P<start>{DAY}), (?P<end>{DAY}|0d)"
)
RESERVED = re.compile(
    r"gantt|title|dateFormat|axisFormat|tickInterval|includes|excludes|todayMarker|topAxis|weekday|weekend|inclusiveEndDates"
    r"|section|click|call|href|vert|accTitle|accDescr|[0-9]{4}-[0-9]{2}-[0-9]{2}",
    re.IGNORECASE,
)


def check(case):
    text = (case.folder / "schedule.mmd").read_text(encoding="utf-8")
    tasks = []
    # Codes such as #58; are resolved before the grammar is applied; here each stands for one harmless sign.
    for line in re.sub(r"#[0-9]+;", "·", text).splitlines():
        line = line.strip()
        match = TASK.fullmatch(line)
        if match and not RESERVED.match(line):
            tasks.append(match)
        else:
            yield None if any(re.fullmatch(s, line) for s in STATEMENTS) else f"no statement of a Gantt chart: {line}"
    yield "a link, where dates were promised" if re.search(r"\b(after|until)\b", " ".join(t["tags"] for t in tasks)) else None
    yield f"an id twice: {tasks}" if len({t["id"] for t in tasks}) < len(tasks) else None

    parsed = parse(case.folder / "schedule.mmd")
    if isinstance(parsed, str):
        yield f"Mermaid's parser: {parsed}"
        return
    yield None if len(parsed) == len(tasks) else f"Mermaid finds {len(parsed)} tasks in {len(tasks)} lines"
    found = {(task["name"], task["start"], task["end"]): task for task in parsed}
    for kind, title, first, last, status in rows(case):
        end = first if kind == "milestone" else last
        task = found.get((title, first, end))
        yield None if task else f"Mermaid does not find {title} from {first} to {end}"
        if task:
            yield None if task["milestone"] == (kind == "milestone") else f"{title}: a milestone or not?"
            yield None if task["done"] == (status == "done") else f"{title}: done or not?"


def rows(case):
    """What must be in the chart: every dated row of schedule.csv that was not dropped."""
    for row in case.csv("schedule.csv"):
        if row["start"] and row["status"] != "dropped":
            title = row["title"].removeprefix("'") if row["title"][:2] in ("'=", "'+", "'-", "'@") else row["title"]
            yield row["kind"], title, row["start"], row["finish"], row["status"]


def parse(file):
    """What Mermaid's own parser makes of a chart; its complaint as text if it cannot read it."""
    run = subprocess.run(["node", HERE / "mermaid.mjs", modules(), file], capture_output=True, text=True, env={"TZ": "UTC"})
    return json.loads(run.stdout) if run.returncode == 0 else run.stderr[-500:] or "no answer"


def modules():
    """The folder with Mermaid's modules, fetched once."""
    folder = pathlib.Path("build/mermaid")
    entry = folder / "mermaid.esm.min.mjs"
    if entry.exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--dest", folder, "==".join(CARRIER)], check=True)
    prefix = "nicegui/elements/lib/mermaid/"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        for name in wheel.namelist():
            if name.startswith(prefix) and name.endswith(".mjs"):
                target = folder / name.removeprefix(prefix)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(wheel.read(name))
    # The carrier names the chunks by an import map; beside the file they have paths.
    whole = entry.read_text(encoding="utf-8")
    entry.write_text(re.sub(r'"([\w-]+-[A-Z0-9]{8})"', r'"./chunks/mermaid.esm.min/\1.mjs"', whole), encoding="utf-8")
    return folder

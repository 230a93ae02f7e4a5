"""verify.py BINARY FOLDER: compiles the example plans into FOLDER and runs every check on each. Exit 1 if one fails."""

import csv
import json
import pathlib
import shutil
import subprocess
import sys

import budget
import calendars
import libical
import mermaid
import pages
import returns
import schemas
import shares
import spreadsheets

OUTPUTS = (schemas, calendars, libical, mermaid, spreadsheets, budget)
PLANS = {  # name to path, exit status of build, and what is checked
    "quickstart": ("plans/quickstart", 0, (*OUTPUTS, returns, pages)),
    "corrected": ("plans/omnichannel-2025/corrected", 0, (*OUTPUTS, returns, shares, pages)),
    "stated": ("plans/omnichannel-2025/stated", 1, (*OUTPUTS, returns, shares, pages)),
    "channels": ("plans/channel-cost-2026/corrected", 0, (*OUTPUTS, shares, pages)),
    "channels-stated": ("plans/channel-cost-2026/stated", 1, (*OUTPUTS, shares, pages)),
    "outputs": ("Tests/verify/outputs", 0, OUTPUTS),
}


class Case:
    """One compiled plan: the folder it was compiled into, its plan.json, its source and what lint says of it."""

    def __init__(self, binary, name, folder):
        self.binary, self.name, self.folder = binary, name, folder / name
        self.path, self.status, self.modules = PLANS[name]
        built = subprocess.run([binary, "build", self.path, "-o", self.folder], capture_output=True, text=True)
        if built.returncode != self.status:
            sys.exit(
                f"build {self.path}: exit {built.returncode}, expected {self.status}\n{built.stdout}{built.stderr}"
            )
        self.json = json.loads((self.folder / "plan.json").read_text(encoding="utf-8"))
        lint = subprocess.run([binary, "lint", "--format", "json", self.path], capture_output=True, text=True)
        self.findings = json.loads(lint.stdout)

    def schema(self, kind):
        return json.loads(
            subprocess.run([self.binary, "schema", kind], capture_output=True, text=True, check=True).stdout
        )

    def csv(self, name):
        """The rows of a table, each by its columns."""
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def figure(self, path):
        """A figure's value as text, None where the plan has none of this name."""
        figure = self.json["figures"].get(path)
        return figure and figure["value"]


def main(binary, folder):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    failures = 0
    for name in PLANS:
        case = Case(binary, name, folder)
        for module in case.modules:
            count = 0
            for problem in module.check(case):
                if problem is None:
                    count += 1
                else:
                    failures += 1
                    print(f"FAIL  {name}, {module.__name__}: {problem}")
            print(f"{name:10}  {module.__name__:12}  {count} right")
            if count == 0:
                failures += 1
                print(f"FAIL  {name}, {module.__name__}: nothing was compared")
    print("verified" if failures == 0 else f"{failures} failures")
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

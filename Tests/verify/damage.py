"""damage.py BINARY FOLDER [TIMES]: cuts off and damages every shipped plan, and makes five syntax errors in each.

Damage: a crash or a run that does not end fails, and so does a plan that PyYAML or the published schema refuses and of
which marplan says nothing. Recovery: each of five errors in five sections or entries of a file must be told at its place, and no more
than one syntax error elsewhere. TIMES (1) multiplies the sample. Exit 1 if something does not hold.
"""

import json
import pathlib
import random
import re
import shutil
import subprocess
import sys

import jsonschema
import yaml

import source

PLANS = [
    "quickstart",
    "omnichannel-2025/stated",
    "omnichannel-2025/corrected",
    "channel-cost-2026/stated",
    "channel-cost-2026/corrected",
]
DAMAGES = 12  # of each file
TRIALS = 6  # of five errors, of each file
AT_A_TIME = 40  # damaged copies that one run checks
REPLACEMENTS = b"\0\x01\t\n\r !\"#%&'*,-:>?@[]`{|}\\~a0" + bytes([0x80, 0xC3, 0xE4, 0xFF])
failures = []


def fail(what):
    failures.append(what)
    print(f"FAIL  {what}", flush=True)


def lint(binary, paths, folder):
    """The findings by file, and the exit status."""
    command = [binary, "lint", "--format", "json", *paths]
    ended = subprocess.run(command, cwd=folder, capture_output=True, timeout=500)
    try:
        findings = json.loads(ended.stdout)["findings"]
    except (json.JSONDecodeError, KeyError):
        return None, ended.returncode
    return findings, ended.returncode


class Copies:
    """Copies of a plan, each in a project of its own, that are checked together."""

    def __init__(self, binary, folder, plan):
        self.binary, self.folder, self.plan = binary, folder, plan
        self.waiting = []

    def add(self, name, data, note):
        """A copy whose file of this name holds other bytes."""
        place = self.folder / f"{len(self.waiting)}"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(f"plans/{self.plan}", place / "plans" / self.plan)
        shutil.copytree("plans/policies", place / "plans/policies")
        (place / "marplan.yaml").touch()
        (place / "plans" / self.plan / name).write_bytes(data)
        self.waiting.append((place, name, data, note))

    def check(self):
        """Yields file name, bytes, note and findings of every copy."""
        paths = [f"{place.name}/plans/{self.plan}/plan.yaml" for place, _, _, _ in self.waiting]
        findings, status = lint(self.binary, paths, self.folder)
        if findings is None or status not in (0, 1):
            # Which of them was it?
            for path, (_, name, data, note) in zip(paths, self.waiting):
                own, status = lint(self.binary, [path], self.folder)
                if own is None or status not in (0, 1):
                    fail(f"{self.plan}/{name}, {note}: status {status}")
        else:
            for place, name, data, note in self.waiting:
                own = [finding for finding in findings if finding["path"].split("/")[0] == place.name]
                yield name, data, note, own
        self.waiting = []


def damaged(data, dice):
    """A cut or a change of one byte, with its description."""
    kind, place = dice.choice("cxdi"), dice.randrange(len(data))
    if kind == "c":
        return data[:place], f"cut at {place}"
    byte = bytes([dice.choice(REPLACEMENTS)])
    if kind == "x":
        return data[:place] + byte + data[place + 1 :], f"byte {place} is {byte!r}"
    if kind == "d":
        return data[:place] + data[place + 1 :], f"byte {place} is gone"
    return data[:place] + byte + data[place:], f"{byte!r} before {place}"


def is_refused(data, validators):
    """Why others refuse a file, if they do."""
    try:
        text = data.decode("utf-8")
        documents = [document for document in yaml.load_all(text, Loader=Strict) if document is not None]
    except (UnicodeDecodeError, yaml.YAMLError, ValueError) as error:
        # YAML lets tabs part tokens (1.2, 6.2), PyYAML does not.
        if "'\\t' that cannot start any token" in str(error):
            return None
        return f"PyYAML: {error.__class__.__name__}"
    for document in documents:
        if not isinstance(document, dict) or document.get("kind") not in validators:
            return "no document of a known kind"
        document = source.with_text_keys(document)
        try:
            if not validators[document["kind"]].is_valid(document):
                return "the published schema"
        except (RecursionError, TypeError):
            return None
    return None if documents else "no document"


class Strict(source.Core):
    """YAML as editors type it, and no key twice."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        if len(keys) != len(set(keys)):
            raise yaml.constructor.ConstructorError(None, None, "a key twice", node.start_mark)
        return super().construct_mapping(node, deep)


def damages(binary, folder, validators, times):
    dice = random.Random(31)
    tried = refused = silent = 0
    for plan in PLANS:
        before, _ = lint(binary, [f"plans/{plan}/plan.yaml"], ".")
        known = len(before)
        copies = Copies(binary, folder, plan)
        for path in sorted(pathlib.Path(f"plans/{plan}").glob("*.yaml")):
            data = path.read_bytes()
            for _ in range(DAMAGES * times):
                copies.add(path.name, *damaged(data, dice))
                if len(copies.waiting) < AT_A_TIME:
                    continue
                for counts in judged(copies, known, validators):
                    tried, refused, silent = tried + 1, refused + counts[0], silent + counts[1]
        for counts in judged(copies, known, validators):
            tried, refused, silent = tried + 1, refused + counts[0], silent + counts[1]
    print(f"damage: {tried} damaged plans, no crash; others refuse {refused}, of {silent} of these marplan says nothing")


def judged(copies, known, validators):
    for name, data, note, findings in copies.check():
        reason = is_refused(data, validators)
        silent = bool(reason) and len(findings) <= known and not any(f["code"][0] == "S" for f in findings)
        if silent:
            fail(f"{copies.plan}/{name}, {note}: refused by {reason}, but marplan says nothing new")
        yield bool(reason), silent


# Five errors in one file.

ERRORS = {
    "an open double quote": lambda key, value: f'{key}: "{value}',
    "an open single quote": lambda key, value: f"{key}: '{value}",
    "an open bracket": lambda key, value: f"{key}: [{value}",
    "an open brace": lambda key, value: f"{key}: {{a: {value}",
    "text after a quote": lambda key, value: f'{key}: "{value}" x',
    "a reserved sign": lambda key, value: f"{key}: @{value}",
    "a second colon": lambda key, value: f"{key}: a: {value}",
    "a tab": lambda key, value: f"\t{key}: {value}",
    "no colon": lambda key, value: f"{key} {value}",
}
SYNTAX = {"S001", "S002", "S024"}
LINE = re.compile(r"^( +)([a-z][a-z_-]*): ([^\"'\[\]{}#&*|>:,@\t]+)$")


def sections(lines):
    """Lines that hold a plain value, by the section and the entry of it that they stand in."""
    found, section, entry = {}, None, None
    for number, line in enumerate(lines):
        if line and not line[0].isspace() and line[0] not in "#-":
            section, entry = line.split(":")[0], None
        elif re.match("  [^ #]", line):
            entry = line.split(":")[0].strip()
        match = LINE.match(line)
        if match and section:
            found.setdefault((section, entry), []).append((number, match))
    return found


def broken(text, dice):
    """The text with five errors in five sections or entries, and the lines they are in; None where it has not so many."""
    lines = text.split("\n")
    places = sections(lines)
    if len(places) < 5:
        return None
    wrong = {}
    for section in dice.sample(sorted(places), 5):
        number, match = dice.choice(places[section])
        kind = dice.choice(sorted(ERRORS))
        indentation = "" if kind == "a tab" else match[1]
        lines[number] = (match[1] if kind == "a tab" else "") + indentation + ERRORS[kind](match[2], match[3].strip())
        wrong[number + 1] = kind
    return "\n".join(lines), wrong


def recovery(binary, folder, times):
    dice = random.Random(2)
    trials = good = told = spurious = 0
    missed = {}
    for plan in PLANS:
        copies = Copies(binary, folder, plan)
        expected = {}
        for path in sorted(pathlib.Path(f"plans/{plan}").glob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            for turn in range(TRIALS * times):
                made = broken(text, dice)
                if made is None:
                    break
                note = f"trial {turn}"
                expected[path.name, note] = made[1]
                copies.add(path.name, made[0].encode(), note)
        for name, _, note, findings in copies.check():
            wrong = expected[name, note]
            syntax = [finding for finding in findings if finding["code"] in SYNTAX]
            lines = [finding["range"]["start"]["line"] for finding in syntax if finding["path"].endswith("/" + name)]
            found = [line for line in wrong if line in lines]
            other = [line for line in lines if line not in wrong]
            trials, told, spurious = trials + 1, told + len(found), spurious + len(other)
            good += len(found) == 5 and len(other) <= 1
            for line in wrong.keys() - set(found):
                missed[wrong[line]] = missed.get(wrong[line], 0) + 1
            if len(found) < 5 or len(other) > 1:
                print(f"      {plan}/{name}, {note}: {wrong} told at {sorted(lines)}")
    each = ", ".join(f"{kind} {count}" for kind, count in sorted(missed.items()))
    print(
        f"recovery: {trials} files with five errors, {good} with all five told and at most one more; "
        f"{told} of {5 * trials} errors told at their lines ({each or 'none'} missed), {spurious} syntax errors elsewhere"
    )
    if good < 0.9 * trials:
        fail(f"only {good} of {trials} files with five errors are told as they should")


def main(binary, folder, times="1"):
    binary, folder = pathlib.Path(binary).resolve(), pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    validators = {}
    for kind in ("plan", "part", "policy"):
        schema = json.loads(subprocess.run([binary, "schema", kind], capture_output=True, check=True).stdout)
        validators[kind] = jsonschema.Draft202012Validator(schema)
    damages(binary, folder, validators, int(times))
    recovery(binary, folder, int(times))
    print("damage: " + ("verified" if not failures else f"{len(failures)} failures"))
    return min(len(failures), 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

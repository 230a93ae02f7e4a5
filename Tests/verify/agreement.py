"""agreement.py BINARY FOLDER: the published schemas and the compiler refuse the same documents. Exit 1 if they differ.

Every shipped document, every document of the rules' cases and a thousand shipped documents with one change each are
judged twice: by `marplan lint` and, with the schema of their kind, by check-jsonschema. Of what lint finds, only that
counts which a schema can know: unknown and missing keys, YAML types, words of a closed list, excluding keys, the head.
"""

import collections
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys

import yaml

import mutants
import source

KINDS = ("plan", "part", "policy", "portfolio", "theme")
REPOSITORY = pathlib.Path(__file__).parent.parent.parent
CASES = REPOSITORY / "Tests/PlanRulesTests/Cases"
# Unknown key, missing key, wrong type, head, excluding keys.
KNOWN_TO_SCHEMAS = {"S003", "S004", "S005", "S018", "S025"}
# A schema may also refuse what the compiler reads as a quantity, a reference or a word that it is not.
READING = KNOWN_TO_SCHEMAS | {"S006", "S011", "S015", "S020", "K201"}
# The file is not the document that its text seems to be: what a validator would see of it is another one.
DAMAGED = {"S001", "S002", "S010", "S014", "S024"}


class Document:
    """One YAML document of a file: its kind, its content as JSON, and where each part of it stands."""

    def __init__(self, file, content, root):
        self.file, self.content = file, content
        self.keys, self.lines = places(root)
        kind = content.get("kind") if isinstance(content, dict) else None
        self.kind = kind if kind in KINDS else "plan"

    def holds(self, finding):
        """Whether a finding lies in this document of its file."""
        first, last = self.lines[()]
        return first <= finding["range"]["start"]["line"] <= last


class Sample:
    """Files that are linted together, of which some are compared."""

    def __init__(self, group, name, files, compared):
        self.group, self.name, self.files, self.compared = group, name, files, compared


def main(binary, folder):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    schemas = {kind: schema for kind in KINDS if (schema := published(binary, kind))}
    shipped = [file for file in sorted((REPOSITORY / "plans").rglob("*.yaml"))]
    samples = [Sample("shipped", None, {}, shipped)]
    samples += [written(sample, folder) for sample in cases()]
    samples += [written(sample, folder) for sample in mutated(shipped)]
    findings = lint(binary, samples)
    documents = [(sample, document) for sample in samples for file in sample.compared for document in read(file)]
    refusals = validate(schemas, [document for _, document in documents], folder)
    return report(samples, documents, findings, refusals, schemas)


def published(binary, kind):
    """A schema as the program prints it; None for a kind this version has not."""
    done = subprocess.run([binary, "schema", kind], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else None


# What is compared


def cases():
    """The blocks of the rules' case files, with the head that they leave out."""
    harness = (CASES.parent / "Harness.swift").read_text(encoding="utf-8")
    table = harness[harness.index("private let frame") : harness.index("/// One block of a case file")]
    frame = re.findall(r'\("(\w+)", "((?:[^"\\]|\\.)*)"\)', table)
    assert frame, "the head of the cases is not where it was"
    for file in sorted(CASES.glob("*.yaml")):
        if file.stem == "S014":
            continue
        blocks = re.split(r"^# (?:bad|ok):.*\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        for number, block in enumerate(blocks):
            pieces = re.split(r"^# file: (.*)\n", block, flags=re.MULTILINE)
            texts = dict(zip(["plan.yaml", *pieces[1::2]], [framed(pieces[0], frame), *pieces[2::2]]))
            inside = {name: text for name, text in texts.items() if ".." not in name and name.endswith(".yaml")}
            yield Sample("cases", f"{file.stem}-{number}", inside, [*read_by_lint(inside)])


def framed(text, frame):
    if text.lstrip("\n").startswith("# raw\n"):
        return text.replace("# raw\n", "")
    lines = text.split("\n---\n")[0].split("\n")
    missing = [line for key, line in frame if not any(written.startswith(key + ":") for written in lines)]
    return "\n".join(missing) + "\n" + text


def read_by_lint(texts):
    """The files of a block that lint reads: a part only if the plan includes it."""
    for name, text in texts.items():
        if re.search(r"^kind: part$", text, flags=re.MULTILINE) and name != "plan.yaml":
            if not re.search(rf"include:.*\b{re.escape(name)}\b", "\n".join(texts.values())):
                continue
        yield name


def mutated(shipped):
    """A thousand shipped documents with one change each, the same at every run."""
    chance = random.Random(20251122)
    bases = [document.content for file in shipped for document in read(file)]
    sizes = [len(list(mutants.nodes(base))) for base in bases]
    for number in range(1000):
        base = chance.choices(bases, sizes)[0]
        change, document = mutants.mutant(base, chance)
        text = yaml.dump(document, allow_unicode=True, sort_keys=False, width=120)
        files = {"mutant.yaml": f"# {change}\n{text}"}
        if isinstance(document, dict) and base["kind"] == "part":
            files["plan.yaml"] = (
                "{kind: plan, schema: 1, id: x, title: X, period: 2025, currency: CNY, owner: cmo, include: mutant.yaml}"
            )
        yield Sample("mutants", f"{number:04}", files, ["mutant.yaml"])


def written(sample, folder):
    for name, text in sample.files.items():
        path = folder / sample.group / sample.name / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sample.compared = [folder / sample.group / sample.name / name for name in sample.compared]
    return sample


def read(file):
    """The documents of a file as a validator sees them; none where the file is no YAML."""
    text = file.read_text(encoding="utf-8")
    try:
        contents = list(yaml.load_all(text, source.Core))
        roots = list(yaml.compose_all(text, source.Core))
    except (yaml.YAMLError, ValueError):
        return []
    return [Document(file, source.with_text_keys(content), root) for content, root in zip(contents, roots) if root]


def places(root):
    """The path to each key by the key's line and column, and the lines that each path's key and value take."""
    keys, lines = {}, {(): (root.start_mark.line + 1, root.end_mark.line + 1)}
    open = [(root, ())]
    while open:
        node, path = open.pop()
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = (*path, getattr(key, "value", None))
                start = key.start_mark.line + 1
                keys[start, key.start_mark.column + 1] = inner
                lines[inner] = (start, max(start, value.end_mark.line + (value.end_mark.column > 0)))
                open.append((value, inner))
        elif isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                inner = (*path, str(number))
                lines[inner] = (item.start_mark.line + 1, item.end_mark.line + 1)
                open.append((item, inner))
    return keys, lines


# The two verdicts


def lint(binary, samples):
    """What lint finds in each file, as far as a schema could know it; so many samples at a time, for memory's sake."""
    findings = collections.defaultdict(list)
    for start in range(0, len(samples), 100):
        names = [str(file) for sample in samples[start : start + 100] for file in all_files(sample)]
        done = subprocess.run([binary, "lint", "--format", "json", *names], capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(f"lint: exit {done.returncode}\n{done.stderr}")
        for finding in json.loads(done.stdout)["findings"]:
            if finding["code"] in READING | DAMAGED:
                findings[pathlib.Path(finding["path"]).resolve()].append(finding)
    return findings


def all_files(sample):
    return {*sample.compared, *(sample.compared[0].parent / name for name in sample.files)} if sample.compared else ()


def validate(schemas, documents, folder):
    """What check-jsonschema says of each document, by its place in the list."""
    refusals = collections.defaultdict(list)
    running = []
    for kind, schema in schemas.items():
        (folder / f"{kind}.schema.json").write_text(json.dumps(schema), encoding="utf-8")
        names = []
        for number, document in enumerate(documents):
            if document.kind == kind:
                name = folder / f"{number}.json"
                name.write_text(json.dumps(document.content, default=str), encoding="utf-8")
                names.append(name)
        if not names:
            continue
        command = [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", folder / f"{kind}.schema.json"]
        halves = [names[::2], names[1::2]]
        running += [subprocess.Popen(command + half, stdout=subprocess.PIPE, text=True) for half in halves if half]
    for process in running:
        answer = json.loads(process.communicate()[0] or "{}")
        if answer.get("status") not in ("ok", "fail") or answer.get("parse_errors"):
            sys.exit(f"check-jsonschema: {answer}"[:2000])
        for error in answer.get("errors", []):
            refusals[int(pathlib.Path(error["filename"]).stem)].append(Refusal(error["path"], error["message"]))
    return refusals


class Refusal:
    """What a validator has against a document, and at which keys."""

    def __init__(self, path, message):
        self.text = f"{path}: {message[:160]}"
        steps = re.findall(r"\.([\w]+)|\[(?:'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"|(\d+))\]", path)
        self.path = tuple(next(filter(None, step)) for step in steps)

    def is_at(self, finding, document):
        """Whether a finding lies where the validator points, or inside."""
        first, last = document.lines.get(self.path, document.lines[()])
        return first <= finding["range"]["start"]["line"] <= last


def is_united(path, schema):
    """Whether a key leads to a noun that several files may say together, which only lint sees whole."""
    node = schema
    for key in path:
        node = node.get("properties", {}).get(key, {})
        if "$ref" not in node:
            return False
        node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        node = node.get("then", node)
    return bool(path)


def is_known(finding, document, schemas):
    """Whether a schema can know what lint found."""
    if finding["code"] not in KNOWN_TO_SCHEMAS:
        return False
    if finding["code"] == "S018" and "cannot follow" in str(finding["message"]):
        # What stands before it in its file, a document's schema does not see.
        return False
    if finding["code"] != "S004":
        return True
    start = finding["range"]["start"]
    path = document.keys.get((start["line"], start["column"]), ())
    # The approval hangs on what the status says, the subject of a limit on whether a policy's is restated.
    if "`approval`" in str(finding["message"]) or (len(path) == 2 and path[0] == "limits"):
        return False
    return document.kind not in ("plan", "part") or not is_united(path, schemas[document.kind])


def compare(document, found, refusals, schemas):
    """What one of the two says and the other does not: each must answer the other at the same place."""
    known = [finding for finding in found if is_known(finding, document, schemas)]
    for refusal in refusals:
        if not any(finding["code"] in READING and refusal.is_at(finding, document) for finding in found):
            yield f"only the schema: {refusal.text}"
    for finding in known:
        if not any(refusal.is_at(finding, document) for refusal in refusals):
            line = finding["range"]["start"]["line"]
            yield f"only lint: line {line}, {finding['code']}: {finding['message']}"


def report(samples, documents, findings, refusals, schemas):
    counted = collections.Counter()
    failures = 0
    for number, (sample, document) in enumerate(documents):
        found = [f for f in findings[document.file.resolve()] if document.holds(f)]
        if DAMAGED.intersection(finding["code"] for finding in findings[document.file.resolve()]):
            counted[sample.group, "not what they seem to be"] += 1
            continue
        differences = list(compare(document, found, refusals[number], schemas))
        if not differences:
            counted[sample.group, "refused by both" if refusals[number] else "accepted by both"] += 1
            continue
        failures += 1
        if failures <= 40:
            print(f"FAIL  {document.file}")
            for line in differences[:3]:
                print(f"      {line}")
    for group in dict.fromkeys(sample.group for sample in samples):
        numbers = ", ".join(f"{count} {what}" for (g, what), count in sorted(counted.items()) if g == group)
        print(f"{group:10}  agreement     {numbers}")
        if not counted[group, "accepted by both"] or (group != "shipped" and not counted[group, "refused by both"]):
            failures += 1
            print(f"FAIL  {group}: documents of both kinds are wanted")
    print("verified" if failures == 0 else f"{failures} failures")
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

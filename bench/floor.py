"""The floor that everything is measured against, what is measured by it, and how commands take turns."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build" / "bench"

# Plans each ten times as long as the one before, in bytes.
GROWING = {"medium": 100_000, "big": 1_000_000, "huge": 10_000_000}
BIG = WORK / "big.yaml"

# Microseconds the floor took for a byte on the machine that targets in seconds were set for. A machine half as fast has
# twice the time: such a target is held as a multiple of what the floor takes in the same run.
REFERENCE = 0.024


def stop(message):
    sys.exit(f"bench: {message}")


def run(command, **options):
    print("+ " + " ".join(str(word) for word in command), file=sys.stderr)
    if subprocess.run(command, stdout=sys.stderr, **options).returncode:
        stop(f"{command[0]} failed")


def output(command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def here(path):
    """A path as seen from the top of the project, where every command is run: roundrobin splits at blanks."""
    return pathlib.Path(os.path.relpath(path.resolve(), ROOT))


def build_floor():
    """Compiles the floor and the program that has commands take turns."""
    WORK.mkdir(parents=True, exist_ok=True)
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang") or stop("no C compiler")
    yaml = output(["pkg-config", "--cflags", "--libs", "yaml-0.1"]).split() or stop("pkg-config does not know yaml-0.1")
    run([compiler, "-O2", "-o", WORK / "floor", HERE / "floor.c", *yaml, "-lpthread"])
    run([compiler, "-O2", "-o", WORK / "roundrobin", HERE / "roundrobin.c"])


def write_plans():
    """Writes the plans of GROWING and one of 8 kB; what the generator made before is kept. Gives a mark of the generator."""
    sources = [HERE / "corpus.py", *sorted((HERE / "generator").glob("*.py"))]
    made_by = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    mark = WORK / "plans.stamp"
    if not mark.exists() or mark.read_text() != made_by:
        for name, size in GROWING.items():
            run([sys.executable, HERE / "corpus.py", "big", WORK / f"{name}.yaml", str(size)])
        run([sys.executable, HERE / "corpus.py", "small", WORK / "small.yaml"])
        mark.write_text(made_by)
    return made_by


def timed(rounds, *commands):
    """A row a command: wall ms, resident kB and the ratio of wall times to the first."""
    lines = output([WORK / "roundrobin", str(rounds), *commands]).splitlines()
    if len(lines) != len(commands):
        stop("roundrobin failed")
    rows = []
    for line in lines:
        wall, _, resident, ratio, _, status, command = line.split("\t")
        if int(status) > 1:
            stop(f"exit {status} from {command}")
        rows.append(dict(wall=float(wall), resident=int(resident), ratio=float(ratio)))
    return rows

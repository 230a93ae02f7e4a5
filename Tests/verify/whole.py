"""whole.py BINARY FOLDER: kills builds at random moments, fills disks and closes streams; every file must stay whole.

Builds of an old and of a new state of the example plans follow one another into one folder and are killed (`kill -9`) at
seeded moments; each file in the folder must then be, byte for byte, one of the old or one of the new state, and the next
build must leave nothing of the killed one behind. Exit 1 if something does not hold.
"""

import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

MOMENTS = 50
OLD, NEW = "plans/quickstart", "plans/omnichannel-2025/corrected"
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print(f"FAIL  {what}")


def contents(folder):
    """The files of a folder by name, hidden ones and what is in folders too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*command, **options):
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True, "timeout": 60} | options
    return subprocess.run(command, **options)


def is_writing(folder):
    return folder.exists() and any(name.startswith(".marplan-") for name in os.listdir(folder))


def wait_for_writing(process, folder):
    while process.poll() is None and not is_writing(folder):
        pass


def writing_time(binary, folder):
    """Seconds from the first trace of a build in its folder to its end."""
    process = subprocess.Popen([binary, "build", NEW, "-o", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for_writing(process, folder)
    started = time.monotonic()
    process.wait()
    return time.monotonic() - started


def killed_builds(binary, folder):
    """Kills builds between their start and their end; gives how many were killed, and what was then to be seen."""
    whole = {}
    for name in (OLD, NEW):
        target = folder / "whole" / pathlib.Path(name).name
        expect(run(binary, "build", name, "-o", target).returncode == 0, f"build {name}")
        whole[name] = contents(target)
    started = time.monotonic()
    for _ in range(5):
        run(binary, "build", NEW, "-o", folder / "timed")
    length = (time.monotonic() - started) / 5
    writing = min(writing_time(binary, folder / f"timed{turn}") for turn in range(3))
    dice = random.Random(34)
    target = folder / "killed"
    seen = {"killed": 0, "old": 0, "new": 0, "mixed": 0, "left behind": 0}
    for moment in range(MOMENTS):
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(folder / "whole" / pathlib.Path(OLD).name, target)
        process = subprocess.Popen(
            [binary, "build", NEW, "-o", target], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if moment % 2:
            time.sleep(dice.uniform(0, 1.1 * length))
        else:
            # Most of a build goes by before the first file is written, and writing is soon done: half of the moments are
            # in it.
            wait_for_writing(process, target)
            time.sleep(dice.uniform(0, 1.1 * writing))
        process.kill()
        status = process.wait()
        found = contents(target)
        hidden = {name for name in found if name.startswith(".")}
        shown = {name: found[name] for name in found if name not in hidden}
        for name, data in shown.items():
            known = (whole[OLD].get(name), whole[NEW].get(name))
            expect(data in known, f"killed build {moment}: {name} is neither the old nor the new file")
        expect(set(shown) == set(whole[OLD]) | set(whole[NEW]), f"killed build {moment}: files {sorted(shown)}")
        expect(status in (0, -9), f"killed build {moment}: status {status}")
        expect(status != 0 or shown == whole[NEW], f"finished build {moment} has old files")
        seen["killed"] += status == -9
        seen["left behind"] += bool(hidden)
        seen["old" if shown == whole[OLD] else "new" if shown == whole[NEW] else "mixed"] += 1
        expect(run(binary, "build", NEW, "-o", target).returncode == 0, f"build after the killed one {moment}")
        expect(contents(target) == whole[NEW], f"killed build {moment} has left something behind")
    return seen, whole[NEW]


def full_disks(binary, folder, whole):
    """Builds into a disk of every size from empty to roomy: a tmpfs where one may be mounted, else a limit on files."""
    disk = folder / "disk"
    disk.mkdir()
    sizes = [0, 4, 16, 64, 128, 192, 256, 320, 384, 448, 512, 576, 640, 768, 1024, 2048]
    refused = 0
    kind = "tmpfs"
    for kilobytes in sizes:
        options = f"size={max(kilobytes, 4)}k,nr_inodes={4 if kilobytes == 0 else 100}"
        mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", disk]
        if os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0:
            try:
                refused += into(disk, binary, whole, f"a tmpfs of {kilobytes} kB")
            finally:
                subprocess.run(["umount", disk], check=True)
        else:
            kind = "limits on file sizes"
            shutil.rmtree(disk)
            disk.mkdir()
            shell = f'ulimit -f {max(1, kilobytes // 4)}; exec "$@"'
            refused += into(disk, "sh", whole, f"files of {kilobytes // 4} blocks", "-c", shell, "sh", binary)
    expect(0 < refused < len(sizes), f"{refused} of {len(sizes)} disks were too small")
    return kind, refused, len(sizes)


def into(disk, program, whole, what, *before):
    """Builds into a folder that may have too little room; whether it did."""
    (disk / "report.md").write_text("x") if "tmpfs of 0" not in what else None
    earlier = contents(disk)
    built = run(program, *before, "build", NEW, "-o", disk)
    found = contents(disk)
    if built.returncode == 0:
        expect(found == whole, f"{what}: the build ended with 0 and files are missing")
        return False
    expect(built.returncode == 2, f"{what}: status {built.returncode}: {built.stderr}")
    expect(found == earlier, f"{what}: something is left: {sorted(found)}")
    expect("nothing" in built.stderr, f"{what}: nothing is said: {built.stderr}")
    return True


def read_only_folder(binary, folder):
    """Builds into a folder that must not be written to."""
    target = folder / "readonly"
    target.mkdir()
    (target / "report.md").write_text("mine")
    root = os.geteuid() == 0
    if root:
        if subprocess.run(["mount", "--bind", target, target], capture_output=True).returncode != 0:
            return "skipped: nothing may be mounted here"
        subprocess.run(["mount", "-o", "remount,bind,ro", target], check=True)
    else:
        target.chmod(0o500)
    try:
        built = run(binary, "build", NEW, "-o", target)
        expect(built.returncode == 2 and str(target) in built.stderr, f"read-only folder: {built}")
        expect(contents(target) == {"report.md": b"mine"}, "read-only folder: something has changed")
        made = run(binary, "new", target / "n")
        expect(made.returncode == 2 and made.stderr, f"new in a read-only folder: {made}")
    finally:
        if root:
            subprocess.run(["umount", target], check=True)
        else:
            target.chmod(0o700)
    return "refused with status 2"


def streams(binary):
    """Standard output that takes nothing: a full device, a closed one, a reader that goes away."""
    with open("/dev/full", "wb") as full:
        for command in (["lint", NEW], ["rules"], ["explain", "B307"], ["schema", "plan"], ["schedule", NEW]):
            ended = run(binary, *command, stdout=full)
            expect(ended.returncode == 2 and "No space left" in ended.stderr, f"{command} > /dev/full: {ended}")
    for command in (["rules"], ["schema", "plan"], ["lint", "plans/omnichannel-2025/stated", "--format", "json"]):
        process = subprocess.Popen([binary, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read()
        status = process.wait()
        # What fits into the pipe before its reader goes away is written.
        expect(status == 2 and "Broken pipe" in said or status in (0, 1) and not said, f"{command} | head: {status} {said}")


def main(binary, folder):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    folder = folder.resolve()
    seen, whole = killed_builds(binary, folder)
    print(f"kill -9 at {MOMENTS} moments: " + ", ".join(f"{count} {what}" for what, count in seen.items()))
    kind, refused, count = full_disks(binary, folder, whole)
    print(f"{kind}: {refused} of {count} too small, each refused with status 2 and nothing left")
    print(f"read-only folder: {read_only_folder(binary, folder)}")
    streams(binary)
    print("whole files: " + ("verified" if not failures else f"{len(failures)} failures"))
    return min(len(failures), 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

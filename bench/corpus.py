#!/usr/bin/env python3
"""Writes valid plans to measure with: Chinese and English, flow and block style, comments, quoted and folded text.

    corpus.py small OUT.yaml             one plan of about 8 kB
    corpus.py big   OUT.yaml [BYTES]     one plan grown to about BYTES (default 1,000,000)
    corpus.py tree  FOLDER [COUNT]       COUNT plans of about 8 kB, 100 a folder (default 10,000)

Every figure is consistent, so a plan lints clean; in the tree every tenth plan has exactly the three findings
of FINDINGS. The same arguments give the same bytes. Standard library only.
"""

import multiprocessing
import os
import sys

from generator.document import plan


def has_findings(number):
    """Whether the plan of this number in the tree is one of those with findings."""
    return number % 10 == 7


def write_file(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def write_folder(arguments):
    folder, first, last = arguments
    os.makedirs(folder, exist_ok=True)
    for number in range(first, last):
        write_file(
            os.path.join(folder, f"plan-{number:06d}.yaml"), plan(number + 1, number, findings=has_findings(number))
        )


def main(arguments):
    if len(arguments) < 2 or arguments[0] not in ("small", "big", "tree"):
        sys.exit(__doc__)
    what, out = arguments[:2]
    if what == "small":
        write_file(out, plan(1, 1))
    elif what == "big":
        wanted = int(arguments[2]) if len(arguments) > 2 else 1_000_000
        sample = len(plan(1, 1, scale=20).encode()) / 20
        write_file(out, plan(1, 1, scale=max(1, round(wanted / sample))))
    else:
        count = int(arguments[2]) if len(arguments) > 2 else 10_000
        folders = [
            (os.path.join(out, f"{first // 100:04d}"), first, min(first + 100, count)) for first in range(0, count, 100)
        ]
        with multiprocessing.Pool() as pool:
            pool.map(write_folder, folders)


if __name__ == "__main__":
    main(sys.argv[1:])

"""pictures.py BINARY FOLDER: builds the report of the example plan and takes the pictures that the README shows.

Page one on a wide window in English and 简体中文, and its beginning on a phone. Same plan, same browser, same typefaces: same
pictures.
"""

import pathlib
import subprocess
import sys

from browser import Browser
from PIL import Image

PLAN = "plans/omnichannel-2025/stated"
AS_OF = "2024-11-15"
PICTURES = (  # name, language, width of the window, what ends the picture, pixels for one of CSS
    ("report-en", "en", 1280, "nav.toc", 1),
    ("report-zh-Hans", "zh-Hans", 1280, "nav.toc", 1),
    ("report-phone", "en", 390, ".p1 > :nth-child(3)", 2),
)
COLOURS = 96  # of a palette: text, its edges, and the few colours of the charts


def main(binary, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    built = pathlib.Path("build/pictures")
    with Browser() as browser:
        for name, language, width, end, scale in PICTURES:
            command = [binary, "build", "--as-of", AS_OF, "--lang", language, "-o", built / language, PLAN]
            # Status 1: the plan has errors, which is what its report shows.
            if subprocess.run(command, stdout=subprocess.DEVNULL).returncode > 1:
                sys.exit(f"{PLAN} cannot be built")
            browser.open(built / language / "report.html", width, scale=scale)
            bottom = browser.ask(f"Math.round(document.querySelector('{end}').getBoundingClientRect().bottom) + 12")
            file = folder / f"{name}.png"
            browser.picture(file, (0, 0, width, bottom))
            with Image.open(file) as picture:
                picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, optimize=True)
            print(f"{file}  {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])

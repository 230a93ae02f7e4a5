"""Chromium without a window, spoken to over its DevTools socket: opens pages, answers questions about them, prints them."""

import base64
import contextlib
import json
import pathlib
import shutil
import subprocess
import tempfile
import time

from websockets.sync.client import connect

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Browser:
    """One running Chromium with one page in it."""

    def __init__(self):
        program = next(filter(None, map(shutil.which, NAMES)), None)
        if program is None:
            raise FileNotFoundError("Chromium is not on PATH")
        self.profile = tempfile.mkdtemp(prefix="marplan-chromium-")
        # Nothing that differs between machines: no sandbox needed for files of our own, no scroll bars that take room.
        self.process = subprocess.Popen(
            [
                *(program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
                *("--disable-background-networking", "--disable-extensions", "--disable-dev-shm-usage"),
                *("--force-color-profile=srgb", "--font-render-hinting=none", "--lang=en-US"),
                *("--remote-debugging-port=0", f"--user-data-dir={self.profile}", "about:blank"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            port, path = self._address()
            self.socket = connect(f"ws://127.0.0.1:{port}{path}", max_size=None, proxy=None)
            self.number, self.session, self.events = 0, None, []
            target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
            attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
            self.session = attached["sessionId"]
            for domain in ("Page", "Runtime", "Log", "Network"):
                self.call(f"{domain}.enable")
        except BaseException:
            self.close()
            raise

    def _address(self):
        """The port and path at which the browser listens; it writes them into its profile when it is ready."""
        file = pathlib.Path(self.profile, "DevToolsActivePort")
        for _ in range(300):
            with contextlib.suppress(FileNotFoundError, ValueError):
                port, path = file.read_text().split()
                return port, path
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise TimeoutError("Chromium does not start")

    def call(self, method, **parameters):
        """The answer to one command; events that come before it are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv(timeout=60))
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def open(self, file, width=1280, height=1500, dark=False, scale=1):
        """Opens a file at a width and waits until it is laid out. Gives the events that came meanwhile."""
        self.events.clear()
        self.resize(width, height, scale)
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[theme])
        self.call("Page.navigate", url=pathlib.Path(file).resolve().as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(json.loads(self.socket.recv(timeout=60)))
        self.ask("document.fonts.ready.then(() => 1)")
        return list(self.events)

    def resize(self, width, height=1500, scale=1):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def ask(self, expression):
        """The value of an expression of JavaScript in the page; of a promise, what it gives."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "script fails"))
        return answer["result"].get("value")

    def press(self, key, code=None):
        for kind in ("rawKeyDown", "char", "keyUp") if key == "Enter" else ("rawKeyDown", "keyUp"):
            text = {"text": "\r"} if kind == "char" else {}
            number = {"Tab": 9, "Enter": 13}[key]
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=number, **text)

    def picture(self, file, clip=None):
        """Writes the page, or a part of it in CSS pixels, as PNG."""
        parameters = {"format": "png", "captureBeyondViewport": True}
        if clip:
            parameters["clip"] = dict(zip(("x", "y", "width", "height"), clip), scale=1)
        data = self.call("Page.captureScreenshot", **parameters)["data"]
        pathlib.Path(file).write_bytes(base64.b64decode(data))

    def print(self, file, width, height):
        """Prints the page as PDF on paper of this size in inches, edges as the page itself wants them."""
        data = self.call(
            "Page.printToPDF", paperWidth=width, paperHeight=height, printBackground=True, preferCSSPageSize=False
        )["data"]
        pathlib.Path(file).write_bytes(base64.b64decode(data))

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        shutil.rmtree(self.profile, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

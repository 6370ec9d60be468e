"""A headless Chromium driven over WebDriver, which is JSON over HTTP: no package is needed beside chromedriver."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
DRIVER = shutil.which("chromedriver")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
MISSING = None if DRIVER and CHROMIUM else "no chromium and chromedriver on PATH (Debian: chromium chromium-driver)"


class Browser:
    """One session. Scripts and queries of a test run in the page's context, but not under its policy."""

    def __init__(self, address: str) -> None:
        self._address = address

    def call(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(self._address + path, data, {"Content-Type": "application/json"}, method=method)
        with urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, page: Path, fragment: str = "") -> None:
        self.requests()  # forget what earlier pages asked for
        self.call("POST", "/url", {"url": page.as_uri() + fragment})

    def run(self, script: str, *arguments: object) -> Any:
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script: str) -> Any:
        return self.call("POST", "/execute/async", {"script": script, "args": []})

    def click(self, selector: str) -> None:
        found = self.call("POST", "/element", {"using": "css selector", "value": selector})
        self.call("POST", f"/element/{next(iter(found.values()))}/click", {})

    def press(self, keys: str) -> None:
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})

    def emulate(self, command: str, **parameters: object) -> Any:
        """A command of the DevTools protocol, such as `Emulation.setEmulatedMedia`."""
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def scheme(self, name: str) -> None:
        wanted = {"prefers-color-scheme": name, "prefers-reduced-motion": "reduce"}  # half faded, nothing can be judged
        self.emulate(
            "Emulation.setEmulatedMedia", features=[{"name": key, "value": value} for key, value in wanted.items()]
        )

    def width(self, pixels: int) -> None:
        self.emulate("Emulation.setDeviceMetricsOverride", width=pixels, height=900, deviceScaleFactor=1, mobile=False)

    def requests(self) -> list[str]:
        """Every address asked for since the last call, but for what the page's policy held back."""
        logged = self.call("POST", "/se/log", {"type": "performance"})
        messages = [json.loads(line["message"])["message"] for line in logged]
        blocked = {
            message["params"]["requestId"]
            for message in messages
            if message["method"] == "Network.loadingFailed" and message["params"].get("blockedReason") == "csp"
        }
        return [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent" and message["params"]["requestId"] not in blocked
        ]


@contextmanager
def browsing(profile: Path) -> Iterator[Browser]:
    """A browser with a new profile in the empty folder `profile`, ended with the block."""
    assert DRIVER
    assert CHROMIUM
    driver = subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert driver.stdout
    try:
        started = next(match for line in driver.stdout if (match := re.search(r"successfully on port (\d+)", line)))
        server = Browser(f"http://127.0.0.1:{started[1]}")
        options = {"binary": CHROMIUM, "args": [*FLAGS, f"--user-data-dir={profile}", "--window-size=1360,900"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"performance": "ALL"}}
        session = server.call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        browser = Browser(f"http://127.0.0.1:{started[1]}/session/{session}")
        try:
            browser.call("POST", "/url", {"url": "about:blank"})  # away from the new tab page and what it loads
            yield browser
        finally:
            browser.call("DELETE", "")
    finally:
        driver.terminate()
        driver.wait(timeout=20)
        driver.stdout.close()

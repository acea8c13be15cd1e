"""Makes docs/images/dossier.png, the picture in the README, from the bundled example.

Run it after a change of the page: `python docs/make_screenshot.py`. Needs Chromium and what requirements-dev.txt names.
The picture shows the first utterance that outlets word differently, with one of its passages pinned in the source text.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import rashomon
from rashomon.cli.demo import example

TARGET = Path(__file__).parent / "images" / "dossier.png"
LARGEST = 300_000
SIZE = {"width": 1280, "height": 800}


def main() -> int:
    """Write the picture; 1 when it is too large for a README."""
    program = shutil.which("chromium")
    if not program:
        print("no Chromium on this machine: apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = rashomon.compare([example()]).save(Path(folder) / "ferry.html")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-quic"])
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
        page.goto(page_file.resolve().as_uri())
        page.wait_for_selector(".back", state="attached")
        card = page.locator("article.said:has(mark.differs)").first
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        top = card.bounding_box() or {"y": 0.0}
        page.evaluate("y => scrollTo({top: y - 150, behavior: 'instant'})", top["y"])
        card.locator("a.cite").first.click()
        page.mouse.move(1, 1)
        page.wait_for_timeout(300)
        TARGET.parent.mkdir(exist_ok=True)
        page.screenshot(path=TARGET)
        browser.close()
    size = TARGET.stat().st_size
    print(f"{TARGET}: {size} bytes")
    return 0 if size < LARGEST else 1


if __name__ == "__main__":
    sys.exit(main())

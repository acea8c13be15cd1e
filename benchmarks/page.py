"""Size of the page of a dossier and how soon Chromium paints it: `python benchmarks/page.py PATH... [--reports N]`.

PATH: reports or folders as for `rashomon compare`, or one JSONL file of articles; of a JSONL file the first `--reports`
articles are taken for one story, whatever they tell, the hardest page there is: nothing is shared.
Prints bytes, milliseconds to first contentful paint and to the end of loading (median of five, warm browser), and the
nodes of the page. Needs Chromium and playwright; asks no network.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import rashomon

PAINT = """() => new Promise(done => {
  const told = () => performance.getEntriesByName('first-contentful-paint')[0];
  const wait = () => told() ? done([told().startTime, performance.getEntriesByType('navigation')[0].loadEventEnd,
    document.querySelectorAll('*').length]) : requestAnimationFrame(wait);
  wait();
})"""


def first_articles(path: Path, many: int, folder: Path) -> Path:
    """A JSONL file in `folder` with the first `many` lines of the one at `path`."""
    with path.open(encoding="utf-8") as lines:
        head = [line for line, _ in zip(lines, range(many), strict=False)]
    short = folder / path.name
    short.write_text("".join(head), encoding="utf-8")
    return short


def painted(program: str, page_file: Path, rounds: int = 5) -> tuple[float, float, int]:
    """Median milliseconds to first paint and to the end of loading, and the number of nodes."""
    from playwright.sync_api import sync_playwright

    found: list[Any] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-quic"])
        for _ in range(rounds + 1):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(page_file.as_uri())
            found.append(page.evaluate(PAINT))
            page.close()
        browser.close()
    first, loaded, nodes = zip(*found[1:], strict=True)  # the first round warms the browser
    return statistics.median(first), statistics.median(loaded), nodes[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--reports", type=int, default=60)
    args = parser.parse_args()
    program = shutil.which("chromium")
    if not program:
        print("no Chromium on this machine: apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [first_articles(p, args.reports, folder) if p.suffix == ".jsonl" else p for p in args.paths]
        dossier = rashomon.compare(paths)
        page = dossier.save(folder / "page.html")
        first, loaded, nodes = painted(program, page.resolve())
        reports = len(dossier.to_dict()["articles"])
        print(f"{reports} reports: {page.stat().st_size:,} bytes, {nodes:,} nodes, ", end="")
        print(f"first paint {first:.0f} ms, loaded {loaded:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())

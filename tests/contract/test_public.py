"""The public surface: a short list, light to import."""

from __future__ import annotations

import subprocess
import sys

import rashomon


def test_public_names() -> None:
    assert sorted(rashomon.__all__) == rashomon.__all__
    for name in rashomon.__all__:
        assert getattr(rashomon, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(rashomon, "nothing_of_this_name")


def test_import_is_light() -> None:
    code = "import sys, rashomon; print(' '.join(sorted(m for m in sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"lxml", "numpy", "trafilatura", "rich", "jinja2", "py3langid", "argparse"}
    assert not heavy & {name.split(".")[0] for name in loaded}


def test_comparing_text_files_loads_no_html_library() -> None:
    code = (
        "import sys, rashomon, pathlib;"
        "paths = sorted(pathlib.Path('examples/ferry').glob('*.txt'));"
        "d = rashomon.compare(paths).to_dict();"
        "assert len(d['articles']) == 5;"
        "print(' '.join(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "numpy", "trafilatura"} & {name.split(".")[0] for name in loaded}

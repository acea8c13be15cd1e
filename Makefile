# Two commands set everything up on a machine with Python >= 3.11 and make:
#   make demo    installs, compares the bundled example, names the page it wrote
#   make test    installs what tests need and runs them
# `make check` is what CI runs: format, lint, types, layers, tests, floors.

# The first Python that runs and is new enough (a name on the PATH may be a shim that leads nowhere).
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
SHARED ?= $(or $(RASHOMON_SHARED),../shared)
WORKERS ?= 2

.PHONY: demo test check format lint types layers floors clean

demo: $(VENV)/.installed
	@mkdir -p build
	@echo "The dossier of the bundled example:"
	@$(BIN)/rashomon demo --no-open --out build/ferry.html

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(WORKERS)

check: format lint types layers test floors

format: $(VENV)/.dev
	$(BIN)/ruff format --check src tests training benchmarks

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests training benchmarks

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

floors: $(VENV)/.dev
	RASHOMON_SHARED="$(SHARED)" $(BIN)/python benchmarks/floors.py

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Rashomon needs Python 3.11 or newer on the PATH"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r requirements-dev.txt
	@touch $@

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

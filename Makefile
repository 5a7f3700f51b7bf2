# `make demo` and `make test` set everything up on a fresh checkout; each runs again in seconds.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench lock clean

demo: $(VENV)/.run-ready
	@rm -rf build/demo && mkdir -p build/demo
	@$(BIN)/summitry sample --to build/demo/articles
	@$(BIN)/summitry read build/demo/articles --record build/demo/demo.sqlite
	@$(BIN)/summitry timeline --record build/demo/demo.sqlite

test: $(VENV)/.dev-ready lint
	$(BIN)/pytest --cov --cov-report=term:skip-covered

lint: $(VENV)/.dev-ready
	$(BIN)/ruff format --check src tests benchmarks docs
	$(BIN)/ruff check src tests benchmarks docs
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "summitry needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev-ready: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run-ready

# Pins every dependency with its hashes; names no index.
lock: EXTRAS = --extra build --extra dev --extra web --extra plots --extra panels --extra scale --extra boosted
lock:
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra build -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(EXTRAS) -o requirements-dev.lock pyproject.toml

bench: $(VENV)/.dev-ready
	$(BIN)/python benchmarks/all.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

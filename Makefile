# GAN Studio from a checkout. `make run` is all that most people need; `make help` lists the rest.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt

# Written only when everything is installed, so that an interrupted set-up is taken up again; pip keeps what it has fetched.
READY := $(VENV)/.ready
READY_TO_DEVELOP := $(VENV)/.ready-to-develop

.DEFAULT_GOAL := help
.PHONY: help run env dev test lint bench verify screenshots clean python

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY) ## set up what is missing and open the studio with the demo training
	@$(BIN)/python packaging/prepare.py window $(VENV)
	@$(BIN)/gan-studio demo

env: $(READY) ## only set up .venv with .venv/bin/gan-studio

dev: $(READY_TO_DEVELOP) ## set up .venv with everything that tests and checks need

test: $(READY_TO_DEVELOP) ## set up what is missing and run the tests
	@$(BIN)/python packaging/prepare.py tests $(VENV)
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: $(READY_TO_DEVELOP) ## style, types and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY_TO_DEVELOP) ## measure speed on this machine; leave it alone meanwhile
	@$(BIN)/python packaging/prepare.py tests $(VENV)
	@$(BIN)/python -m tests.bench

verify: $(READY_TO_DEVELOP) ## the long checks: slow tests, and trainings judged from outside
	@$(BIN)/python packaging/prepare.py tests $(VENV)
	@failed=; \
	$(BIN)/python -m pytest -m slow --timeout 0 || failed="$$failed pytest"; \
	for judge in $(notdir $(basename $(wildcard tests/verify/verify_*.py))); do \
		echo "== tests.verify.$$judge"; \
		$(BIN)/python -m tests.verify.$$judge || failed="$$failed $$judge"; \
	done; \
	if [ -n "$$failed" ]; then echo "Not verified:$$failed"; exit 1; fi

.PHONY: verify-doctor
verify-doctor: $(READY_TO_DEVELOP) ## the doctor's labelled suite: hours, taken up again where it was; writes its page of the help
	@$(BIN)/python packaging/prepare.py tests $(VENV)
	@$(BIN)/python -m tests.verify.verify_doctor --page resources/help/doctor-figures.md

screenshots: $(READY_TO_DEVELOP) ## draw every panel into screenshots/
	@$(BIN)/python packaging/prepare.py tests $(VENV)
	@$(BIN)/python -m tests.screenshots

clean: ## remove caches and builds; the next make looks .venv over and mends it. Runs are never touched
	rm -rf build dist screenshots .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis .benchmarks $(READY) $(READY_TO_DEVELOP)
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "GAN Studio needs Python 3.11 or newer, and '$(PYTHON)' is not. Name one: make run PYTHON=/path/to/python3.11"; exit 1; } >&2

$(READY): pyproject.toml constraints.txt | python
	@$(PYTHON) packaging/prepare.py environment $(VENV)
	@echo "Installing GAN Studio into $(VENV). PyTorch is several gigabytes: the first time takes a while, and may be interrupted and taken up again."
	$(PIP) --editable .
	@touch $@

$(READY_TO_DEVELOP): $(READY)
	$(PIP) --editable '.[dev]'
	@touch $@

# One target per job; .ci/run calls the same ones. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NEEDS := $(VENV)/.needs
PYTEST := -m pytest --numprocesses=auto --dist=loadfile
INSTALLED := build/installed

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help venv demo test lint types docs coverage check wheel-test fuzz schema clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

venv: $(NEEDS)-dev ## Create .venv with everything that a contributor needs

demo: $(NEEDS) ## Read an example press release into a timeline
	$(BIN)/incident-timeline read docs/examples/harrow-road.txt \
		--published 2023-11-24 --zone Europe/London --fail-on never

test: $(NEEDS)-test ## Run the tests, all but the longest, and every example in the docs
	$(BIN)/python $(PYTEST)

lint: $(NEEDS)-lint ## Check style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(NEEDS)-types ## Check types, ours and what users see of them
	$(BIN)/mypy
	$(BIN)/pyright
	PYTHONPATH=src $(BIN)/pyright --pythonpath $(BIN)/python \
		--verifytypes incident_timeline --ignoreexternal

docs: $(NEEDS)-docs ## Build the docs into build/docs; a warning is an error
	$(BIN)/sphinx-build --nitpicky --fail-on-warning --keep-going --quiet \
		docs build/docs

coverage: export HYPOTHESIS_PROFILE ?= ci
coverage: $(NEEDS)-test ## Run all tests, the long ones too, and demand every branch
	$(BIN)/coverage erase
	$(BIN)/coverage run $(PYTEST)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

wheel-test: ## Build sdist and wheel, run the tests on the wheel alone
	rm -rf $(INSTALLED)
	$(PYTHON) -m venv $(INSTALLED)/venv
	$(INSTALLED)/venv/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(INSTALLED)/venv/bin/python -m pip install --quiet --group build
	$(INSTALLED)/venv/bin/python -m build --outdir $(INSTALLED)/dist > $(INSTALLED)/log
	$(INSTALLED)/venv/bin/python -m pip install --quiet --group test \
		"$$(echo $(INSTALLED)/dist/*.whl)[all]" "mypy>=1.18"
	cp -R tests docs conftest.py pyproject.toml *.md $(INSTALLED)
	cd $(INSTALLED) && INCIDENT_TIMELINE_TYPES=1 venv/bin/python $(PYTEST)

fuzz: $(NEEDS)-fuzz ## Fuzz the reader of prose for ten minutes
	mkdir -p build/fuzz
	$(BIN)/python -m tests.fuzz.run build/fuzz tests/fuzz/found \
		-max_total_time=600 -timeout=30 -artifact_prefix=build/

check: lint types coverage docs wheel-test ## All of the above

schema: $(NEEDS)-test ## Write the generated pages and the JSON Schema anew
	$(BIN)/python docs/_generate.py

clean: ## Remove all that the other targets made
	rm -rf $(VENV) build .coverage .coverage.* .hypothesis \
		.mypy_cache .pytest_cache .ruff_cache

$(NEEDS): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[all]"
	@touch $@

$(NEEDS)-%: $(NEEDS)
	$(BIN)/python -m pip install --quiet --group $*
	@touch $@

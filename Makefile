# Every target sets up what it needs: a virtual environment in .venv with pinned packages, made once.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed
SPACY := $(VENV)/.installed-spacy
TABLES := $(VENV)/.installed-tables
# As an environment variable the pins hold for the build of the package too.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
INSTALL := $(PY) -m pip install --quiet

.PHONY: help demo test browser lint types bench score model tables lexicon spacy format clean
.DEFAULT_GOAL := help

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Rawi needs Python 3.11 or newer; $(PYTHON) is older. Say which with: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null && $(PYTHON) -m venv $(VENV) \
	 || { $(PYTHON) -m venv --without-pip $(VENV) 2>/dev/null && $(PYTHON) -m pip --python $(PY) install --quiet pip 2>/dev/null; } \
	 || { rm -rf $(VENV); echo "Python cannot make a virtual environment here. On Debian and Ubuntu run:  apt-get install python3-venv   and then make again." >&2; exit 1; }

$(STAMP): $(PY) pyproject.toml constraints.txt
	@echo "Installing Rawi into $(VENV) …"
	@$(INSTALL) --editable '.[dev]'
	@touch $@

$(SPACY): $(STAMP)
	@$(INSTALL) --editable '.[spacy]'
	@touch $@

$(TABLES): $(STAMP)
	@$(INSTALL) --editable '.[tables]'
	@touch $@

demo: $(STAMP) ## Read the sample reports and write a page for each
	@$(PY) demo/run.py

test: $(STAMP) ## Run all tests
	@$(PY) -m pytest

lint: $(STAMP) ## Check style and layout
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

format: $(STAMP) ## Lay the code out
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

types: $(STAMP) ## Check types
	@$(PY) -m mypy

lexicon: $(STAMP) ## Check the tables and count them
	@$(VENV)/bin/rawi lexicon check
	@$(VENV)/bin/rawi lexicon stats

bench: $(STAMP) ## Measure speed, start-up time and memory
	@$(PY) benchmarks/speed.py

score: $(STAMP) ## Measure against the test sets in ../shared and compare with eval/floors.toml
	@$(PY) tools/score_all.py

model: $(STAMP) ## Train the models of confidence on ../shared and eval/annotations, and measure them
	@$(PY) tools/train_confidence.py

browser: $(STAMP) ## Install Chromium for the tests of the page (Debian, as root)
	@sh tools/install_browser.sh

spacy: $(SPACY) ## Install the spaCy component's requirements

tables: $(TABLES) ## Rebuild the generated data (src/rawi/data)
	@for script in tools/build_*.py; do echo "$$script"; $(PY) $$script || exit 1; done

clean: ## Remove the virtual environment and all caches
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis demo/out build dist

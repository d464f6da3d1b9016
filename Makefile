# Two targets are all a newcomer needs: `make site` and `make test`. Everything else is a part of them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site test check lint serve evaluate lock clean

site: $(VENV)/run.stamp  ## seeds/ -> docs/ -> site/, with all set-up
	$(BIN)/dossier build

test: $(VENV)/dev.stamp  ## all set-up, then every test
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered $(PYTEST)

check: $(VENV)/run.stamp  ## what CI asks of a change to seeds/: no open error, docs/ current
	$(BIN)/dossier check
	$(BIN)/dossier generate --check

lint: $(VENV)/dev.stamp  ## format in place, then the same checks that `make test` runs
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy
	$(BIN)/lint-imports

serve: $(VENV)/run.stamp  ## build, watch, rebuild, reload
	$(BIN)/dossier serve

evaluate: $(VENV)/dev.stamp  ## how well the annotators read: our own set, and labelled sets in DATA
	$(BIN)/python -m tests.evaluation $(DATA)

lock: $(VENV)/dev.stamp  ## resolve requirements/*.in anew into hashed lock files
	cd requirements && for part in run dev; do ../$(BIN)/python -m piptools compile --quiet --strip-extras \
	  --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --upgrade --output-file $$part.txt $$part.in; done

clean:  ## everything that can be made again
	rm -rf $(VENV) site .cache *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "dossier needs Python 3.11 or newer (make PYTHON=python3.12 …)")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	$(BIN)/python -m generator.german.names.cluster_table
	touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	touch $@

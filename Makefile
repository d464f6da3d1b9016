# Two targets are all a newcomer needs: `make site` and `make test`. Everything else is a part of them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
AUDIT  := $(VENV)-audit
FUZZ   := $(VENV)-fuzz
TIME   ?= 60
BASE   ?= origin/main

.PHONY: site test coverage check diff lint serve evaluate scale fuzz sbom audit lock clean

site: $(VENV)/run.stamp  ## seeds/ -> docs/ -> site/, with all set-up
	$(BIN)/dossier build

test: $(VENV)/dev.stamp  ## all set-up, then every test
	$(BIN)/python -m pytest --durations=15 $(PYTEST)

coverage: $(VENV)/dev.stamp  ## the same, and which lines no test reaches: half as long again
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered $(PYTEST)

check: $(VENV)/run.stamp  ## what CI asks of a change to seeds/: no open error, docs/ current
	$(BIN)/dossier check
	$(BIN)/dossier generate --check

diff: $(VENV)/run.stamp  ## what readers would see change since BASE, as Markdown
	$(BIN)/dossier diff $(BASE)

lint: $(VENV)/dev.stamp  ## format in place, then the same checks that `make test` runs
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy
	$(BIN)/lint-imports

serve: $(VENV)/run.stamp  ## build, watch, rebuild, reload
	$(BIN)/dossier serve

evaluate: $(VENV)/dev.stamp  ## how well the annotators read: our own set, and labelled sets in DATA
	$(BIN)/python -m tests.evaluation $(DATA)

scale: $(VENV)/dev.stamp  ## what a change costs among SOURCES (1000) made-up sources; about ten minutes
	$(BIN)/python -m tests.scale $(SOURCES)

fuzz: $(FUZZ)/fuzz.stamp $(VENV)/dev.stamp  ## coverage-guided fuzzing, TIME seconds for each of TARGETS (default: all)
	PYTHONPATH=$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') \
	  $(FUZZ)/bin/python -m tests.fuzz --seconds $(TIME) $(TARGETS)

sbom: $(AUDIT)/audit.stamp $(VENV)/run.stamp  ## sbom.cdx.json: everything a site is built with (CycloneDX)
	$(AUDIT)/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --output-file sbom.cdx.json $(BIN)/python

audit: $(AUDIT)/audit.stamp  ## known vulnerabilities of what is locked; asks a public database
	$(AUDIT)/bin/pip-audit --disable-pip --require-hashes --requirement requirements/dev.txt

lock: $(VENV)/dev.stamp  ## resolve requirements/*.in anew into hashed lock files
	cd requirements && for part in run dev audit fuzz; do ../$(BIN)/python -m piptools compile --quiet --strip-extras \
	  --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --upgrade --output-file $$part.txt $$part.in; done

clean:  ## everything that can be made again
	rm -rf $(VENV) $(AUDIT) $(FUZZ) sbom.cdx.json site .cache *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

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

$(AUDIT)/audit.stamp: requirements/audit.txt
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement requirements/audit.txt
	touch $@

$(FUZZ)/fuzz.stamp: requirements/fuzz.txt | $(VENV)/bin/python
	$(BIN)/python -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement requirements/fuzz.txt
	touch $@

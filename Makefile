# One target for each thing that one does; `make test` is what CI runs.
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TRAINED := $(VENV)/.trained
SUPPORTED := (3, 11) <= sys.version_info[:2] < (3, 14)
PYTHON ?= $(firstword $(foreach name,python3.11 python3 python3.12 python3.13,$(shell \
	$(name) -c 'import sys; sys.exit(not $(SUPPORTED))' 2>/dev/null && echo $(name))))

# Where `make train` reads labelled passages, works, and leaves the reader's files.
CORPUS ?= training/data
TRAINING ?= data/training
MODEL ?= seeds/model

export DAGSTER_DISABLE_TELEMETRY := 1

.PHONY: run test format ui evaluate train lock clean

run: $(INSTALLED)
	@$(BIN)/wirehouse build
	@echo; echo "Trade between two countries, observed and aimed at:"
	@$(BIN)/wirehouse query "$$(cat sql/examples/trade_against_target.sql)"
	@echo; echo "Who met whom:"
	@$(BIN)/wirehouse query "$$(cat sql/examples/who_met_whom.sql)"
	@echo; echo "What was signed or ratified:"
	@$(BIN)/wirehouse query "$$(cat sql/examples/agreements.sql)"

test: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(BIN)/pytest

format: $(INSTALLED)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

ui: $(INSTALLED)
	$(BIN)/wirehouse ui

evaluate: $(INSTALLED)
	$(BIN)/python -m pipelines.evaluation --reader rules
	$(BIN)/python -m pipelines.evaluation --reader trained

train: $(TRAINED)
	$(BIN)/python -m training.prepare $(CORPUS) $(TRAINING) seeds/reference
	$(BIN)/python -m training.train $(TRAINING)/examples.pickle $(TRAINING)
	$(BIN)/python -m training.export $(TRAINING)/checkpoint.pt $(MODEL)

lock:
	uv lock -q
	uv export -q --format requirements.txt --no-emit-project --extra dev -o requirements.lock

clean:
	rm -rf $(VENV) data

$(INSTALLED): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Wirehouse needs Python 3.11 to 3.13: none is on the PATH" \
		"(make PYTHON=/path/to/python names one)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(None if $(SUPPORTED) else \
		"Wirehouse needs Python 3.11 to 3.13, found " + sys.version)'
	@echo "Installing the locked packages into $(VENV): minutes, once"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install -qq --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib pipelines >/dev/null || true
	@touch $@

$(TRAINED): $(INSTALLED)
	@$(BIN)/python -m pip install -qq --no-build-isolation -e '.[train]'
	@touch $@

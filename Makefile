# One target for each thing that one does; `make test` is what CI runs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TRAINED := $(VENV)/.trained
export PYTHONPYCACHEPREFIX :=
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

train: $(INSTALLED) $(TRAINED)
	$(BIN)/python -m training

lock:
	uv lock -q
	uv export -q --format requirements.txt --no-emit-project --extra dev -o requirements.lock

clean:
	rm -rf $(VENV) data

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info[:2] < (3, 14); \
		sys.exit(None if ok else "Wirehouse needs Python 3.11 to 3.13, found " + sys.version)'
	@echo "Installing the locked packages into $(VENV) (minutes at the first time)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install -qq --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib pipelines >/dev/null || true
	@touch $@

$(TRAINED): $(INSTALLED)
	$(BIN)/python -m pip install -qq -e '.[train]'
	@touch $@

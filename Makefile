# Needs make and Python 3.11 or newer; everything else goes into .venv. `make` alone lists the targets.

PORT ?= 8501
PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11 python
UV := uv==0.13.9

VENV := .venv
ENV := $(VENV)/pyvenv.cfg
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
RUN_READY := $(VENV)/run.stamp
TEST_READY := $(VENV)/test.stamp

# The first Chromium on this computer that starts; empty means the one Playwright brings.
CHROMIUM = $(or $(LAGEBILD_CHROMIUM),$(shell for name in chromium chromium-browser google-chrome; do \
	"$$name" --version >/dev/null 2>&1 && command -v "$$name" && break; done))

.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: help run test check bench format geo lock clean chromium

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: $(RUN_READY) ## Start the board on http://127.0.0.1:8501 (another port: make run PORT=8600)
	@echo "Lagebild: http://127.0.0.1:$(PORT)  (stop with Ctrl-C)"
	@exec $(PY) -m streamlit run dashboard/app.py --server.address 127.0.0.1 --server.port $(PORT)

test: $(TEST_READY) chromium ## Lint, types, data check and every test, the browser's included
	$(PY) -m ruff check --output-format concise
	$(PY) -m ruff format --check
	$(PY) -m ty check --python $(VENV) dashboard
	$(PY) -m dashboard check
	LAGEBILD_CHROMIUM="$(CHROMIUM)" $(PY) -m pytest

check: $(RUN_READY) ## Check the tables against their contract
	@$(PY) -m dashboard check

bench: $(TEST_READY) chromium ## Measure speed and memory on this computer
	@LAGEBILD_CHROMIUM="$(CHROMIUM)" $(PY) -m dashboard bench

format: $(TEST_READY) ## Format the code and mend what the linter can
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

geo: $(TEST_READY) ## Make the map's layers in data/geo anew from their packages
	@$(PY) -m dashboard.geography.build

lock: $(ENV) ## Pin the newest run-time packages with hashes in requirements.txt
	@test -x $(VENV)/lock/bin/python || $(PY) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check --quiet install '$(UV)'
	@$(VENV)/lock/bin/uv pip compile pyproject.toml --output-file requirements.txt --upgrade --quiet \
		--universal --python-version 3.11 --generate-hashes --annotation-style line --no-config --system-certs \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" >/dev/null
	@echo "requirements.txt: $$(grep -c == requirements.txt) pins"

clean: ## Remove the environment, caches and build products
	rm -rf $(VENV) build artifacts *.egg-info .pytest_cache .hypothesis
	find . -type d "(" -name __pycache__ -o -name .ruff_cache ")" -prune -exec rm -rf {} +

# A Python since removed leaves a dangling link: then the environment is made anew.
$(shell test -x $(PY) || rm -f $(ENV))

$(ENV):
	@for python in $(PYTHON); do \
		"$$python" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		echo "Making $(VENV) with $$("$$python" --version) ..."; \
		"$$python" -m venv --clear $(VENV) && exit 0; \
		rm -rf $(VENV); exit 1; \
	done; \
	echo "Needs Python 3.11 or newer with venv (on Debian: apt-get install python3-venv)."; exit 1

$(RUN_READY): $(ENV) requirements.txt pyproject.toml
	@echo "Installing what the board needs ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --editable .
	@touch $@

# The run-time pins hold while the test tools come in.
$(TEST_READY): $(RUN_READY)
	@echo "Installing what the tests need ..."
	@sed -e '/^ *--hash/d' -e 's/ *\\$$//' requirements.txt >$(VENV)/constraints.txt
	@$(PIP) install --constraint $(VENV)/constraints.txt --editable '.[test]'
	@touch $@

# Playwright's driver needs libatomic, which a minimal Debian lacks.
chromium: $(TEST_READY)
	@test -n "$(CHROMIUM)" && $(PY) -m playwright --version >/dev/null 2>&1 && exit 0; \
	if [ "$$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release; then \
		echo "Installing Debian's chromium ..."; \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update -qq && \
		apt-get install -qq --no-install-recommends chromium libatomic1 </dev/null >/dev/null && exit 0; \
	fi; \
	$(PY) -m playwright install chromium && exit 0; \
	echo "No Chromium for the browser tests: install it, or set LAGEBILD_CHROMIUM to its path."; exit 1

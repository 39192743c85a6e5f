# Python 3.11 or newer with pip is all that is needed; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run app test check soak bench pictures template chromium lock

help:
	@echo "make run       en tildelingsrunde på eksempelet, skrevet som tabell og til mappa resultat"
	@echo "make app       sidene, i nettleseren"
	@echo "make template  en tom arbeidsbok med veiledning: mal.xlsx"
	@echo "make test      alle prøvene; henter det de trenger"
	@echo "make check     stil, typer, lag og lås"
	@echo "make soak      de lange prøvene"
	@echo "make bench     målingene i benchmarks/"
	@echo "make pictures  bildene i docs/pictures/, tatt av de virkelige sidene"
	@echo "make lock      nye låste versjoner (krever uv)"

# Pins with hashes first, then the project itself without dependencies: pip can't do both at once.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "Programmet trenger Python 3.11 eller nyere. Kanskje: make run PYTHON=python3.11"; exit 1; }
	@echo "Gjør klar .venv (ett minutt eller to, bare første gang) ..."
	@$(PYTHON) -m venv --without-pip .venv
	@$(PYTHON) -m pip --python $(BIN)/python install -qq --disable-pip-version-check \
		--require-hashes -r requirements.lock
	@$(PYTHON) -m pip --python $(BIN)/python install -qq --disable-pip-version-check \
		--no-deps --no-build-isolation -e .
	@touch $@

run: $(READY)
	@$(BIN)/matcher round data/sample/liten.xlsx --profile farsund --date 23.11.2026 --out resultat
	@echo
	@echo "Sidene åpnes med: make app"

app: $(READY)
	@$(BIN)/matcher app

template: $(READY)
	@$(BIN)/matcher template --out mal.xlsx

test: $(READY) chromium
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --no-loadscope-reorder

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@! grep -n '://' requirements.lock

soak: $(READY)
	$(BIN)/python -m pytest -m soak

# Goes on where it was stopped. PUBLISHED=folder adds published instances, BUDGET=40 stops in time.
bench: $(READY)
	$(BIN)/python -m benchmarks.all $(if $(PUBLISHED),--published $(PUBLISHED)) \
		$(if $(BUDGET),--budget-minutes $(BUDGET))
	$(BIN)/python -m benchmarks.consequences.run
	$(BIN)/python -m benchmarks.explanations.run
	$(BIN)/python -m benchmarks.letters.run
	$(BIN)/python -m benchmarks.pages.run
	$(BIN)/python -m benchmarks.pages.in_browser --out benchmarks/RESULTS-pages.md
	$(BIN)/python -m benchmarks.scenarios.run

pictures: $(READY) chromium
	$(BIN)/python -m tests.browser.pictures

# Debian's Chromium for the browser tests, where it is missing and may be installed.
chromium:
	@if command -v chromium >/dev/null; then :; \
	elif ! command -v apt-get >/dev/null; then \
		echo "Fant ikke Chromium: prøvene i nettleseren hoppes over."; \
	elif [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null; \
	elif sudo -n true 2>/dev/null; then \
		sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null; \
	else echo "Fant ikke Chromium, og får ikke installere det: prøvene i nettleseren hoppes over."; fi

# Pins and hashes, and no address of where they were found.
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-emit-find-links --upgrade --quiet -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url --no-emit-find-links --quiet -c requirements.lock \
		-o requirements-drift.lock

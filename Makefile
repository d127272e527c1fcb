# make demo  essaie l’outil sur la journée d’exemple      make test  vérifie tout
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
# quatre à la fois, même sur deux cœurs : les tests de la console attendent plus qu’ils ne calculent
JOBS ?= 4

.DEFAULT_GOAL := help
.PHONY: help demo test bench galerie clean

help: ## dit ce que chaque commande fait
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 16

demo: $(VENV)/demo.ok ## installe l’outil dans .venv et ouvre la journée d’exemple
	$(BIN)/facilitation demo

test: $(VENV)/test.ok ## vérifie le style, les types, les frontières, puis lance les tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

bench: $(VENV)/test.ok ## mesure les temps, chacun rapporté à son plancher
	$(BIN)/python -m tests.bench

galerie: $(VENV)/test.ok ## refait outputs/ à partir des journées d’exemple (images : LibreOffice, poppler, Chromium)
	$(BIN)/python -m tests.gallery
	$(BIN)/python -m tests.gallery_pages

clean: ## efface .venv et les caches (ni les journées, ni les documents)
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find facilitation tests -name __pycache__ -type d -prune -exec rm -rf {} +

# hatchling et editables sont installés d’abord, à leur version figée : la construction ne va rien chercher d’autre.
$(VENV)/demo.ok: $(VENV)/pyvenv.cfg pyproject.toml constraints.txt
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/test.ok: $(VENV)/demo.ok
	$(PIP) --no-build-isolation --editable '.[test]'
	@touch $@

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Il faut Python 3.11 ou plus récent, et « $(PYTHON) » ne convient pas. Installez-le, puis : make PYTHON=python3.12 demo" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python ne peut pas créer d’environnement. Sous Debian ou Ubuntu : sudo apt-get install python3-venv, puis relancez." >&2; exit 1; }

# What there is to do with a checkout. Everything works from a fresh clone: what is missing is installed first.
.DEFAULT_GOAL := help
.PHONY: help demo run setup test lint train translations manual clean

python := .venv/bin/python
runtime := @scripts/setup.sh runtime
dev := @scripts/setup.sh dev

help: ## List these targets.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Describe the sample pictures aloud; without a sound device, into out/demo.wav.
	$(runtime)
	$(python) main.py describe assets/samples/*.png --speak --wav-if-silent out/demo.wav

run: ## Open the window.
	$(runtime)
	$(python) main.py

setup: ## Install all that the program, its tests and its checks need.
	$(dev)

test: ## Run the whole suite, without a screen; ARGS="-k voice" passes options to pytest.
	$(dev)
	$(python) -m pytest -m "not live" -n 2 --dist worksteal $(ARGS) || [ $$? = 5 ]
	$(python) -m pytest -m live -n 2 --dist loadfile $(ARGS) || [ $$? = 5 ]

lint: ## Check style, types and which room knows which.
	$(dev)
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	.venv/bin/lint-imports

train: ## Make the built-in model from nothing, in out/starter, and choose its settings; takes hours.
	$(dev)
	$(python) -m models.starter.recipe --out out/starter --checkpoints out/checkpoints --size small
	$(python) -m models.starter.recipe.choose out/starter --work out/chosen

translations: ## Collect the program's sentences for the translators.
	$(dev)
	.venv/bin/pyside6-lupdate -extensions py -no-obsolete -locations none sparc_desktop -ts assets/translations/zh_CN.ts

manual: ## Render the manual of docs/manual for the program.
	$(dev)
	$(python) scripts/render_manual.py

clean: ## Remove caches and builds; .venv and out/ stay.
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find main.py sparc_desktop models tests -name __pycache__ -prune -exec rm -rf {} +

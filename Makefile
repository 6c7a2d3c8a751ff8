# Needs Python 3.11 or newer and make, nothing else: no Node, no database server, no root.
#   make demo   opens the demo bureau on http://127.0.0.1:8000
#   make test   runs every check there is

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PACKAGE := pyproject.toml hatch_build.py hatch_metadata.py requirements/app.in \
	assets/package.json assets/package-lock.json assets/vendored.json assets/.npmrc
export ZHIXING_VAR ?= $(CURDIR)/var

.PHONY: demo test install clean

demo: install
	@$(BIN)/zhixing demo
	@$(BIN)/zhixing serve --demo

test: install $(STAMPS)/dev
	@$(BIN)/python .ci/checks.py

install: $(STAMPS)/app $(STAMPS)/package

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "没有找到 Python，请先安装 Python 3.11。"; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "$(PYTHON) 的版本低于 3.11，请安装 Python 3.11，或指明：make PYTHON=/路径/python3.11"; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || \
		{ echo "$(PYTHON) 缺少 ensurepip，请先安装 python3-venv（Debian、Ubuntu：apt install python3-venv）。"; exit 1; }
	@echo "建立虚拟环境……"
	@$(PYTHON) -m venv $(VENV)

$(STAMPS)/app: requirements/app.txt requirements/build.txt | $(BIN)/python
	@echo "按锁定清单安装依赖……"
	@$(PIP) install --require-hashes -r requirements/app.txt -r requirements/build.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/dev: requirements/dev.txt | $(STAMPS)/app
	@echo "按锁定清单安装检查工具……"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/package: $(PACKAGE) $(STAMPS)/app
	@echo "安装制行和页面资源……"
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

clean:
	rm -rf $(VENV) build dist zhixing/web/static/vendor

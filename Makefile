# Every target does its own set-up: system libraries where it can, uv, and the locked packages in .venv.
# A second run finds all that in place and starts at once. `make help` lists the targets.

# What Qt needs even where nothing is shown, what a real window needs beyond that, and what only the tests use.
QT := libgl1 libegl1 libxkbcommon0 libfontconfig1 libfreetype6 libdbus-1-3 libglib2.0-0 libx11-6 libbrotli1 \
	libgssapi-krb5-2
WINDOW := libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
	libxcb-shape0 libxcb-xkb1 libx11-xcb1 libxkbcommon-x11-0 libwayland-cursor0
CHECKS := chromium libatomic1 poppler-utils libzbar0 xvfb

BIN := .venv/bin
WORKERS ?= 2

.NOTPARALLEL:
.PHONY: help run test faults bench pictures words lint lock

help:
	@echo "make run       open the app with a copy of the sample workshop (the demo, where there is no display)"
	@echo "make test      run every test"
	@echo "make faults    kill, cut off, fill, damage and crowd store and site, and a monkey at the window (half an hour)"
	@echo "make bench     measure what must stay quick, and print a table"
	@echo "make pictures  draw every page, view and record into build/pictures (GROUPS=window-full: a part of it),"
	@echo "               and judge each word on them: whole, alone, large and dark enough"
	@echo "make words     bring the catalogues of words in line with the code, and compile them"
	@echo "make lint      style, types and the floors of the house"
	@echo "make lock      choose the newest packages that pyproject.toml allows, and write requirements.lock"

# A Mac needs no display variable; on Linux one of the two says where windows go.
run: .venv/ready
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		bash .ci/packages $(QT) $(WINDOW) && exec $(BIN)/workshop-tool run --sample; \
	else \
		echo "There is no display here, so no window can open. Running the demo into build/demo instead."; \
		bash .ci/packages $(QT) && QT_QPA_PLATFORM=offscreen exec $(BIN)/workshop-tool demo --out build/demo; \
	fi

test: .venv/ready
	@bash .ci/packages $(QT) --wanted $(WINDOW) $(CHECKS)
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile

faults: .venv/ready
	@bash .ci/packages $(QT) --wanted nftables iproute2
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.faults

bench: .venv/ready
	@bash .ci/packages $(QT)
	@bash .ci/environment bench || echo "WeasyPrint and Typst could not be installed, so they are not measured."
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

pictures: .venv/ready
	@bash .ci/packages $(QT) --wanted chromium
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures $(GROUPS)

words: .venv/ready
	@$(BIN)/python -m tests.house.catalogue

lint: .venv/ready
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

lock:
	@bash .ci/environment lock

.venv/ready: requirements.lock pyproject.toml .ci/environment
	@bash .ci/environment

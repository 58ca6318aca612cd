# make            dựng công cụ nếu cần, rồi mọi văn bản trong data/ vào out/
# make check      kiểm tra mọi văn bản, không dựng
# make out/X.pdf  chỉ dựng văn bản data/X.yaml
# make watch      mỗi lần lưu, dựng lại những gì đã đổi
# make help       các lệnh khác

CARGO ?= cargo
VANTHU := target/release/vanthu
TYPST_VERSION := 0.15.1
TYPST := target/tools/bin/typst
DENY_VERSION := 0.20.2
DENY := target/tools/bin/cargo-deny
SOURCES := $(shell find src templates -type f) Cargo.toml Cargo.lock

# No built-in rules: make would look for each source in the archives of old version control.
MAKEFLAGS += --no-builtin-rules --no-builtin-variables
.SUFFIXES:

.DEFAULT_GOAL := all
.PHONY: all always check watch verify test test-fast fuzz lint docs accept bench bench-office pictures office-check editor-check vscode \
	dist dist-linux dist-windows dist-smoke-linux dist-smoke-windows clean help

# The program decides what is out of date: it compares content, make would compare times.
all: $(VANTHU)
	@$(VANTHU) build

# One document. Its name reaches the shell as a variable, so no character of it is special.
# An interrupted make must not delete the document: the program replaces it whole or not at all.
.PRECIOUS: out/%.pdf
out/%.pdf: export DOCUMENT = $*
out/%.pdf: $(VANTHU) always
	@f="data/$$DOCUMENT.yaml"; [ -e "$$f" ] || [ ! -e "data/$$DOCUMENT.yml" ] || f="data/$$DOCUMENT.yml"; \
	$(VANTHU) build -- "$$f"

always:

check: $(VANTHU)
	@$(VANTHU) check

watch: $(VANTHU)
	@$(VANTHU) watch

verify: $(VANTHU)
	@$(VANTHU) verify

$(VANTHU): $(SOURCES)
	$(CARGO) build --release --locked
	@touch $@

# Everything CI asks for. The profile is the release build without link-time optimisation.
test: lint $(TYPST)
	VANTHU_TEST_TYPST=$(abspath $(TYPST)) $(CARGO) test --profile quick --locked

# What can be tested without Typst, in about a minute.
test-fast:
	$(CARGO) test --no-default-features --locked

# Changed files through every stage but the setting, for FUZZ_SECONDS from FUZZ_SEED on; see
# tests/README.md. The limit of memory, in kilobytes, turns a blow-up into a failure.
FUZZ_SECONDS ?= 3600
FUZZ_SEED ?= 0
fuzz:
	$(CARGO) test --release --no-default-features --locked --no-run
	ulimit -v 4000000; FUZZ_SECONDS=$(FUZZ_SECONDS) FUZZ_SEED=$(FUZZ_SEED) $(CARGO) test --release \
		--no-default-features --locked --test it no_changed_file_makes_the_program_fail -- --nocapture

lint: $(DENY)
	$(CARGO) fmt --check
	$(CARGO) clippy --profile quick --locked --all-targets -- -D warnings
	$(CARGO) clippy --profile quick --locked --all-targets --no-default-features -- -D warnings
	$(CARGO) fetch --locked --quiet
	$(DENY) --locked --offline check licenses bans sources
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --profile quick --locked --no-deps --document-private-items

# Licences and sources of all dependencies; the one of the system where there is one. Known
# vulnerabilities are looked up in CI, for the list of them is on the network.
$(DENY):
	mkdir -p $(@D)
	ln -sf "$$(command -v cargo-deny)" $@ 2>/dev/null && test -x $@ || { rm -f $@; \
	$(CARGO) install cargo-deny --version $(DENY_VERSION) --locked --root target/tools \
		--target-dir target; }

# The other engine, in the one version that documents are proved with. It wants OpenSSL: that of
# the system where there is one, else one that is built along.
$(TYPST):
	$(CARGO) install typst-cli --version $(TYPST_VERSION) --locked --root target/tools \
		--target-dir target \
		$(shell pkg-config --exists openssl 2>/dev/null || echo --features vendor-openssl)

# What is made from the rules: docs/rules.md, docs/rules.vi.md, docs/nd30-coverage.md, data/schema.
docs:
	UPDATE=1 $(CARGO) test --profile quick --locked --test it -- docs::the_pages schema::the_schemas \
		nd30::coverage

# Takes what the program prints now as what the tests expect; look at the diff before you commit.
accept: $(TYPST)
	UPDATE=1 VANTHU_TEST_TYPST=$(abspath $(TYPST)) $(CARGO) test --profile quick --locked

# Ratios of time and memory to bare Typst; writes docs/performance.md.
bench: $(TYPST)
	VANTHU_TEST_TYPST=$(abspath $(TYPST)) VANTHU_BENCH_DATE=$(shell date +%F) $(CARGO) bench --locked --bench speed

# Word and Excel files against python-docx, docxtpl and openpyxl (pip install them).
bench-office:
	$(CARGO) build --release --locked
	python3 benches/office.py target/release/vanthu

# The pictures of docs/tables.md, from its own examples. Wants pdftoppm and pdftotext.
pictures:
	CARGO=$(CARGO) docs/images/make.sh

# The Word files of the tests, validated by a program that is not part of the project.
office-check:
	rm -rf target/office
	VANTHU_TEST_OFFICE_FILES=$(abspath target/office) $(CARGO) test --profile quick --locked --test it -- nd30::word
	$(CARGO) build --profile quick --locked
	target/quick/vanthu build --quiet --emit docx,xlsx --out target/office/data
	openxml-audit --recursive --quiet target/office
	python3 tests/office/libreoffice.py target/quick/vanthu

# The language server with the client library of npm and with Neovim, the preview with Chromium, which
# are no part of the project. Installs what is not there. Pictures go to target/preview.
editor-check:
	tests/editors/install.sh
	$(CARGO) build --profile quick --locked
	tests/editors/run.sh target/quick/vanthu

# The extension for VS Code, as target/vanthu.vsix. Wants node and npm, and the network the first
# time.
vscode:
	mkdir -p target
	cd editors/vscode && npm ci --ignore-scripts --no-audit --no-fund && npm test && \
		npx vsce package --allow-missing-repository --no-git-tag-version -o ../../target/vanthu.vsix

# What is handed out, in target/packages: the program for Linux as .deb, archive and wheel, that for
# Windows as archive, installer and wheel, their SHA-256, and texts for winget and scoop. The same
# commit gives the same bytes. See docs/install.md for what is needed.
PYTHON ?= python3
DIST := target/packages
dist: dist-linux dist-windows
	$(PYTHON) packaging/make.py sums --out $(DIST)

dist-linux:
	packaging/linux/build.sh
	$(PYTHON) packaging/size.py $(DIST)/linux/vanthu.symbols $(DIST)/linux/vanthu
	$(PYTHON) packaging/make.py linux --program $(DIST)/linux/vanthu --out $(DIST)

# The program for Windows does not run here: what it says of itself is asked of that for Linux.
$(DIST)/linux/vanthu:
	packaging/linux/build.sh

dist-windows: $(DIST)/linux/vanthu
	packaging/windows/build.sh
	$(PYTHON) packaging/make.py windows --program $(DIST)/windows/vanthu.exe --out $(DIST) \
		--says $<

# The packages, used as a new user would: as root, for a bare Debian is made by debootstrap.
dist-smoke-linux:
	packaging/linux/smoke.sh

# The program for Windows, under wine.
dist-smoke-windows:
	packaging/wine/smoke.sh

clean:
	rm -rf out/* out/.vanthu

help:
	@echo 'make              dựng công cụ nếu cần, rồi mọi văn bản trong data/ vào out/'
	@echo 'make check        kiểm tra mọi văn bản, không dựng'
	@echo 'make out/X.pdf    chỉ dựng văn bản data/X.yaml'
	@echo 'make watch        mỗi lần lưu, dựng lại những gì đã đổi'
	@echo 'make verify       dựng lại trong bộ nhớ và so với out/'
	@echo 'make clean        xóa những gì đã dựng trong out/'
	@echo 'make test         for developers: format, lints, documentation, every test'
	@echo 'make test-fast    for developers: tests that need no Typst'
	@echo 'make fuzz         for developers: an hour of changed files (FUZZ_SECONDS=3600)'
	@echo 'make bench        for developers: time and memory, to docs/performance.md'
	@echo 'make docs         for developers: what is made from the rules, in docs and data/schema'
	@echo 'make pictures     for developers: the pictures of docs/tables.md'
	@echo 'make editor-check for developers: a real client, Neovim and Chromium drive lsp and preview'
	@echo 'make vscode       for developers: the extension for VS Code, to target/vanthu.vsix'
	@echo 'make dist         for developers: packages for Linux and Windows, to target/packages'
	@echo 'make dist-linux   for developers: those for Linux'
	@echo 'make dist-windows for developers: those for Windows'
	@echo 'make dist-smoke-linux   for developers: tries the packages for Linux'
	@echo 'make dist-smoke-windows for developers: tries the program for Windows, under wine'
	@echo 'make accept       for developers: take the present output as the expected one'

# Builds, checks and installs jailscope. POSIX make with one widespread addition, `!=`:
# works with FreeBSD's make, bmake and GNU make.

PREFIX = /usr/local
BINARY = .build/release/jailscope
SECONDS = 60

# On Linux everything goes into the one file, so that it runs on any distribution. Elsewhere the
# toolchain brings no static libraries for it. lld comes with Swift; a distribution's gold need not
# be there, and warns of functions of glibc that nothing here calls.
# What a first glance needs lies beside each other, in the order of .ci/start-order.txt, and types are made
# at compile time rather than while it runs, both as far as they go. The others are made by a call; by their
# name, as is usual, a search of all that the program knows of types would be a quarter of a short run.
RELEASE_FLAGS != test "$$(uname -s)" != Linux || echo --static-swift-stdlib \
	-Xswiftc -static-executable -Xswiftc -use-ld=lld \
	-Xswiftc -Xfrontend -Xswiftc -function-sections \
	-Xswiftc -Xfrontend -Xswiftc -prespecialize-generic-metadata \
	-Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
	-Xlinker --symbol-ordering-file=.ci/start-order.txt -Xlinker --no-warn-symbol-ordering
STRIP_FLAGS != test "$$(uname -s)" != Linux || echo -Xlinker -s

# The linker writes the file piece by piece, and in such pieces it stays in memory until the next boot, so that
# each start takes a quarter longer. Written anew from its beginning it lies there as one that was installed.
all:
	swift build -c release --product jailscope $(RELEASE_FLAGS) $(STRIP_FLAGS)
	@cp -p $(BINARY) $(BINARY).copy
	@cat $(BINARY).copy >$(BINARY) && touch -r $(BINARY).copy $(BINARY) && rm -f $(BINARY).copy || \
	    mv -f $(BINARY).copy $(BINARY)

# Writes .ci/start-order.txt anew.
start-order: dependencies
	$(MAKE) all STRIP_FLAGS='-Xlinker --strip-debug'
	.ci/start-order $(BINARY)

# The demo host is not safe to boot, and every command says so by its exit status 2.
demo: dependencies
	$(MAKE) all
	@if test -t 0 && test -t 1; then $(BINARY) demo || test $$? -eq 2; else \
	    $(BINARY) demo show || test $$? -eq 2; \
	    $(BINARY) demo status || test $$? -eq 2; \
	    echo "(the demo host has jails that will not start: status exits with 2 there, as it should)"; \
	fi

# Writes what is made from the sources: the pages of rules, the tables of themes and roles, the lists
# of keys, of jail managers and of known cases, the pictures of the dashboard.
docs: dependencies
	JAILSCOPE_WRITE_DOCS=1 swift test --no-parallel \
	    --filter 'RulePageTests|ThemeDocumentTests|KeyDocumentTests|ManagersDocumentTests|KnownCasesTests|PictureTests'

# Writes anew what tests hold screens and German output to.
screens: dependencies
	JAILSCOPE_WRITE_DOCS=1 swift test --no-parallel --filter 'DashboardTests|GermanTests'

test: dependencies
	swift test

# Searches for inputs that break something, each target for a minute: `make fuzz SECONDS=1800 TARGET=shell`.
fuzz: dependencies
	.ci/fuzz $(SECONDS) $(TARGET)

# Tries to the full what `make test` tries a part of, and writes how much that was into docs/reliability.md.
reliability: dependencies
	.ci/reliability

lint:
	swift format lint --strict --parallel --recursive Sources Tests Fuzz Themes .ci/bench Package.swift

check-freebsd:
	.ci/freebsd-check

bench: all
	.ci/bench/run

# Installs what `make` has built and builds only what is not there yet, so that root need not build.
install: $(BINARY)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man5 \
	    $(DESTDIR)$(PREFIX)/share/man/man8 \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	    $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/jailscope
	install -d $(DESTDIR)$(PREFIX)/etc/periodic/daily
	sed 's|@PREFIX@|$(PREFIX)|' periodic/470.status-jailscope \
	    > $(DESTDIR)$(PREFIX)/etc/periodic/daily/470.status-jailscope
	chmod 755 $(DESTDIR)$(PREFIX)/etc/periodic/daily/470.status-jailscope
	install -m 644 docs/man/jailscope.8 $(DESTDIR)$(PREFIX)/share/man/man8/jailscope.8
	install -m 644 docs/man/jailscope.toml.5 docs/man/jailscope-theme.5 \
	    $(DESTDIR)$(PREFIX)/share/man/man5
	$(BINARY) --generate-completion-script bash \
	    > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/jailscope
	$(BINARY) --generate-completion-script zsh \
	    > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_jailscope
	$(BINARY) --generate-completion-script fish \
	    > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/jailscope.fish

$(BINARY):
	$(MAKE) all

clean:
	rm -rf .build .build-freebsd .build-freebsd-sdk .build-fuzz

dependencies:
	@.ci/install-dependencies

.PHONY: all start-order demo docs screens test fuzz reliability lint check-freebsd bench install clean dependencies

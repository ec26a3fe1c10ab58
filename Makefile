# partner: `make` alone lists what can be made.

.DEFAULT_GOAL := help
.PHONY: help build page man completions snapshot release-check demo test check properties beam race bench bench-large bench-page bench-conftest fuzz soak mutants heard readers generate update format

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unreleased)
COMMITTED = $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
FUZZTIME ?= 20s
PROPERTIES ?= 500

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build bin/partner
	go build -trimpath -ldflags "-s -w -X partner/pkg/internal/release.version=$(VERSION)" -o bin/partner ./cmd/partner

# The engine is built without inlining but for what all else runs on: what that takes away is a seventh of the page, and
# of the time in which a browser makes it run.
SMALL = -gcflags=all=-l $(foreach p,runtime internal/runtime/... internal/abi internal/bytealg unicode/utf8,-gcflags=$(p)=)

page: cmd/partner-page/page/node_modules ## build bin/partner.html, the page that runs in a browser without a network (needs Node, and npm for what it is bundled from)
	GOOS=js GOARCH=wasm go build -trimpath $(SMALL) -ldflags "-s -w -X partner/pkg/internal/release.version=$(VERSION)" -o bin/partner.wasm ./cmd/partner-page
	node cmd/partner-page/page/build.mjs bin/partner.wasm bin/partner.html

cmd/partner-page/page/node_modules: cmd/partner-page/page/package-lock.json
	npm ci --prefix cmd/partner-page/page --no-audit --no-fund && touch $@

man: ## write the man pages to bin/man
	SOURCE_DATE_EPOCH=$(COMMITTED) go run ./cmd/partner/internal/manual bin/man

completions: ## write the completions of each shell to bin/completions
	mkdir -p bin/completions
	for s in bash zsh fish powershell; do go run ./cmd/partner completion $$s > bin/completions/partner.$$s || exit 1; done

snapshot: ## build all that a release holds, into dist: archives, packages, checksums (needs goreleaser)
	goreleaser release --snapshot --clean --skip=publish,docker

release-check: ## have goreleaser check .goreleaser.yaml, build a release twice and compare the bytes (compiles goreleaser where there is none)
	.ci/release-check

demo: ## assess the acquisition of case C
	go run ./cmd/partner assess examples/case-c.yaml

test: ## run the tests
	go test -timeout 25m ./...

check: ## what must hold before a commit: format, vet, staticcheck, tests (they hold generated files up to date)
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "run make format"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	GOOS=js GOARCH=wasm go vet $$(go list ./pkg/... ./assessments | grep -v -e /pkg/cli -e /pkg/load) ./cmd/partner-page
	go test -timeout 25m ./...

properties: ## draw the cases of every property afresh, PROPERTIES (500) of each
	PARTNER_SEED=0 go test -count=1 -timeout 60m $$(grep -rl pgregory.net/rapid --include=*_test.go pkg | xargs -n 1 dirname | sort -u | sed 's|^|./|') -args -rapid.checks=$(PROPERTIES)

beam: ## test the pipeline of cmd/partner-beam, a module of its own: 2,000 documents through prism (builds some minutes at first)
	cd cmd/partner-beam && go vet ./... && go test ./...

race: ## run the tests under the race detector
	go test -race ./...

bench: ## measure speed and memory: what takes how many times as long as what, then each by itself
	go test -run '^$$' -bench Against -benchtime 0.3s ./pkg/assess ./cmd/partner
	go test -run '^$$' -bench . -benchmem -skip Against ./...

bench-large: ## measure batch with 10,000 documents, and a second run over 100,000: takes long
	go test -run '^$$' -bench 'AgainstParsing|AgainstFirstRun' -benchtime 1x -timeout 120m ./cmd/partner -documents 10000

bench-page: page ## measure the page in Chromium (npm ci --prefix testdata/readers): its size, the first report, and changes against a process of partner
	go build -o bin/partner ./cmd/partner
	cd testdata/readers && node desk-bench.mjs ../../bin/partner.html ../../bin/partner

bench-conftest: ## measure batch against conftest with a hundred rules on the same fields, and with those of a hundred criteria, which is installed into a folder for the while (builds some minutes)
	d=$$(mktemp -d) && trap 'rm -rf "$$d"' EXIT && GOBIN=$$d go install github.com/open-policy-agent/conftest@latest && \
	go test -run '^$$' -bench AgainstConftest -benchtime 1x -timeout 60m ./cmd/partner -conftest $$d/conftest

fuzz: ## fuzz every reader, and every writer of a format for programs, for FUZZTIME (20s) each
	@for p in $$(go list ./...); do \
		for f in $$(go test -list '^Fuzz' $$p | grep ^Fuzz); do \
			echo "$$p $$f"; \
			go test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$p || exit 1; \
		done; \
	done

soak: ## kill batch at a hundred moments, fill its disk, take files away under it, give it 100,000 of them and hostile ones: minutes
	go test -count=1 -v -timeout 60m -run '^TestSoak$$' ./cmd/partner -args -soak

mutants: ## make small mistakes on purpose, and check that the tests of each package find them
	go test -count=1 -timeout 60m ./testdata/mutants

heard: ## put every statement of the examples, and of documents at random, to unknown: how many leave no trace; and which line stands on most first screens; how many ends of ratings nothing gives
	go test -count=1 -v -timeout 60m -run 'TestEveryStatement' ./pkg/report -args -every-statement -rapid.checks=20 | grep -v ' draw '
	go test -count=1 -v -timeout 60m -run 'TestFirstScreensTellCasesApart' ./pkg/front -args -many-screens
	go test -count=1 -v -run 'TestEachEndOfTheExamplesIsGiven' ./pkg/judge

readers: ## have the programs that people read partner's formats with read them; says which are missing (npm ci --prefix testdata/readers), which STRICT=1 makes a failure
	go test -count=1 -v -timeout 60m ./testdata/readers

generate: ## prepare the catalogue and the schemas from their sources
	go generate ./assessments

update: ## rewrite the goldens and the README's outputs: read the difference before you commit it
	go test ./cmd/partner -run 'Golden|Readme' -update -update-readme

format: ## format the code
	gofmt -w .

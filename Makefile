# make run     build bin/rapport and start it
# make test    every test on both databases; installs what it needs where it may
# make check   what a change must pass: format, vet, lint, generated code, tests
# make help    all targets

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS  = -s -w -X main.version=$(VERSION)
BUILD    = CGO_ENABLED=0 go build -trimpath -ldflags "$(LDFLAGS)"

.PHONY: run build test check lint fuzz eval bench cross cover help

run: build ## build and start
	bin/rapport start

build: ## bin/rapport as it is released: no cgo, stamped with its version
	$(BUILD) -o bin/rapport ./cmd/rapport

test: ## every test, SQLite and PostgreSQL, with the race detector where there is a C compiler
	@scripts/test

check: ## format, vet, lint, generated code and go.mod clean, tests
	@scripts/check

lint: ## golangci-lint alone
	@scripts/lint

fuzz: ## every fuzz target for SECONDS=5 each
	@scripts/fuzz $(or $(SECONDS),5)

eval: ## score the engines: DATA=folder of sets OUT=folder of answers V=1 lists errors
	go run ./cmd/rapport-eval -data $(or $(DATA),testdata/eval) -out $(or $(OUT),out/eval) $(if $(V),-v)

bench: build ## cold runs and benchmarks against floors: table here, figures in out/bench.json
	@mkdir -p out
	go run ./cmd/rapport-bench -rapport bin/rapport -json out/bench.json

cross: ## build for every system and print sizes
	@scripts/cross $(VERSION)

cover: ## which lines the tests reach, as out/cover.html
	@mkdir -p out
	scripts/with-postgres go test -coverpkg=./... -coverprofile=out/cover.out ./...
	go tool cover -func=out/cover.out | tail -1
	go tool cover -html=out/cover.out -o out/cover.html

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

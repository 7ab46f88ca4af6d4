# What there is to do here. Each target sets up what it needs; `make test` is what .ci/run runs. DEMO_DIR, DEMO_LISTEN and BENCH_SIZE may be
# given on the command line.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

DEMO_DIR ?= var/demo
DEMO_LISTEN ?= 127.0.0.1:8080
BENCH_SIZE ?= 100000

.PHONY: help run test test-rust test-solver test-api test-browser test-crash check fmt bench

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: ## Build and start the demo province; prints the address it answers on
	cargo run --release --package sanviec-web -- demo --dir "$(DEMO_DIR)" --listen "$(DEMO_LISTEN)"

test: ## Everything: format, lints, documentation, all suites on both databases, API, browser, crash
	tests/support/stages.sh format lints docs build rust solver api browser crash

test-rust: ## Unit, property and HTTP tests on SQLite and PostgreSQL
	tests/support/stages.sh build rust

test-solver: ## Allocations, solved again by another solver
	tests/support/stages.sh build solver

test-api: ## The employers' API, tried by its own description
	tests/support/stages.sh build api

test-browser: ## The site in Chromium: phone, desktop, without scripts
	tests/support/stages.sh build browser

test-crash: ## 200 kills at random moments; nothing may be lost or done twice
	tests/support/stages.sh build crash

check: ## Formatting and lints
	tests/support/stages.sh format lints

fmt: ## Format the code
	cargo fmt --all

bench: ## One table and target/bench.json; BENCH_SIZE=1000000 for the large corpus
	BENCH_SIZE=$(BENCH_SIZE) tests/load/bench.sh
	tests/solver/run.sh bench

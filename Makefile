# `make` alone lists what there is. What is built lies in .build/ and build/, both of which git ignores.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup demo test fuzz verify pictures bench fmt

stated := plans/omnichannel-2025/stated
corrected := plans/omnichannel-2025/corrected
marplan := .build/debug/marplan
released := .build/release/marplan

help: ## lists the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## looks for the system packages that building needs, and installs what is missing where it may
	@.ci/setup

demo: setup ## builds marplan, checks a plan full of errors, compiles its corrected copy, says where the report lies
	swift build --product marplan
	@echo; echo "A plan as its authors stated it ($(stated)):"; echo
	@$(marplan) lint $(stated) || [ $$? -eq 1 ]
	@echo; echo "The same plan, corrected ($(corrected)):"; echo
	$(marplan) build $(corrected) -o build/demo
	@echo; echo "The report: $(CURDIR)/build/demo/report.html"

test: setup ## runs every test; needs nothing but Swift
	MARPLAN_STRICT=1 swift test --disable-xctest

fuzz: setup ## feeds made-up files and figures to every part that reads, for MINUTES=10 in all
	@Tests/Fuzz/run $(or $(MINUTES),10)

verify: ## has the outputs read back, and the figures recomputed, by independent programs and libraries
	@.ci/setup verify
	swift build -c release --product marplan
	@Tests/verify/run $(released)
	@bench/hostile --untimed --size 100000 --binary $(released)
	@bench/hostile --untimed --size 100000 --binary $(released) --command build
	@bench/run --gate --binary $(released)

pictures: ## takes the pictures of the report that the README shows
	@.ci/setup pictures
	swift build --product marplan
	@Tests/verify/run $(marplan) pictures

bench: ## measures lint and build against draining libyaml events: time, memory, instructions, as ratios
	@.ci/setup bench
	@bench/run

fmt: ## formats the Swift sources
	swift format --in-place --recursive --parallel Sources Tests Plugins Package.swift

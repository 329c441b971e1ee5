# Dateline: every command of the project. "make" alone lists them.

GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LDFLAGS := -X main.version=$(VERSION)

# OpenGL ES compiles four times faster than desktop OpenGL and draws the same.
ifeq ($(shell uname -s),Linux)
TAGS := -tags gles
endif

GOLANGCI := $(GO) run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
NOTICES  := $(GO) run .ci/notices.go

.DEFAULT_GOAL := help
.PHONY: help run test check build headless bench eval shots picture icon pdfium notices package clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: build ## install what is missing, build, open the window on the sample article
	build/dateline --sample

test: ## install what is missing and run all tests, the real-window test included
	@.ci/setup build test
	DATELINE_WINDOW_TEST=required $(GO) test $(TAGS) ./...

build: ## build/dateline, the program with its window
	@.ci/setup build
	$(GO) build $(TAGS) -ldflags '$(LDFLAGS)' -o build/dateline .

headless: ## build/dateline-headless, the command line alone: no cgo, no display
	CGO_ENABLED=0 $(GO) build -tags headless -ldflags '$(LDFLAGS)' -o build/dateline-headless .

check: ## formatting, lint, licences: green before a review
	@.ci/setup build
	$(GO) vet $(TAGS) ./...
	$(GOLANGCI) run --config .github/golangci.yml ./...
	$(NOTICES) check

bench: ## benchmarks, and the figures of the README's "Speed"
	@.ci/setup build test
	$(GO) test $(TAGS) -run '^$$' -bench . -benchmem ./...

eval: ## how well the parser does on the corpora beside this folder
	$(GO) test -count=1 -run Eval -v ./parse/...

shots: ## build/shots/*.png, what the window looks like
	@.ci/setup build test
	DATELINE_SHOTS='$(CURDIR)/build/shots' $(GO) test $(TAGS) -count=1 -run Window ./app

picture: headless ## the README's picture, drawn by the program from the sample
	build/dateline-headless export --width 1280 --height 896 --scale 1 -o .github/sample.png assets/sample.md

icon: ## assets/icon.png from assets/icon.svg
	rsvg-convert -w 256 -h 256 -o assets/icon.png assets/icon.svg

pdfium: ## parse/source/pdfium/pdfium.wasm.gz, the PDF reader that go-pdfium carries
	gzip -9n <"$$($(GO) list -m -f '{{.Dir}}' github.com/klippa-app/go-pdfium)/webassembly/pdfium.wasm" >parse/source/pdfium/pdfium.wasm.gz

notices: ## assets/NOTICES.txt, the licences that travel with the program
	$(NOTICES) text > assets/NOTICES.txt

package: ## dist/: everything that is handed out, reproducibly
	@.ci/setup build package
	VERSION='$(VERSION)' .ci/package/build

clean: ## remove what was built
	rm -rf build dist

// Notices collects the licences of the modules that are built into Dateline.
//
// Usage, from the root of the tree:
//
//	go run .ci/notices.go check         fail on a licence that may not travel
//	go run .ci/notices.go text          print the licences' texts
//	go run .ci/notices.go sbom VERSION  print a bill of materials (CycloneDX 1.6)
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// notices is where the text is kept, to be embedded.
const notices = "assets/NOTICES.txt"

// goItself is the library and the runtime that every Go program holds.
const goItself = "Go"

// systems are what the program is built for; each draws in its own modules.
var systems = []string{"linux", "windows", "darwin"}

// licenses are the ones that may travel with the program, by SPDX identifier,
// with words that only they hold. The first that fits counts.
var licenses = []struct{ id, words string }{
	{"Apache-2.0", "Apache License Version 2.0"},
	{"MPL-2.0", "Mozilla Public License Version 2.0"},
	{"OFL-1.1", "SIL OPEN FONT LICENSE Version 1.1"},
	{"Zlib", "This notice may not be removed or altered from any source distribution"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose"},
	{"BSD-3-Clause", "may be used to endorse or promote products derived from"},
	{"BSD-2-Clause", "Redistributions in binary form must reproduce the above copyright"},
	{"Unlicense", "This is free and unencumbered software released into the public domain"},
}

// isNotice fits the files of a module that have to be passed on.
var isNotice = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|ofl)[^/]*$`)

// component is a part of the program that somebody else wrote.
type component struct {
	name, version, license string
	texts                  []string // its licence first
}

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "notices: %v\n", err)
		os.Exit(1)
	}
}

func run(out io.Writer, args []string) error {
	if len(args) == 0 {
		return errors.New("want check, text, or sbom VERSION")
	}
	found, err := components()
	if err != nil {
		return err
	}
	switch {
	case args[0] == "check" && len(args) == 1:
		return check(found)
	case args[0] == "text" && len(args) == 1:
		return writeText(out, found)
	case args[0] == "sbom" && len(args) == 2:
		return writeSBOM(out, found, args[1])
	}
	return fmt.Errorf("want check, text, or sbom VERSION, got %q", args)
}

// check fails if a licence is not one of ours to pass on, or if the text that is
// embedded is not that of the modules.
func check(found []component) error {
	var problems []error
	for _, c := range found {
		if c.license == "" {
			problems = append(problems, fmt.Errorf("%s %s: its licence is not on the list", c.name, c.version))
		}
	}
	var want bytes.Buffer
	if err := writeText(&want, found); err != nil {
		return err
	}
	if have, err := os.ReadFile(notices); err != nil || !bytes.Equal(have, want.Bytes()) {
		problems = append(problems, fmt.Errorf("%s is not up to date; run: make notices", notices))
	}
	return errors.Join(problems...)
}

// writeText writes each text once, under the names of all that share it.
func writeText(out io.Writer, found []component) error {
	names := map[string][]string{}
	var order []string
	for _, c := range found {
		for _, text := range c.texts {
			if names[text] == nil {
				order = append(order, text)
			}
			names[text] = append(names[text], c.name)
		}
	}
	rule := strings.Repeat("=", 78)
	if _, err := fmt.Fprintf(out, "Dateline holds work of others, under the licences below.\n"); err != nil {
		return err
	}
	for _, text := range order {
		if _, err := fmt.Fprintf(out, "\n%s\n%s\n%s\n\n%s\n", rule, strings.Join(names[text], "\n"), rule, text); err != nil {
			return err
		}
	}
	return nil
}

func writeSBOM(out io.Writer, found []component, version string) error {
	type object map[string]any
	var list []object
	for _, c := range found {
		o := object{
			"type": "library", "name": c.name, "version": c.version,
			"licenses": []object{{"license": object{"id": c.license}}},
		}
		if strings.Contains(c.name, "/") {
			o["purl"] = "pkg:golang/" + c.name + "@" + c.version
			o["bom-ref"] = o["purl"]
		}
		list = append(list, o)
	}
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	return e.Encode(object{
		"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
		"metadata": object{"component": object{
			"type": "application", "name": "dateline", "version": version,
			"licenses": []object{{"license": object{"id": "MIT"}}},
		}},
		"components": list,
	})
}

// components returns the modules of all systems, Go itself, PDFium and the fonts.
func components() ([]component, error) {
	dirs := map[string]component{}
	for _, system := range systems {
		cmd := exec.Command("go", "list", "-deps", "-f",
			"{{with .Module}}{{if .Version}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
		cmd.Stderr = os.Stderr
		list, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("go list for %s: %w", system, err)
		}
		for line := range strings.Lines(string(list)) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
				dirs[f[2]] = component{name: f[0], version: f[1]}
			}
		}
	}
	env, err := exec.Command("go", "env", "GOROOT", "GOVERSION").Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	root, version, _ := strings.Cut(strings.TrimSpace(string(env)), "\n")
	dirs[root] = component{name: goItself, version: strings.TrimPrefix(version, "go")}
	dirs["assets/fonts"] = component{name: "Noto Sans", version: "2.000"}
	dirs["parse/source/pdfium"] = component{name: "PDFium", version: "as in go-pdfium"}
	var found []component
	for dir, c := range dirs {
		if err := c.read(dir); err != nil {
			return nil, err
		}
		found = append(found, c)
	}
	slices.SortFunc(found, func(a, b component) int { return cmp.Compare(a.name, b.name) })
	return found, nil
}

// read fills in the texts of the component's folder and of the foreign code that
// it carries below, and names its licence.
func (c *component) read(dir string) error {
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != dir && (d.Name() == "testdata" || c.name == goItself):
			return fs.SkipDir
		case d.IsDir() || path.Ext(d.Name()) == ".go" || !isNotice.MatchString(d.Name()):
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		plain := strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))
		c.texts = append(c.texts, plain)
		if filepath.Dir(name) == dir && c.license == "" {
			c.license = identify(plain)
		}
		return nil
	})
	if err == nil && len(c.texts) == 0 {
		err = fmt.Errorf("%s %s: no licence in %s", c.name, c.version, dir)
	}
	return err
}

// identify returns the SPDX identifier of a licence's text, or nothing.
func identify(text string) string {
	flat := strings.Join(strings.Fields(text), " ")
	for _, l := range licenses {
		if strings.Contains(strings.ToLower(flat), strings.ToLower(l.words)) {
			return l.id
		}
	}
	return ""
}

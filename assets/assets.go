// Package assets holds the files that travel inside the program.
package assets

import "embed"

// Icon is the program's icon, a PNG file of 256 by 256 pixels made from
// icon.svg by "make icon".
//
//go:embed icon.png
var Icon []byte

// SampleName is the file name that goes with Sample; its extension says how to
// read it.
const SampleName = "sample.md"

// Sample is a short article, in UTF-8 Markdown, to try the program with.
//
//go:embed sample.md
var Sample []byte

// Changelog tells what changed from version to version, in UTF-8 Markdown.
//
//go:embed CHANGELOG.md
var Changelog string

// Languages holds the folder languages: what the window says, one JSON file per
// language. A sentence is found by its English words; one that counts has the
// plural forms of CLDR.
//
//go:embed languages
var Languages embed.FS

// Notices is the licences of all that is built in, in UTF-8 text, made by
// "make notices".
//
//go:embed NOTICES.txt
var Notices string

// Dateline turns articles into timelines.
package main

import (
	"os"

	"dateline/app"
	"dateline/assets"
)

// version is set by the linker when a release is built; see the Makefile.
var version string

func main() {
	os.Exit(app.Main(os.Args[1:], app.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, app.Files{
		Regular:    assets.Regular,
		Bold:       assets.Bold,
		Icon:       assets.Icon,
		Sample:     assets.Sample,
		SampleName: assets.SampleName,
		Changelog:  assets.Changelog,
		Notices:    assets.Notices,
		Languages:  assets.Languages,
		Version:    version,
	}))
}

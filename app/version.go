package app

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
)

const versionHelp = `usage: dateline version

Prints the version, and what it was built from.
`

func runVersion(_ context.Context, c call, args []string) error {
	if len(args) > 0 {
		return misuse{fmt.Errorf("version: takes no arguments, got %q", args[0])}
	}
	_, err := fmt.Fprintf(c.Out, "dateline %s (%s, %s/%s)\n", c.files.version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// version returns the version that the binary was built from: the release it was
// built as, else the tag or the commit that the tree stood at.
func (f Files) version() string {
	if f.Version != "" {
		return f.Version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "of unknown version"
	}
	return info.Main.Version
}

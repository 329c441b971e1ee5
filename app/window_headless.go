//go:build headless

package app

import (
	"context"
	"errors"
	"fmt"
)

// runWindow says that this program was built without a window.
func runWindow(_ context.Context, _ call, args []string) error {
	what := "this build has no window"
	if len(args) > 0 {
		what = fmt.Sprintf("%q is no command, and %s", args[0], what)
	}
	return misuse{errors.New(what + "; there are export, extract and version")}
}

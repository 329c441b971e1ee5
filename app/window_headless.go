//go:build headless

package app

import (
	"context"
	"errors"
)

// runWindow says that this program was built without a window.
func runWindow(context.Context, call, []string) error {
	return misuse{errors.New("this build has no window; it has export, extract and version")}
}

package source

import (
	"regexp"
	"sync"
)

// pattern returns a regular expression that is compiled when it is first used:
// compiling all of them would cost every start of the program some milliseconds.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

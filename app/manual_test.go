package app

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestManual holds the manual page to the flags that the help tells.
func TestManual(t *testing.T) {
	page, err := os.ReadFile("../.ci/package/linux/dateline.1")
	if err != nil {
		t.Fatal(err)
	}
	told := regexp.MustCompile(`(?m)^  (-o|--[a-z-]+)`)
	inPage := regexp.MustCompile(`Fl (-?[a-z-]+)`)
	manual := map[string]bool{}
	for _, m := range inPage.FindAllStringSubmatch(string(page), -1) {
		manual["-"+m[1]] = true
	}
	help := map[string]bool{"--help": true}
	for _, m := range told.FindAllStringSubmatch(exportHelp+extractHelp+windowHelp, -1) {
		help[m[1]] = true
		if !manual[m[1]] {
			t.Errorf("the manual page does not tell %s", m[1])
		}
	}
	all := exportHelp + extractHelp
	for flag := range manual {
		if !help[flag] && !strings.Contains(all, flag+" ") {
			t.Errorf("the manual page tells %s, which is no flag", flag)
		}
	}
}

package app

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestExtractMarksEachDate asks that extract prints the date words as TIMEX3
// marks them: each end of a range by itself.
func TestExtractMarksEachDate(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"The bridge was closed between 1914 and 1918.", []string{"1914", "1918"}},
		{"The bridge was opened on 3 May 1921.", []string{"1921-05-03"}},
		{"The bridge was closed for 12 horses.", nil},
	}
	for _, test := range tests {
		code, out, failed := run(test.text, "extract", "-")
		if code != 0 {
			t.Fatalf("%q: %s", test.text, failed)
		}
		var rec record
		if err := json.Unmarshal([]byte(out), &rec); err != nil {
			t.Fatal(err)
		}
		var values []string
		for _, m := range rec.Timex {
			values = append(values, m.Value)
		}
		if !slices.Equal(values, test.want) {
			t.Errorf("%q: the values are %q, want %q", test.text, values, test.want)
		}
	}
}

func TestExtractKeepsToTheLargestFile(t *testing.T) {
	path := write(t, t.TempDir(), "long.txt", "The bridge was opened on 3 May 1921.\n"+strings.Repeat("It is long. ", 100_000))
	for size, want := range map[string]int{"1MB": 1, "2MB": 0} {
		code, _, failed := run("", "extract", "--max-file-size", size, path)
		if code != want || (code == 1) != strings.Contains(failed, "--max-file-size") {
			t.Errorf("%s: exit code %d, want %d; said %q", size, code, want, failed)
		}
	}
}

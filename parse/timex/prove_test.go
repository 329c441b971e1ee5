package timex

import (
	"testing"

	"dateline/parse/lang"
)

func english(tb testing.TB) *lang.Language {
	tb.Helper()
	l, err := lang.English()
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func TestEnglishExamples(t *testing.T) {
	if err := Prove(english(t)); err != nil {
		t.Error(err)
	}
}

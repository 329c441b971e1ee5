package timex

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"dateline/parse/text"
	"dateline/parse/when"
)

// seed is where the sample article lies with the dates that it must give.
const seed = "../../../shared/seed/"

// TestSeed reads the sample article: every phrase of time in it has to be found
// and placed, and nothing else may be.
func TestSeed(t *testing.T) {
	content, err := os.ReadFile(seed + "article.txt")
	if err != nil {
		t.Skipf("no sample article here: %v", err)
	}
	expected, err := os.ReadFile(seed + "expected.json")
	if err != nil {
		t.Skipf("no expected dates here: %v", err)
	}
	var want struct {
		Published string
		Events    []struct{ When, Phrase, Note string }
	}
	if err := json.Unmarshal(expected, &want); err != nil {
		t.Fatal(err)
	}
	r := NewReader(english(t), Options{})
	doc := text.FromPlain("article.txt", string(content))
	found := r.Find(doc)
	placed := r.Resolve(found, parseMoment(want.Published))
	known := make([]bool, len(found))
	for _, e := range want.Events {
		seen := false
		for i := range found {
			if strings.Contains(e.Phrase, doc.Slice(found[i].Span)) && placedAt(placed[i].When, e.When, e.Note) {
				seen, known[i] = true, true
			}
		}
		if !seen {
			t.Errorf("no %q placed at %s", e.Phrase, e.When)
		}
	}
	for i := range found {
		if !known[i] && len(placed[i].When) > 0 {
			t.Errorf("%q is no date but was placed at %s", doc.Slice(found[i].Span), placed[i].When.EDTF())
		}
	}
}

// placedAt reports whether an expression lies where it should: there, where the
// note allows, about there, or, if it is derived, in the unit that holds it.
func placedAt(c when.Choice, at, note string) bool {
	if len(c) == 0 {
		return false
	}
	wanted, err := when.ParseEDTF(at)
	if err != nil {
		return false
	}
	got, hull, allowed := c.EDTF(), c.Hull(), wanted.Hull()
	within := allowed.Start <= hull.Start && hull.End <= allowed.End
	return got == at || strings.Contains(note, got) || hull.Circa && within ||
		strings.Contains(note, "derived") && hull.Contains(allowed.Start)
}

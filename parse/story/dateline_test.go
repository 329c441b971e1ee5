package story_test

import "testing"

func TestDateline(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // the dates of the events
	}{
		{"with another date", "LINDAU, May 4, 1921 — Ilse Horn opened the bridge on May 2.", []string{"1921-05-02"}},
		{"with an agency", "LINDAU, May 4 (Lake Press) — Ilse Horn opened the bridge on May 2.", []string{"1921-05-02"}},
		{"of two words", "Bad Schachen, May 4 – Ilse Horn opened the bridge on Monday.", []string{"1921-05-02"}},
		{"without another date", "LINDAU, May 4, 1921 — Ilse Horn opened the bridge.", []string{"1921-05-04"}},
		{"no dash", "Lindau, May 4, 1921, was where Ilse Horn opened the bridge on May 2.", []string{"1921-05-04", "1921-05-02"}},
		{"a sentence before the dash", "Horn left on May 2 — Veit stayed until May 3.", []string{"1921-05-02", "1921-05-03"}},
	}
	for _, tt := range tests {
		var got []string
		for _, d := range tell(t, tt.text) {
			got = append(got, d.Date())
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: dates are %q, want %q", tt.name, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: dates are %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

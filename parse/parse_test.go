package parse

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/parse/story"
	"dateline/parse/text"
	"dateline/parse/when"
)

// visit is an article without a date of its own. It names days by weekday, by
// date and by both, keeps an anniversary, and has numbers in names.
const visit = `Harbour talks end after bridge row

Mayor Ilse Horn left the talks with the ferry owners in Lindau last Wednesday, and the engineer Anton Veit came to the town on Friday for a three-day visit.

Veit praised the plans of the council. “The old bridge has served us well,” Veit told reporters on Friday, according to the Lake Courier.

Horn warned that the town would lose the right to run ferries, which it was granted under the 1898 lake treaty with Bregenz.

Ilse Horn and Anton Veit shake hands in the Rose Garden, Lindau, on May 13.

The council had offered to hold the next round of talks on May 10 or 13, 1921. Horn did not accept.

Engineers tested the bridge with the steamer Regatta-1920 in October 1920. She will open the new pier in August, and the town is due to celebrate in June the 50th anniversary of the founding of the Lindau Ferry Company.
`

func TestArticle(t *testing.T) {
	r, err := Article(text.FromPlain("visit.txt", visit), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Date.When.EDTF(); got != "1921-05-13" || !r.Date.Inferred {
		t.Errorf("date = %s (inferred %v), want 1921-05-13, inferred", got, r.Date.Inferred)
	}
	tests := []struct {
		when   string
		about  string // must stand in the title
		status story.Status
	}{
		{"1921-05-11", "left the talks", story.Happened},
		{"1921-05-13/1921-05-15", "Anton Veit came to the town", story.Happened},
		{"1921-05-13", "Veit: “The old bridge has served us well”", story.Happened},
		{"1898", "Lake treaty with Bregenz", story.Happened},
		{"1921-05-13", "shake hands in the Rose Garden", story.Happened},
		{"[1921-05-10,1921-05-13]", "talks", story.Happened},
		{"1920-10", "Engineers tested the bridge", story.Happened},
		{"1921-08", "Ilse Horn will open the new pier", story.Planned},
		{"1921-06", "50th anniversary", story.Planned},
		{"1871-06", "Lindau Ferry Company", story.Happened},
	}
	used := map[int]bool{}
	for _, tt := range tests {
		found := false
		for i, d := range r.Events {
			if !used[i] && d.When.EDTF() == tt.when && strings.Contains(d.Title, tt.about) {
				found, used[i] = true, true
				if d.Status != tt.status {
					t.Errorf("%s %q is %v, want %v", tt.when, d.Title, d.Status, tt.status)
				}
				break
			}
		}
		if !found {
			t.Errorf("no event %s about %q", tt.when, tt.about)
		}
	}
	if len(r.Events) > len(tests) {
		for i, d := range r.Events {
			if !used[i] {
				t.Errorf("unexpected event %s %q", d.When.EDTF(), d.Title)
			}
		}
	}
}

func TestArticleSaysWhy(t *testing.T) {
	r, err := Article(text.FromPlain("visit.txt", visit), Options{})
	if err != nil {
		t.Fatal(err)
	}
	const want = "“last Wednesday” → the Wednesday before Friday, May 13, 1921, the article's date, which was worked out from “Friday” and “May 13”"
	if len(r.Events) == 0 || r.Events[0].Why != want {
		t.Errorf("Why = %q, want %q", r.Events[0].Why, want)
	}
}

func TestArticleTakesTheReadersDate(t *testing.T) {
	day := when.Date(1931, 5, 7).Unit(when.Day)
	r, err := Article(text.FromPlain("", "The bridge opened on Tuesday."), Options{Date: day})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Events) != 1 || r.Events[0].When.EDTF() != "1931-05-05" {
		t.Errorf("events = %v, want one on 1931-05-05", r.Events)
	}
}

func TestArticleWithoutDate(t *testing.T) {
	r, err := Article(text.FromPlain("", "The bridge opened on Tuesday. Nobody knows the year."), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Date.Known() || len(r.Events) != 0 || len(r.Mentions) == 0 {
		t.Errorf("date known %v, %d events, %d mentions, want no date, no event, and the mention kept", r.Date.Known(), len(r.Events), len(r.Mentions))
	}
}

func TestFurnitureMakesNoEvents(t *testing.T) {
	d := text.FromPlain("", "The bridge opened on 5 May 1921.\n\nUpdated on 6 May 1921 by the desk.")
	d.Blocks[1].Kind = text.Furniture
	r, err := Article(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Events) != 1 {
		t.Errorf("%d events, want 1: %v", len(r.Events), r.Events)
	}
}

// TestArticleTakesLinearTime reads hostile texts: without the bounds of the
// reading, each of them would take minutes.
func TestArticleTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	tests := []struct{ name, unit string }{
		{"endless sentence", "bridge and harbour of "},
		{"dates in one sentence", "on 5 May 1921 she left, "},
		{"commas", "boats, "},
		{"relative clauses", "which that who "},
		{"conjunctions", "when as while "},
		{"adverbs", "also very still "},
		{"verbs", "built opened left "},
		{"quotes", "“ "},
		{"brackets", "( "},
		{"dashes", "— - "},
		{"capitals", "THE BRIDGE OPENED ON 5 MAY 1921. "},
		{"one event", "The bridge opened on 5 May 1921.\n\n"},
		{"names", "Ilse Horn, Anton Veit, "},
		{"articles", "the the the "},
		{"right to left", "ב-5 במאי 1921 נפתח הגשר 5 May 1921 "},
		{"weekdays", "on Friday by May 5, 1921 (May 6) "},
		{"reports", "Horn said Veit told Horn that on Friday "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := "The bridge opened in 1921 " + strings.Repeat(tt.unit, 400_000/len(tt.unit)) + " on 5 May 1921."
			start := time.Now()
			r, err := Article(text.FromPlain("", s), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%d bytes took %v", len(s), took)
			}
			for _, d := range r.Events[:min(len(r.Events), 1000)] {
				if n := len(strings.Fields(d.Title)); n > 16 || !utf8.ValidString(d.Title) {
					t.Errorf("title of %d words: %.200q", n, d.Title)
				}
			}
		})
	}
}

// BenchmarkArticle reads an article of 100 kB.
func BenchmarkArticle(b *testing.B) {
	s := strings.Repeat(visit, 100_000/len(visit)+1)
	d := text.FromPlain("visit.txt", s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if _, err := Article(d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzArticle(f *testing.F) {
	f.Add(visit)
	f.Add("“ ( — Horn, who in 1921 said on Friday that, “left by May 5")
	f.Add("On Monday (Dec. 11) at 8 p.m.'s 20th anniversary of the of the")
	f.Add("\x00’s 1921’s ’ll, and. \xff\xfe 5 May 1921")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		r, err := Article(text.FromPlain("", s), Options{Date: when.Date(1921, 5, 5).Unit(when.Day)})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range r.Events {
			if len(d.When) == 0 || d.Title == "" || d.Evidence.Start < 0 || d.Evidence.End > len(s) || d.Clause.Start > d.Clause.End || d.Confidence < 0 || d.Confidence > 1 || d.Importance < 0 || d.Importance > 1 {
				t.Errorf("bad draft %+v", d)
			}
		}
		r.DateAt(len(s) / 2)
	})
}

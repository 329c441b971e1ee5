package story

import (
	"fmt"
	"testing"
	"time"

	"dateline/parse/when"
)

// draft returns an event on a day of May.
func draft(title string, year, day int) Draft {
	return Draft{Title: title, When: when.One(when.Date(year, 5, day).Unit(when.Day)), Confidence: 0.9, Importance: 0.5}
}

func TestMerge(t *testing.T) {
	tests := []struct {
		name      string
		articles  [][]Draft
		events    int
		accounts  int // of the first event
		conflicts int // of the first event
	}{
		{"same event in two articles", [][]Draft{
			{draft("Ilse Horn opened the harbour bridge", 1921, 5)},
			{draft("Mayor Horn opens new harbour bridge", 1921, 5)},
		}, 1, 2, 0},
		{"same day, other event", [][]Draft{
			{draft("Ilse Horn opened the harbour bridge", 1921, 5)},
			{draft("Fishermen protest against lower prices", 1921, 5)},
		}, 2, 1, 0},
		{"conflicting dates", [][]Draft{
			{draft("Ilse Horn opened the harbour bridge", 1921, 5)},
			{draft("Ilse Horn opened the harbour bridge", 1921, 6)},
		}, 2, 1, 1},
		{"same words, years apart", [][]Draft{
			{draft("Harbour festival draws large crowds", 1921, 5)},
			{draft("Harbour festival draws large crowds", 1931, 5)},
		}, 2, 1, 0},
		{"other numbers", [][]Draft{
			{draft("Harbour board sells 12 old barges", 1921, 5)},
			{draft("Harbour board sells 40 old barges", 1921, 5)},
		}, 2, 1, 0},
		{"one word in common", [][]Draft{
			{draft("Harbour closes", 1921, 5)},
			{draft("Harbour opens", 1921, 5)},
		}, 2, 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Merge(tt.articles)
			if len(got) != tt.events || len(got[0].Accounts) != tt.accounts || len(got[0].Conflicts) != tt.conflicts {
				t.Errorf("Merge() = %d events, %d accounts, %d conflicts, want %d, %d, %d",
					len(got), len(got[0].Accounts), len(got[0].Conflicts), tt.events, tt.accounts, tt.conflicts)
			}
		})
	}
}

func TestMergeKeepsTheSurerAccount(t *testing.T) {
	weak, sure := draft("Horn opened the harbour bridge", 1921, 5), draft("Horn opened the bridge over the harbour", 1921, 5)
	weak.Confidence = 0.5
	got := Merge([][]Draft{{weak}, {sure}})
	if got[0].Title != sure.Title || got[0].Best.Article != 1 || got[0].Importance != 0.75 {
		t.Errorf("Merge() = %q of article %d with importance %v, want %q, 1, 0.75", got[0].Title, got[0].Best.Article, got[0].Importance, sure.Title)
	}
}

func TestMergeTakesLinearTime(t *testing.T) {
	articles := make([][]Draft, 1000)
	for a := range articles {
		for i := range 50 {
			articles[a] = append(articles[a], draft(fmt.Sprintf("Horn opened the harbour bridge number %d", a*i), 1921, 1+i%28))
		}
	}
	start := time.Now()
	Merge(articles)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("1000 articles took %v", took)
	}
}

func TestMergeAlike(t *testing.T) {
	bridge := "Ilse Horn opened the harbour bridge"
	planned, month, other := draft(bridge, 1921, 5), draft(bridge, 1921, 5), draft("Horn opened the bridge of the harbour", 1921, 5)
	planned.Status = Planned
	month.When = when.One(when.Date(1921, 5, 1).Unit(when.Month))
	tests := []struct {
		name      string
		articles  [][]Draft
		events    int
		conflicts int // of the first event
	}{
		{"twice in one article", [][]Draft{{draft(bridge, 1921, 5), other}}, 2, 0},
		{"planned and happened", [][]Draft{{planned}, {draft(bridge, 1921, 5)}}, 2, 0},
		{"planned for another day", [][]Draft{{planned}, {draft(bridge, 1921, 6)}}, 2, 0},
		{"month and day", [][]Draft{{month}, {draft(bridge, 1921, 5)}}, 1, 0},
		{"another month", [][]Draft{{month}, {draft(bridge, 1921, 35)}}, 2, 0},
		{"told of four days", [][]Draft{{draft(bridge, 1921, 5)}, {draft(bridge, 1921, 6)}, {draft(bridge, 1921, 7)}, {draft(bridge, 1921, 8)}}, 4, 0},
		{"two days in one article", [][]Draft{{draft(bridge, 1921, 5), draft(bridge, 1921, 6)}}, 2, 0},
		{"no date", [][]Draft{{{Title: bridge}}}, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Merge(tt.articles)
			if len(got) != tt.events || len(got) > 0 && len(got[0].Conflicts) != tt.conflicts {
				t.Errorf("Merge() = %+v, want %d events, the first with %d conflicts", got, tt.events, tt.conflicts)
			}
		})
	}
	if got := Merge([][]Draft{{month}, {draft(bridge, 1921, 5)}}); got[0].Best != (Account{1, 0}) || got[0].Date() != "1921-05-05" {
		t.Errorf("of a month and a day %s is kept, told by %v", got[0].Date(), got[0].Best)
	}
}

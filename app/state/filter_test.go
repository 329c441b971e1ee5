package state

import (
	"testing"

	"dateline/parse/when"
)

func TestFilterEvents(t *testing.T) {
	m := opened(t, war())
	all := len(m.Timeline.Events)
	first, second := m.Timeline.Events[0], m.Timeline.Events[1]
	m, _ = after(m, Dismiss{first.ID}, Accept{second.ID})
	tests := []struct {
		name   string
		filter Filter
		want   int
	}{
		{"all but the dismissed", Filter{}, all - 1},
		{"new", Filter{State: OnlyNew}, all - 2},
		{"kept", Filter{State: OnlyKept}, 1},
		{"dismissed", Filter{State: OnlyDismissed}, 1},
		{"blanks are no words", Filter{Words: "  "}, all - 1},
		{"words of the title", Filter{Words: second.Title}, 1},
		{"words of nothing", Filter{Words: "zebra"}, 0},
		{"tags", Filter{Words: "paris"}, all - 1},
		{"the article", Filter{Article: m.Articles[0].ID}, all - 1},
		{"another article", Filter{Article: "none"}, 0},
		{"doubtful", Filter{Doubtful: true}, 0},
		{"relative", Filter{Relative: true}, 0},
		{"several", Filter{State: OnlyKept, Words: "zebra"}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, _ := after(m, FilterEvents{tt.filter})
			if got := len(m.Timeline.Events); got != tt.want {
				t.Errorf("%d events are shown, want %d", got, tt.want)
			}
			if m.Counts().Found != all {
				t.Errorf("%d events are found, want %d", m.Counts().Found, all)
			}
		})
	}
}

func TestFilterEventsByDate(t *testing.T) {
	m := opened(t, war())
	all := len(m.Timeline.Events)
	year := when.Date(1850, 1, 1).Unit(when.Year)
	m, effect := after(m, FilterEvents{Filter{Dates: "1850"}})
	if asked := flat(effect); len(asked) != 1 || asked[0] != (ReadSpan{"1850"}) || len(m.Timeline.Events) != all {
		t.Errorf("typed dates give %+v and %d events", effect, len(m.Timeline.Events))
	}
	if m, _ := after(m, SpanRead{"185", year}); len(m.Timeline.Events) != all {
		t.Error("dates typed before are believed")
	}
	m, _ = after(m, SpanRead{"1850", year})
	if len(m.Timeline.Events) != 0 {
		t.Errorf("%d events of another year are shown", len(m.Timeline.Events))
	}
	m, _ = after(m, FilterEvents{Filter{}})
	if len(m.Timeline.Events) != all || !m.Filter.Span.IsZero() {
		t.Errorf("without the filter %d events are shown", len(m.Timeline.Events))
	}
}

// TestRestoreThroughTheFilter keeps what was dismissed, which takes it out of sight.
func TestRestoreThroughTheFilter(t *testing.T) {
	m := opened(t, war())
	all, id := len(m.Timeline.Events), m.Timeline.Events[0].ID
	m, _ = after(m, ShowTable{}, Dismiss{id}, FilterEvents{Filter{State: OnlyDismissed}}, Accept{id})
	if len(m.Timeline.Events) != 0 {
		t.Errorf("%d events are still dismissed", len(m.Timeline.Events))
	}
	if m, _ = after(m, ShowTable{}); len(m.Timeline.Events) != all || m.Filter != (Filter{}) {
		t.Errorf("without the table %d events are shown, want %d", len(m.Timeline.Events), all)
	}
}

package ui

import (
	"testing"

	"dateline/app/state"
	"dateline/parse"
	"dateline/parse/when"
)

func TestCountWords(t *testing.T) {
	one, _ := state.Update(state.New(), state.Loaded{Readings: []*parse.Reading{reading()}})
	folded := one
	folded.Drawing = state.Drawing{Drawn: 1, Folded: 1}
	loading := one
	loading.Loading = 2
	tests := []struct {
		name  string
		model state.Model
		want  string
	}{
		{"nothing", state.New(), "No article is open"},
		{"one article", one, "2 events · 2 of 3 date words placed"},
		{"with folds", folded, "2 events (1 drawn, 1 folded) · 2 of 3 date words placed"},
		{"loading", loading, "Reading 2 articles…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := countWords(tt.model); got != tt.want {
				t.Errorf("countWords = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestDateWords(t *testing.T) {
	with := func(change func(*parse.Reading)) state.Model {
		r := reading()
		change(r)
		m, _ := state.Update(state.New(), state.Loaded{Readings: []*parse.Reading{r}})
		return m
	}
	given := with(func(*parse.Reading) {})
	given.Articles[0].Date = when.Date(1930, 1, 1).Unit(when.Year)
	tests := []struct {
		name  string
		model state.Model
		want  string
	}{
		{"found", with(func(*parse.Reading) {}), "Article of May 12, 1921"},
		{"worked out", with(func(r *parse.Reading) { r.Date.Inferred = true }), "Article of May 12, 1921 (worked out)"},
		{"unknown", with(func(r *parse.Reading) { r.Date.When = when.Interval{} }), "The article's date is not known…"},
		{"given", given, "Article of 1930"},
		{"no article", state.New(), "Articles' dates…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := dateWords(tt.model); got != tt.want {
				t.Errorf("dateWords = %q, want %q", got, tt.want)
			}
		})
	}
}

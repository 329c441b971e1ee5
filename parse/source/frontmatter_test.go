package source

import "testing"

func TestFrontMatter(t *testing.T) {
	tests := []struct{ name, file, title, author, language, days, text string }{
		{"YAML", "---\ntitle: \"The mill\"\nauthor: Ada Stone\ndate: 2021-03-22T10:00:00+02:00\nlang: en\n---\n\n# The mill\n\nIt fell.", "The mill", "Ada Stone", "en", "2021-03-22", "The mill\n\nIt fell."},
		{"TOML", "+++\ntitle = 'The mill'\ndate = 2021-03-22\n+++\n\n# The mill\n", "The mill", "", "", "2021-03-22", "The mill"},
		{"two dates", "---\ntitle: a\nupdated: 2022-01-02\ndate: 2021-03-22\n---\n# a\n", "a", "", "", "2021-03-22 2022-01-02", "a"},
		{"title on two lines", "---\ntitle: The mill\n  by the river\n---\n# a\n", "The mill by the river", "", "", "", "a"},
		{"no end", "---\ntitle: a\n\n# b\n", "b", "", "", "", "title: a\n\nb"},
		{"a date that is none", "---\ntitle: a\ndate: soon\n---\n# a\n", "a", "", "", "", "a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := readOne(t, "a.md", []byte(tt.file))
			if d.Title != tt.title || d.Author != tt.author || d.Language != tt.language || days(d) != tt.days || d.Text != tt.text {
				t.Errorf("title %q, author %q, language %q, days %q, text %q", d.Title, d.Author, d.Language, days(d), d.Text)
			}
		})
	}
}

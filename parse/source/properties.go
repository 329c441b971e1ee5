package source

import (
	"strings"

	"dateline/parse/text"
)

// fillProperties fills d with the properties of an Office or OpenDocument file.
// They give the day of the file, not of the article.
func fillProperties(d *text.Document, data []byte) {
	values := map[string]string{}
	name := ""
	_ = walkXML(data, handler{
		start: func(e element) bool { name = e.name; return true },
		end:   func(string) { name = "" },
		chars: func(s string) {
			if name != "" && values[name] == "" {
				values[name] = strings.TrimSpace(s)
			}
		},
	}) // what cannot be read says nothing
	d.Title = first(values["title"], d.Title)
	d.Author = first(values["initial-creator"], values["creator"])
	d.Language = values["language"]
	var raw []rawStamp
	for _, p := range []struct{ name, words string }{
		{"created", "created"}, {"creation-date", "created"}, {"modified", "last changed"}, {"date", "last changed"},
	} {
		if v := values[p.name]; v != "" {
			raw = append(raw, rawStamp{v, "the file's properties (" + p.words + ")"})
		}
	}
	d.Dates = stamps(raw)
}

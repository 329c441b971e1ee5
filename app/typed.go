package app

import (
	"strings"

	"dateline/parse"
	"dateline/parse/text"
	"dateline/parse/when"
)

// namedTime reads words that a person typed for a time: EDTF, or else prose as
// an article has it. Relative words count from the anchor, which may be zero.
// Words that name no time give no choice.
func namedTime(words string, anchor when.Interval) when.Choice {
	words = strings.TrimSpace(words)
	if choice, err := when.ParseEDTF(words); err == nil {
		return choice
	}
	u := understand(opened{doc: text.FromPlain("", words)}, parse.Options{Date: anchor})
	if u.err != nil {
		return nil
	}
	for _, m := range u.reading.Mentions {
		if len(m.When) > 0 {
			return m.When
		}
	}
	return nil
}
